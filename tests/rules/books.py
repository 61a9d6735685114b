"""A keeper of books: from the cards and from what is told, and from nothing else, it reckons how the table stands."""

from dataclasses import dataclass, field

from caffael.rules.cards import Cards
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Council, Happened, State
from caffael.rules.terms import EARLIER, FRAMEWORK, NONE, UNKNOWN, EffectKind, Goal, Place, Route


@dataclass
class Running:
    """A contract, as it was told."""

    need: int
    supplier: int
    route: int
    weights: int
    price: int
    carbon: int
    signed: int
    term: int
    partner: int
    age: int = 0
    misses: int = 0
    last: int = 0


@dataclass
class Account:
    """One council, as it was told."""

    budget: int
    estate: int
    goals: list[int]
    days: int = 0
    saving: int = 0
    carbon: int = 0
    carbon_year: int = 0
    tray: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    contracts: list[Running] = field(default_factory=list)
    labs: list[int] = field(default_factory=lambda: [0, 0, 0])
    projects: dict[int, int] = field(default_factory=dict)
    badges: dict[int, int] = field(default_factory=dict)
    fed: set[int] = field(default_factory=set)
    unmet: int = 0
    notices: int = 0
    restricted: int = 0
    warned: int = 0
    passed: int = 0
    frameworks: int = 0
    engagements: int = 0
    engaged_year: int = 0
    tenders_year: int = 0
    turned_again: int = 0
    joint: int = 0
    long_term: int = 0
    bonus_days: int = 0
    price_change: dict[int, int] = field(default_factory=dict)
    carbon_change: dict[int, int] = field(default_factory=dict)


class Books:
    """The whole table as it was told, from the first row on."""

    def __init__(self, cards: Cards, seats: int) -> None:
        self.cards = cards
        start, most = cards.settings.goal_start, 7
        self.councils = [Account(card.budget, card.estate, [start] * most) for card in cards.councils[:seats]]
        self.year = self.first = self.carbon = self.marks = self.climate = 0
        self.fund = cards.settings.fund
        self.event = NONE
        self.market: list[int] = []
        self.suppliers_under: list[int] = []
        self.needs_under: list[int] = []
        self.place: dict[int, Place] = {}
        self.running: dict[int, int] = {}
        self.records: dict[int, int] = {}
        self.engaged: set[int] = set()
        self.failed: dict[int, int] = {}
        self.asked: dict[int, int] = {}
        self.emergency: set[int] = set()
        self.project_first: dict[int, int] = {}
        self.tender = Happened()
        self.asker = self.joint_with = NONE
        self.won: set[int] = set()

    def read(self, row: Happened) -> None:
        """Write down one thing that was told."""
        assert row.seat == NONE or 0 <= row.seat < len(self.councils)
        name = Happening(row.kind).name.lower()
        of_council = getattr(self, f"_{name}", None)
        if of_council is not None:
            of_council(row, self.councils[row.seat])
            assert row.seat != NONE, f"{name} is told of nobody"
        else:
            getattr(self, f"_all_{name}", lambda row: None)(row)

    # ------------------------------------------------------------------------------------------------------------ the year

    def _all_year_opened(self, row: Happened) -> None:
        assert row.a == self.year + 1
        self.year, self.first = row.a, row.b
        self.emergency.clear()
        for council in self.councils:
            council.restricted, council.warned = council.warned, 0
            council.carbon_year = council.passed = council.engaged_year = council.tenders_year = 0
            council.turned_again = council.long_term = 0
            council.fed.clear()
            council.price_change, council.carbon_change = {}, {}

    def _all_ended_game(self, row: Happened) -> None:
        for council in self.councils:
            council.restricted, council.warned = council.warned, 0
        budget = self.cards.settings.carbon_budget * len(self.councils)
        assert (row.seat, row.a, row.b, row.c) == (NONE, self.carbon, budget, int(self.carbon > budget))

    def _grant(self, row: Happened, council: Account) -> None:
        assert row.b == council.saving
        council.budget += row.a + row.b
        assert row.c == council.budget

    def _days(self, row: Happened, council: Account) -> None:
        assert row.a == self.cards.settings.days + council.bonus_days
        council.days, council.bonus_days = row.a, 0

    def _all_supplier_left(self, row: Happened) -> None:
        assert row.seat == NONE
        self.market.remove(row.a)
        self.suppliers_under.append(row.a)

    def _all_supplier_came(self, row: Happened) -> None:
        assert row.seat == NONE
        self.market.append(row.a)
        if row.a in self.suppliers_under:
            self.suppliers_under.remove(row.a)

    def _lay(self, council: Account, need: int) -> None:
        council.tray.append(need)
        self.place[need] = Place.TRAY
        self.engaged.discard(need)
        self.failed.pop(need, None)
        self.asked.pop(need, None)

    def _need_drawn(self, row: Happened, council: Account) -> None:
        if row.a in self.needs_under:
            self.needs_under.remove(row.a)
        self._lay(council, row.a)

    def _need_back(self, row: Happened, council: Account) -> None:
        assert row.a == council.waiting.pop(0)
        self._lay(council, row.a)

    def _need_left(self, row: Happened, council: Account) -> None:
        assert self.cards.settings.needs_leave == 1
        assert row.a == council.tray.pop(0)
        self.place[row.a] = Place.UNDER
        self.needs_under.append(row.a)

    def _all_event(self, row: Happened) -> None:
        assert row.seat == NONE
        self.event = row.a

    def _all_climate_event(self, row: Happened) -> None:
        assert (row.seat, row.a) == (NONE, self.climate)
        self.climate += 1

    def _all_effect(self, row: Happened) -> None:
        kind = EffectKind(row.a)
        if kind == EffectKind.FUND:
            self.fund = max(self.fund + row.c, 0)
        elif kind == EffectKind.EMERGENCY:
            self.emergency.add(row.b)
        assert (row.seat == NONE) == (kind in (EffectKind.FUND, EffectKind.EMERGENCY, EffectKind.MARKET))
        if row.seat == NONE:
            return
        council = self.councils[row.seat]
        if kind == EffectKind.BUDGET:
            council.budget += row.c
        elif kind == EffectKind.DAYS:
            council.days = max(council.days + row.c, 0)
        elif kind in (EffectKind.PRICE, EffectKind.CARBON):
            change = council.price_change if kind == EffectKind.PRICE else council.carbon_change
            for category in range(len(self.cards.suppliers[0].categories)):
                if row.b in (NONE, category):
                    change[category] = change.get(category, 0) + row.c

    # -------------------------------------------------------------------------------------------------------------- buying

    def _engaged(self, row: Happened, council: Account) -> None:
        council.days -= row.b
        council.engagements += 1
        council.engaged_year += 1
        self.engaged.add(row.a)

    def _all_record_seen(self, row: Happened) -> None:
        assert row.seat == NONE and row.a not in self.records
        self.records[row.a] = row.b

    def _tender(self, row: Happened, council: Account) -> None:
        assert row.a in council.tray
        council.days -= row.d
        council.tenders_year += 1
        self.tender = Happened(row.kind, row.seat, row.a, row.b, row.c, row.d, row.e)
        self.won = set()

    def _joint_asked(self, row: Happened, council: Account) -> None:
        assert row.b in self.councils[row.d].tray and row.a in council.tray
        self.asked[row.a] = self.year
        self.asker, self.joint_with = row.a, row.b

    def _joint_agreed(self, row: Happened, council: Account) -> None:
        assert (row.a, row.b, row.c) == (self.joint_with, self.asker, self.cards.settings.partner_days)
        council.days -= row.c

    def _joint_refused(self, row: Happened, council: Account) -> None:
        assert (row.a, row.b) == (self.joint_with, self.asker)
        self.joint_with = NONE

    def _failed(self, row: Happened, council: Account) -> None:
        assert (row.a, row.b) == (self.tender.a, self.tender.b) and row.a in council.tray
        if self.tender.e == 0 and row.b != Route.RESERVED:
            self.failed[row.a] = self.year
            if row.b == Route.JOINT:
                self.failed[self.joint_with] = self.year

    def _awarded(self, row: Happened, council: Account) -> None:
        council.tray.remove(row.a)
        self.place[row.a] = Place.CONTRACT
        joint = self.tender.b == Route.JOINT
        partner = NONE
        if joint:
            partner = self.joint_with if row.a == self.tender.a else self.tender.a
            council.joint += 1
        if not self.won:
            self.running[row.b] = self.running.get(row.b, 0) + 1
        if self.tender.b == Route.FRAMEWORK and council.restricted == 0:
            council.frameworks += 1
        self.won.add(row.a)
        term = self.cards.needs[row.a].term
        council.contracts.append(Running(row.a, row.b, self.tender.b, self.tender.c, row.c, row.d, self.year, term, partner))

    def _trained(self, row: Happened, council: Account) -> None:
        council.days -= row.c
        council.labs[row.a] += 1
        assert council.labs[row.a] == row.b == row.c

    def _project(self, row: Happened, council: Account) -> None:
        card = self.cards.projects[row.a]
        assert (row.b, row.c) == (card.cost, card.days)
        council.budget -= row.b
        council.days -= row.c
        council.projects[row.a] = self.year
        self.project_first.setdefault(row.a, self.year)

    def _passed(self, row: Happened, council: Account) -> None:
        council.passed = 1

    def _managed(self, row: Happened, council: Account) -> None:
        assert any(contract.need == row.a for contract in council.contracts)
        council.days -= 1

    # ------------------------------------------------------------------------------------------------- delivery and review

    def _contract(self, council: Account, need: int) -> Running:
        return next(contract for contract in council.contracts if contract.need == need)

    def _turned_again(self, row: Happened, council: Account) -> None:
        assert council.turned_again == 0 and self._contract(council, row.a)
        council.turned_again = 1

    def _check(self, row: Happened, council: Account) -> None:
        contract = self._contract(council, row.a)
        assert row.e == int(row.b + row.c >= row.d)
        contract.age += 1
        contract.misses += 1 - row.e
        contract.last = row.e
        if row.e == 1 and contract.age == contract.term >= self.cards.settings.long_term:
            council.long_term = 1

    def _paid(self, row: Happened, council: Account) -> None:
        contract = self._contract(council, row.a)
        part = contract.price // contract.term + (contract.price % contract.term if contract.age == 1 else 0)
        cover = 0 if contract.last else -(-part * self.cards.settings.emergency_cover // 100)
        assert (row.b, row.c) == (part + cover, cover)
        council.budget -= row.b

    def _income(self, row: Happened, council: Account) -> None:
        assert self._contract(council, row.a).last == 1 and row.b > 0
        council.budget += row.b

    def _carbon(self, row: Happened, council: Account) -> None:
        if row.a == NONE:
            assert row.b == council.estate > 0
        council.carbon += row.b
        council.carbon_year += row.b
        self.carbon += row.b

    def _social(self, row: Happened, council: Account) -> None:
        assert self._contract(council, row.a).last == 1 and row.b >= row.c >= 0

    def _goal(self, row: Happened, council: Account) -> None:
        wanted = row.b + row.e
        assert wanted != 0
        council.goals[row.a] += row.b
        assert council.goals[row.a] == min(max(council.goals[row.a] + row.e, 0), self.cards.settings.goal_most)
        cause, need = Cause(row.c), self.cards.needs[row.d] if row.d != NONE else None
        if cause in (Cause.WELSH, Cause.EVENT, Cause.OWN_CARBON, Cause.NOTICE):
            assert need is None
        else:
            assert need is not None
        if need is not None:
            if cause == Cause.NEED:
                council.fed.add(row.a)
                assert wanted == need.goals[row.a]
            elif cause == Cause.MAIN_GOAL:
                assert row.a == need.main_goal and abs(wanted) == 1
            elif cause == Cause.UNMET:
                assert (row.a, wanted) == (need.urgency_goal, -need.urgency)
            elif cause == Cause.SOCIAL_VALUE:
                supplier = self.cards.suppliers[self._contract(council, row.d).supplier]
                assert row.a == supplier.social_goal and 0 < wanted <= 2
            elif cause == Cause.LOCAL:
                supplier = self.cards.suppliers[self._contract(council, row.d).supplier]
                assert (row.a, wanted) == (Goal.PROSPEROUS, 1) and supplier.local >= self.cards.settings.local_share
            elif cause == Cause.RESERVED:
                assert (row.a, wanted) == (Goal.EQUAL, self.cards.settings.reserved_equal)
            else:
                assert cause == Cause.POWER and row.a in (Goal.CULTURE, Goal.COHESIVE)
        elif cause == Cause.WELSH:
            assert row.a == Goal.CULTURE and abs(wanted) == 1
        elif cause == Cause.OWN_CARBON:
            assert row.a in (Goal.GLOBAL, Goal.RESILIENT) and -2 <= wanted <= 2
        elif cause == Cause.NOTICE:
            assert wanted == -1

    def _leave(self, row: Happened, council: Account) -> Running:
        contract = self._contract(council, row.a)
        assert contract.supplier == row.b
        council.contracts.remove(contract)
        for other in self.councils:
            for twin in other.contracts:
                if twin.need == contract.partner and twin.partner == contract.need:
                    twin.partner = NONE
                    return contract
        self.running[row.b] -= 1
        return contract

    def _delivered(self, row: Happened, council: Account) -> None:
        contract = self._leave(row, council)
        assert contract.age == contract.term
        self.place[row.a] = Place.UNDER
        self.needs_under.append(row.a)

    def _invested(self, row: Happened, council: Account) -> None:
        card = self.cards.needs[row.a]
        assert row.b == card.saving and row.c == min(card.cut, council.estate) and card.saving + card.cut > 0
        council.saving += row.b
        council.estate -= row.c

    def _ended(self, row: Happened, council: Account) -> None:
        contract = self._leave(row, council)
        assert contract.misses == min(self.cards.settings.misses_most, contract.term)
        if len(council.tray) < self.cards.settings.tray and not self.cards.settings.needs_leave:
            self._lay(council, row.a)
        else:
            council.waiting.append(row.a)
            self.place[row.a] = Place.WAITING

    def _unmet(self, row: Happened, council: Account) -> None:
        assert row.a in council.tray + council.waiting
        council.unmet += 1

    def _own_carbon(self, row: Happened, council: Account) -> None:
        assert (row.a, row.b) == (council.carbon_year, self.cards.settings.carbon_budget // self.cards.settings.years)

    def _all_mark(self, row: Happened) -> None:
        assert (row.seat, row.a, row.b) == (NONE, self.marks, self.carbon)
        self.marks += 1

    def _prize(self, row: Happened, council: Account) -> None:
        assert council.projects[row.a] == self.year == self.project_first[row.a]
        assert row.c == sum(other.projects.get(row.a) == self.year for other in self.councils)
        council.budget += row.b
        council.bonus_days += int(row.c > 1)
        self.fund -= row.b

    def _notice(self, row: Happened, council: Account) -> None:
        assert row.a == council.budget < 0
        council.notices += 1
        council.warned = 1

    def _badge(self, row: Happened, council: Account) -> None:
        assert row.a not in council.badges
        council.badges[row.a] = self.year

    # ---------------------------------------------------------------------------------------------------------- the balance

    def agree_with(self, state: State) -> None:
        """Ask that the table stands as it was told."""
        assert (self.year, self.first, self.carbon, self.marks) == (state.year, state.first, state.carbon, state.marks)
        assert (self.climate, self.fund, self.event) == (state.climate_come, state.fund, state.event)
        assert self.market == state.market[: state.market_count]
        assert self.suppliers_under == state.suppliers_under[: state.suppliers_under_count]
        assert self.needs_under == state.needs_under[: state.needs_under_count]
        assert [self.place.get(need, Place.DECK) for need in range(len(state.need_place))] == state.need_place
        assert [self.running.get(supplier, 0) for supplier in range(FRAMEWORK + 1)] == state.supplier_running
        assert [self.records.get(supplier, UNKNOWN) for supplier in range(len(state.records))] == state.records
        for need, place in self.place.items():
            if place == Place.TRAY:
                told = (int(need in self.engaged), self.failed.get(need, 0), self.asked.get(need, 0))
                assert told == (state.need_engaged[need], state.need_failed[need], state.need_asked[need])
        assert [int(category in self.emergency) for category in range(len(state.emergency))] == state.emergency
        assert {project: year for project, year in enumerate(state.project_first) if year} == self.project_first
        for seat, account in enumerate(self.councils):
            agree(account, state.councils[seat], self.cards, seat, state)


def agree(account: Account, council: Council, cards: Cards, seat: int, state: State) -> None:
    """Ask that a council stands as it was told."""
    for name in (
        *("budget", "estate", "goals", "days", "saving", "carbon", "carbon_year", "labs", "unmet", "notices", "restricted"),
        *("passed", "frameworks", "engagements", "engaged_year", "tenders_year", "turned_again", "joint", "long_term", "bonus_days"),
    ):
        assert getattr(account, name) == getattr(council, name), name
    assert account.tray == council.tray[: council.tray_count] and list({*council.tray[council.tray_count :], NONE}) == [NONE]
    assert account.waiting == council.waiting[: council.waiting_count] and list({*council.waiting[council.waiting_count :], NONE}) == [NONE]
    assert all(state.need_seat[need] == seat for need in account.tray)
    assert {project: year for project, year in enumerate(council.projects) if year} == account.projects
    assert council.finished == len(account.projects)
    assert {badge: year for badge, year in enumerate(council.badges) if year and year != EARLIER} == account.badges
    assert {goal for goal, fed in enumerate(council.fed) if fed} == account.fed
    for category in range(cards.categories):
        assert account.price_change.get(category, 0) == council.price_change[category]
        assert account.carbon_change.get(category, 0) == council.carbon_change[category]
    held = [council.contracts[place] for place in council.order[: council.running]]
    names = ("need", "supplier", "route", "weights", "price", "carbon", "signed", "term", "partner", "age", "misses")
    assert [[getattr(contract, name) for name in names] for contract in held] == [
        [getattr(contract, name) for name in names] for contract in account.contracts
    ]
    assert all(place == NONE for place in council.order[council.running :])
