"""The debrief to keep: the story of played games as a page, on paper and as rows, without a figure of its own."""

import csv
import io
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from caffael.cli.app import guarded
from caffael.cli.debrief import debrief
from caffael.cli.exit_codes import NOT_UNDERSTOOD
from caffael.export import kept_as, read_game, written
from caffael.export.files import page
from caffael.export.pdf import pdf_of, texts
from caffael.export.spreadsheet import rows_of
from caffael.match import Match, Seat
from caffael.presentation.debrief.document import document_of
from caffael.scenario import load_pack
from caffael.words.formulas import safe
from caffael.words.language import CODES, Code, Language
from tests.axe import CHROMIUM, violations

WICKED = ("=HYPERLINK(1)", "<script>x</script>", "Oak & Ash", "@Derwen")
COUNCILS = ("cardiff", "newport", "torfaen", "bridgend")


def play(path: Path, *players: str, years: int = 3, most: int = 10_000) -> Path:
    """A game of bots under names that mean harm, recorded."""
    seats = [Seat(team, council, player) for team, council, player in zip(WICKED, COUNCILS, players, strict=False)]
    match = Match.start(load_pack("smarter-spending", years), seats, 7, path)
    while not match.finished and len(match.history) < most:
        match.play(match.bot_action())
    match.close()
    return path


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A game at four seats, one at one seat, and one that was left in its midst."""
    folder = tmp_path_factory.mktemp("games")
    return {
        "four": play(folder / "four.caffael", "balanced", "greenest", "local", "cheapest"),
        "one": play(folder / "one.caffael", "balanced"),
        "half": play(folder / "half.caffael", "balanced", "local", most=20),
    }


class Page(HTMLParser):
    """A page as a reader without eyes meets it."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["four", "one", "half"])
def test_a_page_is_whole_and_needs_nothing_else(saves: dict[str, Path], name: str, code: Code) -> None:
    content = page([read_game(saves[name], code)])
    read = Page(content)
    assert read.of("html") == [{"lang": code}]
    assert not read.of("script") and not read.of("link") and not read.of("img")
    assert "<script>x" not in content.decode() and (name == "one" or WICKED[1] in read.text)
    assert read.headings[0] == 1 and all(after <= before + 1 for before, after in zip(read.headings, read.headings[1:], strict=False))
    assert all(attrs.get("scope") in {"row", "col"} for attrs in read.of("th"))
    assert len(read.of("caption")) == len(read.of("table"))
    pictures = [attrs for attrs in read.of("svg") if attrs.get("role") == "img"]
    ids = {attrs["id"] for _, attrs in read.tags if "id" in attrs}
    assert pictures and all(set((attrs["aria-labelledby"] or "").split()) <= ids for attrs in pictures)
    assert len(ids) == sum("id" in attrs for _, attrs in read.tags)


def test_the_region_comes_first_and_nobody_wins_before_it(saves: dict[str, Path]) -> None:
    game = read_game(saves["four"], "en")
    told = Page(page([game])).text
    fate, ranking = told.rindex("How did the region come through?"), told.rindex("Who came where, and why?")
    assert fate < ranking < told.index(f"{game.debrief.teams[0].total} points")


def test_each_team_can_trace_each_point(saves: dict[str, Path]) -> None:
    game = read_game(saves["four"], "en")
    rows = list(csv.DictReader(io.StringIO(rows_of([game]).decode("utf-8-sig"))))
    for team in game.debrief.teams:
        name = safe(team.team)
        of = [row for row in rows if row["Team"] == name]
        parts = {row["What"]: int(row["Points"]) for row in of if row["Kind of row"] == "Part of the score"}
        goals = [int(row["Points"]) for row in of if row["Kind of row"] == "Goal"]
        assert sum(parts.values()) == team.total and sum(goals) == parts["Seven goals"]
        assert sum(row["Kind of row"] == "Contract" for row in of) == sum(story.seat == team.seat for story in game.debrief.contracts)


def test_a_game_that_is_over_says_the_number_of_its_deal_and_one_that_is_not_keeps_it_hidden(saves: dict[str, Path]) -> None:
    told = {name: document_of([read_game(saves[name], "en")]).facts for name in ("four", "half")}
    assert ("Number of the deal", "7") in told["four"]
    assert "Number of the deal" not in dict(told["half"])


def test_no_name_becomes_a_formula(saves: dict[str, Path]) -> None:
    content = rows_of([read_game(saves["four"], "cy"), read_game(saves["one"], "cy")])
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][3] == "Tîm" and len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert "'=HYPERLINK(1)" in cells and "'@Derwen" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r")) or re.match(r"-\D", cell)] == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_each_sign_of_a_formula_is_covered(sign: str) -> None:
    assert safe(f"{sign}1+1") == f"'{sign}1+1" and safe("1+1=2") == "1+1=2" and safe(-4) == -4


def test_a_class_sees_its_games_side_by_side(saves: dict[str, Path]) -> None:
    games = [read_game(saves[name], "en") for name in ("four", "half")]
    told = Page(page(games)).text
    assert "Game 1, Smarter Spending" in told and "Game 2, Smarter Spending" in told
    assert told.index("The games side by side") < told.index("Game 1, Smarter Spending")
    assert "Here is its story so far" in told and "The game is not over" in told


def test_the_command_writes_what_the_ending_says(saves: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = saves["half"].read_bytes()
    assert debrief([str(saves["half"])], str(tmp_path / "new" / "x.html"), "cy") == 0
    assert debrief([str(saves["half"])], str(tmp_path / "x.csv"), "en") == 0
    assert debrief([str(saves["half"])], str(tmp_path / "x.pdf"), "en") == 0
    assert "the story so far: half.caffael" in capsys.readouterr().out
    assert (tmp_path / "new" / "x.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")
    assert saves["half"].read_bytes() == before


def test_what_can_not_be_told_is_refused_in_a_sentence(saves: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.caffael"
    broken.write_bytes(saves["one"].read_bytes().replace(b'"do"', b'"du"', 1))
    text = tmp_path / "notes.txt"
    text.write_text("Dear diary")
    one, page_here = str(saves["one"]), str(tmp_path / "x.html")
    for files, out, lang, said in (
        ([str(tmp_path / "none.caffael")], page_here, "en", "no saved game"),
        ([str(broken)], page_here, "en", "broken.caffael"),
        ([str(text)], page_here, "en", "notes.txt"),
        ([one], str(tmp_path / "x.doc"), "en", "ends in .html"),
        ([one], page_here, "fr", "'fr' is not known"),
        ([one, *[one] * 40], page_here, "en", "40 at most"),
        ([one], str(text / "x.html"), "en", "can't be written"),
    ):
        assert guarded(lambda files=files, out=out, lang=lang: debrief(files, out, lang)) == NOT_UNDERSTOOD  # type: ignore[misc]
        sentence = capsys.readouterr().err
        assert said in sentence and sentence.count("\n") == 1, sentence
    assert not Path(page_here).exists()


def test_a_page_that_can_not_be_written_leaves_what_was_there(
    saves: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = read_game(saves["one"], "en")
    name, content = kept_as(game)
    assert name == "one-en.html" and content.startswith(b"<!DOCTYPE html>")
    kept = tmp_path / name
    kept.write_text("older")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        written([game], kept)
    assert [path.name for path in tmp_path.iterdir()] == ["one-en.html"] and kept.read_text() == "older"


@pytest.mark.parametrize("code", CODES)
def test_the_local_multiplier_names_its_source(saves: dict[str, Path], code: Code) -> None:
    told = Page(page([read_game(saves["one"], code)])).text
    facts = (Path(__file__).parents[1] / "docs" / "facts.md").read_text("utf-8")
    address = re.search(r"https://sustainablehackney\S+(?=\))", facts)
    assert address is not None and address[0] in told and "Northumberland" in told and "76" in told and "36" in told
    assert Language(code).text("Where did the money go?") in told


@pytest.mark.parametrize(("name", "code"), [("half", "en"), ("one", "cy")])
def test_the_paper_says_all_that_the_page_says(saves: dict[str, Path], name: str, code: Code) -> None:
    from pypdf import PdfReader

    game = read_game(saves[name], code)
    document = document_of([game])
    reader = PdfReader(io.BytesIO(pdf_of(document)))
    told = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in reader.pages))
    for words in texts(document.sections):
        assert re.sub(r"\s", "", words) in told, words
    assert str(reader.root_object["/Lang"]) == code and len(reader.outline) > len(game.viewer.teams)


def test_a_plain_installation_says_what_a_pdf_needs(
    saves: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    assert debrief([str(saves["one"])], str(tmp_path / "x.pdf"), "en") == NOT_UNDERSTOOD
    assert "[print]" in capsys.readouterr().err and not (tmp_path / "x.pdf").exists()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to look at the page with")
def test_axe_finds_nothing_wrong_with_a_page(saves: dict[str, Path], tmp_path: Path) -> None:
    assert violations(page([read_game(saves["one"], "cy")]), tmp_path) == []
