"""The table: the whole game before everybody's eyes, and the buttons of what can be done now.

screen      the screen itself: lays out the parts, keeps the turns going
council     left: the council that decides
tray        left: its open needs
region      middle: map, carbon, years
actions     middle: the verbs, or what a computer player does
market      bottom: the suppliers
others      right: the other councils, the events
log         right: what happened, in sentences
private     what one team alone may look at
faces       from the numbers of the rules to what a card shows
ids         the names by which pictures and colours are found
"""

from caffael.board.screens.table.screen import TableScreen

__all__ = ["TableScreen"]
