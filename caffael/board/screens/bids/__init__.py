"""The assessment summary: bids turn up, are scored, and the most advantageous tender wins.

screen.py    the sheet; shown after publication, and again whenever somebody wants to look it up
summary.py   what it shows, made from what happened
timeline.py  when what moves
row.py       one bid
verdict.py   why it won, and what the contract is
sentences.py the reasons in words
"""

from caffael.board.screens.bids.screen import BidsScreen
from caffael.board.screens.bids.summary import Summary, summary_of_need, summary_of_story

__all__ = ["BidsScreen", "Summary", "summary_of_need", "summary_of_story"]
