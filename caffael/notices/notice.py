"""What is known of a notice and of each of its lots, and of the weights that its buyer gives."""

from dataclasses import dataclass, field
from typing import Literal

CRITERIA = ("price", "quality", "social_value", "environment")
"""What bids are judged by, in the order of the game's criteria."""
Sure = Literal["stated", "read", "part", ""]
"""How sure weights are: `stated` in the award criteria, whole; `read` from sentences, whole; `part` of them stated; or none."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a lot: a share in per cent for each criterion, and the text that they were read from.

    Whole ones make 100. Of a `part` only what is stated has a share, and the rest is nobody's.
    """

    shares: tuple[float, float, float, float]
    sure: Sure
    text: str = ""

    @property
    def whole(self) -> bool:
        """Whether they make 100."""
        return self.sure in ("stated", "read")

    @property
    def percents(self) -> tuple[int, ...]:
        """The shares as whole numbers that make 100: each is rounded down, and what lacks goes to the largest remainders."""
        down = [int(share + 1e-9) for share in self.shares]
        order = sorted(range(len(down)), key=lambda place: (down[place] - self.shares[place], place))
        for place in order[: max(0, 100 - sum(down))]:
            down[place] += 1
        return tuple(down)


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot: what of it differs from the notice. `pounds` is its own value, if it has one."""

    id: str = ""
    title: str = ""
    cpv: tuple[str, ...] = ()
    pounds: float | None = None
    years: float | None = None
    regions: tuple[str, ...] = ()
    weights: Weights | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in its newest form. Texts are tidy; `pounds` is the whole value over the whole term, None where none is told."""

    ocid: str
    release: str = ""
    date: str = ""
    link: str = ""
    licence: str = ""
    language: str = ""
    title: str = ""
    title_cy: str = ""
    story: str = ""
    story_cy: str = ""
    buyer: str = ""
    buyer_cy: str = ""
    cpv: tuple[str, ...] = ()
    cpv_words: str = ""
    pounds: float | None = None
    years: float | None = None
    regions: tuple[str, ...] = ()
    lots: tuple[Lot, ...] = field(default=(Lot(),))

    @property
    def weights(self) -> Weights | None:
        """What its buyer asks: that of most of its lots, whole weights before a part of them; None where none is stated."""
        stated = [lot.weights for lot in self.lots if lot.weights is not None]
        whole = [one for one in stated if one.whole] or stated
        return max(whole, key=lambda one: sum(one.shares == other.shares for other in whole)) if whole else None

    @property
    def codes(self) -> tuple[str, ...]:
        """All its CPV codes, the first one first."""
        return tuple(dict.fromkeys([*self.cpv, *(code for lot in self.lots for code in lot.cpv)]))

    @property
    def places(self) -> tuple[str, ...]:
        """All the regions where it is delivered, by their NUTS codes."""
        return tuple(dict.fromkeys([*self.regions, *(code for lot in self.lots for code in lot.regions)]))
