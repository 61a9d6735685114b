"""How a tender was assessed: the bids as they were printed and as they came, why one won, and the contract that came of it.

summary     what was assessed, from the table of bids that the turn keeps
page        the page of bids: why one won, what follows, and the contract in a few numbers
"""
