"""Where a council's carbon of a year came from: its contracts, the needs that waited while the old way went on, and the council itself."""

from collections.abc import Iterable

from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.words.language import words

ORIGINS = (
    words("Contracts: {carbon}"),
    words("Unmet needs: {carbon}"),
    words("Own buildings, vehicles: {carbon}"),
)


def carbon_by_origin(told: Iterable[Happened], seat: int) -> tuple[int, int, int]:
    """A council's carbon among what is told of a year: of contracts, of needs that stayed unmet, and of its own estate."""
    contracts = waiting = estate = 0
    unmet: set[int] = set()
    for happened in told:
        if happened.seat != seat:
            continue
        if happened.kind == Happening.UNMET:
            unmet.add(happened.a)
        elif happened.kind == Happening.CARBON and happened.a == NONE:
            estate += happened.b
        elif happened.kind == Happening.CARBON and happened.a in unmet:
            waiting += happened.b
        elif happened.kind == Happening.CARBON:
            contracts += happened.b
    return contracts, waiting, estate


def origins_said(viewer: Viewer, told: Iterable[Happened], seat: int) -> list[str]:
    """The origins that emitted anything, each as words with its carbon."""
    parts = carbon_by_origin(told, seat)
    return [viewer.text(said, carbon=viewer.language.carbon(part)) for said, part in zip(ORIGINS, parts, strict=True) if part]
