"""A pack has its own noun for what a team runs, and its own names for teams: no page, sheet, print or file says council then."""

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from caffael_tools import walk
from caffael_tools.plain import as_text

from caffael.authoring.starting import start_pack
from caffael.authoring.toml_writing import scenario_text
from caffael.presentation.setup.seating import TEAM_NAMES, plan_of
from caffael.resources import folder
from caffael.scenario import PackError, load_pack
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import open_pack
from caffael.words import handbook
from caffael.words.language import CODES, OWN, Code, Language, Nouns
from tests.hospital import hospitals

COUNCIL = re.compile(r"council|(?:[cg]h?|ngh)yngh?or", re.IGNORECASE)
SLOT = re.compile(r"\{\w+\}")
KIND = re.compile(r"  \[[\w ]+\]$")
CITED = ("~ Where the numbers of this card come from", "~ O ble y daw rhifau'r cerdyn hwn")
"""What a page is called in the code, and where a card's numbers were published."""
HOSPITAL = Nouns("hospital", "a hospital", "hospitals", "ysbyty")
ACADEMY = Nouns("academy", "an academy", "academies", "academi")
OF_THOSE_WHO_WRITE_PACKS = ("caffael/authoring/", "caffael/scenario/", "caffael/cli/", "caffael/simulation/")
"""Sentences for teachers and designers about files, whose decks are called councils."""


@pytest.mark.parametrize("code", CODES)
def test_a_whole_game_of_hospitals_never_says_council(tmp_path: Path, code: Code) -> None:
    place = hospitals(tmp_path, "smarter-spending")
    lines = [line for page in walk.walk(str(place), code, years=3) for line in as_text(page).splitlines()]
    told = [KIND.sub("", line) for line in lines if not line.startswith(("## ", *CITED))]
    assert [line for line in told if COUNCIL.search(line)] == []
    assert any(("hospitals" if code == "en" else "pob ysbyty") in line for line in told)
    assert [line for line in told if SLOT.search(line)] == []


@pytest.mark.parametrize("code", CODES)
def test_the_handbook_says_it_with_the_noun(code: Code) -> None:
    for entry in handbook.everything(Language(code, HOSPITAL)):
        said = "\n".join((entry.title, entry.line, entry.game, entry.world, *entry.levels))
        assert not COUNCIL.search(said) and not SLOT.search(said), entry.key


def test_what_the_handbook_says_otherwise_are_parts_of_its_entries() -> None:
    for name, entries in handbook.group(OWN).items():
        for entry, parts in entries.items():
            assert handbook.has(name, entry)
            assert isinstance(parts, dict) and set(parts) <= set(handbook.group(name)[entry]), (name, entry)


def test_every_sentence_of_the_game_that_says_council_is_said_in_the_own_edition() -> None:
    with (folder("assets") / "locale/cy/LC_MESSAGES/caffael.po").open("rb") as file:
        usual = read_po(file, "cy")
    for message in usual:
        places = [place for place, _ in message.locations]
        if not message.id or all(place.startswith(OF_THOSE_WHO_WRITE_PACKS) for place in places):
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        for code in CODES:
            said = SLOT.sub("", Language(code, HOSPITAL).text(key))
            assert not COUNCIL.search(said), (code, key)


@pytest.mark.parametrize(
    ("code", "nouns", "said"),
    [
        ("en", HOSPITAL, "You run a hospital"),
        ("en", ACADEMY, "You run an academy"),
        ("cy", HOSPITAL, "Chi sy'n rhedeg ysbyty"),
        ("en", "own", "You run a team"),
    ],
)
def test_a_noun_stands_with_its_own_article(code: Code, nouns: Nouns | str, said: str) -> None:
    assert Language(code, nouns).text("You run a council") == said


def test_nobody_loses_as_a_council_in_a_game_of_hospitals() -> None:
    assert Language("en", HOSPITAL).text("So all councils lose together.") == "So all hospitals lose together."
    assert Language("cy", HOSPITAL).text("So all councils lose together.") == "Felly mae pob ysbyty yn colli gyda'i gilydd."
    assert Language("cy", HOSPITAL).text("Council") == "Ysbyty"


def test_what_a_player_types_is_never_taken_for_the_noun() -> None:
    said = Language("en", HOSPITAL).text("{council} is asked by {other}.", council="{noun}", other="{nouns}")
    assert said == "{noun} is asked by {nouns}."


def test_teams_have_the_names_of_their_pack(tmp_path: Path) -> None:
    pack = load_pack(hospitals(tmp_path))
    english, welsh = (plan_of(pack, code, ["you"] * 4) for code in CODES)
    assert [place.team("en") for place in english.places] == ["Snowdon", "River Conwy", "Anglesey", "Cadair Idris"]
    assert [place.team("cy") for place in welsh.places] == ["Yr Wyddfa", "Afon Conwy", "Môn", "Cadair Idris"]
    english.add()
    assert english.places[4].team("en") == TEAM_NAMES[0][0]


def test_all_forms_of_the_noun_are_needed(tmp_path: Path) -> None:
    place = hospitals(tmp_path)
    whole = (place / "scenario.toml").read_text(encoding="utf-8")
    (place / "scenario.toml").write_text(whole.replace('noun_cy = "ysbyty"\n', ""), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(place)
    assert [fault.column for fault in caught.value.faults] == ["nouns.noun_cy"]


def test_a_new_pack_shows_how_it_is_written_and_what_it_shows_is_right(tmp_path: Path) -> None:
    place = tmp_path / "mine"
    start_pack(place)
    file = place / "scenario.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    first = lines.index("# [nouns]")
    shown = [line.removeprefix("# ") for line in lines[first : first + 5]]
    team = lines.index("# [[team]]")
    shown += [line.removeprefix("# ") for line in lines[team : team + 3]]
    file.write_text("\n".join([*lines, *shown]) + "\n", encoding="utf-8")
    pack = load_pack(place)
    assert (pack.wording, pack.team_names) == (HOSPITAL, (("Snowdon", "Yr Wyddfa"),))


def test_a_pack_that_is_written_out_whole_keeps_noun_names_ground_and_looks(tmp_path: Path) -> None:
    place = hospitals(tmp_path, more='[[category]]\nid = "care"\npicture = "flask"\ncolour = "#1f6f8b"\n')
    _, scenario = read_checked(open_pack(place))
    written = tomllib.loads(scenario_text(scenario))
    assert written["ground"] == "north"
    assert Nouns(**written["nouns"]) == HOSPITAL
    assert [team["name_en"] for team in written["team"]] == ["Snowdon", "River Conwy", "Anglesey", "Cadair Idris"]
    (care,) = [row for row in written["category"] if row["id"] == "care"]
    assert (care["picture"], care["colour"]) == ("flask", "#1f6f8b")
