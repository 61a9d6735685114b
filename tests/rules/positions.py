"""Positions set up by hand: a bare table with nothing on it, and short ways to lay needs, suppliers and contracts.

On a bare table nothing happens by chance: no events, no needs are drawn, no suppliers come or go, every track record is 0, every bid
card is 0 and every delivery card is a 4. A test lays what it is about, and nothing else.
"""

from typing import Any

from caffael.rules.actions import why_not
from caffael.rules.cards import Effect, Need, Supplier
from caffael.rules.happened import forget
from caffael.rules.notation import from_text
from caffael.rules.reasons import Reason
from caffael.rules.records import Bidder, Contract, Council, Score, Table
from caffael.rules.scoring import fill_score
from caffael.rules.terms import BIDDERS, NONE, SUPPLIERS, UNKNOWN, Kind, Phase, Place, Route
from tests.small_table import Game, small_cards, small_ids

FOOD, BUSES, CARE = 0, 1, 2
"""The three categories of the small game, by a name each."""

Row = tuple[int, ...]


def change(record: Any, **fields: Any) -> None:
    """Write fields of a record; a tuple or list is written element by element from the first place on."""
    for name, value in fields.items():
        if isinstance(value, list | tuple):
            row = getattr(record, name)
            for i, item in enumerate(value):
                row[i] = item
        else:
            setattr(record, name, value)


class Position(Game):
    """A bare table of 1 to 6 councils, and everything that has happened on it since."""

    def __init__(self, seats: int = 1, **settings: Any) -> None:
        cards = small_cards()
        change(cards.settings, events=0, climate_events=0, refresh=0, draw=0, first_draw=1, own_carbon=0, carbon_budget=30_000_000)
        for council in cards.councils:
            change(council, estate=0, grant=0, budget=1_000_000, home=(NONE, NONE, NONE))
        change(cards.settings, **settings)
        super().__init__(cards, seats)
        self.ids = small_ids()
        self.log: list[Row] = []
        self.clear()

    def clear(self) -> None:
        """Take every card off the table and make every hidden card a plain one."""
        state, deal = self.state, self.deal
        for i in range(len(state.need_place)):
            state.need_place[i] = Place.DECK
            state.need_seat[i] = NONE
        state.need_next = 0
        for council in state.councils:
            council.tray[:] = [NONE] * len(council.tray)
            council.tray_count = 0
        for i in range(SUPPLIERS):
            state.supplier_place[i] = Place.DECK
            deal.records[i] = 0
        state.market[:] = [NONE] * len(state.market)
        state.market_count = 0
        state.supplier_next = 0
        deal.bids[:] = [0] * len(deal.bids)
        deal.deliveries[:] = [4] * len(deal.deliveries)
        state.event = NONE
        forget(self.told)

    # ------------------------------------------------------------------------------------------------------------- lay cards

    def council(self, seat: int = 0) -> Council:
        """One council of the table."""
        return self.state.councils[seat]

    def need(self, number: int, seat: int = 0, **fields: Any) -> Need:
        """Lay a plain need into a tray: food, £100,000 for two years, 10 t a year, feeds nothing, urgency 1 on the first goal."""
        card = self.plain_need(number, **fields)
        council, state = self.council(seat), self.state
        council.tray[council.tray_count] = number
        council.tray_count += 1
        state.need_place[number] = Place.TRAY
        state.need_seat[number] = seat
        return card

    def plain_need(self, number: int, **fields: Any) -> Need:
        """Make a need card plain, but leave it where it lies."""
        card = self.cards.needs[number]
        change(card, category=FOOD, estimate=100_000, term=2, carbon=10_000, goals=[0] * 7, main_goal=0, urgency=1, urgency_goal=0)
        change(card, public=0, saving=0, cut=0)
        change(card, **fields)
        return card

    def supplier(self, number: int, **fields: Any) -> Supplier:
        """Lay a plain supplier at the right end of the row: food, price 100, quality 3, no social value, carbon 100, reliability 4."""
        card = self.plain_supplier(number, **fields)
        state = self.state
        state.market[state.market_count] = number
        state.market_count += 1
        state.supplier_place[number] = Place.MARKET
        return card

    def plain_supplier(self, number: int, **fields: Any) -> Supplier:
        """Make a supplier card plain, but leave it where it lies."""
        card = self.cards.suppliers[number]
        change(card, kind=Kind.REGIONAL, supported=0, categories=[1, 0, 0], price=100, quality=3, social=0, social_goal=2, carbon=100)
        change(card, reputation=4, capacity=2, largest=0, local=0, welsh=1)
        change(card, **fields)
        return card

    def contract(self, number: int, supplier: int, seat: int = 0, need: dict[str, Any] | None = None, **fields: Any) -> Contract:
        """Write a running contract for a plain need (with the fields given): its price is the estimate, its carbon the old way's."""
        state, council = self.state, self.council(seat)
        card = self.plain_need(number, **(need or {}))
        state.need_place[number] = Place.CONTRACT
        place = next(i for i, contract in enumerate(council.contracts) if contract.need == NONE)
        contract = council.contracts[place]
        change(contract, need=number, supplier=supplier, route=Route.OPEN, weights=0, signed=state.year, term=card.term, age=0)
        change(contract, price=card.estimate, carbon=card.carbon, quality=3, social=0, reliability_change=0, engaged=0, managed=0)
        change(contract, misses=0, partner=NONE)
        change(contract, **fields)
        council.order[council.running] = place
        council.running += 1
        state.supplier_running[supplier] += 1
        return contract

    def event(self, *effects: dict[str, int], number: int = 0) -> None:
        """Let this event card, with these effects, be the next that is turned over."""
        card = self.cards.events[number]
        for i in range(len(card.effects)):
            change(card.effects[i], kind=0, target=NONE, amount=0, condition=0, condition_target=NONE, condition_amount=0)
        for i, fields in enumerate(effects):
            change(card.effects[i], **fields)
        self.cards.settings.events = 1
        self.state.event_next = 0
        self.deal.events[0] = number

    def checks(self, *cards: int) -> None:
        """Lay the next delivery cards."""
        for i, card in enumerate(cards):
            self.deal.deliveries[self.state.delivery_next + i] = card

    def bids(self, *cards: int) -> None:
        """Lay the next bid cards."""
        for i, card in enumerate(cards):
            self.deal.bids[self.state.bid_next + i] = card

    # ------------------------------------------------------------------------------------------------------------------ play

    def play(self, *texts: str) -> "Position":
        """Play actions by their written form; each must be legal."""
        for text in texts:
            self.act(from_text(text, self.cards, self.ids))
        return self

    def act(self, action: int) -> None:
        """Play one action and add what happened to the log."""
        reason = self.step(action)
        assert reason == Reason.LEGAL, f"refused: {Reason(reason).name}"
        self.log += [(r.kind, r.seat, r.a, r.b, r.c, r.d, r.e) for r in self.told.rows[: self.told.count]]

    def play_for(self, seat: int, *texts: str) -> "Position":
        """Play actions of a seat by their written form; in a sealed game several seats may act at the same time."""
        for text in texts:
            reason = self.step(from_text(text, self.cards, self.ids), seat)
            assert reason == Reason.LEGAL, f"refused: {Reason(reason).name}"
            self.log += [(r.kind, r.seat, r.a, r.b, r.c, r.d, r.e) for r in self.told.rows[: self.told.count]]
        return self

    def why(self, text: str) -> Reason:
        """Why an action is not legal for whoever decides now."""
        return Reason(why_not(self.cards, self.state, self.state.decider, from_text(text, self.cards, self.ids)))

    def finish_year(self) -> "Position":
        """Pass and be done until the next year is open, or the game is over."""
        year = self.state.year
        while self.state.year == year and self.state.phase != Phase.END:
            self.play("done" if self.state.phase == Phase.MANAGE else "pass")
        return self

    def seen(self, kind: int) -> list[Row]:
        """What has happened of a kind, in order: seat, a, b, c, d, e."""
        return [row[1:] for row in self.log if row[0] == kind]

    def kinds(self) -> list[int]:
        """The kinds of what has happened, in order."""
        return [row[0] for row in self.log]

    def last_bids(self) -> dict[int, Bidder]:
        """The table of bids of the last step, by supplier."""
        table = self.told.table
        return {table.bidders[i].supplier: table.bidders[i] for i in range(table.count)}

    def score(self, seat: int = 0) -> Score:
        """A council's score as it stands now."""
        score = Score()
        fill_score(self.cards, self.state, seat, score)
        return score


def table_of(*bidders: dict[str, int]) -> Table:
    """A table of bids, written down row by row."""
    table = Table()
    assert len(bidders) <= BIDDERS
    for i, fields in enumerate(bidders):
        change(table.bidders[i], supplier=i, **fields)
    table.count = len(bidders)
    return table


def effect(**fields: int) -> dict[str, int]:
    """The fields of an effect, checked for their names."""
    Effect(**fields)
    return fields


__all__ = ["BUSES", "CARE", "FOOD", "UNKNOWN", "Position", "change", "effect", "table_of"]
