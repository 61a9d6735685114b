"""The tender on a sheet of paper. What its pages say stands in presentation.tender.

screen.py         the sheet and its pages; publishing
sheet.py          the paper, and the table under it
steps.py          the need, the route, and the award without weights
weigh_step.py     sliders or weight cards, and the expected table
weights.py        a slider, a weight card
rows.py           how a bidder's row is drawn; the rows that glide; the warning that nobody can bid
money.py          what a contract would leave, in a sentence
questions.py      the questions before it is published
"""
