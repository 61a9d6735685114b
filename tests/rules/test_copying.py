"""Records and their copies (`cards.py`, `copying.py`, `terms.py`): rows of fixed length, copies that share nothing."""

from dataclasses import Field, dataclass, field
from enum import IntEnum
from itertools import count
from typing import cast

from caffael.rules.cards import none_row, row
from caffael.rules.copying import copier_of, copy_into, words_of
from caffael.rules.terms import NONE, plain_members


@dataclass(slots=True)
class Pebble:
    weight: int = 0


@dataclass(slots=True)
class Shell:
    rings: list[int] = row(int, 3)


@dataclass(slots=True)
class Beach:
    name: int = 0
    pebbles: list[Pebble] = row(Pebble, 2)
    one: list[Pebble] = row(Pebble, 1)
    shell: Shell = field(default_factory=Shell)
    tides: list[int] = none_row(4)


def full() -> Beach:
    """A record with another number in every place."""
    number = count(1)
    beach = Beach(next(number))
    for pebble in [*beach.pebbles, *beach.one]:
        pebble.weight = next(number)
    beach.shell.rings[:] = [next(number) for _ in range(3)]
    beach.tides[:] = [next(number) for _ in range(4)]
    return beach


def test_a_row_has_its_length_and_each_record_places_of_its_own() -> None:
    one, other = Beach(), Beach()
    assert one == Beach(0, [Pebble(), Pebble()], [Pebble()], Shell([0, 0, 0]), [NONE] * 4)
    one.pebbles[0].weight, one.tides[1] = 7, 7
    assert one.pebbles[1].weight == 0
    assert other == Beach()


def test_a_row_is_made_anew_for_each_record() -> None:
    for made, expected in ((row(Pebble, 2), [Pebble(), Pebble()]), (none_row(3), [NONE] * 3)):
        make = cast("Field[list[object]]", made).default_factory
        assert callable(make) and make() == expected
        assert make() is not make()


def test_a_copy_has_every_word_and_shares_nothing() -> None:
    source, target = full(), Beach()
    copy_into(target, source)
    assert list(words_of(target)) == list(range(1, 12))
    target.pebbles[1].weight = target.one[0].weight = target.shell.rings[2] = target.tides[3] = 0
    assert source == full()


def test_a_copier_copies_the_fields_it_was_made_for_and_no_others() -> None:
    target = Beach()
    copier_of(target, ["name", "one"], {})(target, full())
    assert target == Beach(1, one=[Pebble(4)])


def test_each_kind_of_record_is_copied_by_its_own_function() -> None:
    def heavier(target: Pebble, source: Pebble) -> None:
        target.weight = source.weight + 100

    def rings(target: Shell, source: Shell) -> None:
        target.rings[0] = source.rings[2]

    target = Beach()
    copier_of(target, ["pebbles", "one", "shell"], {Pebble: heavier, Shell: rings})(target, full())
    assert target == Beach(0, [Pebble(102), Pebble(103)], [Pebble(104)], Shell([7, 0, 0]), [NONE] * 4)


def test_a_copier_belongs_to_the_module_it_is_made_for() -> None:
    assert copier_of(Pebble(), ["weight"], {}, "of.the.beach").__module__ == "of.the.beach"
    assert copier_of(Pebble(), ["weight"], {}).__module__ == "caffael.rules.copying"


def test_members_of_an_enumeration_become_plain_attributes_of_it() -> None:
    class Wind(IntEnum):
        CALM = 0
        GALE = 8

    members = {name: vars(Wind).get(name) for name in ("CALM", "GALE")}
    for name in members:
        type.__delattr__(Wind, name)
    assert plain_members(Wind) is Wind
    assert {name: vars(Wind)[name] for name in members} == {"CALM": Wind(0), "GALE": Wind(8)}
