"""Whole lessons in real browsers: `python -m tests.classroom.whole_lesson turns welsh filtered slow`, or no name for all of them.

Four captains and thirty voices, each a page of Chromium with a network of its own, play three years of the standard game through the
board's own server to the debrief on every device. It tells how it goes, and at the end what came of it; anything lost, answered twice or
wrong on a page is a failure. A lesson takes some minutes.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

from caffael.match import Match
from caffael.saves import Seat
from caffael.scenario import Pack, load_pack
from tests.classroom.lesson.owner import Owner, PlainOwner
from tests.classroom.lesson.the_class import Class, Plan, Report, Tell
from tests.classroom.lesson.wifi import FILTERED, SLOW

LESSONS = {
    "turns": Plan(),
    "sealed": Plan(seed=5, languages=("en", "cy")),
    "board": Plan(seed=6),
    "tab": Plan(seed=7, languages=("en", "cy")),
    "welsh": Plan(languages=("cy",), seed=2),
    "filtered": Plan(weathers=(FILTERED,), seed=3, languages=("cy", "en")),
    "slow": Plan(weathers=(SLOW,), seed=4, reloads=20.0, drops=20.0, languages=("en", "cy")),
}
"""In turns; sealed; over the real board; over the board in a tab, through a relay; all in Welsh; WebSockets cut, so that plain requests
carry it; on a slow network that breaks now and then."""


def row(pack: Pack, seats: int) -> list[Seat]:
    """Seats of people."""
    return [Seat(f"Team {seat + 1}", council, "you") for seat, council in enumerate(pack.ids.councils[:seats])]


def owner_of(pack: Pack, plan: Plan, folder: Path, seats: int, opening: float, whose: str) -> Owner:
    """Who owns the room of a recorded game: the board, the board in a tab, or else a match alone."""
    if whose == "board":
        from tests.classroom.lesson.board_owner import BoardOwner

        return BoardOwner(pack, row(pack, seats), folder, seed=plan.seed, shown=opening)
    if whose == "tab":
        from tests.classroom.lesson.tab_owner import TabOwner

        return TabOwner(pack, row(pack, seats), folder, built_in(folder), seed=plan.seed, shown=opening)
    match = Match.start(pack, row(pack, seats), plan.seed, save=folder / "lesson.caffael")
    return PlainOwner(match, journal=folder / "lesson.room", opening=opening)


def built_in(folder: Path) -> Path:
    """The folder for browsers."""
    from caffael.browser.building.laying import lay_out
    from caffael.browser.building.site import site

    lay_out(site(lambda sentence: None), folder / "web")
    return folder / "web"


def held(pack: Pack, plan: Plan, *, seats: int = 4, opening: float = 1.0, whose: str = "", tell: Tell) -> Report:
    """Hold a lesson; raises AssertionError for whatever was lost or went wrong on a device."""
    with tempfile.TemporaryDirectory() as name:
        with owner_of(pack, plan, Path(name), seats, opening, whose) as owner:
            report = asyncio.run(Class(owner, plan, tell).play())
        owner.match.close()
        recorded = Match.look_back(owner.record, pack)
        assert recorded.finished
        assert owner.ledger.check(recorded) == report.acts
    assert not report.faults, report.faults
    assert report.unanswered == 0
    return report


def pack_of(lesson: str) -> Pack:
    """The game that is played in a lesson: three years."""
    return load_pack("sealed" if "sealed" in lesson else "smarter-spending", 3)


def told(report: Report) -> str:
    """A report in a few lines."""
    seen = {key: value for key, value in asdict(report).items() if key not in ("stumbles", "refused")}
    seen |= {"minutes": round(report.seconds / 60, 1), "lost acts": 0}
    reasons: dict[str, int] = {}
    for one in (*report.stumbles, *report.refused):
        reasons[one] = reasons.get(one, 0) + 1
    return json.dumps(seen) + "".join(f"\n  {count} x {why}" for why, count in reasons.items())


def main() -> int:
    """Hold the lessons that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help=f"which ones: {', '.join(LESSONS)}")
    parser.add_argument("--voices", type=int, default=30, help="pupils beside the captains")
    parser.add_argument("--pages", type=int, default=30, help="how many of them are pages of Chromium, the others being plain lines")
    parser.add_argument("--pictures", type=Path, help="keep pictures of pages in this folder")
    asked = parser.parse_args()
    unknown = [name for name in asked.lessons if name not in LESSONS]
    if unknown:
        parser.error(f"there is no lesson {', '.join(unknown)}; there are {', '.join(LESSONS)}")
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    for name in asked.lessons or LESSONS:
        plan = replace(LESSONS[name], voices=asked.voices, pages=asked.pages, pictures=asked.pictures)

        def tell(words: str, name: str = name) -> None:
            print(f"{time.strftime('%X')} {name}: {words}", flush=True)

        tell(told(held(pack_of(name), plan, whose=name, tell=tell)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
