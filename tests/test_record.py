import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caffael import rules
from caffael.match import Match, Seat, watch
from caffael.rules.cards import Cards
from caffael.rules.copying import words_of
from caffael.rules.records import Deal
from caffael.rules.seeds import seed_text
from caffael.rules.terms import NONE
from caffael.saves import EmptyRecordError, RecordError, list_saves, read, rebuild, replay, verify
from caffael.saves.packed_rows import check_packed, fill_record, pack_words, unpack_words
from caffael.saves.reading import MOST_FILE, MOST_LINE
from caffael.saves.seal import FIRST_SUM, seal, unseal
from caffael.scenario import Pack, load_pack
from caffael.scenario.digest import digest_of
from caffael.words.sentence import Sentence
from tests.small_table import small_cards, small_ids
from tests.test_match import SCENARIO, notes_of, play_on, some_seats, start, words

LONE = b'{"n":2,"team":0,"name":"\\ud800","year":1'
"""Half a sign as a team's name."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SCENARIO, years=3)


@pytest.fixture(scope="module")
def played(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Match:
    """A whole game with slips taken back, seats handed over and teams renamed."""
    match = start(pack, tmp_path_factory.mktemp("games"), seed=31)
    chance = random.Random(31)
    while not match.finished:
        play_on(match, chance.randint(1, 12), chance)
        if chance.random() < 0.4:
            match.undo(chance.randint(1, min(4, len(match.history))))
            if chance.random() < 0.5:
                match.redo()
        match.set_team(chance.randrange(3), f"Tîm “{chance.randrange(9)}”, sum:")
    match.set_player(0, "balanced")
    match.close()
    return match


@pytest.fixture
def copied(played: Match, tmp_path: Path) -> Path:
    """The file of that game, to be spoiled."""
    assert played.path is not None
    return Path(shutil.copy(played.path, tmp_path / "game.caffael"))


def the_fault(path: Path, reading: Callable[[Path], object] = read) -> Sentence:
    """The one sentence with which a file is refused."""
    with pytest.raises(RecordError) as caught:
        reading(path)
    sentence = caught.value.sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert sentence == str(caught.value) == sentence.pattern.format(**sentence.values)
    return sentence


def rewrite(path: Path, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Change a record as a forger would who knows how sums are made."""
    rows, previous = [], FIRST_SUM
    for line in path.read_bytes().splitlines():
        fields, previous = unseal(line, previous)
        rows.append(fields)
    change(rows)
    lines, previous = [], FIRST_SUM
    for fields in rows:
        line, previous = seal(fields, previous)
        lines.append(line)
    path.write_bytes(b"".join(lines))


# --------------------------------------------------------------------------------------------------------------- round trip


def test_a_whole_game_comes_back_from_its_file_as_it_was_played(played: Match, copied: Path) -> None:
    record = read(copied)
    course = rebuild(record)
    assert list(words_of(course.state)) == words(played)
    assert [(turn.seat, turn.action) for turn in course.turns] == [(turn.seat, turn.action) for turn in played.history]
    assert record.seats == played.seats
    assert record.torn == 0
    assert record.finished
    assert record.totals == tuple(score.total for score in played.scores())
    assert b"".join(record.lines) == copied.read_bytes()
    assert record.header.make_cards() == played.cards
    assert record.header.make_deal() == played.deal


def test_replay_tells_every_action_and_what_happened(played: Match, copied: Path) -> None:
    rows = list(replay(copied))
    assert rows[0] == (0, NONE, "begin", played.opening)
    assert [row[0] for row in rows] == list(range(len(played.history) + 1))
    for (_, seat, text, happenings), turn in zip(rows[1:], played.history, strict=True):
        assert (seat, text, happenings) == (turn.seat, played.text_of(turn.action), turn.happenings)


def test_verify_says_that_a_true_record_holds(played: Match, copied: Path) -> None:
    verdict = verify(copied)
    assert verdict.holds
    assert verdict.deal_of_seed
    assert verdict.numbers_of_digest
    assert verdict.same_rules
    assert verdict.finished
    assert verdict.actions == len(played.history)
    assert verdict.taken_back > 0
    assert verdict.lines == len(copied.read_bytes().splitlines())


def test_the_file_is_lines_of_json_in_plain_words(copied: Path) -> None:
    rows = [json.loads(line) for line in copied.read_text("utf-8").splitlines()]
    assert [row["n"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["scenario"] == SCENARIO
    assert rows[0]["path"] is None
    assert any(row.get("do", "").startswith("tender ") for row in rows)
    assert {"back", "again", "team", "player", "do"} <= {key for row in rows for key in row}


def test_a_record_of_a_pack_made_in_code_comes_back_too(tmp_path: Path) -> None:
    ids = small_ids()
    named = SimpleNamespace(needs=ids.needs, suppliers=ids.suppliers, projects=ids.projects, councils=tuple("abcdef"))
    folder = tmp_path / "packs" / "small"
    pack: Any = SimpleNamespace(
        id="small", cards=small_cards(), ids=named, digest=digest_of(small_cards()), place=folder, teams_least=1, teams_most=6
    )
    match = Match.start(pack, [Seat("A", "c"), Seat("B", "a")], 3, tmp_path)
    play_on(match, 10_000, random.Random(1))
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert notes_of(resumed) == notes_of(match)
    assert resumed.state.councils[0].card == 2
    assert read(match.path).header.path == "small"


def test_numbers_are_packed_and_filled_back() -> None:
    chance = random.Random(1)
    for _ in range(200):
        row = [chance.choice((0, 0, 0, -1, 7, 2**53)) for _ in range(chance.randrange(40))]
        assert unpack_words(check_packed(json.loads(json.dumps(pack_words(row))))) == row
    cards = Cards()
    fill_record(cards, pack_words(words_of(small_cards())), rules.RULES_VERSION)
    assert cards == small_cards()
    for count in (487, 489):
        with pytest.raises(ValueError, match="more or fewer numbers"):
            fill_record(Deal(), [[0, count]], rules.RULES_VERSION)
    with pytest.raises(ValueError, match="more or fewer numbers"):
        fill_record(Deal(), [[0, 488]], 1)


# ------------------------------------------------------------------------------------------------------------- cut and spoiled


def with_beginning(**first: int) -> list[int]:
    """The numbers of the small game, in which the first council begins with what there is not."""
    cards = small_cards()
    for name, value in first.items():
        getattr(cards.councils[0], name)[0] = value
    return list(words_of(cards))


def last_lines(data: bytes, count: int) -> int:
    """Where the last lines of a file begin."""
    place = len(data)
    for _ in range(count + 1):
        place = data.rindex(b"\n", 0, place)
    return place + 1


def test_a_record_cut_at_any_byte_of_its_last_lines_opens_to_the_last_whole_action(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 30, random.Random(2))
    match.close()
    assert match.path is not None
    data = match.path.read_bytes()
    cut = tmp_path / "cut.caffael"
    for length in range(last_lines(data, 3), len(data) + 1):
        cut.write_bytes(data[:length])
        record = read(cut)
        lacks_its_end = length < len(data) and data[length : length + 1] == b"\n"
        whole = data[:length].count(b"\n") + lacks_its_end
        assert len(record.moves) == whole - 1
        assert record.torn == (0 if lacks_its_end else length - (data.rfind(b"\n", 0, length) + 1))
        if length % 7 == 0:
            resumed = Match.resume(cut, pack)
            assert resumed.trouble is None
            assert len(resumed.history) == whole - 1
            assert cut.read_bytes() == b"".join(record.lines)
            resumed.play(resumed.legal()[-1])
            resumed.close()
            assert read(cut).torn == 0
            assert len(read(cut).moves) == whole


def test_a_file_cut_within_its_first_line_holds_no_game(copied: Path) -> None:
    data = copied.read_bytes()
    first = data.index(b"\n")
    for length in (0, 1, 20, first - 1):
        copied.write_bytes(data[:length])
        with pytest.raises(EmptyRecordError):
            read(copied)
    assert list_saves(copied.parent) == []


def test_any_one_byte_changed_is_refused_in_one_sentence_that_names_file_and_line(copied: Path) -> None:
    data = copied.read_bytes()
    tail = last_lines(data, 3)
    places = [*range(0, tail, max(1, tail // 1500)), *range(tail, len(data))]
    for i, place in enumerate(places):
        old = data[place]
        changes = {old ^ 1, 0x20, 0x0A, 0x00} if place >= tail else {(old ^ 1, old ^ 0x80, 0x20, 0x0A, 0x22)[i % 5]}
        for new in changes - {old, 0x20 if place == len(data) - 1 else old}:
            copied.write_bytes(data[:place] + bytes([new]) + data[place + 1 :])
            sentence = the_fault(copied)
            assert "game.caffael" in sentence
            assert isinstance(sentence.values["line"], int)
            assert abs(sentence.values["line"] - 1 - data[:place].count(b"\n")) <= 1


def test_bytes_put_in_or_taken_out_are_refused(copied: Path) -> None:
    data = copied.read_bytes()
    chance = random.Random(5)
    for _ in range(300):
        place = chance.randrange(len(data) - 1)
        copied.write_bytes(data[:place] + data[place + 1 :])
        the_fault(copied)
        if b"\n" not in data[place - 1 : place + 1]:  # within a line
            copied.write_bytes(data[:place] + chance.choice((b" ", b"\n", b"\r", b"0")) + data[place:])
            the_fault(copied)


HANDLED = {
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "line ends of old Macs": lambda data: data.replace(b"\n", b"\r"),
    "a mark before the text": lambda data: b"\xef\xbb\xbf" + data,
    "a mark and line ends of Windows": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    "two bytes for each letter": lambda data: data.decode().replace("\n", "\r\n").encode("utf-16"),
    "line ends of Windows, twice": lambda data: data.replace(b"\n", b"\r\r\n"),
    "empty lines at the end": lambda data: data + b"\n\r\n\n",
    "an empty line after each": lambda data: data.replace(b"\n", b"\n\n"),
    "spaces at the ends of lines": lambda data: data.replace(b"\n", b" \t\n"),
    "no end of the last line": lambda data: data[:-1],
    "a space for the end of the last line": lambda data: data[:-1] + b" ",
}
"""What git, mail and editors do to the ends of lines of a text."""


@pytest.mark.parametrize("how", HANDLED)
def test_what_mail_git_and_editors_do_to_line_ends_changes_nothing_and_the_game_goes_on(
    played: Match, pack: Pack, tmp_path: Path, how: str
) -> None:
    assert played.path is not None
    data = played.path.read_bytes()
    whole, begun = tmp_path / "whole.caffael", tmp_path / "begun.caffael"
    whole.write_bytes(HANDLED[how](data))
    verdict = verify(whole)
    assert verdict.holds and verdict.actions == len(played.history) and verdict.torn == 0
    lines = data.splitlines(keepends=True)
    begun.write_bytes(HANDLED[how](b"".join(lines[:30])))
    match = Match.resume(begun, pack)
    assert match.trouble is None and match.path == begun
    assert begun.read_bytes() == b"".join(lines[:30])
    match.play(match.legal()[-1])
    match.close()
    assert begun.read_bytes().startswith(b"".join(lines[:30]))
    assert verify(begun).holds and [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("how", HANDLED)
def test_a_byte_changed_within_lines_is_refused_whatever_their_ends_are(copied: Path, how: str) -> None:
    data = copied.read_bytes()
    chance = random.Random(6)
    whole = data[:-1].rfind(b"\n") if "last line" in how else len(data)  # a last line without its end is one that was torn
    for _ in range(20):
        place = chance.choice([place for place in range(whole) if data[place : place + 1].isalnum()])
        copied.write_bytes(HANDLED[how](data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]))
        the_fault(copied)


def test_lines_swapped_repeated_or_left_out_are_refused(copied: Path) -> None:
    lines = copied.read_bytes().splitlines(keepends=True)
    for spoiled in (
        [*lines[:5], *lines[6:]],
        [*lines[:5], lines[4], *lines[5:]],
        [*lines[:5], lines[6], lines[5], *lines[7:]],
        lines[1:],
        [lines[0], *lines],
    ):
        copied.write_bytes(b"".join(spoiled))
        the_fault(copied)


def test_a_spoiled_record_is_never_cut_or_continued(copied: Path, pack: Pack) -> None:
    data = bytearray(copied.read_bytes())
    data[len(data) // 2] ^= 1
    copied.write_bytes(data)
    the_fault(copied, lambda path: Match.resume(path, pack))
    the_fault(copied, lambda path: list(replay(path)))
    assert not verify(copied).holds
    assert copied.read_bytes() == data


# ------------------------------------------------------------------------------------------------------------ files made to harm


def test_what_is_no_file_or_far_too_large_is_refused(tmp_path: Path) -> None:
    the_fault(tmp_path / "not there.caffael")
    the_fault(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.caffael")
        the_fault(tmp_path / "pipe.caffael")
    large = tmp_path / "large.caffael"
    with large.open("wb") as file:
        file.truncate(MOST_FILE + 1)
    assert "20 MB" in the_fault(large)
    large.write_bytes(b"{" * 2_000_001 + b"\n")
    assert "longer" in the_fault(large)


def test_an_overlong_line_is_refused_before_it_is_looked_at(copied: Path) -> None:
    copied.write_bytes(copied.read_bytes() + b"[" * (MOST_LINE + 1) + b"\n")
    assert "longer" in the_fault(copied)


@pytest.mark.parametrize(
    "payload",
    [
        b"[" * 400_000,
        b'{"a":' * 100_000,
        b"{",
        b"\xff\xfe",
        b'{"n":1',
        b"[1]",
        b'{"n":' + b"9" * 5000,
        b'{"n":NaN',
        b'{"\\ud800":1',
        b'{"n":2,"team":0,"name":"\\ud800","year":1',
    ],
)
def test_deep_or_broken_json_under_a_true_sum_is_refused(copied: Path, payload: bytes) -> None:
    import hashlib

    def sealed(previous: str) -> bytes:
        own = hashlib.sha256(previous.encode() + payload).hexdigest()[:16]
        return payload + b',"sum":"' + own.encode() + b'"}\n'

    last = read(copied).last_sum
    data = copied.read_bytes()
    copied.write_bytes(sealed(FIRST_SUM))
    assert the_fault(copied).values["line"] == 1
    copied.write_bytes(data + sealed(last))
    assert the_fault(copied).values["line"] == data.count(b"\n") + 1


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"year": 1},
        {"seat": 0, "do": "pass"},
        {"seat": 0, "do": "pass", "year": 0},
        {"seat": 0, "do": "pass", "year": True},
        {"seat": 9, "do": "pass", "year": 1},
        {"seat": 0, "do": 5, "year": 1},
        {"seat": 0, "do": "pass", "year": 1, "more": 1},
        {"seat": 0, "do": "pass", "year": 1, "end": [1]},
        {"seat": 0, "do": "x" * 500, "year": 1},
        {"back": 100_000, "year": 1},
        {"back": 0, "year": 1},
        {"back": -1, "year": 1},
        {"again": 1, "year": 1},
        {"again": 1.0, "year": 1},
        {"player": 0, "bot": 3, "year": 1},
        {"team": 0, "name": None, "year": 1},
        {"n": 4, "seat": 0, "do": "pass", "year": 1},
        {"n": 2.0, "seat": 0, "do": "pass", "year": 1},
    ],
)
def test_an_entry_of_unknown_shape_or_wrong_number_is_refused(copied: Path, fields: dict[str, Any]) -> None:
    def put(rows: list[dict[str, Any]]) -> None:
        rows[1:] = [{"n": 2, **fields}]

    rewrite(copied, put)
    assert the_fault(copied).values["line"] == 2


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seats", []),
        ("seats", [{"team": "A", "council": "atlantis", "player": "you"}]),
        ("seats", [{"team": "A"}]),
        ("seed", -1),
        ("seed", 2**60),
        ("seed", "7"),
        ("seed", ""),
        ("seed", "014D2PF2DBSQQG28T5CY4TQKFF"),
        ("seed", "Z" * 26),
        ("years", 0),
        ("needs", [1]),
        ("needs", ["x"] * 1000),
        ("cards", [[0, 10**12]]),
        ("cards", [[0, 90_000], [0, 90_000]]),
        ("cards", [1.5]),
        ("cards", [[1]]),
        ("cards", "0"),
        ("deal", None),
        ("created", 5),
        ("caffael", "1"),
        ("caffael", True),
        ("n", 1.0),
        ("caffael", 2),
        ("n", 0),
        ("more", 1),
        ("carried", None),
        ("carried", {"file": "a.caffael"}),
        ("carried", {"file": 1, "totals": [[1, 2, 3]]}),
        ("carried", {"file": "a.caffael", "totals": []}),
        ("carried", {"file": "a.caffael", "totals": [[1, 2]]}),
        ("carried", {"file": "a.caffael", "totals": [[1, 2, 3.5]]}),
        ("carried", {"file": "a.caffael", "totals": [[1, 2, 3]] * 9}),
    ],
)
def test_a_header_of_unknown_shape_is_refused(copied: Path, key: str, value: object) -> None:
    rewrite(copied, lambda rows: rows[0].update({key: value}))
    sentence = the_fault(copied)
    assert "game.caffael" in sentence
    assert "1" in sentence


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cards", []),
        ("cards", [[0, 6974]]),
        ("cards", [[0, 7070]]),
        ("cards", [[2**53, 7070]]),
        ("cards", with_beginning(labs=4)),
        ("cards", with_beginning(badges=2)),
        ("deal", [[-1, 488]]),
        ("deal", [[200, 488]]),
        ("deal", [1]),
    ],
)
def test_numbers_that_make_no_game_are_refused_in_a_sentence(copied: Path, key: str, value: object) -> None:
    rewrite(copied, lambda rows: rows[0].update({key: value}))
    record = read(copied)
    with pytest.raises(RecordError):
        rebuild(record)
    assert not verify(copied).holds


@pytest.mark.parametrize("text", ["agree", "tender atlantis", "weights 1/1/1/97", "", "jump"])
def test_an_action_that_is_not_legal_where_it_stands_is_named_by_its_line(copied: Path, text: str) -> None:
    rewrite(copied, lambda rows: rows[1].update({"do": text}))
    fault = verify(copied).fault
    assert fault is not None
    assert fault.values["line"] == 2
    with pytest.raises(RecordError):
        rebuild(read(copied))


def test_a_forged_score_does_not_hold(copied: Path, pack: Pack) -> None:
    rewrite(copied, lambda rows: rows[-1].update({"end": [999, 0, 0]}))
    assert not verify(copied).holds
    the_fault(copied, lambda path: Match.resume(path, pack))


def test_a_record_whose_numbers_are_not_those_of_its_scenario_is_not_continued(copied: Path, pack: Pack) -> None:
    data = copied.read_bytes()
    rewrite(copied, lambda rows: rows[0].update({"cards": pack_words([*unpack_words(rows[0]["cards"])[:-1], 1])}))
    assert "check sum" in the_fault(copied, lambda path: Match.resume(path, pack))
    copied.write_bytes(data)
    rewrite(copied, lambda rows: rows[0].update({"years": 5}))
    assert the_fault(copied, lambda path: Match.resume(path, pack)).values["line"] == 1
    assert not verify(copied).holds


@pytest.mark.parametrize("player", ["oracle", "planner:iterations=999999999999", "../bot", "balanced:cheek=2"])
def test_a_game_with_a_bot_that_nobody_knows_is_told_in_a_sentence_before_it_goes_on(copied: Path, pack: Pack, player: str) -> None:
    rewrite(copied, lambda rows: rows[0]["seats"][1].update({"player": player}))
    assert Match.look_back(copied, pack).finished
    assert Match.resume(copied, pack).finished
    copied.write_bytes(b"".join(copied.read_bytes().splitlines(keepends=True)[:9]))
    assert the_fault(copied, lambda path: Match.resume(path, pack)).values["bot"] == player


def test_a_game_of_a_wide_seed_is_recorded_read_and_reckoned_again(pack: Pack, tmp_path: Path) -> None:
    seed = 2**128 - 5
    match = start(pack, tmp_path, seed=seed)
    match.play(match.bot_action("planner:iterations=1"))
    answer = match.bot_action("random")
    match.close()
    assert match.path is not None
    assert read(match.path).header.seed == seed
    assert f'"seed":"{seed_text(seed)}"' in match.path.read_text(encoding="utf-8")
    verdict = verify(match.path)
    assert verdict.holds and verdict.deal_of_seed
    again = Match.resume(match.path, pack)
    assert (again.seed, again.deal, again.bot_action("random")) == (seed, match.deal, answer)
    again.close()
    rewrite(match.path, lambda rows: rows[0].update({"seed": seed_text(seed - 1)}))
    assert not verify(match.path).deal_of_seed


def test_a_forged_deal_is_told_by_verify(copied: Path) -> None:
    data = copied.read_bytes()

    def other_seed(rows: list[dict[str, Any]]) -> None:
        rows[0]["seed"] += 1

    def other_digest(rows: list[dict[str, Any]]) -> None:
        rows[0]["digest"] = "0" * 64

    def other_number(rows: list[dict[str, Any]]) -> None:
        rows[0]["cards"] = pack_words([*unpack_words(rows[0]["cards"])[:-1], 1])

    def other_cards_face_down(rows: list[dict[str, Any]]) -> None:
        deal = unpack_words(rows[0]["deal"])
        last = max(place for place in range(len(deal) - 1) if deal[place] != deal[place + 1] and deal[place] > 0 and deal[place + 1] > 0)
        deal[last], deal[last + 1] = deal[last + 1], deal[last]
        rows[0]["deal"] = pack_words(deal)

    for forge, word in ((other_seed, "seed"), (other_digest, "check sum"), (other_number, "check sum"), (other_cards_face_down, "seed")):
        copied.write_bytes(data)
        rewrite(copied, forge)
        verdict = verify(copied)
        assert not verdict.holds and verdict.fault is not None
        assert word in verdict.fault and "game.caffael" in verdict.fault
    copied.write_bytes(data)
    assert verify(copied).holds


# -------------------------------------------------------------------------------------------------- other rules, other packs


@pytest.mark.parametrize("version", [1, 77])
def test_a_record_of_unknown_rules_is_read_but_neither_played_nor_continued(copied: Path, pack: Pack, version: int, played: Match) -> None:
    rewrite(copied, lambda rows: rows[0].update({"rules": version}))
    record = read(copied)
    assert [move.text for move in record.moves] == [played.text_of(turn.action) for turn in played.history]
    refused = (
        lambda path: Match.resume(path, pack),
        Match.look_back,
        watch,
        lambda path: rebuild(read(path)),
        lambda path: list(replay(path)),
    )
    for refuse in refused:
        fault = the_fault(copied, refuse)
        assert f"rules {version} and these are rules {rules.RULES_VERSION}" in fault
    assert not verify(copied).same_rules
    save = list_saves(copied.parent)[0]
    assert save.finished
    assert not save.can_continue and not save.can_be_told
    assert save.why_not is not None
    assert "looked at but not continued" in save.why_not


def test_a_record_of_other_rules_with_other_places_is_still_read(copied: Path) -> None:
    def other(rows: list[dict[str, Any]]) -> None:
        rows[0]["rules"] = 77
        rows[0]["cards"] = [1, 2, 3]
        rows[1]["do"] = "barter gold"

    rewrite(copied, other)
    record = read(copied)
    assert not record.same_rules
    assert record.entries


def test_a_record_of_a_changed_pack_is_looked_at_but_not_continued(copied: Path, played: Match) -> None:
    longer = load_pack(SCENARIO, years=5)
    assert "changed" in the_fault(copied, lambda path: Match.resume(path, longer))
    assert list(words_of(rebuild(read(copied)).state)) == words(played)


def test_a_record_of_a_pack_that_is_gone_is_looked_at_but_not_continued(copied: Path, played: Match) -> None:
    rewrite(copied, lambda rows: rows[0].update({"scenario": "atlantis", "path": "/nowhere/atlantis", "digest": "0" * 64}))
    assert "not here" in the_fault(copied, Match.resume)
    assert list(words_of(rebuild(read(copied)).state)) == words(played)
    assert len(list(replay(copied))) == len(played.history) + 1


def test_a_resumed_game_finds_its_pack_by_itself(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "my pack"
    shutil.copytree(pack.place, folder)
    own = load_pack(folder, years=3)
    match = Match.start(own, some_seats(own), 4, tmp_path)
    play_on(match, 9, random.Random(4))
    match.close()
    assert match.path is not None
    assert read(match.path).header.path == "my pack"
    resumed = Match.resume(match.path)
    assert resumed.pack.place.resolve() == folder.resolve()
    assert words(resumed) == words(match)
    resumed.close()
    shutil.rmtree(folder)
    assert Match.resume(match.path).pack.place == pack.place


def test_a_mended_name_in_the_pack_does_not_orphan_a_game(pack: Pack, tmp_path: Path) -> None:
    import dataclasses

    match = start(pack, tmp_path)
    play_on(match, 12, random.Random(1))
    match.close()
    assert match.path is not None
    renamed = dataclasses.replace(pack, ids=dataclasses.replace(pack.ids, needs=[f"{name}-mended" for name in pack.ids.needs]))
    resumed = Match.resume(match.path, renamed)
    play_on(resumed, 30, random.Random(2))
    resumed.close()
    assert words(Match.resume(match.path, pack)) == words(resumed)


def test_the_digest_counts_what_councils_begin_with_only_where_one_begins_with_anything() -> None:
    cards = small_cards()
    plain = digest_of(cards)
    digests = {plain}
    for numbers, place in ((cards.councils[3].labs, 1), (cards.councils[3].badges, 4)):
        numbers[place] = 1
        digests.add(digest_of(cards))
    assert len(digests) == 3
    cards.councils[3].labs[1] = cards.councils[3].badges[4] = 0
    assert digest_of(cards) == plain
