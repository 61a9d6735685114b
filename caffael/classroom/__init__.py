"""The class plays from its own devices: the room, who is in it, what they prepare, and what they are shown. No socket, no window.

- `room.py`       the room: takes a frame, gives answers, and follows the game; `front.py` what the teacher does with it.
- `frames.py`     what a device may say, read strictly; `guard.py` how much of it; `tokens.py` codes, tokens and seat cards.
- `entry.py`      coming in, coming back, knocks, the captain's office; `members.py` who is here; `names.py`, `roles.py`.
- `deciding.py`   drafts and acts; `desk.py` a draft held against the table; `changes.py` what has changed since it was written.
- `speaking.py`   voices and guesses; `voices.py` their spread and sums.
- `stand.py`      the table as devices see it; `showing.py` parts of pages, made once for all who look alike; `room_view.py` what they
                  are made from.
- `pages.py`      the parts of pages, from `presentation`, by the templates in pages/; `device_files.py` the shell, style sheet and script.
- `hall.py`       what all of these share; `table.py` the game as the room asks for it; `outlet.py` what carries its frames.
- `journal.py`    the room's file beside the record; `resuming.py` a room taken up from it.
"""
