"""What the README shows is true."""

import doctest
from pathlib import Path

TOP = Path(__file__).parent.parent


def test_the_game_in_ten_lines_plays_as_shown() -> None:
    results = doctest.testfile(str(TOP / "README.md"), module_relative=False)
    assert results.attempted >= 7
    assert results.failed == 0


def test_every_file_the_readme_names_is_there() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    for name in ("docs/rulebook.md", "docs/architecture.md", "CONTRIBUTING.md", "docs/pictures/table.png", "docs/pictures/tender.png"):
        assert name in text
        assert (TOP / name).is_file()
