"""The home folder of a tab: laid out from what the browser keeps, and swept when the board rests."""

from pathlib import Path
from typing import Any, cast

from caffael import disk
from caffael.browser.keeping.journal import Journal
from caffael.browser.keeping.mirror import Mirror
from caffael.browser.keeping.opfs import OpfsHandle
from caffael.presentation.saving import Storage

REST = 2.0
"""So many seconds after the last thing that happened the home folder is swept."""


class Home:
    """What is known of the home folder: whether it is kept, and by whom."""

    def __init__(self, mirror: Mirror | None, state: Storage) -> None:
        self.mirror = mirror
        self.state = state
        self._swept = True
        self._stirred = 0.0

    def stir(self, now: float) -> None:
        """Something happened, at this second of the board's clock."""
        self._swept, self._stirred = False, now

    def rest(self, now: float) -> float | None:
        """Sweep when nothing has happened for a moment; give the seconds until then, or None when there is nothing to wait for."""
        if self._swept or self.mirror is None:
            return None
        left = self._stirred + REST - now
        if left > 0:
            return left
        self.sweep()
        return None

    def sweep(self) -> bool:
        """Keep whatever has changed; say whether all is kept."""
        self._swept = True
        return self.mirror is not None and self.mirror.sweep()

    def promised(self, granted: bool) -> None:
        """The browser has said whether it keeps the files until somebody deletes them."""
        if self.state in ("kept", "may vanish"):
            self.state = "kept" if granted else "may vanish"


def open_home(store: Any, place: Path | None = None) -> Home:
    """Lay out the home folder from the browser's store, and keep it from now on. `store` is what page/store.js gives."""
    if store.state != "kept":
        return Home(None, cast("Storage", str(store.state)))
    try:
        mirror = Mirror(place or Path.home(), Journal(OpfsHandle(store.one), OpfsHandle(store.other)))
        mirror.lay_out()
    except OSError:
        return Home(None, "denied")
    if mirror.journal.too_long:
        mirror.journal.shorten()
    disk.use(mirror)
    return Home(mirror, "kept")
