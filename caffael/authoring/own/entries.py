"""What stands on the shelf: packs that ship, the user's own, and those that were opened from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from caffael.authoring.own.places import own_folder
from caffael.scenario import Fault, Pack, PackError, PackInfo, find_packs, load_pack
from caffael.scenario.finding import pack_info


@dataclass(slots=True)
class Entry:
    """A pack on the shelf. `pack` and all of its faults are known once `look` has been called; before, those of its scenario.toml."""

    info: PackInfo
    path: Path
    own: bool = False
    opened: bool = False  # from elsewhere, and not kept
    pack: Pack | None = None
    faults: tuple[Fault, ...] = ()
    looked: bool = False

    def look(self) -> None:
        """Read the whole pack, if that has not been done."""
        if not self.looked:
            self.looked = True
            try:
                self.pack = load_pack(self.path)
            except PackError as error:
                self.faults = tuple(error.faults)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is worth a second thought."""
        return () if self.pack is None else tuple(self.pack.warnings)


def entry_of(info: PackInfo) -> Entry:
    """An entry for what a list of packs shows."""
    path = info.place
    return Entry(info, path, own=path.parent == own_folder(), faults=info.faults)


def shelf(opened: Sequence[Path]) -> list[Entry]:
    """All of the shelf by level, at the end what has faults; what was opened from elsewhere comes first of its level."""
    entries = [entry_of(info) for info in find_packs([own_folder()])]
    there = {entry.path.resolve() for entry in entries}
    for path in opened:
        if path.resolve() not in there:
            entry = entry_of(pack_info(path))
            entry.path, entry.opened, entry.own = path, True, False
            entries.append(entry)
    return sorted(
        entries, key=lambda entry: (bool(entry.faults), entry.info.level, entry.own, not entry.opened, game_of(entry), entry.info.id)
    )


def game_of(entry: Entry) -> int:
    """Which game of its campaign a pack is; 0 for one without."""
    return 0 if entry.info.campaign is None else entry.info.campaign.game
