"""A category has the picture and the colour that its pack chose, wherever it shows; one that chose nothing looks neutral."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.board.pictures import pictures
from caffael.board.theme import OWN_GROUNDS, load_theme
from caffael.match import Match, Seat
from caffael.presentation.cards import need_face, supplier_face
from caffael.presentation.settings import LOOKS
from caffael.presentation.sheets.need import need_sheet
from caffael.presentation.viewer import look
from caffael.scenario import Pack, PackError, load_pack
from caffael.words.colours import contrast
from caffael.words.inks import colour_of
from caffael.words.language import Language
from caffael.words.looks import CATEGORY_COLOURS, CATEGORY_PICTURES, DRAWN_CATEGORIES, category_art, category_look, look_picture

HEAD = 'extends = "our-town"\nid = "books"\ntitle_en = "Books"\n[[category]]\nid = "library"\ntitle_en = "Library"\n'
NEED = (
    "id,title_en,category,subject,theme,estimate_gbp,term_years,carbon_kg,culture,main_goal,urgency,urgency_goal,public\n"
    "book-van,A van of books,library,catering,communities,90000,1,900,2,culture,1,culture,yes\n"
)
SUPPLIER = (
    "id,name,kind,categories,price_percent,quality,social,social_goal,carbon_percent,reputation,capacity,local_percent,welsh\n"
    "van-firm,Van firm,micro,library care,95,3,2,culture,80,4,2,80,yes\n"
)


def written(folder: Path, category: str = "") -> Path:
    """A pack with a category of its own, and a need of it."""
    place = folder / "books"
    place.mkdir()
    (place / "scenario.toml").write_text(HEAD + category, encoding="utf-8")
    (place / "needs.csv").write_text(NEED, encoding="utf-8")
    (place / "suppliers.csv").write_text(SUPPLIER, encoding="utf-8")
    return place


def library(pack: Pack) -> str:
    return pack.category(pack.ids.categories.index("library")).look


@pytest.mark.parametrize(
    ("category", "found"),
    [
        ("", "box~grey"),
        ('picture = "computer"\n', "computer~grey"),
        ('picture = "communities"\n', "communities"),
        ('colour = "pink"\n', "box~pink"),
        ('picture = "tools"\ncolour = "#1F6F8B"\n', "tools~#1f6f8b"),
    ],
)
def test_a_category_looks_as_its_pack_says(tmp_path: Path, category: str, found: str) -> None:
    assert library(load_pack(written(tmp_path, category))) == found


def test_it_looks_so_on_its_needs_and_its_suppliers(tmp_path: Path) -> None:
    pack = load_pack(written(tmp_path, 'picture = "computer"\ncolour = "purple"\n'))
    match = Match.start(pack, [Seat("Oak", pack.ids.councils[0], "balanced")], 7)
    viewer = look(match, Language("en"), 0)
    assert need_face(viewer, pack.ids.needs.index("book-van")).category == "computer~purple"
    assert "computer~purple" in supplier_face(viewer, pack.ids.suppliers.index("van-firm")).categories
    sheet = need_sheet(viewer, 0, pack.ids.needs.index("book-van"))
    assert (sheet.picture, sheet.ink, sheet.art) == ("computer~purple", "category.computer~purple", "art-category")


@pytest.mark.parametrize(
    ("line", "key", "said"),
    [
        ('picture = "compter"', "category.picture", '"compter" is not a known picture; did you mean "computer"?'),
        ('picture = "zzz"', "category.picture", '"zzz" is not a known picture; write one that stands in'),
        ('colour = "purpel"', "category.colour", '"purpel" is not a known colour; did you mean "purple"?'),
        ('colour = "#12"', "category.colour", '"#12" is not a colour; write # and six figures or letters from a to f'),
    ],
)
def test_a_typo_is_a_fault_with_the_nearest_name(tmp_path: Path, line: str, key: str, said: str) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(written(tmp_path, line + "\n"))
    (fault,) = caught.value.faults
    assert (fault.column, fault.row) == (key, 7)
    assert fault.message.startswith(said)


@given(name=st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True).filter(lambda name: name not in DRAWN_CATEGORIES))
def test_an_unknown_category_never_has_the_picture_of_another(name: str) -> None:
    assert category_look(name) == "box~grey"
    assert category_art(category_look(name)) == "art-category"


def test_every_picture_that_can_be_chosen_is_there_and_has_a_vignette() -> None:
    looks = [category_look("mine", picture) for picture in CATEGORY_PICTURES]
    assert [look for look in looks if not (pictures().has(look) and pictures().has(category_art(look)))] == []
    page = Path("docs/packs.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \| (?:a |an |two )", page, re.MULTILINE)) >= set(CATEGORY_PICTURES)
    assert look_picture("food") == "food"


@pytest.mark.parametrize("name", LOOKS)
@given(red=st.integers(0, 255), green=st.integers(0, 255), blue=st.integers(0, 255))
def test_any_colour_of_a_pack_can_be_read_in_every_look(name: str, red: int, green: int, blue: int) -> None:
    theme, ink = load_theme(name), f"category.box~#{red:02x}{green:02x}{blue:02x}"
    swatch = theme.swatch(ink)
    for ground in (swatch.pale, *(theme.colour(ground) for ground in OWN_GROUNDS)):
        assert contrast(swatch.colour, ground) >= 4.5
    assert contrast(colour_of(ink), colour_of(f"{ink}.pale")) >= 4.5


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("colour", CATEGORY_COLOURS)
def test_the_named_colours_are_inks_of_every_look_and_of_the_paper(name: str, colour: str) -> None:
    theme = load_theme(name)
    swatch = theme.swatch(f"category.box~{colour}")
    assert swatch == theme.swatch(CATEGORY_COLOURS[colour])
    assert all(contrast(swatch.colour, ground) >= 4.5 for ground in (theme.colour("paper"), swatch.pale))
    assert colour_of(f"category.box~{colour}.pale") == colour_of(f"{CATEGORY_COLOURS[colour]}.pale")
