"""Games in bulk.

- `layout.py`         NumPy record types derived from the rules' dataclasses, and conversion both ways.
- `compiled.py`       rules and bots compiled as they are, and the cache of it; `games.py` a random game with a check number.
- `chunks.py`         many games in a row, one plain function; `counts.py` the rows it fills, `counting.py` how, `close.py` in a close look.
- `learners.py`       tables side by side for a learner on each, step by step: what the vectorised environment plays.
- `runs.py`           a run, cut into tasks; `workforce.py` who plays them; `cluster.py` dask; `laboratory.py` all of it, with progress.
- `quick_planner.py`  the compiled planner for the board.
- `tally.py`          sums of games; `shares.py` figures with intervals; `summary.py` plain data; `results.py` Parquet.
"""
