"""What captains decide: the draft on their seat's desk, and acts that are played. The rules are asked for this seat alone."""

from collections.abc import Sequence

from caffael.classroom.changes import change_text
from caffael.classroom.desk import Draft as Lying
from caffael.classroom.desk import changes_since, is_complete, printed_now, tender_of
from caffael.classroom.frames import Act, Draft
from caffael.classroom.hall import Hall
from caffael.classroom.members import Line, Member
from caffael.classroom.roles import Role
from caffael.match import IllegalAction, Turn
from caffael.rules import actions
from caffael.rules.actions import LEGAL, Reason, why_not
from caffael.rules.happened import Happening
from caffael.rules.notation import from_text
from caffael.rules.terms import NONE, WRITING, Phase
from caffael.words.language import words
from caffael.words.sentences import reason_text

DESK_PARTS = ("work", "status", "voices", "team")
READY_PARTS = ("status", "top", "team")


class Deciding:
    """Takes drafts and acts of captains."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    # --------------------------------------------------------------------------------------------------------------------------- drafts

    def draft(self, line: Line, member: Member, ask: Draft) -> dict[str, object]:
        """Lay a draft on the seat's desk. It may be unfinished, and it may be one that isn't allowed: the page says what is against it."""
        refused = self._not_captain(line, member, ask.id)
        if refused is not None:
            return refused
        decisions = self._decisions(ask.words)
        if decisions is None:
            return self._why(line, ask.id, Reason.NO_SUCH_ACTION)
        seat = self._seat(member)
        if self.hall.together:
            return self._tick(line, ask.id, seat, ask.words, decisions, ask.ready)
        reason = self._why_not_as_if(seat, decisions) if ask.ready else LEGAL
        whole = is_complete(decisions)
        self._lay(seat, ask.words, decisions, ask.at, ask.ready and whole and reason == LEGAL)
        if reason != LEGAL:
            return self._why(line, ask.id, reason)
        if ask.ready and not whole:
            return self.hall.no(line, ask.id, words("Something is still left to choose."))
        if ask.ready and self._now() and self.hall.writing and self._why_not_now(seat, decisions) == LEGAL:
            return self._play(line, member, ask, decisions)
        return self.hall.yes(ask.id)

    def _lay(self, seat: int, words: tuple[str, ...], decisions: tuple[int, ...], at: int, ready: bool) -> None:
        """Lay a draft on a desk; what it stood on is the table of the page on which it was written."""
        hall = self.hall
        before = hall.desks[seat].buy
        cards = hall.game().cards
        state = hall.stand.state_at(at) or hall.stand.state
        hall.desks[seat].buy = Lying(words, decisions, ready, printed_now(cards, state, seat, decisions))
        hall.desk_changed(seat)
        if ready:
            self._keep_now(seat)
        if ready != before.ready:
            hall.mark(None, READY_PARTS, soft=True)
        hall.mark([seat], DESK_PARTS, soft=True)

    def _keep_now(self, seat: int) -> None:
        self.hall.keep_desk(seat)
        self.hall.journal.flush()

    def _why_not_as_if(self, seat: int, decisions: Sequence[int]) -> int:
        """Why a draft could not be played if it were the seat's turn."""
        return self.hall.scratch.why_not_buy(self.hall.game().cards, self.hall.stand.state, seat, decisions)

    # ------------------------------------------------------------------------------------------------------------- manage, all at once

    def _tick(
        self, line: Line, number: int, seat: int, words: tuple[str, ...], decisions: tuple[int, ...], ready: bool
    ) -> dict[str, object]:
        """Lay a council's ticks on its desk; when all have said that they are done they are played in the rules' order."""
        hall = self.hall
        if not hall.managing(seat):
            return self._why(line, number, Reason.NOT_NOW)
        ticks = tuple(action for action in decisions if action != actions.DONE)
        if actions.DONE in decisions[:-1]:
            return self._why(line, number, Reason.NOT_NOW)
        reason = hall.scratch.why_not_ticks(hall.game().cards, hall.stand.state, seat, ticks)
        if reason != LEGAL:
            return self._why(line, number, reason)
        ready = ready or actions.DONE in decisions
        words = words[: len(ticks)]
        hall.desks[seat].ticks = Lying(words, ticks, ready)
        hall.desk_changed(seat)
        hall.mark([seat], DESK_PARTS, soft=True)
        hall.mark(None, READY_PARTS, soft=True)
        if ready:
            self._keep_now(seat)
        return hall.yes(number)

    def waits_for(self) -> list[int]:
        """The seats with devices that a round of all waits for: those that have not said yet that they are done managing, or whose
        envelope does not lie yet. In turns, none.
        """
        hall = self.hall
        if not hall.together and not hall.writing:
            return []
        return [seat for seat in hall.seats_of_people() if hall.awaited(seat) and hall.has_device(seat)]

    def manage_next(self) -> bool:
        """Play the ticks of the council that is next in the rules' order, once no device is waited for; say whether that was done.

        Where a council without a device is next, it decides on the big screen; the others' ticks follow.
        """
        hall = self.hall
        if not hall.together or hall.stand.held or not hall.table.answerable() or self.waits_for():
            return False
        seat = hall.stand.state.decider
        ticks = hall.desks[seat].ticks
        if not ticks.ready or not hall.managing(seat):
            return False
        done = hall.scratch.may_tick_more(hall.game().cards, hall.stand.state, seat, ticks.decisions)
        hall.desks[seat].ticks = Lying()
        hall.desk_changed(seat)
        try:
            hall.play(seat, (*ticks.decisions, actions.DONE) if done else ticks.decisions)
        except IllegalAction:
            return False
        return True

    def open_now(self) -> None:
        """Nobody is waited for any longer: what has been ticked counts as all that a council manages. While envelopes are written, a
        tender that lies whole and allowed on a desk is sealed, and a council without one lays down an empty envelope (17.18).
        """
        if self.hall.together:
            for seat in self.waits_for():
                self.hall.desks[seat].ticks.ready = True
                self.hall.desk_changed(seat)
        elif self.hall.writing:
            self._seal_all()

    def _seal_all(self) -> None:
        match = self.hall.game()
        match.take_back_draft()
        for seat in range(match.state.seats):
            if match.state.phase != Phase.BUY or match.state.sealed[seat] or not match.people(seat) or not match.may_decide(seat):
                continue
            lying = self.hall.desks[seat].buy
            decisions = lying.decisions
            whole = is_complete(decisions) and tender_of(decisions).need != NONE
            if not whole or self.hall.scratch.why_not_buy(match.cards, match.state, seat, decisions) != LEGAL:
                match.play(actions.WAIT, seat)
                continue
            match.play_together(decisions, seat)
            self._into_envelope(seat, lying)

    def _into_envelope(self, seat: int, lying: Lying) -> None:
        """What was sealed lies on the desk no more, but is kept as it was written."""
        desk = self.hall.desks[seat]
        desk.buy, desk.sealed = Lying(), Lying(lying.words, lying.decisions, False, lying.printed)
        self.hall.desk_changed(seat)

    def after_opening(self, turns: Sequence[Turn]) -> None:
        """Lay on a desk again what came back, or was taken back, out of its envelope; what was carried out is forgotten."""
        state, desks = self.hall.stand.state, self.hall.desks
        for turn in turns:
            if turn.action == actions.OPEN and all(row.kind != Happening.CAME_BACK for row in turn.happenings):
                desks[turn.seat].sealed = Lying()
        for seat, desk in enumerate(desks):
            if desk.sealed.words and state.sealed[seat] == 0:
                if not desk.buy.words:
                    desk.buy = desk.sealed
                desk.sealed = Lying()
                self.hall.desk_changed(seat)

    # ----------------------------------------------------------------------------------------------------------------------------- acts

    def act(self, line: Line, member: Member, ask: Act) -> dict[str, object]:
        """Play one table action of the seat, or say why not."""
        refused = self._not_captain(line, member, ask.id)
        if refused is not None:
            return refused
        hall, seat = self.hall, self._seat(member)
        decisions = self._decisions(ask.words)
        if decisions is None:
            return self._why(line, ask.id, Reason.NO_SUCH_ACTION)
        if not self._now():
            return hall.no(line, ask.id, words("Something on the big screen comes first. Then it is your turn again."))
        if hall.together:
            return self._tick(line, ask.id, seat, ask.words, decisions, actions.DONE in decisions)
        self._take_back_half(seat)
        reason = self._why_not_now(seat, decisions)
        if reason != LEGAL:
            return self._why(line, ask.id, reason)
        other = self._moved_on(line, seat, ask, decisions)
        if other:
            self._lay(seat, ask.words, decisions, ask.at, False)
            return {"no": ask.id, "look": other, "v": hall.stand.at}
        return self._play(line, member, ask, decisions)

    def _take_back_half(self, seat: int) -> None:
        """Take back what the big screen has half written, where it stands in a device's way: of its own seat, or while all write."""
        match = self.hall.game()
        if match.state.phase in WRITING and (match.state.decider == seat or match.state.opened == 0):
            match.take_back_draft()
            self.hall.stand.catch_up()
            self.hall.mark()

    def _now(self) -> bool:
        """Whether the big screen lets devices decide now."""
        return not self.hall.stand.held and self.hall.table.answerable()

    def _play(self, line: Line, member: Member, ask: Act | Draft, decisions: tuple[int, ...]) -> dict[str, object]:
        """Play what is allowed, and answer once it is safe. That it was begun is written down first, so that a board that is killed before
        it answers finds out whether it was done.
        """
        hall, seat = self.hall, self._seat(member)
        turns = len(hall.game().history)
        hall.journal.add({"doing": member.number, "id": ask.id, "turns": turns, "seat": seat, "words": list(ask.words)})
        try:
            hall.play(seat, decisions)
        except IllegalAction as fault:
            return self._why(line, ask.id, fault.reason)
        desk = hall.desks[seat]
        lies = desk.buy.decisions == decisions
        if hall.writing and tender_of(decisions).need != NONE:
            printed = printed_now(hall.game().cards, hall.stand.state_at(ask.at) or hall.stand.state, seat, decisions)
            kept = desk.buy
            self._into_envelope(seat, kept if lies else Lying(ask.words, decisions, False, printed))
            desk.buy = Lying() if lies else kept
        elif lies:
            desk.buy = Lying()
            hall.desk_changed(seat)
        return hall.yes(ask.id)

    def _why_not_now(self, seat: int, decisions: Sequence[int]) -> int:
        """Why decisions can't be played now by a seat, all of them. Envelopes are opened at the big screen alone."""
        hall = self.hall
        reason = why_not(hall.game().cards, hall.stand.state, seat, decisions[0])
        if reason != LEGAL:
            return reason
        if decisions[0] == actions.OPEN or (len(decisions) > 1 and hall.phase != Phase.BUY):
            return int(Reason.NOT_NOW)
        if len(decisions) > 1:
            reason = self._why_not_as_if(seat, decisions)
        return reason if reason != LEGAL or is_complete(decisions) else int(Reason.NOT_NOW)

    def _moved_on(self, line: Line, seat: int, ask: Act, decisions: tuple[int, ...]) -> str:
        """What is not as it was on the page on which this was decided, as a sentence; empty where it matters to nothing or is the same.

        Only a publication, and the answer to a partner, stand on what lies elsewhere on the table.
        """
        hall = self.hall
        answers = decisions[0] in (actions.AGREE, actions.REFUSE)
        publishes = tender_of(decisions).need != NONE and not hall.writing
        if ask.at == hall.stand.at or not (answers or publishes):
            return ""
        state, before = hall.stand.state, hall.stand.state_at(ask.at)
        if before is None:
            return hall.language(line).text("The table has moved on since your page was made. Look once more before you decide.")
        if answers:
            if before.phase == state.phase and before.drafts[before.buyer] == state.drafts[state.buyer]:
                return ""
            return hall.language(line).text("The table has moved on since your page was made. Look once more before you decide.")
        cards = hall.game().cards
        written = Lying(ask.words, decisions, False, printed_now(cards, before, seat, decisions))
        changes = changes_since(cards, state, seat, written)
        viewer = hall.stand.viewer(seat, line.language)
        return change_text(viewer, changes[-1]) if changes and viewer is not None else ""

    # ------------------------------------------------------------------------------------------------------------------- asked by both

    def _not_captain(self, line: Line, member: Member, number: int) -> dict[str, object] | None:
        hall, seat = self.hall, member.seat
        if hall.stand.match is None:
            return hall.no(line, number, words("Waiting for the game to begin."))
        if member.role is not Role.CAPTAIN or seat is None:
            return hall.no(line, number, words("Only the captain of a team decides for it."))
        if not hall.game().people(seat):
            return hall.no(line, number, words("The computer plays for your team just now."))
        return None

    @staticmethod
    def _seat(member: Member) -> int:
        assert member.seat is not None
        return member.seat

    def _decisions(self, words: Sequence[str]) -> tuple[int, ...] | None:
        """The numbers of decisions; None where a word names none."""
        match = self.hall.game()
        try:
            return tuple(from_text(word, match.cards, match.ids) for word in words)
        except ValueError:
            return None

    def _why(self, line: Line, number: int, reason: int) -> dict[str, object]:
        return {"no": number, "why": reason_text(self.hall.language(line), reason), "v": self.hall.stand.at}
