"""Environments for learning agents: `environment` (PettingZoo) and `council_env` (Gymnasium).

`agents` is what both forms of PettingZoo share, `observations` what a policy is shown, `research_table` the table they play on.
"""
