"""How to buy: an offer for each route with its days, its prices, who may bid, and how many could bid now."""

from caffael.presentation.blocks import Chip, Group, Offer
from caffael.presentation.press import Open
from caffael.presentation.tender.draft import Draft, RouteOffer
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.terms import Route, Scope
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.looks import ROUTE_PICTURES, team_ink
from caffael.words.sentences import route_name

WHO = {
    int(Route.OPEN): words("Every supplier in the market that can do the work may bid."),
    int(Route.QUOTES): words("Only for small buys: the first few who can do the work are asked."),
    int(Route.FRAMEWORK): words("The framework's supplier alone: steady, but no social value. No weights."),
    int(Route.LOTS): words("As open, but cut into parts, so that smaller firms can carry it."),
    int(Route.RESERVED): words("Supported employment providers alone."),
    int(Route.FLEXIBLE): words("As open. Bids become cleaner and better, but delivery is less certain."),
    int(Route.DIRECT): words("One supplier of your choice, without a competition. No weights."),
}
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
    change = viewer.language.signed_percent(route.price)
    price = viewer.text("Prices {change}", change=change) if route.price else viewer.text("As printed")
    why, chips = viewer.why(route.reason), [Chip(days_said(viewer, route.days), "day"), Chip(price, "pound")]
    if not why and route.route not in (Route.QUOTES, Route.FRAMEWORK):
        many = viewer.plural("{n} can bid now", "{n} can bid now", route.bidders)
        said = many if route.bidders else viewer.text("Nobody can bid now")
        chips.append(Chip(said, "warning", "warn", "warn_pale") if route.bidders < 2 else Chip(said, "people", "good", "good_pale"))
    return Offer(
        id=f"route.{route.choice}",
        action=actions.ROUTE + route.choice,
        title=route_name(viewer.language, route.route),
        said=viewer.text(WHO[route.route]),
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
        why=viewer.why(route.reason),
        more=handbook.route(viewer.language, route.route, route.scope).both,
        turns=Open("route back", (route.route, route.scope)),
    )
