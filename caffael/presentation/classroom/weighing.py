"""What shall count, with all from which a device reckons by itself who would win, so that sliders answer at once on a slow network.

A device multiplies, adds up and sorts; it knows no rule. Bidders stand in the order in which ties are settled, so that sorting by points
alone, and leaving equals as they stand, is what the rules do.
"""

from dataclasses import dataclass
from functools import cmp_to_key

from caffael.presentation.blocks import Bid, Block, Button, Offer, Slider, Text, block
from caffael.presentation.classroom.desk import said_as
from caffael.presentation.money import price_text
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.expected import (
    FLIPS,
    LEADS,
    PEOPLE_FLIPS,
    PEOPLE_LEADS,
    bid_card_note,
    expected_group,
    warnings_of,
    weighed_bids,
)
from caffael.presentation.tender.price import draft_prices
from caffael.presentation.tender.weighing import weights_group
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Table
from caffael.rules.tender import price_of, wins_tie
from caffael.rules.terms import CRITERIA
from caffael.words.language import words
from caffael.words.looks import criterion_ink

LEAD = {
    "tie": words("{supplier} would win a tie with {other}: better quality wins, then the lower price, then the older card."),
    "close": words("It is very close: {supplier} would win by less than 0.1 points. Second: {other}."),
    "plain": words("{supplier} would win by {margin} points. Second: {other}."),
    "no flip": words("No small change of one weight would make another win."),
    "card": words("With the card “{card}”, {supplier} would win."),
    "no card": words("With any other card the same supplier would win."),
    "sole": words("No competition: only {supplier} can bid."),
    "place": words("Place {place} of {count}"),
}


@dataclass(frozen=True, slots=True)
class Bidding:
    """A bidder: its `word` in the record, its row, its four scores in thousandths, what goes against it that no weight counts, and what its
    price would leave.
    """

    word: str
    bid: Bid
    scores: tuple[int, ...]
    mind: str
    money: Text


@dataclass(frozen=True, slots=True)
class Weighing:
    """What shall count. `key` is another one as soon as need, route or bidders are; `begin` are the decisions before the weights.

    `rows` are the weights that may be published, `row` the one that lies there at first. Either `sliders` with a `hint` and `presets`, or
    the scenario's `cards`; `titles` are the cards' names. `bids` stand in the order in which ties are settled.
    """

    key: str
    title: str
    begin: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    row: int
    criteria: tuple[int, ...]
    inks: tuple[str, ...]
    sliders: tuple[Slider, ...]
    hint: str
    presets: tuple[tuple[Button, int], ...]
    cards: tuple[Offer, ...]
    titles: tuple[str, ...]
    table_title: str
    bids: tuple[Bidding, ...]
    nobody: tuple[Block, ...]
    note: str
    sentences: dict[str, str]


def weighing(viewer: Viewer, draft: Draft, begin: tuple[int, ...]) -> Weighing:
    """What shall count in a draft whose need and route are chosen; `begin`: the decisions that chose them."""
    group, table = weights_group(viewer, draft), draft.table()
    words_before = said_as(viewer, begin)
    bids = biddings(viewer, draft, table)
    bidders = ";".join(f"{one.word}:{','.join(map(str, one.scores))}:{one.bid.face.money}" for one in bids)
    buttons = [one for one in group.blocks if isinstance(one, Button)]
    hint = "" if viewer.pack.texts.weight_cards else block(group, Text, "hint").words
    return Weighing(
        key=f"{' / '.join(words_before)} | {bidders}",
        title=group.title,
        begin=words_before,
        rows=tuple(draft.rows.rows),
        row=draft.weights,
        criteria=tuple(draft.rows.criteria),
        inks=tuple(criterion_ink(criterion) for criterion in range(CRITERIA)),
        sliders=tuple(one for one in group.blocks if isinstance(one, Slider)),
        hint=hint,
        presets=tuple(zip(buttons, draft.rows.presets(draft.need).values(), strict=False)),
        cards=tuple(one for one in group.blocks if isinstance(one, Offer)),
        titles=tuple(card.title(viewer.code) for card in viewer.pack.texts.weight_cards),
        table_title=viewer.text("If you published this now, as printed"),
        bids=bids,
        nobody=() if bids else expected_group(viewer, draft).blocks,
        note=bid_card_note(viewer, draft) if bids else "",
        sentences=sentences(viewer),
    )


def tie_order(table: Table) -> list[int]:
    """The rows of a table as they would stand if all had the same points: what `rules.tender.rank` does with ties."""

    def compared(one: int, other: int) -> int:
        return -1 if wins_tie(table, one, other) else 1

    return sorted(range(table.count), key=cmp_to_key(compared))


def biddings(viewer: Viewer, draft: Draft, table: Table) -> tuple[Bidding, ...]:
    """The bidders in the order in which ties are settled."""
    prices = draft_prices(viewer, draft)
    if prices is None:
        return ()
    shown = {bid.face.supplier: bid for bid in weighed_bids(viewer, table, draft.percentages, draft.bought)}
    found = []
    for row in tie_order(table):
        bidder = table.bidders[row]
        price = price_of(viewer.cards, draft.need, bidder.percent)
        found.append(
            Bidding(
                word=viewer.pack.ids.suppliers[bidder.supplier],
                bid=shown[bidder.supplier],
                scores=tuple(bidder.scores),
                mind=" ".join(words for words in warnings_of(viewer, draft, bidder) if words),
                money=price_text(viewer, draft.seat, draft.need, draft.route, price, prices[1]),
            )
        )
    return tuple(found)


def sentences(viewer: Viewer) -> dict[str, str]:
    """What is said of the one that would win, with its braces: the device fills them in."""
    leads = {**LEADS, **PEOPLE_LEADS} if viewer.joined else LEADS
    flips = {**FLIPS, **PEOPLE_FLIPS} if viewer.joined else FLIPS
    said = {name: viewer.text(sentence) for name, sentence in LEAD.items()}
    said |= {f"lead {criterion}": viewer.text(sentence) for criterion, sentence in leads.items()}
    return said | {f"flip {criterion}": viewer.text(sentence) for criterion, sentence in flips.items()}
