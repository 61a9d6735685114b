"""The end of a year and the beginning of the next: deliveries, the review, the opening.

chapters    what one action made happen, cut into chapters, and the running totals while they are told
checks      the happenings of a delivery, gathered by contract
delivery    the page of a delivery
review      the page of a review
opening     the page of an opening
"""
