"""The two ways out of Python: `canvas`, which draws, and `post`, which tells the page something.

In a tab both are given by `page/worker.js`; a test puts its own in their place (`use`).
"""

from typing import Any

canvas: Any = None
"""What draws: the functions of page/canvas.js."""
_page: Any = None


def use(drawing: Any, page: Any) -> None:
    """Draw with `drawing` and tell `page` from now on; `page` is called with a kind and the message."""
    global canvas, _page
    canvas, _page = drawing, page


def post(kind: str, **message: Any) -> None:
    """Tell the page something: a kind, and what belongs to it (numbers, words, bytes, lists and dictionaries of these)."""
    _page(kind, message)
