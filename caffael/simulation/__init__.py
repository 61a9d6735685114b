"""The laboratory: the same rules and bots, compiled, games in bulk, and what designers ask of them.

Playing:
- `layout.py`         NumPy record types derived from the rules' dataclasses, and conversion both ways.
- `compiled.py`       rules and bots compiled as they are, and the cache of it; `games.py` a random game with a check number.
- `chunks.py`         many games in a row, one plain function; `counts.py` the rows it fills, `counting.py` how.
- `runs.py`           a run, cut into tasks; `workforce.py` who plays them; `cluster.py` dask; `laboratory.py` all of it, with progress.
- `quick_planner.py`  the compiled planner for the board.

What games add up to:
- `tally.py` sums; `shares.py` figures with intervals; `summary.py` plain data; `results.py` Parquet; `outcomes.py` figures by name.

Questions:
- `balance.py` bars; `worth.py` restricted play; `balance_table.py` both on the terminal.
- `ranges.py`, `experiment.py`, `sweeping.py`, `sensitivity.py`, `study.py`, `tuning.py` (and their tables and figures).
- `report_*.py` the report of a scenario as one page.

Research: `environment.py` (PettingZoo) and `council_env.py` (Gymnasium), with `agents.py`, `observations.py`, `opponents.py`,
`research_table.py`, `table_text.py`.
"""
