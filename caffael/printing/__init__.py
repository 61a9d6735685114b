"""A pack on paper, to print and play with no computer at all: one PDF of A4 sheets, in English, Welsh or both.

Where things are:

- `booklet.py`       everything in its order; `print_pack` is the way in, `printing` the same a sheet at a time
- `guide_page.py`    the first page: how to print, cut and play
- `rules_pages.py`   the rules in short on two pages; their sentences are in `rules_year.py` and `rules_end.py`
- `need_cards.py`, `supplier_cards.py`, `event_cards.py` (with the small decks)  the cards; `card_parts.py` what they share
- `sheets.py`        cards on sheets, backs behind their fronts
- `team_boards.py`, `region_board.py`, `tokens.py`   the boards, and what lies on them
- `tender_sheets.py` sheets to score a tender by hand; `reckoning.py` how that is done
- `paper_deal.py`    an order of the shuffled paper, as the deal that the rules play
- `paper.py`, `box.py`, `letters.py`  drawing: text that always fits, pictures, tables
- `tongues.py`                                       what is written, in one language or both

Numbers of the rules are read from the pack's cards, never written here. Needs fpdf2 and uharfbuzz (the `print` extra).
"""

from caffael.printing.booklet import Printed, print_pack, printing
from caffael.printing.paper_deal import paper_deal

__all__ = ["Printed", "paper_deal", "print_pack", "printing"]
