"""What was compiled from older rules is never run: a change of a rule shows at once, and what was compiled before stays for who has it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caffael.resources import PACKAGE

PROGRAM = """
from caffael.simulation.play import compiled
from caffael.simulation.play.kept import kept
from caffael.rules import delivery


def ask(price, term):
    return delivery.payment_in(price, term, 1)


ask = kept(ask, compiled.SHELF)
print(ask(5, 2), sum(ask.stats.cache_hits.values()), compiled.SHELF.folders[0])
"""


class Copy:
    """A copy of the package whose rules may be changed, with a cache of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        ignored = shutil.ignore_patterns("__pycache__", "board", "_data", "locale")
        shutil.copytree(PACKAGE, place / "caffael", ignore=ignored)
        (place / "program.py").write_text(PROGRAM, encoding="utf-8")

    def ask(self) -> tuple[int, int, Path]:
        """What the compiled rule answers, whether it came from the cache (1) or was compiled (0), and where the cache is."""
        own = str(self.place / "user")
        places = dict.fromkeys(("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"), own)
        environment = {**os.environ, **places, "PYTHONPATH": str(self.place)}
        words = [sys.executable, str(self.place / "program.py")]
        result = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, cwd=self.place)
        assert result.returncode == 0, result.stderr[-2000:]
        answer, hits, folder = result.stdout.split(maxsplit=2)
        return int(answer), int(hits), Path(folder.strip())

    def change(self, file: str, old: str, new: str) -> None:
        """Change a source."""
        path = self.place / "caffael" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file} has changed; mend this test"
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_changed_rule_is_compiled_anew_and_an_unchanged_one_is_loaded(copy: Copy) -> None:
    answer, hits, first = copy.ask()
    assert (answer, hits) == (2, 0)
    assert copy.ask() == (2, 1, first)
    copy.change("rules/delivery.py", "    payment = price // term\n", "    payment = price // term + 40\n")
    answer, hits, second = copy.ask()
    assert (answer, hits) == (42, 0)
    assert second != first
    assert second.parent == first.parent
    assert {folder.name for folder in second.parent.iterdir()} == {first.name, second.name}
    copy.change("rules/delivery.py", "price // term + 40", "price // term")
    assert copy.ask() == (2, 1, first)


@pytest.mark.parametrize(
    "file",
    ["rules/terms.py", "rules/cards.py", "rules/records.py", "bots/worth.py", "simulation/play/counting.py", "simulation/play/counts.py"],
)
def test_the_cache_of_a_change_in_any_compiled_source_is_another(file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from caffael.simulation.play import compiled

    for part in ("rules", "bots", "simulation"):
        shutil.copytree(PACKAGE / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path)
    before = compiled.sources_hash()
    with (tmp_path / file).open("a", encoding="utf-8") as source:
        source.write("\n")
    assert compiled.sources_hash() != before
