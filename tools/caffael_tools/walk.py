"""A whole game in a terminal: every page and sheet that a class would see, as text, without a window.

    python -m caffael_tools.walk smarter-spending --lang cy
    python -m caffael_tools.walk first-steps --years 3 --seed 7 --seats you,local

People's seats are played by a bot's advice, through the pages on which people decide. A sheet is told where a page first opens it in
a year.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from caffael.debrief import make_debrief
from caffael.presentation.blocks import Choice, Page, Sheet
from caffael.presentation.debrief.pages import class_story
from caffael.presentation.decisions.confirm import answer_sheet
from caffael.presentation.decisions.manage import manage_page
from caffael.presentation.decisions.needs import partner_choice
from caffael.presentation.flow import Flow
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.table.page import table_page
from caffael.presentation.telling import told_page
from caffael.presentation.tender.draft import Draft
from caffael.presentation.tender.pages import confirm_sheet, need_page, predict_choice, route_page, tender_page
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import Phase
from caffael.saves import Seat
from caffael.scenario import PackError, load_pack
from caffael.words.language import CODES, Code, Language
from caffael_tools.plain import as_text

ADVICE = "balanced"
TEAMS = ("Derwen", "Bedwen", "Celyn", "Onnen", "Masarn", "Ywen")
PLAYERS = ("you", "you", "greenest", "local")
LEAVES = frozenset({"council", "neighbour", "supplier"})
"""Sheets whose own sheets are told from the table anyway."""

Shown = Page | Sheet | Choice


class Walk:
    """One game, told page by page in one language."""

    def __init__(self, scenario: str, code: Code, players: Sequence[str], years: int | None, seed: int, games: Path) -> None:
        pack = load_pack(scenario, years)
        self.flow = Flow(Language(code), games=games, seed=seed)
        seats = [Seat(team, council, player) for team, council, player in zip(TEAMS, pack.ids.councils, players, strict=False)]
        self.flow.new_game(pack, seats)
        self.opened: set[tuple[int, int, str, tuple[int, ...]]] = set()

    def pages(self) -> Iterator[Shown]:
        """Every page to the end of the debrief, in the order in which they are seen."""
        flow = self.flow
        while flow.page is not ScreenId.DEBRIEF:
            if flow.telling is not None:
                yield told_page(flow.viewer_at(flow.telling.story.seat), flow.telling)
                flow.go_on()
            elif flow.bot_now() is not None:
                flow.play(flow.bot_action())
            else:
                yield from self._decided()
        match = flow.game
        viewer = flow.viewer_at(0)
        yield from class_story(viewer, make_debrief(match))

    def _decided(self) -> Iterator[Shown]:
        """The pages on which the team decides, with the sheets that they open; then the decision is played."""
        flow = self.flow
        viewer, state = flow.viewer, flow.game.state
        action = flow.game.bot_action(ADVICE)
        if flow.page is ScreenId.TABLE:
            yield from self._with_sheets(viewer, table_page(viewer))
            if state.phase == Phase.ANSWER:
                yield answer_sheet(viewer)
            else:
                yield from self._verbs(viewer, action)
        elif flow.page is ScreenId.MANAGE:
            yield from self._with_sheets(viewer, manage_page(viewer, ()))
        elif state.phase == Phase.PARTNER:
            yield partner_choice(viewer, state.drafts[viewer.seat].need)
        else:
            yield from self._written(viewer, action)
        flow.play(action, viewer.seat)

    def _verbs(self, viewer: Viewer, action: int) -> Iterator[Shown]:
        """What each verb opens; for a tender the page of needs."""
        yield need_page(viewer, Draft(viewer))
        for sheet in ("engage", "train", "joint", "project", "pass"):
            if self._first(viewer, Open(sheet)):
                yield SHEETS[sheet](viewer)

    def _written(self, viewer: Viewer, action: int) -> Iterator[Shown]:
        """The page of a tender that is being written, and what asks before it is published."""
        draft = Draft(viewer)
        if viewer.state.phase == Phase.ROUTE:
            yield route_page(viewer, draft)
            return
        draft.choose(action)
        yield tender_page(viewer, draft, 2)
        if draft.competes and not draft.joint:
            yield predict_choice(viewer, draft)
        yield confirm_sheet(viewer, draft)

    # Sheets

    def _first(self, viewer: Viewer, what: Open) -> bool:
        """Whether a sheet is told now: once for each team and year."""
        key = (viewer.state.year, viewer.seat, what.sheet, what.about)
        if key in self.opened:
            return False
        self.opened.add(key)
        return True

    def _with_sheets(self, viewer: Viewer, page: Shown) -> Iterator[Shown]:
        """A page, and every sheet that opens from it."""
        yield page
        for what in presses(page):
            if what.sheet in SHEETS and self._first(viewer, what):
                sheet = SHEETS[what.sheet](viewer, *what.about)
                if what.sheet in LEAVES:
                    yield sheet
                else:
                    yield from self._with_sheets(viewer, sheet)


def presses(shown: object) -> Iterator[Open]:
    """Everything that a page or a part of it opens."""
    if isinstance(shown, Open):
        yield shown
    elif isinstance(shown, Choice) and isinstance(shown.then, Open):
        yield from (Open(shown.then.sheet, (*shown.then.about, offer.action)) for offer in shown.offers if not offer.why)
    elif is_dataclass(shown):
        for one in fields(shown):
            yield from presses(getattr(shown, one.name))
    elif isinstance(shown, tuple | list):
        for part in shown:
            yield from presses(part)


def walk(
    scenario: str, code: Code, players: Sequence[str] = ("you", "you", "greenest", "local"), years: int | None = None, seed: int = 7
) -> Iterator[Shown]:
    """Every page of a whole game. The record of it lies in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="caffael-") as games:
        told = Walk(scenario, code, players, years, seed, Path(games))
        yield from told.pages()
        told.flow.leave()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a game; 0 when it came to its end, 2 when what was asked for can't be played."""
    parser = argparse.ArgumentParser(prog="python -m caffael_tools.walk", description="Tell a whole game in a terminal.")
    parser.add_argument("scenario", nargs="?", default="smarter-spending")
    parser.add_argument("--lang", choices=CODES, default="en")
    parser.add_argument("--seats", default=",".join(PLAYERS))
    parser.add_argument("--years", type=int)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args(arguments)
    try:
        for shown in walk(asked.scenario, asked.lang, asked.seats.split(","), asked.years, asked.seed):
            print(as_text(shown))
    except BrokenPipeError:  # who reads it has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except PackError as error:
        print(*error.faults, sep="\n", file=sys.stderr)
        return 2
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
