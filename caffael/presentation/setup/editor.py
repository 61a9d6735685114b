"""The simple editor: each setting of a pack in a sentence, what sets it, what does not fit, and the way back to the pack's own value."""

from caffael.authoring.own.editable import CARBON, GROUPS, TIMER, YEARS_KEY, Setting
from caffael.authoring.own.own_game import OwnGame
from caffael.presentation.blocks import Block, Button, Group, Page, Sheet, Text, question
from caffael.presentation.press import Do
from caffael.presentation.rows import Field, OneOf, Option, Row, Stepper, no_letter, toggle
from caffael.scenario import Words
from caffael.words.language import CODES, Language

LONGEST_TITLE = 60
TIGHT, ROOMY = 90, 110
"""Percentages of the pack's carbon budget up to which it is tight, and from which it is roomy."""


def editor_page(language: Language, game: OwnGame) -> Page:
    """A game of one's own while it is changed."""
    changed = any(game.changed(key) for key in game.settings())
    nothing = language.text("Nothing has been changed yet.")
    faulty = language.text("Something does not fit together yet; it says what in red.") if game.faults else ""
    buttons = (
        Button("undo", language.text("Undo"), Do("undo"), "undo", "plain", "" if game.can_undo else nothing),
        Button("reset", language.text("Set everything back"), Do("reset all"), "redo", "plain", "" if changed else nothing),
        Button("save", language.text("Save"), Do("save"), "save", why=faulty),
    )
    shown = game.settings()
    groups = tuple(
        Group(title, language.text(title), tuple(setting_group(language, game, setting) for setting in settings if setting.key in shown))
        for title, settings in GROUPS
        if any(setting.key in shown for setting in settings)
    )
    name = Field("title", language.text("Title"), game.typed, game.title(language.code), LONGEST_TITLE, no_letter(language))
    return Page("editor", language.text("Change this game"), blocks=(name, *groups), buttons=buttons)


def setting_group(language: Language, game: OwnGame, setting: Setting) -> Group:
    """One setting: its sentence, what sets it, and where there is one, the way back and what it is to blame for."""
    title, key = language.text(setting.title), setting.key
    blocks: list[Block] = [Text(setting.explained(language), "soft"), setting_row(language, setting, game.value(key))]
    if game.changed(key):
        words = language.text("Set back: {title}", title=title)
        blocks.append(Button(f"reset.{key}", words, Do("reset", (game.settings().index(key),)), "undo", "plain"))
    if game.blamed.get(key):
        blocks.append(Text(" ".join(message.said(language) for message in game.blamed[key]), "bad"))
    return Group(f"card.{key}", title, tuple(blocks))


def setting_row(language: Language, setting: Setting, value: object) -> Row:
    """What sets a setting."""
    name, title = f"setting.{setting.key}", language.text(setting.title)
    if setting.kind == "switch":
        return toggle(language, name, title, bool(value))
    if setting.kind == "choice":
        return OneOf(name, title, tuple(Option(key, language.text(word)) for key, word in setting.options), str(value))
    number, low, high = int(str(value)), setting.low, setting.high
    said = tuple(number_words(language, setting.key, one) for one in range(low, max(high, number) + 1, setting.step))
    least, most = language.text("This is the least."), language.text("This is the most.")
    return Stepper(name, title, number, low, high, least, most, setting.step, said)


def number_words(language: Language, key: str, number: int) -> str:
    """A number of a setting in words."""
    if key == YEARS_KEY:
        return language.plural("{n} year", "{n} years", number)
    if key == TIMER:
        return language.plural("{n} minute", "{n} minutes", number) if number else language.text("off")
    percent = language.percent(number)
    if key == CARBON and number <= TIGHT:
        return language.text("{percent}, tight", percent=percent)
    if key == CARBON and number >= ROOMY:
        return language.text("{percent}, roomy", percent=percent)
    return percent


def leave_question(language: Language) -> Sheet:
    """What is asked before changes are lost."""
    words, do = language.text("What was changed here is not saved yet."), language.text("Leave without saving")
    return question("leave", language.text("Leave this page?"), words, do, language.text("Stay here"), "trash")


def proposed(title: Words) -> Words:
    """The title of an own pack before anybody types one, in both languages."""
    english, welsh = (Language(code).text("{title} – our own", title=title(code)) for code in CODES)
    return Words(english, welsh)
