"""A campaign on the board: which of its games this is, and the way on to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.game import Session
from caffael.match import EndedGame, next_pack
from caffael.saves import RecordError
from caffael.scenario.finding import find_next
from caffael.scenario.texts import CampaignText
from caffael.words.language import words

if TYPE_CHECKING:
    from caffael.match import Match

PICTURE = "arrow-right"
CARRYING_SENTENCES = (
    words("This game is not one of a campaign, so no other goes on from it."),
    words("This was the last game of its campaign, so no other goes on from it."),
    words("This game is not finished yet; play it to its end before the next one of its campaign begins."),
    words("The next game of the campaign, {scenario}, is not here; put its folder beside that of {before}."),
    words("The next game of the campaign, {scenario}, can't be played: {fault}"),
    words("{scenario} is not the game after {before} in the same campaign; the next one is {next}."),
    words("{scenario} is for {least} to {most} teams, and {n} played the game before."),
    words("{scenario} has no council {council}, so {team} can't go on with it."),
)
"""What is said when no next game can begin, marked so that the catalogue holds these sentences too."""


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
        return session.text(fault.sentence.pattern, **fault.sentence.values)
    return ""


def go_on(session: Session, ended: Callable[[], EndedGame]) -> None:
    """Begin the game after this one with the same teams, or say why it can't."""
    try:
        session.next_game(ended())
    except RecordError as fault:
        session.app.say(session.text(fault.sentence.pattern, **fault.sentence.values), 10)
    except ValueError as fault:
        session.app.say(str(fault), 10)
