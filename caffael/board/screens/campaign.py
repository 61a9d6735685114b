"""A campaign on the board: the way on to its next game."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.session import Session
from caffael.match import EndedGame, next_pack
from caffael.presentation.setup.saves import next_words
from caffael.saves import RecordError
from caffael.scenario.finding import find_next
from caffael.scenario.wording import CampaignText

if TYPE_CHECKING:
    from caffael.match import Match


def next_verb(session: Session, campaign: CampaignText, folder: Path) -> str:
    """The verb that leads to the game after the one in a folder, with its title where it is here."""
    found = find_next(folder, campaign.next)
    return next_words(session.language, campaign, None if found is None else found.title)


def why_no_next(session: Session, match: "Match") -> str:
    """Why the game after the one at the table can't begin, in the language of the board; empty when it can."""
    try:
        next_pack(EndedGame.of(match))
    except RecordError as fault:
        return fault.sentence.said(session.language)
    return ""


def go_on(session: Session, ended: Callable[[], EndedGame]) -> None:
    """Begin the game after this one with the same teams, or say why it can't."""
    try:
        session.next_game(ended())
    except RecordError as fault:
        session.app.say(fault.sentence.said(session.language), 10)
    except ValueError as fault:
        session.app.say(str(fault), 10)
