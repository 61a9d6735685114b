"""A room taken up again from its file: the same code, tokens, teams, drafts and answers, with nobody on a line yet."""

import re
from typing import Any

from caffael.classroom.desk import Draft
from caffael.classroom.hall import Hall, member_fields, printed_from
from caffael.classroom.journal import Journal, Story
from caffael.classroom.members import Member
from caffael.classroom.names import NAMES, Name
from caffael.classroom.roles import Role
from caffael.classroom.voices import Guesses
from caffael.rules.notation import from_text
from caffael.rules.terms import SEATS

HASH = re.compile(r"[0-9a-f]{64}")


def take_up(hall: Hall, story: Story) -> None:
    """Put a room's members, drafts and answers back. Raises ValueError when a line says what no room writes; then the hall is spoiled."""
    intents: dict[int, dict[str, Any]] = {}
    for line in story.lines:
        if "member" in line:
            _member(hall, line)
        elif "gone" in line:
            hall.members.remove(_who(hall, line["gone"]))
        elif "desk" in line:
            _desk(hall, line)
        elif "doing" in line:
            intents[_number(line["doing"])] = line
        elif "did" in line:
            member = _who(hall, line["did"])
            intents.pop(member.number, None)
            if not isinstance(line.get("answer"), dict):
                raise ValueError("no answer")
            member.keep(_number(line.get("id")), line["answer"])
        elif "guesses" in line:
            row = line["guesses"]
            if not isinstance(row, list) or len(row) != len(Guesses._fields):
                raise ValueError("no guesses")
            hall.guesses.append(Guesses(*(_number(number, -1) for number in row)))
        elif "back" in line:
            hall.guesses = [guesses for guesses in hall.guesses if guesses.turn < _number(line["back"])]
        elif "lock" in line:
            hall.locked = _number(line["lock"]) == 1
        elif "run" not in line:
            raise ValueError("an unknown line")
    for line in intents.values():
        _settle(hall, line)
    if hall.stand.match is not None:
        for seat, desk in enumerate(hall.desks):
            desk.buy, desk.ticks, desk.sealed = (_read_again(hall, draft) for draft in (desk.buy, desk.ticks, desk.sealed))
            if hall.together and not hall.managing(seat):
                desk.ticks = Draft()


def _number(value: object, least: int = 0) -> int:
    if type(value) is not int or value < least:
        raise ValueError("no number")
    return value


def _who(hall: Hall, number: object) -> Member:
    member = hall.members.of_number(_number(number))
    if member is None:
        raise ValueError("nobody of this name")
    return member


def _member(hall: Hall, line: dict[str, Any]) -> None:
    number, row = _number(line["member"]), line.get("is")
    if number >= NAMES or not isinstance(row, list) or len(row) != 6:
        raise ValueError("no member")
    token, seat, role, order, muted, away = row
    if not isinstance(token, str) or HASH.fullmatch(token) is None or (seat is not None and _number(seat) >= SEATS):
        raise ValueError("no member")
    known = hall.members.of_number(number)
    member = Member(Name(number), token, seat, Role(role), _number(order), muted=muted == 1, away=away == 1, confirmed=True)
    if known is not None:
        member.answers, member.highest = known.answers, known.highest
        hall.members.forget(known)
    hall.members.add(member)


def _desk(hall: Hall, line: dict[str, Any]) -> None:
    seat, words = _number(line["desk"]), line.get("words")
    if seat >= SEATS or not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("no draft")
    printed = printed_from(line["printed"]) if "printed" in line else None
    draft = Draft(tuple(words), (), line.get("ready") == 1, printed)
    desk = hall.desks[seat]
    if line.get("of") == "ticks":
        desk.ticks = draft
    elif line.get("of") == "sealed":
        desk.sealed = draft
    else:
        desk.buy = draft


def _read_again(hall: Hall, draft: Draft) -> Draft:
    """A draft with its words as numbers; a bare desk where this game does not know them."""
    match = hall.game()
    try:
        decisions = tuple(from_text(word, match.cards, match.ids) for word in draft.words)
    except ValueError:
        return Draft()
    return Draft(draft.words, decisions, draft.ready, draft.printed)


def _settle(hall: Hall, line: dict[str, Any]) -> None:
    """Answer an act that was begun when the board was killed: it counts if the record has it, and else it was never done."""
    member, number, turns, seat, words = _who(hall, line["doing"]), *(line.get(key) for key in ("id", "turns", "seat", "words"))
    if not isinstance(words, list):
        raise ValueError("no act")
    match = hall.stand.match
    if match is None:
        return
    played = match.history[_number(turns) : _number(turns) + len(words)]
    if [(turn.seat, match.text_of(turn.action)) for turn in played] == [(seat, word) for word in words]:
        answer = hall.yes(_number(number))
        member.keep(_number(number), answer)
        hall.journal.add({"did": member.number, "id": number, "answer": answer})


def keep_all(hall: Hall, journal: Journal) -> None:
    """Write the whole room into another file, and go on there."""
    hall.write_in(journal)
    for member in hall.members:
        journal.add({"member": member.number, "is": member_fields(member)})
        for number, answer in member.answers.items():
            journal.add({"did": member.number, "id": number, "answer": answer})
    for seat in range(SEATS):
        hall.keep_desk(seat)
    journal.add({"lock": int(hall.locked)})
    for guesses in hall.guesses:
        journal.add({"guesses": list(guesses)})
    journal.flush()
