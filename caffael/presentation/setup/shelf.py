"""The shelf: the games to choose from, what there is to know of the chosen one, and what can be done with it."""

from collections.abc import Sequence

from caffael.authoring.own.entries import Entry
from caffael.presentation.blocks import Block, Button, Group, Page, Sheet, Text, question
from caffael.presentation.faces import ShelfFace
from caffael.presentation.press import Do, Open
from caffael.presentation.rows import OneOf, Option
from caffael.scenario import PackInfo
from caffael.words.language import Language

LEVELS = 5


def scenarios_page(language: Language, entries: Sequence[Entry], chosen: int, years: int, deleted: bool = False) -> Page:
    """Every game, and the one that is chosen (-1: none) for so many years; `deleted`: one that was can be brought back."""
    entry = entries[chosen] if chosen >= 0 else None
    why = ""
    if entry is None:
        why = language.text("There is no scenario that can be played.")
    elif entry.faults:
        why = language.text("This game has faults. Mend them first; the list says how.")
    buttons = (
        Button("open", language.text("Open from a file"), Open("chooser"), "folder", "plain"),
        Button("teams", language.text("Choose the teams"), Do("teams"), "people", why=why),
    )
    faces = tuple(shelf_face(language, one) for one in entries)
    title = "" if entry is None else entry.info.title(language.code)
    panel = Group("panel", title, () if entry is None else (*about(language, entry), *year_rows(language, entry, years)))
    offers = Group("offers", "", tuple(offered(language, entry, deleted)))
    return Page("scenarios", language.text("Choose a scenario"), blocks=(Group("shelf", "", faces), panel, offers), buttons=buttons)


def shelf_face(language: Language, entry: Entry) -> ShelfFace:
    """The card of a game on the shelf."""
    info = entry.info
    name = f"scenario.{entry.path.name if entry.own or entry.opened else info.id}"
    ribbons: list[tuple[str, str]] = []
    if entry.own:
        ribbons.append((language.text("Your own"), "person"))
    elif entry.opened:
        ribbons.append((language.text("Opened from a file"), "folder"))
    title = info.title(language.code)
    if entry.faults:
        line = language.plural("{n} thing to mend before it can be played", "{n} things to mend before it can be played", len(entry.faults))
        return ShelfFace(name, title, line, info.picture, (), tuple(ribbons), faulty=True)
    if info.campaign is not None:
        ribbons.append((language.text("Game {n} of {games}", n=info.campaign.game, games=info.campaign.games), "map"))
    return ShelfFace(name, title, info.line(language.code), info.picture, tuple(facts(language, info)), tuple(ribbons))


def facts(language: Language, info: PackInfo) -> list[tuple[str, str]]:
    """What a teacher wants to know of a game, with a picture each."""
    said = [(language.text("Level {level} of {levels}", level=info.level, levels=LEVELS), "chart")]
    if info.ages:
        said.append((language.text("Ages {ages}", ages=info.ages.replace("-", "–")), "people"))
    years = info.years_offered or (info.years,)
    said.append((language.plural("{n} minute", "{n} minutes", info.minutes), "timer"))
    if len(years) == 1:
        said.append((language.plural("{n} year", "{n} years", years[0]), "year"))
    elif len(years) == 2:
        said.append((language.text("{first} or {last} years", first=years[0], last=years[1]), "year"))
    else:
        said.append((language.text("{first} to {last} years", first=years[0], last=years[-1]), "year"))
    return said


def about(language: Language, entry: Entry) -> list[Text]:
    """What there is to know of a game: of which campaign it is, for how many teams, or its first fault."""
    info, pack, said = entry.info, entry.pack, []
    if info.campaign is not None:
        campaign = info.campaign
        words = language.text("{title}: game {n} of {games}", title=campaign.title(language.code), n=campaign.game, games=campaign.games)
        said.append(Text(words, "accent"))
    if entry.faults:
        said.append(Text(language.text("This game can't be played yet. The first fault:"), "soft"))
        said.append(Text(entry.faults[0].said(language), "bad"))
    elif pack is not None and pack.teams_least == pack.teams_most:
        said.append(Text(language.plural("For {n} team", "For {n} teams", pack.teams_most), "soft"))
    elif pack is not None:
        least, most, usual = pack.teams_least, pack.teams_most, pack.teams
        words = language.text("For {least} to {most} teams; {usual} are usual", least=least, most=most, usual=usual)
        said.append(Text(words, "soft"))
    return said


def year_rows(language: Language, entry: Entry, years: int) -> tuple[OneOf, ...]:
    """For how many years it is played, where there is a choice."""
    offered = entry.info.years_offered
    if entry.faults or len(offered) < 2:
        return ()
    said = tuple(Option(str(count), language.plural("{n} year", "{n} years", count)) for count in offered)
    return (OneOf("years", language.text("How many years?"), said, str(years)),)


def offered(language: Language, entry: Entry | None, deleted: bool) -> list[Block]:
    """What can be done with the chosen game, and with the one that was deleted."""
    found: list[Block] = []
    if entry is not None and entry.faults:
        found.append(Button("see", language.text("See what is wrong"), Do("see"), "warning", "plain"))
    elif entry is not None:
        if entry.opened:
            found.append(Button("keep", language.text("Keep it on the shelf"), Do("keep"), "save", "plain"))
        why = language.text("Keep it on the shelf first; then it can be changed.") if entry.opened else ""
        found.append(Button("change", language.text("Change this game"), Do("change"), "pencil", "plain", why))
        if entry.warnings:
            words = language.plural("{n} thing to think about", "{n} things to think about", len(entry.warnings))
            found.append(Button("see", words, Do("see"), "information", "plain"))
    if entry is not None and not entry.faults:
        found.append(Button("print", language.text("Print it, to play on paper"), Do("print"), "book", "plain"))
    if entry is not None and entry.own:
        found.append(Button("file", language.text("Keep as a file"), Do("file"), "save", "plain"))
        found.append(Button("delete", language.text("Delete it"), Open("delete"), "trash", "plain"))
    if deleted:
        found.append(Button("undo", language.text("Bring back what was deleted"), Do("undo"), "undo", "plain"))
    return found


def delete_question(language: Language, title: str) -> Sheet:
    """What is asked before a game is deleted."""
    words = language.text("“{title}” goes from the shelf. You can bring it back until you leave this page.", title=title)
    return question(
        "delete", language.text("Delete this game?"), words, language.text("Delete it"), language.text("Leave it there"), "trash"
    )
