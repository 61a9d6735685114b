"""Cards turned over: what a thing of the table is, its numbers, and where they come from.

need, supplier, contract, council, events, learning   the card of each, turned over
bid        where a bidder's points come from
check      a delivery check, line by line
origins    everything that made a number what it is
backs      what a thing is, from the handbook
registry   the names by which sheets are laid
"""
