"""Hints: each kind is said where it fits, what presses most comes first."""

from collections.abc import Callable

import pytest

from caffael.match import Match
from caffael.presentation.table.hints import FINDERS, Hint, HintKind, hint_now, hint_text
from caffael.presentation.viewer import Viewer, look
from caffael.rules.actions import PASS
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import Phase, Route
from caffael.words.language import CODES, Code, Language
from tests.presentation.golden import hold
from tests.presentation.positions import game

THEIRS = 0
"""A need of the first council."""
Change = Callable[[Cards, State], None]


def begun() -> Match:
    """A game at the first decision of its second team, in which nothing at all gives a hint."""
    match = game(players=("you", "you"))
    match.play(PASS)
    assert match.state.decider == 1
    cards, state = match.cards, match.state
    council = state.councils[state.decider]
    for need in council.tray[: council.tray_count]:
        cards.needs[need].urgency = 1
        cards.needs[need].category = 0
        cards.needs[need].estimate = 100_000
    for supplier in state.market[: state.market_count]:
        card = cards.suppliers[supplier]
        card.categories[0], card.largest, card.capacity, card.local = 1, 0, 5, 100
    cards.routes[Route.JOINT].on = 0
    council.labs[0] = 1
    match.history[-1].happenings.append(Happened(Happening.AWARDED, 0, THEIRS, state.market[0]))
    return match


def debt(cards: Cards, state: State) -> None:
    state.councils[state.decider].budget = -1


def stopped(cards: Cards, state: State) -> None:
    state.councils[state.decider].restricted = 1


def short(cards: Cards, state: State) -> None:
    council = state.councils[state.decider]
    lay_contract(state, council.tray[1], 2 * (council.budget + 40_000))


def short_later(cards: Cards, state: State) -> None:
    council = state.councils[state.decider]
    cards.councils[council.card].grant = council.budget - 5_000
    lay_contract(state, council.tray[1], 2 * council.budget)


def dear(cards: Cards, state: State) -> None:
    council = state.councils[state.decider]
    for need in council.tray[: council.tray_count]:
        cards.needs[need].term, cards.needs[need].estimate = 1, council.budget + 30_000
    cards.needs[council.tray[1]].estimate -= 10_000


def lay_contract(state: State, need: int, price: int) -> None:
    """A contract of two years runs in the deciding council, at this price."""
    council = state.councils[state.decider]
    contract = council.contracts[0]
    contract.need, contract.term, contract.price, contract.supplier = need, 2, price, state.market[0]
    council.order[0], council.running = 0, 1


def full(cards: Cards, state: State) -> None:
    cards.settings.register = 0


def empty(cards: Cards, state: State) -> None:
    state.councils[state.decider].tray_count = 0


def shifted(cards: Cards, state: State) -> None:
    """The first council's contract, which was awarded after this team's last turn, takes the last place of the likely winner."""
    other, supplier = state.councils[0], state.market[0]
    state.market_count = max(state.market_count, 2)
    other.contracts[0].need, other.contracts[0].supplier, other.order[0], other.running = THEIRS, supplier, 0, 1
    state.supplier_running[supplier] = cards.suppliers[supplier].capacity
    card = cards.suppliers[supplier]
    card.price, card.quality, card.social, card.carbon = 1, 5, 5, 40  # the likely winner however it is weighed


def last_year(cards: Cards, state: State) -> None:
    state.year = cards.settings.years


def nobody(cards: Cards, state: State) -> None:
    state.market_count = 0


def short_of_days(cards: Cards, state: State) -> None:
    council = state.councils[state.decider]
    council.running, council.days = 2, 3


def alone(cards: Cards, state: State) -> None:
    state.market_count = 1


def far(cards: Cards, state: State) -> None:
    for supplier in state.market[: state.market_count]:
        cards.suppliers[supplier].local = 0


def near_a_mark(cards: Cards, state: State) -> None:
    mark = cards.settings.marks[0]
    state.carbon = cards.settings.carbon_budget * state.seats * (mark - 1) // 100


def lagging(cards: Cards, state: State) -> None:
    state.councils[state.decider].goals[3] -= 2


def urgent(cards: Cards, state: State) -> None:
    cards.needs[state.councils[state.decider].tray[1]].urgency = 3


def partner(cards: Cards, state: State) -> None:
    cards.routes[Route.JOINT].on = 1
    cards.routes[Route.JOINT].labs[:] = [0, 0, 0]
    cards.routes[Route.JOINT].largest = 0
    cards.needs[state.councils[1 - state.decider].tray[0]].category = 0


def untrained(cards: Cards, state: State) -> None:
    state.councils[state.decider].labs[0] = 0


CHANGES: list[tuple[Change, HintKind, str]] = [
    (debt, HintKind.DEBT, "You are in debt: each started £25k"),
    (stopped, HintKind.STOPPED, "only the framework"),
    (short, HintKind.SHORT, "This year you will be £40k short. Buy no more now, and manage"),
    (full, HintKind.FULL, "All your contract places are taken"),
    (empty, HintKind.EMPTY, "Nothing waits in your tray"),
    (dear, HintKind.DEAR, "would leave year 1 £20k short"),
    (shifted, HintKind.SHIFTED, "The others have moved"),
    (last_year, HintKind.LAST_YEAR, "still open at the end costs 1 point"),
    (nobody, HintKind.NOBODY, "Engaging the market may bring somebody"),
    (short_of_days, HintKind.DAYS, "Days left: 3. Contracts running: 2"),
    (alone, HintKind.ALONE, "Only one supplier could bid"),
    (far, HintKind.FAR, "Nobody local could bid"),
    (near_a_mark, HintKind.CARBON, "next carbon mark, 25\N{NO-BREAK SPACE}%"),
    (lagging, HintKind.LOWEST, "counts once more: More equal"),
    (urgent, HintKind.URGENT, "this year, it takes 3 points from this goal and goes"),
    (partner, HintKind.PARTNER, "Would you buy together?"),
    (untrained, HintKind.LABS, "trained in no lab"),
]


def seen(match: Match, code: Code = "en", edition: str = "council") -> Viewer:
    return look(match, Language(code, edition), match.state.decider, deciding=match.state.decider)


def said(match: Match) -> Hint | None:
    return hint_now(seen(match))


def test_a_table_on_which_nothing_presses_gives_no_hint() -> None:
    assert said(begun()) is None


@pytest.mark.parametrize(("change", "kind", "words"), CHANGES)
def test_each_kind_is_said_where_it_fits(change: Change, kind: HintKind, words: str) -> None:
    match = begun()
    change(match.cards, match.state)
    hint = said(match)
    assert hint is not None and hint.kind == kind
    assert words in hint_text(seen(match), hint)
    welsh = hint_text(seen(match, "cy"), hint)
    assert welsh and words not in welsh


def test_what_presses_more_is_said_before_what_presses_less() -> None:
    match = begun()
    for change, kind, _ in reversed(CHANGES):
        if kind != HintKind.EMPTY:  # without a need hardly anything else fits
            change(match.cards, match.state)
            hint = said(match)
            assert hint is not None and hint.kind == kind


def test_there_is_one_finder_for_each_kind_in_their_order() -> None:
    assert [find.__name__.strip("_").upper() for find in FINDERS] == [kind.name for kind in HintKind]


def test_where_nobody_can_be_engaged_the_hint_looks_to_the_next_year() -> None:
    match = begun()
    nobody(match.cards, match.state)
    match.cards.settings.engagement = 0
    hint = said(match)
    assert hint is not None and "Who comes next year?" in hint_text(seen(match), hint)
    assert "firm" in hint_text(seen(match, "en", "school"), hint)


def test_a_debt_is_said_before_it_is_made_and_no_hint_urges_what_cannot_be_paid() -> None:
    match = begun()
    council, cards = match.state.councils[match.state.decider], match.cards
    urgent(cards, match.state)
    urged = council.tray[1]
    hint = said(match)
    assert hint == Hint(HintKind.URGENT, need=urged, goal=cards.needs[urged].urgency_goal, number=3)
    cards.needs[urged].term, cards.needs[urged].estimate = 1, council.budget
    assert said(match) == hint  # to the last pound
    cards.needs[urged].estimate += 1
    assert said(match) is None
    for need in council.tray[: council.tray_count]:
        cards.needs[need].term, cards.needs[need].estimate = 1, council.budget + 1
    hint = said(match)
    assert hint is not None and hint.kind == HintKind.DEAR
    short(cards, match.state)
    hint = said(match)
    assert hint == Hint(HintKind.SHORT, number=40_000, other=1)


def test_no_partner_is_named_for_a_need_that_cannot_be_paid() -> None:
    match = begun()
    council, cards = match.state.councils[match.state.decider], match.cards
    partner(cards, match.state)
    hint = said(match)
    assert hint is not None and hint.kind == HintKind.PARTNER
    cards.needs[hint.need].term, cards.needs[hint.need].estimate = 1, council.budget + 1
    later = said(match)
    assert later is None or later.need != hint.need


def test_a_refusal_is_told_first_to_the_team_that_asked() -> None:
    match = begun()
    debt(match.cards, match.state)
    need = match.state.councils[1].tray[0]
    match.history[-1].happenings.append(Happened(Happening.JOINT_REFUSED, 0, THEIRS, need))
    hint = said(match)
    assert hint == Hint(HintKind.REFUSED, need=need, other=0)
    assert hint_text(seen(match), hint).startswith(f"{seen(match).council(0)} refused to buy “{seen(match).need(need)}” jointly.")
    match.history[-1].happenings[-1].b = THEIRS
    again = said(match)
    assert again is not None and again.kind == HintKind.DEBT


def test_in_the_last_year_nobody_is_promised_for_the_next() -> None:
    match = begun()
    nobody(match.cards, match.state)
    match.cards.settings.engagement, match.cards.settings.unmet_points = 0, 0
    match.state.year = match.cards.settings.years
    hint = said(match)
    assert hint is not None and hint_text(seen(match), hint).endswith("any more.")


def test_nothing_is_said_while_nothing_is_bought() -> None:
    match = begun()
    debt(match.cards, match.state)
    match.state.phase = Phase.MANAGE
    assert said(match) is None


def test_nothing_is_said_at_the_edge_of_what_gives_a_hint() -> None:
    match = begun()
    council = match.state.councils[match.state.decider]
    for need in council.tray[: council.tray_count]:
        match.cards.needs[need].estimate = 0
    council.budget = 0
    assert said(match) is None
    council.running, council.days = 0, 1
    assert said(match) is None
    council.running, council.days = 1, 0
    assert said(match) is None
    match.state.year, council.tray_count = match.cards.settings.years, 0
    assert said(match) is None


def test_every_hint_says_what_it_said() -> None:
    for code in CODES:
        rows = []
        for change, kind, _ in CHANGES:
            match = begun()
            change(match.cards, match.state)
            hint = said(match)
            assert hint is not None
            rows.append(f"{kind.name}: {hint_text(seen(match, code), hint)}\n")
        match = begun()
        nobody(match.cards, match.state)
        match.cards.settings.engagement = 0
        hint = said(match)
        assert hint is not None
        rows.append(f"NOBODY, where nobody can be engaged: {hint_text(seen(match, code), hint)}\n")
        for change, management in ((short, 0), (short_later, 1), (short_later, 0)):
            match = begun()
            match.cards.settings.management = management
            change(match.cards, match.state)
            hint = said(match)
            assert hint is not None
            rows.append(f"SHORT, with management {management}: {hint_text(seen(match, code), hint)}\n")
        for change in (last_year, lagging):
            match = begun()
            match.cards.settings.unmet_points, match.cards.settings.lowest_times = 6, 4
            change(match.cards, match.state)
            hint = said(match)
            assert hint is not None
            rows.append(f"{hint.kind.name}, of another game: {hint_text(seen(match, code), hint)}\n")
        hold("hints", code, "".join(rows))
