"""The tender on a sheet of paper. What its pages say stands in presentation.tender.

screen.py         the sheet and its pages; publishing
need_step.py      step one
route_step.py     step two
weigh_step.py     step three: sliders or weight cards, and the expected table
award_step.py     step three without weights: framework, direct award
score_table.py    the rows that glide
rowdraw.py        how a bidder's row is drawn
nobody.py         the warning that nobody can bid
confirm.py        the question before it is published
predict.py        the question who will win
"""
