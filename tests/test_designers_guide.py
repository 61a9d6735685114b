"""The designers' guide can be followed: every block in it is run here, from top to bottom, in a folder of its own.

Commands in `sh` blocks run as they stand, with two changes that make them quick: `--games` is 20 (added where a command has it and does
not name it, and written as the fewest allowed into bars), and one process plays. So few games prove nothing about the game: `balance` may
say that a bar falls short and `tune` that nothing better was found (exit 1); every other command has to end with 0. Files that the guide
shows are written under the name that stands above them, and `python` blocks run in the same folder. Figures in `text` blocks are not
compared: they are of more games.
"""

import re
import runpy
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from caffael.cli.app import run_command
from caffael.simulation.play import runs

TOP = Path(__file__).parent.parent
GUIDE = TOP / "docs" / "designers.md"
NOTES = TOP / "docs" / "design-notes.md"
BLOCK = re.compile(r"(?:`(?P<file>[\w./-]+)`[^\n]*:\n\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
GAMES = "20"
FEWEST_OF_A_BAR = 100
SHORTENED = ("simulate", "worth", "sweep", "sensitivity", "balance", "tune", "report")
LABORATORY = (*SHORTENED, "check")
MAY_FALL_SHORT = ("balance", "tune")


@dataclass(frozen=True)
class Block:
    kind: str
    text: str
    file: str | None


def blocks() -> list[Block]:
    return [Block(found["kind"], found["text"], found["file"]) for found in BLOCK.finditer(GUIDE.read_text(encoding="utf-8"))]


def commands() -> Iterator[list[str]]:
    for block in blocks():
        if block.kind == "sh":
            yield from commands_in(block)


def commands_in(block: Block) -> Iterator[list[str]]:
    for line in block.text.replace("\\\n", " ").splitlines():
        yield shlex.split(line)


def shortened(words: list[str]) -> list[str]:
    """A command that plays few games in this process."""
    if words[1] not in SHORTENED:
        return words
    found = list(words)
    for option, value in (("--games", GAMES), ("--workers", "1")):
        if option in found:
            found[found.index(option) + 1] = value
        else:
            found += [option, value]
    return found


def run(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    if words[0] == ".venv/bin/python":
        runpy.run_path(str(TOP / words[1]), run_name="__main__")
        return
    assert words[0] == ".venv/bin/caffael"
    monkeypatch.setattr(sys, "argv", shortened(words))
    allowed = (0, 1) if words[1] in MAY_FALL_SHORT else (0,)
    assert run_command() in allowed, shlex.join(words)


def test_the_guide_can_be_followed_from_its_top_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs.get_ready()
    monkeypatch.chdir(tmp_path)
    for block in blocks():
        if block.kind == "sh":
            for words in commands_in(block):
                run(words, monkeypatch)
        elif block.kind == "python":
            exec(compile(block.text, f"a python block of {GUIDE.name}", "exec"), {})
        elif block.file is not None:
            path = tmp_path / block.file
            path.parent.mkdir(exist_ok=True)
            path.write_text(re.sub(r"^games = \d{3,}$", f"games = {FEWEST_OF_A_BAR}", block.text, flags=re.MULTILINE), encoding="utf-8")
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"worth.svg", "uses/sweep.svg", "results/seats.parquet", "cheap-framework.html"} <= left


def test_every_command_for_designers_is_in_the_guide() -> None:
    assert {words[1] for words in commands() if words[0] == ".venv/bin/caffael"} == set(LABORATORY)


def test_every_block_is_run_written_or_only_shown() -> None:
    for block in blocks():
        assert block.kind in {"sh", "python", "text", ""} or block.file is not None, block.text


def test_the_guide_explains_every_measure_outcome_bot_and_parameter() -> None:
    from caffael.bots.line_up import BOTS, PARAMETERS
    from caffael.scenario.bars import KEYS
    from caffael.simulation.questions.outcomes import OUTCOMES

    text = GUIDE.read_text(encoding="utf-8")
    for name in (*KEYS, *OUTCOMES, *BOTS, *PARAMETERS):
        assert re.search(rf"`{name}[`:]", text), name


@pytest.mark.parametrize("page", [GUIDE, NOTES], ids=lambda page: page.name)
def test_the_readme_leads_to_it_and_its_own_links_lead_somewhere(page: Path) -> None:
    assert f"docs/{page.name}" in (TOP / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).is_file(), target
