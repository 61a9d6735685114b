"""The table: the whole game before everybody's eyes, and the buttons of what can be done now.

screen      the screen itself: lays out the parts, keeps the turns going
host        what the parts need of the screen
council     left: the council that decides
tray        left: its open needs
region      middle: map, carbon, years
actions     middle: the verbs, or what a computer player does
market      bottom: the suppliers
others      right: the other councils, the events
log         right: what happened, in sentences
private     what one team alone may look at
"""
