"""The pages of a tender, with the same heading and buttons: the other pages, back, publish; and what is asked before it is published."""

from dataclasses import dataclass

from caffael.presentation.bidders import bidder_face
from caffael.presentation.blocks import Bid, Block, Button, Chip, Choice, Group, Offer, Page, Sheet, Text
from caffael.presentation.cards import need_worth, supplier_face
from caffael.presentation.help import up_to
from caffael.presentation.money import money_line, need_chip
from caffael.presentation.press import Do, Open, Play
from caffael.presentation.tender.draft import Draft, RouteOffer
from caffael.presentation.tender.expected import bid_card_note, expected_group
from caffael.presentation.tender.price import draft_text
from caffael.presentation.tender.weighing import weight_lines, weights_group
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.actions import engage_days
from caffael.rules.terms import NONE, Route, Scope
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.looks import GOAL_IDS, ROUTE_PICTURES, goal_ink, team_ink
from caffael.words.sentences import goal_name, route_name

NEED, ROUTE, AWARD = range(3)
"""The places of the pages; the last is what counts, or who gets the contract."""


def tender_page(viewer: Viewer, draft: Draft, at: int) -> Page:
    """The page at a place."""
    if at == NEED:
        return need_page(viewer, draft)
    if at == ROUTE:
        return route_page(viewer, draft)
    return weigh_page(viewer, draft) if draft.weighs else award_page(viewer, draft)


def need_page(viewer: Viewer, draft: Draft) -> Page:
    """Which need of the tray it is for; one that can't be bought now says why."""
    needs = draft.needs()
    title = viewer.text("What do you want to buy?") if needs else viewer.text("The tray is empty: there is nothing to buy now.")
    return _page(viewer, draft, NEED, Group("needs", title, tuple(_need_offer(viewer, draft, need, reason) for need, reason in needs)))


def route_page(viewer: Viewer, draft: Draft) -> Page:
    """How to buy."""
    return _page(viewer, draft, ROUTE, routes_group(viewer, draft))


def weigh_page(viewer: Viewer, draft: Draft) -> Page:
    """What shall count, and what would come of it as printed."""
    return _page(viewer, draft, AWARD, weights_group(viewer, draft), expected_group(viewer, draft))


def award_page(viewer: Viewer, draft: Draft) -> Page:
    """Without weights: the framework's one supplier, or for a direct award those that can take it, of which one is chosen."""
    if draft.route == Route.DIRECT:
        title = viewer.text("Who shall get the contract?")
        words = viewer.text("A direct award has no weights and no competition. You choose, and you answer for it.")
        bidders = draft.offers()
    else:
        title = viewer.text("The framework has one supplier and fixed terms")
        words = viewer.text("There are no weights here. It is quick, but it brings no social value.")
        table = draft.table()
        bidders = table.bidders[: table.count]
    bids = []
    for bidder in bidders:
        face, turns = bidder_face(viewer, bidder, draft.bought), Open("bidder", (bidder.supplier,))
        action = actions.SUPPLIER + bidder.supplier if draft.route == Route.DIRECT else None
        chosen = action is not None and bidder.supplier == draft.supplier
        bids.append(Bid(f"bidder.{bidder.supplier}", face, f"{face.money}. {face.said}", action=action, chosen=chosen, turns=turns))
    money = draft_text(viewer, draft)
    return _page(viewer, draft, AWARD, Group("award", title, (Text(words, "soft"), *bids, *(() if money is None else (money,)))))


# ------------------------------------------------------------------------------------------------------------- heading and buttons


def _page(viewer: Viewer, draft: Draft, at: int, *groups: Group) -> Page:
    ink, need = team_ink(draft.seat), draft.need
    name = ("tender need", "tender route", "tender weights" if draft.weighs else "tender award")[at]
    buttons = [
        *_steps(viewer, draft, at),
        *_ways(viewer, draft, at),
        Button("back", viewer.text("Back to the table"), Do("back"), "arrow-left", "plain"),
    ]
    if at == AWARD:
        buttons += _engage(viewer, draft)
        words, why = publish_words(viewer, draft), _why_not_publish(viewer, draft)
        buttons.append(Button("publish", words, Do("confirm"), "gavel", why=why, ink=ink))
    if need == NONE:
        return Page(name, viewer.text("A new tender"), picture="tender", ink=ink, blocks=groups, buttons=tuple(buttons))
    blocks: list[Block] = [] if draft.joint else list(need_goals(viewer, need))
    blocks += groups
    if at == AWARD and draft.table().count and (note := bid_card_note(viewer, draft)):
        blocks.append(Text(note, "soft", "note"))
    look = viewer.need_look(need)
    return Page(name, viewer.need(need), _line(viewer, draft), look, f"category.{look}", tuple(blocks), tuple(buttons))


def _line(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        team = viewer.council(viewer.state.need_seat[draft.partner])
        return viewer.text("Joint with {team}: “{need}”", team=team, need=viewer.need(draft.partner))
    worth = need_worth(viewer, draft.need)
    if draft.route == NONE:
        return worth
    return f"{worth} · {route_name(viewer.language, draft.route, draft.scope)}, {days_said(viewer, draft.days)}"


def _steps(viewer: Viewer, draft: Draft, at: int) -> list[Button]:
    """The pages by name; one that can't be turned to says why."""
    if draft.one_route:
        names = {NEED: viewer.text("1 Need"), AWARD: viewer.text("2 What counts")}
    else:
        last = viewer.text("3 Award") if draft.route in (Route.FRAMEWORK, Route.DIRECT) else viewer.text("3 What counts")
        names = {NEED: viewer.text("1 Need"), ROUTE: viewer.text("2 Route"), AWARD: last}
    fixed = draft.joint or draft.begun
    buttons = []
    for place, name in names.items():
        ready = place == NEED or (place == ROUTE and draft.need != NONE) or (place == AWARD and draft.route != NONE)
        why = "" if ready else viewer.text("First choose what comes before this.")
        if fixed and place != AWARD:
            why = viewer.text("This is settled already.")
        press, ink = Do("step", (place,)), team_ink(draft.seat)
        buttons.append(Button(f"step.{place}", name, press, style="primary" if place == at else "plain", why=why, ink=ink))
    return buttons


def _ways(viewer: Viewer, draft: Draft, at: int) -> list[Button]:
    """The routes beside what counts, so that another one is a press away; the one that is taken is marked."""
    if at != AWARD or draft.joint or draft.begun or draft.one_route:
        return []
    return [
        Button(
            f"way.{way.choice}",
            route_name(viewer.language, way.route, way.scope),
            Do("route", (way.choice,)),
            SCOPE_PICTURES.get(way.scope, ROUTE_PICTURES[way.route]),
            "primary" if way.choice == draft.choice else "plain",
            viewer.why(way.reason, way.route),
            team_ink(draft.seat),
            turns=Open("route back", (way.route, way.scope)),
        )
        for way in draft.routes()
    ]


def _engage(viewer: Viewer, draft: Draft) -> list[Button]:
    """Before a tender is published the market can be engaged for its need, where that is part of the game, possible, and of use."""
    action = actions.ENGAGE + draft.need
    if draft.joint or draft.begun or not draft.weighs or viewer.cards.settings.engagement == 0 or viewer.why_not(action):
        return []
    days = engage_days(viewer.cards, viewer.state.councils[draft.seat])
    words = viewer.plural("Engage the market: {n} day, ends your turn", "Engage the market: {n} days, ends your turn", days)
    return [Button("engage", words, Play(action), "engage", "plain")]


def publish_words(viewer: Viewer, draft: Draft) -> str:
    """What the button that publishes says."""
    if draft.joint:
        return viewer.text("Ask the partner")
    if draft.route == Route.DIRECT:
        return viewer.text("Award the contract")
    return viewer.text("Use the framework") if draft.route == Route.FRAMEWORK else viewer.text("Publish the tender")


def _why_not_publish(viewer: Viewer, draft: Draft) -> str:
    """Why nothing can be published yet; asked of the rules for the first action that is left."""
    if draft.route == Route.DIRECT and draft.supplier == NONE:
        return viewer.text("First choose the supplier.")
    if not draft.ready:
        return viewer.text("First choose what comes before this.")
    return viewer.why_not(draft.actions()[0])


# ------------------------------------------------------------------------------------------------------------------------------ needs


def need_goals(viewer: Viewer, need: int) -> tuple[Chip, ...]:
    """The goals that a need feeds in each delivered year."""
    card, language = viewer.cards.needs[need], viewer.language
    return tuple(
        Chip(
            viewer.text("{goal} {points}", goal=goal_name(language, goal), points=language.signed(points)),
            GOAL_IDS[goal],
            goal_ink(goal),
            f"{goal_ink(goal)}.pale",
            language.signed(points),
        )
        for goal, points in enumerate(card.goals)
        if points
    )


def _need_offer(viewer: Viewer, draft: Draft, need: int, reason: int) -> Offer:
    card, language, look = viewer.cards.needs[need], viewer.language, viewer.need_look(need)
    words, chips = viewer.pack.need(need), need_goals(viewer, need)
    if card.urgency:
        goal, points = card.urgency_goal, language.signed(-card.urgency)
        if viewer.cards.settings.needs_leave == 1:
            left = viewer.text("If it is left: {goal} {points}", goal=goal_name(language, goal), points=points)
        else:
            left = viewer.text("Each year it waits: {goal} {points}", goal=goal_name(language, goal), points=points)
        chips += (Chip(left, GOAL_IDS[goal], "bad", "bad_pale"),)
    chips += (need_chip(viewer, need),)
    return Offer(
        id=f"need.{need}",
        action=actions.TENDER + need,
        title=words.title(viewer.code),
        said=need_worth(viewer, need),
        why=viewer.why(reason),
        note=words.story(viewer.code),
        picture=look,
        ink=f"category.{look}",
        chips=chips,
        above=words.category_title(viewer.code),
        chosen=need == draft.need,
        turns=Open("need back", (need,)),
    )


WHO = {
    int(Route.OPEN): words("Every supplier in the market that can do the work may bid."),
    int(Route.QUOTES): words("Only for small buys: the first few who can do the work are asked."),
    int(Route.FRAMEWORK): words("The framework's supplier alone: steady, but no social value. No weights."),
    int(Route.LOTS): words("As open, but cut into parts, so that smaller firms can carry it."),
    int(Route.RESERVED): words("Supported employment providers alone."),
    int(Route.FLEXIBLE): words("As open. Bids become cleaner and better, but delivery is less certain."),
    int(Route.DIRECT): words("One supplier of your choice, without a competition. No weights."),
}
SCOPE_PICTURES = {int(Scope.LOCAL): "home", int(Scope.SMALL): "micro"}
SCOPES = {int(Scope.ALL): words("Anyone"), int(Scope.LOCAL): words("Local firms"), int(Scope.SMALL): words("Small firms")}


def routes_group(viewer: Viewer, draft: Draft) -> Group:
    """The routes of this game, those that can't be taken with the reason; after quotes an offer for each whom they can be kept to."""
    routes, offers = draft.routes(), []
    for route in routes:
        if route.scope == Scope.ALL:
            offers.append(_route_offer(viewer, draft, route))
            if route.route == Route.QUOTES:
                offers += [_scope_offer(viewer, other) for other in routes if other.route == Route.QUOTES]
    return Group("routes", viewer.text("How do you want to buy it?"), tuple(offers))


def days_said(viewer: Viewer, days: int) -> str:
    """So many officer days."""
    return viewer.plural("{n} officer day", "{n} officer days", days)


def _route_offer(viewer: Viewer, draft: Draft, route: RouteOffer) -> Offer:
    """A route. Its first two chips are days and prices, the third how many could bid now, where that is worth a word."""
    change, limit = viewer.language.signed_percent(route.price), up_to(viewer.language, viewer.cards, route.route)
    price = viewer.text("Prices {change}", change=change) if route.price else viewer.text("As printed")
    why, chips = viewer.why(route.reason, route.route), [Chip(days_said(viewer, route.days), "day"), Chip(price, "pound")]
    if not why and route.route not in (Route.QUOTES, Route.FRAMEWORK):
        many = viewer.plural("{n} can bid now", "{n} can bid now", route.bidders)
        said = many if route.bidders else viewer.text("Nobody can bid now")
        chips.append(Chip(said, "warning", "warn", "warn_pale") if route.bidders < 2 else Chip(said, "people", "good", "good_pale"))
    council = viewer.state.councils[draft.seat]
    if not why and route.route == Route.FRAMEWORK and council.restricted == 0:
        left = viewer.cards.settings.framework_uses - council.frameworks
        chips.append(Chip(viewer.plural("{n} use left", "{n} uses left", left), ROUTE_PICTURES[route.route]))
    return Offer(
        id=f"route.{route.choice}",
        action=actions.ROUTE + route.choice,
        title=route_name(viewer.language, route.route),
        said=f"{viewer.text(WHO[route.route])} {limit}." if limit else viewer.text(WHO[route.route]),
        why=why,
        picture=ROUTE_PICTURES[route.route],
        ink=team_ink(draft.seat),
        chips=tuple(chips),
        more=handbook.route(viewer.language, route.route).both,
        chosen=route.choice == draft.choice,
        turns=Open("route back", (route.route, route.scope)),
    )


def _scope_offer(viewer: Viewer, route: RouteOffer) -> Offer:
    return Offer(
        id=f"scope.{route.choice}",
        action=actions.ROUTE + route.choice,
        title=viewer.text("{who}: {n}", who=viewer.text(SCOPES[route.scope]), n=route.bidders),
        why=viewer.why(route.reason, route.route),
        more=handbook.route(viewer.language, route.route, route.scope).both,
        turns=Open("route back", (route.route, route.scope)),
    )


NUMBERED = 9
"""So many bidders have a number that stands for them."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The supplier that the class named, and for which tender: kept until its bids have turned up, and written down nowhere."""

    seat: int
    need: int
    supplier: int


def confirm_sheet(viewer: Viewer, draft: Draft) -> Sheet:
    """The question before a tender is published, as it can't be taken back, with the weights as they will stand and what it would leave."""
    ink, weights, money = team_ink(draft.seat), draft.percentages, draft_text(viewer, draft)
    counting = [criterion for criterion, percent in enumerate(weights) if percent > 0]
    return Sheet(
        id="confirm",
        title=_question(viewer, draft),
        story=f"{_warning(viewer, draft)} {viewer.plural('This takes {n} officer day.', 'This takes {n} officer days.', draft.days)}",
        picture="gavel",
        ink=ink,
        lines=(*(weight_lines(viewer, weights, counting) if draft.weighs else ()), *(() if money is None else (money_line(money),))),
        buttons=(
            Button("not yet", viewer.text("Not yet"), Do("close"), style="plain"),
            Button("publish now", _verb(viewer, draft), Do("publish"), ink=ink),
        ),
    )


def _question(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("Ask the partner?")
    if draft.route == Route.DIRECT:
        return viewer.text("Award the contract?")
    return viewer.text("Use the framework?") if draft.route == Route.FRAMEWORK else viewer.text("Publish this tender?")


def _warning(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("The partner answers next. Once it agrees, these weights can't be changed.")
    if draft.weighs:
        return viewer.text("Published weights can't be changed.")
    return viewer.text("A signed contract can't be taken back.")


def _verb(viewer: Viewer, draft: Draft) -> str:
    if draft.joint:
        return viewer.text("Ask the partner")
    return viewer.text("Publish") if draft.weighs else viewer.text("Award")


def predict_choice(viewer: Viewer, draft: Draft) -> Choice:
    """Who will win? The bidders as cards before they turn up, each with its number; an offer's action is the supplier."""
    table = draft.table()
    suppliers = [bidder.supplier for bidder in table.bidders[: table.count]]
    return Choice(
        id="predict",
        title=viewer.text("Who will win?"),
        offers=tuple(
            Offer(
                id=f"predict.{supplier}",
                action=supplier,
                title=viewer.supplier(supplier),
                said=str(number) if number <= NUMBERED else "",
                face=supplier_face(viewer, supplier),
            )
            for number, supplier in enumerate(suppliers, start=1)
        ),
        button=viewer.text("Ask without guessing") if draft.joint else viewer.text("Publish without guessing"),
        story=_hands_up(viewer, draft),
        picture="hand",
        at_once=True,
        ink=team_ink(draft.seat),
    )


def _hands_up(viewer: Viewer, draft: Draft) -> str:
    """How the class says who will win, and what a card does."""
    if draft.joint:
        return viewer.text("Hands up: who gets most hands? Choose that card, or press its number: then the partner is asked.")
    return viewer.text("Hands up: who gets most hands? Choose that card, or press its number: that publishes the tender.")
