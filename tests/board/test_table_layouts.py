"""The table in all shapes of the window: what lies where, and what keeps its size when letters grow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caffael.board.drawings.hexnames import largest_name, name_on
from caffael.board.look import Look
from caffael.board.scale import Scale
from caffael.board.screens.table.layout import Layout, has_column, is_upright, lay_out, note_room
from caffael.board.screens.table.screen import TableScreen
from caffael.board.session import Session
from caffael.board.widgets import Button, ScrollArea, Widget
from caffael.match import Match, Seat
from caffael.presentation.settings import Settings
from caffael.presentation.table.verbs import verbs
from caffael.scenario import load_pack
from caffael.words.language import Code
from tests.board.frame_kit import board
from tests.layouts.looking import look_at
from tests.layouts.measuring import measure

WIDE, TEN, TABLET, UPRIGHT, PHONE = (1280, 720), (1280, 800), (1024, 768), (768, 1024), (720, 1280)
SHAPES = (WIDE, TEN, TABLET, UPRIGHT, PHONE)
Laid = Callable[..., TableScreen]


@pytest.fixture
def laid(tmp_path: Path) -> Iterator[Laid]:
    """Lays a table in the middle of a game: pack, size, letters, language, teams, year."""
    sessions: list[Session] = []

    def make(
        size: tuple[int, int], letters: float = 1.0, code: Code = "en", *, pack: str = "smarter-spending", teams: int = 4, year: int = 1
    ) -> TableScreen:
        session = board(tmp_path / str(len(sessions)), size, code, letters)
        sessions.append(session)
        loaded = load_pack(pack)
        match = Match.start(loaded, [Seat(f"Afon {n}", loaded.ids.councils[n], "balanced") for n in range(teams)], 11)
        while match.state.year < year:
            match.play(match.bot_action())
        for seat in range(teams):
            match.set_player(seat, "you")
        session.match = match
        session.speak(loaded.wording)
        table = TableScreen(session)
        session.app.push(table)
        session.app.frame()
        table.close_all()
        return table

    yield make
    for session in sessions:
        if session.match is not None:
            session.match.close()


def sized(size: tuple[int, int], letters: float = 1.0) -> Look:
    return Look(scale=Scale(*size, letters))


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("letters", [1.0, 1.25, 1.75])
def test_the_parts_of_a_layout_lie_beside_each_other_on_the_board(size: tuple[int, int], letters: float) -> None:
    look = sized(size, letters)
    layout = lay_out(look, 0.0 if has_column(look) else 270.0, 170.0, 160.0, 140.0)
    boxes = [box for box in (layout.left, layout.right, layout.panel, layout.market) if box is not None]
    if not layout.upright or layout.panel is None:
        boxes.append(layout.middle)
    for place, box in enumerate(boxes):
        assert look.board.contains(box)
        assert not any(box.colliderect(other) for other in boxes[place + 1 :])
    assert look.board.contains(note_room(look, layout))
    assert not note_room(look, layout).colliderect(layout.market), "the market shows what the team alone knows, too"


def test_an_upright_board_goes_from_above_to_below_and_a_wide_one_in_columns() -> None:
    assert [is_upright(sized(size)) for size in SHAPES] == [False, False, False, True, True]
    assert [has_column(sized(size, 1.75)) for size in SHAPES] == [True, True, True, False, False]
    assert not any(has_column(sized(size)) for size in SHAPES), "with usual letters the market lies at the foot"


def layouts(table: TableScreen) -> Layout:
    assert table.layout is not None
    return table.layout


def test_with_large_letters_others_become_a_strip_and_the_market_a_column(laid: Laid) -> None:
    usual, large = layouts(laid(WIDE)), layouts(laid(WIDE, 1.75))
    assert usual.right is not None and not usual.strip and not usual.down
    assert large.right is None and large.strip and large.down


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize(("letters", "code", "teams", "pack"), [(1.0, "cy", 6, "smarter-spending"), (1.75, "cy", 4, "our-town")])
def test_everything_has_room_in_every_shape(size: tuple[int, int], letters: float, code: Code, teams: int, pack: str, laid: Laid) -> None:
    assert look_at(laid(size, letters, code, teams=teams, pack=pack, year=3).session.app) == []


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("letters", [1.0, 1.25, 1.5, 1.75])
def test_the_tray_stays_on_the_screen(size: tuple[int, int], letters: float, laid: Laid) -> None:
    table = laid(size, letters, "cy", year=3)
    needs = [one for one in table.tree.root.everything() if one.name.startswith("need ")]
    assert needs
    area = table.column
    assert area is not None and area.furthest == 0, "nothing of it has to be scrolled to"
    assert all(area.box.inflate(2, 2).contains(need.box) for need in needs)


def words_in(table: TableScreen, name: str) -> dict[str, int]:
    """How large the words of all widgets of a kind are drawn, in pixels."""
    return {
        said.words: said.size for said in measure(table.session.app).said if said.widget is not None and said.widget.name.startswith(name)
    }


def names_on(table: TableScreen) -> dict[str, int]:
    """How large the names on the map are drawn, in pixels."""
    land = table.map
    assert land is not None
    largest = largest_name(table.look, land.tiles, land.side)
    return {tile.name: name_on(table.look, tile, land.box_of(tile.key), land.side, largest).size for tile in land.tiles}


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("code", ["en", "cy"])
def test_names_on_the_map_stay_readable_with_large_letters_though_the_map_has_less_room(
    size: tuple[int, int], code: Code, laid: Laid
) -> None:
    usual, large = names_on(laid(size, 1.0, code)), names_on(laid(size, 1.75, code))
    assert len(usual) == 10
    assert {name: (large[name], usual[name]) for name in usual if large[name] < 0.8 * usual[name]} == {}
    assert min(usual.values()) >= 9 and min(large.values()) >= 9


@pytest.mark.parametrize("size", SHAPES)
def test_the_market_grows_with_the_letters(size: tuple[int, int], laid: Laid) -> None:
    usual, large = words_in(laid(size), "supplier "), words_in(laid(size, 1.75), "supplier ")
    shared = usual.keys() & large.keys()
    names = [words for words in shared if words[0].isupper()]
    assert len(names) > 1
    assert all(large[name] >= 1.2 * usual[name] for name in names)


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("letters", [1.0, 1.75])
def test_verbs_have_whole_words(size: tuple[int, int], code: Code, letters: float, laid: Laid) -> None:
    table = laid(size, letters, code)
    shown = [verb.words for verb in verbs(table.viewer)]
    assert len(shown) == 6
    for name in (verb.id for verb in verbs(table.viewer)):
        button = table.tree.find(name)
        assert isinstance(button, Button)
        look, inner = table.look.dense(1.3), button.box.width - (10 if getattr(button, "above", False) else 62)
        assert all(look.words_width(word, button.size, bold=True) <= inner + 1 for word in button.label.split())


def test_what_has_no_room_of_its_own_is_opened_by_a_button(laid: Laid) -> None:
    table = laid(TABLET, 1.75, year=2)
    assert not any(isinstance(one, ScrollArea) and one.name == "log lines" for one in table.tree.root.everything())
    log = table.tree.find("log")
    assert isinstance(log, Button)
    log.press()
    assert table.tree.dialogs


@pytest.mark.parametrize("size", SHAPES)
def test_a_game_that_is_watched_has_its_bar_in_every_shape(size: tuple[int, int], laid: Laid) -> None:
    table = laid(size, year=2)
    table.session.look_back()
    table.session.app.frame()
    top = table.session.app.screen
    assert isinstance(top, TableScreen)
    assert look_at(table.session.app) == []
    assert top.tree.find("watched place")


def within(table: TableScreen, widget: Widget) -> bool:
    return table.look.board.contains(widget.box)


@pytest.mark.parametrize("size", SHAPES)
def test_the_youngest_count_stars_and_read_few_numbers(size: tuple[int, int], laid: Laid) -> None:
    table = laid(size, pack="first-steps")
    words = words_in(table, "supplier ")
    assert words and not any("%" in one or "/" in one for one in words)
    assert words_in(table, "The seven") == {} and not [one for one in words_in(table, "Our seven") if one.isdigit()]
    assert Settings().hints and within(table, table.tree.find("do tender"))
