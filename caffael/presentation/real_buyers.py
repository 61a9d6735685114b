"""What real buyers asked for the needs of this game, in sentences: beside a bid's page, and in the debrief."""

from collections.abc import Sequence

from caffael.presentation.viewer import Viewer
from caffael.words.language import words

WEIGHTS = (words("price {percent}"), words("quality {percent}"), words("social value {percent}"), words("environment {percent}"))
"""A real weight, in the order of the criteria; what the game calls carbon is the environment there."""


def has_real_buyers(viewer: Viewer) -> bool:
    """Whether any need of the game names what its real buyer asked."""
    return any(need.asked for need in viewer.pack.texts.needs)


def buyer_of(viewer: Viewer, need: int) -> str:
    """Who really asked for bids for a need; empty where nobody did."""
    return viewer.pack.need(need).buyer(viewer.code)


def real_weights(viewer: Viewer, asked: Sequence[int]) -> str:
    """The real weights in one line, those that count: price 60 %, quality 40 %."""
    percent = viewer.language.percent
    said = [viewer.text(pattern, percent=percent(weight)) for pattern, weight in zip(WEIGHTS, asked, strict=True) if weight]
    return ", ".join(said)


def real_text(viewer: Viewer, need: int, asked: Sequence[int], real: int, won: int) -> str:
    """What the real buyer of a need asked, and who would have won by that; `won` is who has won here."""
    said = viewer.text("{buyer} really asked: {weights}.", buyer=buyer_of(viewer, need), weights=real_weights(viewer, asked))
    name = viewer.supplier(real)
    if real == won:
        return f"{said} {viewer.text('By that, {supplier} would have won too.', supplier=name)}"
    return f"{said} {viewer.text('By that, {supplier} would have won instead.', supplier=name)}"
