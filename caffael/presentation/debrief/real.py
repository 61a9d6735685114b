"""The page *We and the real ones*: our weights beside those of the real buyers, who would have won by theirs, and how much price counts."""

from collections.abc import Iterator

from caffael.debrief.records import ContractStory, Debrief
from caffael.presentation.blocks import Bar, Bars, Block, Chip, Group, Page, Table, Text
from caffael.presentation.real_buyers import buyer_of, real_weights
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import CRITERIA, Criterion
from caffael.words.language import words
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name, weights_text

WALES_MEDIAN = 40
"""The median weight of price, in per cent, of 38 notices of Sell2Wales of February 2025: docs/facts.md."""
HEADS = (words("Need"), words("Team"), words("We asked"), words("The real buyer asked"), words("Our winner"), words("By the real weights"))


def compared(debrief: Debrief) -> list[ContractStory]:
    """The contracts that were weighed here, and whose real weights are known."""
    return [story for story in debrief.contracts if story.real is not None]


def real_page(viewer: Viewer, debrief: Debrief) -> Page:
    """Tender by tender, then the price in the middle: of ours, of all real ones in this game, and of Wales."""
    stories, title = compared(debrief), viewer.text("We and the real ones")
    if not stories:
        none = viewer.text("No tender was weighed here whose real weights are known.")
        return Page("real", title, blocks=(Text(none, "lead", "none"), prices(viewer, debrief), source(viewer)))
    same = sum(story.real is not None and story.real.supplier == story.supplier for story in stories)
    lead = viewer.text("Tenders in which the real weights would have chosen as we did: {n} of {all}.", n=same, all=len(stories))
    blocks: tuple[Block, ...] = (
        Text(lead, "lead", "lead"),
        Group("legend", viewer.text("Criteria"), tuple(legend(viewer))),
        Group("tenders", viewer.text("Tender by tender"), tuple(side_by_side(viewer, story) for story in stories)),
        table(viewer, stories),
        prices(viewer, debrief),
        source(viewer),
    )
    return Page("real", title, blocks=blocks)


def legend(viewer: Viewer) -> Iterator[Chip]:
    """The colours of the criteria."""
    people = viewer.cards.settings.people == 1
    for place in range(CRITERIA):
        if not (people and place == Criterion.SOCIAL_VALUE):
            yield Chip(criterion_name(viewer.language, place, people), criterion_picture(place, people), "ink_light", criterion_ink(place))


def ours(viewer: Viewer, story: ContractStory) -> list[int]:
    """Our weights, in per cent."""
    return viewer.cards.weights[story.weights * CRITERIA : (story.weights + 1) * CRITERIA]


def side_by_side(viewer: Viewer, story: ContractStory) -> Bars:
    """A tender: our weights and the real ones as bars, and what came of them."""
    assert story.real is not None
    we = bar(viewer.text("We, {team}", team=viewer.council(story.seat)), ours(viewer, story), viewer.supplier(story.supplier))
    they = bar(buyer_of(viewer, story.need), list(story.real.asked), viewer.supplier(story.real.supplier))
    told = f"{we.label}: {weights_text(viewer.language, viewer.cards, story.weights)}, {we.value}. "
    told += f"{they.label}: {real_weights(viewer, story.real.asked)}, {they.value}."
    return Bars(viewer.need(story.need), told, (we, they), id=f"tender.{story.seat}.{story.need}")


def bar(label: str, weights: list[int], value: str) -> Bar:
    """Weights one after another, in the colours of the criteria; behind them who wins by them."""
    parts = tuple((weight / 100, criterion_ink(place)) for place, weight in enumerate(weights) if weight)
    return Bar(label, parts, value)


def table(viewer: Viewer, stories: list[ContractStory]) -> Table:
    """The same in words."""
    rows = tuple(
        (
            viewer.need(story.need),
            viewer.council(story.seat),
            weights_text(viewer.language, viewer.cards, story.weights),
            f"{buyer_of(viewer, story.need)}: {real_weights(viewer, story.real.asked)}",
            viewer.supplier(story.supplier),
            viewer.supplier(story.real.supplier),
        )
        for story in stories
        if story.real is not None
    )
    caption = viewer.text("Our weights beside the real ones")
    return Table(caption, tuple(map(viewer.text, HEADS)), rows, widths=(18, 12, 20, 22, 14, 14), id="real-table")


def prices(viewer: Viewer, debrief: Debrief) -> Bars:
    """How much price counts in the middle: half of the tenders ask for more of it, half for less."""
    mine = [ours(viewer, story)[Criterion.PRICE] for story in compared(debrief)]
    real = [need.asked[Criterion.PRICE] for need in viewer.pack.texts.needs if need.asked]
    told = [(viewer.text("We"), median(mine))] if mine else []
    told += [(viewer.text("The real buyers of this game"), median(real)), (viewer.text("Wales, February 2025"), WALES_MEDIAN)]
    ink = criterion_ink(Criterion.PRICE)
    bars = tuple(Bar(label, ((weight / 100, ink),), viewer.language.percent(weight), picture="pound") for label, weight in told)
    title = viewer.text("How much the price counts, in the middle")
    return Bars(title, "; ".join(f"{one.label}: {one.value}" for one in bars), bars, id="prices")


def median(numbers: list[int]) -> int:
    """The middle one of numbers, or the mean of the two in the middle, rounded down."""
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) // 2


def source(viewer: Viewer) -> Text:
    """Where the figures of the world are from."""
    said = viewer.text(
        "The real weights stand in the buyers' own notices. Wales: 38 notices of Sell2Wales, February 2025 (Open Government Licence)."
    )
    return Text(said, "source", "source")
