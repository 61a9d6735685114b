"""The journal of a tab: whatever moment it ends at, all that was kept is there, and what was not is there whole or not at all."""

import errno
import struct
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael.browser.keeping.changes import Change, FileWritten, FolderMade, Gone, pack_changes, unpack_changes
from caffael.browser.keeping.journal import HEAD, Journal
from caffael.browser.keeping.tree import Tree
from tests.spoiling import Killed, MemoryHandle, Storage

NAMES = ("games", "games/one.jsonl", "games/two.jsonl", "packs", "packs/mine/scenario.toml", "settings.json", "ŵ/â.csv")


def opened(one: bytes = b"", other: bytes = b"", storage: Storage | None = None) -> tuple[Journal, tuple[MemoryHandle, MemoryHandle]]:
    """A journal over two files that hold this."""
    storage = storage or Storage()
    handles = (MemoryHandle(storage, one), MemoryHandle(storage, other))
    return Journal(*handles), handles


def reopened(handles: tuple[MemoryHandle, MemoryHandle]) -> Journal:
    """The journal after the tab has ended."""
    return opened(handles[0].after(None), handles[1].after(None))[0]


def content(tree: Tree) -> dict[str, bytes | None]:
    """What lies in a tree."""
    return {path: None if file is None else bytes(file.data) for path, file in tree.lies.items()}


def changes_of(tree: Tree, chance: Random) -> list[Change]:
    """Something that may happen to a tree."""
    name = chance.choice(NAMES)
    file = tree.lies.get(name)
    data = chance.randbytes(chance.randrange(60))
    match chance.randrange(6):
        case 0:
            return [FolderMade(name)]
        case 1:
            return [Gone(name)]
        case 2 | 3 if file is not None:
            return [FileWritten(name, len(file.data), file.sum, 5, data)]
    return [Gone(name), FileWritten(name, 0, 0, 7, data)]


def play(journal: Journal, tree: Tree, chance: Random, steps: int) -> list[dict[str, bytes | None]]:
    """Let things happen and give what lay there after each that was kept; one more that may be there is added when the tab ends."""
    lay = [content(tree)]
    for _ in range(steps):
        changes = changes_of(tree, chance)
        tree.apply(changes)
        try:
            journal.add(changes)
            lay.append(content(tree))
            if chance.randrange(8) == 0:
                journal.shorten()
        except Killed:
            if lay[-1] != content(tree):
                lay.append(content(tree))
                return [*lay[-2:]]
            return lay[-1:]
    return lay[-1:]


change = st.one_of(
    st.builds(FolderMade, st.text(max_size=20)),
    st.builds(Gone, st.text(max_size=20)),
    st.builds(
        FileWritten,
        st.text(max_size=20),
        st.integers(0, 2**40),
        st.integers(0, 2**32 - 1),
        st.integers(-(2**60), 2**60),
        st.binary(max_size=50),
    ),
)


@settings(deadline=None)
@given(st.lists(change, max_size=5))
def test_changes_are_read_as_they_were_written(changes: list[Change]) -> None:
    assert list(unpack_changes(pack_changes(changes))) == changes


def test_what_was_kept_is_there_after_each_of_a_thousand_ends() -> None:
    for seed in range(1000):
        chance = Random(seed)
        storage = Storage()
        journal, handles = opened(storage=storage)
        tree = journal.tree()
        for _ in range(chance.randrange(1, 4)):
            storage.left = chance.randrange(1, 1500)
            may_lie = play(journal, tree, chance, 30)
            half = None if chance.random() < 0.5 else chance
            storage.left = None
            journal, handles = opened(handles[0].after(half), handles[1].after(half), storage)
            tree = journal.tree()
            assert content(tree) in may_lie, seed


def test_an_end_at_every_byte_leaves_what_was_kept() -> None:
    def begin() -> tuple[Journal, Tree, tuple[MemoryHandle, MemoryHandle], Storage]:
        storage = Storage()
        journal, handles = opened(storage=storage)
        return journal, journal.tree(), handles, storage

    journal, tree, handles, storage = begin()
    storage.left = 10**9
    play(journal, tree, Random(5), 12)
    for left in range(10**9 - storage.left):
        journal, tree, handles, storage = begin()
        storage.left = left
        may_lie = play(journal, tree, Random(5), 12)
        again = reopened(handles)
        assert content(again.tree()) in may_lie, left


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_a_torn_end_is_cut_off_and_the_game_goes_on(seed: int) -> None:
    chance = Random(seed)
    journal, handles = opened()
    tree = journal.tree()
    play(journal, tree, chance, 10)
    one, other = (handle.after(None) for handle in handles)
    journal, handles = opened(one + chance.randbytes(30) if one else one, other + chance.randbytes(30) if other else other)
    assert content(journal.tree()) == content(tree)
    journal.add([FileWritten("new", 0, 0, 1, b"new")])
    again = reopened(handles)
    assert content(again.tree()) == {**content(tree), "new": b"new"}
    assert again.spoilt == 0


def test_a_spoilt_entry_in_the_middle_costs_what_it_told_alone() -> None:
    journal, (one, _) = opened()
    ends = []
    for name in ("a", "b", "c"):
        journal.add([FileWritten(name, 0, 0, 1, name.encode() * 20)])
        ends.append(journal.size)
    journal.add([FileWritten("b", 20, 0x1234, 1, b"more")])
    journal.add([FileWritten("b", 0, 0, 1, b"anew")])
    content_of_one = bytearray(one.safe)
    content_of_one[ends[0] + 40] ^= 1
    again, _ = opened(bytes(content_of_one))
    assert content(again.tree()) == {"a": b"a" * 20, "c": b"c" * 20, "b": b"anew"}
    assert again.spoilt == 1


def test_what_goes_on_from_something_lost_is_left_out_rather_than_mixed() -> None:
    journal, (one, _) = opened()
    tree = journal.tree()
    ends = []
    for data in (b"first ", b"second ", b"third "):
        file = tree.lies.get("a")
        changes = [FileWritten("a", len(file.data) if file else 0, file.sum if file else 0, 1, data)]
        tree.apply(changes)
        journal.add(changes)
        ends.append(journal.size)
    spoilt = bytearray(one.safe)
    spoilt[ends[0] + 30] ^= 1
    again, _ = opened(bytes(spoilt))
    assert content(again.tree()) == {"a": b"first "}


def test_a_spoilt_head_costs_nothing() -> None:
    journal, (one, _) = opened()
    journal.add([FolderMade("games")])
    again, (other, _) = opened(bytes(HEAD.size) + one.safe[HEAD.size :])
    again.add([FolderMade("packs")])
    assert set(opened(other.safe)[0].tree().lies) == {"games", "packs"}


HUGE = struct.pack("<4sIQI", b"\x9dcE\n", 2**32 - 1, 1, 0)
"""The beginning of an entry that is longer than any file."""


@pytest.mark.parametrize("data", [b"\0" * 5000, bytes(range(256)) * 30, b"\x9dcE\n" * 500, HUGE])
def test_what_is_no_journal_is_an_empty_one(data: bytes) -> None:
    journal, _ = opened(data, data)
    assert journal.tree().lies == {}
    journal.add([FolderMade("games")])


def test_a_full_disk_keeps_what_was_there_and_takes_the_next() -> None:
    storage = Storage()
    journal, handles = opened(storage=storage)
    journal.add([FileWritten("a", 0, 0, 1, b"a" * 100)])
    storage.room = journal.size + 50
    for _ in range(3):
        with pytest.raises(OSError, match="full"):
            journal.add([FileWritten("b", 0, 0, 1, b"b" * 100)])
    journal.add([FileWritten("c", 0, 0, 1, b"")])
    assert set(opened(handles[0].after(None))[0].tree().lies) == {"a", "c"}
    storage.room = None
    journal.add([FileWritten("b", 0, 0, 1, b"b" * 100)])
    again = opened(handles[0].after(None))[0]
    assert content(again.tree()) == {"a": b"a" * 100, "c": b"", "b": b"b" * 100}
    assert again.spoilt == 0


def test_a_journal_is_shortened_without_room_for_it_only_later() -> None:
    storage = Storage()
    journal, handles = opened(storage=storage)
    for number in range(200):
        journal.add([FileWritten("a", 0, 0, 1, b"%d" % number * 50)])
    long = journal.size
    storage.room = 60
    assert not journal.shorten()
    assert journal.size == long
    storage.room = None
    assert journal.shorten()
    assert journal.size < 400
    journal.add([FolderMade("b")])
    again = reopened(handles)
    assert content(again.tree()) == {"a": b"199" * 50, "b": None}
    assert handles[0].safe == b""


@pytest.mark.parametrize("sound_flushes", [0, 1, 2])
def test_a_flush_that_fails_while_shortening_leaves_no_second_journal_that_counts(
    sound_flushes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, handles = opened()
    journal.add([FileWritten("a", 0, 0, 1, b"a")])
    flush, flushes = handles[1].flush, []

    def broken(*_: int) -> None:
        raise OSError(errno.EIO, "broken")

    def failing() -> None:
        flushes.append(1)
        flush() if len(flushes) <= sound_flushes else broken()
        if len(flushes) == sound_flushes:
            monkeypatch.setattr(handles[1], "truncate", broken)

    monkeypatch.setattr(handles[1], "flush", failing)
    assert not journal.shorten()
    if sound_flushes == 2:
        with pytest.raises(OSError, match="broken"):
            journal.add([FileWritten("b", 0, 0, 1, b"b")])
    monkeypatch.undo()
    journal.add([FileWritten("b", 0, 0, 1, b"b")])
    again = reopened(handles)
    assert set(again.tree().lies) == {"a", "b"}
