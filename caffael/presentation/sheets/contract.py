"""A running contract, turned over; and the register of all that a council runs."""

from caffael.presentation.blocks import Back, Button, Line, Sheet
from caffael.presentation.press import Do, Open
from caffael.presentation.sheets.backs import back_of
from caffael.presentation.viewer import Viewer
from caffael.rules.delivery import social_points
from caffael.rules.records import Contract
from caffael.rules.terms import NONE, Management
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS, team_ink
from caffael.words.sentences import goal_name, route_name, weights_text


def contracts_sheet(viewer: Viewer, seat: int) -> Sheet:
    """All running contracts of a council, each a way to its own sheet."""
    rows = contract_lines_of(viewer, seat)
    title = viewer.plural("{n} contract is running", "{n} contracts are running", len(rows))
    return Sheet("contracts", title, viewer.council(seat), picture="contract", ink=team_ink(seat), lines=tuple(rows))


def contract_lines_of(viewer: Viewer, seat: int) -> list[Line]:
    """The running contracts of a council."""
    return [_contract_line(viewer, seat, contract) for contract in viewer.contracts(seat)]


def _contract_line(viewer: Viewer, seat: int, contract: Contract) -> Line:
    """A contract as a line that opens its sheet."""
    need, category = contract.need, viewer.need_look(contract.need)
    yearly = viewer.language.money(contract.price // contract.term)
    words = viewer.text("{supplier}, {money} a year", supplier=viewer.supplier(contract.supplier), money=yearly)
    press, ink = Open("contract", (seat, need)), "bad" if contract.misses else "ink"
    value = years_left(viewer, contract)
    return Line(viewer.need(need), value, words, category, f"category.{category}", press=press, value_ink=ink)


def years_left(viewer: Viewer, contract: Contract) -> str:
    """How long a contract has to run."""
    return viewer.plural("{n} year left", "{n} years left", contract.term - contract.age)


def contract_sheet(viewer: Viewer, seat: int, need: int) -> Sheet:
    """What was bought from whom, for how much, with which promises; and the way to its assessment summary."""
    contract = next((one for one in viewer.contracts(seat) if one.need == need), None)
    title = viewer.need(need)
    category = viewer.need_look(need)
    if contract is None:
        return Sheet("contract", title, viewer.text("This contract is no longer running."), picture=category)
    summary = Button("summary", viewer.text("Read the assessment summary"), Do("summary", (need,)), "bid")
    supplier = viewer.supplier(contract.supplier)
    lines = tuple(contract_lines(viewer, contract))
    line = viewer.text("Supplier: {supplier}", supplier=supplier)
    ink, back = f"category.{category}", contract_back(viewer, contract)
    return Sheet("contract", title, lines=lines, line=line, picture=category, ink=ink, buttons=(summary,), back=back)


def contract_back(viewer: Viewer, contract: Contract) -> Back:
    """What a contract is, how it is looked after, and by which route it came."""
    language, settings = viewer.language, viewer.cards.settings
    entries = [handbook.entry(language, "term", "contract"), handbook.route(language, contract.route)]
    if settings.management == Management.CHOICE:
        entries.insert(1, handbook.entry(language, "term", "contract-management"))
    return back_of(viewer, *entries, source=viewer.pack.need(contract.need).source)


def contract_lines(viewer: Viewer, contract: Contract) -> list[Line]:
    """Each number of a contract."""
    language = viewer.language
    if contract.weights != NONE:
        asked = viewer.text("The published weights: {weights}.", weights=weights_text(language, viewer.cards, contract.weights))
    else:
        asked = viewer.text("No weights were published on this route.")
    yearly = language.money(contract.price // contract.term)
    said = viewer.plural("For {n} year: {yearly}.", "For {n} years together: {yearly} a year.", contract.term, yearly=yearly)
    rows = [
        Line(viewer.text("Signed in year {year}", year=contract.signed), years_left(viewer, contract), asked, "tender"),
        Line(viewer.text("Route"), route_name(language, contract.route), "", "gavel"),
        Line(viewer.text("Price"), language.money_exact(contract.price), said, "pound", "criterion.price"),
        Line(viewer.text("Quality"), viewer.text("{n} of {most}", n=contract.quality, most=5), "", "star", "criterion.quality"),
    ]
    if contract.social > 0:
        goal = GOAL_IDS[viewer.cards.suppliers[contract.supplier].social_goal]
        value = viewer.text("{n} of {most}", n=contract.social, most=5)
        rows.append(Line(viewer.text("Social value promised"), value, promise_words(viewer, contract), "heart-hands", f"goal.{goal}"))
    if viewer.cards.settings.carbon == 1:
        value = viewer.text("{carbon} a year", carbon=language.carbon(contract.carbon))
        rows.append(Line(viewer.text("Carbon"), value, "", "carbon", "criterion.carbon"))
    if contract.misses > 0:
        most = min(viewer.cards.settings.misses_most, contract.term)
        words = viewer.text("At {most} the contract ends and the need comes back.", most=most)
        title = viewer.text("Missed checks")
        rows.append(Line(title, viewer.text("{n} of {most}", n=contract.misses, most=most), words, "miss", "bad", value_ink="bad"))
    if contract.partner != NONE:
        partner = viewer.need(contract.partner)
        rows.append(Line(viewer.text("Bought jointly"), "", viewer.text("Together with: “{need}”.", need=partner), "joint"))
    return rows


def promise_words(viewer: Viewer, contract: Contract) -> str:
    """How much a promise of social value feeds its goal in a delivered year."""
    whole = social_points(viewer.cards, contract.social, 1)
    goal = goal_name(viewer.language, viewer.cards.suppliers[contract.supplier].social_goal)
    if viewer.cards.settings.management != Management.CHOICE:
        return viewer.text("In a delivered year it feeds “{goal}” by {whole}.", goal=goal, whole=whole)
    return viewer.text(
        "In a delivered year it feeds “{goal}” by {whole} if the contract is managed, else by {little}.",
        goal=goal,
        whole=whole,
        little=social_points(viewer.cards, contract.social, 0),
    )
