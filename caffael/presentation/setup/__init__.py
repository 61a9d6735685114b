"""What stands round a game: the shelf, the chooser and what is wrong with a pack, the editor, the teams, saved games and campaigns.

shelf       the games to choose from, and what there is to know of one
chooser     folders and files
faults      what is wrong with a pack
editor      a game of one's own
seating     who will sit where, as it is planned
seats       the page of the teams, and how bots are called
keeping     where a debrief lies, and a game that is not saved
incoming    what was dragged onto the window
saves       saved games, and which game of a campaign they are
outcomes    what was done, or could not be
"""
