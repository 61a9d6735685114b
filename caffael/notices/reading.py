"""Files of notices, read one after the other: the newest release of each notice counts, and what it lacks comes from an earlier one."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from caffael.notices.faults import NoticesError
from caffael.notices.notice import Lot, Notice
from caffael.notices.release import notice_of
from caffael.notices.streaming import Taken, releases
from caffael.notices.utf8 import Utf8, unreadable
from caffael.words.sentence import Sentence

MOST_NOTICES = 200_000
"""Notices that are kept in memory; a year of all the United Kingdom has some 150,000."""
OGL = "Open Government Licence v3.0"
LICENCES = {"open-government-licence": OGL, "opendatacommons.org/licenses/pddl": "PDDL 1.0", "creativecommons.org/publicdomain": "CC0 1.0"}
"""Licences by what their addresses hold."""
OGL_PREFIXES = ("ocds-kuma6s", "ocds-h6vhtk", "ocds-b5fd17")
"""Notices of Sell2Wales, Find a Tender and Contracts Finder, which publish under the OGL."""


@dataclass(slots=True)
class Read:
    """What came of files: the notices, how many releases there were, and how many were passed over (too large, or without a tender)."""

    notices: list[Notice] = field(default_factory=list)
    releases: int = 0
    without_tender: int = 0
    too_large: int = 0


Progress = Callable[[Path, int, int], None]
"""Hears how far a file has been read: the file, how many of its bytes, and how many notices there are by now."""


def read_notices(paths: Sequence[Path], progress: Progress = lambda *_: None) -> Read:
    """The notices of files. Raises NoticesError that names every file that can't be read, or that holds no notice."""
    steps = reading(paths, progress)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            read: Read = end.value
            return read


def reading(paths: Sequence[Path], progress: Progress = lambda *_: None) -> Generator[None, None, Read]:
    """The same release by release, so that something else can be done between two. Raises NoticesError."""
    read = Read()
    newest: dict[str, Notice] = {}
    faults: list[Sentence] = []
    for path in files_of(paths):
        try:
            yield from read_file(path, read, newest, progress)
        except NoticesError as fault:
            faults += fault.sentences
            if len(newest) > MOST_NOTICES:
                break
    if faults:
        raise NoticesError(*faults)
    read.notices = list(newest.values())
    return read


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files that are named; of a folder the .json and .jsonl files in it. Raises NoticesError where there are none in it."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        try:
            inside = sorted(one for one in path.iterdir() if one.name.lower().endswith(ENDINGS) and one.is_file())
        except OSError as error:
            raise unreadable(path, error) from None
        if not inside:
            raise NoticesError(Sentence('There is no .json file in the folder "{folder}"; name files of notices.', folder=path.name))
        found += inside
    return found


ENDINGS = (".json", ".jsonl", ".json.gz", ".jsonl.gz")
"""How the names of files of notices end in a folder."""


def read_file(path: Path, read: Read, newest: dict[str, Notice], progress: Progress) -> Iterator[None]:
    """Read one file, a release at a step. Raises NoticesError."""
    file = Utf8(path, lambda done: progress(path, done, len(newest)))
    taken, came, before = Taken(), list[str](), read.releases
    try:
        for release in releases(file, path.name, taken):
            yield
            read.releases += 1
            notice = notice_of(release)
            if notice is None:
                read.without_tender += 1
                continue
            known = newest.get(notice.ocid)
            newest[notice.ocid] = notice if known is None else later(known, notice)
            came.append(notice.ocid)
            if len(newest) > MOST_NOTICES:
                raise NoticesError(Sentence("These are more than {most} notices; take those of a year at most.", most=MOST_NOTICES))
    finally:
        file.close()
    read.too_large += taken.passed_over
    if read.releases == before:
        raise NoticesError(Sentence('There is no tender notice in "{file}"; download notices as OCDS releases or records.', file=path.name))
    for ocid in came:
        newest[ocid] = replace(newest[ocid], licence=licence_of(ocid, str(taken.about.get("license", ""))))


def licence_of(ocid: str, address: str) -> str:
    """The licence of a notice: what its package names, else what its portal publishes under; empty where it is not known."""
    for part, name in LICENCES.items():
        if part in address:
            return name
    if address:
        return address[:120]
    return OGL if ocid.startswith(OGL_PREFIXES) else ""


def later(one: Notice, other: Notice) -> Notice:
    """The newer of two forms of a notice, with what it lacks from the other; of those of one day the second."""
    older, newer = (other, one) if one.date > other.date else (one, other)
    lots = newer.lots
    if newer.weights is None and older.weights is not None:
        lots = older.lots if len(older.lots) == len(newer.lots) else tuple(with_weights(lot, older) for lot in newer.lots)
    return replace(
        newer,
        title=newer.title or older.title,
        title_cy=newer.title_cy or older.title_cy,
        story=newer.story or older.story,
        story_cy=newer.story_cy or older.story_cy,
        buyer=newer.buyer or older.buyer,
        buyer_cy=newer.buyer_cy or older.buyer_cy,
        cpv=newer.cpv or older.cpv,
        pounds=newer.pounds if newer.pounds is not None else older.pounds,
        years=newer.years if newer.years is not None else older.years,
        regions=newer.regions or older.regions,
        link=newer.link or older.link,
        licence=newer.licence or older.licence,
        lots=lots,
    )


def with_weights(lot: Lot, notice: Notice) -> Lot:
    """A lot with what its notice asked before."""
    return replace(lot, weights=notice.weights)
