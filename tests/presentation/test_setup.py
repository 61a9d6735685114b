"""What stands round a game says: the shelf, the chooser, what is wrong with a pack, the editor, the teams, saved games."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from caffael_tools.plain import as_text

from caffael.authoring.own.editable import CARBON, MONEY, TIMER, YEARS_KEY
from caffael.authoring.own.entries import Entry
from caffael.authoring.own.own_game import OwnGame, begin
from caffael.presentation.blocks import Button, Page
from caffael.presentation.menu import cover_page, menu_page, title_page
from caffael.presentation.setup.chooser import Found, chooser_page
from caffael.presentation.setup.editor import editor_page, leave_question, proposed
from caffael.presentation.setup.faults import faults_page
from caffael.presentation.setup.incoming import KINDS as INCOMING
from caffael.presentation.setup.incoming import kind_of, no_game, taken_in
from caffael.presentation.setup.keeping import PLACES, Lying, given_page, kept_page, unsaved_page
from caffael.presentation.setup.outcomes import OUTCOMES, outcome
from caffael.presentation.setup.saves import game_words, name_sheet, next_words, saves_page
from caffael.presentation.setup.seating import PEOPLE, TEAM_NAMES, Plan, plan_of
from caffael.presentation.setup.seats import BOT_NAMES, bot_line, bot_name, seats_page
from caffael.presentation.setup.shelf import delete_question, scenarios_page
from caffael.saves import Branched, Save, Seat
from caffael.scenario import Fault, Words, load_pack
from caffael.scenario.faults import listed, near, shown, unknown_word
from caffael.scenario.finding import find_packs
from caffael.scenario.wording import CampaignText
from caffael.words.language import CODES, Language
from caffael.words.sentence import Sentence
from tests.presentation.golden import Shown, hold, marks

STANDARD = "smarter-spending"
NO_NUMBER = Sentence("{value} is not {expected}.", value=shown("lots"), expected=Sentence("a whole number"))
NOT_KNOWN = Sentence("{name} is not known here{end}", name=shown("rutes"), end=near("rutes", ["routes"]) or ".")
NOT_OFFERED = Sentence("This pack is not offered for {years} years; choose {offered}.", years=4, offered=listed(["3", "5"]))
FAULTS = (
    Fault("needs.csv", 12, "estimate_gbp", "lots", NO_NUMBER),
    Fault("needs.csv", 14, "category", "x" * 70, unknown_word("x" * 70, ["food", "energy"], "category")),
    Fault("scenario.toml", 7, None, None, NOT_KNOWN),
    Fault("", None, None, None, NOT_OFFERED),
)
CAMPAIGN = CampaignText("valleys", Words("The valleys", "Y cymoedd"), 2, 3, "third")
"""The second of three games."""


def each(name: str, make: Callable[[Language], Shown | list[Shown]]) -> None:
    """Hold what is said in each language against its golden text, with pictures, colours and presses beside the English."""
    for code in CODES:
        made = make(Language(code))
        shown = made if isinstance(made, list) else [made]
        hold(name, code, "\n".join(as_text(one) + "".join(marks(one) if code == "en" else ()) for one in shown))


def button(page: Page, name: str) -> Button:
    """A button at the foot of a page."""
    return next(one for one in page.buttons if one.id == name)


# ------------------------------------------------------------------------------------------------------------- title, menu and cover


def test_the_ways_between_pages() -> None:
    each("title", lambda language: [title_page(language), cover_page(language)])
    each(
        "menu",
        lambda language: [
            menu_page(language, undo=True, redo=True, minutes=0),
            menu_page(language, undo=False, redo=False, minutes=3, game=game_words(language, CAMPAIGN)),
            menu_page(language, undo=False, redo=False, minutes=0, trouble="The disk is full."),
        ],
    )


# -------------------------------------------------------------------------------------------------------------------------- the shelf


def entries() -> list[Entry]:
    """The packs that ship, one of one's own, one from elsewhere, and one with faults."""
    found = [Entry(info, info.place, pack=load_pack(info.place), looked=True) for info in find_packs()]
    first, second, third = found[:3]
    assert first.pack is not None and second.pack is not None
    doubtful = replace(first.pack, advise=lambda: list(FAULTS[:2]))
    for_four = replace(second.pack, teams_least=4, teams_most=4)
    return [
        *found,
        Entry(replace(first.info, years_offered=(3, 5, 7)), Path("mine"), own=True, pack=doubtful, looked=True),
        Entry(replace(second.info, campaign=CAMPAIGN), Path("found"), opened=True, pack=for_four, looked=True),
        Entry(third.info, Path("broken"), own=True, faults=FAULTS, looked=True),
    ]


def test_the_shelf_says_what_there_is_to_know_of_each_game() -> None:
    shelf = entries()

    def pages(language: Language) -> list[Shown]:
        chosen = [scenarios_page(language, shelf, place, shelf[place].info.years) for place in range(len(shelf))]
        return [*chosen[-3:], *(replace(page, blocks=page.blocks[1:]) for page in chosen[:-3]), delete_question(language, "First steps")]

    each("shelf", pages)


def test_a_game_that_cannot_be_played_says_why_and_none_at_all_too() -> None:
    language, shelf = Language("en"), entries()
    assert button(scenarios_page(language, shelf, len(shelf) - 1, 5), "teams").why.startswith("This game has faults.")
    assert button(scenarios_page(language, [], -1, 0), "teams").why == "There is no scenario that can be played."
    assert "( Bring back what was deleted )" in as_text(scenarios_page(language, shelf, 0, 5, deleted=True))


def test_the_list_of_faults() -> None:
    never = Sentence("{why}, so this never happens; change the condition.", why=Sentence("A lab has level {most} at most", most=3))
    warnings = (Fault("events.csv", 3, "effect_1", "lab data at least 9", never),)
    each(
        "faults",
        lambda language: [faults_page(language, "valleys", FAULTS), faults_page(language, "valleys", FAULTS[:1], warnings)],
    )
    each("warnings", lambda language: faults_page(language, "valleys", (), warnings))


def test_a_pack_that_was_opened_as_a_copy_is_opened_again_when_it_was_mended() -> None:
    page = faults_page(Language("en"), "valleys", FAULTS, copied=True)
    assert page.line.endswith("then open the pack again here.")
    assert [button.id for button in page.buttons] == ["copy", "open"]


def test_the_chooser() -> None:
    places = [
        Found("/home/x", "x", "home"),
        Found("/home/x/Downloads", "Downloads", "downloads"),
        Found("/media/stick", "stick"),
        Found("E:", ""),
    ]
    inside = [Found("/a/one", "one", "pack"), Found("/a/two.zip", "two.zip", "zip"), Found("/a/dir", "dir")]
    each(
        "chooser",
        lambda language: [
            chooser_page(language, "/a", "/", places, inside, "/a"),
            chooser_page(language, "/a", "/", places, inside, "/a", more=1),
            chooser_page(language, "/a", "/", places, inside, "/a", more=2),
            chooser_page(language, "/", "", places, [], "/b"),
            chooser_page(language, "/c", "/", places, [], "/c", trouble="Permission denied"),
        ],
    )


# ------------------------------------------------------------------------------------------------------------------------- the editor


@pytest.fixture(scope="module")
def game() -> OwnGame:
    """A game of one's own that was changed to something that does not fit."""
    pack = next(info for info in find_packs() if info.id == STANDARD)
    game = begin(pack.place, False, proposed(pack.title))
    for key, value in ((CARBON, 70), (MONEY, 120), (TIMER, 1), (YEARS_KEY, 2), ("rules.bid_cards", False)):
        game.set(key, value)
    return game


def test_the_editor(game: OwnGame) -> None:
    fresh = begin(next(info.place for info in find_packs() if info.id == STANDARD), False, Words("Ours", "Ein gêm"))
    each("editor", lambda language: [editor_page(language, fresh), leave_question(language)])
    each("editor-changed", lambda language: editor_page(language, game))
    assert proposed(Words("Ours", "Ein gêm")).cy != proposed(Words("Ours", "Ein gêm")).en


def test_what_does_not_fit_is_said_beside_what_caused_it() -> None:
    game = begin(next(info.place for info in find_packs() if info.id == STANDARD), False, Words("Ours", "Ein gêm"))
    for key in game.settings():
        if key.startswith("routes."):
            game.set(key, False)
    assert game.faults
    each("editor-faulty", lambda language: editor_page(language, game))


# -------------------------------------------------------------------------------------------------------------------------- the teams


def plan(*players: str, scenario: str = STANDARD) -> Plan:
    """Who sits where."""
    return plan_of(load_pack(scenario), "en", players or None)


def test_the_teams() -> None:
    def pages(language: Language) -> list[Shown]:
        mixed = plan(PEOPLE, "planner", "freerider")
        mixed.code = language.code
        second = plan(PEOPLE)
        second.pack = replace(second.pack, campaign=CAMPAIGN)
        return [seats_page(language, mixed, 0, None), seats_page(language, mixed, 1, "42"), seats_page(language, second, 0, "")]

    each("seats", pages)
    each("seats-school", lambda language: seats_page(Language(language.code, "school"), plan(scenario="our-town"), 0, None))


def test_two_teams_of_one_name_cannot_begin() -> None:
    same = plan(PEOPLE, PEOPLE)
    assert not button(seats_page(Language("en"), same, 0, None), "begin").why
    same.places[0].typed = same.places[1].team("en").upper()
    assert button(seats_page(Language("en"), same, 0, None), "begin").why == "Two teams have the same name."


def test_no_two_teams_share_a_council_or_a_name() -> None:
    full = plan()
    while len(full.places) < full.most:
        full.add()
    before = [place.council for place in full.places]
    full.give_council(0, before[3])
    assert [full.places[0].council, full.places[3].council] == [before[3], before[0]]
    full.next_name(2)
    assert len({place.council for place in full.places}) == full.most
    assert not full.same_names() and len({english for english, _ in TEAM_NAMES}) == len(TEAM_NAMES)


@pytest.mark.parametrize("code", CODES)
def test_every_bot_has_a_name_and_a_line(code: str) -> None:
    language = Language("cy" if code == "cy" else "en")
    assert len({bot_name(language, bot) for bot in BOT_NAMES}) == len({bot_line(language, bot) for bot in BOT_NAMES}) == len(BOT_NAMES)
    assert bot_name(language, "balanced:carbon=2") == "Balanced:carbon=2"


# ------------------------------------------------------------------------------------------------------------------------ saved games


def saved(**more: object) -> Save:
    """A saved game of two teams, in its third year."""
    seats = (Seat("Derwen", "cardiff", "you"), Seat("Bedwen", "torfaen", "balanced"), Seat("Celyn", "newport", "local"))
    told = Save(Path("a.caffael"), datetime(2026, 3, 9, 8, 5), STANDARD, seats, 3, 10, 60, False, None, None, Words("Spending", "Gwario"))
    return replace(told, **{"can_be_told": True, **more})  # type: ignore[arg-type]


EARLIER = Sentence("This game was played under rules {found}, not {known}: it can be watched but not played on.", found=2, known=3)
UNKNOWN = Sentence(
    "This game was played under rules {found} and these are rules {known}, so it can be looked at but not continued.", found=1, known=3
)


def test_saved_games() -> None:
    why = Sentence("{file} can't be read as a game.", file="d.caffael")
    saves = [
        saved(),
        saved(path=Path("b.caffael"), finished=True, campaign=CAMPAIGN),
        saved(path=Path("c.caffael"), title=None, scenario="gone", branched=Branched("a.caffael", 12), seats=saved().seats[:2]),
        saved(path=Path("d.caffael"), title=None, scenario="", years=0, seats=(), why_not=why, can_be_told=False),
        saved(path=Path("e.caffael"), finished=True, campaign=replace(CAMPAIGN, next=""), after="b.caffael"),
        saved(path=Path("f.caffael"), finished=True, campaign=CAMPAIGN, why_not=EARLIER),
        saved(path=Path("g.caffael"), finished=True, why_not=UNKNOWN, can_be_told=False),
    ]
    each("saves", lambda language: saves_page(language, saves, {}, "Spending"))
    each(
        "saves-named", lambda language: [saves_page(language, [saved(name="Dosbarth 5")], {}, named=""), name_sheet(language, "Smart", "")]
    )
    each("saves-none", lambda language: saves_page(language, [], {}))
    assert [one.style for one in saves_page(Language("en"), saves, {}).every() if isinstance(one, Button) and one.id == "next.1"] == [
        "plain"
    ]


def test_a_saved_game_is_called_by_the_title_of_its_scenario() -> None:
    page = saves_page(Language("cy"), [saved(title=None)], {STANDARD: Words("Smart", "Call")})
    assert "## Call" in as_text(page)


def test_the_way_on_to_the_next_game_of_a_campaign() -> None:
    language = Language("en")
    assert game_words(language, CAMPAIGN) == "Game 2 of 3"
    assert next_words(language, CAMPAIGN, Words("Third", "Trydydd")) == "Go on with game 3: Third"
    assert next_words(language, CAMPAIGN, None) == "Go on with game 3: third"


def test_what_was_done_or_failed() -> None:
    values = {
        "title": "Ours",
        "path": "/a",
        "file": "/a/b.html",
        "folder": "/a",
        "why": "full",
        "name": "x",
        "fault": "y.",
        "reason": "full",
    }
    for code in CODES:
        hold("outcomes", code, "".join(f"{name}: {outcome(Language(code), name, **values)}\n" for name in OUTCOMES))


def test_where_a_debrief_lies_and_a_game_that_is_not_saved() -> None:
    def pages(language: Language) -> list[Shown]:
        mend = "python -m pip install fpdf2"
        kept = partial(kept_page, language, mend=mend)
        html, pdf, csv = (f"/Documents/game.{form}" for form in ("html", "pdf", "csv"))
        unsaved = partial(unsaved_page, language, "The disk is full.", "/games")
        return [
            kept(Lying([html], shows=True, noted="Done."), paper=True),
            kept(Lying([html, csv, pdf], shows=True), paper=True),
            kept(Lying([html], shows=True), paper=False),
            kept(Lying(["game.html"], downloads=True), paper=True),
            kept_page(language, Lying([html]), paper=False, mend=""),
            kept_page(language, Lying([], trouble="It can't be written.", shows=True), paper=True, mend=""),
            given_page(language, Lying(["/Documents/Files/game.caffael"], shows=True, noted="Done."), False),
            given_page(language, Lying(["caffael.zip"], downloads=True), True),
            given_page(language, Lying([], trouble="It can't be written.", shows=True), False),
            unsaved([(name, f"/{name}") for name in PLACES], leaves=True),
            unsaved([], leaves=False),
            unsaved([], leaves=False, file=True),
            unsaved([], leaves=True, saved="/Documents/game.caffael"),
        ]

    each("keeping", pages)


def test_what_was_dragged_onto_the_window_is_called_what_it_is() -> None:
    for code in CODES:
        told = [no_game(Language(code), "x", kind) for kind in INCOMING]
        told += [taken_in(Language(code), games, packs) for games, packs in ((0, 0), (1, 0), (2, 1), (12, 3))]
        hold("incoming", code, "".join(f"{line}\n" for line in told))
    known = {
        ("letter.PDF", b"%PDF-1.7"): "pdf",
        ("letter", b"%PDF-1.7"): "pdf",
        ("plan.docx", b"PK\x03\x04"): "text",
        ("bag.zip", b"PK\x03\x04"): "zip",
        ("photo", b"\xff\xd8\xff\xe0"): "picture",
        ("needs.csv", b"id,title"): "sheet",
        ("notes.txt", b""): "empty",
        ("what.xyz", b"??"): "other",
        (".hidden", b"??"): "other",
    }
    assert {named: kind_of(*named) for named in known} == known
