"""What made a bid's price, quality, social value and carbon, line by line, and how each becomes a score."""

from dataclasses import dataclass

from caffael.debrief.parts import Source, above_best, offer_change, price_parts
from caffael.presentation.blocks import Line
from caffael.presentation.viewer import Viewer
from caffael.rules.records import Bidder, Table
from caffael.rules.terms import FRAMEWORK, NONE, Criterion, Route
from caffael.words.language import divided, tenths, words
from caffael.words.looks import KIND_IDS
from caffael.words.sentences import route_name

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

    @property
    def bidder(self) -> Bidder:
        """Its row of the table."""
        return next(one for one in self.table.bidders[: self.table.count] if one.supplier == self.supplier)

    @property
    def weighed(self) -> bool:
        """Whether weights decide."""
        return any(self.weights)


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
    if not bid.weighed:
        return rows
    above = above_best(bid.table, bid.bidder, Criterion.CARBON)
    cleanest = bid.table.bidders[above.best]
    if above.tenths == 0:
        return [*rows, _score(viewer, bid, Criterion.CARBON, viewer.text("The cleanest bid has all the points."))]
    said = viewer.text(
        "It is {above} above the cleanest bid ({carbon}, {supplier}). It loses {loss} for each 1 %, but never goes below 0.",
        above=language.percent(above.tenths // 10),
        carbon=language.percent(cleanest.carbon),
        supplier=viewer.supplier(cleanest.supplier),
        loss=settings.carbon_slope,
    )
    return [*rows, _score(viewer, bid, Criterion.CARBON, said)]


def quality_lines(viewer: Viewer, bid: Tendered) -> list[Line]:
    """The quality on the card, what the route changed, and the points for it."""
    rows = _points_lines(viewer, bid, Criterion.QUALITY)
    if bid.weighed:
        rows.append(_score(viewer, bid, Criterion.QUALITY, viewer.text("Each point out of 5 scores 20.")))
    return rows


def social_lines(viewer: Viewer, bid: Tendered) -> list[Line]:
    """The social value on the card, what an engaged market adds, and the points for it."""
    rows = _points_lines(viewer, bid, Criterion.SOCIAL_VALUE)
    if bid.weighed:
        rows.append(_score(viewer, bid, Criterion.SOCIAL_VALUE, viewer.text("Each point out of 5 scores 20.")))
    return rows


def people_lines(viewer: Viewer, bid: Tendered) -> list[Line]:
    """Quality and social value, which this game joins."""
    rows = [*_points_lines(viewer, bid, Criterion.QUALITY), *_points_lines(viewer, bid, Criterion.SOCIAL_VALUE)]
    if bid.weighed:
        said = viewer.text("Half of quality and social value together, rounded up, out of 5. Each of these points scores 20.")
        rows.append(_score(viewer, bid, Criterion.QUALITY, said))
    return rows


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


def _score(viewer: Viewer, bid: Tendered, criterion: Criterion, said: str) -> Line:
    """The line that says what an offer scores."""
    score = tenths(divided(bid.bidder.scores[criterion], 100))
    return Line(viewer.text("Its score"), viewer.text("{score} of 100", score=score), said, "star", "gold")
