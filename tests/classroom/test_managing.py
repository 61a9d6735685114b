"""Manage by all at once: ticks are drafts of all councils, played in the rules' order when all have said that they are done."""

from caffael.rules.terms import Phase
from tests.classroom.class_of import Device, Lesson, a_tender, new_game, pass_until, play_words


def lesson_in_manage(bots: tuple[int, ...] = (), devices: tuple[int, ...] = (0, 1, 2, 3)) -> tuple[Lesson, dict[int, Device]]:
    """A lesson in which each council has a contract and days left, and Manage has begun."""
    match = new_game(bots=bots)
    lesson = Lesson(match)
    captains = {seat: lesson.team(seat)[0] for seat in devices}
    for _ in range(4):
        play_words(match, a_tender(match, match.state.decider))
    pass_until(match, Phase.MANAGE)
    lesson.room.changed()
    lesson.tick()
    return lesson, captains


def tick_of(lesson: Lesson, seat: int) -> str:
    """The word that ticks a seat's first contract."""
    council = lesson.match.state.councils[seat]
    return f"manage {lesson.match.ids.needs[council.contracts[council.order[0]].need]}"


def managed(lesson: Lesson) -> list[tuple[int, str]]:
    """What was decided in Manage, in its order."""
    words = [(turn.seat, lesson.match.text_of(turn.action)) for turn in lesson.match.history]
    return [(seat, word) for seat, word in words if word == "done" or word.startswith("manage ")]


def test_ticks_are_kept_until_all_have_said_that_they_are_done_and_then_played_in_the_rules_order() -> None:
    lesson, captains = lesson_in_manage()
    order = [seat for seat in range(4) if lesson.room._hall.managing(seat)]
    assert len(order) >= 2
    for seat in reversed(order):
        assert not managed(lesson)
        assert lesson.room.waits_for() == [one for one in order if one <= seat]
        assert "yes" in captains[seat].ask(draft=[tick_of(lesson, seat)], ready=1)
    seats = [seat for seat, _ in managed(lesson)]
    assert seats == sorted(seats)
    assert set(seats) == set(order)
    assert lesson.match.state.phase != Phase.MANAGE or lesson.match.state.year == 2


def test_done_may_be_said_in_an_act_and_taken_back_as_long_as_somebody_is_waited_for() -> None:
    lesson, captains = lesson_in_manage()
    first, *rest = lesson.room.waits_for()
    assert "yes" in captains[first].ask(do=[tick_of(lesson, first), "done"])
    assert lesson.room.ready(first)
    assert "yes" in captains[first].ask(draft=[])
    assert not lesson.room.ready(first)
    for seat in rest:
        captains[seat].ask(do=["done"])
    assert not managed(lesson)
    captains[first].ask(do=["done"])
    assert {word for _, word in managed(lesson)} == {"done"}


def test_ticks_are_held_against_the_days_and_contracts_of_the_seat() -> None:
    lesson, captains = lesson_in_manage()
    seat, other = lesson.room.waits_for()[:2]
    assert captains[seat].ask(draft=[tick_of(lesson, other)])["why"] == "No contract for this need is running."
    word = tick_of(lesson, seat)
    assert captains[seat].ask(draft=[word, word])["why"] == "This contract is already being managed this year."
    assert captains[seat].ask(do=["done", word])["why"] == "This is not the moment for it."
    assert captains[seat].ask(do=["train data"])["why"] == "This is not the moment for it."
    assert not lesson.room.ready(seat)


def test_a_council_without_a_device_decides_at_the_big_screen_and_the_others_follow() -> None:
    lesson, captains = lesson_in_manage(devices=(0, 2, 3))
    waiting = lesson.room.waits_for()
    assert 1 not in waiting
    for seat in waiting:
        captains[seat].ask(do=["done"])
    assert [seat for seat, _ in managed(lesson)] == [seat for seat in waiting if seat < 1]
    assert lesson.match.state.decider == 1
    play_words(lesson.match, ["done"])
    lesson.room.changed()
    assert [seat for seat, _ in managed(lesson)] == sorted([*waiting, 1])


def test_the_front_opens_the_round_and_what_was_ticked_counts() -> None:
    lesson, captains = lesson_in_manage()
    seat = lesson.room.waits_for()[1]
    word = tick_of(lesson, seat)
    captains[seat].ask(draft=[word])
    lesson.room.open_now()
    assert (seat, word) in managed(lesson)
    assert lesson.match.state.phase == Phase.BUY
    assert lesson.match.state.year == 2


def test_ticks_of_a_year_are_gone_with_it_and_a_tender_that_was_prepared_stays() -> None:
    lesson, captains = lesson_in_manage()
    seat = lesson.room.waits_for()[0]
    captains[seat].ask(draft=[tick_of(lesson, seat)])
    lesson.room.open_now()
    words = a_tender(lesson.match, 1)
    captains[1].ask(draft=words)
    pass_until(lesson.match, Phase.MANAGE)
    lesson.room.changed()
    assert lesson.room.desk(seat).words == ()
    assert lesson.room._hall.desks[1].buy.words == tuple(words)


def test_a_class_that_joins_while_all_manage_already_loses_no_ticks() -> None:
    first, _ = lesson_in_manage()
    lesson = Lesson(first.match)
    captains = {seat: lesson.team(seat)[0] for seat in range(4)}
    for seat in lesson.room.waits_for():
        captains[seat].ask(do=[tick_of(lesson, seat), "done"])
    assert lesson.match.state.year == 2


def test_after_a_step_back_nobody_is_done_any_more() -> None:
    lesson, captains = lesson_in_manage()
    turns = len(lesson.match.history)
    for seat in lesson.room.waits_for():
        captains[seat].ask(do=[tick_of(lesson, seat), "done"])
    lesson.match.undo(len(lesson.match.history) - turns)
    lesson.room.changed()
    lesson.tick()
    assert lesson.match.state.phase == Phase.MANAGE
    assert len(lesson.match.history) == turns
    assert not any(lesson.room.ready(seat) for seat in range(4))
    assert any(frame.get("say") == "The teacher has gone back to an earlier moment of the game." for frame in captains[0].heard)


def test_a_computer_team_manages_in_its_turn_and_the_others_follow() -> None:
    lesson, captains = lesson_in_manage(bots=(1,), devices=(0, 2, 3))
    for seat in lesson.room.waits_for():
        captains[seat].ask(do=["done"])
    while lesson.match.state.decider == 1 and lesson.match.state.phase == Phase.MANAGE:
        lesson.match.play(lesson.match.bot_action())
        lesson.room.changed()
    assert lesson.match.state.year == 2
