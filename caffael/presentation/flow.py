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
from caffael.presentation.story import Story
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import NONE, WRITING, Phase
from caffael.rules.view import view
from caffael.words.language import USUAL, Edition, Language, Value

if TYPE_CHECKING:
    from caffael.bots import Policy
    from caffael.match import EndedGame, Match
    from caffael.presentation.playback import Playback
    from caffael.presentation.telling import Telling
    from caffael.presentation.tender.pages import Prediction
    from caffael.presentation.viewer import Viewer
    from caffael.saves import Seat
    from caffael.scenario import Pack

STAND_IN = "balanced"
"""The bot that plays for people while a year is skipped, and where another one fails."""


class Flow:
    """One game at most, as it is shown. Where nothing is said of it, a front end only has to show `page` again after each call."""

    def __init__(self, language: Language, *, games: Path | None = None, seed: int | None = None, policy: "Policy | None" = None) -> None:
        self.language = language
        self.games = games  # the folder for records; None: the usual one
        self.seed = seed  # for the next game; None: by chance
        self.policy = policy  # how bots decide; None: by the rules as they are
        self.opened: list[Path] = []  # packs opened from elsewhere, which stand on the shelf until the window is closed
        self.match: Match | None = None
        self.playback: Playback | None = None  # the game that is watched
        self.skipping = False  # bots play for everybody until the year ends
        self.prediction: Prediction | None = None  # until the bids it is about have turned up
        self._tellings: list[Telling] = []
        self._last_people = NONE
        self._viewed: tuple[object, ...] = ()  # what the viewers below were made of
        self._viewers: dict[int, Viewer] = {}

    # What a front end says otherwise

    @property
    def tells_all(self) -> bool:
        """Whether pages tell of the tenders of computer teams too."""
        return False

    @property
    def hides_scores(self) -> bool:
        """Whether the teacher keeps scores, ranks and what others have covered until the game is over."""
        return False

    def now(self) -> float:
        """The clock by which a game is watched."""
        return time.monotonic()

    def go_to_game(self) -> None:
        """Another game lies on the table, or another point of it."""

    def stepped(self) -> None:
        """The game that is watched has made a step or a jump."""

    # ------------------------------------------------------------------------------------------------------------------------ words

    def text(self, msgid: str, **values: Value) -> str:
        """A sentence in the language of the game."""
        return self.language.text(msgid, **values)

    def plural(self, singular: str, plural: str, n: int, **values: Value) -> str:
        """A sentence that turns on a number."""
        return self.language.plural(singular, plural, n, **values)

    def speak(self, edition: Edition = USUAL) -> None:
        """Say everything in an edition from now on: a school's game is one of schools from the choice of its teams on."""
        self.language = Language(self.language.code, edition)

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

    # -------------------------------------------------------------------------------------------------------------------- the table

    @property
    def game(self) -> "Match":
        """The game that is being played. There being none is an error of who asks."""
        if self.match is None:
            raise LookupError("no game is being played")
        return self.match

    @property
    def pack(self) -> "Pack":
        """The scenario that is being played."""
        return self.game.pack

    @property
    def teams(self) -> list[str]:
        """The names of the teams, by seat."""
        return [seat.team for seat in self.game.seats]

    @property
    def viewer(self) -> "Viewer":
        """The game as the seat that decides may know it."""
        return self.viewer_at(self.game.state.decider)

    def viewer_at(self, seat: int) -> "Viewer":
        """The game as a seat may know it, as it lies now."""
        from caffael.presentation.viewer import look

        match, deciding, hidden, watching = self.game, self.deciding_seat(), self.scores_hidden, self.playback is not None
        names = tuple((row.team, row.player) for row in match.seats)
        key = (match, match.moves, names, self.language, deciding, hidden, watching)
        if key != self._viewed:
            self._viewed = key
            self._viewers.clear()
        if seat not in self._viewers:
            self._viewers[seat] = look(match, self.language, seat, deciding=deciding, scores_hidden=hidden, watching=watching)
        return self._viewers[seat]

    def look_again(self) -> None:
        """Forget what viewers saw: a page that is laid out anew shows the table as it lies now."""
        self._viewed = ()

    @property
    def scores_hidden(self) -> bool:
        """Whether scores, ranks and what others have are not to be seen: until the game is over, if it is set so."""
        return self.hides_scores and self.match is not None and not self.match.finished

    # ------------------------------------------------------------------------------------------------------- who decides, what opens

    def bot_now(self) -> str | None:
        """The bot that decides now, also one that stands in for people; None when people do, and while a game is watched."""
        match = self.match
        if match is None or match.finished or self.playback is not None:
            return None
        return match.bot_to_move() or (STAND_IN if self.skipping else None)

    def deciding_seat(self) -> int | None:
        """The seat of people that decides now; None while a bot plays or when the game is over."""
        match = self.match
        if match is None or match.finished or self.playback is not None or self.bot_now() is not None:
            return None
        return match.state.decider

    @property
    def shown_seat(self) -> int:
        """Whose council is shown large: that of the people who decide; while computer teams play, of those who did last."""
        match = self.game
        if self.playback is not None:
            return match.history[-1].seat if match.history else match.state.decider
        people = [seat for seat in range(match.state.seats) if match.people(seat)]
        if match.state.decider in people:
            self._last_people = match.state.decider
        elif self._last_people not in people:
            self._last_people = people[0] if people else match.state.decider
        return self._last_people

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

    def play(self, action: int) -> list[Happened]:
        """Play an action for the seat that decides, and say what happened. Raises IllegalAction when it is not legal."""
        return self._told(self.game.state.decider, action, lambda: self.game.play(action), True)

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
        if self.match is None or not self.match.can_undo_slip():
            return False
        self.match.undo()
        return True

    def drop_draft(self) -> bool:
        """Take back what was written of a tender; say whether none is being written any more."""
        match = self.game
        while match.can_undo_slip():
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
        while whole and match.can_redo() and match.can_undo_slip():
            match.redo()
        return True

    # ------------------------------------------------------------------------------------------------------------------------- watch

    def watch(self, path: Path) -> None:
        """Watch a saved game from its beginning. Raises RecordError when it can't be."""
        from caffael.match import watch

        self._watch(watch(path, self.opened), None, path).play()

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
