"""The log of faults in a screen, for those who mend them."""

import traceback
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

LARGEST_LOG = 1_000_000


def write_fault(fault: Exception, folder: Path | None = None) -> Path | None:
    """Write down where a fault came from, in the folder for logs, and give the file; None when that can't be written either."""
    try:
        if folder is None:
            folder = user_log_path("caffael", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "faults.log"
        if path.exists() and path.stat().st_size > LARGEST_LOG:
            path.replace(folder / "faults.old.log")
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S %z}\n{''.join(traceback.format_exception(fault))}\n")
    except OSError:
        return None
    return path
