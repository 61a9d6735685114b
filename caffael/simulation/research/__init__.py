"""Environments for learning agents: `environment` (PettingZoo), `council_env` (Gymnasium), and
`vector_env`, many tables at once, compiled.

`agents` is what both forms of PettingZoo share, `observations` what a policy is shown, `research_table` the table they play on.
"""
