"""The command that writes the debrief of played games to keep: as a page, on paper, or as a spreadsheet."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from caffael.cli.exit_codes import NOT_UNDERSTOOD, say
from caffael.words.language import CODES, Code

MOST = 40
"""Games at once: a whole year group."""


def debrief(
    files: Annotated[list[str], Argument(metavar="FILE...", help="A saved game, or the games of a class.")],
    out: Annotated[str, Option(help="The file to write: .html, .pdf or .csv.")] = "debrief.html",
    lang: Annotated[str, Option(help="en or cy.")] = "en",
) -> int:
    """Write the story of a played game to keep; several games stand side by side."""
    from caffael.export import FORMS, read_game, written
    from caffael.saves import RecordError

    code: Code | None = next((code for code in CODES if code == lang), None)
    if code is None:
        return say(f"The language {lang!r} is not known: write en (English) or cy (Cymraeg).", NOT_UNDERSTOOD)
    path = Path(out)
    if path.suffix.lower() not in FORMS:
        return say(f"--out {out!r} has no form that is known: write a file that ends in {endings(list(FORMS))}.", NOT_UNDERSTOOD)
    if path.suffix.lower() == ".pdf" and not can_make_paper():
        mend = "install them by pip install 'caffael[print]', or write .html and print it from the browser"
        return say(f"A PDF needs two more packages: {mend}.", NOT_UNDERSTOOD)
    if path.is_dir():
        return say(f"--out {out!r} is a folder: write the name of a file in it, such as {path / 'debrief.html'}.", NOT_UNDERSTOOD)
    if len(files) > MOST:
        return say(f"{len(files)} games were given; {MOST} at most stand side by side.", NOT_UNDERSTOOD)
    games = []
    for file in files:
        if not Path(file).is_file():
            return say(f"There is no saved game at {file}; `caffael` lists the saved games under Go on.", NOT_UNDERSTOOD)
        if Path(file).resolve() == path.resolve():
            return say(f"--out {out!r} is the saved game itself: write another file.", NOT_UNDERSTOOD)
        try:
            games.append(read_game(Path(file), code))
        except RecordError as error:
            return say(str(error.sentence), NOT_UNDERSTOOD)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written(games, path)
    except OSError as fault:
        return say(f"{path} can't be written ({fault.strerror}); choose another place with --out.", NOT_UNDERSTOOD)
    unfinished = [game.file for game in games if not game.debrief.finished]
    print(f"{path} is written.")
    if unfinished:
        print(f"Not over yet, so this is the story so far: {', '.join(unfinished)}.")
    return 0


def can_make_paper() -> bool:
    """Whether all is here that a PDF needs; a program to carry leaves a part of it out."""
    try:
        for name in ("fpdf", "uharfbuzz"):
            import_module(name)
    except ImportError:
        return False
    return True


def endings(forms: list[str]) -> str:
    """The endings of file names, in words."""
    return f"{', '.join(forms[:-1])} or {forms[-1]}"


COMMANDS = (debrief,)
"""What `commands.py` adds to the program."""
