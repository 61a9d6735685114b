"""Saved games: which there are, how far they are, and what can be done with each; and which game of its campaign one is."""

from collections.abc import Mapping, Sequence

from caffael.presentation.blocks import Block, Button, Chip, Group, Page, Sheet, Text
from caffael.presentation.press import Do, Open
from caffael.presentation.rows import Field, no_letter
from caffael.saves import YOU, Save
from caffael.scenario import Words
from caffael.scenario.wording import CampaignText
from caffael.words.language import Language

LONGEST_NAME = 60
NEXT = "arrow-right"
"""The picture of the way on to the next game of a campaign."""


def game_words(language: Language, campaign: CampaignText) -> str:
    """Which game of how many this is."""
    return language.text("Game {game} of {games}", game=campaign.game, games=campaign.games)


def next_words(language: Language, campaign: CampaignText, title: Words | None) -> str:
    """The verb that leads to the next game, with its title where it is known."""
    named = campaign.next if title is None else title(language.code)
    return language.text("Go on with game {game}: {title}", game=campaign.game + 1, title=named)


def saves_page(language: Language, saves: Sequence[Save], titles: Mapping[str, Words], binned: str = "", named: str | None = None) -> Page:
    """Every saved game; `titles` are those of the scenarios that are here, `binned` is the title of what was put in the bin last.

    `named` is how the game was called that was given another name last.
    """
    after = {save.after for save in saves}
    blocks: tuple[Block, ...] = tuple(
        save_group(language, place, save, titles, save.path.name in after) for place, save in enumerate(saves)
    )
    if not saves:
        words = language.text("There is no saved game yet. Every game is saved by itself, action by action, from its first action on.")
        blocks = (Text(words),)
    buttons = [Button("open", language.text("Open from a file"), Open("chooser"), "folder", "plain")]
    if saves:
        buttons.append(Button("everything", language.text("Keep everything as one file"), Do("everything"), "box", "plain"))
    if binned:
        words = language.text("Bring back “{title}”", title=binned)
        buttons.append(Button("bring back", words, Do("bring back"), "undo", "plain"))
    if named is not None:
        buttons.append(Button("old name", language.text("Take the name back"), Do("old name"), "undo", "plain"))
    if not saves:
        buttons.append(Button("new", language.text("Begin a new game"), Open("scenarios"), "play"))
    return Page("saves", language.text("Go on with a saved game"), blocks=blocks, buttons=tuple(buttons))


def save_title(language: Language, save: Save, titles: Mapping[str, Words]) -> str:
    """How a saved game is called: by the name it was given, else by the title of its scenario."""
    return save.name or scenario_title(language, save, titles)


def scenario_title(language: Language, save: Save, titles: Mapping[str, Words]) -> str:
    """What is played in a saved game."""
    words = save.title or titles.get(save.scenario)
    return words(language.code) if words is not None else (save.scenario or save.path.stem)


def save_group(language: Language, place: int, save: Save, titles: Mapping[str, Words], taken: bool) -> Group:
    """A saved game: when it began, whose it is or why it can't be gone on with, how far it is, and its buttons.

    Where the next game of its campaign was begun already (`taken`), the way on to it is quieter.
    """
    why = "" if save.why_not is None else save.why_not.said(language)
    date = save.date
    when = {"day": f"{date:%d}", "month": f"{date:%m}", "year": f"{date:%Y}", "hour": f"{date:%H}", "minute": f"{date:%M}"}
    about, teams = (place,), save_teams(save)
    unread = "" if save.years else language.text("This file can't be read, so there is nothing to watch.")
    buttons = [
        Button(f"watch.{place}", language.text("Watch this game"), Do("watch", about), "eye", "plain", unread),
        Button(f"name.{place}", language.text("Give this game a name"), Do("name", about), "pencil", "plain", unread),
        Button(f"file.{place}", language.text("Keep as a file"), Do("file", about), "save", "plain"),
        Button(f"bin.{place}", language.text("Put this game in the bin"), Do("bin", about), "trash", "plain"),
    ]
    if save.finished and save.can_be_told:
        buttons.append(Button(f"keep.{place}", language.text("Keep this debrief"), Do("keep", about), "book", "plain"))
        if save.can_go_on:
            assert save.campaign is not None
            words = language.text("Go on with game {game}", game=save.campaign.game + 1)
            buttons.append(Button(f"next.{place}", words, Do("next", about), NEXT, "plain" if taken else "primary"))
    blocks: tuple[Block, ...] = (
        Text(language.text("{day}/{month}/{year}, {hour}:{minute}", **when), "soft"),
        Text(why, "bad") if why else Text(teams if not save.name else f"{scenario_title(language, save, titles)}: {teams}", "soft"),
        *save_chips(language, save),
        *buttons,
    )
    return Group(f"save.{place}", save_title(language, save, titles), blocks)


def name_sheet(language: Language, title: str, typed: str) -> Sheet:
    """The question how a saved game shall be called, and the line to type it in."""
    story = language.text("So it is called in this list. Leave it empty to call it by its scenario again: {title}", title=title)
    words = language.text("The name of this game")
    return Sheet(
        "name",
        language.text("Give this game a name"),
        story=story,
        picture="pencil",
        rows=(Field("typed", words, typed, title, LONGEST_NAME, no_letter(language)),),
        buttons=(
            Button("leave", language.text("Leave it as it is"), Do("close"), "", "plain"),
            Button("give", language.text("Give it this name"), Do("give")),
        ),
    )


def save_teams(save: Save) -> str:
    """The teams of a saved game."""
    return ", ".join(seat.team for seat in save.seats)


def save_chips(language: Language, save: Save) -> tuple[Chip, ...]:
    """How far a saved game is, which of its campaign it is, and who plays it."""
    if not save.years:
        return ()
    people = sum(seat.player == YOU for seat in save.seats)
    bots = len(save.seats) - people
    if save.finished:
        chips = [Chip(language.text("Finished: look back at it"), "trophy")]
    else:
        chips = [Chip(language.text("Year {year} of {years}", year=save.year, years=save.years), "year")]
    if save.campaign is not None:
        chips.append(Chip(game_words(language, save.campaign), "star"))
    if save.branched is not None:
        chips.append(Chip(language.text("What if…?"), "branch"))
    chips.append(Chip(language.plural("{n} team of people", "{n} teams of people", people), "people"))
    if bots:
        chips.append(Chip(language.plural("{n} bot", "{n} bots", bots), "bot"))
    return tuple(chips)
