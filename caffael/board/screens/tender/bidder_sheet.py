"""Where a bidder's points come from: criterion by criterion, each a way to everything that made it. Turned over: the supplier."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.screens.table.sheets.supplier import supplier_back
from caffael.board.screens.tender.offer_lines import carbon_lines, people_lines, price_lines, quality_lines, social_lines
from caffael.board.screens.tender.tender_backs import criterion_back
from caffael.board.widgets import Dialog
from caffael.presentation.cards import bidder_face
from caffael.rules.records import Bidder, Table
from caffael.rules.terms import Criterion
from caffael.words.language import divided, tenths
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.sheet_stack import SheetHost

HUNDREDTHS = 10_000
"""A weight times a score, so many to a tenth of a point."""


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


def bidder_sheet(host: "SheetHost", bid: Tendered) -> Dialog:
    """What a bidder offers on each criterion, what that scores and what the weight makes of it."""
    session, face = host.session, bidder_face(host.session.viewer, bid.bidder)
    rows = [_criterion_line(host, bid, criterion) for criterion in _criteria(session, bid)]
    if bid.weighed:
        rows.append(Line(session.text("Its points together"), session.language.score(bid.bidder.total), picture="trophy", ink="gold"))
    return info_sheet(
        host,
        face.name,
        rows,
        line=session.text("Where its points come from") if bid.weighed else session.text("What it offers, and for how much"),
        picture=face.kind,
        back=supplier_back(session, bid.supplier),
    )


def _criteria(session: "Session", bid: Tendered) -> list[int]:
    """The criteria that count; without weights all that this game knows."""
    settings = session.game.cards.settings
    known = [
        criterion
        for criterion in Criterion
        if not (criterion == Criterion.CARBON and settings.carbon == 0) and not (criterion == Criterion.SOCIAL_VALUE and settings.people)
    ]
    return [criterion for criterion in known if bid.weights[criterion] > 0] if bid.weighed else list(known)


def _criterion_line(host: "SheetHost", bid: Tendered, criterion: int) -> Line:
    session, language, bidder = host.session, host.session.language, bid.bidder
    people = session.game.cards.settings.people == 1
    words, value = offer_words(session, bidder, criterion), ""
    if bid.weighed:
        value = tenths(divided(bid.weights[criterion] * bidder.scores[criterion], HUNDREDTHS), keep=True)
        counted = session.text(
            "{score} of 100, counted {weight}", score=score_text(bid, criterion), weight=_weight(session, bid, criterion)
        )
        words = f"{words}: {counted}"
    return Line(
        criterion_name(language, criterion, people),
        value,
        words,
        criterion_picture(criterion, people),
        criterion_ink(criterion),
        on_press=_opens(host, bid, criterion),
    )


def _opens(host: "SheetHost", bid: Tendered, criterion: int) -> Callable[[], None]:
    return lambda: host.open(lambda: criterion_sheet(host, bid, criterion))


def _weight(session: "Session", bid: Tendered, criterion: int) -> str:
    return session.language.percent(bid.weights[criterion])


def score_text(bid: Tendered, criterion: int) -> str:
    """A bid's score on a criterion before it is weighed, out of 100."""
    return tenths(divided(bid.bidder.scores[criterion], 100))


def offer_words(session: "Session", bidder: Bidder, criterion: int) -> str:
    """What a bidder offers on a criterion."""
    language = session.language
    if criterion == Criterion.PRICE:
        return session.text(
            "{money}, {percent} of the estimate", money=language.money_exact(bidder.bid), percent=language.percent(bidder.percent)
        )
    if criterion == Criterion.CARBON:
        return session.text("{percent} of the carbon of the old way", percent=language.percent(bidder.carbon))
    if session.game.cards.settings.people == 1:
        return session.text("Quality {quality} and social value {social}, out of 5", quality=bidder.quality, social=bidder.social)
    return session.text("{points} out of 5", points=bidder.quality if criterion == Criterion.QUALITY else bidder.social)


def criterion_sheet(host: "SheetHost", bid: Tendered, criterion: int) -> Dialog:
    """One criterion of a bid, line by line: what its card says, what changed it, what it scores, and how much that counts."""
    session, language = host.session, host.session.language
    people = session.game.cards.settings.people == 1
    rows = _offer_lines(session, bid, criterion)
    if bid.weighed:
        points = tenths(divided(bid.weights[criterion] * bid.bidder.scores[criterion], HUNDREDTHS), keep=True)
        title = session.text("It counts {weight}", weight=_weight(session, bid, criterion))
        rows.append(Line(title, session.text("{points} points", points=points), "", "trophy", "gold"))
    return info_sheet(
        host,
        criterion_name(language, criterion, people),
        rows,
        line=bidder_face(session.viewer, bid.bidder).name,
        picture=criterion_picture(criterion, people),
        ink=criterion_ink(criterion),
        back=criterion_back(session, criterion),
    )


def _offer_lines(session: "Session", bid: Tendered, criterion: int) -> list[Line]:
    if criterion == Criterion.PRICE:
        return price_lines(session, bid)
    if criterion == Criterion.CARBON:
        return carbon_lines(session, bid)
    if criterion == Criterion.SOCIAL_VALUE:
        return social_lines(session, bid)
    return people_lines(session, bid) if session.game.cards.settings.people == 1 else quality_lines(session, bid)
