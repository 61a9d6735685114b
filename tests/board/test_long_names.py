"""Long names of what teams run are shown whole with six teams, on the map, in the panel and beside it, in both languages."""

import csv
from pathlib import Path

import pytest

from caffael.board.text import Letters
from caffael.match import Match, Seat
from caffael.scenario import Pack, load_pack
from caffael.words.language import Code
from tests.board.frame_kit import board
from tests.hospital import hospitals

NAMES = [
    ("Aneurin Bevan University Health Board", "Bwrdd Iechyd Prifysgol Aneurin Bevan"),
    ("Betsi Cadwaladr University Health Board", "Bwrdd Iechyd Prifysgol Betsi Cadwaladr"),
    ("Cwm Taf Morgannwg University Health Board", "Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg"),
    ("Velindre University NHS Trust", "Ymddiriedolaeth GIG Prifysgol Felindre"),
    ("Hywel Dda University Health Board", "Bwrdd Iechyd Prifysgol Hywel Dda"),
    ("Swansea Bay University Health Board", "Bwrdd Iechyd Prifysgol Bae Abertawe"),
    ("Powys Teaching Health Board", "Bwrdd Iechyd Addysgu Powys"),
    ("Cardiff and Vale University Health Board", "Bwrdd Iechyd Prifysgol Caerdydd a'r Fro"),
    ("Public Health Wales NHS Trust", "Ymddiriedolaeth GIG Iechyd Cyhoeddus Cymru"),
    ("Welsh Ambulance Services University NHS Trust", "Ymddiriedolaeth GIG Prifysgol Gwasanaethau Ambiwlans Cymru"),
]


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Ten health boards and trusts, under their whole names."""
    place = hospitals(tmp_path_factory.mktemp("long"))
    with (place / "councils.csv").open(encoding="utf-8", newline="") as opened:
        head, *rows = csv.reader(opened)
    with (place / "councils.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([head, *([row[0], *names, *row[3:]] for row, names in zip(rows, NAMES, strict=True))])
    return load_pack(place)


@pytest.mark.parametrize("letters", [1.0, 1.75])
@pytest.mark.parametrize("code", ["en", "cy"])
def test_no_long_name_is_cut_with_six_teams(
    tmp_path: Path, boards: Pack, code: Code, letters: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    render = Letters.render

    def rendered(self, words, *rest):  # type: ignore[no-untyped-def]
        drawn.append(words)
        return render(self, words, *rest)

    monkeypatch.setattr(Letters, "render", rendered)
    session = board(tmp_path, code=code, text_scale=letters)
    players = ["you", *["balanced"] * 5]
    session.begin(Match.start(boards, [Seat(f"Afon {n}", boards.ids.councils[n], who) for n, who in enumerate(players)], 7))
    session.app.frame()
    session.show_table()
    session.app.frame()
    assert session.match is not None
    session.match.close()
    assert any("Bevan" in line for line in drawn)
    assert [line for line in drawn if line.endswith("…")] == []
