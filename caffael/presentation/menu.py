"""The ways between pages: the title, the pause menu, the cover, and the corner that every page has."""

from caffael.presentation.blocks import Button, Page
from caffael.presentation.press import Do, Open
from caffael.presentation.settings import timer_row
from caffael.words.language import CODES, NAMES, Language

NAME = "Caffael"


def title_page(language: Language) -> Page:
    """The name of the game, and where to go from here."""
    buttons = (
        Button("new", language.text("Begin a new game"), Open("scenarios"), "play"),
        Button("saves", language.text("Go on with a saved game"), Open("saves"), "save", "plain"),
        Button("learn", language.text("Learn by playing"), Do("learn"), "hand", "plain"),
        Button("help", language.text("Learn how to play"), Open("help"), "help", "plain"),
    )
    return Page("title", NAME, language.text("A board game of public money and the good it can do"), "emblem", buttons=buttons)


def menu_page(
    language: Language, *, undo: bool, redo: bool, minutes: int, game: str = "", trouble: str = "", unkept: str = "", watched: str = ""
) -> Page:
    """The pause menu; the last choice can be taken back (`undo`) or played again (`redo`), `game` says which of its campaign this is.

    `trouble` says why the game is not saved; it is empty when it is. `unkept` says why no game is kept here; then it is offered as a file.
    `watched` says why no class can join, where a game is only watched.
    """
    no_slip = "" if undo else language.text("Only a choice that turned nothing up can be taken back.")
    nothing = "" if redo else language.text("Nothing was taken back.")
    saved = trouble or unkept or language.text("Everything is saved. You can leave and go on another day.")
    save = (Button("save", language.text("Save the game"), Open("unsaved"), "save", "plain"),) if trouble else ()
    file = (Button("file", language.text("Keep this game as a file"), Do("file"), "save", "plain"),) if unkept else ()
    buttons = (
        Button("back", language.text("Go back to the game"), Do("close"), "play"),
        *save,
        *file,
        Button("undo", language.text("Undo the last choice"), Do("undo"), "undo", "plain", no_slip),
        Button("redo", language.text("Play it again"), Do("redo"), "redo", "plain", nothing),
        Button("class", language.text("The class joins"), Open("classroom"), "people", "plain", watched),
        Button("teacher", language.text("For the teacher"), Open("teacher"), "teacher", "plain"),
        Button("help", language.text("Learn how to play"), Open("help"), "help", "plain"),
        Button("settings", language.text("Change the settings"), Open("settings"), "settings", "plain"),
        Button("leave", language.text("Leave the game for the title page"), Do("title"), "quit", "plain"),
    )
    return Page(
        "menu", language.text("Pause"), f"{game}. {saved}" if game else saved, blocks=(timer_row(language, minutes),), buttons=buttons
    )


def cover_page(language: Language) -> Page:
    """Eyes to the front: nothing of the game is seen."""
    go = Button("uncover", language.text("Go back to the game"), Do("close"), "play")
    return Page("cover", language.text("Eyes to the front"), language.text("The game waits."), "eye", buttons=(go,))


def handover_page(language: Language, council: str) -> Page:
    """Between two councils that write their envelopes at one board: nothing is seen until the next one sits there."""
    go = Button("uncover", language.text("We are here"), Do("close"), "play")
    title = language.text("Pass the laptop on: {council}", council=council)
    return Page("handover", title, language.text("What lies in an envelope is only for its own council."), "envelope", buttons=(go,))


def back_button(language: Language) -> Button:
    """The way back to the page before."""
    return Button("back", language.text("Go back"), Do("close"), "arrow-left", "plain")


def corner(language: Language, *, helps: bool = True, leaves: bool = False) -> tuple[Button, ...]:
    """Settings, help and the other language, from right to left; all but the language are pictures."""
    other = CODES[1 - CODES.index(language.code)]
    leave = (Button("corner.quit", language.text("Leave the game"), Do("quit"), "quit", "plain"),) if leaves else ()
    helping = (Button("corner.help", language.text("Learn how to play"), Open("help"), "help", "plain"),) if helps else ()
    return (
        *leave,
        Button("corner.settings", language.text("Change the settings"), Open("settings"), "settings", "plain"),
        *helping,
        Button("corner.language", NAMES[other], Do("language"), "language", "plain"),
    )
