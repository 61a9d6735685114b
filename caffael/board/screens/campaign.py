"""A campaign on the board: which of its games this is, and the way on to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.game import Session
from caffael.match import EndedGame, next_pack
from caffael.saves import RecordError
from caffael.scenario.finding import find_next
from caffael.scenario.texts import CampaignText

if TYPE_CHECKING:
    from caffael.match import Match

PICTURE = "arrow-right"


def game_words(session: Session, campaign: CampaignText) -> str:
    """Which game of how many this is."""
    return session.text("Game {game} of {games}", game=campaign.game, games=campaign.games)


def next_words(session: Session, campaign: CampaignText, folder: Path) -> str:
    """The verb that leads to the next game, with its title where it is known."""
    found = find_next(folder, campaign.next)
    title = found.title(session.language.code) if found is not None else campaign.next
    return session.text("Go on with game {game}: {title}", game=campaign.game + 1, title=title)


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
