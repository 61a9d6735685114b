"""What of a sealed tender had changed between writing and opening: who led as printed when it was sealed, and who bid in the end."""

from caffael.debrief.records import SealedStory
from caffael.match import Match
from caffael.rules.actions import OPEN, PUBLISH, WAIT
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import NONE
from caffael.saves.history import History


def sealed_stories(match: Match) -> dict[int, SealedStory]:
    """The story of each sealed tender that was weighed, by the turn in which its bids were assessed; empty where nothing is sealed.

    The game is played again to the moments at which envelopes were laid. What came back or was taken back has no story.
    """
    if match.cards.settings.sealed != 1:
        return {}
    history, laid, found = History(match.cards, match.deal, match.council_cards), dict[int, Table](), dict[int, SealedStory]()
    opened: Table | None = None  # what was printed of the envelope that was opened last; a partner may still have to answer
    for place, turn in enumerate(match.history):
        draft = history.state.drafts[turn.seat]
        if PUBLISH <= turn.action < WAIT:
            table, weights = Table(), turn.action - PUBLISH
            expected_table(match.cards, history.state, turn.seat, draft.need, draft.partner, draft.route, draft.scope, weights, table)
            laid[turn.seat] = table
        elif turn.action == OPEN:
            opened = laid.pop(turn.seat, None)
        if turn.table is not None and opened is not None:
            found[place] = story_of(opened, turn.table)
            opened = None
        history.play(turn.action, turn.seat)
    return found


def story_of(printed: Table, table: Table) -> SealedStory:
    """What the table of bids at opening had that the printed one had not, and the other way round."""
    then, now = ([bidder.supplier for bidder in one.bidders[: one.count]] for one in (printed, table))
    led = NONE if printed.count == 0 else printed.bidders[printed.winner].supplier
    return SealedStory(led, tuple(one for one in then if one not in now), tuple(one for one in now if one not in then))
