"""A game as it is shown: in which language, as whom it is looked at, and who decides in it."""

from typing import TYPE_CHECKING

from caffael.rules.terms import NONE
from caffael.words.language import USUAL, Edition, Language, Value

if TYPE_CHECKING:
    from caffael.match import Match
    from caffael.presentation.playback import Playback
    from caffael.presentation.viewer import Viewer
    from caffael.scenario import Pack

STAND_IN = "balanced"
"""The bot that plays for people while a year is skipped, and where another one fails."""


class ShownGame:
    """One game at most, what is seen of it, and by whom it is decided. It plays nothing."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.match: Match | None = None
        self.playback: Playback | None = None  # the game that is watched
        self.skipping = False  # bots play for everybody until the year ends
        self._last_people = NONE
        self._viewed: tuple[object, ...] = ()  # what the viewers below were made of
        self._viewers: dict[int, Viewer] = {}

    @property
    def hides_scores(self) -> bool:
        """Whether the teacher keeps scores, ranks and what others have covered until the game is over."""
        return False

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

    # ----------------------------------------------------------------------------------------------------------------- who decides

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
