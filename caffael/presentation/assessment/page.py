"""The page of bids: each as it was printed and as it came, why one won and what follows, and the contract in a few numbers.

The sentences are made of the rules' own numbers.
"""

from collections.abc import Iterator

from caffael.debrief.real import really_asked
from caffael.presentation.assessment.summary import Summary
from caffael.presentation.blocks import Assessed, Block, Button, Group, Line, Page, Sheet, Text
from caffael.presentation.cards import criterion_look
from caffael.presentation.press import Do
from caffael.presentation.real_buyers import real_text
from caffael.presentation.sheets.bid import BID_SHEETS, Tendered
from caffael.presentation.tender.expected import TOP_POINTS, lead_of, nobody, weighed_bids
from caffael.presentation.tender.pages import Prediction
from caffael.presentation.viewer import Viewer
from caffael.rules.delivery import payment_of
from caffael.rules.records import Contract, Table
from caffael.rules.terms import NONE, Criterion, Route
from caffael.words.language import divided, tenths, words
from caffael.words.looks import GOAL_IDS, goal_ink, team_ink
from caffael.words.sentences import goal_name, route_name


def bids_page(viewer: Viewer, summary: Summary, guess: Prediction | None = None, *, looked_up: bool = False) -> Page:
    """The page of an assessed tender. `guess` is whom the class had named; an old summary is `looked_up` and closes."""
    words = viewer.text("Close") if looked_up else viewer.text("Continue")
    ink, look = team_ink(summary.seat), viewer.need_look(summary.need)
    title, line, blocks = viewer.need(summary.need), heading_line(viewer, summary), _blocks(viewer, summary, guess)
    return Page("bids", title, line, look, f"category.{look}", blocks, (Button("continue", words, Do("go on"), "arrow-right", ink=ink),))


def bid_sheet(viewer: Viewer, summary: Summary, name: str, supplier: int, *criterion: int) -> Sheet:
    """A sheet of a bid: where its points come from, all or those of a criterion."""
    about = (summary.need, summary.partner, summary.route, summary.price_change, summary.table, supplier, summary.weights, summary.seat)
    return BID_SHEETS[name](viewer, Tendered(*about, past=summary.past), *criterion)


def _blocks(viewer: Viewer, summary: Summary, guess: Prediction | None) -> tuple[Block, ...]:
    if summary.failed:
        return nobody(viewer, viewer.text("Nobody could bid. The days are gone and the need stays."), summary.shut_out)
    verdict = (
        Text(why_text(viewer, summary), "lead", "why"),
        Text(asked_really(viewer, summary), id="real"),
        Text(guess_text(viewer, summary, guess), id="guess"),
        Text(standstill_text(viewer, summary), "soft", "standstill"),
    )
    return (
        Group("weights", "", weights_told(viewer, summary)),
        Group("bids", "", assessed_bids(viewer, summary, guess)),
        Group(
            "verdict", winner_title(viewer, summary), tuple(one for one in verdict if one.words), "seal" if summary.weighed else "contract"
        ),
        Group("contract", "", tuple(contract_lines(viewer, summary))),
    )


def weights_told(viewer: Viewer, summary: Summary) -> tuple[Line, ...]:
    """The published weights, as a key to the colours of the bars."""
    rows = []
    for criterion, weight in enumerate(summary.weights):
        if weight:
            title, picture, ink = criterion_look(viewer, criterion)
            rows.append(Line(title, viewer.language.percent(weight), picture=picture, ink=ink))
    return tuple(rows)


def turns_cards(viewer: Viewer, summary: Summary) -> bool:
    """Whether bid cards were turned up."""
    return summary.weighed and viewer.cards.settings.bid_cards == 1 and viewer.cards.bid_card_count > 0


def assessed_bids(viewer: Viewer, summary: Summary, guess: Prediction | None) -> tuple[Assessed, ...]:
    """The bids, the first one first."""
    turned, named = turns_cards(viewer, summary), viewer.text("The class said that this one wins.")
    table = summary.table
    places = {bidder.supplier: place for place, bidder in enumerate(table.bidders[: table.count])}
    printed = {bid.face.supplier: bid for bid in weighed_bids(viewer, summary.printed, summary.weights, summary.bought)}
    rows = []
    for bid in weighed_bids(viewer, table, summary.weights, summary.bought):
        supplier = bid.face.supplier
        card = table.bidders[places[supplier]].card
        words = viewer.language.signed_percent(card) if turned else ""
        hand = named if guess is not None and guess.supplier == supplier else ""
        rows.append(Assessed(f"bid.{supplier}", places[supplier], printed[supplier], bid, card, words, hand))
    return tuple(rows)


WON = {
    int(Criterion.PRICE): words("Won by {margin} points, most of all on price: {points} points ahead there."),
    int(Criterion.QUALITY): words("Won by {margin} points, most of all on quality: {points} points ahead there."),
    int(Criterion.SOCIAL_VALUE): words("Won by {margin} points, most of all on social value: {points} points ahead there."),
    int(Criterion.CARBON): words("Won by {margin} points, most of all on carbon: {points} points ahead there."),
}
PEOPLE_WON = {
    int(Criterion.QUALITY): words("Won by {margin} points, most of all on people: {points} points ahead there."),
    int(Criterion.CARBON): words("Won by {margin} points, most of all on planet: {points} points ahead there."),
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


def heading_line(viewer: Viewer, summary: Summary) -> str:
    """What this sheet is, whose tender it was and how it was bought."""
    team, route = viewer.council(summary.seat), route_name(viewer.language, summary.route, summary.tender.e)
    if summary.failed:
        return viewer.text("A tender without a bid · {team} · {route}", team=team, route=route)
    if not summary.weighed:
        return viewer.text("Award of a contract · {team} · {route}", team=team, route=route)
    if len(summary.awards) > 1:
        partner = viewer.council(summary.awards[1].seat)
        return viewer.text("Assessment summary · {team}, {partner} · {route}", team=team, partner=partner, route=route)
    return viewer.text("Assessment summary · {team} · {route}", team=team, route=route)


def winner_title(viewer: Viewer, summary: Summary) -> str:
    """Who has won, as a heading."""
    name = viewer.supplier(summary.table.bidders[summary.table.winner].supplier)
    if summary.weighed:
        return viewer.text("Most advantageous tender: {supplier}", supplier=name)
    return viewer.text("The contract goes to {supplier}", supplier=name)


def reason_won(viewer: Viewer, summary: Summary) -> str:
    """Why it won."""
    if summary.route == Route.FRAMEWORK:
        return viewer.text("A call-off from the framework: no competition and no weights.")
    if summary.route == Route.DIRECT:
        return viewer.text("A direct award: no competition and no weights.")
    lead = lead_of(summary.table, summary.weights)
    if lead is None:
        return viewer.text("No competition: only one bid came in, so the weights decided nothing.")
    if lead.margin == 0:
        return viewer.text(TIES[tie_breaker(summary.table)])
    if lead.shown == 0:
        return viewer.text("Won by less than 0.1 points.")
    margin = tenths(lead.shown, keep=True)
    if lead.criterion == NONE:
        return viewer.text("Won by {margin} points.", margin=margin)
    points = divided(lead.gain, TOP_POINTS // 10)
    sentences = {**WON, **PEOPLE_WON} if viewer.joined else WON
    return viewer.text(sentences[lead.criterion], margin=margin, points=tenths(points, keep=True))


def order_text(viewer: Viewer, summary: Summary) -> str:
    """Who came second, and whether the bid cards changed the winner."""
    table, printed = summary.table, summary.printed
    if not summary.weighed or table.count < 2:
        return ""
    expected = printed.bidders[printed.winner].supplier
    if expected != table.bidders[table.winner].supplier:
        return viewer.text("The true bids changed the order: as printed, {supplier} was first.", supplier=viewer.supplier(expected))
    second = next(bidder for bidder in table.bidders[: table.count] if bidder.rank == 1)
    return viewer.text(
        "Second: {supplier}, {points} points.", supplier=viewer.supplier(second.supplier), points=viewer.language.score(second.total)
    )


def standstill_text(viewer: Viewer, summary: Summary) -> str:
    """What happens before the contract is signed."""
    if not summary.weighed:
        return ""
    return viewer.text("Eight working days' standstill: the others may ask why they lost. Then the contract is signed.")


def asked_really(viewer: Viewer, summary: Summary) -> str:
    """What the real buyer asked for this need, and who would have won by that; empty where nobody knows, or no weights decided."""
    if not summary.weighed:
        return ""
    real = really_asked(viewer.cards, viewer.pack.need(summary.need).asked, summary.table)
    if real is None:
        return ""
    return real_text(viewer, summary.need, real.asked, real.supplier, summary.table.bidders[summary.table.winner].supplier)


def guess_text(viewer: Viewer, summary: Summary, guess: Prediction | None) -> str:
    """Whether the class was right about the winner; empty where it named nobody who bid."""
    bids = summary.table.bidders[: summary.table.count]
    named = next((bidder for bidder in bids if guess is not None and bidder.supplier == guess.supplier), None)
    if named is None:
        return ""
    name = viewer.supplier(named.supplier)
    if named.rank == 0:
        return viewer.text("You said so: {supplier} has won. Well read!", supplier=name)
    if named.rank == 1:
        return viewer.text("Nearly! You said {supplier}, and it came second.", supplier=name)
    return viewer.text("A surprise! You said {supplier}, and it came in place {place}.", supplier=name, place=named.rank + 1)


def why_text(viewer: Viewer, summary: Summary) -> str:
    """Why it won, together with who came next."""
    return " ".join(text for text in (reason_won(viewer, summary), order_text(viewer, summary)) if text)


def contract_lines(viewer: Viewer, summary: Summary) -> Iterator[Line]:
    """The contract in a few numbers; of a joint tender a price and carbon for each council."""
    language, cards = viewer.language, viewer.cards
    winner = summary.table.bidders[summary.table.winner]
    supplier = cards.suppliers[winner.supplier]
    for award in summary.awards:
        term = cards.needs[award.need].term
        yearly = language.money(payment_of(Contract(price=award.price, term=term, age=1)))
        price = viewer.plural("{yearly} a year, {n} year", "{yearly} a year, {n} years", term, yearly=yearly)
        if len(summary.awards) > 1:
            price = viewer.text("{team}: {price}", team=viewer.council(award.seat), price=price)
        yield Line(price, language.money(award.price), picture="pound", ink="criterion.price")
    carbon = language.carbon(sum(award.carbon for award in summary.awards))
    yield Line(viewer.text("of carbon a year"), carbon, picture="carbon", ink="criterion.carbon")
    if winner.social:
        goal = supplier.social_goal
        promised = viewer.text("social value promised: {goal}", goal=goal_name(language, goal))
        yield Line(promised, f"{winner.social}/5", picture=GOAL_IDS[goal], ink=goal_ink(goal))
    else:
        yield Line(viewer.text("no social value promised"), "0/5", picture="heart-hands", ink="criterion.social")
    local = viewer.text("of the money stays in the region")
    yield Line(local, language.percent(supplier.local), picture="home", ink="criterion.local")
