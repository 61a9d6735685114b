"""The tender as it is being written. It asks the rules for everything and plays nothing: what it ends in is a list of actions."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.bidders import Bought
from caffael.presentation.viewer import Viewer
from caffael.rules import actions, presets
from caffael.rules.actions import ROUTE_CHOICES, ROUTE_OF, SCOPE_OF, Reason
from caffael.rules.cards import Cards
from caffael.rules.presets import preset_row
from caffael.rules.reasons import LEGAL, why_not_route, why_not_supplier, why_not_tender
from caffael.rules.records import Bidder, Table
from caffael.rules.tender import expected_table, tender_days
from caffael.rules.terms import CRITERIA, NONE, WRITING, Criterion, Phase, Route

BALANCED = "balanced"


def route_of(partner: int, choice: int) -> int:
    """The route of a tender with a partner's need, or with the route at a place among the choices; NONE as long as none is chosen."""
    if partner != NONE:
        return int(Route.JOINT)
    return NONE if choice == NONE else ROUTE_OF[choice]


def scope_of(choice: int) -> int:
    """Whom quotes are kept to, by the route's place among the choices."""
    return 0 if choice == NONE else SCOPE_OF[choice]


def is_weighed(route: int) -> bool:
    """Whether weights decide: not on a framework, nor for a direct award."""
    return route not in (NONE, Route.FRAMEWORK, Route.DIRECT)


class WeightRows:
    """The rows of weights that may be published. A row is named by its index, as the rules name it.

    Only these can be reached. Moving one criterion takes from the others, or gives to them, in proportion to what they had when the move
    began; a move there and back therefore ends where it began.
    """

    def __init__(self, cards: Cards) -> None:
        self.cards = cards
        numbers = cards.weights[: cards.weights_count * CRITERIA]
        self.rows = [tuple(numbers[at : at + CRITERIA]) for at in range(0, len(numbers), CRITERIA)]
        self.criteria = [criterion for criterion in range(CRITERIA) if any(row[criterion] for row in self.rows)]
        self._moves: dict[tuple[int, int, int], int] = {}
        self._presets: dict[int, dict[str, int]] = {}
        self._values = [sorted({row[criterion] for row in self.rows}) for criterion in range(CRITERIA)]

    def values(self, criterion: int) -> list[int]:
        """The percentages that a criterion can have, smallest first."""
        return self._values[criterion]

    def low(self, criterion: int) -> int:
        """The least that a criterion must count."""
        return self._values[criterion][0]

    def high(self, criterion: int) -> int:
        """The most that a criterion may count."""
        return self._values[criterion][-1]

    @property
    def least_criteria(self) -> int:
        """How many criteria must have a weight."""
        return min((sum(weight > 0 for weight in row) for row in self.rows), default=0)

    def snapped(self, criterion: int, percent: float) -> int:
        """The percentage a criterion can have that is nearest to a number."""
        return min(self._values[criterion], key=lambda value: (abs(value - percent), value))

    def stepped(self, criterion: int, percent: int, steps: int) -> int:
        """The percentage so many steps above or below one; at the ends it stays."""
        values = self._values[criterion]
        place = values.index(self.snapped(criterion, percent)) + steps
        return values[max(0, min(len(values) - 1, place))]

    def nearest(self, wish: Sequence[float]) -> int:
        """The row that is nearest to four numbers; of equals the one with more on the first criteria."""
        return self._best(range(len(self.rows)), wish)

    def moved(self, anchor: int, criterion: int, percent: float) -> int:
        """The row in which one criterion has a percentage and the others share the rest as they did in the row `anchor`."""
        value = self.snapped(criterion, percent)
        key = (anchor, criterion, value)
        if key not in self._moves:
            self._moves[key] = self._shared(anchor, criterion, value)
        return self._moves[key]

    def _shared(self, anchor: int, criterion: int, value: int) -> int:
        before = self.rows[anchor]
        others = [other for other in self.criteria if other != criterion]
        had = sum(before[other] for other in others)
        wish = [0.0] * CRITERIA
        wish[criterion] = value
        for other in others:
            share = before[other] / had if had else 1 / len(others)
            wish[other] = (100 - value) * share
        return self._best([at for at, row in enumerate(self.rows) if row[criterion] == value], wish)

    def presets(self, need: int) -> dict[str, int]:
        """The rows for a need that are worth a button: the one that suits it, and more on each criterion. None stands there twice."""
        if need not in self._presets:
            found = {BALANCED: self.balanced(need)}
            for criterion in self.criteria:
                row = preset_row(self.cards, 1 + criterion, need)
                if row not in found.values():
                    found[Criterion(criterion).name] = row
            self._presets[need] = found
        return self._presets[need]

    def balanced(self, need: int) -> int:
        """The row that suits a need; NONE where the scenario has no rows."""
        return preset_row(self.cards, presets.BALANCED, need)

    def _best(self, places: Sequence[int], wish: Sequence[float]) -> int:
        def away(place: int) -> tuple[float, tuple[int, ...]]:
            row = self.rows[place]
            distance = sum((row[at] - wish[at]) ** 2 for at in range(CRITERIA))
            return round(distance, 6), tuple(-weight for weight in row)

        return min(places, key=away)


def usual_of(viewer: Viewer) -> tuple[int, int]:
    """The route's place and the weights that the viewer's team chose last; NONE where it never did."""
    choice = weights = NONE
    for turn in viewer.history:
        if turn.seat == viewer.seat and actions.ROUTE <= turn.action < actions.TENDER:
            choice = turn.action - actions.ROUTE
        elif turn.seat == viewer.seat and actions.PUBLISH <= turn.action < actions.WAIT:
            weights = turn.action - actions.PUBLISH
    return choice, weights


@dataclass(frozen=True, slots=True)
class RouteOffer:
    """A route that could be chosen: its action's place, what it costs, how many could bid, and why it can't be taken (LEGAL: it can)."""

    choice: int
    route: int
    scope: int
    days: int
    price: int
    bidders: int
    reason: int


class Draft:
    """What the viewer's seat wants to publish. `state` is read each time, so it may move on between two questions."""

    def __init__(self, viewer: Viewer, need: int | None = None, partner: int | None = None) -> None:
        self.cards, self.state, self.seat = viewer.cards, viewer.state, viewer.seat
        self.rows = WeightRows(self.cards)
        self.need = NONE if need is None else need
        self.partner = NONE if partner is None else partner
        self.choice = NONE
        self.supplier = NONE
        self.usual_choice, self.usual_weights = usual_of(viewer)
        self.preselects = self.usual_weights == NONE  # the team has published no weights yet, so a preset lies there
        if self.preselects:
            self.usual_weights = self.rows.balanced(self.need)
        self.weights = self.usual_weights
        self._anchor = self.weights
        self._moving = NONE
        if self.begun:
            self._take_up()

    def _take_up(self) -> None:
        """Go on with a tender whose first actions are played already, as after a game was resumed."""
        written = self.state.drafts[self.seat]
        self.need = written.need
        if written.partner != NONE:
            self.partner = written.partner
        if written.route not in (NONE, Route.JOINT):
            self.choice = next(at for at in range(ROUTE_CHOICES) if (ROUTE_OF[at], SCOPE_OF[at]) == (written.route, written.scope))

    # What has been chosen

    @property
    def begun(self) -> bool:
        """Whether its first actions are played already."""
        return Phase(self.state.phase) in WRITING

    def choose(self, action: int) -> None:
        """Take what an action stands for: a need, a route, a supplier or weights."""
        if action >= actions.PUBLISH:
            self.set_weights(action - actions.PUBLISH)
        elif action >= actions.SUPPLIER:
            self.supplier = action - actions.SUPPLIER
        elif action >= actions.TENDER:
            self.choose_need(action - actions.TENDER)
        else:
            self.choose_route(action - actions.ROUTE)

    @property
    def joint(self) -> bool:
        """Whether two councils buy together."""
        return self.partner != NONE

    @property
    def route(self) -> int:
        """The route, NONE as long as none is chosen."""
        return route_of(self.partner, self.choice)

    @property
    def scope(self) -> int:
        """Whom quotes are kept to."""
        return scope_of(self.choice)

    @property
    def weighs(self) -> bool:
        """Whether weights decide: not on a framework, nor for a direct award."""
        return is_weighed(self.route)

    @property
    def days(self) -> int:
        """Officer days that publication will take."""
        return 0 if self.route == NONE else tender_days(self.cards, self.state, self.seat, self.route)

    # Needs and routes

    def needs(self) -> list[tuple[int, int]]:
        """The needs of the tray, each with the reason why no tender can begin for it."""
        council = self.state.councils[self.seat]
        tray = council.tray[: council.tray_count]
        return [(need, why_not_tender(self.cards, self.state, self.seat, need)) for need in tray]

    def routes(self) -> list[RouteOffer]:
        """The routes of this game for the chosen need, in the rules' order. A route that the game has not is left out."""
        offers = []
        for choice in range(ROUTE_CHOICES):
            route, scope = ROUTE_OF[choice], SCOPE_OF[choice]
            reason = why_not_route(self.cards, self.state, self.seat, self.need, route)
            if reason != Reason.ROUTE_OFF:
                days = tender_days(self.cards, self.state, self.seat, route)
                bidders = len(self.candidates()) if route == Route.DIRECT else self._table(route, scope, NONE).count
                offers.append(RouteOffer(choice, route, scope, days, self.cards.routes[route].price, bidders, int(reason)))
        return offers

    @property
    def one_route(self) -> bool:
        """Whether the open procedure is the game's only route, so that there is none to choose."""
        return [route for route in Route if self.cards.routes[route].on == 1] == [Route.OPEN]

    def choose_need(self, need: int) -> None:
        """Take a need; another one takes the route away."""
        if need != self.need:
            self.need, self.choice, self.supplier = need, NONE, NONE
            self._preselect()

    def _preselect(self) -> None:
        """Lay the preset of another need there, where the team has neither published weights nor moved any."""
        if self.preselects:
            before, self.usual_weights = self.usual_weights, self.rows.balanced(self.need)
            if self.weights == before:
                self.set_weights(self.usual_weights)

    def choose_usual_route(self) -> None:
        """Take the route that the team took last, or the first one on which weights decide and somebody can bid; it can be changed."""
        if self.route == NONE and self.need != NONE:
            offers = [offer for offer in self.routes() if offer.reason == LEGAL]
            competing = [offer for offer in offers if offer.bidders and offer.route not in (Route.FRAMEWORK, Route.DIRECT)]
            usual = [offer for offer in competing if offer.choice == self.usual_choice]
            for offer in (usual or competing or offers)[:1]:
                self.choose_route(offer.choice)

    def choose_route(self, choice: int) -> None:
        """Take a route."""
        if choice != self.choice:
            self.choice, self.supplier = choice, NONE

    # Weights

    def move(self, criterion: int, percent: float) -> bool:
        """Move one criterion; the others take or give in proportion. Say whether the weights are others now."""
        before, after = self.weights, self.reached(criterion, percent)
        if criterion != self._moving:
            self._anchor, self._moving = before, criterion
        self.weights = after
        return after != before

    def reached(self, criterion: int, percent: float) -> int:
        """The row in which moving one criterion would end."""
        return self.rows.moved(self._anchor if criterion == self._moving else self.weights, criterion, percent)

    def set_weights(self, row: int) -> None:
        """Take a row of weights."""
        self.weights, self._moving = row, NONE

    @property
    def percentages(self) -> tuple[int, ...]:
        """The weights, four percentages."""
        return self.rows.rows[self.weights] if self.weights != NONE else (0,) * CRITERIA

    # What would come of it

    @property
    def bought(self) -> Bought:
        """What is bought, for whom and how."""
        return Bought(self.seat, self.need, self.partner, self.route)

    def table(self) -> Table:
        """Who could bid and how they would score as printed."""
        return self._table(self.route, self.scope, self.weights if self.weighs else NONE)

    def table_with(self, weights: int) -> Table:
        """As `table`, with another row of weights."""
        return self._table(self.route, self.scope, weights)

    def _table(self, route: int, scope: int, weights: int) -> Table:
        table = Table()
        expected_table(self.cards, self.state, self.seat, self.need, self.partner, route, scope, weights, table)
        return table

    @property
    def competes(self) -> bool:
        """Whether weights decide between bids, so that there is something to predict."""
        return self.weighs and self.table().count > 1

    def candidates(self) -> list[int]:
        """The suppliers that a direct award may go to, in the order of the row."""
        row = self.state.market[: self.state.market_count]
        return [supplier for supplier in row if why_not_supplier(self.cards, self.state, self.need, supplier) == LEGAL]

    def offers(self) -> list[Bidder]:
        """What each candidate of a direct award asks and offers, in the order of the row."""
        table, candidates = self.table(), self.candidates()
        return [bidder for bidder in table.bidders[: table.count] if bidder.supplier in candidates]

    # Publishing

    @property
    def ready(self) -> bool:
        """Whether nothing is left to choose."""
        if NONE in (self.need, self.route):
            return False
        return self.supplier != NONE if self.route == Route.DIRECT else True

    def actions(self) -> list[int]:
        """The actions that publish it, one after the other; those that are played already are left out."""
        if self.joint:
            steps = [
                (Phase.BUY, actions.JOINT_TENDER + self.need),
                (Phase.PARTNER, actions.PARTNER + self.partner),
                (Phase.WEIGHTS, actions.PUBLISH + self.weights),
            ]
        else:
            steps = [(Phase.BUY, actions.TENDER + self.need), (Phase.ROUTE, actions.ROUTE + self.choice)]
            if self.route == Route.DIRECT:
                steps.append((Phase.SUPPLIER, actions.SUPPLIER + self.supplier))
            elif self.weighs:
                steps.append((Phase.WEIGHTS, actions.PUBLISH + self.weights))
        phases = [phase for phase, _ in steps]
        first = phases.index(Phase(self.state.phase)) if self.state.phase in phases else 0
        return [action for _, action in steps[first:]]
