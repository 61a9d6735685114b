"""Games that were saved under version 2 of the rules are played again to the same end, watched and told, and not played on."""

from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from caffael import rules
from caffael.rules.cards import Cards, CouncilCard, Effect, Event, Need, Project, RouteCard, Settings, Supplier
from caffael.rules.copying import words_of
from caffael.rules.happened import Happening
from caffael.rules.layouts import ADDED, LAYOUTS, NEW_IN_3
from caffael.rules.records import Deal
from caffael.saves import RecordError, read, rebuild, replay, verify
from caffael.saves.entries import Move
from caffael.saves.history import scores_of
from caffael.saves.packed_rows import unpack_words
from caffael.scenario.digest import digest_of
from tests.earlier_games import LAYOUT, NAMES, lay

KINDS: tuple[type, ...] = (Cards, Settings, RouteCard, Need, Supplier, Effect, Event, Project, CouncilCard, Deal)


@pytest.fixture(params=NAMES)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each game that was saved under version 2."""
    return lay(request.param, tmp_path)


# ----------------------------------------------------------------------------------------------------------------- the layout


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_that_version_2_did_not_have_is_named(kind: Any) -> None:
    example = kind()
    now = {field.name: getattr(example, field.name) for field in fields(kind) if field.name not in NEW_IN_3.get(kind, ())}
    old = LAYOUT[kind.__name__]
    unnamed = [name for name in now if name not in old]
    assert not unnamed, f"{kind.__name__} has fields that version 2 did not: name {unnamed} under NEW_IN_3 in caffael/rules/layouts.py."
    assert list(now) == list(old), f"Saved games have the fields of {kind.__name__} in the order {list(old)}; new ones go anywhere between."
    sizes = {name: len(value) if isinstance(value, list) else 1 for name, value in now.items()}
    changed = {name: (old[name], size) for name, size in sizes.items() if size != old[name]}
    assert not changed, f"Rows of {kind.__name__} had other lengths then: {changed}; a layout knows of new fields, not of longer rows."


def test_what_is_named_as_new_is_there_once() -> None:
    for added in ADDED:
        for kind, names in added.items():
            assert set(names) <= {field.name for field in fields(kind)} and max(Counter(names).values()) == 1


def test_the_rules_know_their_own_layout_and_those_from_version_2_on() -> None:
    assert max(LAYOUTS) == rules.RULES_VERSION
    assert LAYOUTS[rules.RULES_VERSION] == ({},)
    assert min(LAYOUTS) == 2


def test_a_row_of_version_2_is_as_long_as_it_was(saved: Path) -> None:
    header = read(saved).header
    assert header.rules == 2
    lengths = [sum(1 for _ in words_of(Cards(), layout)) for layout in LAYOUTS[2]]
    assert len(unpack_words(header.cards)) in lengths
    assert len(unpack_words(header.deal)) == sum(1 for _ in words_of(Deal()))


def test_what_version_2_did_not_have_is_as_it_is_by_default(saved: Path) -> None:
    cards, plain = read(saved).header.make_cards(), Settings()
    for name in NEW_IN_3[Settings]:
        assert getattr(cards.settings, name) == getattr(plain, name), name


def test_new_fields_change_a_digest_only_where_one_is_used(saved: Path) -> None:
    header = read(saved).header
    cards = header.make_cards()
    assert digest_of(cards) == header.digest
    digests = {digest_of(cards)}
    for name in NEW_IN_3[Settings]:
        value = getattr(cards.settings, name)
        row = value if isinstance(value, list) else None
        if row is None:
            setattr(cards.settings, name, value + 1)
        else:
            row[0] += 1
        digests.add(digest_of(cards))
    assert len(digests) == 1 + len(NEW_IN_3[Settings])


# -------------------------------------------------------------------------------------------------------------- played again


def test_a_game_of_version_2_gives_exactly_the_years_and_scores_that_its_lines_say(saved: Path) -> None:
    before = saved.read_bytes()
    verdict = verify(saved)
    assert verdict.holds, verdict.fault
    assert not verdict.same_rules
    assert verdict.deal_of_seed and verdict.numbers_of_digest
    record = read(saved)
    history = rebuild(record)
    assert history.state.year == record.year
    assert verdict.finished == history.finished
    if record.totals is not None:
        assert tuple(score.total for score in scores_of(history.cards, history.state)) == record.totals
    years = {move.line: move.stand.year for move in record.entries if isinstance(move, Move)}
    after = [turn.year for turn in history.turns[1:]] + [history.state.year]
    assert [years[move.line] for move in record.moves] == after
    assert len(list(replay(saved))) == len(record.moves) + 1
    assert saved.read_bytes() == before


def test_the_games_of_version_2_hold_nearly_everything_that_can_happen(tmp_path: Path) -> None:
    told = {Happening(row.kind) for name in NAMES for *_, rows in replay(lay(name, tmp_path)) for row in rows}
    assert {Happening.NOTICE, Happening.JOINT_AGREED, Happening.PROJECT, Happening.TRAINED, Happening.TURNED_AGAIN} <= told
    assert {Happening.NEED_BACK, Happening.FAILED, Happening.CLIMATE_EVENT, Happening.BADGE, Happening.ENGAGED} <= told
    carried = [name for name in NAMES if read(lay(name, tmp_path)).header.carried is not None]
    assert carried == ["cohort-two"]


def test_a_line_of_version_2_that_was_changed_is_still_found(tmp_path: Path) -> None:
    path = lay("our-town", tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"year":2', b'"year":3', 1))
    assert not verify(path).holds
    with pytest.raises(RecordError, match="changed or damaged"):
        read(path)
