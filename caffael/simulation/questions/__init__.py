"""What designers ask of many games.

- `outcomes.py`     figures by name; `writing.py` as people read them, and the files of an answer.
- `balance.py`      the bars of a scenario, by restricted play (`worth.py`).
- `sweeping.py`, `sensitivity.py`, `tuning.py`  one number moved, many at once, and the best of many; `ranges.py`, `experiment.py` and
                    `study.py` under them.
- `tables.py`       all answers on the terminal; `figures.py` some of them as figures.
- `rehearsal.py`    what only play can show of a pack; `one_sided.py` what of it a class would see in nearly every game.
"""
