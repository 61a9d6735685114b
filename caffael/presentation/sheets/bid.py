"""Where a bidder's points come from: criterion by criterion, each a way to everything that made it. Turned over: the supplier."""

from collections.abc import Callable

from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import criterion_back
from caffael.presentation.sheets.offer_lines import Tendered, carbon_lines, people_lines, price_lines, quality_lines, social_lines
from caffael.presentation.sheets.supplier import supplier_back
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Bidder
from caffael.rules.terms import Criterion
from caffael.words.language import divided, tenths
from caffael.words.looks import KIND_IDS, criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

HUNDREDTHS = 10_000
"""A weight times a score, so many to a tenth of a point."""


def bidder_sheet(viewer: Viewer, bid: Tendered) -> Sheet:
    """What a bidder offers on each criterion, what that scores and what the weight makes of it."""
    supplier = bid.supplier
    rows = [_criterion_line(viewer, bid, criterion) for criterion in _criteria(viewer, bid)]
    if bid.weighed:
        rows.append(Line(viewer.text("Its points together"), viewer.language.score(bid.bidder.total), picture="trophy", ink="gold"))
    line = viewer.text("Where its points come from") if bid.weighed else viewer.text("What it offers, and for how much")
    picture = KIND_IDS[viewer.cards.suppliers[supplier].kind]
    return Sheet("bidder", viewer.supplier(supplier), line, picture=picture, lines=tuple(rows), back=supplier_back(viewer, supplier))


def _criteria(viewer: Viewer, bid: Tendered) -> list[int]:
    """The criteria that count; without weights all that this game knows."""
    settings = viewer.cards.settings
    known = [
        criterion
        for criterion in Criterion
        if not (criterion == Criterion.CARBON and settings.carbon == 0) and not (criterion == Criterion.SOCIAL_VALUE and settings.people)
    ]
    return [criterion for criterion in known if bid.weights[criterion] > 0] if bid.weighed else list(known)


def _criterion_line(viewer: Viewer, bid: Tendered, criterion: int) -> Line:
    language, bidder = viewer.language, bid.bidder
    people = viewer.cards.settings.people == 1
    words, value = offer_words(viewer, bidder, criterion), ""
    if bid.weighed:
        value = tenths(divided(bid.weights[criterion] * bidder.scores[criterion], HUNDREDTHS), keep=True)
        counted = viewer.text("{score} of 100, counted {weight}", score=score_text(bid, criterion), weight=_weight(viewer, bid, criterion))
        words = f"{words}: {counted}"
    title = criterion_name(language, criterion, people)
    picture = criterion_picture(criterion, people)
    return Line(title, value, words, picture, criterion_ink(criterion), press=Open("criterion", (bid.supplier, int(criterion))))


def _weight(viewer: Viewer, bid: Tendered, criterion: int) -> str:
    return viewer.language.percent(bid.weights[criterion])


def score_text(bid: Tendered, criterion: int) -> str:
    """A bid's score on a criterion before it is weighed, out of 100."""
    return tenths(divided(bid.bidder.scores[criterion], 100))


def offer_words(viewer: Viewer, bidder: Bidder, criterion: int) -> str:
    """What a bidder offers on a criterion."""
    language = viewer.language
    if criterion == Criterion.PRICE:
        return viewer.text(
            "{money}, {percent} of the estimate", money=language.money_exact(bidder.bid), percent=language.percent(bidder.percent)
        )
    if criterion == Criterion.CARBON:
        return viewer.text("{percent} of the carbon of the old way", percent=language.percent(bidder.carbon))
    if viewer.cards.settings.people == 1:
        return viewer.text("Quality {quality} and social value {social}, out of 5", quality=bidder.quality, social=bidder.social)
    return viewer.text("{points} out of 5", points=bidder.quality if criterion == Criterion.QUALITY else bidder.social)


def criterion_sheet(viewer: Viewer, bid: Tendered, criterion: int) -> Sheet:
    """One criterion of a bid, line by line: what its card says, what changed it, what it scores, and how much that counts."""
    language = viewer.language
    people = viewer.cards.settings.people == 1
    rows = _offer_lines(viewer, bid, criterion)
    if bid.weighed:
        points = tenths(divided(bid.weights[criterion] * bid.bidder.scores[criterion], HUNDREDTHS), keep=True)
        title = viewer.text("It counts {weight}", weight=_weight(viewer, bid, criterion))
        rows.append(Line(title, viewer.text("{points} points", points=points), "", "trophy", "gold"))
    name = criterion_name(language, criterion, people)
    line = viewer.supplier(bid.supplier)
    picture = criterion_picture(criterion, people)
    return Sheet(
        "criterion", name, line, picture=picture, ink=criterion_ink(criterion), lines=tuple(rows), back=criterion_back(viewer, criterion)
    )


def _offer_lines(viewer: Viewer, bid: Tendered, criterion: int) -> list[Line]:
    if criterion == Criterion.PRICE:
        return price_lines(viewer, bid)
    if criterion == Criterion.CARBON:
        return carbon_lines(viewer, bid)
    if criterion == Criterion.SOCIAL_VALUE:
        return social_lines(viewer, bid)
    return people_lines(viewer, bid) if viewer.cards.settings.people == 1 else quality_lines(viewer, bid)


BID_SHEETS: dict[str, Callable[..., Sheet]] = {"bidder": bidder_sheet, "criterion": criterion_sheet}
"""The sheets of a page on which bids lie, by the names that presses give them: each about a bid, the second about a criterion too."""
