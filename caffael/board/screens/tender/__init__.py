"""The tender: a need, a route, and what shall count. Nothing is played before Publish.

screen.py         the sheet and its three steps; publishing
draft.py          what has been chosen so far; ends in a list of actions
weights.py        the rows of weights, and how one slider moves the others
need_step.py      step one
route_step.py     step two
weigh_step.py     step three: sliders and the expected table
award_step.py     step three without weights: framework, direct award
score_table.py    the rows that glide
advice.py         the sentence under them
shut_out.py       who can't bid, and why
"""

from caffael.board.screens.tender.screen import TenderScreen

__all__ = ["TenderScreen"]
