"""The table: the whole game before everybody's eyes, and the buttons of what can be done now. What it says is in presentation/table.

screen        the screen itself: puts the parts in their places, keeps the turns going
layout        where everything lies: wide, 4 : 3 or upright, and what gives way to large letters
columns       the columns, filled: how high what stands in them is, and what becomes a strip or a button
host          what the parts need of the screen
turns         whose turn it is, and computer teams at their pace
motion        what moves when the table has changed
council       left: the council, its tray, what its team alone knows
money         left, in the panel: what is due, and what is left in each year to come
actions       middle: the verbs, or what a computer team does; a hint, the small buttons; the buttons of the table
region        middle: map, carbon, years
playback_bar  middle: the way through a game that is watched
market        the suppliers: rows at the foot, or with large letters a column
points        the points at the head of the panel, and small on the cards of the others
others        right: the other councils, the events; what happened, in sentences. Or a strip above the map
"""
