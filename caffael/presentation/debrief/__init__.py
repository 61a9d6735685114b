"""The debrief as pages: what the board draws, and what a document to keep is made of.

fate, ranking, asked, figures   the pages but the last; `asked` has each contract's own page too, `figures` carbon, money and promises
pages         all of them in order, the questions of the last one, and the five ways of working
team_sheet    a team's own sheet
document      all of it in order, as a file has it; one game or several side by side
"""
