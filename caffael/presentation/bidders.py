"""A row of the table of bids: who it is, what it offers, how sure its work is to come, and what a year of it would bring.

What a year would bring is reckoned by the rules for the contract that would be signed, so that weights are not the whole story.
"""

from dataclasses import dataclass

from caffael.presentation.cards import record_words
from caffael.presentation.faces import BidderFace, Fact
from caffael.presentation.plain import is_plain, supplier_stars
from caffael.presentation.viewer import Viewer
from caffael.rules.delivery import payment_of, reliability_of
from caffael.rules.outlook import carbon_of_year, fill_gains
from caffael.rules.publication import write_contract
from caffael.rules.records import Bidder, Contract
from caffael.rules.tender import is_engaged
from caffael.rules.terms import FRAMEWORK, GOALS, NONE, UNKNOWN, Kind, Management, Route
from caffael.words.language import words
from caffael.words.looks import GOAL_IDS, KIND_IDS, goal_ink
from caffael.words.sentences import goal_name, kind_name

ROW_KINDS = {int(Kind.SME): words("Small firm")}
"""Kinds whose full name is too long for a row."""


@dataclass(frozen=True, slots=True)
class Bought:
    """What a table of bids is about: whose need, with which partner's (NONE: alone), and by which route.

    `past`: it was bought earlier, so what a year would bring by the table of today is not told of it.
    """

    seat: int
    need: int
    partner: int
    route: int
    past: bool = False


@dataclass(frozen=True, slots=True)
class Brings:
    """What a delivered year of a contract brings: goals, pounds that stay local, and kilograms of carbon saved against the old way
    (below 0: more than that). Where teams choose what to manage, this is of a contract that is managed.
    """

    gains: tuple[int, ...]
    local: int
    saved: int


def contract_with(viewer: Viewer, bought: Bought, bidder: Bidder) -> Contract:
    """The contract that would be signed with a bidder; managed, unless there is no managing in this game."""
    contract, cards, state = Contract(), viewer.cards, viewer.state
    engaged = is_engaged(state, bought.need, bought.partner)
    write_contract(cards, state, bought.seat, bought.need, bought.partner, bought.route, NONE, engaged, bidder, contract)
    contract.managed = int(cards.settings.management != Management.OFF)
    return contract


def brings_of(viewer: Viewer, bought: Bought, bidder: Bidder) -> Brings:
    """What a delivered year with a bidder brings."""
    cards, council, gains = viewer.cards, viewer.state.councils[bought.seat], [0] * GOALS
    contract = contract_with(viewer, bought, bidder)
    fill_gains(cards, council, contract, gains)
    local = payment_of(contract) * cards.suppliers[bidder.supplier].local // 100
    return Brings(tuple(gains), local, cards.needs[bought.need].carbon - carbon_of_year(cards, council, contract))


def brings_facts(viewer: Viewer, brings: Brings) -> tuple[Fact, ...]:
    """What a delivered year brings, each with its picture: goals by their number alone, then local money, then carbon."""
    language = viewer.language
    goals = [Fact(GOAL_IDS[goal], goal_ink(goal), language.signed(points), 0) for goal, points in enumerate(brings.gains) if points]
    if is_plain(viewer):
        return tuple(goals)
    local = Fact("home", "criterion.local", viewer.text("{money} local", money=language.money(brings.local)), 0)
    if viewer.cards.settings.carbon == 0:
        return *goals, local
    carbon = Fact("carbon", "criterion.carbon" if brings.saved >= 0 else "bad", carbon_words(viewer, brings.saved), 0)
    return *goals, local, carbon


def brings_said(viewer: Viewer, brings: Brings) -> str:
    """What a delivered year brings, as it is read out."""
    language = viewer.language
    parts = [goal_points(viewer, goal, points) for goal, points in enumerate(brings.gains) if points]
    parts.append(viewer.text("{money} stays local", money=language.money(brings.local)))
    if viewer.cards.settings.carbon == 1:
        parts.append(viewer.text("carbon: {change}", change=carbon_words(viewer, brings.saved)))
    return f"{brings_title(viewer)} {', '.join(parts)}."


def goal_points(viewer: Viewer, goal: int, points: int) -> str:
    """A goal and how far it moves."""
    return viewer.text("{goal} {points}", goal=goal_name(viewer.language, goal), points=viewer.language.signed(points))


def brings_title(viewer: Viewer) -> str:
    """What stands before what a year brings: whether that takes somebody who manages it."""
    if viewer.cards.settings.management == Management.CHOICE:
        return viewer.text("A managed year brings:")
    return viewer.text("A year brings:")


def carbon_percent(viewer: Viewer, bidder: Bidder, route: int) -> int:
    """What a bidder's contract would emit, in per cent of the old way; a joint tender is cleaner than its card says."""
    change = viewer.cards.settings.joint_carbon if route == Route.JOINT else 0
    return max(bidder.carbon + change, 0)


def carbon_words(viewer: Viewer, saved: int) -> str:
    """How much carbon is saved against the old way, or how much more there is."""
    carbon = viewer.language.carbon(abs(saved))
    if saved == 0:
        return viewer.text("none saved")
    return viewer.text("{carbon} saved", carbon=carbon) if saved > 0 else viewer.text("{carbon} more", carbon=carbon)


def reliability_fact(viewer: Viewer, bought: Bought, bidder: Bidder) -> tuple[str, bool]:
    """How reliable a bidder would be in this contract, as far as everybody knows: rows lie before the whole class.

    A question mark while its track record is face down.
    """
    contract = contract_with(viewer, bought, bidder)
    if contract.reliability_change == 0:
        return record_words(viewer, bidder.supplier)
    record = 0 if bidder.supplier == FRAMEWORK else viewer.state.records[bidder.supplier]
    unseen = record == UNKNOWN and viewer.cards.settings.track_records == 1
    number = reliability_of(viewer.cards, contract, record)
    return (f"{number}?", False) if unseen else (str(number), True)


def reliability_said(viewer: Viewer, reliability: str, seen: bool) -> str:
    """How reliable a bidder is, as its row is read out."""
    if seen:
        return viewer.text("Reliability: {n} of 6.", n=reliability)
    return viewer.text("Reliability: {n} of 6 by its reputation; its track record is face down.", n=reliability.rstrip("?"))


def plain_facts(viewer: Viewer, bidder: Bidder, money: str) -> tuple[Fact, ...]:
    """What a bidder offers on a plain table: its price, and what else counts in stars, as on its card."""
    stars = supplier_stars(viewer, bidder.supplier)[1:]
    return Fact("pound", "criterion.price", money, 80), *(Fact(one.picture, one.ink, one.name, 130, stars=one) for one in stars)


def bidder_face(viewer: Viewer, bidder: Bidder, bought: Bought) -> BidderFace:
    """What a row of the table of bids says."""
    cards, language = viewer.cards, viewer.language
    card, settings = cards.suppliers[bidder.supplier], cards.settings
    money, percent, goal = language.money(bidder.bid), language.percent(bidder.percent), GOAL_IDS[card.social_goal]
    brings = None if bought.past else brings_of(viewer, bought, bidder)
    reliability, seen = reliability_fact(viewer, bought, bidder)
    return BidderFace(
        supplier=bidder.supplier,
        name=viewer.supplier(bidder.supplier),
        kind=KIND_IDS[card.kind],
        kind_words=viewer.text(ROW_KINDS[card.kind]) if card.kind in ROW_KINDS else kind_name(language, card.kind),
        money=money,
        percent=percent,
        facts=plain_facts(viewer, bidder, money)
        if is_plain(viewer)
        else (
            Fact("pound", "criterion.price", money, 112, percent),
            Fact("star", "criterion.quality", f"{bidder.quality}/5", 74),
            Fact(goal, f"goal.{goal}", f"{bidder.social}/5", 74),
            Fact("carbon", "criterion.carbon", language.percent(carbon_percent(viewer, bidder, bought.route)), 100),
            Fact("home", "criterion.local", language.percent(card.local), 92),
            Fact("seal", "ink" if seen else "ink_soft", reliability, 62),
        ),
        welsh=card.welsh == 1 and settings.welsh_duty == 1,
        supported=card.supported == 1 and cards.routes[Route.RESERVED].on == 1,
        brings_title="" if brings is None else brings_title(viewer),
        brings=() if brings is None else brings_facts(viewer, brings),
        said=" ".join((reliability_said(viewer, reliability, seen), *(() if brings is None else (brings_said(viewer, brings),)))),
    )
