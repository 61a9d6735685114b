"""The debrief to keep: the story of played games as one page, as a PDF, or as rows of a spreadsheet.

- `played.py`       a game that is told: its match, its debrief, its language.
- `document.py`     what is told, as headings, sentences, tables and bars; it knows neither page nor paper.
- `class_story.py`, `figures_told.py`, `team_sheet.py`, `side_by_side.py`   what goes into it: the class's part, each team's, several games.
- `story.py`        all of it in order.
- `page.py`, `drawing.py`   one HTML file that needs nothing else.
- `pdf.py`          the same on A4.
- `spreadsheet.py`  a row for each decision and each part of a score.
- `keeping.py`      written to a file, whole or not at all.
"""

from caffael.export.keeping import FORMS, keep_in, written
from caffael.export.played import PlayedGame

__all__ = ["FORMS", "PlayedGame", "keep_in", "written"]
