"""What others' moves changed: who would be likely without them is found by playing on without them, and each change is told once."""

import pytest

from caffael.match import Match, Seat
from caffael.presentation.sheets.need import need_sheet
from caffael.presentation.table.council import council_tray
from caffael.presentation.table.hints import HintKind, hint_now, hint_words
from caffael.presentation.table.shifts import Judged, Why, others_turns, shift_text, shifts, weights_of
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import State, Table
from caffael.rules.sway import is_move, likely_winner
from caffael.rules.terms import NONE, Phase
from caffael.scenario import load_pack
from caffael.simulation.play.close import count_swayed, watch_trays
from caffael.simulation.play.counts import CardRow, Room
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


@pytest.mark.parametrize("scenario", ["first-steps", "smarter-spending"])
def test_every_need_that_a_close_look_counts_as_swayed_is_told_of_where_the_weights_are_the_same(
    scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "caffael.presentation.table.shifts.weights_of",
        lambda viewer, need: Judged(preset_row(viewer.cards, BALANCED, need), own=False),
    )
    swayed = 0
    room, counted = Room(), CardRow()
    for seed in range(2):
        match, year = begin(scenario, seed), 0
        while not match.finished:
            if match.state.phase == Phase.BUY and match.state.year != year:
                year = match.state.year
                watch_trays(match.cards, match.state, room.watched, counted)
            before = list(room.watched)
            match.play(match.bot_action())
            turn, room.state = match.history[-1], match.state
            room.told.count = len(turn.happenings)
            room.told.rows[: room.told.count] = turn.happenings
            if is_move(turn.happenings, room.told.count):
                count_swayed(match.cards, room, counted)
            new = [need for need, row in enumerate(before) if row != NONE and room.watched[need] == NONE]
            swayed += len(new)
            for need in new:
                viewer = look(match, seen(match).language, match.state.need_seat[need])
                assert match.finished or need in [shift.need for shift in shifts(viewer)]
    assert swayed == counted.swayed > 10


def test_a_joint_tender_is_the_move_of_both_who_put_and_who_agreed() -> None:
    for seed in range(40):
        match = begin("smarter-spending", seed)
        while not match.finished:
            match.play(match.bot_action())
            turn = match.history[-1]
            signed = {row.seat for row in turn.happenings if row.kind == Happening.AWARDED}
            if len(signed) > 1:
                for seat in signed:
                    assert others_turns(look(match, seen(match).language, seat)) == []
                other = next(seat for seat in range(len(TEAMS)) if seat not in signed)
                assert others_turns(look(match, seen(match).language, other))[0] == turn
                return
    raise AssertionError("nobody bought together")


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
