"""`caffael new`: what it makes is sound, whole or not there, and says in its spreadsheets what every column means."""

import csv
import os
import re
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from caffael.authoring import starting
from caffael.authoring.column_guide import WELSH, welsh_meaning
from caffael.authoring.columns import columns
from caffael.authoring.starting import start_pack
from caffael.cli.calling import program
from caffael.cli.packs import check, new
from caffael.scenario import PackError, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.models import DECKS, DeckRow, NeedRow, SupplierRow, deck_of
from tests.scenario.workbench import SHIPPED, Extending

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def everything(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def refused(folder: Path, source: str = "") -> str:
    with pytest.raises(PackError) as caught:
        start_pack(folder, source)
    (fault,) = caught.value.faults
    return str(fault)


# ----------------------------------------------------------------------------------------------------------------------- the packs


@pytest.mark.parametrize(
    ("kind", "as_csv"),
    [
        pytest.param({}, True, id="small-csv"),
        pytest.param({"source": SHIPPED}, True, id="whole-csv"),
        pytest.param({"extend": True}, True, id="extending-csv"),
        pytest.param({}, False, id="small-xlsx"),
        pytest.param({"source": SHIPPED}, False, id="whole-xlsx"),
        pytest.param({"extend": True}, False, id="extending-xlsx"),
    ],
)
def test_check_says_sound_of_what_new_made(
    kind: dict[str, object], as_csv: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "my-game")
    assert new(folder, str(kind.get("source", "")), bool(kind.get("extend")), as_csv) == 0
    assert capsys.readouterr().out.endswith(f"Now edit, then: {program()} check {folder}\n")
    assert check([folder], play=False) == 0
    assert capsys.readouterr().out == f"{folder}: sound\n"


def test_the_small_game_is_small_and_has_everything(tmp_path: Path) -> None:
    pack = load_pack(start_pack(tmp_path / "my-game", as_csv=True))
    cards = pack.cards
    assert (pack.id, pack.title("en"), pack.years_offered) == ("my-game", "My Game", (3,))
    assert (cards.need_count, cards.supplier_count, cards.event_count, cards.council_count) == (16, 12, 6, 10)
    assert all(sum(need.goals[goal] for need in cards.needs[:16]) for goal in range(7))
    assert [pack.climate(mark).title("en") != "" for mark in range(4)] == [True] * 4
    shipped = load_pack(SHIPPED)
    assert {pack.need(i).title("cy") for i in range(16)} <= {shipped.need(i).title("cy") for i in range(shipped.cards.need_count)}


def test_the_whole_of_a_pack_has_its_cards_and_bars(tmp_path: Path) -> None:
    folder = start_pack(tmp_path / "copy", SHIPPED, as_csv=True)
    assert load_pack(folder).cards == load_pack(SHIPPED).cards
    assert load_bars(folder) == load_bars(SHIPPED)
    assert "extends" not in tomllib.loads((folder / "scenario.toml").read_text(encoding="utf-8"))


def test_what_a_pack_extends_is_laid_in(tmp_path: Path) -> None:
    mine = Extending(tmp_path / "mine")
    mine.toml(
        '[rules]\nload_percent = 9\n[leave_out]\nneeds = ["school-milk"]\n[routes.lots]\nlabs = { data = 2 }\n'
        '[[weights.card]]\nid = "a"\ntitle_en = "A"\nprice = 50\nquality = 50\n[[weights.card]]\nid = "b"\ntitle_en = "B"\nprice = 100\n'
    )
    mine.deck("suppliers.csv", "id,price_percent", "minibws-mali,120")
    folder = start_pack(tmp_path / "flat", str(mine.folder), as_csv=True)
    assert load_pack(folder).cards == mine.load().cards
    assert [card.id for card in load_pack(folder).texts.weight_cards] == ["a", "b"]


def test_a_pack_that_extends_a_folder_names_it_as_seen_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = start_pack(tmp_path / "base", as_csv=True)
    monkeypatch.chdir(tmp_path)
    folder = start_pack(Path("mine"), "base", extend=True, as_csv=True)
    assert load_pack(folder).cards == load_pack(base).cards
    header = (folder / "needs.csv").read_text(encoding="utf-8-sig")
    assert header == ",".join(column.name for column in columns(NeedRow)) + "\n"
    head = (folder / "scenario.toml").read_text(encoding="utf-8")
    assert head.startswith("# Mine\n#\n# This file holds the name of the pack and whatever differs in its rules.")


@pytest.mark.parametrize(("folder", "name"), [("My Game!", "my-game"), ("ŵy", "y"), ("???", "my-game"), ("a" * 50, "a" * 40)])
def test_the_id_is_made_of_the_name_of_the_folder(folder: str, name: str) -> None:
    assert starting.id_for(Path(folder)) == name


def test_every_key_of_scenario_toml_stands_there_with_what_it_means(tmp_path: Path) -> None:
    text = (start_pack(tmp_path / "my-game", as_csv=True) / "scenario.toml").read_text(encoding="utf-8")
    assert text.startswith("# My Game\n#\n# This file holds the name of the pack and every number of its rules.")
    assert "officer_days_a_year = 6                     # Officer days that each council has in a year.\n" in text
    rules = text[text.index("[rules]") : text.index("[weights]")]
    lines = rules.splitlines()
    for number, line in enumerate(lines):
        if re.match(r"\w+ = ", line):
            assert "# " in line or lines[number - 1].startswith("# "), line
    assert len(tomllib.loads(text)["rules"]) > 50
    assert max(map(len, text.splitlines())) <= 140 + len("# ")


# ------------------------------------------------------------------------------------------------------------------ whole or not at all


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    assert new(str(tmp_path / "mine")) == 2
    assert capsys.readouterr().err == f'There is something at "{tmp_path}/mine" already; choose a new folder or an empty one.\n'
    assert everything(tmp_path) == ["mine", "mine/notes.txt"]


def test_an_empty_folder_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    start_pack(tmp_path / "mine", as_csv=True)
    assert everything(tmp_path)[:2] == ["mine", "mine/councils.csv"]


def test_a_scenario_that_is_not_there_or_not_sound_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(tmp_path / "mine", "smarter-spendin").startswith('There is no pack "smarter-spendin"; did you mean')
    broken = Extending(tmp_path / "broken")
    broken.toml("[rules]\nload_percent = 900\n")
    assert new(str(tmp_path / "mine"), str(broken.folder)) == 2
    assert capsys.readouterr().err.startswith("scenario.toml, line 6, rules.load_percent: ")
    assert not (tmp_path / "mine").exists()


def test_nothing_is_left_when_writing_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def break_off(path: Path, data: bytes) -> int:
        if path.name == "events.xlsx":
            raise OSError(28, os.strerror(28))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", break_off)
    assert "cannot be written (the disk is full); choose another one" in refused(tmp_path / "mine")
    assert everything(tmp_path) == []


@pytest.mark.parametrize("name", ["a\0b", "file/mine"])
def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "cannot be written" in refused(tmp_path / name)
    assert everything(tmp_path) == ["file"]


# ------------------------------------------------------------------------------------------------------------------- the spreadsheets


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small game as workbooks and as CSV files."""
    place = tmp_path_factory.mktemp("new")
    return start_pack(place / "my-game", as_csv=False), start_pack(place / "as-csv", as_csv=True)


def xml(folder: Path, deck: str, part: str) -> ElementTree.Element:
    with zipfile.ZipFile(folder / f"{deck}.xlsx") as book:
        return ElementTree.fromstring(book.read(part))


@pytest.mark.parametrize("model", DECKS, ids=deck_of)
def test_a_workbook_holds_the_cells_of_the_csv_with_numbers_as_numbers(model: type[DeckRow], books: tuple[Path, Path]) -> None:
    book = CalamineWorkbook.from_path(books[0] / f"{deck_of(model)}.xlsx")
    with (books[1] / model.file).open(encoding="utf-8-sig", newline="") as lines:
        table = list(csv.reader(lines))
    found = book.get_sheet_by_index(0).to_python()
    as_text = [[str(int(cell)) if isinstance(cell, float) else str(cell) for cell in row] for row in found]
    assert as_text == table
    assert isinstance(found[1][table[0].index("source")], str)
    if model is NeedRow:
        assert found[1][table[0].index("estimate_gbp")] == float(table[1][table[0].index("estimate_gbp")])


@pytest.mark.parametrize("model", DECKS, ids=deck_of)
def test_the_first_sheet_is_named_like_the_deck_and_two_guides_explain_every_column(model: type[DeckRow], books: tuple[Path, Path]) -> None:
    book = CalamineWorkbook.from_path(books[0] / f"{deck_of(model)}.xlsx")
    assert book.sheet_names == [deck_of(model), "Guide", "Canllaw", "Lists"]
    for sheet in ("Guide", "Canllaw"):
        table = [[str(cell) for cell in row[:4]] for row in book.get_sheet_by_name(sheet).to_python()]
        explained = {row[0].removesuffix(" *"): row for row in table if len(row) > 3 and row[3]}
        for column in columns(model):
            _, what, write, empty = explained[column.name]
            assert all((what, write, empty)), column.name
            assert (explained[column.name][0] != column.name) == column.needed
            assert (what == column.meaning) == (sheet == "Guide")


def test_the_welsh_guide_knows_every_column_and_no_other() -> None:
    for model in DECKS:
        names = {column.name for column in columns(model)}
        assert all(welsh_meaning(deck_of(model), name) for name in names)
        assert set(WELSH["columns"][deck_of(model)]) <= names
    assert set(WELSH["shared"]) <= {column.name for model in DECKS for column in columns(model)}


def test_the_header_is_bold_frozen_and_has_a_note_for_each_column(books: tuple[Path, Path]) -> None:
    sheet = xml(books[0], "needs", "xl/worksheets/sheet1.xml")
    pane = sheet.find(f".//{SHEET}pane")
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    fonts = xml(books[0], "needs", "xl/styles.xml")
    style = sheet.find(f".//{SHEET}row[@r='1']/{SHEET}c")
    assert style is not None
    formats = fonts.findall(f"{SHEET}cellXfs/{SHEET}xf")
    font = fonts.findall(f"{SHEET}fonts/{SHEET}font")[int(formats[int(style.get("s", "0"))].get("fontId", "0"))]
    assert font.find(f"{SHEET}b") is not None
    notes = ["".join(note.itertext()) for note in xml(books[0], "needs", "xl/comments1.xml").iter(f"{SHEET}comment")]
    assert len(notes) == len(columns(NeedRow))
    estimate = next(note for note in notes if note.startswith("What it is expected to cost"))
    assert "in pounds" in estimate
    assert "from 1000 to 50000000" in estimate


def rules(folder: Path, deck: str) -> dict[str, dict[str, str]]:
    """The rules of cells, by the letter of their column."""
    found = {}
    for rule in xml(folder, deck, "xl/worksheets/sheet1.xml").iter(f"{SHEET}dataValidation"):
        one, two = rule.find(f"{SHEET}formula1"), rule.find(f"{SHEET}formula2")
        texts = {"one": one.text or "" if one is not None else "", "two": two.text or "" if two is not None else ""}
        found[rule.get("sqref", "").split(":")[0].rstrip("0123456789")] = {**rule.attrib, **texts}
    return found


def letter(model: type[DeckRow], name: str) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name([column.name for column in columns(model)].index(name)))


@pytest.mark.parametrize(
    ("model", "name", "words"),
    [
        (NeedRow, "category", ["food", "transport", "energy", "green", "care", "communities"]),
        (NeedRow, "public", ["yes", "no"]),
        (NeedRow, "main_goal", ["prosperous", "resilient", "healthier", "equal", "cohesive", "culture", "global"]),
        (NeedRow, "theme", ["decarbonisation", "communities"]),
        (SupplierRow, "carbon_percent", ["40", "60", "80", "100", "120"]),
        (SupplierRow, "kind", ["micro", "sme", "social-enterprise", "regional", "national", "multinational"]),
    ],
)
def test_a_cell_offers_its_words_as_a_list(model: type[DeckRow], name: str, words: list[str], books: tuple[Path, Path]) -> None:
    rule = rules(books[0], deck_of(model))[letter(model, name)]
    assert (rule["type"], rule["sqref"].endswith(f"{model.most + 1}")) == ("list", True)
    column = re.fullmatch(r"Lists!\$([A-Z])\$1:\$[A-Z]\$(\d+)", rule["one"])
    assert column is not None
    table = CalamineWorkbook.from_path(books[0] / f"{deck_of(model)}.xlsx").get_sheet_by_name("Lists").to_python()
    cells = [row[ord(column[1]) - ord("A")] for row in table[: int(column[2])]]
    assert [str(int(cell)) if isinstance(cell, float) else cell for cell in cells] == words


def test_a_cell_with_all_subjects_offers_them(books: tuple[Path, Path]) -> None:
    assert rules(books[0], "needs")[letter(NeedRow, "subject")]["one"].endswith(f"${len(load_pack(SHIPPED).ids.subjects)}")


def test_whole_numbers_and_texts_have_the_bounds_of_the_models(books: tuple[Path, Path]) -> None:
    found = rules(books[0], "needs")
    term, title = found[letter(NeedRow, "term_years")], found[letter(NeedRow, "title_en")]
    assert (term["type"], term["one"], term["two"]) == ("whole", "1", "4")
    assert term["error"] == "Write a whole number from 1 to 4."
    assert (title["type"], title["operator"], title["one"]) == ("textLength", "lessThanOrEqual", "80")
    assert letter(SupplierRow, "categories") not in rules(books[0], "suppliers")


def test_texts_that_look_like_formulas_or_links_stay_texts(tmp_path: Path) -> None:
    from caffael.authoring.workbook import workbook

    texts = ["=1+1", "https://example.org", "{=A1}", "+44 1633", "007"]
    data = workbook(NeedRow, [{"id": f"n{i}", "title_en": text} for i, text in enumerate(texts)], {})
    (tmp_path / "needs.xlsx").write_bytes(data)
    found = CalamineWorkbook.from_path(tmp_path / "needs.xlsx").get_sheet_by_index(0).to_python()
    assert [row[1] for row in found[1:]] == texts
    with zipfile.ZipFile(tmp_path / "needs.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
