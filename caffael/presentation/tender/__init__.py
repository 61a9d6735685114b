"""The tender: a need, a route, and what shall count. Nothing is played before Publish.

draft         what has been chosen so far; ends in a list of actions
weights       the rows of weights, and how one slider moves the others
pages         its pages, with their heading and their buttons: needs, and who gets a contract without weights
routes        the page of the routes
weighing      the page of the weights
expected      what would come of it as printed
advice        the sentence under that
shut_out      who can't bid, and why
publishing    what is asked before it is published
"""
