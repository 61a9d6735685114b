"""What lies ahead in money is said where it is decided: on the panel, the sheet, the tender and the question before it is published."""

from collections.abc import Callable

import pytest

from caffael.match import Match
from caffael.presentation.blocks import Chip, Offer, Page, Sheet, Text
from caffael.presentation.decisions.confirm import answer_sheet
from caffael.presentation.money import MoneyAhead, money_ahead, need_chip, year_lines
from caffael.presentation.sheets.origins import money_sheet
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.pages import award_page, confirm_sheet, need_page, weigh_page
from caffael.presentation.tender.price import draft_prices, draft_text
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.records import Contract
from caffael.rules.terms import Route
from caffael.words.language import CODES, Code, Language
from tests.presentation.golden import check, hold
from tests.presentation.positions import finished, game
from tests.presentation.test_tender import choice_of, joint

GRANT = 100_000


def running(match: Match, budget: int, *contracts: tuple[int, int]) -> Match:
    """The council that decides has so much in hand, and runs contracts of a price and a term; nothing else comes but its grant."""
    state = match.state
    council = state.councils[state.decider]
    council.budget, council.saving, council.running = budget, 0, 0
    match.cards.councils[council.card].grant = GRANT
    for place, (price, term) in enumerate(contracts):
        contract: Contract = council.contracts[place]
        contract.need, contract.supplier, contract.price, contract.term, contract.age = place, state.market[0], price, term, 0
        match.cards.needs[place].saving = 0
        council.order[place] = place
        council.running += 1
    return match


def seen(match: Match, code: Code = "en", edition: str = "council") -> Viewer:
    return look(match, Language(code, edition), match.state.decider, deciding=match.state.decider)


ENOUGH = (200_000, (90_001, 3))
SHORT = (20_000, (90_001, 3))
SHORT_LATER = (210_000, (450_000, 3))
POSITIONS = {"enough": ENOUGH, "short this year": SHORT, "short later": SHORT_LATER}


def positions() -> dict[str, Match]:
    return {name: running(game(), *position) for name, position in POSITIONS.items()}


def ahead(match: Match, code: Code = "en", edition: str = "council") -> MoneyAhead:
    found = money_ahead(seen(match, code, edition))
    assert found is not None
    return found


# ---------------------------------------------------------------------------------------------------------------- panel and sheet


def test_the_panel_says_what_is_due_this_year_and_what_is_left_or_missing() -> None:
    told = {name: ahead(match) for name, match in positions().items()}
    assert [one.due for one in told.values()] == [("Due this year", "£30k"), ("Due this year", "£30k"), ("Due this year", "£150k")]
    assert [one.left for one in told.values()] == [
        ("Left after it", "£170k"),
        ("Short this year", "£10k"),
        ("Short in year 3", "£40k"),
    ]
    assert [one.short for one in told.values()] == [False, True, True]


def test_each_year_to_come_has_a_mark_in_proportion_to_what_is_left() -> None:
    marks = ahead(positions()["short this year"]).years
    assert [mark.year for mark in marks] == ["1", "2", "3"]
    assert [round(mark.share * 129_999) for mark in marks] == [-10_001, 59_999, 129_999]


def test_the_panel_is_said_in_both_languages_and_editions() -> None:
    for code in CODES:
        rows = [
            f"{name}, {edition}: {one.line.title} | {one.line.words} | {one.due} | {one.left} | {[round(m.share, 2) for m in one.years]}\n"
            for edition in ("council", "school")
            for name, match in positions().items()
            for one in (ahead(match, code, edition),)
        ]
        hold("money-ahead", code, "".join(rows))


def test_when_the_game_is_over_nothing_lies_ahead() -> None:
    viewer = look(finished(), Language("en"), 0)
    assert money_ahead(viewer) is None
    assert year_lines(viewer, 0) == ()
    assert money_sheet(viewer, 0).story == ""


@pytest.mark.parametrize("name", POSITIONS)
def test_the_sheet_tells_the_years_to_come_before_those_that_are_over(name: str) -> None:
    check(f"sheets/money-{name.replace(' ', '-')}", positions()[name], lambda viewer: money_sheet(viewer, viewer.seat), marked=True)


def test_the_years_of_the_sheet_are_those_of_the_rules() -> None:
    lines = year_lines(seen(positions()["short this year"]), 0)
    assert [(line.title, line.value, line.words) for line in lines] == [
        ("This year", "£10k short", "In hand: £20k. Due: £30k."),
        ("Year 2", "£60k left", "From the year before: \u2212£10k. Comes in: £100k. Due: £30k."),
        ("Year 3", "£130k left", "From the year before: £60k. Comes in: £100k. Due: £30k."),
    ]


def test_where_a_missed_check_costs_nothing_the_sheet_does_not_warn_of_it() -> None:
    match = positions()["enough"]
    match.cards.settings.emergency_cover = 0
    assert "missed" not in money_sheet(seen(match), 0).story


# ------------------------------------------------------------------------------------------------------------------------ the tender


def need_of(match: Match) -> int:
    return match.state.councils[match.state.decider].tray[0]


def offered(budget: int, estimate: int = 90_000, term: int = 3) -> Match:
    """A council with so much in hand and no contract, whose first need costs so much; one firm bids, at the estimate."""
    match = running(game(), budget)
    state, cards, need = match.state, match.cards, need_of(match)
    card = cards.needs[need]
    card.estimate, card.term, card.saving = estimate, term, 0
    for supplier in state.market[: state.market_count]:
        cards.suppliers[supplier].categories[card.category] = 0
    for place in range(cards.bid_card_count):
        cards.bid_cards[place] = (-8, -4, 0, 4, 8)[place % 5]
    firm = cards.suppliers[state.market[0]]
    firm.categories[card.category], firm.price, firm.largest, firm.capacity = 1, 100, 0, 9
    return match


def drafted(viewer: Viewer, route: Route = Route.OPEN) -> Draft:
    draft = Draft(viewer, viewer.own.tray[0])
    draft.choose(actions.ROUTE + choice_of(route))
    return draft


def told(match: Match) -> Text:
    viewer = seen(match)
    found = draft_text(viewer, drafted(viewer))
    assert found is not None
    return found


def test_the_card_of_a_need_says_what_buying_it_would_leave() -> None:
    def chip(budget: int) -> Chip:
        match = offered(budget)
        page = need_page(seen(match), Draft(seen(match)))
        offer = next(one for one in page.every() if isinstance(one, Offer) and one.id == f"need.{need_of(match)}")
        assert offer.chips[-1] == need_chip(seen(match), need_of(match))
        return offer.chips[-1]

    assert chip(30_000).words == "Leaves you £0 or more" and chip(30_000).ink == "good"
    assert chip(29_000).words == f"Year 1: {Language('en').money(1_000)} short"
    assert chip(29_000).ink == "bad"


def kept(years: str) -> str:
    """Years with their sums as they are said: no line ends between a year and its sum, nor begins with a point."""
    return years.replace(" · ", "\u00a0· ").replace("year ", "year\u00a0").replace(": ", ":\u00a0")


def test_a_draft_says_what_the_expected_price_leaves_and_what_the_highest_bid_would() -> None:
    assert (told(offered(100_000)).words, told(offered(100_000)).tone) == (
        f"If it costs the expected £90k over 3 years, this is left: {kept('year 1: £70k · year 2: £140k · year 3: £210k')}.",
        "plain",
    )
    assert (told(offered(31_000)).words, told(offered(31_000)).tone) == (
        f"If it costs the expected £90k over 3 years, this is left: {kept('year 1: £1k · year 2: £71k · year 3: £141k')}. "
        "At the highest bid, £97k, year 1 is £1.4k short.".replace("£1k ·", f"{Language('en').money(1_000)} ·"),
        "warn",
    )
    assert (told(offered(10_000)).words, told(offered(10_000)).tone) == (
        "If it costs the expected £90k over 3 years, year 1 is £20k short.",
        "bad",
    )


def test_the_page_and_the_question_before_publishing_say_the_same_sentence() -> None:
    for budget in (100_000, 31_000, 10_000):
        match = offered(budget)
        viewer = seen(match)
        page, asked = weigh_page(viewer, drafted(viewer)), confirm_sheet(viewer, drafted(viewer))
        texts = [one for one in page.every() if isinstance(one, Text) and one.id == "money"]
        assert texts == [told(match)]
        line = next(line for line in asked.lines if line.id == "money")
        assert line.title == texts[0].words
        looks = {"plain": ("pound", "ink"), "warn": ("warning", "warn"), "bad": ("warning", "bad")}
        assert (line.picture, line.ink) == looks[texts[0].tone]


def test_where_nobody_can_bid_and_for_a_direct_award_without_a_supplier_nothing_is_said() -> None:
    match = offered(100_000)
    firm = match.state.market[0]
    viewer = seen(match)
    draft = drafted(viewer, Route.DIRECT)
    assert draft_text(viewer, draft) is None
    draft.choose(actions.SUPPLIER + firm)
    assert draft_prices(viewer, draft) == (94_500, 94_500)
    assert "£95k over 3 years" in (draft_text(viewer, draft) or Text("")).words
    match.cards.suppliers[firm].capacity = 0
    viewer = seen(match)
    assert draft_text(viewer, drafted(viewer)) is None
    assert not [one for one in weigh_page(viewer, drafted(viewer)).every() if isinstance(one, Text) and one.id == "money"]
    assert not [line for line in confirm_sheet(viewer, drafted(viewer)).lines if line.id == "money"]


def test_a_framework_has_one_price() -> None:
    viewer = seen(offered(100_000))
    prices = draft_prices(viewer, drafted(viewer, Route.FRAMEWORK))
    assert prices is not None and prices[0] == prices[1]
    texts = [one for one in award_page(viewer, drafted(viewer, Route.FRAMEWORK)).every() if isinstance(one, Text) and one.id == "money"]
    assert len(texts) == 1


def pages(budget: int) -> Callable[[Viewer], list[Page | Sheet]]:
    return lambda viewer: [weigh_page(viewer, drafted(viewer)), confirm_sheet(viewer, drafted(viewer))]


@pytest.mark.parametrize(("name", "budget"), [("left", 100_000), ("risky", 31_000), ("short", 10_000)])
def test_what_a_contract_would_leave_is_said_in_both_languages(name: str, budget: int) -> None:
    check(f"tender-money-{name}", offered(budget), pages(budget), marked=True)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("edition", ["council", "school"])
def test_every_length_of_a_contract_is_said(code: Code, edition: str) -> None:
    rows = []
    for term in range(1, 5):
        for budget in (100_000, 1_000):
            viewer = seen(offered(budget, term=term), code, edition)
            found = draft_text(viewer, drafted(viewer))
            assert found is not None
            rows.append(f"{term}: {found.words}\n")
    hold(f"money-terms-{edition}", code, "".join(rows))


def test_a_partner_is_told_what_its_own_part_would_leave() -> None:
    match, partner = joint(game())
    state = match.state
    buyer, need = state.decider, need_of(match)
    for action in (actions.JOINT_TENDER + need, actions.PARTNER + partner, actions.PUBLISH):
        match.play(action)
    assert state.decider == state.need_seat[partner] != buyer
    council = state.councils[state.decider]
    before = [line for line in answer_sheet(seen(match)).lines if line.id == "money"]
    assert len(before) == 1 and before[0].ink == "ink"
    council.budget = 0
    after = next(line for line in answer_sheet(seen(match)).lines if line.id == "money")
    assert after.ink == "bad" and "year 1 is" in after.title
    state.market_count = 0
    assert not [line for line in answer_sheet(seen(match)).lines if line.id == "money"]
