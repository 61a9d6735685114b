"""What pupils say: weights and a winner for the tender on their team's desk, and who will win the one that is being opened."""

from caffael.classroom.desk import tender_of
from caffael.classroom.frames import Voice as Asked
from caffael.classroom.hall import Hall
from caffael.classroom.members import Line, Member
from caffael.classroom.stand import tender_in
from caffael.classroom.voices import Guesses, Voice
from caffael.match import Turn
from caffael.rules import actions
from caffael.rules.notation import from_text
from caffael.rules.terms import FRAMEWORK, NONE
from caffael.words.language import words

VOICE_PARTS = ("voices", "status")


class Speaking:
    """Gathers voices and guesses."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall

    def voice(self, line: Line, member: Member, ask: Asked) -> dict[str, object]:
        """Take what a pupil says, or say why it is not counted."""
        hall = self.hall
        if hall.stand.match is None:
            return hall.no(line, ask.id, words("Waiting for the game to begin."))
        if member.muted:
            return hall.no(line, ask.id, words("The teacher has muted this device."))
        opening = hall.stand.opening
        winner = self._supplier(ask.winner)
        if opening is not None and ask.winner:
            if winner not in opening.suppliers:
                return hall.no(line, ask.id, words("This supplier does not bid."))
            hall.guessed[member.number] = winner
            hall.mark(None, VOICE_PARTS, soft=True)
            return hall.yes(ask.id)
        seat = member.seat
        if seat is None:
            return hall.no(line, ask.id, words("Those who watch say who will win while a tender is being opened."))
        draft = hall.desks[seat].buy
        tender = tender_of(draft.decisions)
        if draft.printed is None or not tender.weighs:
            return hall.no(line, ask.id, words("There is no tender on your team's desk that could be weighed."))
        if ask.winner and winner not in dict(draft.printed.bids):
            return hall.no(line, ask.id, words("This supplier does not bid."))
        weights = self._weights(ask.weights)
        if ask.weights and weights == NONE:
            return hall.no(line, ask.id, words("These weights can't be published in this game."))
        voices = hall.voices[seat].setdefault(tender.need, {})
        before = voices.get(member.number, Voice())
        voices[member.number] = Voice(weights if ask.weights else before.weights, winner if ask.winner else before.winner)
        hall.mark([seat], VOICE_PARTS, soft=True)
        return hall.yes(ask.id)

    def _supplier(self, word: str) -> int:
        suppliers = list(self.hall.game().ids.suppliers)
        return suppliers.index(word) if word in suppliers[:FRAMEWORK] else NONE

    def _weights(self, text: str) -> int:
        match = self.hall.game()
        try:
            return from_text(f"weights {text}", match.cards, match.ids) - actions.PUBLISH if text else NONE
        except ValueError:
            return NONE

    def count(self, turns: list[Turn], played: int) -> None:
        """Count how many named the winner of each tender that was published in these turns; `played`: how many turns came before them."""
        for place, turn in enumerate(turns):
            if turn.table is None or turn.table.count < 2:
                continue
            seat, need = tender_in(turn)
            winner = turn.table.bidders[turn.table.winner].supplier
            guesses = self._guesses(seat, need)
            if turn is turns[-1]:
                guesses |= self._heard(self.hall.guessed)
            if guesses:
                right = sum(guess == winner for guess in guesses.values())
                self._note(Guesses(played + place, seat, need, winner, right, len(guesses)))
            self.hall.voices[seat].pop(need, None)
        self.hall.guessed.clear()

    def _guesses(self, seat: int, need: int) -> dict[int, int]:
        """Whom the members of a team named for their own tender while it was written."""
        voices = self.hall.voices[seat].get(need, {})
        return self._heard({number: voice.winner for number, voice in voices.items() if voice.winner != NONE})

    def _heard(self, guesses: dict[int, int]) -> dict[int, int]:
        members = self.hall.members
        return {number: guess for number, guess in guesses.items() if (who := members.of_number(number)) and not (who.muted or who.away)}

    def _note(self, guesses: Guesses) -> None:
        self.hall.guesses.append(guesses)
        self.hall.journal.add({"guesses": list(guesses)})

    def forget_after(self, turns: int) -> None:
        """Forget how the class guessed at tenders that were taken back: all but the first so many turns are."""
        if any(guesses.turn >= turns for guesses in self.hall.guesses):
            self.hall.guesses = [guesses for guesses in self.hall.guesses if guesses.turn < turns]
            self.hall.journal.add({"back": turns})
