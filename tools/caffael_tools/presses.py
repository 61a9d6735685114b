"""How many presses a whole game takes on one mouse, counted on the real board.

    python -m caffael_tools.presses                      First Steps, Our Town, Smarter Spending
    python -m caffael_tools.presses our-town --seed 7

Every team is played by people who decide as one bot would. They press nothing that they need not: what goes on by itself is waited for,
on a clock of the board's own. A press is a click; turning the wheel and waiting are none.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from caffael.board.double import SECONDS
from caffael.board.options import BoardOptions, make_session
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.screens.tender.weights import WeightSlider
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.board.widgets import Button, Card, ScrollArea, Widget
from caffael.board.window import Screen
from caffael.match import Match
from caffael.presentation.blocks import Choice
from caffael.presentation.decisions.learning import project_choice, train_choice
from caffael.presentation.decisions.needs import joint_choice, partner_choice
from caffael.presentation.press import Do
from caffael.presentation.screens import TELLERS, ScreenId
from caffael.presentation.settings import Settings
from caffael.presentation.setup.seating import USUAL_BOT, plan_of
from caffael.presentation.table.council import need_press
from caffael.presentation.viewer import Viewer
from caffael.rules import actions
from caffael.rules.actions import phase_of
from caffael.rules.terms import NONE, Phase
from caffael.saves import YOU, Turn
from caffael.scenario import Pack, load_pack

GAMES: tuple[tuple[str, int | None], ...] = (("first-steps", None), ("our-town", None), ("smarter-spending", 3))
TEAMS = 4
SEED = 2015
SIZE = (1280, 720)
PATIENCE = 400
"""So many times the board is waited for, until it stands still."""
MOST_WITHOUT = 30
"""So many presses lead to something that is played, or nothing will."""
MOST_MOVES = 3
"""Any weights are reached by so many presses on sliders, or not by sliders at all."""


class OtherWayError(AssertionError):
    """The board did not do what a press was to do."""


class Clock:
    """The board's time: it goes on when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1.0

    def __call__(self) -> float:
        """What it shows."""
        return self.seconds


class Presser:
    """People who play what was decided beforehand, and how often they pressed on each kind of screen."""

    def __init__(self, session: Session, turns: Sequence[Turn], clock: Clock) -> None:
        self.session = session
        self.decided = [turn.action for turn in turns]
        self.seats = [turn.seat for turn in turns]
        self.clock = clock
        self.presses: Counter[str] = Counter()

    def play(self) -> None:
        """Press until the debrief. Raises OtherWayError when the board plays something else, or comes to no end."""
        without = 0
        while without < MOST_WITHOUT:
            self.settle()
            if self.top.id is ScreenId.DEBRIEF:
                return
            before = len(self.session.game.history)
            self._step()
            played = sorted_ticks([turn.action for turn in self.session.game.history])
            without = 0 if len(played) > before else without + 1
            if played != sorted_ticks(self.decided[: len(played)]):
                raise OtherWayError(f"{self.kind}: the board played something else")
        raise OtherWayError(f"{self.kind}: nothing is decided any more")

    # The board

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        top = self.session.app.screen
        assert top is not None
        return top

    @property
    def kind(self) -> str:
        """Which screen is seen, and what lies over it."""
        dialogs = self.top.tree.dialogs
        return str(self.top.id) + (f": {type(dialogs[-1]).__name__} {dialogs[-1].label}" if dialogs else "")

    def settle(self) -> None:
        """Wait until nothing moves and nothing goes on by itself."""
        app = self.session.app
        for _ in range(PATIENCE):
            app.frame()
            tree = self.top.tree
            if not app.animator.busy and not (isinstance(tree, PacedTree) and tree.waiting):
                return
            self.clock.seconds += 0.5
        raise OtherWayError(f"{self.kind} does not come to rest")

    def press(self, *names: str) -> None:
        """Click on what has one of these names. Raises OtherWayError when there is none that can be pressed."""
        widget = self.find(*names)
        if widget is None:
            raise OtherWayError(f"{self.kind}: nothing named {' or '.join(names)} can be pressed")
        parent = widget.parent
        while parent is not None:
            parent.reveal(widget)
            parent = parent.parent
        self.click(widget, self._free_spot(widget))

    def press_main(self) -> None:
        """Click on what a sheet is there for: its last primary button."""
        buttons = [one for one in self.top.tree.reachable() if isinstance(one, Button) and one.style == "primary" and one.enabled]
        if not buttons:
            raise OtherWayError(f"{self.kind}: there is nothing to go on with")
        self.press(buttons[-1].name)

    def find(self, *names: str) -> Widget | None:
        """What can be pressed under a name; the names are tried in their order."""
        order = [one for one in self.top.tree.reachable() if one.enabled]
        return next((one for name in names for one in order if one.name == name), None)

    def _free_spot(self, widget: Widget) -> tuple[float, float]:
        """A point at which a mouse meets the widget, and nothing that lies on it."""
        box, parent = widget.box.copy(), widget.parent
        while parent is not None:
            box, parent = box.clip(parent.box) if isinstance(parent, ScrollArea) else box, parent.parent
        for down, across in product((0.5, 0.3, 0.7, 0.1, 0.9), repeat=2):
            at = (box.left + box.width * across, box.top + box.height * down)
            if self.top.tree.at(at, self.session.app.look) is widget:
                return at
        raise OtherWayError(f"{self.kind}: {widget.name} lies under something")

    def click(self, widget: Widget, at: tuple[float, float]) -> None:
        """One press with the mouse, counted."""
        app = self.session.app
        kind = str(self.top.id) + ("+" if self.top.tree.dialogs else "")
        self.presses[kind] += 1
        self.clock.seconds += SECONDS  # no second press of a double one
        pixel = app.look.scale.to_pixels(at)
        for what in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.clear()
            pygame.event.post(pygame.event.Event(what, pos=pixel, button=1, touch=False))
            app.frame()

    # What is decided

    @property
    def next(self) -> int:
        """The action that was decided on here."""
        return self.decided[len(self.session.game.history)]

    def _phase(self, ahead: int = 0) -> int:
        return phase_of(self.decided[len(self.session.game.history) + ahead])

    def _step(self) -> None:
        page = self.top.id
        if page in TELLERS:
            self.press("go on", "continue", "skip")
        elif page is ScreenId.MANAGE:
            self._manage()
        elif page is ScreenId.TENDER:
            self._tender()
        elif self.top.tree.dialogs:
            self._sheet()
        else:
            self._table()

    # The table

    def _table(self) -> None:
        action, viewer = self.next, self.session.viewer
        if actions.TENDER <= action < actions.ENGAGE:
            self._begin_tender(action - actions.TENDER)
        elif actions.JOINT_TENDER <= action < actions.PARTNER:
            self._choose("do joint", joint_choice(viewer), action - actions.JOINT_TENDER)
            need = action - actions.JOINT_TENDER
            self._choose("", partner_choice(viewer, need), self.decided[len(self.session.game.history) + 1] - actions.PARTNER)
        elif actions.ENGAGE <= action < actions.JOINT_TENDER:
            self.press(f"need {action - actions.ENGAGE}")
            self.press("engage", self.session.text("Engage the market"))
        elif actions.TRAIN <= action < actions.ROUTE:
            self._choose(*self._learned(viewer, action))
        else:
            self.press("do pass")
            if self.top.id is ScreenId.TABLE and self.top.tree.dialogs:
                self.press_main()

    def _begin_tender(self, need: int) -> None:
        """The shortest way to the page of the tender: by the need itself where the table offers that."""
        pressed = need_press(self.session.viewer, need)
        self.press(f"need {need}" if isinstance(pressed, Do) else "do tender")

    def _learned(self, viewer: Viewer, action: int) -> tuple[str, Choice, int]:
        """Which choice an action stands in, and the button that opens it."""
        for button, make in (("do train", train_choice), ("do project", project_choice)):
            choice = make(viewer)
            if any(offer.action == action for offer in choice.offers):
                return button, choice, action
        raise OtherWayError(f"no way to {action}")

    def _choose(self, button: str, choice: Choice, action: int) -> None:
        if button:
            self.press(button)
        offer = next(offer for offer in choice.offers if offer.action == action)
        card = self.find(offer.id)
        if not (isinstance(card, Card) and card.chosen):
            self.press(offer.id)
        self.press_main()

    def _sheet(self) -> None:
        """A sheet that opened by itself: a question of a partner, or what an engagement turned up."""
        if self._phase() == Phase.ANSWER:
            self.press_main() if self.next == actions.AGREE else self.press(self.session.text("Refuse"))
        else:
            self.press("close sheet")

    def _manage(self) -> None:
        at, seat = len(self.session.game.history), self.session.game.state.decider
        wanted = []
        for action, who in zip(self.decided[at:], self.seats[at:], strict=True):
            if who != seat or not actions.MANAGE <= action < actions.SUPPLIER:
                break
            wanted.append(action - actions.MANAGE)
        ticked = [one.name for one in self.top.tree.reachable() if isinstance(one, Card) and one.chosen]
        for need in wanted:
            if f"contract {need}" not in ticked:
                self.press(f"contract {need}")
        for name in ticked:
            if int(name.split()[1]) not in wanted:
                self.press(name)
        self.press("done")

    # A tender

    def _tender(self) -> None:
        screen = self.top
        assert isinstance(screen, TenderScreen)
        if screen.tree.dialogs:
            self.press("predict nobody", "publish now")
            return
        draft, at = screen.draft, len(self.session.game.history)
        wanted = {phase_of(action): action for action in reversed(self.decided[at : at + 4])} | {phase_of(self.next): self.next}
        if not draft.joint:
            need, choice = self.next - actions.TENDER, self.decided[at + 1] - actions.ROUTE
            if draft.need != need:
                self.press(f"need.{need}", "step.0")
                return
            if draft.choice != choice:
                self.press(f"way.{choice}", f"route.{choice}", f"scope.{choice}", "step.1")
                return
        if draft.weighs and draft.weights != (row := wanted[Phase.WEIGHTS] - actions.PUBLISH):
            self._weigh(screen, row)
        elif not draft.ready:
            self.press(f"bidder.{wanted[Phase.SUPPLIER] - actions.SUPPLIER}")
        else:
            self.press("publish")

    def _weigh(self, screen: TenderScreen, row: int) -> None:
        """Set the weights with the fewest presses: a card or a preset, else places on the sliders."""
        draft = screen.draft
        if self.find(f"weights.{row}") is not None:
            self.press(f"weights.{row}")
        else:
            for name, percent in fewest_moves(screen, row):
                slider = self.find(name)
                if isinstance(slider, WeightSlider):
                    self.click(slider, (slider.place_of(percent), slider.rail.centery))
                else:
                    self.press(name)
        if draft.weights != row:
            raise OtherWayError(f"the weights stand at {draft.percentages}, not at {draft.rows.rows[row]}")


def sorted_ticks(played: Sequence[int]) -> list[int]:
    """The actions of a game, with what is managed at one time in one order: which is ticked first makes no difference."""
    whole: list[int] = []
    for managing, together in groupby(played, lambda action: actions.MANAGE <= action < actions.SUPPLIER):
        row = list(together)
        whole += sorted(row) if managing else row
    return whole


def fewest_moves(screen: TenderScreen, row: int) -> list[tuple[str, int]]:
    """The fewest presses that lead from the weights as they stand to a row: presets, and places on sliders.

    Raises OtherWayError when none do.
    """
    draft = screen.draft
    presets = [(f"preset.{name.lower()}", preset) for name, preset in draft.rows.presets(draft.need).items()]
    sliders = [(criterion, percent) for criterion in draft.rows.criteria for percent in draft.rows.values(criterion)]
    seen = {(draft.weights, NONE)}
    reached: list[tuple[int, int, list[tuple[str, int]]]] = [(draft.weights, NONE, [])]
    for _ in range(MOST_MOVES):
        further = []
        for now, moving, moves in reached:
            steps = [(preset, NONE, (name, 0)) for name, preset in presets]
            for criterion, percent in sliders:
                if criterion != moving and percent != draft.rows.rows[now][criterion]:
                    steps.append((draft.rows.moved(now, criterion, percent), criterion, (f"weight.{criterion}", percent)))
            for after, last, step in steps:
                if after == row:
                    return [*moves, step]
                if (after, last) not in seen:
                    seen.add((after, last))
                    further.append((after, last, [*moves, step]))
        reached = further
    raise OtherWayError("no weights that are offered lead there")


def stop(fault: Exception) -> None:
    """A board on which something fails is not counted."""
    raise fault


def decided_by(pack: Pack, bot: str, seed: int, teams: int = TEAMS) -> list[Turn]:
    """All that a bot in every seat decides in a game."""
    plan = plan_of(pack, "en", [bot] * teams)
    match = Match.start(pack, plan.seats(), seed)
    while not match.finished:
        match.play(match.bot_action())
    return match.history


def count_presses(scenario: str, years: int | None, *, seed: int = SEED, bot: str = USUAL_BOT, teams: int = TEAMS) -> Counter[str]:
    """The presses of a whole game, by kind of screen; a plus means that a sheet lay over it."""
    pack = load_pack(scenario, years)
    decided = decided_by(pack, bot, seed, teams)
    settings, clock = Settings(sounds="off", movement="reduced"), Clock()
    session = make_session(BoardOptions(size=SIZE, seed=seed), settings)
    session.app.now = clock
    session.note_fault = stop  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        session.games = Path(folder)
        seats = [replace(seat, player=YOU) for seat in plan_of(pack, "en", [bot] * teams).seats()]
        try:
            session.new_game(pack, seats, seed)
            player = Presser(session, decided, clock)
            player.play()
            if len(session.game.history) != len(decided):
                raise OtherWayError("the game ended early")
        finally:
            if session.match is not None:
                session.match.close()
    return player.presses


def table_of(counted: Sequence[tuple[str, Counter[str]]]) -> Iterator[str]:
    """The counts side by side as a table of Markdown."""
    kinds = sorted({kind for _, presses in counted for kind in presses})
    yield f"| presses | {' | '.join(name for name, _ in counted)} |"
    yield f"| --- |{' ---: |' * len(counted)}"
    for kind in kinds:
        yield f"| {kind} | {' | '.join(str(presses[kind]) for _, presses in counted)} |"
    yield f"| all | {' | '.join(str(presses.total()) for _, presses in counted)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    asked.add_argument("scenario", nargs="?", help="one of them alone")
    asked.add_argument("--years", type=int)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--bot", default=USUAL_BOT, help="whose decisions people press")
    asked.add_argument("--teams", type=int, default=TEAMS)
    said = asked.parse_args(arguments)
    games = GAMES if said.scenario is None else ((said.scenario, said.years),)
    counted = [(name, count_presses(name, years, seed=said.seed, bot=said.bot, teams=said.teams)) for name, years in games]
    print("\n".join(table_of(counted)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
