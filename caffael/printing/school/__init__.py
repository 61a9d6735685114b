"""The paper of a school's game, for hands of eight: firms with stars on them, weight cards to stand on the firms, a sheet for each school.

`form.py` says which packs have it; `stars.py` reckons the stars; `needs.py`, `firms.py` and `weights.py` draw the cards, `boards.py` the
sheets of the schools and of the score, `rules.py` tells how it is played.
"""

from caffael.printing.school.form import has_school_form

__all__ = ["has_school_form"]
