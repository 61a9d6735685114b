"""A game being shown, without a window: which page comes next, who decides, what tells of an action, and what is watched or taken back.

A front end makes a `Flow` and begins a game. From then on `page` names the page to be shown: one that tells (`telling` says of what, and
`go_on` leaves it), one on which people decide (`play`), or the table, while a computer team is to move (`bot_now`, `bot_action`). What a
page says comes from `viewer`. The board's session is a flow with a window.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import randbits
from typing import TYPE_CHECKING

from caffael.presentation.screens import ScreenId
from caffael.presentation.shown_game import STAND_IN, ShownGame
from caffael.presentation.story import Story
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import NONE, WRITING, Phase
from caffael.rules.view import view
from caffael.words.language import Language

if TYPE_CHECKING:
    from caffael.bots import Policy
    from caffael.match import EndedGame, Match
    from caffael.presentation.playback import Playback
    from caffael.presentation.telling import Telling
    from caffael.presentation.tender.pages import Prediction
    from caffael.saves import Seat
    from caffael.scenario import Pack


class Flow(ShownGame):
    """One game at most, as it is shown. Where nothing is said of it, a front end only has to show `page` again after each call."""

    def __init__(self, language: Language, *, games: Path | None = None, seed: int | None = None, policy: "Policy | None" = None) -> None:
        super().__init__(language)
        self.games = games  # the folder for records; None: the usual one
        self.seed = seed  # for the next game; None: by chance
        self.policy = policy  # how bots decide; None: by the rules as they are
        self.opened: list[Path] = []  # packs opened from elsewhere, which stand on the shelf until the window is closed
        self.prediction: Prediction | None = None  # until the bids it is about have turned up
        self._tellings: list[Telling] = []

    # What a front end says otherwise

    @property
    def tells_all(self) -> bool:
        """Whether pages tell of the tenders of computer teams too."""
        return False

    def now(self) -> float:
        """The clock by which a game is watched."""
        return time.monotonic()

    def go_to_game(self) -> None:
        """Another game lies on the table, or another point of it."""

    def stepped(self) -> None:
        """The game that is watched has made a step or a jump."""

    # ------------------------------------------------------------------------------------------------------------- begin and leave

    def new_game(self, pack: "Pack", seats: "Sequence[Seat]", seed: int | None = None) -> None:
        """Begin a game. Raises ValueError for seats that make no game."""
        from caffael.match import Match
        from caffael.saves.packs import note_place

        self.begin(Match.start(pack, seats, self._next_seed() if seed is None else seed, save=self.folder))
        if self.games is None:
            note_place(pack.place)

    def next_game(self, ended: "EndedGame", pack: "Pack | None" = None, years: int | None = None) -> None:
        """Begin the game after one of a campaign, with the same teams. Without a pack it is the one that is next.

        Raises RecordError when it can't be found or these teams can't play it, and ValueError for a bot that is not known here.
        """
        from caffael.match import begin_next, next_pack

        self.begin(begin_next(ended, pack or next_pack(ended, years), self._next_seed(), self.folder))

    def resume(self, path: Path) -> None:
        """Go on with a saved game. Raises RecordError when it can't be continued."""
        from caffael.match import Match

        self.begin(Match.resume(path, opened=self.opened))

    def learn(self) -> None:
        """Begin the guided game, or go on with it."""
        from caffael.match.guided import guided_game

        self.begin(guided_game(self.folder, self.text("Your team")))

    @property
    def folder(self) -> Path:
        """The folder for records."""
        from caffael.saves import games_folder

        return self.games or games_folder()

    def _next_seed(self) -> int:
        from caffael.rules.seeds import SEED_BITS

        return randbits(SEED_BITS) if self.seed is None else self.seed

    def begin(self, match: "Match") -> None:
        """Play a game from where it stands."""
        self._watch_no_more()
        self.take(match)
        self.go_to_game()

    def take(self, match: "Match", keeping: "Match | None" = None) -> None:
        """Put another game on the table. The one before is closed, unless it is kept or is this one."""
        if self.match is not None and self.match is not keeping:
            self.match.close()
        self.match = match
        self.speak(match.pack.wording)
        if self.policy is not None:
            match.policy = self.policy
        self._last_people = NONE
        self._tellings.clear()
        if not match.history:
            from caffael.presentation.telling import Telling, opening_story, tells_more_than_the_table

            opening = Telling(ScreenId.YEAR, opening_story(match.opening))
            if self.tells_all or tells_more_than_the_table(opening):
                self._tellings.append(opening)

    def leave(self) -> None:
        """Leave the game, which is saved already."""
        self._watch_no_more()
        self._tellings.clear()
        if self.match is not None:
            self.match.close()
            self.match = None

    # ------------------------------------------------------------------------------------------------------- what opens

    @property
    def telling(self) -> "Telling | None":
        """What is told now, before anything else is done."""
        return self._tellings[0] if self._tellings else None

    @property
    def page(self) -> ScreenId:
        """The page to be shown now."""
        match, telling = self.match, self.telling
        if match is None:
            return ScreenId.TITLE
        if telling is not None:
            return telling.page
        if self.playback is None and match.finished:
            return ScreenId.DEBRIEF
        if self.deciding_seat() is not None and match.state.phase == Phase.MANAGE:
            return ScreenId.MANAGE
        if self.deciding_seat() is not None and match.state.phase in WRITING:
            return ScreenId.TENDER
        return ScreenId.TABLE

    # -------------------------------------------------------------------------------------------------------------------------- play

    def play(self, action: int, seat: int | None = None) -> list[Happened]:
        """Play an action for a seat (None: for the one that decides), and say what happened. Raises IllegalAction when it is not legal."""
        playing = self.game.state.decider if seat is None else seat
        return self._told(playing, action, lambda: self.game.play(action, playing), True)

    def play_together(self, together: "Sequence[int]", seat: int) -> list[Happened]:
        """Play actions of a seat that belong together, all or none, and say what happened. Raises IllegalAction."""
        return self._told(seat, together[-1], lambda: self.game.play_together(together, seat), True)

    def bot_action(self) -> int:
        """What the computer team that is to move decides."""
        return self.game.bot_action(self.bot_now() or STAND_IN)

    def follow(self, telling: bool) -> None:
        """See the next action of a game that is watched; pages tell of it, if they shall."""
        turn = self.game.ahead[0]
        self._told(turn.seat, turn.action, self.game.redo, telling)

    def _told(self, seat: int, action: int, do: Callable[[], list[Happened]], telling: bool) -> list[Happened]:
        match, before = self.game, State()
        view(match.state, seat, before)
        happenings = do()
        if telling and self._tells(before):
            from caffael.presentation.telling import tellings_of, tells_more_than_the_table

            pages = tellings_of(Story(seat, action, tuple(happenings), match.history[-1].table, before))
            if self.playback is None and not self.tells_all and not self._concerns_people(happenings):
                pages = [one for one in pages if one.page is not ScreenId.BIDS]
            self._tellings.extend(one for one in pages if self.tells_all or tells_more_than_the_table(one))
        return happenings

    def _tells(self, before: State) -> bool:
        """Whether pages tell of what was played: while a year is skipped only its end is told."""
        if self.skipping and (self.game.finished or self.game.state.year != before.year):
            self.skipping = False
            return True
        return not self.skipping

    def _concerns_people(self, happenings: Sequence[Happened]) -> bool:
        """Whether people wrote a tender or won by it; computer teams' own go by, and can be read later at the contract."""
        kinds = (Happening.TENDER, Happening.AWARDED)
        return any(self.game.people(happened.seat) for happened in happenings if happened.kind in kinds)

    def go_on(self) -> None:
        """A page has told its part."""
        if self._tellings:
            self._tellings.pop(0)

    def forget_stories(self) -> None:
        """Tell nothing more of what was played; it stays in the log."""
        self._tellings.clear()

    def skip_year(self) -> None:
        """Let bots play for everybody until this year ends."""
        self.skipping = True
        self.go_to_game()

    # ------------------------------------------------------------------------------------------------------------------ back and forth

    def undo(self) -> bool:
        """Take back the last action if it was a slip that turned nothing up; say whether it was."""
        if self.playback is not None:
            self.playback.back()
            return True
        if not self.can_undo:
            return False
        self.game.undo()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether the last action was a slip of the people who decide now, that turned nothing up."""
        seat = self.deciding_seat()
        return seat is not None and self.game.can_undo_slip(seat)

    def drop_draft(self) -> bool:
        """Take back what the seat that decides wrote of a tender; say whether none is being written any more."""
        match = self.game
        while match.can_undo_slip(match.state.decider):
            match.undo()
        return match.state.phase not in WRITING

    def redo(self, whole: bool = False) -> bool:
        """Play again what was taken back, where it began a tender all of it if `whole`; say whether there was anything."""
        if self.playback is not None:
            self.playback.forward()
            return True
        match = self.match
        if match is None or not match.can_redo():
            return False
        match.redo()
        while whole and match.can_redo() and match.can_undo_slip(match.state.decider):
            match.redo()
        return True

    # ------------------------------------------------------------------------------------------------------------------------- watch

    def watch(self, path: Path) -> None:
        """Watch a saved game from its beginning. Raises RecordError when it can't be."""
        from caffael.match import watch

        self._watch(watch(path, self.opened), None, path).play()

    def open_record(self, path: Path) -> str:
        """Go on with a saved game, or watch one of earlier rules and return why. Raises RecordError when neither can be done."""
        from caffael.saves import EarlierRulesError

        try:
            self.resume(path)
        except EarlierRulesError as fault:
            self.watch(path)
            return fault.sentence.said(self.language)
        return ""

    def look_back(self) -> None:
        """Look at any point of the game that is being played; it stays as it is meanwhile."""
        from caffael.match import look_again

        live = self.game
        self._watch(look_again(live), live, live.path)

    def _watch(self, shown: "Match", live: "Match | None", path: Path | None) -> "Playback":
        from caffael.presentation.playback import Playback

        self.skipping = False
        self.take(shown, keeping=live)
        self._tellings.clear()
        self.playback = Playback(self, shown, live, path)
        self.go_to_game()
        return self.playback

    def stop_watching(self) -> None:
        """Watch no more: go back to the game as it is, if there is one beneath."""
        watched, self.playback = self.playback, None
        if watched is not None and watched.live is not None:
            self.take(watched.live)
            self.go_to_game()
        elif watched is not None:
            self.leave()

    def play_on(self) -> None:
        """Take the game back to the point that is seen, and play on from there."""
        if self.playback is not None and self.playback.live is not None:
            self.playback.live.go_to(self.playback.turn)
            self.stop_watching()

    def branch(self) -> bool:
        """Begin another game that goes another way from the point that is seen, if that is saved. Raises RecordError when it can't be."""
        from caffael.match import branch

        watched = self.playback
        if watched is None or watched.path is None:
            return False
        self.begin(branch(watched.path, watched.turn, self.folder, self.opened))
        return True

    def _watch_no_more(self) -> None:
        """Forget what was watched: the game is left or another one begins."""
        if self.playback is not None and self.playback.live is not None:
            self.playback.live.close()
        self.playback = None
        self.skipping = False
