"""Games that were saved under version 2 of the rules are played again to the same end, watched and told, and not played on."""

from collections import Counter
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from caffael import rules
from caffael.export import read_game
from caffael.export.files import page
from caffael.match import EndedGame, Match, branch, watch
from caffael.rules.cards import Cards, CouncilCard, Effect, Event, Need, Project, RouteCard, Settings, Supplier
from caffael.rules.copying import copy_into, words_of
from caffael.rules.happened import Happening
from caffael.rules.layouts import ADDED, LAYOUTS, NEW_IN_3, SEALED
from caffael.rules.records import Deal
from caffael.saves import EarlierRulesError, Header, RecordError, list_saves, name_game, read, rebuild, replay, verify
from caffael.saves.entries import Move
from caffael.saves.history import scores_of
from caffael.saves.packed_rows import unpack_words
from caffael.saves.recorded_pack import as_recorded
from caffael.scenario import Pack, load_pack
from caffael.scenario.digest import digest_of
from caffael.words.language import CODES, Language
from tests.earlier_games import LAYOUT, NAMES, lay
from tests.test_record import rewrite

KINDS: tuple[type, ...] = (Cards, Settings, RouteCard, Need, Supplier, Effect, Event, Project, CouncilCard, Deal)


@pytest.fixture(params=NAMES)
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Each game that was saved under version 2."""
    return lay(request.param, tmp_path)


# ----------------------------------------------------------------------------------------------------------------- the layout


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_that_version_2_did_not_have_is_named(kind: Any) -> None:
    example = kind()
    added = {*NEW_IN_3.get(kind, ()), *SEALED.get(kind, ())}
    now = {field.name: getattr(example, field.name) for field in fields(kind) if field.name not in added}
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
    assert LAYOUTS[rules.RULES_VERSION] == ({}, SEALED)
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


# ------------------------------------------------------------------------------------------------------ watched, told, not played on


def in_one_sentence(refused: Callable[[], object]) -> None:
    """Hold that a game is refused with the sentence that says what can be done with it, in both languages."""
    with pytest.raises(RecordError) as caught:
        refused()
    sentence = caught.value.sentence
    known = rules.RULES_VERSION
    assert sentence == f"This game was played under rules 2, not {known}: it can be watched but not played on."
    assert f"dan reolau 2, nid {known}:" in sentence.said(Language("cy")) and "gwylio" in sentence.said(Language("cy"))


def test_a_game_of_version_2_is_watched_from_its_beginning_to_the_end_that_it_had(saved: Path) -> None:
    record = read(saved)
    match = watch(saved)
    assert not match.history and len(match.ahead) == len(record.moves)
    assert match.carried == record.header.carried and match.path is None
    match.go_to(len(record.moves))
    assert match.state.year == record.year
    assert record.totals is None or record.totals == tuple(score.total for score in match.scores())


def test_a_game_of_version_2_is_told_in_both_languages(saved: Path) -> None:
    for code in CODES:
        told = page([read_game(saved, code)]).decode()
        assert f'<html lang="{code}">' in told
        assert all(seat.team in told for seat in read(saved).seats)


def test_a_game_of_version_2_is_not_played_on(saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes()
    in_one_sentence(lambda: Match.resume(saved))
    in_one_sentence(lambda: branch(saved, 1, tmp_path))
    in_one_sentence(lambda: EndedGame.read(saved))
    with pytest.raises(EarlierRulesError):
        Match.resume(saved)
    assert saved.read_bytes() == before and list(tmp_path.iterdir()) == [saved]


def test_the_list_says_that_a_game_of_version_2_can_be_watched(saved: Path) -> None:
    (save,) = list_saves(saved.parent)
    assert save.why_not is not None and "can be watched but not played on" in save.why_not
    assert save.can_be_told and not save.can_continue and not save.can_go_on
    assert save.title is not None and (save.year, save.totals) == (read(saved).year, read(saved).totals)
    name_game(saved, "Class 9")
    (save,) = list_saves(saved.parent)
    assert save.name == "Class 9" and verify(saved).holds


def test_a_game_of_version_2_whose_scenario_is_gone_says_that(tmp_path: Path) -> None:
    path = lay("our-town", tmp_path)
    rewrite(path, lambda rows: rows[0].update({"scenario": "atlantis", "path": "atlantis", "digest": "0" * 64}))
    (save,) = list_saves(tmp_path)
    assert "not here any more" in str(save.why_not) and not save.can_be_told
    for refused in (Match.resume, Match.look_back, watch, lambda path: branch(path, 1)):
        with pytest.raises(RecordError, match="not here any more"):
            refused(path)


# -------------------------------------------------------------------------------------- with the words that its pack has by now


def changed_pack(pack: Pack, header: Header) -> Pack:
    """A pack whose first need has left it, whose last supplier stands first, and whose events are others."""
    cards = Cards()
    copy_into(cards, pack.cards)
    cards.need_count -= 1
    copy_into(cards.events[0], pack.cards.events[1])
    copy_into(cards.events[1], pack.cards.events[0])
    cards.event_count -= 1
    texts, ids, others = pack.texts, pack.ids, pack.texts.events[2:-1]
    suppliers = [texts.suppliers[-1], *texts.suppliers[:-1]]
    assert [text.id for text in suppliers] != list(header.suppliers)
    return replace(
        pack,
        cards=cards,
        texts=replace(texts, needs=texts.needs[1:], suppliers=tuple(suppliers), events=(texts.events[1], texts.events[0], *others)),
        ids=replace(ids, needs=ids.needs[1:], suppliers=[text.id for text in suppliers]),
    )


def test_cards_keep_their_words_wherever_they_stand_in_their_pack_by_now(tmp_path: Path) -> None:
    header = read(lay("smarter-spending", tmp_path)).header
    cards = header.make_cards()
    pack = as_recorded(load_pack(header.scenario, header.years), header, cards)
    assert as_recorded(pack, header, cards) is pack
    seen = as_recorded(changed_pack(pack, header), header, cards)
    assert seen.cards == cards
    assert [seen.need(place).id for place in range(cards.need_count)] == list(header.needs)
    assert [seen.supplier(place).id for place in range(cards.supplier_count)] == list(header.suppliers)
    assert [text.index for text in seen.texts.suppliers] == list(range(cards.supplier_count))
    assert seen.need(0).title("en") == header.needs[0] and seen.need(1).title == pack.need(1).title
    assert seen.need(0).category_title == pack.need(0).category_title
    assert (seen.event(0).id, seen.event(1).id) == (pack.event(0).id, pack.event(1).id)
    assert seen.event(cards.event_count - 1).title("cy") == f"#{cards.event_count}"


def test_weight_cards_are_those_of_the_weights_that_the_game_had(tmp_path: Path) -> None:
    header = read(lay("first-steps", tmp_path)).header
    cards = header.make_cards()
    pack = as_recorded(load_pack(header.scenario, header.years), header, cards)
    now = pack.texts.weight_cards
    other = replace(pack, cards=Cards(), texts=replace(pack.texts, weight_cards=tuple(replace(card) for card in now[:0:-1])))
    seen = as_recorded(other, header, cards).texts.weight_cards
    assert [(card.index, card.weights) for card in seen] == [(place, card.weights) for place, card in enumerate(now)]
    assert seen[1].title == now[1].title
    assert seen[0].title("en") == " · ".join(map(str, now[0].weights))


def test_a_pack_that_has_lost_a_council_shows_no_game_of_it(tmp_path: Path) -> None:
    header = read(lay("our-town", tmp_path)).header
    cards = header.make_cards()
    pack = load_pack(header.scenario, header.years)
    with pytest.raises(RecordError, match="can't be watched"):
        as_recorded(replace(pack, cards=Cards(), texts=replace(pack.texts, councils=pack.texts.councils[1:])), header, cards)
