"""The guided game: a real small game with a hand that points, one speech bubble at a time.

- `steps.py`  what is said on which page, what it points at, and what the team has to do before the next is said.
- `game.py`   the game itself: the one that was left, or a new one.
"""
