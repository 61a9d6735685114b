"""A pack laid over another never shows the Welsh of a text whose English it replaced, whichever text it is; check names row and column."""

import csv
import io
from pathlib import Path

import pytest

from caffael.authoring.own.own_game import begin
from caffael.resources import folder
from caffael.scenario import Words, find_packs, load_pack
from caffael.scenario.draft import read_draft
from caffael.scenario.layers.both_languages import welsh_name
from caffael.scenario.models import DECKS, DeckRow, columns_of, deck_of
from caffael.scenario.read.places import open_pack
from caffael.words.language import Language
from caffael.words.sentence import said
from tests.scenario.workbench import SHIPPED, Extending, Workbench


def first_card(model: type[DeckRow]) -> dict[str, str]:
    """The first card of a shipped deck."""
    text = (folder("scenarios") / SHIPPED / model.file).read_text(encoding="utf-8-sig")
    return next(csv.DictReader(io.StringIO(text)))


PAIRS = [(model, name) for model in DECKS for name in columns_of(model) if name.endswith("_en") and first_card(model).get(name)]
"""The texts that a shipped deck has; who bought a need is written in decks of real tenders alone."""


def cell(pack: Extending, model: type[DeckRow], column: str) -> str:
    """A cell of the first card as it is read."""
    sheets = {sheet.file.rpartition("/")[2]: sheet for sheet in read_draft(open_pack(pack.folder), {}).sheets()}
    return sheets[model.file].rows[0].cells[column]


def warned(pack: Extending) -> list[tuple[str, int | None, str | None]]:
    return [(fault.file, fault.row, fault.column) for fault in load_pack(pack.folder).warnings]


@pytest.mark.parametrize(("model", "english"), PAIRS, ids=[f"{deck_of(model)}-{name}" for model, name in PAIRS])
def test_a_card_whose_english_changes_loses_the_welsh_of_the_old_one(mine: Extending, model: type[DeckRow], english: str) -> None:
    card, welsh = first_card(model), welsh_name(english)
    assert card[welsh]
    mine.deck(model.file, f"id,{english}", f"{card['id']},Something else")
    assert (cell(mine, model, english), cell(mine, model, welsh)) == ("Something else", "")
    assert warned(mine) == [(model.file, 2, welsh)]


@pytest.mark.parametrize(("model", "english"), PAIRS, ids=[f"{deck_of(model)}-{name}" for model, name in PAIRS])
def test_a_card_whose_welsh_alone_changes_keeps_its_english_and_is_told(mine: Extending, model: type[DeckRow], english: str) -> None:
    card, welsh = first_card(model), welsh_name(english)
    mine.deck(model.file, f"id,{welsh}", f"{card['id']},Rhywbeth arall")
    assert (cell(mine, model, english), cell(mine, model, welsh)) == (card[english], "Rhywbeth arall")
    assert warned(mine) == [(model.file, 2, english)]


def test_english_written_again_as_it_is_keeps_the_welsh_and_says_that_new_welsh_is_meant(mine: Extending) -> None:
    card = first_card(DECKS[0])
    mine.deck("needs.csv", "id,title_en,title_cy", f"{card['id']},{card['title_en']},")
    assert cell(mine, DECKS[0], "title_cy") == card["title_cy"]
    assert warned(mine) == []
    mine.deck("needs.csv", "id,title_en,title_cy", f"{card['id']},{card['title_en']},Rhywbeth arall")
    assert warned(mine) == []


def test_a_hyphen_says_that_no_welsh_is_meant_and_a_story_that_is_emptied_goes_in_both_languages(mine: Extending) -> None:
    card = first_card(DECKS[0])
    mine.deck("needs.csv", "id,title_en,title_cy,story_en", f"{card['id']},Something else,-,-")
    assert [cell(mine, DECKS[0], column) for column in ("title_cy", "story_en", "story_cy")] == ["", "", ""]
    assert [fault.message for fault in load_pack(mine.folder).warnings] == [
        "1 Welsh text is missing in this file, the first one here; English is shown in its place."
    ]


def test_welsh_that_a_pack_in_between_lost_is_told_there_until_a_pack_above_writes_it(mine: Extending, tmp_path: Path) -> None:
    card = first_card(DECKS[0])
    mine.deck("needs.csv", "id,title_en", f"{card['id']},Something else")
    top = Extending(tmp_path / "top", "mine")
    assert warned(top) == [("mine/needs.csv", 2, "title_cy")]
    top.deck("needs.csv", "id,title_en", f"{card['id']},Another thing")
    assert warned(top) == [("needs.csv", 2, "title_cy")]
    top.deck("needs.csv", "id,title_cy", f"{card['id']},Rhywbeth arall")
    assert (cell(top, DECKS[0], "title_cy"), warned(top)) == ("Rhywbeth arall", [])


TABLES = [
    ("line_en", 'line_en = "Something else"\n', ""),
    ("framework.name_en", "", '[framework]\nname_en = "Something else"\n'),
    ("framework.line_en", "", '[framework]\nline_en = "Something else"\n'),
    ("category.title_en", "", '[[category]]\nid = "care"\ntitle_en = "Something else"\n'),
    ("subject.title_en", "", '[[subject]]\nid = "bakery"\ntitle_en = "Something else"\n'),
]


@pytest.mark.parametrize(("key", "head", "text"), TABLES, ids=[key for key, _, _ in TABLES])
def test_a_text_of_scenario_toml_whose_english_changes_loses_its_welsh(mine: Extending, key: str, head: str, text: str) -> None:
    mine.toml(text, head)
    written = (mine.folder / "scenario.toml").read_text(encoding="utf-8").split("\n")
    line = next(number for number, row in enumerate(written, 1) if "Something else" in row)
    assert warned(mine) == [("scenario.toml", line, welsh_name(key))]
    texts = load_pack(mine.folder).texts
    welsh = [load_pack(mine.folder).line("cy"), texts.framework.title("cy"), texts.framework.line("cy")]
    welsh += [category.title("cy") for category in texts.categories] + [subject.title("cy") for subject in texts.subjects]
    assert welsh.count("Something else") == 1


def test_a_campaign_whose_english_title_changes_loses_its_welsh(tmp_path: Path) -> None:
    mine = Extending(tmp_path / "mine", "cohort-two")
    line = mine.toml('[campaign]\ntitle_en = "Something else"\n')
    campaign = load_pack(mine.folder).campaign
    assert campaign is not None
    assert (campaign.title("cy"), warned(mine)) == ("Something else", [("scenario.toml", line + 1, "campaign.title_cy")])


def test_a_framework_of_a_name_of_its_own_has_no_standard_welsh_name(bench: Workbench) -> None:
    text = (bench.folder / "scenario.toml").read_text(encoding="utf-8")
    name = next(row for row in text.split("\n") if row.startswith("name_cy"))
    bench.toml(name, "")
    bench.toml('name_en = "', 'name_en = "New ')
    title = bench.load().texts.framework.title
    assert title("cy") == title("en") != "Fframwaith cenedlaethol"


def test_a_pack_without_a_welsh_title_does_not_stand_on_the_shelf_under_that_of_another(mine: Extending) -> None:
    (mine.folder / "scenario.toml").write_text(f'extends = "{SHIPPED}"\nid = "mine"\ntitle_en = "Mine"\n', encoding="utf-8")
    info = next(info for info in find_packs([mine.folder.parent]) if info.id == "mine")
    assert (info.title("en"), info.title("cy")) == ("Mine", "Mine")
    assert warned(mine) == [("scenario.toml", 3, "title_cy")]


def test_an_own_game_has_the_titles_that_were_typed_or_proposed_and_no_other(mine: Extending, tmp_path: Path) -> None:
    card = first_card(DECKS[0])
    mine.deck("needs.csv", "id,title_en", f"{card['id']},Something else")
    game = begin(mine.folder, True, Words("My game", ""))
    game.set("years", 4)
    pack = load_pack(game.save(tmp_path))
    assert (pack.title("en"), pack.title("cy")) == ("My game", "My game")
    assert pack.need(0).title("cy") == "Something else"


def test_the_warning_is_told_in_welsh_too(mine: Extending) -> None:
    card = first_card(DECKS[0])
    mine.deck("needs.csv", "id,title_en,story_cy", f"{card['id']},Something else,Rhywbeth arall")
    messages = [fault.message for fault in load_pack(mine.folder).warnings]
    assert len(messages) == 2
    assert all(said(message, Language("cy")) != message for message in messages)
