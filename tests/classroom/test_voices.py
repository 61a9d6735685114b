"""Every pupil has a voice: a spread for the captain, guesses of all, and sums of how often the class was right."""

import random
from collections.abc import Sequence

from caffael.classroom.voices import Voice, spread_of
from caffael.presentation.tender.draft import WeightRows
from caffael.rules.terms import NONE
from tests.classroom.class_of import Lesson, a_tender, pack_of, play_words


def open_bids(lesson: Lesson, words: Sequence[str]) -> None:
    """Play a tender at the big screen, whose pages then come first."""
    lesson.table.open_page = True
    play_words(lesson.match, words)
    lesson.room.changed()
    lesson.tick()


def end_telling(lesson: Lesson) -> None:
    """The big screen is done with telling."""
    lesson.table.open_page = False
    lesson.room.changed()
    lesson.tick()


def test_the_spread_counts_voices_and_brings_the_median_to_a_row_that_is_allowed() -> None:
    rows = WeightRows(pack_of().cards)
    chance = random.Random(5)
    for _ in range(60):
        voices = {at: Voice(chance.randrange(len(rows.rows)), chance.choice([NONE, 1, 2])) for at in range(chance.randint(1, 8))}
        spread = spread_of(rows, voices, 9)
        columns = list(zip(*(rows.rows[voice.weights] for voice in voices.values()), strict=True))
        assert (spread.voices, spread.of) == (len(voices), 9)
        assert spread.low == tuple(map(min, columns))
        assert spread.high == tuple(map(max, columns))
        assert spread.median is not None
        for criterion, column in enumerate(columns):
            assert min(column) <= rows.rows[spread.median][criterion] + 10 <= max(column) + 20
        assert sum(count for _, count in spread.counts) == len(voices)
        assert sum(count for _, count in spread.winners) == sum(voice.winner != NONE for voice in voices.values())


def test_of_one_voice_the_median_is_that_voice() -> None:
    rows = WeightRows(pack_of().cards)
    for row in range(0, len(rows.rows), 5):
        assert spread_of(rows, {1: Voice(row)}, 1).median == row


def test_without_a_voice_there_is_no_median() -> None:
    assert spread_of(WeightRows(pack_of().cards), {}, 4).median is None
    assert spread_of(WeightRows(pack_of().cards), {1: Voice(NONE, 7)}, 4).winners == ((7, 1),)


def test_each_member_weighs_the_tender_on_the_teams_desk_for_itself() -> None:
    lesson = Lesson()
    captain, one, other = lesson.team(1, 3)
    assert one.ask(voice={"weights": "40/20/20/20"})["why"].startswith("There is no tender on your team's desk")
    captain.ask(draft=a_tender(lesson.match, 1))
    first, second = weights_texts(2)
    assert "yes" in one.ask(voice={"weights": first})
    assert "yes" in other.ask(voice={"weights": second})
    assert "yes" in captain.ask(voice={"weights": second})
    spread = lesson.room.voices(1)
    assert (spread.voices, spread.of) == (3, 3)
    assert spread.counts[0][1] == 2
    assert lesson.room.voices(0).voices == 0
    assert "no" in one.ask(voice={"weights": "99/1/0/0"})
    assert "no" in one.ask(voice={"winner": "nobody"})


def weights_texts(count: int) -> list[str]:
    """Rows of weights as text."""
    rows = WeightRows(pack_of().cards).rows
    return ["/".join(map(str, row)) for row in rows[10 : 10 + count]]


def test_a_voice_is_told_to_its_own_device_again_after_a_reload() -> None:
    lesson = Lesson()
    captain, member = lesson.team(1, 2)
    captain.ask(draft=a_tender(lesson.match, 1))
    supplier = bidder_of(lesson, 1)
    (weights,) = weights_texts(1)
    member.ask(voice={"weights": weights})
    member.ask(voice={"winner": supplier})
    assert member.again().you["voice"] == {"weights": weights, "winner": supplier}


def bidder_of(lesson: Lesson, seat: int) -> str:
    """A supplier that would bid for the tender on a desk."""
    printed = lesson.room._hall.desks[seat].buy.printed
    assert printed is not None
    return lesson.match.ids.suppliers[printed.bids[0][0]]


def test_voices_are_of_one_tender_and_gone_with_another_need() -> None:
    lesson = Lesson()
    captain, member = lesson.team(1, 2)
    words = a_tender(lesson.match, 1)
    captain.ask(draft=words)
    member.ask(voice={"weights": weights_texts(1)[0]})
    captain.ask(draft=[*words[:2], f"weights {weights_texts(1)[0]}"])
    assert lesson.room.voices(1).voices == 1
    tray = [lesson.match.ids.needs[need] for need in lesson.match.state.councils[1].tray[:2]]
    need = next(need for need in tray if need != words[0].removeprefix("tender "))
    captain.ask(draft=[f"tender {need}", *words[1:]])
    assert lesson.room.voices(1).voices == 0


def test_while_a_tender_is_opened_all_may_say_who_will_win_and_the_sum_is_kept() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    (watcher,) = lesson.team(None)
    assert watcher.ask(voice={"winner": "x"})["why"].startswith("Those who watch say who will win")
    open_bids(lesson, a_tender(lesson.match, 0))
    opening = lesson.room.opening
    assert opening is not None
    table = lesson.match.history[-1].table
    assert table is not None
    winner = table.bidders[table.winner].supplier
    loser = next(supplier for supplier in opening.suppliers if supplier != winner)
    names = lesson.match.ids.suppliers
    assert "Opening(seat=0" in captains[2].parts["status"]
    assert "yes" in captains[1].ask(voice={"winner": names[loser]})
    assert "yes" in captains[1].ask(voice={"winner": names[winner]})
    assert "yes" in captains[2].ask(voice={"winner": names[loser]})
    assert "yes" in watcher.ask(voice={"winner": names[winner]})
    outside = next(name for at, name in enumerate(names) if at not in opening.suppliers)
    assert captains[3].ask(voice={"winner": outside})["why"] == "This supplier does not bid."
    assert lesson.room.predictions() == (3, 5)
    end_telling(lesson)
    (guesses,) = lesson.room.guesses
    assert (guesses.seat, guesses.supplier, guesses.right, guesses.of) == (0, winner, 2, 3)
    assert lesson.match.history[guesses.turn].table is not None
    assert lesson.room.opening is None


def test_whom_a_team_named_for_its_own_tender_counts_when_it_is_published() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    words = a_tender(lesson.match, 0)
    captain.ask(draft=words)
    member.ask(voice={"winner": bidder_of(lesson, 0)})
    captain.ask(do=words)
    (guesses,) = lesson.room.guesses
    assert (guesses.of, guesses.seat) == (1, 0)
    assert lesson.room.voices(0).voices == 0


def test_a_tender_that_was_taken_back_is_guessed_at_no_more() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    words = a_tender(lesson.match, 0)
    captain.ask(draft=words)
    member.ask(voice={"winner": bidder_of(lesson, 0)})
    captain.ask(do=words)
    lesson.match.undo(3)
    lesson.room.changed()
    assert lesson.room.guesses == ()


def test_nothing_names_who_guessed_what() -> None:
    lesson = Lesson()
    lesson.team(0, 3)
    open_bids(lesson, a_tender(lesson.match, 0))
    opening = lesson.room.opening
    assert opening is not None
    devices = lesson.team(1, 2)
    devices[0].ask(voice={"winner": lesson.match.ids.suppliers[opening.suppliers[0]]})
    lesson.tick()
    before = len(devices[1].heard)
    end_telling(lesson)
    assert devices[0].you["name"] not in str(devices[1].heard[before:]).replace(devices[1].parts["team"], "")
    assert all(isinstance(number, int) for guesses in lesson.room.guesses for number in guesses)
