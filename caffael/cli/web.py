"""The commands for the board in a browser: `web build` makes a folder for any web space, `web serve` shows one on this computer."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from caffael.cli.calling import program
from caffael.cli.shared import RefusedError, command

MEGABYTE = 1_000_000
PORT = 8000
LARGEST_PORT = 65_535
app = Typer(help="The board in any browser, with nothing installed: make its folder for a web space, or look at it on this computer.")


@app.command("build")
@command
def web_build(
    out: Annotated[str, Option("--out", help="The folder to make; one that Caffael made before is made anew.")] = "caffael-web",
) -> int:
    """Make the folder that opens the board in any browser, to put on a web space. Node with npm and a network are needed once."""
    from caffael.browser.building.laying import lay_out

    target = Path(out)
    check_target(target)
    made = made_site()
    try:
        lay_out(made, target)
    except OSError as fault:
        raise RefusedError(f"The folder can't be written to {target} ({fault.strerror or fault}); name another with --out.") from None
    size = sum(len(content) for content in made.values()) / MEGABYTE
    print(
        f"{target}: {len(made)} files, {size:.0f} MB. Put it on any web space as it is, or look at it here: {program()} web serve {target}"
    )
    return 0


@app.command("serve")
@command
def web_serve(
    folder: Annotated[str, Argument(help="A folder that `web build` made; without one it is made for the time being.")] = "",
    port: Annotated[int, Option("--port", help="The port on this computer; 0 takes one that is free.")] = PORT,
    open_browser: Annotated[bool, Option("--open", help="Open it in the browser of this computer.")] = False,
) -> int:
    """Show the board in a browser on this computer alone, until Ctrl-C."""
    if not 0 <= port <= LARGEST_PORT:
        raise RefusedError(f"--port {port} is no port; write a number from 0 to {LARGEST_PORT}.")
    from caffael.browser.building.laying import is_ours, lay_out

    if folder:
        if not is_ours(Path(folder)):
            raise RefusedError(f"{folder!r} is no folder that Caffael made for browsers; make one: {program()} web build --out {folder}")
        return served(Path(folder), port, open_browser)
    with tempfile.TemporaryDirectory(prefix="caffael-web-") as place:
        lay_out(made_site(), Path(place))
        return served(Path(place), port, open_browser)


def made_site() -> dict[str, bytes]:
    """The files of the folder. Raises RefusedError."""
    if getattr(sys, "frozen", False):
        raise RefusedError("The program to carry can't make the folder for browsers; Caffael as it is installed with Python can.")
    from caffael.browser.building.refusal import BuildError
    from caffael.browser.building.site import site

    try:
        return site(said)
    except BuildError as fault:
        raise RefusedError(str(fault)) from None
    except OSError as fault:
        raise RefusedError(f"What the folder is made from can't be kept ({fault.strerror or fault}): make room on the disk.") from None


def served(folder: Path, port: int, open_browser: bool) -> int:
    """Serve a folder until Ctrl-C. Raises RefusedError where the port is taken."""
    from caffael.browser.building.serving import serve

    try:
        serve(folder, port, open_browser, said)
    except OSError as fault:
        raise RefusedError(f"Port {port} can't be used ({fault.strerror or fault}); name another with --port.") from None
    return 0


def said(sentence: str) -> None:
    """Say something at once, also where what is said goes into a file."""
    print(sentence, flush=True)


def check_target(target: Path) -> None:
    """Raise RefusedError where something else lies in the folder's place, or nothing can lie there."""
    from caffael.browser.building.laying import is_ours

    try:
        taken = target.exists() and not (target.is_dir() and (is_ours(target) or not any(target.iterdir())))
        if not target.exists():
            target.mkdir(parents=True)
            target.rmdir()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "that is no name of a folder"
        raise RefusedError(f"--out {str(target)!r} can't be made ({reason}); name another folder.") from None
    if taken:
        raise RefusedError(
            f"{str(target)!r} is there already and holds something that Caffael did not make; name another folder with --out."
        )
