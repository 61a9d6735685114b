"""The worked example of docs/packs.md, from an empty folder to a played game, run as it stands."""

import re
import shlex
import sys
from pathlib import Path

import pytest
from caffael_tools import autoplay

from caffael.cli.app import run_command
from caffael.scenario import load_pack

PAGE = Path(__file__).parent.parent / "docs" / "packs.md"
FILE = re.compile(r"^`(my-town/[\w.]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_worked_example_makes_a_sound_pack_that_is_played_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(autoplay, "USUAL_SIZE", (1280, 720))  # drawn twice as quickly
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "my-town").mkdir()
    files = FILE.findall(page)
    assert [name for name, _ in files] == ["my-town/scenario.toml", "my-town/needs.csv", "my-town/suppliers.csv"]
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
    for line in "".join(COMMANDS.findall(page)).splitlines():
        monkeypatch.setattr(sys, "argv", shlex.split(line))
        assert run_command() == 0, line
    pack = load_pack("my-town")
    assert "park-swings" in pack.ids.needs
    assert "school-breakfast" not in pack.ids.needs
    assert "chwarae-pren" in pack.ids.suppliers
