"""What a class keeps and what is not kept yet: where a debrief lies, and a game that could not be saved."""

from collections.abc import Sequence

from caffael.presentation.blocks import Block, Button, Page, Text
from caffael.presentation.press import Do
from caffael.words.language import Language, words

PLACES = {
    "documents": words("Save it in Documents"),
    "downloads": words("Save it in Downloads"),
    "home": words("Save it in your own folder"),
    "temporary": words("Save it in the temporary folder, for today"),
}
"""Where else a game can be saved."""


def kept_page(language: Language, paths: Sequence[str], *, trouble: str, shows: bool, paper: bool, mend: str, noted: str = "") -> Page:
    """Where a debrief was kept: as a page, and as a PDF once that was asked for.

    `trouble` says why it could not be written, `shows` whether a folder can be shown on this computer, `paper` whether a PDF can be made,
    and `mend` is the command that makes it possible; without one there is none. `noted` says that something was done here.
    """
    blocks: list[Block] = []
    if trouble:
        blocks.append(Text(trouble, "bad"))
    if paths:
        blocks.append(Text(language.text("The debrief is kept here. It opens in a browser:"), "soft"))
        blocks.append(Text(paths[0], "lead", "path.0"))
    for place, path in enumerate(paths[1:], 1):
        blocks += [Text(language.text("For paper, as a PDF:"), "soft"), Text(path, "lead", f"path.{place}")]
    if shows and paths:
        line = language.text("Opens the folder in which it lies.")
        blocks.append(Button("show", language.text("Show in folder"), Do("show"), "folder", "plain", line=line))
    if paths:
        line = language.text("Puts it on the clipboard, to be pasted into a letter or a file window.")
        blocks.append(Button("copy", language.text("Copy the place"), Do("copy"), "copy", "plain", line=line))
    if len(paths) == 1 and paper:
        line = language.text("A second file beside the page, to print or to hand in.")
        blocks.append(Button("paper", language.text("Keep it as a PDF too"), Do("paper"), "book", "plain", line=line))
    elif len(paths) == 1 and mend:
        blocks.append(
            Text(language.text("For a PDF two more packages are needed. This command brings them: {command}", command=mend), "soft")
        )
    elif len(paths) == 1:
        blocks.append(Text(language.text("For paper, open the page in a browser and print it there."), "soft"))
    if noted:
        blocks.append(Text(noted, "accent"))
    return Page("kept", language.text("Keep this debrief"), blocks=tuple(blocks))


def unsaved_page(
    language: Language, trouble: str, folder: str, others: Sequence[tuple[str, str]], *, leaves: bool, saved: str = ""
) -> Page:
    """A game that could not be saved: try again, save it elsewhere (`others` are the names and paths of places that take it), or leave.

    `saved` is the file in which it lies once that went well.
    """
    leave = Button("leave", language.text("Leave the game"), Do("leave"), "quit")
    if saved:
        blocks: tuple[Block, ...] = (
            Text(language.text("The game is saved now, in this file:"), "soft"),
            Text(saved, "lead", "path"),
            Text(language.text("Go on with it another day from the list of saved games, or drag the file onto this window."), "soft"),
        )
        return Page("unsaved", language.text("The game is saved"), blocks=blocks, buttons=(leave,) if leaves else ())
    buttons = [Button("again", language.text("Try again"), Do("again"), "undo", "primary", line=folder)]
    buttons += [
        Button(f"place.{name}", language.text(PLACES[name]), Do(f"save {name}"), "save", "plain", line=path) for name, path in others
    ]
    words = language.text("What was played is still here, but it is gone when you leave now.")
    blocks = (Text(trouble, "bad"), Text(words, "lead"), *buttons)
    if not others:
        blocks += (Text(language.text("No other folder of this computer takes it now. Make room on the disk, then try again."), "soft"),)
    leave = Button("leave", language.text("Leave without saving"), Do("leave"), "quit", "plain")
    return Page("unsaved", language.text("The game is not saved"), blocks=blocks, buttons=(leave,) if leaves else ())
