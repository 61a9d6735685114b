"""A school's game on paper: what its cards print is enough to play it by, in few words and large letters."""

import random
import re
from dataclasses import replace
from itertools import cycle

import pytest

from caffael.printing.card_parts import AIR, CODE, EDGE
from caffael.printing.reckoning import weight_rows
from caffael.printing.school import has_school_form
from caffael.printing.school.firms import FOOT, star_row, weight_height
from caffael.printing.school.form import WIDE
from caffael.printing.school.rules import school_pieces, tenders_a_team
from caffael.printing.school.stars import boxes, stars
from caffael.rules.records import Table
from caffael.rules.tender import score_bids, weigh
from caffael.rules.terms import NONE
from caffael.scenario import Pack, find_packs, load_pack
from caffael.words.language import Language
from tests.printing.conftest import Reader, opened
from tests.printing.test_game_on_paper import NeedCard, PaperTable, Running, SupplierCard, Team, number, play_a_game


@pytest.fixture(scope="module")
def printed() -> Reader:
    return opened(load_pack("first-steps"), "en")


class FirmCard(SupplierCard):
    """A firm's card as it lies on the table: its text, with the names that the other form gives to the same numbers."""

    def __init__(self, text: str) -> None:
        lines = text.split("\r\n")
        super().__init__(text, lines[2])
        middle = text.split("\r\nPrice ", 1)[1].split("\r\n")
        self.free = sum(len(words) == 1 for words in middle)
        above = " ".join(middle).split()[: 2 * self.free + 2]
        self.prices = [int(words) for words in above if len(words) > 1]
        tail = middle[2 * self.free + 1 :]
        self.stars = [[int(word) for word in line.split()] for line in tail if re.fullmatch(r"[\d ]+", line)]
        self.foot = re.split(r"\r\n(?=The work is always done|Done if)", text)[1]
        largest = re.search(r"Biggest contract £([\d,]+)", text)
        self.largest = int(largest[1].replace(",", "")) if largest else 0
        found = re.search(r"Done if the delivery card is (\d)", self.foot)
        self.done_from = int(found[1]) if found else 0


class SchoolTable(PaperTable):
    """The table, as children play it with the printed cards alone."""

    def __init__(self, reader: Reader, needs: list[int], suppliers: list[int], deliveries: list[int], bids: list[int]) -> None:
        self.pack: Pack = reader.pack
        texts = [reader.card(page, index, WIDE) for page in reader.fronts(-2) for index in range(WIDE.count)]
        self.needs = [self.need(text) for text in texts if text.startswith("Need ")]
        self.firms = [FirmCard(text) for text in texts if text.startswith("Firm ")]
        self.need_deck = [self.needs[i] for i in needs]
        self.row = [self.firms[i] for i in suppliers[: self.pack.cards.settings.market]]
        self.deliveries = deliveries
        self.bids = cycle(bids)
        self.names = re.findall(r"\n([A-Z][a-z ]+?(?:Welsh)?) 0 1 2 ", reader.text(reader.printed.entries[1].first))
        boards = reader.printed.entries[1].first
        self.teams = [self.team(reader.text(boards + school)) for school in (0, 1)]
        self.cards_of_weights = {}
        for card, weights in zip(self.pack.texts.weight_cards, weight_rows(self.pack.cards), strict=True):
            self.cards_of_weights["/".join(map(str, weights))] = card.index

    def team(self, board: str) -> Team:
        first = re.search(r"First need ([^\r]+)", board)
        assert first
        estate = number("The school's own carbon, a year", board)
        budget, grant = number("Money at the start", board), number("Money each year", board)
        self.ladder = [
            (int(sum_.replace(",", "")), int(points.replace("\u2212", "-").replace("+", "")))
            for sum_, points in re.findall(r"\n([\d,]+)\u00a0kg or more ([+\u2212]?\d)", board)
        ]
        least = re.search(r"less than [\d,]+\u00a0kg \+(\d)", board)
        assert least
        self.little = int(least[1])
        return Team(budget, grant, estate, first[1], dict.fromkeys(self.names, self.pack.cards.settings.goal_start))

    def bidders(self, need: NeedCard) -> list[SupplierCard]:
        estimate = number("Usual price", need.text)
        able = []
        for card in self.row:
            assert isinstance(card, FirmCard)
            served = card.text.split(card.title, 1)[1].split("\nGood work")[0]
            if (not card.largest or estimate <= card.largest) and need.category in served and card.running < card.free:
                able.append(card)
        return able  # type: ignore[return-value]

    def tender(self, team: Team, need: NeedCard, weights: str) -> SupplierCard | None:
        """The weight card stands on each firm; the stars under the first free box count, or a box beside it by the firm's offer card."""
        bidders = self.bidders(need)
        if not bidders:
            return None
        read = [1 + card.running + (offer > 0) - (offer < 0) for card, offer in zip(bidders, self.bids, strict=False)]
        line = self.cards_of_weights[weights]

        def order(row: int) -> tuple[int, ...]:
            card = bidders[row]
            assert isinstance(card, FirmCard)
            good = re.search(r"Good work (\d)/5", card.text)
            assert good
            return -card.stars[line][read[row]], -int(good[1]), card.prices[read[row]], row

        first = min(range(len(bidders)), key=order)
        winner = bidders[first]
        assert isinstance(winner, FirmCard)
        price = number(rf"\n{winner.prices[read[first]]}\r", need.text)
        planet = re.search(r"Planet (\d+)", winner.text)
        assert planet
        team.tray.remove(need)
        winner.running += 1
        team.register.append(Running(need, winner, price, need.carbon(int(planet[1]))))
        return winner

    def deliver_one(self, team: Team, contract: Running) -> None:
        firm = contract.supplier
        assert isinstance(firm, FirmCard)
        years = number("Years", contract.need.text)
        card = self.deliveries.pop(0)
        share, rest = divmod(contract.price, years)
        pay = share + (rest if contract.age == 0 else 0)
        contract.age += 1
        team.emit(contract.carbon)
        if card < firm.done_from:
            contract.misses += 1
            team.budget -= pay + -(-pay // 10)
            return
        team.budget -= pay
        main = re.search(r"\n([^\r\n]+) \(main goal\)", contract.need.text)
        assert main
        for name in self.names:
            team.move(name, contract.need.goal(name))
        team.move(main[1], number("main goal of the need", firm.foot))
        for name in self.names:
            team.move(name, number(re.escape(name), firm.foot))

    def review(self, team: Team) -> None:
        team.emit(team.estate)
        for need in [*team.tray, *team.waiting]:
            lost = re.search(r"While it waits: ([^\r]+?) \u2212(\d)", need.text)
            if lost:
                team.move(lost[1], -int(lost[2]))
            team.emit(need.carbon(100))

    def judge(self, team: Team) -> None:
        points = next((points for begin, points in reversed(self.ladder) if team.year >= begin), self.little)
        team.move("Strong nature", points)
        team.move("Kind to the world", points)
        team.year = 0


@pytest.mark.parametrize("shuffle", [1, 5, 7, 13, 19])
def test_a_game_of_a_school_played_by_its_cards_has_the_score_of_the_rules(printed: Reader, shuffle: int) -> None:
    assert play_a_game(printed, SchoolTable, shuffle) >= 12


def test_most_whole_games_by_stars_are_those_of_the_rules(printed: Reader) -> None:
    alike = 0
    for shuffle in range(24):
        try:
            play_a_game(printed, SchoolTable, shuffle)
        except AssertionError:
            continue
        alike += 1
    assert alike >= 12


def test_most_stars_is_the_winner_of_the_rules_in_nearly_all_tenders() -> None:
    cards = load_pack("first-steps").cards
    chance, rows = random.Random(11), weight_rows(cards)
    written = [stars(cards, weights) for weights in rows]
    same = count = 0
    while count < 2000:
        need = chance.randrange(cards.need_count)
        row = chance.sample(range(cards.supplier_count), cards.settings.market)
        jobs = {i: min(chance.choice((0, 0, 0, 0, 1, 1, 2)), cards.suppliers[i].capacity) for i in row}
        able = [
            i
            for i in row
            if cards.suppliers[i].categories[cards.needs[need].category] == 1
            and jobs[i] < cards.suppliers[i].capacity
            and (cards.suppliers[i].largest == 0 or cards.needs[need].estimate <= cards.suppliers[i].largest)
        ]
        if len(able) < 2:
            continue
        count += 1
        weights, table = chance.randrange(len(rows)), Table()
        table.count = len(able)
        for place, index in enumerate(able):
            firm, bidder = cards.suppliers[index], table.bidders[place]
            bidder.supplier, bidder.card = index, chance.choice(cards.bid_cards[: cards.bid_card_count])
            bidder.percent = firm.price + cards.settings.load * jobs[index] + bidder.card
            bidder.quality, bidder.social, bidder.carbon = firm.quality, firm.social, firm.carbon
        score_bids(cards, need, NONE, table)
        weigh(cards, weights, table)

        read = [
            boxes(cards, cards.suppliers[index]).index(jobs[index] + table.bidders[place].card // cards.settings.load)
            for place, index in enumerate(able)
        ]
        best = min(
            range(len(able)),
            key=lambda at: (
                -written[weights][able[at]][read[at]],
                -table.bidders[at].quality,
                table.bidders[at].percent,
                at,
            ),
        )
        same += best == table.winner
    assert same >= 0.96 * count


def test_a_weight_card_ends_just_under_its_row_of_stars() -> None:
    pack = load_pack("first-steps")
    edge = EDGE + AIR + CODE + FOOT
    for card in pack.texts.weight_cards:
        below = len(pack.texts.weight_cards) - 1 - card.index
        assert weight_height(pack, card.index) == pytest.approx(edge + below * star_row(pack))


def test_the_row_of_a_weight_card_lies_where_its_upper_edge_is(printed: Reader) -> None:
    pack = printed.pack
    page, place = printed.fronts(-2)[-1], WIDE.place(0)
    firm = FirmCard(printed.card(page, 0, WIDE))
    for card in pack.texts.weight_cards:
        edge = place.bottom - weight_height(pack, card.index)
        text = printed.within(page, place.left, edge - star_row(pack), place.right, edge)
        assert [int(word) for word in text.split()] == firm.stars[card.index]


def test_each_firm_and_each_need_has_one_card(printed: Reader) -> None:
    cards = printed.pack.cards
    texts = [printed.card(page, index, WIDE).split("\r\n")[0] for page in printed.fronts(-2) for index in range(WIDE.count)]
    needs = [f"Need {n} of {cards.need_count}" for n in range(1, cards.need_count + 1)]
    firms = [f"Firm {n} of {cards.supplier_count}" for n in range(1, cards.supplier_count + 1)]
    assert [text for text in texts if text] == [*needs, *firms]


@pytest.mark.parametrize("codes", [("en",), ("cy",), ("en", "cy")])
def test_no_letter_of_a_school_is_small(codes: tuple[str, ...]) -> None:
    reader = opened(load_pack("first-steps"), *codes)  # type: ignore[arg-type]
    assert reader.printed.misfits == ()
    assert reader.smallest() > 6.5


def test_what_the_game_has_not_is_nowhere_on_its_paper(printed: Reader) -> None:
    words = " ".join(printed.text(page) for page in range(1, len(printed.pdf) + 1)).lower()
    lacking = (
        "event",
        "delivery card",
        "bid card",
        "price points",
        "weighing",
        "supplier",
        "route",
        "lab",
        "joint",
        "track record",
        "officer",
        "project",
    )
    assert [word for word in lacking if re.search(rf"\b{word}", words)] == []


def test_only_a_school_with_weight_cards_has_this_form() -> None:
    assert [info.id for info in find_packs() if has_school_form(load_pack(info.id))] == ["first-steps"]
    assert not has_school_form(replace(load_pack("first-steps"), wording="council"))
    assert not has_school_form(load_pack("first-steps", changes={"rules.events": True}))
    assert has_school_form(replace(load_pack("first-steps"), id="our-school"))


def test_the_rules_of_a_school_say_how_many_tenders_there_are() -> None:
    pack = load_pack("first-steps")
    words = "\n".join(piece.words for piece in school_pieces(pack, Language("en", "school")))
    assert tenders_a_team(pack) == 6
    assert "A game has about 6 tenders for each team." in words
    other = load_pack("first-steps", changes={"rules.needs_drawn_a_year": 1, "rules.suppliers_in_market": 9})
    words = "\n".join(piece.words for piece in school_pieces(other, Language("en", "school")))
    assert "about 4 tenders" in words
    assert "Lay 9 firms" in words
