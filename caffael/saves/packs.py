"""The scenario of a record, looked for wherever it may lie by now: sticks, folders and accounts change their names.

A record says the id of its scenario, the fingerprint of its numbers, and the name of the folder or zip it lay in, never a whole path: what
a stranger's record says is looked for only in places that are known here.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from platformdirs import user_data_path

from caffael.resources import write_whole
from caffael.saves.faults import RecordError
from caffael.saves.header import Header
from caffael.saves.places import games_folder
from caffael.scenario import Pack, PackError, load_pack
from caffael.scenario.finding import shipped
from caffael.scenario.pack import begin_with, beginning_of
from caffael.scenario.read.places import is_pack, name_of, packs_in
from caffael.words.sentence import Sentence

OWN = "scenarios"
"""The folder of the user's own packs, beside that of the games."""
NOTED = "opened-games.txt"
"""A file beside the saved games, of this computer alone: where the packs lay that were opened from elsewhere, the last one first."""
MOST_NOTED = 40
MOST_IN_A_FOLDER = 200


def own_folder() -> Path:
    """The folder of the user's own packs, beside the saved games. It is made when the first one is kept."""
    return games_folder().parent / OWN


class Finder:
    """Finds the packs of records, and loads each once. `opened` are packs that were opened from elsewhere."""

    def __init__(self, opened: Sequence[Path] = ()) -> None:
        self._opened = opened
        self._packs: dict[tuple[Path, int], Pack | None] = {}
        self._folders: dict[Path, list[Path]] = {}

    def find(self, header: Header, record: Path) -> Pack:
        """The pack that a game was begun with, else one of its numbers under another id, else one of its id with other numbers.

        A later game of a campaign has one pack alone: their numbers are often the same. Raises RecordError when none is here.
        """
        name = header.scenario if header.path is None else header.path
        places = list(dict.fromkeys(self._places(record)))
        moved = changed = None
        for place in sorted(places, key=lambda place: name_of(place) not in (name, place_stem(name))):
            pack = self._load(place, header.years)
            if pack is None:
                continue
            if carried_pack(pack, header).digest == header.digest:
                if pack.id == header.scenario:
                    return pack
                moved = moved or (pack if header.carried is None else None)
            elif pack.id == header.scenario:
                changed = changed or pack
        found = moved or changed
        if found is None:
            pattern = "The scenario {scenario} is not here any more or has faults, so this game can be looked at but not continued."
            raise RecordError(Sentence(pattern, scenario=header.scenario))
        return found

    def _places(self, record: Path) -> Iterator[Path]:
        """The packs that are known: those that ship, one's own, those of the stick and the folder of the record, those opened."""
        beside = record.absolute().parent
        folders = (*shipped(), own_folder(), user_data_path("caffael") / OWN, beside.parent / OWN, beside)
        for folder in folders:
            if folder not in self._folders:
                self._folders[folder] = list(islice(packs_in(folder), MOST_IN_A_FOLDER))
            yield from self._folders[folder]
        yield from (place for place in (beside, *self._opened, *noted_places()) if is_pack(place))

    def _load(self, place: Path, years: int) -> Pack | None:
        if (place, years) not in self._packs:
            self._packs[place, years] = None
            with suppress(PackError):
                self._packs[place, years] = load_pack(place, years=years)
        return self._packs[place, years]


def place_stem(name: str) -> str:
    """The name of a zip without its ending."""
    return name.removesuffix(".zip")


def carried_pack(pack: Pack, header: Header) -> Pack:
    """The pack as a game was begun with it: its teams begin with what they carried over from the game before."""
    if header.carried is None:
        return pack
    try:
        cards = header.make_cards()
    except ValueError:
        return pack  # its numbers are refused when it is played again
    return begin_with(pack, {seat.council: beginning_of(cards.councils[header.councils.index(seat.council)]) for seat in header.seats})


def noted_places() -> list[Path]:
    """Where packs lay that were opened from elsewhere on this computer, the last one first."""
    try:
        lines = (games_folder().parent / NOTED).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    return [Path(line) for line in lines[:MOST_NOTED] if line]


def note_place(place: Path) -> None:
    """Note where a pack lies from which a game begins, unless it is one that is found anyway."""
    place = place.absolute()
    if place.parent in (*shipped(), own_folder()):
        return
    lines = dict.fromkeys(str(one) for one in (place, *noted_places()))
    with suppress(OSError, ValueError):
        games_folder().parent.mkdir(parents=True, exist_ok=True)
        write_whole(games_folder().parent / NOTED, "".join(f"{line}\n" for line in islice(lines, MOST_NOTED)).encode())
