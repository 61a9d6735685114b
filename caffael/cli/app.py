"""The command `caffael`: one program for pupils, teachers and designers.

Exit 0: done. 1: what was checked does not hold, or a run was broken off. 2: it can't be understood or done. Errors are one plain sentence
that says the mend.
"""

import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from caffael.cli.calling import program
from caffael.cli.exit_codes import NOT_UNDERSTOOD, say
from caffael.cli.streams import prepare_streams


def main() -> None:
    """Run the command line. Without arguments the board opens at its title, without loading anything else first."""
    prepare_streams()
    if len(sys.argv) == 1:
        from caffael.board.options import BoardOptions, open_board
        from caffael.cli.planner_choice import Thinker

        raise SystemExit(guarded(lambda: open_board(BoardOptions(policy=Thinker()))))
    raise SystemExit(guarded(run_command))


def guarded(work: Callable[[], int]) -> int:
    """Run something; whatever goes wrong is told in one sentence, and written to the log for who may mend it."""
    try:
        code = work()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return say("Stopped.", NOT_UNDERSTOOD)
    except OSError as fault:
        if fault.filename is not None or fault.errno not in (errno.ENOSPC, errno.EIO, errno.EDQUOT):
            return own_fault(fault)
        return say(f"What was to be printed can't be written ({fault.strerror}).", NOT_UNDERSTOOD)
    except Exception as fault:
        return own_fault(fault)
    return code


def own_fault(fault: Exception) -> int:
    """Tell a fault of the program's own, and write it to the log."""
    where = write_log(fault)
    return say(f"Caffael met a fault of its own ({type(fault).__name__}); what happened is written in {where}.", NOT_UNDERSTOOD)


def write_log(fault: Exception) -> str:
    """Write a fault into the log folder; the place it was written to."""
    import traceback

    from platformdirs import user_log_path

    try:
        path = user_log_path("caffael", ensure_exists=True) / "faults.log"
        with path.open("a", encoding="utf-8") as log:
            traceback.print_exception(fault, file=log)
    except OSError:
        return "no file, because the log folder can't be written"
    return str(path)


def is_file_to_play(word: str, app: Any) -> bool:
    """Whether the first word is no command but a file or folder that is there, as when a saved game is opened with this program."""
    names = {info.name or info.callback.__name__ for info in app.registered_commands if info.callback is not None}
    names |= {group.name for group in app.registered_groups}
    try:
        return not word.startswith("-") and word not in names and Path(word).exists()
    except (OSError, ValueError):
        return False


def run_command() -> int:
    """Read the arguments and run their command."""
    import typer

    from caffael.cli import commands

    if len(sys.argv) > 1 and is_file_to_play(sys.argv[1], commands.app):
        sys.argv.insert(1, "play")
    misused: type[typer.BadParameter] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
    try:
        result = typer.main.get_command(commands.app)(prog_name="caffael", standalone_mode=False)
    except typer.Exit as left:
        return int(left.exit_code)
    except typer.Abort:
        return say("Stopped.", NOT_UNDERSTOOD)
    except misused as fault:
        return say(f"{fault.format_message().rstrip('.')}. See: {program()} --help", NOT_UNDERSTOOD)
    return result if isinstance(result, int) else 0
