"""The debrief to keep: the pages of played games as one document, in a file of its own.

- `page.py`         one HTML file that needs nothing else; `drawing.py` draws its bars.
- `pdf.py`          the same on A4.
- `spreadsheet.py`  a row for each decision and each part of a score.
- `keeping.py`      games read to be told, and written to a file, whole or not at all.
"""

from caffael.export.keeping import FORMS, game_of, keep_in, read_game, written

__all__ = ["FORMS", "game_of", "keep_in", "read_game", "written"]
