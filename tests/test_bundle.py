"""The program to carry: what is taken along, what is left out, and what is said when it can't be made. To build it takes minutes."""

import importlib.util
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from caffael.board import screens
from caffael.cli import bundle
from caffael.cli.shared import RefusedError


def after(asked: list[str], option: str) -> list[str]:
    return [value for name, value in pairwise(asked) if name == option]


def test_screens_scenarios_words_and_letters_come_along_and_the_laboratory_stays(tmp_path: Path) -> None:
    asked = bundle.arguments(tmp_path / "start.py", tmp_path)
    taken = after(asked, "--hidden-import")
    assert {"caffael.cli.app", "caffael.cli.commands", "caffael.board.screens.tender.screen", "caffael.board.screens.debrief.fate"} <= set(
        taken
    )
    assert screens.__name__ in taken
    data = {row.rsplit(":", 1)[1] for row in after(asked, "--add-data")} if sys.platform != "win32" else set()
    ours = {"caffael/board/fonts", "caffael/classroom/pages", "caffael/classroom/device", "caffael/classroom/relay"}
    assert data == {"caffael/_data/assets", "caffael/_data/scenarios", *ours}
    assert {"numba", "numpy", "pytest"} <= set(after(asked, "--exclude-module"))
    assert after(asked, "--collect-all")[:2] == list(bundle.WITH_FILES)


def test_the_board_needs_nothing_that_is_left_out() -> None:
    blocked = [name for name in bundle.LEFT_OUT if "." not in name]
    program = (
        f"import sys\nfor name in {blocked!r}: sys.modules[name] = None\n"
        "import importlib\n"
        "from caffael.cli import commands\n"
        "from caffael.cli.bundle import modules\n"
        "for name in modules():\n"
        "    if name.startswith('caffael.board.screens.') or name.startswith('caffael.authoring'): importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_pyinstaller_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert bundle.bundle(str(tmp_path / "out")) == 2
    assert "[bundle]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_no_earlier_program_is_never_deleted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "caffael"
    mine.mkdir()
    (mine / "my-work.txt").write_text("mine", encoding="utf-8")
    assert bundle.bundle(str(tmp_path)) == 2
    assert "Choose another folder with --out" in capsys.readouterr().err or importlib.util.find_spec("PyInstaller") is None
    assert (mine / "my-work.txt").read_text(encoding="utf-8") == "mine"
    with pytest.raises(RefusedError):
        bundle.check_target(mine)
    (mine / "_internal" / "caffael" / "_data").mkdir(parents=True)
    bundle.check_target(mine)


def test_a_build_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bundle, "arguments", lambda starter, work: ["--no-such-option"])
    assert bundle.bundle(str(tmp_path)) == 2
    assert "could not" in capsys.readouterr().err or importlib.util.find_spec("PyInstaller") is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_beside_the_program_takes_games_and_settings(tmp_path: Path) -> None:
    (tmp_path / bundle.CARRIED).mkdir()
    starter = bundle.STARTER.split("from caffael.cli")[0]
    shown = "print(os.environ['CAFFAEL_GAMES'], os.environ['CAFFAEL_SETTINGS'])"
    program = f"import sys\nsys.executable = {str(tmp_path / 'caffael')!r}\n{starter}\n{shown}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env={})
    assert done.stdout.split() == [str(tmp_path / bundle.CARRIED / "games"), str(tmp_path / bundle.CARRIED / "settings")]
