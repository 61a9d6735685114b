from pathlib import Path

import pytest

from tests.scenario.workbench import Extending, Workbench


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
