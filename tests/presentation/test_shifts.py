"""What others' moves changed: who would be likely without them is found by playing on without them, and each change is told once."""

import pytest

from caffael.match import Match, Seat
from caffael.presentation.sheets.need import need_sheet
from caffael.presentation.table.council import council_tray
from caffael.presentation.table.hints import HintKind, hint_now, hint_words
from caffael.presentation.table.shifts import Why, shift_text, shifts, weights_of
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import State, Table
from caffael.rules.sway import likely_winner
from caffael.rules.terms import NONE, Phase
from caffael.scenario import load_pack
from caffael.words.language import CODES, Code, Language
from tests.presentation.golden import hold

TEAMS = ("Derwen", "Bedwen", "Celyn", "Onnen")


def seen(match: Match, code: Code = "en") -> Viewer:
    return look(match, Language(code, match.pack.wording), match.state.decider, deciding=match.state.decider)


def begin(scenario: str, seed: int) -> Match:
    pack = load_pack(scenario, None)
    return Match.start(pack, [Seat(team, pack.ids.councils[at], "balanced") for at, team in enumerate(TEAMS)], seed)


def winners(match: Match, viewer: Viewer, needs: list[int], state: State) -> dict[int, int]:
    weights = {need: weights_of(viewer, need).weights for need in needs}
    return {need: likely_winner(match.cards, state, viewer.seat, need, weights[need], Table()) for need in needs}


@pytest.mark.parametrize("scenario", ["first-steps", "our-town", "smarter-spending"])
def test_within_a_year_the_likely_winners_are_compared_with_those_after_the_teams_last_turn(scenario: str) -> None:
    compared = told = 0
    for seed in range(4):
        match = begin(scenario, seed)
        after: dict[int, tuple[int, State]] = {}  # by seat: the year, and the table as the team left it
        while not match.finished:
            state, seat, year = match.state, match.state.decider, match.state.year
            viewer = seen(match)
            if state.phase == Phase.BUY and seat in after and after[seat][0] == year and match.history[-1].seat != seat:
                tray = viewer.tray(seat)
                was, now = winners(match, viewer, tray, after[seat][1]), winners(match, viewer, tray, state)
                said = {shift.need: (shift.before, shift.after) for shift in shifts(viewer)}
                assert said == {need: (was[need], now[need]) for need in tray if was[need] != now[need]}
                compared, told = compared + len(tray), told + len(said)
            match.play(match.bot_action())
            if match.state.year == year:
                left = State()
                copy_into(left, match.state)
                after[seat] = year, left
    assert compared > 40 and told > 3


def shifted(scenario: str, why: Why, seed: int = 0) -> Match:
    """A game in which others' moves have just changed a likely winner in one way, at the turn of a team that has had one."""
    for at in range(seed, seed + 60):
        match = begin(scenario, at)
        while not match.finished:
            viewer = seen(match)
            found = shifts(viewer) if match.state.phase == Phase.BUY else []
            if any(shift.why is why for shift in found) and any(turn.seat == viewer.seat for turn in match.history):
                return match
            match.play(match.bot_action())
    raise AssertionError(f"no game of {scenario} in which this happens: {why}")


@pytest.mark.parametrize(
    ("scenario", "why"), [("first-steps", Why.FULL), ("first-steps", Why.BUSY), ("our-town", Why.CAME), ("our-town", Why.FULL)]
)
def test_the_card_of_the_need_its_sheet_and_the_hint_say_it(scenario: str, why: Why) -> None:
    match = shifted(scenario, why)
    for code in CODES:
        viewer = seen(match, code)
        lines = []
        for shift in shifts(viewer):
            face = next(one.face for one in council_tray(viewer).needs if one.id == f"need {shift.need}")
            sheet = need_sheet(viewer, viewer.seat, shift.need)
            assert sheet.lines[0].title == face.news != ""
            assert sheet.lines[0].words == shift_text(viewer, shift)
            lines += [f"{viewer.need(shift.need)}: {face.news}", shift_text(viewer, shift)]
        quiet = {one.id for one in council_tray(viewer).needs if not one.face.news}
        assert quiet == {f"need {need}" for need in viewer.tray(viewer.seat)} - {f"need {shift.need}" for shift in shifts(viewer)}
        hold(f"shifts-{scenario}-{why.name.lower()}", code, "\n".join(lines) + "\n")


def test_the_hint_says_the_first_change_where_nothing_is_more_pressing() -> None:
    said = 0
    for seed in range(12):
        match = begin("first-steps", seed)
        while not match.finished:
            viewer = seen(match)
            hint = hint_now(viewer) if match.state.phase == Phase.BUY else None
            if hint is not None and hint.kind is HintKind.SHIFTED:
                assert hint_words(viewer) == shift_text(viewer, shifts(viewer)[0])
                said += 1
            match.play(match.bot_action())
    assert said > 0


def test_each_kind_of_move_is_said_in_both_languages_before_and_after_a_first_turn() -> None:
    match = shifted("our-town", Why.FULL)
    for code in CODES:
        viewer = seen(match, code)
        shift = shifts(viewer)[0]
        new = look(match, viewer.language, viewer.seat)
        young = type(viewer)(**{**{name: getattr(new, name) for name in new.__slots__}, "history": ()})
        lines = []
        for one in (viewer, young):
            for why in Why:
                for after in (shift.after, NONE):
                    lines.append(shift_text(one, type(shift)(shift.need, shift.before, after, why, shift.supplier)))
        hold("shifts-words", code, "\n".join(lines) + "\n")


def test_a_teams_own_moves_are_no_news() -> None:
    quiet = 0
    for why in (Why.FULL, Why.BUSY):
        match = shifted("first-steps", why)
        viewer = seen(match)
        assert shifts(viewer)
        while match.state.decider == viewer.seat:
            match.play(match.bot_action())
        after = look(match, viewer.language, viewer.seat)
        assert after.history[-1].seat == viewer.seat
        assert shifts(after) == []
        quiet += 1
    assert quiet == 2


def test_the_weights_are_the_last_that_the_team_published_else_balanced_ones() -> None:
    match = begin("our-town", 0)
    first = seen(match)
    assert not weights_of(first, NONE).own
    rows = [first.cards.weights[4 * weights_of(first, NONE).weights + at] for at in range(4)]
    assert max(rows) - min(rows) <= 20
    seat = first.seat
    while not any(row.kind == Happening.TENDER and row.seat == seat and row.c != NONE for turn in match.history for row in turn.happenings):
        match.play(match.bot_action())
    published = [row.c for turn in match.history for row in turn.happenings if row.kind == Happening.TENDER and row.seat == seat]
    judged = weights_of(look(match, first.language, seat), NONE)
    assert judged.own and judged.weights == published[-1]
    assert actions.PUBLISH + judged.weights in {turn.action for turn in match.history if turn.seat == seat}
