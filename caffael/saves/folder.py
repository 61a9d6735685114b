"""The folder of saved games: its names, and what lies in it at a glance."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from caffael import rules
from caffael.saves.entries import Stand, stand_fields
from caffael.saves.faults import EarlierRulesError, EmptyRecordError, RecordError
from caffael.saves.header import Branched, Header, Seat, tidy
from caffael.saves.packs import Finder, carried_pack
from caffael.saves.places import games_folder
from caffael.saves.reading import SUFFIX, Record, read
from caffael.saves.writing import Writer
from caffael.scenario import Pack
from caffael.scenario.wording import CampaignText, Words
from caffael.words.sentence import Sentence

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Save:
    """A saved game at a glance. Of a damaged file only the path, the date and `why_not` are known."""

    path: Path
    date: datetime  # when it began
    scenario: str
    seats: tuple[Seat, ...]  # teams and players as they are now
    year: int
    years: int
    actions: int
    finished: bool
    totals: tuple[int, ...] | None  # each seat's score, once finished
    why_not: Sentence | None  # why it can't be continued
    title: Words | None = None  # of its scenario, if that is here
    campaign: CampaignText | None = None  # of which it is a game
    after: str = ""  # the file name of the game it went on from
    branched: Branched | None = None  # the game it goes another way from
    name: str = ""  # what people call it
    can_be_told: bool = False  # whether it can be watched, and its debrief made, also where it can't be continued

    @property
    def can_continue(self) -> bool:
        """Whether it can be opened and played on (or, when finished, looked back at and its last action taken back)."""
        return self.why_not is None

    @property
    def can_go_on(self) -> bool:
        """Whether it is a finished game of a campaign that has a next one."""
        return self.finished and self.can_continue and self.campaign is not None and bool(self.campaign.next)


def name_of(scenario: str, when: datetime) -> str:
    """The file name of a game: date, time, scenario."""
    plain = re.sub(r"[^a-z0-9]+", "-", scenario.lower()).strip("-")[:LONGEST_ID]
    return f"{when:%Y-%m-%d-%H%M%S}-{plain or 'game'}{SUFFIX}"


def list_saves(folder: Path | None = None, opened: Sequence[Path] = (), more: Iterable[Path] = ()) -> list[Save]:
    """Every saved game of the folder, and of more folders, newest first. Files in which no game was begun are left out.

    `opened` are packs that were opened from elsewhere.
    """
    finder = Finder(opened)
    paths = [path for place in dict.fromkeys((folder or games_folder(), *more)) for path in save_paths(place)]
    saves = [save for path in paths if (save := glance_safely(path, finder)) is not None]
    return sorted(saves, key=lambda save: (save.date, save.path.name), reverse=True)


def save_paths(folder: Path) -> Iterator[Path]:
    """The files of games in a folder; none when it is not there or may not be read."""
    try:
        yield from [path for path in folder.iterdir() if path.suffix.lower() == SUFFIX and not path.name.startswith(".")]
    except OSError:
        return


def glance_safely(path: Path, finder: Finder) -> Save | None:
    """One save at a glance. Whatever is wrong with it, also what nobody thought of, is told of it alone."""
    try:
        return glance(path, finder)
    except Exception:
        why = Sentence("{file} can't be read as a game.", file=path.name)
        return Save(path, changed_at(path), "", (), 0, 0, 0, False, None, why)


def glance(path: Path, finder: Finder) -> Save | None:
    """One save at a glance; None when no game was begun in it."""
    try:
        record = read(path)
    except EmptyRecordError:
        return None
    except RecordError as fault:
        return Save(path, changed_at(path), "", (), 0, 0, 0, False, None, fault.sentence)
    header = record.header
    pack, why_not = pack_of(header, path, finder)
    return Save(
        path,
        began_at(header) or changed_at(path),
        header.scenario,
        tuple(record.seats),
        record.year,
        header.years,
        len(record.moves),
        record.finished,
        record.totals,
        why_not,
        None if pack is None else pack.title,
        None if pack is None else pack.campaign,
        "" if header.carried is None else header.carried.file,
        header.branched,
        record.name,
        pack is not None,
    )


def name_game(path: Path, name: str) -> None:
    """Give a saved game a name, in a line of its record; an empty one takes it away. Raises RecordError when that can't be done."""
    record = read(path)
    name = tidy(name)
    if name == record.name:
        return
    stand = record.entries[-1].stand if record.entries else Stand(1)
    writer = Writer.carry_on(record)
    writer.add({"game": name, **stand_fields(stand)})
    writer.close()
    if writer.trouble is not None:
        raise RecordError(writer.trouble)


def began_at(header: Header) -> datetime | None:
    """When a game began, if its header says it in a form that is known."""
    try:
        return datetime.fromisoformat(header.created).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def changed_at(path: Path) -> datetime:
    """When a file was last written."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0).astimezone()


def pack_of(header: Header, record: Path, finder: Finder) -> tuple[Pack | None, Sentence | None]:
    """The pack of a game, where it is here and the game can be watched with it; and why the game can't be played on, or None."""
    if not header.can_be_played_again:
        return None, why_not_rules(header)
    try:
        pack = finder.find(header, record)
    except RecordError as fault:
        return None, fault.sentence
    return pack, why_not_on(header, pack)


def pack_to_play_on(record: Record, opened: Sequence[Path] = (), pack: Pack | None = None) -> Pack:
    """The pack with which a game is played on: the one that is given, else one that is here. Raises RecordError when the game can't be."""
    header = record.header
    found, why_not = pack_of(header, record.path, Finder(opened)) if pack is None else (pack, why_not_on(header, pack))
    if found is None or why_not is not None:
        assert why_not is not None
        earlier = found is not None and header.rules != rules.RULES_VERSION
        raise (EarlierRulesError if earlier else RecordError)(why_not)
    return carried_pack(found, header)


def why_not_on(header: Header, pack: Pack) -> Sentence | None:
    """Why a game can't be played on with a pack, or None."""
    return why_not_rules(header) or why_not_digest(header, carried_pack(pack, header).digest)


def why_not_rules(header: Header) -> Sentence | None:
    """Why a game can't be played on under the rules of this version, or None."""
    if header.rules == rules.RULES_VERSION:
        return None
    if header.can_be_played_again:
        pattern = "This game was played under rules {found}, not {known}: it can be watched but not played on."
    else:
        pattern = "This game was played under rules {found} and these are rules {known}, so it can be looked at but not continued."
    return Sentence(pattern, found=header.rules, known=rules.RULES_VERSION)


def why_not_digest(header: Header, digest: str) -> Sentence | None:
    """Why a game can't be played on with a pack of this digest, or None."""
    if header.digest == digest:
        return None
    pattern = "The numbers of scenario {scenario} have changed since this game began, so it can be looked at but not continued."
    return Sentence(pattern, scenario=header.scenario)
