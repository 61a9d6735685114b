"""What the table says, offers and explains.

page      all of it as one page, in the order in which it is read
verbs     what a team can do now, and why it can't
hints     what a team could think of now
shifts    for which of its needs others' moves changed the likely winner
council   the council at the left, its tray, what only its team knows; the other councils
region    the years, the map, the region's carbon, the events, the market; what happened, in sentences
watching  the decisions of a game that is watched, and the way through them
"""
