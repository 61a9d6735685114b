"""What the teacher's guide says can be done as it says, and it says the same in English and Welsh."""

import itertools
import re
import shlex
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from caffael.cli.app import run_command
from caffael.match import Match, Seat
from caffael.scenario import find_packs, load_pack
from caffael.words.language import Language

TOP = Path(__file__).parent.parent
TEACH = TOP / "docs" / "teach"
NAMES = ("guide", "lessons", "plans", "curriculum", "talk")
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ITALIC = re.compile(r"(?<![*\w])\*(?P<words>[^*\n]+)\*(?!\*)")
SPAN = re.compile(r"^\| (?P<begin>\d+) (?:to|i) (?P<end>\d+) \|")


def page(language: str, name: str) -> str:
    return (TEACH / language / f"{name}.md").read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """The rows of all tables, without the lines under their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def blocks(text: str, kind: str) -> list[str]:
    return [line for block in BLOCK.finditer(text) if block["kind"] == kind for line in block["text"].splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_headings_rows_links_and_commands(name: str) -> None:
    english, welsh = page("en", name), page("cy", name)
    assert re.findall(r"^#+", english, re.MULTILINE) == re.findall(r"^#+", welsh, re.MULTILINE)
    assert [len(row) for row in rows(english)] == [len(row) for row in rows(welsh)]
    assert [block.groups() for block in BLOCK.finditer(english)] == [block.groups() for block in BLOCK.finditer(welsh)]
    assert len(re.findall(r"\]\(", english)) == len(re.findall(r"\]\(", welsh))
    assert len(re.findall(r"^- |^\d\. ", english, re.MULTILINE)) == len(re.findall(r"^- |^\d\. ", welsh, re.MULTILINE))


def test_what_stands_on_the_board_is_called_as_the_board_calls_it() -> None:
    welsh_board = Language("cy")
    titles = {pack.title("en"): pack.title("cy") for pack in find_packs()}
    checked = 0
    for name in NAMES:
        pairs = zip(ITALIC.findall(page("en", name)), ITALIC.findall(page("cy", name)), strict=True)
        for english, welsh in pairs:
            said = titles.get(english) or welsh_board.text(english)
            if said != english:
                assert welsh == said
                checked += 1
    assert checked > 20


def test_the_words_are_the_same_pairs_in_both_and_those_of_the_board() -> None:
    pairs = [(row[0], row[1]) for row in rows(page("en", "talk"))[-27:]]
    assert pairs == [(row[1], row[0]) for row in rows(page("cy", "talk"))[-27:]]
    board = Language("cy")
    known = [(english, welsh) for english, welsh in pairs if board.text(english.capitalize()) != english.capitalize()]
    assert len(known) > 10
    for english, welsh in known:
        assert board.text(english.capitalize()).lower() == welsh


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_lesson_is_filled_minute_by_minute(language: str) -> None:
    lessons = re.split(r"^### ", page(language, "lessons"), flags=re.MULTILINE)[1:]
    assert len(lessons) == 16
    for lesson in lessons:
        length = 100 if re.match(r".*\b100\b", lesson) else 50
        spans = [(int(found["begin"]), int(found["end"])) for line in lesson.splitlines() if (found := SPAN.match(line))]
        assert spans[0][0] == 0
        assert spans[-1][1] == length
        assert all(before[1] == after[0] for before, after in itertools.pairwise(spans)), lesson
        assert all(begin < end for begin, end in spans)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_table_of_games_is_that_of_the_packs(language: str) -> None:
    told = {row[0].split("`")[1]: row for row in rows(page(language, "guide")) if row[0].startswith("`")}
    packs = {pack.id: pack for pack in find_packs()}
    assert set(told) == set(packs)
    for name, (title, ages, minutes, years, decisions, _) in told.items():
        pack = packs[name]
        assert title == f"`{name}` {pack.title('en' if language == 'en' else 'cy')}"
        assert (ages, int(minutes)) == (pack.ages, pack.minutes)
        assert int(years) in pack.years_offered
        comment = (TOP / "scenarios" / name / "scenario.toml").read_text(encoding="utf-8").partition("\n\n[")[0]
        if "decisions" in comment:
            assert re.search(rf"\b{decisions}\b", comment), name


@pytest.fixture
def classroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a saved game in it, and a board whose window closes as soon as it has opened."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr("caffael.board.board.Board.stay", lambda board: None)
    pack = load_pack("first-steps")
    match = Match.start(pack, [Seat("Wye", pack.ids.councils[0]), Seat("Taff", pack.ids.councils[1])], 7, tmp_path / "GAME.caffael")
    for _ in range(5):
        match.play(match.legal()[0])
    match.close()
    return tmp_path


def test_every_command_of_the_guide_does_what_it_says(classroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others play and print for real is not done again here: the game that plays by itself, and the pages of a printed pack."""
    printed = SimpleNamespace(pdf=b"%PDF-", misfits=[], entries=[SimpleNamespace(last=1, sheets=1)])
    commands = [shlex.split(line) for name in NAMES for line in blocks(page("en", name), "sh")]
    assert len(commands) >= 5
    for words in commands:
        if "--autoplay" in words:
            monkeypatch.setattr("caffael.board.options.open_board", lambda options: 0)
        if words[1] == "print":
            monkeypatch.setattr("caffael.printing.print_pack", lambda *asked, **told: printed)
        monkeypatch.setattr(sys, "argv", words)
        assert run_command() == 0, shlex.join(words)


def test_installing_is_told_as_in_the_readme() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    lines = [line for name in NAMES for line in blocks(page("en", name), "")]
    assert len(lines) == 4
    for line in lines:
        assert line in readme
