"""Letters: what no typeface has is told, left out, and never a box; what another typeface has is taken from it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from caffael_tools.typefaces import typefaces_file
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st

from caffael.board.scale import Box
from caffael.board.text import Letters
from caffael.board.widgets import TextLine, Tree
from caffael.presentation.rows import Field
from caffael.printing.letters import Letters as PaperLetters
from caffael.resources import folder
from caffael.scenario import load_pack
from caffael.words.typefaces import OURS, lacking, parted, readable, runs_of, text_of_runs, typefaces

FAMILY = "👩\u200d👩\u200d👧"


def test_the_data_says_which_letters_our_typefaces_have() -> None:
    assert (folder("assets") / "typefaces.toml").read_text(encoding="utf-8") == typefaces_file()


@given(st.sets(st.integers(0, 0x10FFFF)))
def test_runs_of_letters_are_read_as_they_were_written(letters: set[int]) -> None:
    runs = runs_of(text_of_runs(letters))
    assert {letter for first, end in zip(runs[::2], runs[1::2], strict=True) for letter in range(first, end)} == letters


@pytest.mark.parametrize(
    ("text", "lost", "shown"),
    [
        ("Bikes 🚲 for all", "🚲", "Bikes for all"),
        ("Обід для школи", "", "Обід для школи"),
        ("Ysgol Tŷ-gwyn: £5, 40 % – “ie”", "", "Ysgol Tŷ-gwyn: £5, 40 % – “ie”"),
        ("w\u0302yn", "", "w\u0302yn"),
        ("学校午餐", "学校午餐", "school bikes"),
        (f"{FAMILY} Ni", "👩👧", "Ni"),
        ("★ !", "★", "school bikes"),
    ],
)
def test_a_text_is_readable_without_the_letters_that_nothing_has(text: str, lost: str, shown: str) -> None:
    assert (lacking(text), readable(text, "school-bikes")) == (lost, shown)


@given(st.text())
def test_what_is_shown_lacks_nothing(text: str) -> None:
    shown = readable(text, "id-1")
    assert lacking(shown) == ""
    assert "".join(piece for _, piece in parted(shown)) == shown


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """First Steps with a bicycle and a Chinese title in its needs."""
    made = tmp_path / "bikes"
    shutil.copytree(folder("scenarios") / "first-steps", made)
    needs = made / "needs.csv"
    lines = needs.read_text(encoding="utf-8-sig").splitlines()
    for place, title in ((1, "Bikes 👩🏽\u200d⚕\ufe0f 🚲 for all"), (2, "学校午餐")):
        cells = lines[place].split(",")
        cells[1:3] = [title, title]
        lines[place] = ",".join(cells)
    needs.write_text("\n".join(lines), encoding="utf-8")
    return made


def test_a_pack_is_warned_of_signs_that_nobody_can_read_and_names_its_cards_without_them(pack: Path) -> None:
    found = load_pack(str(pack))
    told = [str(fault) for fault in found.warnings if "typeface" in fault.message]
    assert [fault.split(":")[0] for fault in told] == [f"needs.csv, row {row}, title_{code}" for row in (2, 3) for code in ("en", "cy")]
    assert "🚲" in told[0] and "Bikes for all" in told[0]
    first, second = found.texts.needs[:2]
    assert first.title("en") == first.title("cy") == "Bikes for all"
    assert second.title("cy") == second.id.replace("-", " ")


def test_the_scenarios_that_ship_lack_no_letter() -> None:
    for place in sorted(folder("scenarios").iterdir()):
        for file in place.iterdir():
            assert lacking(file.read_text(encoding="utf-8-sig")) == "", file


@pytest.fixture
def board() -> Iterator[Letters]:
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    yield Letters()
    pygame.display.quit()


def test_the_board_takes_letters_from_another_typeface_and_draws_no_box(board: Letters) -> None:
    box = board.render("Tîm", 30, (0, 0, 0))
    assert board.width("Tîm🚲", 30) == board.width("Tîm", 30)
    assert board.render("Tîm🚲", 30, (0, 0, 0)).get_size() == box.get_size()
    noto = next(face for face in typefaces() if face.name == "noto-sans")
    assert board.width("Обід", 30) == board.font(30, face=noto).size("Обід")[0]
    mixed = board.render("Ni Обід", 30, (0, 0, 0))
    assert mixed.get_width() == board.width("Ni Обід", 30)
    assert board.width("🚲", 30) == 0
    assert board.render("🚲", 30, (0, 0, 0)).get_height() > 0


def test_the_paper_takes_letters_from_another_typeface() -> None:
    pdf = FPDF()
    pdf.add_page()
    letters = PaperLetters(pdf)
    assert letters.width("Bikes 🚲", 10) == letters.width("Bikes ", 10)
    assert letters.width("Обід", 10) > letters.width("О", 10)
    letters.write("Обід 🚲", 10, 10, 12)
    assert set(pdf.fonts) == {"lexend", "lexendB", "noto-sans"}
    assert list(OURS) == ["lexend", "noto-sans"]
    for font in pdf.fonts.values():
        font.ttfont.close()  # type: ignore[union-attr]


def test_a_sign_that_cannot_be_shown_is_not_typed_and_a_sentence_says_so() -> None:
    tree, told = Tree(), list[str]()
    line = tree.root.add(TextLine(Box(0, 0, 400, 66), Field("team", "Team", "Ni", "", 24, "No such sign."), told.append))
    tree.focus(line)
    line.type(f"{FAMILY} Nant")
    assert line.words == "NiNant"
    assert tree.toast is not None and tree.toast.words == "No such sign."
    line.anchor = 0
    line.type("🚲")
    assert line.words == "NiNant"
