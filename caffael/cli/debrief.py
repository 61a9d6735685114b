"""The command that writes the debrief of played games to keep: as a page, on paper, or as a spreadsheet."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from caffael.cli.shared import Lang, RefusedError, codes_of, command, saved_game

MOST = 40
"""Games at once: a whole year group."""


@command
def debrief(
    files: Annotated[list[str], Argument(metavar="FILE...", help="A saved game, or the games of a class.")],
    out: Annotated[str, Option(help="The file to write: .html, .pdf or .csv.")] = "debrief.html",
    lang: Lang = "en",
) -> int:
    """Write the story of a played game to keep; several games stand side by side."""
    from caffael.export import FORMS, can_make_paper, read_game, written

    (code,) = codes_of(lang)
    path = Path(out)
    *endings, last = FORMS
    if path.suffix.lower() not in FORMS:
        raise RefusedError(f"--out {out!r} has no form that is known: write a file that ends in {', '.join(endings)} or {last}.")
    if path.suffix.lower() == ".pdf" and not can_make_paper():
        mend = "install them by pip install 'caffael[print]', or write .html and print it from the browser"
        raise RefusedError(f"A PDF needs two more packages: {mend}.")
    if path.is_dir():
        raise RefusedError(f"--out {out!r} is a folder: write the name of a file in it, such as {path / 'debrief.html'}.")
    if len(files) > MOST:
        raise RefusedError(f"{len(files)} games were given; {MOST} at most stand side by side.")
    games = []
    for file in files:
        if saved_game(file).resolve() == path.resolve():
            raise RefusedError(f"--out {out!r} is the saved game itself: write another file.")
        games.append(read_game(Path(file), code))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        written(games, path)
    except OSError as fault:
        raise RefusedError(f"{path} can't be written ({fault.strerror}); choose another place with --out.") from None
    unfinished = [game.file for game in games if not game.debrief.finished]
    print(f"{path} is written.")
    if unfinished:
        print(f"Not over yet, so this is the story so far: {', '.join(unfinished)}.")
    return 0
