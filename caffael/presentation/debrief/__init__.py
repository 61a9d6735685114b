"""The debrief as pages: what the board draws, and what a document to keep is made of.

fate, ranking, asked, figures, promises, talk   the seven pages; `asked` has each contract's own page too, `figures` carbon and money
pages         all of them in order, and the five ways of working
points, verdict   the parts of a score, and who has won, in words
team_sheet    a team's own sheet
played        a game that is told; `side_by_side` tells of several
document      all of it in order, as a file has it
"""
