"""Which notices become needs: filters, and of what is left a fair spread over categories and sizes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caffael.notices.cards import Card
from caffael.notices.notice import Notice

SIZES = 3
"""Small, middle and large ones, a third each of those whose value is told."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of notices; empty is anything.

    `buyer` and `words` are parts of texts, `region` and `cpv` beginnings of codes; values are in pounds.
    """

    buyer: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    cpv: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    least_gbp: float | None = None
    most_gbp: float | None = None
    weighed: bool = False  # only those whose weights are whole

    def fits(self, notice: Notice) -> bool:
        """Whether a notice is wanted."""
        text = f"{notice.title} {notice.title_cy} {notice.story} {notice.story_cy} {notice.cpv_words}".casefold()
        names = f"{notice.buyer} {notice.buyer_cy}".casefold()
        weights = notice.weights
        return (
            has_any(names, self.buyer)
            and has_any(text, self.words)
            and begins_any(notice.places, self.region)
            and begins_any(notice.codes, self.cpv)
            and (self.least_gbp is None or (notice.pounds is not None and notice.pounds >= self.least_gbp))
            and (self.most_gbp is None or (notice.pounds is not None and notice.pounds <= self.most_gbp))
            and (not self.weighed or (weights is not None and weights.whole))
        )


def has_any(text: str, parts: Iterable[str]) -> bool:
    """Whether one of these parts stands in a text; with none any text will do."""
    wanted = list(parts)
    return not wanted or any(part.casefold() in text for part in wanted)


def begins_any(codes: Sequence[str], beginnings: Sequence[str]) -> bool:
    """Whether a code begins so, or names what lies round it (UKL stands for all of Wales); with none any code will do."""
    if not beginnings:
        return True
    return any(code.startswith(one.upper()) for code in codes for one in beginnings)


def spread(cards: Sequence[Card], most: int) -> list[Card]:
    """So many cards at most, evenly over categories, and over sizes within each.

    Those with whole weights come first, then those with a value, then the newest. The same cards are chosen whenever the same are there.
    """
    lines: dict[str, list[list[Card]]] = {}
    sizes = size_of(cards)
    for card in sorted(cards, key=rank_of):
        groups = lines.setdefault(card.category, [[] for _ in range(SIZES)])
        groups[sizes[card.id]].append(card)
    chosen: list[Card] = []
    bought = Counter[str]()
    turn = dict.fromkeys(lines, 0)
    while len(chosen) < most and any(any(groups) for groups in lines.values()):
        for category in sorted(lines, key=lambda name: (sum(card.category == name for card in chosen), name)):
            found = next_of(lines[category], turn[category], bought)
            turn[category] += 1
            if found is not None:
                chosen.append(found)
                bought[found.notice.buyer] += 1
                break
    return chosen


def once_each(cards: Iterable[Card]) -> list[Card]:
    """Of cards with one title of one buyer, which nobody could tell apart, the first by rank: with whole weights, then the newest."""
    first: dict[tuple[str, str], Card] = {}
    for card in sorted(cards, key=rank_of):
        first.setdefault((card.cells["buyer_en"].casefold(), (card.cells["title_en"] or card.cells["title_cy"]).casefold()), card)
    return list(first.values())


def next_of(groups: list[list[Card]], turn: int, bought: Counter[str]) -> Card | None:
    """The next card of a category: one whose weights are known, as long as there is one; of the size whose turn it is; of as many as are
    alike the buyer's that was chosen least.
    """
    for known in (True, False):
        for step in range(SIZES):
            group = groups[(turn + step) % SIZES]
            places = [at for at, card in enumerate(group) if whole(card) == known]
            if places:
                return group.pop(min(places, key=lambda at: (bought[group[at].notice.buyer], at)))
    return None


def whole(card: Card) -> bool:
    """Whether its buyer's weights are known."""
    return bool(card.asked)


def rank_of(card: Card) -> tuple[bool, bool, str, str]:
    """What comes first."""
    newest = "".join(chr(0x10FFFF - ord(sign)) for sign in card.notice.date)
    return (not whole(card), card.notice.pounds is None, newest, card.notice.ocid)


def size_of(cards: Sequence[Card]) -> dict[str, int]:
    """Whether each is among the small (0), middle (1) or large ones; one without a value counts as in the middle."""
    told = sorted(card.notice.pounds for card in cards if card.notice.pounds is not None)
    if not told:
        return {card.id: 1 for card in cards}
    low, high = told[len(told) // 3], told[(2 * len(told)) // 3]
    return {card.id: 1 if (value := card.notice.pounds) is None or low <= value < high else 0 if value < low else 2 for card in cards}
