"""The assessment summary: bids turn up, are scored, and the most advantageous tender wins.

screen.py    the sheet; shown after publication, and again whenever somebody wants to look it up
schedule.py  when what moves
row.py       one bid; why the first one won, and what the contract is
"""
