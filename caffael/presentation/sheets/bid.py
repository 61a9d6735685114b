"""Where a bidder's points come from: criterion by criterion, each a way to everything that made it. Turned over: the supplier.

Line by line: what made a bid's price, quality, social value and carbon, and how each becomes a score.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from caffael.debrief.parts import Source, above_best, offer_change, price_parts
from caffael.presentation.bidders import Bought, brings_of, brings_said, carbon_percent, reliability_fact
from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.cards import criterion_look
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import criterion_back
from caffael.presentation.sheets.supplier import reliability_line, supplier_back
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Bidder, Table
from caffael.rules.terms import FRAMEWORK, NONE, Criterion, Route
from caffael.words.language import divided, tenths, words
from caffael.words.looks import KIND_IDS
from caffael.words.sentences import route_name

HUNDREDTHS = 10_000
"""A weight times a score, so many to a tenth of a point."""

NAMES = {
    Source.LOAD: words("Contracts that it runs already"),
    Source.ROUTE: words("The way of buying"),
    Source.EVENT: words("This year's events"),
    Source.BID_CARD: words("Bid card"),
}
PICTURES = {Source.LOAD: "contract", Source.ROUTE: "gavel", Source.EVENT: "warning", Source.BID_CARD: "bid"}


@dataclass(frozen=True, slots=True)
class Tendered:
    """One bid among the others of a tender. `price_change`: what events do to its price, in per cent of the estimate; without weights
    all of them are 0.
    """

    need: int
    partner: int
    route: int
    price_change: int
    table: Table
    supplier: int
    weights: tuple[int, ...]
    seat: int
    past: bool = False

    @property
    def bought(self) -> Bought:
        """What the tender is about."""
        return Bought(self.seat, self.need, self.partner, self.route, self.past)

    @property
    def bidder(self) -> Bidder:
        """Its row of the table."""
        return next(one for one in self.table.bidders[: self.table.count] if one.supplier == self.supplier)

    @property
    def weighed(self) -> bool:
        """Whether weights decide."""
        return any(self.weights)


def bidder_sheet(viewer: Viewer, bid: Tendered) -> Sheet:
    """What a bidder offers on each criterion, what that scores and what the weight makes of it."""
    supplier = bid.supplier
    rows = [_criterion_line(viewer, bid, criterion) for criterion in _criteria(viewer, bid)]
    if bid.weighed:
        rows.append(Line(viewer.text("Its points together"), viewer.language.score(bid.bidder.total), picture="trophy", ink="gold"))
    rows += beside_lines(viewer, bid)
    line = viewer.text("Where its points come from") if bid.weighed else viewer.text("What it offers, and for how much")
    picture = KIND_IDS[viewer.cards.suppliers[supplier].kind]
    return Sheet("bidder", viewer.supplier(supplier), line, picture=picture, lines=tuple(rows), back=supplier_back(viewer, supplier))


def beside_lines(viewer: Viewer, bid: Tendered) -> tuple[Line, ...]:
    """What no weight counts: how sure its work is to come, and what a year of it would bring."""
    sure = reliability_line(viewer, bid.supplier)
    number, _ = reliability_fact(viewer, bid.bought, bid.bidder)
    if number != sure.value:
        sure = replace(sure, value=number, words=viewer.text("By this way of buying it is less sure. {words}", words=sure.words))
    if bid.past:
        return (sure,)
    brings = brings_said(viewer, brings_of(viewer, bid.bought, bid.bidder))
    return sure, Line(viewer.text("What it would bring"), words=brings, picture="prosperous", ink="accent")


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
    words, value = offer_words(viewer, bid.bidder, criterion, bid.route), ""
    if bid.weighed:
        value, weight = _points(bid, criterion), viewer.language.percent(bid.weights[criterion])
        counted = viewer.text("{score} of 100, counted {weight}", score=score_text(bid, criterion), weight=weight)
        words = f"{words}: {counted}"
    title, picture, ink = criterion_look(viewer, criterion)
    return Line(title, value, words, picture, ink, press=Open("criterion", (bid.supplier, int(criterion))))


def _points(bid: Tendered, criterion: int) -> str:
    return tenths(divided(bid.weights[criterion] * bid.bidder.scores[criterion], HUNDREDTHS), keep=True)


def score_text(bid: Tendered, criterion: int) -> str:
    """A bid's score on a criterion before it is weighed, out of 100."""
    return tenths(divided(bid.bidder.scores[criterion], 100))


def offer_words(viewer: Viewer, bidder: Bidder, criterion: int, route: int) -> str:
    """What a bidder offers on a criterion, bought by a route."""
    language = viewer.language
    if criterion == Criterion.PRICE:
        return viewer.text(
            "{money}, {percent} of the estimate", money=language.money_exact(bidder.bid), percent=language.percent(bidder.percent)
        )
    if criterion == Criterion.CARBON:
        percent = language.percent(carbon_percent(viewer, bidder, route))
        return viewer.text("{percent} of the carbon of the old way", percent=percent)
    if viewer.joined:
        return viewer.text("Quality {quality} and social value {social}, out of 5", quality=bidder.quality, social=bidder.social)
    return viewer.text("{points} out of 5", points=bidder.quality if criterion == Criterion.QUALITY else bidder.social)


def criterion_sheet(viewer: Viewer, bid: Tendered, criterion: int) -> Sheet:
    """One criterion of a bid, line by line: what its card says, what changed it, what it scores, and how much that counts."""
    rows = _offer_lines(viewer, bid, criterion)
    if bid.weighed:
        counts = viewer.text("It counts {weight}", weight=viewer.language.percent(bid.weights[criterion]))
        rows.append(Line(counts, viewer.text("{points} points", points=_points(bid, criterion)), "", "trophy", "gold"))
    title, picture, ink = criterion_look(viewer, criterion)
    line, back = viewer.supplier(bid.supplier), criterion_back(viewer, criterion)
    return Sheet("criterion", title, line, picture=picture, ink=ink, lines=tuple(rows), back=back)


def _offer_lines(viewer: Viewer, bid: Tendered, criterion: int) -> list[Line]:
    if criterion == Criterion.PRICE:
        return price_lines(viewer, bid)
    if criterion == Criterion.CARBON:
        return carbon_lines(viewer, bid)
    return points_lines(viewer, bid, criterion)


def price_lines(viewer: Viewer, bid: Tendered) -> list[Line]:
    """The estimate, each part of the percentage, the price, and the points for it."""
    cards, language, bidder = viewer.cards, viewer.language, bid.bidder
    estimate = cards.needs[bid.need].estimate + (cards.needs[bid.partner].estimate if bid.partner != NONE else 0)
    rows = [Line(viewer.text("Estimate"), language.money_exact(estimate), picture="chart", ink="ink_soft")]
    for part in price_parts(cards, bid.route, bid.price_change, bidder):
        if part.source is Source.PRINTED:
            percent = viewer.text("{percent} of the estimate", percent=language.percent(part.percent))
            rows.append(Line(viewer.text("Printed on its card"), percent, picture=KIND_IDS[viewer.cards.suppliers[bid.supplier].kind]))
        elif part.percent:
            said = ""
            if part.source is Source.LOAD:
                each = language.percent(cards.settings.load)
                said = viewer.plural(
                    "{n} contract, {each} more: a busy firm asks for more.",
                    "{n} contracts, {each} more for each: a busy firm asks for more.",
                    part.contracts,
                    each=each,
                )
            elif part.source is Source.ROUTE:
                said = route_name(language, bid.route)
            title = viewer.text(NAMES[part.source])
            value = language.signed_percent(part.percent)
            ink = "bad" if part.percent > 0 else "good"
            rows.append(Line(title, value, said, PICTURES[part.source], ink, value_ink=ink))
    percent = viewer.text("{percent} of the estimate, rounded down to whole pounds.", percent=language.percent(bidder.percent))
    rows.append(Line(viewer.text("What it asks for"), language.money_exact(bidder.bid), percent, "pound", "criterion.price"))
    return [*rows, *_price_score(viewer, bid)]


def _price_score(viewer: Viewer, bid: Tendered) -> list[Line]:
    if not bid.weighed:
        return []
    language, settings = viewer.language, viewer.cards.settings
    above = above_best(bid.table, bid.bidder, Criterion.PRICE)
    lowest = bid.table.bidders[above.best]
    if lowest.bid == bid.bidder.bid:
        return [_score(viewer, bid, Criterion.PRICE, viewer.text("The lowest bid has all the points."))]
    name, money = viewer.supplier(lowest.supplier), language.money_exact(lowest.bid)
    if settings.price_ratio == 1:
        said = viewer.text("The lowest bid, {money} from {supplier}, divided by this one.", money=money, supplier=name)
    else:
        said = viewer.text(
            "It is {above} % above the lowest bid ({money}, {supplier}). It loses {loss} for each 1 %, but never goes below 0.",
            above=tenths(above.tenths),
            money=money,
            supplier=name,
            loss=settings.price_slope,
        )
    return [_score(viewer, bid, Criterion.PRICE, said)]


def carbon_lines(viewer: Viewer, bid: Tendered) -> list[Line]:
    """The carbon on the card, what the route changed, and the points for it."""
    language, settings = viewer.language, viewer.cards.settings
    change = offer_change(viewer.cards, bid.bidder, Criterion.CARBON)
    old_way = viewer.text("{percent} of the old way", percent=language.percent(change.printed))
    rows = [Line(viewer.text("Printed on its card"), old_way, picture=KIND_IDS[viewer.cards.suppliers[bid.supplier].kind])]
    if change.change:
        value = language.signed_percent(change.change)
        rows.append(Line(viewer.text(NAMES[Source.ROUTE]), value, route_name(language, bid.route), "gavel", "good", value_ink="good"))
    joint = carbon_percent(viewer, bid.bidder, bid.route) - bid.bidder.carbon
    if joint < 0:
        said = viewer.text("Every bid of a joint tender is cleaner by as much, so no score changes.")
        rows.append(Line(viewer.text(NAMES[Source.ROUTE]), language.signed_percent(joint), said, "joint", "good", value_ink="good"))
    if not bid.weighed:
        return rows
    above = above_best(bid.table, bid.bidder, Criterion.CARBON)
    cleanest = bid.table.bidders[above.best]
    if above.tenths == 0:
        return [*rows, _score(viewer, bid, Criterion.CARBON, viewer.text("The cleanest bid has all the points."))]
    said = viewer.text(
        "It is {above} above the cleanest bid ({carbon}, {supplier}). It loses {loss} for each 1 %, but never goes below 0.",
        above=language.percent(above.tenths // 10),
        carbon=language.percent(carbon_percent(viewer, cleanest, bid.route)),
        supplier=viewer.supplier(cleanest.supplier),
        loss=settings.carbon_slope,
    )
    return [*rows, _score(viewer, bid, Criterion.CARBON, said)]


def points_lines(viewer: Viewer, bid: Tendered, criterion: int) -> list[Line]:
    """Quality or social value on the card, what changed it, and the points for it; both where the game joins them."""
    rows, said = _points_lines(viewer, bid, Criterion(criterion)), viewer.text("Each point out of 5 scores 20.")
    if viewer.joined and criterion == Criterion.QUALITY:
        rows += _points_lines(viewer, bid, Criterion.SOCIAL_VALUE)
        said = viewer.text("Half of quality and social value together, rounded up, out of 5. Each of these points scores 20.")
    return [*rows, _score(viewer, bid, criterion, said)] if bid.weighed else rows


def _points_lines(viewer: Viewer, bid: Tendered, criterion: Criterion) -> list[Line]:
    language = viewer.language
    change = offer_change(viewer.cards, bid.bidder, criterion)
    social = criterion is Criterion.SOCIAL_VALUE
    title = viewer.text("Social value on its card") if social else viewer.text("Quality on its card")
    picture, ink = ("heart-hands", "criterion.social") if social else ("star", "criterion.quality")
    said = viewer.text("The framework brings no social value.") if social and bid.supplier == FRAMEWORK else ""
    rows = [Line(title, viewer.text("{n} of {most}", n=change.printed, most=5), said, picture, ink)]
    if change.change:
        engaged = social or bid.route != Route.FLEXIBLE
        name = viewer.text("The market was engaged for this need") if engaged else viewer.text(NAMES[Source.ROUTE])
        words = viewer.text("Firms that are asked early promise more; 5 is the most.") if engaged else route_name(language, bid.route)
        rows.append(Line(name, language.signed(change.change), words, "engage" if engaged else "gavel", "good", value_ink="good"))
    return rows


def _score(viewer: Viewer, bid: Tendered, criterion: int, said: str) -> Line:
    """The line that says what an offer scores."""
    return Line(viewer.text("Its score"), viewer.text("{score} of 100", score=score_text(bid, criterion)), said, "star", "gold")


BID_SHEETS: dict[str, Callable[..., Sheet]] = {"bidder": bidder_sheet, "criterion": criterion_sheet}
"""The sheets of a page on which bids lie, by the names that presses give them: each about a bid, the second about a criterion too."""
