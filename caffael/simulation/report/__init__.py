"""The report of a scenario as one page: `page` puts it together from its parts, `runs` plays what it tells of.

- `bars.py`, `play.py`, `worth.py`   its sections.
- `parts.py`   what sections are made of, and how things are called; `drawing.py` their figures.
"""
