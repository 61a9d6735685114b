"""The map for those who work on Caffael: every folder is on it, every path on it is there, and what people look for is where it says."""

import ast
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
CONTRIBUTING = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
ANSWERS = [
    "the price score",
    "why a button is grey",
    "the sentence that says why a bid won",
    "the picture of a category",
    "a saved game's check sum",
    "the drawing of the flower",
    "the command `sweep`",
    "the PDF of the debrief",
    "the teacher's undo",
    "what money lies ahead",
    "a council's points so far",
    "what a mark of carbon pays or costs",
    "how the end of a game is told",
    "what a bid would bring",
    "what others' moves changed",
    "what a lab's level brings in a game",
    "where the parts of the table lie",
    "whose requests a board's server answers",
    "how much one device or address may ask for",
    "the stars and coins of a school's suppliers",
    "a hint",
    "what a tender begins with",
    "what a pupil's device shows",
    "the table that a device reckons by itself",
    "where the guide speaks",
    "what a command may replace",
    "where compiled rules are kept",
]


def table(head: str) -> dict[str, str]:
    """The rows of a table of CONTRIBUTING.md, first cell to second, without a gap between them."""
    _, found, after = CONTRIBUTING.partition(f"{head}\n| --- | --- |\n")
    assert found, head
    return dict(line.strip("| ").split(" | ") for line in after.partition("\n\n")[0].splitlines())


def in_code(text: str) -> list[str]:
    """What stands in signs of code in a text, blocks left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def test_every_folder_of_the_game_is_on_the_map() -> None:
    named = {path.rstrip("/") for path in in_code("\n".join(table("| where | what |")))}
    folders = {f"caffael/{path.parent.name}" for path in (TOP / "caffael").glob("*/__init__.py")}
    assert {path for path in named if path.startswith("caffael/")} == folders
    layers = {path.rstrip("/") for path in in_code(ARCHITECTURE) if path.startswith("caffael/")}
    assert folders == layers


@pytest.mark.parametrize("text", [CONTRIBUTING, ARCHITECTURE], ids=["CONTRIBUTING", "architecture"])
def test_every_path_that_is_named_is_there(text: str) -> None:
    paths = [path for path in in_code(text) if re.fullmatch(r"[\w.\-/*]+(/|/[\w.\-*]+|\.(py|md|toml))", path)]
    assert len(paths) > 20
    here = [TOP, TOP / "caffael", TOP / "docs", TOP / "tests"]
    made = ("build/",)
    lost = [
        path
        for path in paths
        if not path.startswith(made) and not any(list(place.glob(path.rstrip("/"))) or list(place.rglob(path)) for place in here)
    ]
    assert lost == []


def test_what_people_look_for_is_where_the_table_says() -> None:
    rows = table("| what | where |")
    assert list(rows) == ANSWERS
    for what, where in rows.items():
        paths = re.findall(r"`([\w/]+\.py)`(?:: `(\w+)`)?", where)
        assert paths, what
        for path, name in paths:
            source = (TOP / path).read_text(encoding="utf-8")
            assert not name or re.search(rf"^ *(def|class) {name}\b", source, re.MULTILINE), (what, path, name)


@pytest.mark.parametrize("place", sorted(path.parent for path in (TOP / "caffael").rglob("__init__.py")), ids=lambda path: path.name)
def test_what_says_where_things_are_in_a_folder_names_only_what_is_there(place: Path) -> None:
    said = ast.get_docstring(ast.parse((place / "__init__.py").read_text(encoding="utf-8"))) or ""
    named = re.findall(r"`([\w/]+\.py|\w+/)`", said) + re.findall(r"^ *(?:- `)?([\w/]+\.py|\w+/)", said, re.MULTILINE)
    assert [path for path in named if not (place / path).exists()] == []
