"""What whoever stands at the front does with a game: watch it, step in it, skip ahead, hand seats over, hide the scores.

- `lesson.py`    a session's lesson: who decides now, what is watched, and how a game goes on from there.
- `playback.py`  a game that is watched: forward, back, by itself.
- `thinking.py`  bots think on a thread of their own.
- `picture.py`   the picture of the table that lies beside a saved game.
"""
