"""The laboratory: the same rules, compiled, and games in bulk.

- `layout.py`    NumPy record types derived from the rules' dataclasses, and conversion both ways.
- `compiled.py`  the rules and bots compiled as they are (needs the extra `simulation`).
- `bulk.py`      many games between bots, and what they add up to.
"""
