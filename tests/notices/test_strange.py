"""Whatever stands in a release, it is read without a fault, and the pack that is made of what comes is sound."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caffael.notices.cards import cards_of
from caffael.notices.prose import weights_of_text
from caffael.notices.release import notice_of
from caffael.notices.tables import read_tables
from caffael.notices.tidy import one_line, tidy
from caffael.scenario.cells import why_not_text
from tests.notices.invented import criteria, find_a_tender, numbered, sell2wales

TABLES = read_tables()
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=20))
ANY = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=8
)
SAMPLES = (
    sell2wales(1, "Bread", "15811000", criteria(("quality", "Quality", "40"), ("price", "", "60"))),
    find_a_tender(2, "Cleaning", numbered(("price", "Price", 55), ("quality", "Quality", 45))),
)


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every part of a release."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(way for key, inner in inside for way in places(inner, (*here, key)))]


def changed(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """A release with another part at a place."""
    if not way:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = changed(value[way[0]], way[1:], new)
    return copy


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_part_of_a_release_may_be_anything(data: st.DataObject) -> None:
    release = data.draw(st.sampled_from(SAMPLES))
    for _ in range(data.draw(st.integers(1, 3))):
        release = changed(release, data.draw(st.sampled_from([way for way in places(release) if way])), data.draw(ANY))
    notice = notice_of(release)
    cards, _ = cards_of([notice] if notice else [], TABLES, [kind.category for kind in TABLES.kinds])
    for card in cards:
        assert all(why_not_text(text) is None for text in card.cells.values())
        assert card.cells["title_en"] and sum(card.asked) in (0, 100)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_tidied_to_one_that_a_card_may_show(text: str) -> None:
    assert why_not_text(one_line(text)) is None
    assert all(line == line.strip() and line for line in tidy(text).split("\n") if tidy(text))


@given(
    st.lists(
        st.sampled_from(["price", "quality", "60%", "40", "100%", "(", ")", "of which", ":", "/", "pris", "70:30", "carbon", "1000", "."]),
        max_size=30,
    )
)
@settings(max_examples=200, deadline=None)
def test_what_is_read_from_any_sentence_makes_a_hundred_or_is_nothing(words: list[str]) -> None:
    weights = weights_of_text(" ".join(words))
    assert weights is None or (abs(sum(weights.shares) - 100) < 0.1 and min(weights.shares) >= 0)


def test_the_tables_that_ship_name_only_what_the_standard_game_or_they_themselves_have(tmp_path: Path) -> None:
    from caffael.scenario import load_pack

    pack = load_pack("smarter-spending")
    assert {kind.category for kind in TABLES.kinds} <= set(pack.ids.categories)
    assert {kind.subject for kind in TABLES.kinds} <= {*pack.ids.subjects, *TABLES.subjects}
    assert not set(pack.ids.subjects) & set(TABLES.subjects)
    assert {kind.subject for kind in TABLES.kinds} >= set(TABLES.subjects)
