from pathlib import Path

import pytest

from caffael.scenario import Fault
from caffael.words.sentence import Sentence
from tests.in_welsh import see_welsh
from tests.scenario.workbench import Extending, Workbench


@pytest.fixture(autouse=True)
def every_fault_has_its_welsh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fault and warning that any test of packs brings about can be told in Welsh. Those that a test writes itself are plain words."""
    begin = Fault.__init__

    def seen(fault: Fault, *arguments: object, **named: object) -> None:
        begin(fault, *arguments, **named)
        if isinstance(fault.message, Sentence):
            see_welsh(fault.message)

    monkeypatch.setattr(Fault, "__init__", seen)


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(tmp_path / "copy")


@pytest.fixture
def mine(tmp_path: Path) -> Extending:
    return Extending(tmp_path / "mine")


@pytest.fixture
def mine_of_bench(bench: Workbench, tmp_path: Path) -> Extending:
    """A pack that extends the copy of the workbench."""
    return Extending(tmp_path / "mine", "copy")
