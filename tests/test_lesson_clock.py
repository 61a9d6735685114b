"""The model of how long a class takes (`tools/caffael_tools/lesson_clock.py`), against times reckoned by hand."""

import pytest
from caffael_tools.lesson_clock import PRESS, Deed, in_envelopes, in_turns, kind_of, main, on_one_screen

from caffael.rules import actions
from caffael.rules.terms import Phase
from caffael.saves import Turn


def deed(seat: int, think: float, show: float, phase: Phase = Phase.BUY, kind: str = "tender") -> Deed:
    return Deed(seat, kind, phase, think, show)


def test_on_one_screen_all_wait_for_who_decides() -> None:
    assert on_one_screen([deed(0, 90, 25), deed(1, 60, 25), deed(0, 10, 0, Phase.MANAGE, "tick")]) == (210, 0)


def test_with_devices_a_team_thinks_while_others_have_their_turn() -> None:
    # Team 0 thinks 90 and shows 25: 115. Team 1 was ready at 60: it presses and shows, 143. Team 0 thought from 115 on and needs until 135.
    seconds, waits = in_turns([deed(0, 90, 25), deed(1, 60, 25), deed(0, 20, 10)], 2)
    assert (seconds, waits) == (115 + PRESS + 25 + PRESS + 10, 0)


def test_contracts_to_manage_are_ticked_by_all_at_the_same_time() -> None:
    ticks = [deed(0, 10, 0, Phase.MANAGE, "tick"), deed(0, 15, 0, Phase.MANAGE, "tick"), deed(1, 20, 0, Phase.MANAGE, "tick")]
    assert in_turns(ticks, 2) == (25, 1)


def test_a_partner_who_is_asked_is_waited_for() -> None:
    seconds, _ = in_turns([deed(0, 90, 25), deed(1, 20, 5, Phase.ANSWER, "answer")], 2)
    assert seconds == 115 + 25


def test_sealed_all_write_at_the_same_time_and_are_opened_one_by_one() -> None:
    writing = [deed(0, 20, 10, kind="engage"), deed(0, 90, 25), deed(1, 100, 25)]
    opening = [deed(0, 0, 25, Phase.OPEN), deed(1, 15, 5, Phase.ANSWER, "answer"), deed(1, 0, 25, Phase.OPEN)]
    again = [deed(0, 5, 5, kind="little"), deed(1, 7, 5, kind="little")]
    assert in_envelopes([*writing, *opening, *again], 2) == (110 + 25 + 20 + 25 + 7, 2)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (actions.TENDER, "tender"),
        (actions.JOINT_TENDER, "tender"),
        (actions.ROUTE, None),
        (actions.PARTNER, None),
        (actions.PUBLISH, None),
        (actions.ENGAGE, "engage"),
        (actions.TRAIN, "learn"),
        (actions.PROJECT, "learn"),
        (actions.MANAGE, "tick"),
        (actions.AGREE, "answer"),
        (actions.PASS, "little"),
        (actions.OPEN, "little"),
    ],
)
def test_a_whole_tender_is_one_decision(action: int, kind: str | None) -> None:
    assert kind_of(Turn(0, action, [], 1)) == kind


def test_it_tells_the_minutes_of_the_three_ways(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--games", "1", "--quick", "0.6"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines[1:]] == ["one screen", "turns with devices", "sealed"]
