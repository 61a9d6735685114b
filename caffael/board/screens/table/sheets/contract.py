"""A running contract, turned over; and the register of all that a council runs."""

from typing import TYPE_CHECKING

from caffael.board.screens import bids
from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.rules.delivery import social_points
from caffael.rules.records import Contract
from caffael.rules.terms import NONE, Management
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS
from caffael.words.sentences import goal_name, route_name, weights_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost


def contracts_sheet(table: "TableHost", seat: int) -> Dialog:
    """All running contracts of a council, each a way to its own sheet."""
    session = table.session
    contracts = session.viewer.contracts(seat)
    rows = [contract_line(table, seat, contract) for contract in contracts]
    title = session.plural("{n} contract is running", "{n} contracts are running", len(contracts))
    return info_sheet(table, title, rows, line=session.viewer.council(seat), picture="contract", ink=f"team.{seat}")


def contract_line(table: "TableHost", seat: int, contract: Contract) -> Line:
    """A contract as a line that opens its sheet."""
    session = table.session
    category = session.viewer.need_look(contract.need)
    need = contract.need
    return Line(
        session.pack.need(need).title(session.language.code),
        years_left(session, contract),
        contract_words(session, contract),
        category,
        f"category.{category}",
        on_press=lambda: table.open(lambda: contract_sheet(table, seat, need)),
        value_ink="bad" if contract.misses else "ink",
    )


def contract_words(session: "Session", contract: Contract) -> str:
    """Who delivers a contract and for how much."""
    return session.text(
        "{supplier}, {money} a year",
        supplier=session.pack.supplier(contract.supplier).title(session.language.code),
        money=session.language.money(contract.price // contract.term),
    )


def years_left(session: "Session", contract: Contract) -> str:
    """How long a contract has to run."""
    return session.plural("{n} year left", "{n} years left", contract.term - contract.age)


def contract_sheet(table: "TableHost", seat: int, need: int) -> Dialog:
    """What was bought from whom, for how much, with which promises; and the way to its assessment summary."""
    session = table.session
    contract = next((one for one in session.viewer.contracts(seat) if one.need == need), None)
    title = session.pack.need(need).title(session.language.code)
    category = session.viewer.need_look(need)
    if contract is None:
        return info_sheet(table, title, [], line=session.text("This contract is no longer running."), picture=category)
    answers = [Answer(session.text("Read the assessment summary"), lambda: show_summary(table, need), "bid")]
    supplier = session.pack.supplier(contract.supplier).title(session.language.code)
    return info_sheet(
        table,
        title,
        contract_lines(session, contract),
        line=session.text("Supplier: {supplier}", supplier=supplier),
        picture=category,
        ink=f"category.{category}",
        answers=answers,
        back=contract_back(session, contract),
    )


def contract_back(session: "Session", contract: Contract) -> Back:
    """What a contract is, how it is looked after, and by which route it came."""
    language, settings = session.language, session.game.cards.settings
    entries = [handbook.entry(language, "term", "contract"), handbook.route(language, contract.route)]
    if settings.management == Management.CHOICE:
        entries.insert(1, handbook.entry(language, "term", "contract-management"))
    return Back(tuple(entries), session.pack.need(contract.need).source)


def contract_lines(session: "Session", contract: Contract) -> list[Line]:
    """Each number of a contract."""
    match, language = session.game, session.language
    supplier = match.cards.suppliers[contract.supplier]
    route = route_name(language, contract.route)
    if contract.weights != NONE:
        asked = session.text("The published weights: {weights}.", weights=weights_text(language, match.cards, contract.weights))
    else:
        asked = session.text("No weights were published on this route.")
    rows = [
        Line(session.text("Signed in year {year}", year=contract.signed), years_left(session, contract), asked, "tender"),
        Line(session.text("Route"), route, "", "gavel"),
        Line(
            session.text("Price"),
            language.money_exact(contract.price),
            session.plural(
                "For {n} year: {yearly}.",
                "For {n} years together: {yearly} a year.",
                contract.term,
                yearly=language.money(contract.price // contract.term),
            ),
            "pound",
            "criterion.price",
        ),
        Line(session.text("Quality"), session.text("{n} of {most}", n=contract.quality, most=5), "", "star", "criterion.quality"),
    ]
    if contract.social > 0:
        goal = GOAL_IDS[supplier.social_goal]
        rows.append(
            Line(
                session.text("Social value promised"),
                session.text("{n} of {most}", n=contract.social, most=5),
                promise_words(session, contract),
                "heart-hands",
                f"goal.{goal}",
            )
        )
    if match.cards.settings.carbon == 1:
        rows.append(
            Line(
                session.text("Carbon"),
                session.text("{carbon} a year", carbon=language.carbon(contract.carbon)),
                "",
                "carbon",
                "criterion.carbon",
            )
        )
    if contract.misses > 0:
        most = min(match.cards.settings.misses_most, contract.term)
        words = session.text("At {most} the contract ends and the need comes back.", most=most)
        rows.append(
            Line(
                session.text("Missed checks"),
                session.text("{n} of {most}", n=contract.misses, most=most),
                words,
                "miss",
                "bad",
                value_ink="bad",
            )
        )
    if contract.partner != NONE:
        partner = session.pack.need(contract.partner).title(language.code)
        rows.append(Line(session.text("Bought jointly"), "", session.text("Together with: “{need}”.", need=partner), "joint"))
    return rows


def promise_words(session: "Session", contract: Contract) -> str:
    """How much a promise of social value feeds its goal in a delivered year."""
    match, whole = session.game, social_points(contract.social, 1)
    goal = goal_name(session.language, match.cards.suppliers[contract.supplier].social_goal)
    if match.cards.settings.management != Management.CHOICE:
        return session.text("In a delivered year it feeds “{goal}” by {whole}.", goal=goal, whole=whole)
    return session.text(
        "In a delivered year it feeds “{goal}” by {whole} if the contract is managed, else by {little}.",
        goal=goal,
        whole=whole,
        little=social_points(contract.social, 0),
    )


def show_summary(table: "TableHost", need: int) -> None:
    """Show the assessment summary of the tender that won the contract for a need, again."""
    summary = bids.summary_of_need(table.session.game, need)
    if summary is not None:
        table.session.push(bids.BidsScreen(table.session, summary))
