"""The debrief of a sealed tender tells what had changed between writing and opening (17.10, 17.11), from what its council saw then."""

from functools import cache

from caffael_tools.plain import as_text

from caffael.debrief import Debrief, make_debrief
from caffael.match import Match, Seat
from caffael.presentation.debrief.asked import asked_page, contract_page
from caffael.presentation.viewer import look
from caffael.rules.actions import PUBLISH, WAIT
from caffael.rules.records import State, Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import Route
from caffael.rules.view import view
from caffael.scenario import load_pack
from caffael.words.language import Code, Language

COUNCILS = ("cardiff", "newport", "bridgend", "torfaen")
Seen = dict[tuple[int, int, int], tuple[int, set[int]]]


@cache
def played(scenario: str, seed: int) -> tuple[Match, Debrief, Seen]:
    """A game of bots, its debrief, and by seat, need and year what a council saw as it laid its envelope: who led, and who would bid."""
    match = Match.start(load_pack(scenario, 3), [Seat(council, council, "balanced") for council in COUNCILS], seed)
    seen: Seen = {}
    while not match.finished:
        action, seat = match.bot_action(), match.state.decider
        if PUBLISH <= action < WAIT:
            own, table = State(), Table()
            view(match.state, seat, own)
            draft = own.drafts[seat]
            expected_table(match.cards, own, seat, draft.need, draft.partner, draft.route, draft.scope, action - PUBLISH, table)
            bidders = [bidder.supplier for bidder in table.bidders[: table.count]]
            seen[seat, draft.need, match.state.year] = (bidders[table.winner] if bidders else -1, set(bidders))
        match.play(action)
    return match, make_debrief(match), seen


def test_who_led_who_was_taken_and_who_came_in_are_told_as_the_council_saw_it() -> None:
    gone = others = 0
    for seed in range(6):
        _, debrief, seen = played("sealed", seed)
        own = [story for story in debrief.contracts if story.route != Route.JOINT]  # a partner's story is that of who asked it
        stories = [story for story in own if story.sealed is not None]
        assert stories
        for story in stories:
            assert story.sealed is not None
            led, bidders = seen[story.seat, story.need, story.year]
            now = {bid.supplier for bid in story.bids}
            assert story.sealed.led == led
            assert set(story.sealed.gone) == bidders - now and set(story.sealed.come) == now - bidders
            gone += bool(story.sealed.gone)
            others += story.sealed.led != story.supplier
    assert gone and others, "these deals show both"


def test_in_turns_nothing_lay_in_an_envelope() -> None:
    match, debrief, _ = played("smarter-spending", 0)
    assert all(story.sealed is None for story in debrief.contracts)
    assert "envelope" not in as_text(asked_page(look(match, Language("en"), 0), debrief))


def test_the_pages_say_it_in_both_languages() -> None:
    games = [played("sealed", seed) for seed in range(6)]
    match, debrief, taken = next((at, told, one) for at, told, _ in games for one in told.contracts if one.sealed and one.sealed.gone)
    assert taken.sealed is not None
    texts: tuple[tuple[Code, str, str, str], ...] = (
        ("en", "when the envelope was laid: ", "When the envelope was laid, ", "Could bid no longer when it was opened: "),
        ("cy", "pan osodwyd yr amlen: ", "Pan osodwyd yr amlen, ", "Ni allent gynnig mwyach pan gafodd ei hagor: "),
    )
    for code, in_all, led, no_longer in texts:
        viewer = look(match, Language(code), 0)
        said = as_text(contract_page(viewer, taken))
        assert in_all in as_text(asked_page(viewer, debrief))
        assert led + viewer.supplier(taken.sealed.led) in said
        assert no_longer + ", ".join(map(viewer.supplier, taken.sealed.gone)) in said
