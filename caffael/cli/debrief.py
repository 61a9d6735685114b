"""The command that writes the debrief of played games to keep: as a page, on paper, or as a spreadsheet."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from caffael.cli.calling import install
from caffael.cli.output import Force, file_to_write
from caffael.cli.shared import Lang, RefusedError, codes_of, command, saved_game, unwritable

MOST = 40
"""Games at once: a whole year group."""


@command
def debrief(
    files: Annotated[list[str], Argument(metavar="FILE...", help="A saved game, or the games of a class.")],
    out: Annotated[str, Option(help="The file to write: .html, .pdf or .csv.")] = "debrief.html",
    lang: Lang = "en",
    force: Force = False,
) -> int:
    """Write the story of a played game to keep; several games stand side by side."""
    from caffael.export import FORMS, can_make_paper, read_game, written

    (code,) = codes_of(lang)
    path = Path(out)
    *endings, last = FORMS
    if path.suffix.lower() not in FORMS:
        raise RefusedError(f"--out {out!r} has no form that is known: write a file that ends in {', '.join(endings)} or {last}.")
    if path.suffix.lower() == ".pdf" and not can_make_paper():
        mend = "write .html and print it from the browser, or install them with"
        raise RefusedError(f"A PDF needs two more packages: {mend}: {install('print')}")
    if len(files) > MOST:
        raise RefusedError(f"{len(files)} games were given; {MOST} at most stand side by side.")
    games = []
    for file in files:
        if saved_game(file).resolve() == path.resolve():
            raise RefusedError(f"--out {out!r} is the saved game itself: write another file.")
        games.append(read_game(Path(file), code))
    file_to_write(out, force, make_folder=True)
    try:
        written(games, path)
    except OSError as fault:
        raise unwritable(path, fault) from None
    unfinished = [game.file for game in games if not game.debrief.finished]
    print(f"{path} is written.")
    if unfinished:
        print(f"Not over yet, so this is the story so far: {', '.join(unfinished)}.")
    return 0
