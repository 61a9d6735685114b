"""The ways out of Python: `canvas`, which draws, `post`, which tells the page something, and `net`, which reaches a relay.

In a tab they are given by `page/worker.js`; a test puts its own in their place (`use`).
"""

from typing import Any

canvas: Any = None
"""What draws: the functions of page/canvas.js."""
net: Any = None
"""What reaches a relay: the functions of page/net.js; None where a test has none."""
_page: Any = None


def use(drawing: Any, page: Any, reaching: Any = None) -> None:
    """Draw with `drawing`, tell `page` and reach a relay by `reaching` from now on; `page` is called with a kind and the message."""
    global canvas, net, _page
    canvas, net, _page = drawing, reaching, page


def post(kind: str, **message: Any) -> None:
    """Tell the page something: a kind, and what belongs to it (numbers, words, bytes, lists and dictionaries of these)."""
    _page(kind, message)
