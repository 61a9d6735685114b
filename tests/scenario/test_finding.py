"""Packs are found by id and by folder; a name that is none says what there is."""

import os
import random
from pathlib import Path

import pytest

from caffael.scenario import Fault, PackError, find_packs, load_pack
from tests.scenario.workbench import SHIPPED, Workbench, spoil


def refused(name: str | Path) -> str:
    with pytest.raises(PackError) as caught:
        load_pack(name)
    assert len(caught.value.faults) == 1
    return str(caught.value)


def test_the_shipped_pack_is_found_by_its_id_and_by_its_folder() -> None:
    by_id = load_pack(SHIPPED)
    assert load_pack(by_id.place).digest == by_id.digest
    assert load_pack(str(by_id.place)).digest == by_id.digest
    assert load_pack(by_id.place / "scenario.toml").digest == by_id.digest


def test_a_mistyped_id_is_guessed() -> None:
    message = refused("smarter-spendings")
    assert message.startswith('There is no pack "smarter-spendings"; did you mean "smarter-spending"? Caffael ships with ')
    assert SHIPPED in message


@pytest.mark.parametrize("name", ["zzz", "", "no/such/folder", "x" * 5000, "a\0b"])
def test_a_name_of_nothing_is_told(name: str) -> None:
    assert "; write the path of a folder or zip, or the id of one that ships. Caffael ships with " in refused(name)


def test_a_folder_without_a_pack_is_told_what_makes_one(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path)
    assert caught.value.faults == [Fault("scenario.toml", None, None, None, "The file is missing from the pack.")]


def test_the_list_of_packs_has_the_shipped_one() -> None:
    info = next(info for info in find_packs() if info.id == SHIPPED)
    assert (info.title("en"), info.title("cy")) == ("Smarter Spending", "Gwario Doethach")
    assert (info.ages, info.minutes, info.years, info.years_offered, info.faults) == ("14-16", 50, 5, (3, 5), ())


def test_every_pack_of_the_list_loads_by_its_id() -> None:
    for info in find_packs():
        assert load_pack(info.id).id == info.id == info.place.name


def test_a_broken_pack_is_listed_with_its_faults(bench: Workbench) -> None:
    bench.toml("level = 3", "level = ")
    info = find_packs([bench.folder.parent])[-1]
    assert (info.id, info.title("en")) == ("copy", "copy")
    assert info.faults[0].message.startswith("Nothing stands behind the equals sign")


def test_a_place_that_is_not_there_holds_no_packs(tmp_path: Path) -> None:
    assert find_packs([tmp_path / "nowhere"]) == find_packs()


@pytest.mark.parametrize("seed", range(60))
def test_spoiled_bytes_raise_nothing_but_pack_errors(bench: Workbench, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        spoil(chance.choice(sorted(bench.folder.iterdir())), chance)
    try:
        load_pack(bench.folder)
    except PackError as error:
        assert error.faults
        assert all(fault.message.endswith((".", "?")) for fault in error.faults)


def test_a_file_that_may_not_be_read_is_told(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: Path, *how: int) -> int:
        if path.name == "needs.csv":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how)

    monkeypatch.setattr(os, "open", refuse)
    assert bench.only_fault() == Fault("needs.csv", None, None, None, "The file cannot be read (it is not allowed).")
