"""The class plays from its own devices: the room, who is in it, what they prepare, and what they are shown.

- `room_view.py`  what a page may know of the room.
- `table.py`      the game as the room asks for it; `outlet.py` what carries its frames.
- `names.py`      dealt names; `roles.py` what each role may do.
- `changes.py`    what has changed since a draft was written.
"""
