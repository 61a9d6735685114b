"""What a team would do, as whole table actions in the record's words: a bot decides by the view of its seat, as if it were its turn."""

from caffael.bots import Bot, Desk, make_bot, ponder
from caffael.classroom.desk import Scratch, is_complete
from caffael.match import Match
from caffael.match.question import Question
from caffael.rules import actions
from caffael.rules.actions import legal_actions
from caffael.rules.copying import copy_into
from caffael.rules.records import State, Stream, Told
from caffael.rules.seeds import begin_bot_stream
from caffael.rules.step import step
from caffael.rules.terms import CHOICES, NONE, Phase
from caffael.rules.view import view

BOTS = ("balanced", "greenest", "local", "cheapest")


class Adviser:
    """Decides for a seat. It knows what the seat may know, and nothing that lies face down."""

    def __init__(self, seat: int, name: str = "") -> None:
        self.seat = seat
        self.name = name or BOTS[seat % len(BOTS)]
        self._desk = Desk()
        self._scratch = Scratch()
        self._bot: Bot | None = None

    def buys(self, match: Match) -> list[str]:
        """What it would do if it were its turn to buy: one to three decisions."""
        table = self._table(match, Phase.BUY)
        decisions: list[int] = []
        while not is_complete(decisions):
            decisions.append(self._choice(match, table, len(decisions)))
            if not is_complete(decisions):
                step(match.cards, match.deal, table, decisions[-1], Told())
        return [match.text_of(action) for action in decisions]

    def answers(self, match: Match) -> list[str]:
        """What it says to a joint tender."""
        table = State()
        copy_into(table, match.state)
        return [match.text_of(self._choice(match, table, 0))]

    def manages(self, match: Match) -> list[str]:
        """Which contracts it manages: its ticks, without the word that it is done."""
        table = self._table(match, Phase.MANAGE)
        council = table.councils[self.seat]
        ticks: list[int] = []
        while (action := self._choice(match, table, len(ticks))) != actions.DONE:
            ticks.append(action)
            council.days -= 1
            for place in council.order[: council.running]:
                if council.contracts[place].need == action - actions.MANAGE:
                    council.contracts[place].managed = 1
        return [match.text_of(action) for action in ticks]

    def _table(self, match: Match, phase: Phase) -> State:
        """A copy of the table on which this seat decides."""
        table = State()
        copy_into(table, self._scratch.lay(match.state, self.seat, phase))
        return table

    def _choice(self, match: Match, table: State, place: int) -> int:
        """The bot's action; that it is done where it could do nothing."""
        row = [NONE] * CHOICES
        legal = row[: legal_actions(match.cards, table, self.seat, row)]
        if not legal:
            return actions.DONE
        seen, stream = State(), Stream()
        view(table, self.seat, seen)
        begin_bot_stream(stream, match.seed, len(match.history) + place, self.seat)
        if self._bot is None:
            self._bot = make_bot(self.name, match.ids)
        return Question(ponder, match.cards, seen, legal, stream, self._bot).answer(self._desk)
