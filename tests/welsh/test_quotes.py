"""What the cards of the packs quote stands in typographic quotation marks, in both languages."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.welsh.corpus import TOP

STRAIGHT = '"'


def cards() -> Iterator[tuple[str, str]]:
    """Every cell of a shipped deck that people read, and every text of a pack's own table, with its place."""
    for path in sorted((TOP / "scenarios").glob("*/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((f"{named(path)}, {row['id']}.{key}", text) for key, text in row.items() if is_read(key) and text)
    for path in sorted((TOP / "scenarios").glob("*/scenario.toml")):
        yield from ((f"{named(path)}, {key}", text) for key, text in read_in(tomllib.loads(path.read_text(encoding="utf-8"))))


def named(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


def is_read(key: str) -> bool:
    return key == "name" or key.endswith(("_en", "_cy"))


def read_in(table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from read_in(one)
            elif isinstance(one, str) and is_read(key):
                yield key, one


def test_no_card_of_a_pack_that_ships_has_straight_quotation_marks() -> None:
    said = [f"{place}: write “ and ” in {text}" for place, text in cards() if STRAIGHT in text]
    assert not said, "\n".join(said)


def test_all_cards_are_looked_at() -> None:
    places = [place for place, _ in cards()]
    assert len(places) > 1_500
    assert {
        "scenarios/smarter-spending/events.csv, big-reserves.story_en",
        "scenarios/cohort-alpha/events.csv, why-asks-mayor.title_cy",
    } <= set(places)


def test_quotation_marks_are_opened_and_closed() -> None:
    assert not [place for place, text in cards() if text.count("“") != text.count("”")]
    assert any("“" in text for _, text in cards())
