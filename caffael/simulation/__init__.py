"""The laboratory: the same rules and bots, compiled, games in bulk, and what designers ask of them.

- `play/`       the compiled rules, runs of games, who plays them, and what games add up to.
- `questions/`  bars, sweeps, sensitivity, tuning, rehearsals: what designers ask, with their tables and figures.
- `report/`     the report of a scenario as one page.
- `research/`   environments for learning agents, PettingZoo's and Gymnasium's.
"""
