"""People, bots and listeners round one table: what the board and the command line drive.

An action counts once it lies in the record: it is tried on a copy of the table, written down, and only then is the table moved and
everybody told. A bot decides by the view of its own seat, never by the deal.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from caffael.bots import Bot, Desk, NoSuchBotError, Policy, make_bot, ponder
from caffael.match.beginning import check_player, check_seats, check_teams, header_for
from caffael.match.question import Question
from caffael.match.standing import IllegalAction, Standing, ranking_of, winners_of
from caffael.rules import actions
from caffael.rules.actions import Reason, legal_actions
from caffael.rules.cards import Cards
from caffael.rules.notation import Ids, from_text, to_text
from caffael.rules.records import Deal, Happened, Score, State, Stream, Told
from caffael.rules.seeds import begin_bot_stream
from caffael.rules.terms import CHOICES, NONE, WRITING, Phase
from caffael.rules.view import view
from caffael.saves import SUFFIX, YOU, Branched, Carried, History, Record, RecordError, Seat, Turn, Writer, read, rebuild
from caffael.saves.entries import Stand, stand_fields
from caffael.saves.folder import name_of, pack_to_play_on
from caffael.saves.header import tidy
from caffael.saves.history import scores_of
from caffael.saves.packs import Finder
from caffael.saves.recorded_pack import as_recorded
from caffael.saves.replaying import check_numbers, check_rules, deal_of, stand_of
from caffael.scenario import Pack
from caffael.scenario.faults import cut
from caffael.words.sentence import Sentence


class Match:
    """One game being played. `state` and `told` stay the same objects all through; they are there to be read, not changed.

    Listeners are objects with any of `before(match, action)` and `after(match, action, happenings)`.
    """

    def __init__(self, pack: Pack, history: History, seats: list[Seat], seed: int, ids: Ids, writer: Writer | None) -> None:
        self.pack = pack
        self.seats = seats
        self.seed = seed
        self.carried: Carried | None = None  # where a game of a campaign came from
        self.branched: Branched | None = None  # the game it goes another way from
        self.listeners: list[Any] = []
        self._history = history
        self._ids = ids
        self._writer = writer
        self._undone: list[Turn] = []  # the next to play again stands last
        self._legal = [0] * CHOICES
        self._desk = Desk()
        self._bots: dict[str, Bot] = {}
        self.policy: Policy = ponder  # the laboratory has a quicker one

    # ------------------------------------------------------------------------------------------------------------- begin and go on

    @classmethod
    def start(cls, pack: Pack, seats: Iterable[Seat], seed: int, save: Path | None = None, carried: Carried | None = None) -> Self:
        """Begin a game. `save` is a file for its record, or a folder in which it gets a name by date, time and scenario; None keeps none.
        `carried` says which game it goes on from (see `carrying`).

        Raises ValueError for seats that make no game. A record that can't be written is told in `trouble`.
        """
        now = datetime.now().astimezone()
        row = [Seat(tidy(seat.team), seat.council, seat.player) for seat in seats]
        check_seats(row, pack.ids.councils, seed)
        check_teams(row, pack)
        deal = deal_of(pack.cards, seed)
        header = header_for(pack, row, seed, deal, now, carried)
        history = History(pack.cards, deal, header.council_cards)
        writer = None
        if save is not None:
            path = save if save.suffix == SUFFIX else save / name_of(pack.id, now)
            writer = Writer.begin(path, header)
        match = cls(pack, history, row, seed, header.ids, writer)
        match.carried = carried
        return match

    @classmethod
    def resume(cls, path: Path, pack: Pack | None = None, opened: Sequence[Path] = ()) -> Self:
        """Go on with a recorded game where it stopped, what was taken back included. Raises RecordError when it can't be continued.

        Without a pack it is looked for, also among those that were `opened` from elsewhere.
        """
        record = read(path)
        match = cls._rebuilt(record, pack_to_play_on(record, opened, pack))
        match._check_bots(record)
        match._undone = undone_of(record, match._history)
        match._writer = Writer.carry_on(record)
        if match.cards.settings.sealed == 1:
            match.take_back_draft()
        return match

    @classmethod
    def look_back(cls, path: Path, pack: Pack | None = None, opened: Sequence[Path] = ()) -> Self:
        """A recorded game where it stopped, to be looked at; its file stays as it is. Raises RecordError when it can't be rebuilt.

        It has its own numbers, with the words that its pack has by now, so the pack may have changed since.
        """
        record = read(path)
        check_rules(record)
        return cls._rebuilt(record, pack or Finder(opened).find(record.header, record.path))

    @classmethod
    def _rebuilt(cls, record: Record, pack: Pack) -> Self:
        header, history = record.header, rebuild(record)
        check_numbers(record, history.cards)
        match = cls(as_recorded(pack, header, history.cards), history, record.seats, header.seed, header.ids, None)
        match.carried = header.carried
        match.branched = header.branched
        return match

    def close(self) -> None:
        """Let the record's file go."""
        if self._writer is not None:
            self._writer.close()

    # --------------------------------------------------------------------------------------------------------------------- the table

    @property
    def cards(self) -> Cards:
        """The scenario as numbers."""
        return self._history.cards

    @property
    def deal(self) -> Deal:
        """What lies face down. Bots and screens don't look at it."""
        return self._history.deal

    @property
    def council_cards(self) -> list[int]:
        """The council card of each seat."""
        return self._history.council_cards

    @property
    def ids(self) -> Ids:
        """The names by which the record calls the cards."""
        return self._ids

    @property
    def state(self) -> State:
        """The table."""
        return self._history.state

    @property
    def told(self) -> Told:
        """What the last step told, and its table of bids."""
        return self._history.told

    @property
    def history(self) -> list[Turn]:
        """Every action that counts, with its seat and what happened."""
        return self._history.turns

    @property
    def moves(self) -> int:
        """How often the table has changed, forward or back: the same number means the same table."""
        return self._history.moves

    @property
    def ahead(self) -> list[Turn]:
        """What was taken back and can be played again, the next one first."""
        return self._undone[::-1]

    @property
    def opening(self) -> list[Happened]:
        """What opening the first year brought, before any action."""
        return self._history.opening

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self._history.finished

    @property
    def path(self) -> Path | None:
        """The record's file."""
        return None if self._writer is None else self._writer.path

    @property
    def trouble(self) -> Sentence | None:
        """What is wrong with saving, in a sentence; None when every action is on the disk."""
        return None if self._writer is None else self._writer.trouble

    @property
    def notice(self) -> Sentence | None:
        """What is worth knowing of the drive on which all is saved; None where there is nothing."""
        return None if self._writer is None else self._writer.notice

    def save_again(self) -> bool:
        """Try again now to write what is not on the disk yet. Returns whether all is there."""
        return self._writer is None or self._writer.write()

    def save_in(self, folder: Path) -> bool:
        """Save the game in another folder and go on there; say whether that went well."""
        return self._writer is not None and self._writer.move_to(folder)

    @property
    def record_size(self) -> int:
        """How many bytes the record takes."""
        return 0 if self._writer is None else self._writer.size

    def scores(self) -> list[Score]:
        """Each seat's score as it stands, in its parts."""
        return scores_of(self.cards, self.state)

    def ranking(self) -> list[Standing]:
        """The seats as they stand, best first."""
        return ranking_of(self.cards, self.state)

    def winners(self) -> list[int]:
        """The seats that have won: none before the end, nor at a hard end whose region failed; at a shared end all or none."""
        return winners_of(self.cards, self.state)

    # -------------------------------------------------------------------------------------------------------------------------- play

    def legal(self) -> list[int]:
        """The legal actions of the seat that decides now, in the rules' order; none once the game is over."""
        return self.legal_for(self.state.decider)

    def legal_for(self, seat: int) -> list[int]:
        """The legal actions of a seat now, in the rules' order: none while another one decides, and once the game is over."""
        return self._legal[: legal_actions(self.cards, self.state, seat, self._legal)]

    def may_decide(self, seat: int) -> bool:
        """Whether a seat decides now: in turns one, while envelopes of a sealed game are written all that have not passed."""
        return not self.finished and actions.phase_for(self.state, seat) != NONE

    def why_not(self, action: int, seat: int | None = None) -> Reason:
        """Why an action is not legal now for a seat (None: for the one that decides), or Reason.LEGAL."""
        return Reason(actions.why_not(self.cards, self.state, self.state.decider if seat is None else seat, action))

    def text_of(self, action: int) -> str:
        """The text form of an action, as the record has it."""
        return to_text(action, self.cards, self._ids)

    def play(self, action: int, seat: int | None = None) -> list[Happened]:
        """Play an action for a seat (None: for the one that decides now, whichever it is), and return what happened.

        Raises IllegalAction if it is not legal for that seat; then nothing is recorded and nothing has changed.
        """
        return self._play(action, self.state.decider if seat is None else seat, again=False).happenings

    def why_not_together(self, together: Sequence[int], seat: int) -> Reason:
        """Why actions that belong together can't be played for a seat one after the other, or Reason.LEGAL. Nothing changes."""
        reasons = (reason for _, reason, _ in self._history.rehearse(together, seat))
        return Reason(next((reason for reason in reasons if reason != Reason.LEGAL), Reason.LEGAL))

    def play_together(self, together: Sequence[int], seat: int) -> list[Happened]:
        """Play actions of a seat that belong together, such as the three of a tender, all or none, and return what happened.

        Their lines come into the record by one write. Raises IllegalAction for the first that is not legal for that seat; then nothing is
        recorded and nothing has changed.
        """
        lines = []
        for action, reason, table in self._history.rehearse(together, seat):
            if reason != Reason.LEGAL:
                raise IllegalAction(action, seat, Reason(reason))
            lines.append({"seat": seat, "do": self.text_of(action), **stand_fields(stand_of(self.cards, table))})
        if self._writer is not None:
            self._writer.add_all(lines)
        happenings: list[Happened] = []
        for action in together:
            self._tell("before", action)
            turn = self._history.play(action, seat)
            self._undone.clear()
            self._tell("after", action, turn.happenings)
            happenings += turn.happenings
        return happenings

    def _play(self, action: int, seat: int, again: bool) -> Turn:
        reason = self.why_not(action, seat)
        if reason != Reason.LEGAL:
            raise IllegalAction(action, seat, reason)
        self._tell("before", action)
        self._history.attempt(action, seat)
        stand = stand_of(self.cards, self._history.tried)
        self._write({"again": 1} if again else {"seat": seat, "do": self.text_of(action)}, stand)
        turn = self._history.accept(action, seat)
        if again:
            self._undone.pop()
        else:
            self._undone.clear()
        self._tell("after", action, turn.happenings)
        return turn

    def _tell(self, moment: str, *news: object) -> None:
        for listener in list(self.listeners):
            hear = getattr(listener, moment, None)
            if hear is not None:
                hear(self, *news)

    def _write(self, fields: dict[str, Any], stand: Stand) -> None:
        if self._writer is not None:
            self._writer.add({**fields, **stand_fields(stand)})

    # ---------------------------------------------------------------------------------------------------------------- taking back

    def can_undo_slip(self, seat: int) -> bool:
        """Whether a seat played last and turned nothing up: a need, route or partner of a tender that is still being written."""
        if not self.history:
            return False
        last = self.history[-1]
        return last.seat == seat and self.state.phase in WRITING and is_draft(last.action) and not last.happenings

    def take_back_draft(self) -> int:
        """Take back what is written of a tender that is not whole yet; return how many decisions that was."""
        if self.state.phase not in WRITING:
            return 0
        count = 1 if self.state.phase in (Phase.ROUTE, Phase.PARTNER) else 2
        self.undo(count)
        return count

    def can_redo(self) -> bool:
        """Whether something was taken back that can be played again."""
        return bool(self._undone)

    def undo(self, count: int = 1) -> None:
        """Take the last actions back. Raises ValueError when fewer were played."""
        if not 1 <= count <= len(self.history):
            raise ValueError("more than was played")
        taken = self._history.back(count)
        self._write({"back": count}, stand_of(self.cards, self.state))
        self._undone.extend(reversed(taken))

    def redo(self) -> list[Happened]:
        """Play again the last action that was taken back. Raises ValueError when there is none."""
        if not self._undone:
            raise ValueError("nothing was taken back")
        turn = self._undone[-1]
        return self._play(turn.action, turn.seat, again=True).happenings

    def go_to(self, turns: int) -> None:
        """Step back or forward until so many actions have been played. Raises ValueError when there are fewer, also taken back."""
        steps = turns - len(self.history)
        if turns < 0 or steps > len(self._undone):
            raise ValueError("more than was played")
        if steps < 0:
            self.undo(-steps)
        elif steps > 0:
            for _ in range(steps):
                turn = self._undone.pop()
                self._history.play(turn.action, turn.seat)
            self._write({"again": steps}, stand_of(self.cards, self.state))

    # ------------------------------------------------------------------------------------------------------------- who sits where

    def people(self, seat: int) -> bool:
        """Whether people run a seat."""
        return self.seats[seat].player == YOU

    def bot_to_move(self) -> str | None:
        """The bot that decides now; None when people do, an envelope is opened next, or the game is over."""
        player = self.seats[self.state.decider].player
        return None if self.finished or player == YOU or self.state.phase == Phase.OPEN else player

    def bot_action(self, name: str = "") -> int:
        """What the bot that is to move decides, or another one in its place, or in that of people. While envelopes are opened there is
        nothing to decide, and it is to open the next one.

        The same game with the same actions so far always gives the same answer. Raises ValueError when no bot is to move.
        """
        if self.state.phase == Phase.OPEN:
            return actions.OPEN
        question = self.question(name)
        return question.answer(self._desk)

    def question(self, name: str = "") -> Question:
        """What `bot_action` has to decide, apart from the game: it can be answered on another thread while this one is read."""
        name = name or self.bot_to_move() or ""
        if not name or self.finished:
            raise ValueError("no bot is to move")
        seat, stream, seen = self.state.decider, Stream(), State()
        begin_bot_stream(stream, self.seed, len(self.history), seat)
        view(self.state, seat, seen)
        return Question(self.policy, self.cards, seen, self.legal_for(seat), stream, self._bot(name))

    def _bot(self, name: str) -> Bot:
        """A bot by its name, made once."""
        if name not in self._bots:
            self._bots[name] = make_bot(name, self._ids)
        return self._bots[name]

    def _check_bots(self, record: Record) -> None:
        """Raise RecordError when a game that isn't over has a bot at the table that can't play here."""
        for seat in self.seats:
            try:
                if seat.player != YOU and not self.finished:
                    self._bot(seat.player)
            except NoSuchBotError:
                pattern = "In {file} a seat is played by a bot that this version of Caffael doesn't know: {bot}."
                raise RecordError(Sentence(pattern, file=record.path.name, bot=cut(seat.player))) from None

    def set_player(self, seat: int, player: str) -> None:
        """Hand a seat over to people ("you") or to a bot. Raises ValueError for an unknown bot."""
        check_player(player)
        if self.seats[seat].player != player:
            self._write({"player": seat, "bot": None if player == YOU else player}, stand_of(self.cards, self.state))
            self.seats[seat].player = player

    def set_team(self, seat: int, name: str) -> None:
        """Give a team another name."""
        name = tidy(name)
        if self.seats[seat].team != name:
            self._write({"team": seat, "name": name}, stand_of(self.cards, self.state))
            self.seats[seat].team = name


def is_draft(action: int) -> bool:
    """Whether an action only goes on writing a tender: its need, route or partner."""
    kinds = ((actions.ROUTE, actions.TENDER), (actions.TENDER, actions.ENGAGE), (actions.JOINT_TENDER, actions.MANAGE))
    return any(first <= action < after for first, after in kinds)


def undone_of(record: Record, history: History) -> list[Turn]:
    """What was taken back last and can be played again, the next one last. It is played and taken back, to know what it did."""
    moves = record.played.undone
    played = 0
    try:
        for move in moves:
            history.play(from_text(move.text, history.cards, record.header.ids), move.seat)
            played += 1
    except ValueError:
        history.back(played)
        return []
    return history.back(played)[::-1]
