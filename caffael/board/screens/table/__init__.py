"""The table: the whole game before everybody's eyes, and the buttons of what can be done now. What it says is in presentation/table.

screen        the screen itself: lays out the parts, keeps the turns going
host          what the parts need of the screen
turns         whose turn it is, and computer teams at their pace
motion        what moves when the table has changed
council       left: the council, its tray, what its team alone knows
money         left, in the panel: what is due, and what is left in each year to come
actions       middle: the verbs, or what a computer team does; a hint, the small buttons; the buttons of the table
region        middle: map, carbon, years
playback_bar  middle: the way through a game that is watched
market        bottom: the suppliers
others        right: the other councils, the events; what happened, in sentences
"""
