"""The tender: a need, a route, and what shall count. Nothing is played before Publish.

draft         what has been chosen so far, with the rows of weights that may be published; ends in a list of actions
pages         its pages, with their heading and their buttons, and what is asked before it is published
weighing      the sliders or weight cards
expected      what would come of it as printed, the sentence under that, and who can't bid
"""
