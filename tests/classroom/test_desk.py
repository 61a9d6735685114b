"""What a seat prepares: kept, held against the table as if it were its turn, and never played by itself."""

import random

from caffael.classroom.changes import Change, Kind, change_text, changes_between, printed_of
from caffael.classroom.desk import Scratch, is_complete, tender_of
from caffael.presentation.viewer import look
from caffael.rules import actions
from caffael.rules.actions import LEGAL, Reason, legal_actions, why_not
from caffael.rules.copying import copy_into
from caffael.rules.notation import from_text
from caffael.rules.records import State
from caffael.rules.terms import CHOICES, NONE, Phase
from caffael.words.language import Language
from tests.classroom.class_of import Lesson, a_tender, new_game, play_words
from tests.classroom.test_answers import lesson_in_which_a_table_moves


def test_a_draft_is_kept_for_the_seat_and_never_played_by_itself() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    words = a_tender(lesson.match, 1)
    assert "yes" in captains[1].ask(draft=words, ready=1)
    captains[0].ask(do=["train data"])
    lesson.tick()
    assert lesson.match.state.decider == 1
    assert len(lesson.match.history) == 1
    assert lesson.room.desk(1).words == tuple(words)
    assert "yes" in captains[1].ask(do=words)
    assert lesson.room.desk(1).words == ()


def test_a_draft_may_be_unfinished_and_an_empty_one_clears_the_desk() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    words = a_tender(lesson.match, 1)
    for count in (1, 2, 3):
        captains[1].ask(draft=words[:count])
        desk = lesson.room.desk(1)
        assert (desk.words, desk.complete, desk.reason) == (tuple(words[:count]), count == 3, LEGAL)
    captains[1].ask(draft=[])
    assert lesson.room.desk(1).words == ()


def test_only_something_whole_and_allowed_is_ready() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    words = a_tender(lesson.match, 1)
    assert captains[1].ask(draft=words[:2], ready=1)["why"] == "Something is still left to choose."
    assert not lesson.room.ready(1)
    assert "yes" in captains[1].ask(draft=words, ready=1)
    assert lesson.room.ready(1)
    assert "yes" in captains[1].ask(draft=words)
    assert not lesson.room.ready(1)
    other = a_tender(lesson.match, 2)
    assert captains[1].ask(draft=other, ready=1)["why"] == "This need is not waiting in the tray."
    assert not lesson.room.ready(1)


def test_a_draft_that_is_not_allowed_lies_there_with_what_is_against_it() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    assert "yes" in captains[1].ask(draft=a_tender(lesson.match, 2))
    assert lesson.room.desk(1).reason == Reason.NOT_IN_TRAY
    assert "no" in captains[1].ask(draft=["tender nothing-of-the-kind"])


def test_a_draft_is_the_seats_and_not_the_captains() -> None:
    lesson = Lesson()
    captain, member = lesson.team(1, 2)
    words = a_tender(lesson.match, 1)
    captain.ask(draft=words)
    assert member.ask(draft=[])["why"] == "Only the captain of a team decides for it."
    lesson.room.send_away(captain.you["number"])
    lesson.tick()
    assert member.you["role"] == "captain"
    assert lesson.room.desk(1).words == tuple(words)


def test_what_has_changed_since_a_draft_was_written_is_said() -> None:
    lesson, before, words = lesson_in_which_a_table_moves()
    captains = lesson.captains()
    captains[1].ask(draft=words, ready=1)
    assert lesson.room.desk(1).changes == ()
    captains[0].ask(do=before)
    desk = lesson.room.desk(1)
    kinds = {change.kind for change in desk.changes}
    assert kinds & {Kind.BIDDER_GONE, Kind.PRICE, Kind.WINNER}
    viewer = look(lesson.match, Language("en"), 1)
    assert all(change_text(viewer, change).endswith(".") for change in desk.changes)
    captains[1].ask(draft=words, at=lesson.room._hall.stand.at)
    assert lesson.room.desk(1).changes == (), "who writes it again has seen what changed"


def test_each_change_is_a_sentence_of_its_own() -> None:
    match = new_game()
    need = match.state.councils[0].tray[0]
    printed = printed_of(match.cards, match.state, 0, need, NONE, 0, 0, 0)
    (first, bid), *rest = printed.bids
    other = type(printed)
    viewer = look(match, Language("en"), 0)
    name = viewer.supplier(first)

    def said(now: object, gone: bool = False) -> list[str]:
        assert isinstance(now, other)
        return [change_text(viewer, change) for change in changes_between(printed, now, gone)]

    assert said(printed) == []
    assert said(printed, gone=True) == [f"The need is no longer in the tray: {viewer.need(need)}."]
    assert said(other(printed.days, need, tuple(rest), printed.winner)) == [f"{name} can't bid any more."]
    dearer = other(printed.days, need, ((first, bid + 1000), *rest), printed.winner)
    assert said(dearer) == [f"{name} would ask £{bid + 1000:,} now, not £{bid:,}."]
    assert said(other(printed.days - 1, need, printed.bids, printed.winner))[0].startswith(f"{printed.days - 1} officer day")
    assert said(other(printed.days, need, printed.bids, NONE)) == ["As printed, nobody would win any more."]
    assert said(other(printed.days, need, printed.bids, first + 100 if printed.winner == first else first)) != []
    newcomer = next(supplier for supplier in range(10) if supplier not in dict(printed.bids))
    come = other(printed.days, need, (*printed.bids, (newcomer, 5)), printed.winner)
    assert said(come) == [f"{viewer.supplier(newcomer)} can bid now too."]
    assert changes_between(printed, come) == (Change(Kind.BIDDER_COME, newcomer, NONE, 5),)


def test_a_need_that_is_gone_is_said_before_anything_else() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    words = a_tender(lesson.match, 0)
    captains[0].ask(draft=words)
    play_words(lesson.match, words)  # decided at the big screen
    lesson.room.changed()
    desk = lesson.room.desk(0)
    assert [change.kind for change in desk.changes] == [Kind.NEED_GONE]
    assert desk.reason != LEGAL


def test_days_that_were_spent_meanwhile_are_said() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    captains[0].ask(draft=a_tender(lesson.match, 0))
    captains[0].ask(do=["train data"])
    (change,) = lesson.room.desk(0).changes
    assert change.kind == Kind.DAYS
    assert change.now == change.before - 1


def test_the_scratch_copy_says_what_the_rules_say_when_it_is_the_seats_turn() -> None:
    """Every action there is, and every whole decision of one to three, for the seat that decides, all through games by chance."""
    for seed in (3, 4):
        chance = random.Random(seed)
        match, scratch, row = new_game(seed=seed), Scratch(), [0] * CHOICES
        while not match.finished:
            state, seat = match.state, match.state.decider
            if state.phase == Phase.BUY:
                for action in range(0, actions.PUBLISH, 7 if len(match.history) % 5 else 1):
                    assert scratch.why_not_buy(match.cards, state, seat, [action]) == why_not(match.cards, state, seat, action)
                decisions = some_decisions(match, seat, chance, row)
                assert scratch.why_not_buy(match.cards, state, seat, decisions) == LEGAL
                assert is_complete(decisions)
                for count in range(1, len(decisions)):
                    assert not is_complete(decisions[:count])
                for action in decisions:
                    match.play(action, seat)
            else:
                match.play(chance.choice(match.legal()))


def some_decisions(match: object, seat: int, chance: random.Random, row: list[int]) -> list[int]:
    """A whole table action, decision by decision as the rules offer it on a copy."""
    from caffael.match import Match

    assert isinstance(match, Match)
    copy = State()
    copy_into(copy, match.state)
    decisions = [chance.choice(match.legal())]
    while not is_complete(decisions):
        from caffael.rules.records import Deal, Told
        from caffael.rules.step import step

        assert step(match.cards, Deal(), copy, decisions[-1], Told()) == LEGAL
        decisions.append(chance.choice(row[: legal_actions(match.cards, copy, seat, row)]))
    return decisions


def test_a_draft_of_another_seat_is_held_against_the_table_as_if_it_were_its_turn() -> None:
    match, scratch = new_game(), Scratch()
    for seat in range(4):
        decisions = [from_text(word, match.cards, match.ids) for word in a_tender(match, seat)]
        for other in range(4):
            reason = scratch.why_not_buy(match.cards, match.state, other, decisions)
            assert (reason == LEGAL) == (other == seat)
    assert match.state.decider == 0


def test_the_scratch_copy_leaves_the_table_as_it_is() -> None:
    match, scratch, before = new_game(), Scratch(), State()
    copy_into(before, match.state)
    scratch.why_not_buy(match.cards, match.state, 2, [from_text(word, match.cards, match.ids) for word in a_tender(match, 2)])
    scratch.may_tick_more(match.cards, match.state, 2, [])
    assert match.state == before


def test_a_tender_is_read_from_its_decisions() -> None:
    match = new_game()
    need = match.state.councils[0].tray[0]
    assert tender_of([actions.TENDER + need]).need == need
    assert not tender_of([actions.TENDER + need]).complete
    framework = tender_of([actions.TENDER + need, from_text("route framework", match.cards, match.ids)])
    assert framework.complete
    assert not framework.weighs
    joint = tender_of([actions.JOINT_TENDER + need, actions.PARTNER + 5, actions.PUBLISH + 2])
    assert (joint.partner, joint.weighs, joint.complete) == (5, True, True)
    direct = [actions.TENDER + need, from_text("route direct", match.cards, match.ids)]
    assert not tender_of(direct).complete
    assert tender_of([*direct, actions.SUPPLIER]).complete


def test_who_is_ready_is_gathered_for_a_moment_and_acts_are_shown_at_once() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.tick()
    before = len(captains[0].heard)
    captains[1].ask(draft=a_tender(lesson.match, 1), ready=1)
    lesson.room.tick()
    assert len(captains[0].heard) == before
    lesson.clock.now += 0.11
    while lesson.room.tick() == 0.0:
        pass
    assert "ready=True" in captains[0].parts["top"]
    captains[0].ask(do=["train data"])
    while lesson.room.tick() == 0.0:
        pass
    assert captains[3].parts["story"] == "1"
