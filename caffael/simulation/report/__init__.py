"""The report of a scenario as one page: `page` puts it together from its parts, `runs` plays what it tells of.

- `bars.py`, `play.py`, `competition.py`, `cards.py`, `worth.py`   its sections.
- `parts.py`   what sections are made of; `drawing.py` their figures, `names.py` how things are called.
"""
