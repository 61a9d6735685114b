"""Mutation testing of the rules: which small changes of a rule no test of `tests/rules` notices (`python -m caffael_tools.mutants`)."""
