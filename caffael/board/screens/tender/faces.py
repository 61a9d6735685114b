"""What the tender's drawings show of needs and bidders: plain numbers and words already said in the language of the board."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.rules.records import Bidder
from caffael.rules.terms import CRITERIA as CRITERIA_COUNT
from caffael.rules.terms import NONE, Kind, Route
from caffael.words.language import divided, words
from caffael.words.looks import GOAL_IDS, KIND_IDS
from caffael.words.sentences import goal_name, kind_name

if TYPE_CHECKING:
    from caffael.board.game import Session

SHORT_KINDS = {int(Kind.SME): words("Small firm")}
"""Kinds whose full name is too long for a row."""
TOP_POINTS = 100_000
"""A weighted total counts so many to the point."""


@dataclass(frozen=True, slots=True)
class BidderFace:
    """A bidder as its row shows it. `quality` and `social` are points out of 5, `carbon` and `local` percentages."""

    supplier: int
    name: str
    kind: str
    kind_words: str
    money: str
    percent: str
    quality: int
    social: int
    goal: str
    goal_words: str
    carbon: int
    local: int
    welsh: bool
    supported: bool


def bidder_face(session: "Session", bidder: Bidder) -> BidderFace:
    """What a row of the table of bids says."""
    cards, language = session.game.cards, session.language
    card, settings = cards.suppliers[bidder.supplier], cards.settings
    return BidderFace(
        supplier=bidder.supplier,
        name=session.pack.supplier(bidder.supplier).title(language.code),
        kind=KIND_IDS[card.kind],
        kind_words=language.text(SHORT_KINDS[card.kind]) if card.kind in SHORT_KINDS else kind_name(language, card.kind),
        money=language.money(bidder.bid),
        percent=language.percent(bidder.percent),
        quality=bidder.quality,
        social=bidder.social,
        goal=GOAL_IDS[card.social_goal],
        goal_words=goal_name(language, card.social_goal),
        carbon=bidder.carbon,
        local=card.local,
        welsh=card.welsh == 1 and settings.welsh_duty == 1,
        supported=card.supported == 1 and cards.routes[Route.RESERVED].on == 1,
    )


def points_of(bidder: Bidder, weights: tuple[int, ...]) -> tuple[float, ...]:
    """The points a bidder gets on each criterion; together they are its total."""
    return tuple(weights[at] * bidder.scores[at] / TOP_POINTS for at in range(CRITERIA_COUNT))


def whole(points: float) -> int:
    """Points as they are written in a bar."""
    return divided(round(points * 10), 10)


def need_figures(session: "Session", need: int) -> str:
    """What a need is worth, how long it runs and what the old way emits."""
    card, language = session.game.cards.needs[need], session.language
    return session.plural(
        "{money} for {n} year · {carbon} of carbon a year now",
        "{money} over {n} years · {carbon} of carbon a year now",
        card.term,
        money=language.money(card.estimate),
        carbon=language.carbon(card.carbon),
    )


def need_goals(session: "Session", need: int) -> list[tuple[str, str, str]]:
    """The goals that a need feeds in each delivered year: goal, its name with the points, the points alone."""
    card, language = session.game.cards.needs[need], session.language
    return [
        (
            goal,
            session.text("{goal} {points}", goal=goal_name(language, at), points=language.signed(card.goals[at])),
            language.signed(card.goals[at]),
        )
        for at, goal in enumerate(GOAL_IDS)
        if card.goals[at]
    ]


def need_title(session: "Session", need: int) -> str:
    """The title of a need; empty for none."""
    return "" if need == NONE else session.pack.need(need).title(session.language.code)
