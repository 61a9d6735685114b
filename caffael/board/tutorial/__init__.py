"""The guided game: a real small game with a hand that points, one speech bubble at a time.

- `steps.py`    what is said on which page, what it points at, and what the team has to do before the next is said.
- `placing.py`  where a bubble finds room beside what it points at.
- `bubble.py`   the bubble and the ring round what it points at.
- `guide.py`    goes from step to step by what has happened, and lets only what is meant be pressed.
- `lesson.py`   begins the guided game, or goes on with it.
"""

from caffael.board.tutorial.guide import Guide
from caffael.board.tutorial.lesson import begin_tutorial

__all__ = ["Guide", "begin_tutorial"]
