"""What every front end says, offers and explains: pages and sheets as plain data, made for one viewer. No pixel, no socket, no file.

What pages are made from:

viewer       who looks, and what may be known from that seat
blocks       what pages are made of; each block has an id, by which tests, guides and screen readers find it
rows         what can be set
press        what a press of a button, line or card does
points       points so far and places; `marks` what carbon pays and costs, by its marks
faces        what the cards and tokens of the table show; `cards` makes them from the numbers of the rules

The pages, in the order of a game:

setup/       the shelf, the editor, the teams, saved games
table/       the table, with its verbs and hints
tender/      what is bought, how, and what shall count; `assessment/` which bid won, and why
decisions/   all else that a team decides
sheets/      every card turned over, and where each number comes from
year/        deliveries, the review, the opening of a year
finale       how a game ended, step by step
debrief/     the pages of a game that is over
menu, help, settings, teaching   the pages round a game; `guide_steps` what the guide says

A game being shown:

flow         which page comes next, who decides, what is watched or taken back; the only way to a match, with `playback`
screens      the pages by their names
story        one action as it was played; `telling` the pages that tell of it
playback     a game that is watched
"""
