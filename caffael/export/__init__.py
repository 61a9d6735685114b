"""The debrief to keep: the pages of played games as one document, in a file of its own.

- `pdf.py`          the pages on A4; `drawing.py` the bars of all forms.
- `spreadsheet.py`  a row for each decision and each part of a score.
- `files.py`        games read to be told, and written to a file, whole or not at all; as one HTML file that needs nothing else.
"""

from caffael.export.files import FORMS, can_make_paper, game_of, kept_as, paper_command, read_game, written

__all__ = ["FORMS", "can_make_paper", "game_of", "kept_as", "paper_command", "read_game", "written"]
