import subprocess
import sys
from dataclasses import replace

import pytest

from caffael.debrief import make_debrief
from caffael.debrief.gathering import carbon_of
from caffael.debrief.questions import choose_questions
from caffael.debrief.records import Bid, CarbonRow, ContractStory, Debrief, FailedTender, MoneyRow, PromiseRow
from caffael.match import Match, Seat
from caffael.presentation.debrief.pages import question_text
from caffael.presentation.points import part_detail, part_name
from caffael.presentation.viewer import look
from caffael.rules.happened import Happening
from caffael.rules.terms import CRITERIA, GOALS, NONE, Ending
from caffael.scenario import load_pack
from caffael.words.language import CODES, Language

COUNCILS = ("cardiff", "newport", "torfaen", "bridgend", "caerphilly", "monmouthshire")
TABLES = (
    ("balanced", "cheapest", "greenest", "local"),
    ("cheapest", "cheapest", "cheapest", "cheapest", "cheapest", "cheapest"),
    ("greenest",),
    ("random", "random", "balanced"),
)


def played(players: tuple[str, ...], seed: int) -> Match:
    pack = load_pack("smarter-spending", 5)
    match = Match.start(pack, [Seat(f"Team {council}", council, player) for council, player in zip(COUNCILS, players, strict=False)], seed)
    while not match.finished:
        match.play(match.bot_action())
    return match


@pytest.fixture(scope="module", params=[(players, seed) for players in TABLES for seed in (1, 2)], ids=str)
def match(request: pytest.FixtureRequest) -> Match:
    return played(*request.param)


def told(match: Match, kind: Happening) -> list[tuple[int, int, int, int, int, int]]:
    rows = [*match.opening, *(happened for turn in match.history for happened in turn.happenings)]
    return [(h.seat, h.a, h.b, h.c, h.d, h.e) for h in rows if h.kind == kind]


def test_all_carbon_is_accounted_for(match: Match) -> None:
    debrief, state = make_debrief(match), match.state
    for seat, row in enumerate(debrief.carbon):
        assert row.total == sum(row.years) == state.councils[seat].carbon
    assert sum(debrief.region.years) == debrief.region.carbon == state.carbon
    assert sum(story.carbon for story in debrief.contracts) == sum(sum(row.contracts) for row in debrief.carbon)


def test_all_money_paid_is_accounted_for(match: Match) -> None:
    debrief = make_debrief(match)
    for seat, row in enumerate(debrief.money):
        assert row.spent == sum(h[2] for h in told(match, Happening.PAID) if h[0] == seat)
        assert row.spent == sum(row.by_category) == sum(story.paid for story in debrief.contracts if story.seat == seat)
        assert row.local == sum(row.local_by_category) == sum(story.local for story in debrief.contracts if story.seat == seat)
        assert 0 <= row.local <= row.spent - row.cover


def test_promises_add_up(match: Match) -> None:
    debrief = make_debrief(match)
    for seat, row in enumerate(debrief.promises):
        mine = [story for story in debrief.contracts if story.seat == seat]
        assert row.checks == sum(1 for h in told(match, Happening.CHECK) if h[0] == seat)
        assert row.promised == sum(story.promised for story in mine) >= row.came == sum(story.came for story in mine)
        assert row.missed == sum(story.missed for story in mine)


def test_every_award_is_a_contract_with_its_winner_on_top(match: Match) -> None:
    debrief = make_debrief(match)
    awards = told(match, Happening.AWARDED)
    assert [(story.seat, story.need, story.supplier, story.price, story.carbon_a_year) for story in debrief.contracts] == [
        h[:5] for h in awards
    ]
    for story in debrief.contracts:
        assert story.bids[0].supplier == story.supplier
        assert [bid.rank for bid in story.bids] == list(range(len(story.bids)))
        if story.weights != NONE:
            assert all(sum(bid.points) == bid.total for bid in story.bids)
        if story.runner_up is not None:
            assert story.runner_up.supplier == story.bids[1].supplier
            assert story.bids[0].total >= story.bids[1].total


def test_other_weights_would_really_have_chosen_somebody_else(match: Match) -> None:
    debrief, cards = make_debrief(match), match.cards
    for story in debrief.contracts:
        if story.other is None:
            continue
        row = cards.weights[story.other.weights * CRITERIA : (story.other.weights + 1) * CRITERIA]
        asked = cards.weights[story.weights * CRITERIA : (story.weights + 1) * CRITERIA]
        assert story.other.supplier != story.supplier
        assert story.other.moved == sum(abs(a - b) for a, b in zip(row, asked, strict=True)) // 2 > 0
        scores = {
            bid.supplier: [points // weight if weight else None for points, weight in zip(bid.points, asked, strict=True)]
            for bid in story.bids
        }
        if all(weight for weight in asked):
            totals = {supplier: sum(w * (s or 0) for w, s in zip(row, each, strict=True)) for supplier, each in scores.items()}
            assert totals[story.other.supplier] == max(totals.values())


def test_the_parts_of_a_score_are_the_score(match: Match) -> None:
    debrief = make_debrief(match)
    assert [team.total for team in debrief.teams] == [standing.total for standing in match.ranking()]
    for team in debrief.teams:
        assert sum(part.points for part in team.parts) == team.total
    assert debrief.winners == match.winners()


def test_what_moved_a_goal_explains_where_it_stands(match: Match) -> None:
    start = match.cards.settings.goal_start
    for team in make_debrief(match).teams:
        assert [start + sum(moves) for moves in team.moves] == team.goals
        assert len(team.open_needs) * -match.cards.settings.unmet_points == next(p.points for p in team.parts if p.kind == "unmet")


def test_the_runner_up_is_scored_by_the_same_rules_as_the_winner(match: Match) -> None:
    for story in make_debrief(match).contracts:
        council = match.state.councils[story.seat]
        if not any(council.projects) and story.weights != NONE:
            assert carbon_of(match.cards, council, story.need, story.bids[0].carbon, story.route) == story.carbon_a_year
        assert (story.runner_up is not None) == (story.weights != NONE and len(story.bids) > 1)


def test_three_questions_of_three_themes_in_both_languages(match: Match) -> None:
    debrief = make_debrief(match)
    assert len(debrief.questions) == 3
    assert len({question.theme for question in debrief.questions}) == 3
    for code in CODES:
        viewer = look(match, Language(code), 0)
        for question in debrief.questions:
            said = question_text(viewer, question)
            assert said and "{" not in said and said.rstrip().endswith("?")
        for part in debrief.teams[0].parts:
            assert part_name(viewer, part)
            assert "{" not in part_detail(viewer, part)


def test_a_failed_region_asks_about_the_climate_and_names_cleaner_bids() -> None:
    match = played(TABLES[1], 8)
    debrief = make_debrief(match)
    assert debrief.region.failed
    assert "climate" in [question.theme for question in debrief.questions]
    for saver in debrief.region.savers:
        story = debrief.contracts[saver.contract]
        cleaner = next(bid for bid in story.bids if bid.supplier == saver.supplier)
        assert cleaner.carbon < next(bid.carbon for bid in story.bids if bid.supplier == story.supplier)
        assert 0 < saver.saved <= story.carbon
    assert debrief.region.savable == sum(saver.saved for saver in debrief.region.savers)
    assert debrief.region.over == debrief.region.carbon - debrief.region.budget > 0


def bare(match: Match, **changes: object) -> Debrief:
    """The debrief of a game of which only what is given is worth talking about."""
    debrief = make_debrief(match)
    debrief.contracts, debrief.failures = [], []
    debrief.goals_mean = [80] * GOALS
    debrief.notices = debrief.unmet = debrief.joint = 0
    debrief.engagements = 5
    debrief.money = [MoneyRow(spent=100, local=90) for _ in debrief.teams]
    debrief.promises = [PromiseRow() for _ in debrief.teams]
    debrief.carbon = [CarbonRow(estate=100) for _ in debrief.teams]
    debrief.region.failed, debrief.region.carbon, debrief.region.budget = False, 50, 100
    for name, value in changes.items():
        setattr(debrief, name, value)
    return debrief


def asked(match: Match, debrief: Debrief) -> list[str]:
    return [question.kind for question in choose_questions(match, debrief)]


def test_the_questions_fit_what_happened() -> None:
    match = played(("balanced", "cheapest"), 1)
    quiet = bare(match)
    plain = asked(match, quiet)
    unequal = [MoneyRow(spent=100, local=90), MoneyRow(spent=100, local=10)]
    story = ContractStory(0, 0, 1, 0, 0, 0, 0, 100, 100, partner=1)
    cases: dict[str, Debrief] = {
        "notice": bare(match, notices=1),
        "waiting": bare(match, unmet=9),
        "never-asked": bare(match, engagements=0),
        "unequal-local": bare(match, money=unequal),
        "unequal-carbon": bare(match, carbon=[CarbonRow(estate=300), CarbonRow(estate=100)]),
        "faded": bare(match, promises=[PromiseRow(promised=10, came=2), PromiseRow()]),
        "kept": bare(match, promises=[PromiseRow(promised=20, came=20), PromiseRow()]),
        "no-bid": bare(match, failures=[FailedTender(0, 0, 1, 0)]),
        "one-bid": bare(match, contracts=[replace(story, partner=NONE, bids=[Bid(0, 1, 0, 1, 1, 1, [], 0, 0)])]),
        "joint": bare(match, contracts=[story], joint=1),
    }
    for kind, debrief in cases.items():
        assert kind in asked(match, debrief) and kind not in plain, kind
    failed = bare(match)
    failed.region.failed = True
    assert asked(match, failed)[0] == "climate-failed"
    failed.region.ending = Ending.HARD
    assert asked(match, failed)[0] == "nobody-wins"


def test_at_a_shared_end_all_win_together_or_none() -> None:
    match = played(("balanced", "balanced", "greenest"), 3)
    settings = match.cards.settings
    settings.ending, settings.carbon_budget = Ending.SHARED, 10_000_000
    settings.shared_target = sum(standing.total for standing in match.ranking()) // 3
    assert match.winners() == [0, 1, 2]
    settings.shared_target += 1
    assert match.winners() == []
    settings.shared_target, settings.carbon_budget = 0, 1
    assert match.winners() == []


def test_an_unfinished_game_has_a_debrief_too() -> None:
    pack = load_pack("smarter-spending", 3)
    match = Match.start(pack, [Seat("One", "cardiff", "balanced"), Seat("Two", "newport", "balanced")], 3)
    debrief = make_debrief(match)
    assert not debrief.finished and not debrief.contracts and len(debrief.questions) == 3
    for _ in range(25):
        match.play(match.bot_action())
    assert make_debrief(match).contracts


def test_the_debrief_needs_no_window() -> None:
    code = "import sys; import caffael.debrief; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
