"""What shall count: a slider for each criterion with a few rows at one touch, or the weight cards of the scenario."""

from collections.abc import Iterable
from itertools import pairwise

from caffael.presentation.bidders import bidder_face
from caffael.presentation.blocks import Block, Button, Chip, Group, Line, Offer, Slider, Text
from caffael.presentation.press import Do, Open
from caffael.presentation.tender.draft import BALANCED, Draft
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.terms import Criterion
from caffael.scenario.wording import WeightCardText
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

COARSE = 10
"""Steps so wide that what one weight takes may come from a single other one."""
PRESETS = {
    BALANCED: words("Suits this need"),
    "PRICE": words("More on price"),
    "QUALITY": words("More on quality"),
    "SOCIAL_VALUE": words("More for people"),
    "CARBON": words("More for the planet"),
}
HALF = 0.5
"""A criterion that counts for so much gives a weight card its picture; else nothing stands out."""
JOINED = {"QUALITY": words("More for people")}
PRESET_PICTURES = {BALANCED: "balance", "PRICE": "pound", "QUALITY": "star", "SOCIAL_VALUE": "heart-hands", "CARBON": "leaf"}


def weights_group(viewer: Viewer, draft: Draft) -> Group:
    """The weights as they stand, and what they can be."""
    blocks: tuple[Block, ...]
    if viewer.pack.texts.weight_cards:
        blocks = tuple(_card_offer(viewer, draft, card) for card in viewer.pack.texts.weight_cards)
    else:
        sliders = (_slider(viewer, draft, criterion) for criterion in draft.rows.criteria)
        blocks = (*sliders, Text(_hint(viewer, draft), "soft", "hint"), *_presets(viewer, draft))
    return Group("weights", viewer.text("What shall count?"), blocks)


def _slider(viewer: Viewer, draft: Draft, criterion: int) -> Slider:
    rows, percent, number = draft.rows, viewer.language.percent, draft.percentages[criterion]
    low, high = rows.low(criterion), rows.high(criterion)
    return Slider(
        id=f"weight.{criterion}",
        title=criterion_name(viewer.language, criterion, viewer.joined),
        number=number,
        value=percent(number),
        values=tuple(rows.values(criterion)),
        limits=viewer.text("{low} to {high}", low=low, high=percent(high)) if low > 0 or high < 100 else "",
        picture=criterion_picture(criterion, viewer.joined),
        ink=criterion_ink(criterion),
        more=handbook.criterion(viewer.language, criterion, viewer.joined).line,
        turns=Open("criterion back", (criterion,)),
    )


def _hint(viewer: Viewer, draft: Draft) -> str:
    least = draft.rows.least_criteria
    always = viewer.text("Together they are always {percent}.", percent=viewer.language.percent(100))
    told = [always]
    if least >= 2:
        told.append(viewer.plural("At least {n} must count.", "At least {n} must count.", least))
    values = draft.rows.values(draft.rows.criteria[0])
    step = min((high - low for low, high in pairwise(values)), default=1)
    if step >= COARSE:
        told.append(viewer.text("More for one takes from the others, in steps of {step}.", step=viewer.language.percent(step)))
    told.append(viewer.text("The buttons follow what this need costs and emits."))
    return " ".join(told)


def _presets(viewer: Viewer, draft: Draft) -> list[Button]:
    """A button for each row worth one; the one that stands there now is marked."""
    names = {**PRESETS, **JOINED} if viewer.joined else PRESETS
    pictures = {**PRESET_PICTURES, Criterion.QUALITY.name: "people"} if viewer.joined else PRESET_PICTURES
    return [
        Button(
            f"preset.{key.lower()}",
            viewer.text(names[key]),
            Do("weights", (row,)),
            pictures[key],
            "primary" if row == draft.weights else "plain",
        )
        for key, row in draft.rows.presets(draft.need).items()
    ]


def weight_lines(viewer: Viewer, weights: tuple[int, ...], criteria: Iterable[int]) -> tuple[Line, ...]:
    """What each of some criteria counts."""
    return tuple(
        Line(
            criterion_name(viewer.language, criterion, viewer.joined),
            viewer.language.percent(weights[criterion]),
            picture=criterion_picture(criterion, viewer.joined),
            ink=criterion_ink(criterion),
            share=weights[criterion] / 100,
        )
        for criterion in criteria
    )


def _card_offer(viewer: Viewer, draft: Draft, card: WeightCardText) -> Offer:
    """A weight card, with what each criterion counts, who would win with it, and what a year of that would bring."""
    lines, note = weight_lines(viewer, card.weights, draft.rows.criteria), ""
    chips: tuple[Chip, ...] = ()
    said = ", ".join(f"{line.title} {line.value}" for line in lines)
    table = draft.table_with(card.index)
    if table.count:
        face = bidder_face(viewer, table.bidders[table.winner], draft.bought)
        note = viewer.text("{supplier} would win", supplier=face.name)
        chips = tuple(Chip(fact.words, fact.picture, fact.ink) for fact in face.brings)
        said = f"{said}. {note}. {face.said}"
    most = max(lines, key=lambda line: line.share)
    return Offer(
        id=f"weights.{card.index}",
        action=actions.PUBLISH + card.index,
        title=card.title(viewer.code),
        said=said,
        note=note,
        picture=most.picture if most.share >= HALF else PRESET_PICTURES[BALANCED],
        ink=most.ink,
        lines=lines,
        chips=chips,
        chosen=card.index == draft.weights,
        turns=Open("weights back", tuple(draft.rows.criteria)),
    )
