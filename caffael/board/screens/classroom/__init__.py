"""The class's room on the big screen.

screen    the page: how a room is opened; then the way in, who is there, and the door
way_in    the square, the code, the address and the room's sign
company   teams and devices, and who knocks
sheets    what can be done with a device, a team, the clock and the line
"""
