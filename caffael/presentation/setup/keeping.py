"""What a class keeps and what is not kept yet: where a debrief or another file lies, and a game that could not be saved."""

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Lying:
    """Files that people were given: their places, or their names where the browser has them among its downloads (`downloads`).

    `trouble` says why one could not be written, `shows` whether a folder can be shown on this computer, and `noted` that something was
    done here.
    """

    paths: Sequence[str]
    downloads: bool = False
    trouble: str = ""
    shows: bool = False
    noted: str = ""


def kept_page(language: Language, lying: Lying, *, paper: bool, mend: str) -> Page:
    """Where a debrief was kept: as a page, and as a PDF and a table once that was asked for.

    `paper` says whether a PDF can be made, and `mend` is the command that makes it possible; without one there is none.
    """
    words = language.text("The debrief is kept here. It opens in a browser:")
    if lying.downloads:
        words = language.text("The debrief is with the downloads of this browser, under this name. It opens in a browser:")
    blocks = [*told_trouble(lying)]
    if lying.paths:
        blocks += [Text(words, "soft"), Text(lying.paths[0], "lead", "path.0")]
    for place, path in enumerate(lying.paths[1:], 1):
        said = language.text("For paper, as a PDF:") if path.endswith(".pdf") else language.text("The figures, for a spreadsheet:")
        blocks += [Text(said, "soft"), Text(path, "lead", f"path.{place}")]
    blocks += ways_to(language, lying)
    if lying.paths:
        endings = [path[-4:] for path in lying.paths]
        if ".pdf" not in endings and paper:
            line = language.text("A second file beside the page, to print or to hand in.")
            blocks.append(Button("paper", language.text("Keep it as a PDF too"), Do("paper"), "book", "plain", line=line))
        if ".csv" not in endings:
            line = language.text("A row for each decision and each part of a score, for a spreadsheet.")
            blocks.append(Button("figures", language.text("Keep the figures as a table too"), Do("figures"), "chart", "plain", line=line))
        line = language.text("The saved game itself, to go on with it or to watch it on another computer.")
        blocks.append(Button("file", language.text("Keep this game as a file"), Do("file"), "save", "plain", line=line))
        if ".pdf" not in endings and not paper:
            said = language.text("For a PDF two more packages are needed. This command brings them: {command}", command=mend)
            blocks.append(Text(said if mend else language.text("For paper, open the page in a browser and print it there."), "soft"))
    if lying.noted:
        blocks.append(Text(lying.noted, "accent"))
    return Page("kept", language.text("Keep this debrief"), blocks=tuple(blocks))


def given_page(language: Language, lying: Lying, whole: bool) -> Page:
    """Where a file lies that people were given; `whole`: it holds everything."""
    words = language.text("The file lies here:")
    if lying.downloads:
        words = language.text("It is with the downloads of this browser, under this name:")
    blocks = [*told_trouble(lying)]
    for place, path in enumerate(lying.paths):
        blocks += [Text(words, "soft"), Text(path, "lead", f"path.{place}")]
    if lying.paths:
        if whole:
            blocks.append(Text(language.text("In it are all saved games, the games of your own and the settings."), "soft"))
        blocks.append(
            Text(language.text("On another computer, choose “Open from a file” on the board, or drag the file onto its window."), "soft")
        )
    blocks += ways_to(language, lying)
    if lying.noted:
        blocks.append(Text(lying.noted, "accent"))
    title = language.text("Keep everything as one file") if whole else language.text("Keep as a file")
    return Page("given", title, blocks=tuple(blocks))


def told_trouble(lying: Lying) -> list[Block]:
    """Why a file could not be written."""
    return [Text(lying.trouble, "bad")] if lying.trouble else []


def ways_to(language: Language, lying: Lying) -> list[Block]:
    """The ways to files that lie in a folder: showing it, and copying the place."""
    blocks: list[Block] = []
    if lying.downloads or not lying.paths:
        return blocks
    if lying.shows:
        line = language.text("Opens the folder in which it lies.")
        blocks.append(Button("show", language.text("Show in folder"), Do("show"), "folder", "plain", line=line))
    line = language.text("Puts it on the clipboard, to be pasted into a letter or a file window.")
    blocks.append(Button("copy", language.text("Copy the place"), Do("copy"), "copy", "plain", line=line))
    return blocks


def unsaved_page(
    language: Language, trouble: str, folder: str, others: Sequence[tuple[str, str]], *, leaves: bool, saved: str = "", file: bool = False
) -> Page:
    """A game that could not be saved: try again, save it elsewhere (`others` are the names and paths of places that take it), or leave.

    `saved` is the file in which it lies once that went well; `file`: it can be given as a file, which needs no room here.
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
    if file:
        buttons.append(Button("file", language.text("Keep this game as a file"), Do("file"), "save", "plain"))
    words = language.text("What was played is still here, but it is gone when you leave now.")
    blocks = (Text(trouble, "bad"), Text(words, "lead"), *buttons)
    if not others and not file:
        blocks += (Text(language.text("No other folder of this computer takes it now. Make room on the disk, then try again."), "soft"),)
    leave = Button("leave", language.text("Leave without saving"), Do("leave"), "quit", "plain")
    return Page("unsaved", language.text("The game is not saved"), blocks=blocks, buttons=(leave,) if leaves else ())
