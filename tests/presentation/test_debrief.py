"""What the debrief says, page by page, word for word; the region's fate first, nobody hinted at before it, and every kind of end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

import pytest
from caffael_tools.plain import as_text

from caffael.debrief import Debrief, make_debrief
from caffael.debrief.records import FailedTender, Part, Question
from caffael.match import Match
from caffael.presentation.blocks import Group, Page, Sheet
from caffael.presentation.debrief.asked import asked_page, contract_page
from caffael.presentation.debrief.document import PlayedGame, document_of, facts
from caffael.presentation.debrief.fate import fate_page
from caffael.presentation.debrief.pages import QUESTIONS, class_story, debrief_pages, foot, question_text
from caffael.presentation.debrief.ranking import (
    campaign_sheet,
    part_sheet,
    ranking_page,
    total_sheet,
    verdict,
)
from caffael.presentation.debrief.team_sheet import team_sheet
from caffael.presentation.points import PART_PICTURES, part_detail, part_name
from caffael.presentation.viewer import Viewer, look
from caffael.rules.records import Council
from caffael.rules.terms import Ending
from caffael.words.language import CODES, Language
from tests.campaign_packs import first_game, following, lay_campaign, play_out
from tests.presentation.golden import check, hold
from tests.presentation.positions import finished, game, play_until

PLENTY, TIGHT = 10_000_000, 100_000


def paged(group: Group) -> Page:
    """A section as a page, so that it can be written out."""
    return Page(group.id, group.title, blocks=group.blocks)


def over(match: Match) -> Match:
    """A game played to its end."""
    return play_until(match, lambda match: False)


def sheets(viewer: Viewer, debrief: Debrief) -> list[Sheet]:
    """Every sheet that a number of the ranking opens to."""
    told = [part_sheet(viewer, debrief, team, part) for team in debrief.teams for part in team.parts]
    return told + [total_sheet(viewer, debrief, team) for team in debrief.teams]


@pytest.fixture(scope="module")
def failed() -> Match:
    """A long game of teams that look at the price alone: the region is over its budget."""
    match = over(game(years=5, players=("cheapest",) * 4))
    assert make_debrief(match).region.savers
    return match


def test_a_game_whose_region_stayed_within_its_carbon() -> None:
    match = play_until(game(seed=2), lambda match: False)
    debrief = make_debrief(match)
    assert not debrief.region.failed
    check("debrief-kept", match, lambda viewer: class_story(viewer, debrief), marked=True)
    check("debrief-kept-contracts", match, lambda viewer: [contract_page(viewer, story) for story in debrief.contracts], marked=True)
    check("debrief-kept-points", match, lambda viewer: sheets(viewer, debrief), marked=True)
    check("debrief-kept-teams", match, lambda viewer: [paged(team_sheet(viewer, debrief, team)) for team in debrief.teams])


def test_a_game_whose_region_failed(failed: Match) -> None:
    debrief = make_debrief(failed)
    check("debrief-failed", failed, lambda viewer: debrief_pages(viewer, debrief), marked=True)
    check("debrief-failed-points", failed, lambda viewer: sheets(viewer, debrief))


def test_a_game_of_schools() -> None:
    match = finished("first-steps", None)
    debrief = make_debrief(match)
    check("debrief-school", match, lambda viewer: class_story(viewer, debrief))
    check("debrief-school-contracts", match, lambda viewer: [contract_page(viewer, story) for story in debrief.contracts])
    check("debrief-school-team", match, lambda viewer: paged(team_sheet(viewer, debrief, debrief.teams[0])))


def test_a_lone_team() -> None:
    match = over(game(players=("balanced",)))
    debrief = make_debrief(match)
    check("debrief-alone", match, lambda viewer: debrief_pages(viewer, debrief))


def test_the_way_on_and_out() -> None:
    def told(viewer: Viewer) -> list[Page]:
        shown = [(0, "", ""), (1, "", ""), (6, "", ""), (6, "Second wind", ""), (6, "Second wind", "It is not here.")]
        return [Page("foot", str(place + 1), buttons=foot(viewer, place, following, why)) for place, following, why in shown]

    check("debrief-foot", finished(), told, marked=True)


def test_the_contracts_of_one_team_or_none() -> None:
    match = play_until(game(seed=2), lambda match: False)
    debrief = make_debrief(match)
    check("debrief-of-team", match, lambda viewer: asked_page(viewer, debrief, 1), marked=True)
    debrief.contracts = []
    check("debrief-no-contract", match, lambda viewer: [asked_page(viewer, debrief), *debrief_pages(viewer, debrief)[-2:-1]])


def test_a_game_that_counts_no_carbon_brings_no_storms_and_has_nobody_manage() -> None:
    match = over(game(players=("balanced", "local")))
    settings = match.cards.settings
    settings.carbon = settings.management = settings.badges = 0
    debrief = make_debrief(match)
    check("debrief-no-carbon", match, lambda viewer: [*debrief_pages(viewer, debrief), contract_page(viewer, debrief.contracts[0])])
    told = [page.id for page in class_story(look(match, Language("en"), 0), debrief)]
    assert told == ["region", "ranking", "asked", "money", "promises", "talk"]
    settings.carbon, settings.climate_events = 1, 0
    debrief = make_debrief(match)
    check("debrief-no-storms", match, lambda viewer: fate_page(viewer, debrief))


def test_every_question_in_its_words() -> None:
    def told(viewer: Viewer) -> list[Page]:
        names = {kind: [name for _, name, _, _ in Formatter().parse(pattern) if name] for kind, pattern in QUESTIONS.items()}
        return [
            Page(kind, question_text(viewer, Question(kind, "", 0, {name: place % 4 for place, name in enumerate(asked, 1)})))
            for kind, asked in names.items()
        ]

    check("debrief-questions", game(), told)


def test_a_contract_bought_together_and_a_tender_nobody_bid_for() -> None:
    match = finished()
    debrief = make_debrief(match)
    story = replace(debrief.contracts[0], partner=1, missed=1, reached=2, cover=40_000, ended=True, came=0)
    debrief.contracts = [story]
    debrief.failures = [FailedTender(story.seat, 3, 2, story.route)]
    first = next(team for team in debrief.teams if team.seat == story.seat)
    other = next(team for team in debrief.teams if team.seat != story.seat)

    def told(viewer: Viewer) -> list[Page]:
        return [contract_page(viewer, story), *(paged(team_sheet(viewer, debrief, team)) for team in (first, other))]

    check("debrief-joint", match, told, marked=True)


def test_each_part_of_a_score_says_the_number_of_its_own_rule() -> None:
    match = game()
    settings = match.cards.settings
    settings.lowest_times, settings.badge_points, settings.unmet_points, settings.notice_points = 4, 5, 6, 7
    settings.money_step, settings.debt_step, settings.over_step, settings.carbon_budget = 80_000, 30_000, 8, 90_000
    for code in CODES:
        viewer = look(match, Language(code), 0)
        parts = (Part(kind, 0, source) for source, kind in enumerate(PART_PICTURES, 11))
        hold("debrief-parts", code, "".join(f"{part_name(viewer, part)}: {part_detail(viewer, part)}\n" for part in parts))


def test_a_campaign(tmp_path: Path) -> None:
    matches = [first_game(lay_campaign(tmp_path)[0], "balanced", "greenest", "local")]
    for seed in (5, 6):
        matches.append(play_out(following(matches[-1], seed=seed)))
    for number, match in enumerate(matches[1:], 2):
        debrief = make_debrief(match)
        assert debrief.campaign is not None and debrief.campaign.over == (number == 3)

        def told(viewer: Viewer, debrief: Debrief = debrief) -> list[Page | Sheet]:
            return [ranking_page(viewer, debrief), *(campaign_sheet(viewer, debrief, team) for team in debrief.teams)]

        check(f"debrief-campaign-{number}", match, told)


def test_a_campaign_that_was_begun_with_its_second_game(tmp_path: Path) -> None:
    second = first_game(lay_campaign(tmp_path)[1], "balanced", "greenest", "local")
    match = play_out(following(second, seed=5))
    debrief = make_debrief(match)
    assert debrief.campaign is not None and debrief.campaign.first == 2
    check(
        "debrief-campaign-from-2",
        match,
        lambda viewer: [ranking_page(viewer, debrief), *(campaign_sheet(viewer, debrief, team) for team in debrief.teams)],
    )


def test_a_document_of_games_side_by_side_one_of_them_not_over(failed: Match) -> None:
    half = play_until(game(), lambda match: len(match.history) == 20)

    def told(viewer: Viewer) -> list[Page]:
        games = [
            PlayedGame(look(match, viewer.language, 0), make_debrief(match), file, datetime(2026, 3, 2, 9, 5, tzinfo=UTC))
            for match, file in ((failed, "one.caffael"), (half, ""))
        ]
        document = document_of(games)
        assert document.code == viewer.code and [section.sheet for section in document.sections] == [False, True, True]
        first = Page(document.contents, document.title, document.line, blocks=tuple(replace(s, blocks=()) for s in document.sections[1:]))
        of_half = next(section for section in document.sections if section.id == "g2")
        lone = document_of(games[1:])
        said = [first, paged(document.sections[0]), paged(of_half), Page(lone.contents, lone.title, lone.line)]
        return [*said, *(Page("fact", name, value) for name, value in (*lone.facts, *facts(games[0])))]

    check("debrief-side-by-side", failed, told)


def test_a_document_of_a_game_that_is_not_over_does_not_say_what_would_have_saved_the_region() -> None:
    match = play_until(game(), lambda match: match.state.year == 3)
    match.cards.settings.carbon_budget = TIGHT
    debrief = make_debrief(match)
    assert debrief.region.failed and debrief.region.savers and not debrief.finished

    def told(viewer: Viewer) -> list[Page]:
        return [fate_page(viewer, debrief), *map(paged, document_of([PlayedGame(viewer, debrief)]).sections[:2])]

    check("debrief-failing", match, told)


# ----------------------------------------------------------------------------------------------------------------- every kind of end


@pytest.fixture
def match() -> Match:
    """A short game of three computer teams, to be looked at under one end after another."""
    return over(game(players=("balanced", "greenest", "local")))


def end_with(match: Match, ending: Ending, budget: int, target: int = 0) -> tuple[Viewer, Debrief]:
    settings = match.cards.settings
    settings.ending, settings.carbon_budget, settings.shared_target = ending, budget, target
    return look(match, Language("en"), 0), make_debrief(match)


@pytest.mark.parametrize("ending", list(Ending))
@pytest.mark.parametrize("budget", [PLENTY, TIGHT])
def test_the_region_comes_first_and_nobody_is_named_before_it(match: Match, ending: Ending, budget: int) -> None:
    viewer, debrief = end_with(match, ending, budget, 50)
    first, second = debrief_pages(viewer, debrief)[:2]
    assert (first.id, second.id) == ("region", "ranking")
    assert verdict(viewer, debrief) not in as_text(first) and verdict(viewer, debrief) in as_text(second)
    told: Callable[[Viewer], list[Page]] = lambda viewer: [fate_page(viewer, debrief), ranking_page(viewer, debrief)]  # noqa: E731
    check(f"debrief-end-{ending.name.lower()}-{'kept' if budget == PLENTY else 'failed'}", match, told)


def test_a_hard_end_says_by_how_much_what_would_have_saved_it_and_who_would_have_won(match: Match) -> None:
    viewer, debrief = end_with(match, Ending.HARD, TIGHT)
    region, said = debrief.region, as_text(fate_page(viewer, debrief))
    assert viewer.language.carbon(region.over) in said and 0 < len(region.savers) <= 3
    assert all(viewer.language.carbon(saver.saved) in said for saver in region.savers)
    for row, team in zip(debrief.carbon, viewer.councils, strict=True):
        assert f"{team}: {viewer.language.carbon(row.total)}" in said
    assert debrief.winners == [] and verdict(viewer, debrief).startswith("Nobody wins")
    assert viewer.council(debrief.teams[0].seat) in verdict(viewer, debrief)


def test_a_shared_end_is_won_or_lost_against_its_target(match: Match) -> None:
    mean = sum(standing.total for standing in match.ranking()) // 3
    viewer, won = end_with(match, Ending.SHARED, PLENTY, mean)
    assert won.winners == [0, 1, 2] and "All councils win together" in verdict(viewer, won)
    viewer, lost = end_with(match, Ending.SHARED, PLENTY, mean + 1)
    assert lost.winners == [] and str(mean + 1) in verdict(viewer, lost)
    assert "the region failed" in verdict(*end_with(match, Ending.SHARED, TIGHT, 0))


def test_a_tie_says_what_decided_it(match: Match) -> None:
    first, second, third = match.state.councils[:3]
    third.goals[:] = [0] * len(third.goals)
    for council in (first, second):
        council.goals[:] = [9] * len(council.goals)
        council.badges[:] = [0] * len(council.badges)
        council.carbon, council.notices = 100, 0
    level(match, first, second)
    tied = end_with(match, Ending.GENTLE, PLENTY)
    assert "first place is shared by" in verdict(*tied) and tied[1].winners == [0, 1]
    second.carbon = 99
    decided = end_with(match, Ending.GENTLE, PLENTY)
    assert "less carbon decided" in verdict(*decided) and decided[1].winners == [1]
    second.goals[0], second.goals[1], second.goals[2] = 8, 10, 10
    level(match, first, second)
    lowest = end_with(match, Ending.GENTLE, PLENTY)
    assert "the higher lowest goal decided" in verdict(*lowest) and lowest[1].winners == [0]


def level(match: Match, first: Council, second: Council) -> None:
    """Give two councils the same points."""
    first.budget = second.budget = 0
    totals = {row.seat: row.total for row in match.ranking()}
    behind = first if totals[0] < totals[1] else second
    behind.budget = abs(totals[0] - totals[1]) * match.cards.settings.money_step


def test_a_game_that_has_no_joint_tenders_and_no_engaging_lists_none() -> None:
    match = finished("first-steps", None)
    viewer = look(match, Language("en", "school"), 0)
    told = as_text(asked_page(viewer, make_debrief(match)))
    assert "Contracts signed" in told
    assert "oint tender" not in told
    assert "engaged" not in told
