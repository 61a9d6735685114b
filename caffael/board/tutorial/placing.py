"""Where a bubble finds room."""

from caffael.board.scale import HEIGHT, WIDTH, Box

EDGE = 20.0
GAP = 34.0


def place_beside(target: Box, size: tuple[float, float]) -> Box:
    """A box of a size inside the window, beside a target: where it covers least of it; at the foot when that is the whole window."""
    wide, high = size
    if target.width >= WIDTH:
        return Box((WIDTH - wide) / 2, HEIGHT - high - EDGE, wide, high)
    middle, centre = target.left + target.width / 2, target.top + target.height / 2
    corners = (
        (target.right + GAP, centre - high / 2),
        (target.left - GAP - wide, centre - high / 2),
        (middle - wide / 2, target.top - GAP - high),
        (middle - wide / 2, target.bottom + GAP),
    )
    boxes = [Box(within(left, WIDTH - wide), within(top, HEIGHT - high), wide, high) for left, top in corners]
    return min(boxes, key=lambda box: covered(box, target))


def within(at: float, most: float) -> float:
    """A place that leaves a little air to the edges of the window."""
    return max(EDGE, min(at, most - EDGE))


def covered(one: Box, other: Box) -> float:
    """How much of a box another covers."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, wide) * max(0.0, high)
