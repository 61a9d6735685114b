"""A game played by hand from the printed deck: what is read off the cards and reckoned as the sheets say comes to the rules' score."""

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import cycle

import pytest

from caffael.printing import paper_deal
from caffael.printing.reckoning import carbon_points, exact_price_points, rating_points
from caffael.rules.deal import lay_table
from caffael.rules.events import yearly_share
from caffael.rules.happened import Happening
from caffael.rules.notation import from_text
from caffael.rules.records import Score, State, Told
from caffael.rules.scoring import fill_score
from caffael.rules.step import begin, step
from caffael.rules.terms import GOALS, Goal, Phase
from caffael.scenario import Pack, load_pack
from caffael.words.language import Language
from caffael.words.sentences import goal_name
from tests.printing.conftest import Reader, opened

SCHOOLS = (0, 1)
WEIGHT_CARDS = ("34/33/0/33", "20/60/0/20", "50/25/0/25", "20/20/0/60")


@pytest.fixture(scope="module")
def printed() -> Reader:
    return opened(replace(load_pack("first-steps"), wording="council"), "en")


def number(pattern: str, text: str) -> int:
    """A number as it is printed behind some words; 0 where the card has no such line."""
    found = re.search(pattern + r"\s+[£+]?(\u2212?[\d,]+)", text)
    return int(found[1].replace(",", "").replace("\u2212", "-")) if found else 0


@dataclass
class NeedCard:
    text: str
    category: str
    title: str

    def goal(self, name: str) -> int:
        return number(re.escape(name) + r"(?: \(main goal\))?", self.text.split("unmet:")[0])

    def carbon(self, percent: int) -> int:
        return number(rf"\n{percent}\u00a0%\r", self.text)


@dataclass
class SupplierCard:
    text: str
    title: str
    running: int = 0

    def says(self, words: str) -> int:
        return number(words, self.text)


@dataclass
class Running:
    need: NeedCard
    supplier: SupplierCard
    price: int
    carbon: int
    age: int = 0
    misses: int = 0


@dataclass
class Team:
    budget: int
    grant: int
    estate: int
    first: str
    goals: dict[str, int]
    tray: list[NeedCard] = field(default_factory=list)
    waiting: list[NeedCard] = field(default_factory=list)
    register: list[Running] = field(default_factory=list)
    carbon: int = 0
    year: int = 0

    def move(self, goal: str, points: int) -> None:
        self.goals[goal] = max(0, min(20, self.goals[goal] + points))

    def emit(self, kilograms: int) -> None:
        self.carbon += kilograms
        self.year += kilograms


class PaperTable:
    """The table, as a class plays it with the printed cards alone."""

    def __init__(self, reader: Reader, needs: list[int], suppliers: list[int], deliveries: list[int], bids: list[int]) -> None:
        self.pack: Pack = reader.pack
        texts = [reader.card(page, index) for page in reader.fronts(-2) for index in range(9)]
        self.needs = [self.need(text) for text in texts if text.startswith("Need ")]
        self.suppliers = [SupplierCard(text, text.split("\r\n")[2]) for text in texts if text.startswith("Supplier ")]
        self.need_deck = [self.needs[i] for i in needs]
        self.row = [self.suppliers[i] for i in suppliers[: self.pack.cards.settings.market]]
        self.deliveries = deliveries
        self.bids = cycle(bids)
        self.names = [goal_name(Language("en"), goal) for goal in range(GOALS)]
        boards = reader.printed.entries[4].first
        self.teams = [self.team(reader.text(boards + school)) for school in SCHOOLS]

    @staticmethod
    def need(text: str) -> NeedCard:
        lines = text.split("\r\n")
        return NeedCard(text, lines[1], lines[2])

    def team(self, board: str) -> Team:
        first = re.search(r"Category of its first need ([^\r]+)", board)
        assert first
        estate = number(r"(?s)Carbon of its own buildings and\s+vehicles,\s+a\s+year", board)
        budget, grant = number("Budget at the start", board), number("Grant a year", board)
        return Team(budget, grant, estate, first[1], dict.fromkeys(self.names, self.pack.cards.settings.goal_start))

    def draw(self, team: Team, category: str = "") -> None:
        if len(team.tray) < self.pack.cards.settings.tray:
            card = next(card for card in self.need_deck if not category or card.category == category)
            self.need_deck.remove(card)
            team.tray.append(card)

    def bidders(self, need: NeedCard) -> list[SupplierCard]:
        estimate = number("Estimate", need.text)
        able = []
        for card in self.row:
            largest, served = card.says("Largest contract"), card.text.split(card.title, 1)[1].split("\nPrice")[0]
            carries = not largest or estimate <= largest
            if carries and need.category in served and card.running < card.says("Contracts at once"):
                able.append(card)
        return able

    def tender(self, team: Team, need: NeedCard, weights: str) -> SupplierCard | None:
        """The tender sheet: bids, points, weighing, the winner; and the contract in the register."""
        bidders = self.bidders(need)
        if not bidders:
            return None
        price, people, _, planet = map(int, weights.split("/"))
        bids = [card.says("Price") + self.pack.cards.settings.load * card.running + next(self.bids) for card in bidders]
        cleanest = min(card.says("Planet") for card in bidders)

        def order(row: int) -> tuple[Fraction | int, ...]:
            card = bidders[row]
            mean = (card.says("Quality") + card.says("Social value") + 1) // 2
            clean = carbon_points(self.pack.cards.settings, card.says("Planet") - cleanest)
            points = exact_price_points(self.pack.cards.settings, min(bids), bids[row])
            return -(price * points + people * rating_points(mean) + planet * clean), -card.says("Quality"), bids[row], row

        best = min(range(len(bidders)), key=order)
        winner = bidders[best]
        team.tray.remove(need)
        winner.running += 1
        team.register.append(Running(need, winner, number("1 % of it", need.text) * bids[best], need.carbon(winner.says("Planet"))))
        return winner

    def deliver(self, team: Team) -> None:
        for contract in team.register:
            self.deliver_one(team, contract)
        for contract in [contract for contract in team.register if self.is_over(contract)]:
            team.register.remove(contract)
            contract.supplier.running -= 1
            if self.is_lost(contract):
                team.waiting.append(contract.need)
            else:
                self.saved(team, contract.need)

    def deliver_one(self, team: Team, contract: Running) -> None:
        years, text = number("Years", contract.need.text), contract.supplier.text
        card = self.deliveries.pop(0)
        share, rest = divmod(contract.price, years)
        pay = share + (rest if contract.age == 0 else 0)
        contract.age += 1
        team.emit(contract.carbon)
        if card + 2 < 7 - number("Reliability", text):
            contract.misses += 1
            team.budget -= pay + -(-pay // 10)
            return
        team.budget -= pay
        main = re.search(r"\n([^\r\n]+) \(main goal\)", contract.need.text)
        assert main
        for name in self.names:
            team.move(name, contract.need.goal(name))
        settings = self.pack.cards.settings
        team.move(main[1], settings.quality_feeds[number("Quality", text) - 1])
        social = number("Social value", text)
        if social:
            goal = next(name for name in self.names if f"\n{name}\r" in text)
            team.move(goal, settings.social_kept[social])
        if number("Local share", text) >= 60:
            team.move(self.names[Goal.PROSPEROUS], 1)

    @staticmethod
    def is_lost(contract: Running) -> bool:
        return contract.misses >= (1 if number("Years", contract.need.text) == 1 else 2)

    def is_over(self, contract: Running) -> bool:
        return self.is_lost(contract) or contract.age == number("Years", contract.need.text)

    @staticmethod
    def saved(team: Team, need: NeedCard) -> None:
        team.grant += number("saves for good, a year", need.text)
        team.estate = max(0, team.estate - number("cuts for good, a year", need.text))

    def review(self, team: Team) -> None:
        team.emit(team.estate)
        for need in [*team.tray, *team.waiting]:
            lost = re.search(r"unmet: ([^\r]+?) \u2212(\d)", need.text)
            if lost:
                team.move(lost[1], -int(lost[2]))
            team.emit(need.carbon(100))

    def judge(self, team: Team) -> None:
        share = Fraction(team.year * 100, yearly_share(self.pack.cards))
        points = -2 if share > 150 else -1 if share > 100 else 2 if share < 50 else 1 if share < 75 else 0
        team.move(self.names[Goal.RESILIENT], points)
        team.move(self.names[Goal.GLOBAL], points)
        team.year = 0

    def score(self, team: Team) -> int:
        """The lines of the rules in short, one after the other."""
        settings = self.pack.cards.settings
        total = sum(team.goals.values()) + settings.lowest_times * min(team.goals.values())
        total += team.budget // settings.money_step if team.budget > 0 else team.budget // settings.debt_step
        total -= settings.unmet_points * (len(team.tray) + len(team.waiting))
        share = settings.carbon_budget
        if sum(each.carbon for each in self.teams) > 2 * share and team.carbon > share:
            total -= settings.over_points + (team.carbon - share) * 100 // share // settings.over_step
        return total


def play_a_game(printed: Reader, made: type[PaperTable], shuffle: int = 2) -> int:
    """Play a whole game by the cards on paper and by the rules, and find them alike; the number of tenders. A shuffle is a number."""
    pack, cards = printed.pack, printed.pack.cards
    needs = [(7 * i + 3) % cards.need_count for i in range(cards.need_count)]
    suppliers = [(5 * i + shuffle) % cards.supplier_count for i in range(cards.supplier_count)]
    order = [(7 * i + 1) % cards.delivery_card_count for i in range(cards.delivery_card_count)]
    deliveries = [cards.delivery_cards[i] for i in order]
    bids = [cards.bid_cards[(5 * i + shuffle) % cards.bid_card_count] for i in range(cards.bid_card_count)]
    deal, state, told = paper_deal(cards, needs, suppliers, bids=bids, deliveries=deliveries), State(), Told()
    lay_table(cards, deal, state, 2, list(SCHOOLS), told)
    begin(cards, deal, state, told)
    table = made(printed, needs, suppliers, list(deliveries), bids)
    count = 0

    def play(text: str) -> None:
        assert step(cards, deal, state, from_text(text, cards, pack.ids), told) == 0, text

    for year in range(1, 4):
        turns = [table.teams[(year - 1 + i) % 2] for i in range(2)]
        for team in turns:
            team.budget += team.grant
        for team in turns:
            table.need_deck += team.tray
            team.tray[:] = []
            while team.waiting and len(team.tray) < cards.settings.tray:
                team.tray.append(team.waiting.pop(0))
            for draw in range(cards.settings.draw):
                table.draw(team, team.first if year == 1 and draw == 0 else "")
        days = {id(team): cards.settings.days for team in turns}
        while state.year == year and state.phase == Phase.BUY:
            team = table.teams[state.decider]
            assert [need.title for need in team.tray] == [
                pack.need(i).title("en") for i in state.councils[state.decider].tray[: len(team.tray)]
            ]
            need = next((need for need in team.tray if table.bidders(need)), None)
            if need is None or days[id(team)] == 0:
                play("pass")
                continue
            weights = WEIGHT_CARDS[count % len(WEIGHT_CARDS)]
            count += 1
            days[id(team)] -= 1
            play(f"tender {pack.ids.needs[table.needs.index(need)]}")
            if state.phase == Phase.ROUTE:
                play("route open")
            winner = table.tender(team, need, weights)
            play(f"weights {weights}")
            awarded = [row for row in told.rows[: told.count] if row.kind == Happening.AWARDED]
            assert winner is not None
            assert (pack.supplier(awarded[0].b).name, awarded[0].c) == (winner.title, team.register[-1].price)
            if state.year != year or state.phase != Phase.BUY:
                break
        for team in turns:
            table.deliver(team)
        for team in turns:
            table.review(team)
        for team in turns:
            table.judge(team)
    assert state.phase == Phase.END
    for seat, team in enumerate(table.teams):
        score = Score()
        fill_score(cards, state, seat, score)
        council = state.councils[seat]
        assert (team.budget, team.carbon, list(team.goals.values())) == (council.budget, council.carbon, council.goals)
        assert table.score(team) == score.total
    return count


def test_a_game_played_on_paper_has_the_score_of_the_rules(printed: Reader) -> None:
    assert play_a_game(printed, PaperTable) >= 6


def test_a_deck_that_is_not_whole_is_refused(printed: Reader) -> None:
    cards = printed.pack.cards
    deliveries = cards.delivery_cards[: cards.delivery_card_count]
    bids = cards.bid_cards[: cards.bid_card_count]
    with pytest.raises(ValueError, match=r"deck of needs is not the printed one: missing \[0\], too many \[\]"):
        paper_deal(cards, range(1, cards.need_count), range(cards.supplier_count), bids=bids, deliveries=deliveries)
