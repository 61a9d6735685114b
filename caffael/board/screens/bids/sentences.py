"""Why a bid won and what follows, in sentences made of the rules' own numbers."""

from typing import TYPE_CHECKING

from caffael.board.screens.bids.summary import Summary
from caffael.presentation.tender.advice import TENTH, lead_of
from caffael.presentation.tender.expected import TOP_POINTS
from caffael.presentation.tender.publishing import Prediction
from caffael.rules.records import Table
from caffael.rules.terms import NONE, Criterion, Route
from caffael.words.language import divided, tenths, words
from caffael.words.sentences import route_name

if TYPE_CHECKING:
    from caffael.board.game import Session

WON = {
    int(Criterion.PRICE): words("Won by {margin} points, most of all on price: {points} of its {total} points."),
    int(Criterion.QUALITY): words("Won by {margin} points, most of all on quality: {points} of its {total} points."),
    int(Criterion.SOCIAL_VALUE): words("Won by {margin} points, most of all on social value: {points} of its {total} points."),
    int(Criterion.CARBON): words("Won by {margin} points, most of all on carbon: {points} of its {total} points."),
}
PEOPLE_WON = {
    int(Criterion.QUALITY): words("Won by {margin} points, most of all on people: {points} of its {total} points."),
    int(Criterion.CARBON): words("Won by {margin} points, most of all on planet: {points} of its {total} points."),
}


TIES = {
    "quality": words("A tie on points: the better quality decided."),
    "price": words("A tie on points and on quality: the lower price decided."),
    "age": words("A tie on points, quality and price: the card that has been longer in the market decided."),
}


def tie_breaker(table: Table) -> str:
    """What put the first of a table before a second with as many points."""
    first = table.bidders[table.winner]
    second = next(bidder for bidder in table.bidders[: table.count] if bidder.rank == 1)
    if first.quality != second.quality:
        return "quality"
    return "price" if first.bid != second.bid else "age"


def heading_line(session: "Session", summary: Summary) -> str:
    """What this sheet is, whose tender it was and how it was bought."""
    teams = [seat.team for seat in session.game.seats]
    team, route = teams[summary.seat], route_name(session.language, summary.route, summary.tender.e)
    if summary.failed:
        return session.text("A tender without a bid · {team} · {route}", team=team, route=route)
    if not summary.weighed:
        return session.text("Award of a contract · {team} · {route}", team=team, route=route)
    if len(summary.awards) > 1:
        return session.text(
            "Assessment summary · {team}, {partner} · {route}", team=team, partner=teams[summary.awards[1].seat], route=route
        )
    return session.text("Assessment summary · {team} · {route}", team=team, route=route)


def winner_title(session: "Session", summary: Summary) -> str:
    """Who has won, as a heading."""
    name = session.viewer.supplier(summary.table.bidders[summary.table.winner].supplier)
    if summary.weighed:
        return session.text("Most advantageous tender: {supplier}", supplier=name)
    return session.text("The contract goes to {supplier}", supplier=name)


def reason_won(session: "Session", summary: Summary) -> str:
    """Why it won."""
    if summary.route == Route.FRAMEWORK:
        return session.text("A call-off from the framework: no competition and no weights.")
    if summary.route == Route.DIRECT:
        return session.text("A direct award: no competition and no weights.")
    lead = lead_of(summary.table, summary.weights)
    if lead is None:
        return session.text("No competition: only one bid came in, so the weights decided nothing.")
    if lead.margin == 0:
        return session.text(TIES[tie_breaker(summary.table)])
    if lead.margin < TENTH:
        return session.text("Won by less than 0.1 points.")
    language, winner = session.language, summary.table.bidders[summary.table.winner]
    margin = tenths(divided(lead.margin, TOP_POINTS // 10), keep=lead.margin < 2 * TOP_POINTS)
    if lead.criterion == NONE:
        return session.text("Won by {margin} points.", margin=margin)
    points = divided(summary.weights[lead.criterion] * winner.scores[lead.criterion], TOP_POINTS // 10)
    sentences = {**WON, **PEOPLE_WON} if session.game.cards.settings.people == 1 else WON
    return session.text(sentences[lead.criterion], margin=margin, points=tenths(points, keep=True), total=language.score(winner.total))


def order_text(session: "Session", summary: Summary) -> str:
    """Who came second, and whether the bid cards changed the winner."""
    table, printed = summary.table, summary.printed
    if not summary.weighed or table.count < 2:
        return ""
    expected = printed.bidders[printed.winner].supplier
    if expected != table.bidders[table.winner].supplier:
        return session.text(
            "The true bids changed the order: as printed, {supplier} was first.", supplier=session.viewer.supplier(expected)
        )
    second = next(bidder for bidder in table.bidders[: table.count] if bidder.rank == 1)
    return session.text(
        "Second: {supplier}, {points} points.",
        supplier=session.viewer.supplier(second.supplier),
        points=session.language.score(second.total),
    )


def standstill_text(session: "Session", summary: Summary) -> str:
    """What happens before the contract is signed."""
    if not summary.weighed:
        return ""
    return session.text("Eight working days' standstill: the others may ask why they lost. Then the contract is signed.")


def guess_text(session: "Session", summary: Summary, guess: Prediction | None) -> str:
    """Whether the class was right about the winner; empty where it named nobody who bid."""
    bids = summary.table.bidders[: summary.table.count]
    named = next((bidder for bidder in bids if guess is not None and bidder.supplier == guess.supplier), None)
    if named is None:
        return ""
    name = session.viewer.supplier(named.supplier)
    if named.rank == 0:
        return session.text("You said so: {supplier} has won. Well read!", supplier=name)
    if named.rank == 1:
        return session.text("Nearly! You said {supplier}, and it came second.", supplier=name)
    return session.text("A surprise! You said {supplier}, and it came in place {place}.", supplier=name, place=named.rank + 1)
