"""What a tab fetches only when it is first imported."""

import importlib.util
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from caffael.browser.building.archives import archived, packed
from caffael.browser.later import LaterError, install
from caffael.words.language import Language

FILES = {
    "later_box/__init__.py": b"from later_box.inner import SAID\n",
    "later_box/inner.py": b"SAID = 'here'\n",
    "later_other.py": b"import later_box\nSAID = later_box.SAID\n",
}
ROWS = {"later_box": "box", "later_other": "box"}


@pytest.fixture
def fetched(tmp_path: Path) -> Iterator[list[str]]:
    """The archives that were asked for; whatever was imported is forgotten afterwards."""
    asked: list[str] = []

    def fetch(name: str) -> bytes:
        asked.append(name)
        if len(asked) == 1:
            raise OSError("no answer")
        return packed(archived(FILES))

    finders, path = list(sys.meta_path), list(sys.path)
    sys.path.insert(0, str(tmp_path))
    install(ROWS, fetch, str(tmp_path))
    yield asked
    sys.meta_path[:], sys.path[:] = finders, path
    for name in [name for name in sys.modules if name.startswith("later_")]:
        del sys.modules[name]


def load(name: str) -> types.ModuleType:
    return importlib.import_module(name)


def test_whether_a_module_is_there_is_answered_without_fetching_it(fetched: list[str]) -> None:
    assert importlib.util.find_spec("later_box") is not None
    assert importlib.util.find_spec("later_nothing") is None
    assert fetched == []


def test_the_first_import_brings_the_whole_archive_and_one_that_failed_is_asked_for_again(fetched: list[str]) -> None:
    with pytest.raises(LaterError, match="no answer") as lost:
        load("later_box")
    assert lost.value.sentence.said(Language("en")) == "A part of the game, box, could not be fetched. Look to the network, then try again."
    assert load("later_box").SAID == "here"
    assert load("later_other").SAID == "here"
    assert fetched == ["box", "box"]
    assert load("later_box.inner").__file__ is not None
