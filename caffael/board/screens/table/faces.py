"""From the numbers of the rules to what a card shows: petals, suppliers, needs, contracts, tiles. All words in the session's language."""

from typing import TYPE_CHECKING

from caffael.board.drawings import Contract as Token
from caffael.board.drawings import NeedFace, Petal, SupplierFace, Tile
from caffael.board.screens.table.ids import GOAL_IDS, KIND_IDS, category_id
from caffael.rules.delivery import known_record
from caffael.rules.records import Contract
from caffael.rules.tender import known_reliability
from caffael.rules.terms import FRAMEWORK, GOALS, UNKNOWN, Kind, Route
from caffael.words.language import words

if TYPE_CHECKING:
    from caffael.board.game import Session

SHORT_KINDS = {
    int(Kind.MICRO): words("micro business"),
    int(Kind.SME): words("small firm"),
    int(Kind.SOCIAL_ENTERPRISE): words("social enterprise"),
    int(Kind.REGIONAL): words("regional firm"),
    int(Kind.NATIONAL): words("national firm"),
    int(Kind.MULTINATIONAL): words("multinational"),
}


def short_kind(session: "Session", kind: int) -> str:
    """A kind of supplier in a word or two, as it stands on a narrow card."""
    return session.text(SHORT_KINDS[kind])


def petals(session: "Session", levels: list[int] | list[float]) -> list[Petal]:
    """The flower of a council's seven goals."""
    return [Petal(goal, level, session.language.number(round(level))) for goal, level in zip(GOAL_IDS, levels, strict=True)]


def record_words(session: "Session", supplier: int, seat: int | None = None) -> tuple[str, bool]:
    """How reliable a supplier is as far as everybody knows, or as one seat knows; a question mark while its track record is unseen."""
    match = session.game
    if supplier == FRAMEWORK:
        return str(match.cards.suppliers[FRAMEWORK].reputation), True
    record = match.state.records[supplier] if seat is None else known_record(match.state, seat, supplier)
    if match.cards.settings.track_records == 0:
        record = 0
    reliability = known_reliability(match.cards, supplier, record)
    return (f"{reliability}?", False) if record == UNKNOWN else (str(reliability), True)


def supplier_face(session: "Session", supplier: int, seat: int | None = None, *, picked: bool = False, faint: bool = False) -> SupplierFace:
    """A supplier's card. With a seat it shows what that seat alone knows of it too."""
    match = session.game
    card = match.cards.suppliers[supplier]
    pack = match.pack
    record, known = record_words(session, supplier, seat)
    cards, settings = match.cards, match.cards.settings
    return SupplierFace(
        name=pack.supplier(supplier).title(session.language.code),
        kind=KIND_IDS[card.kind],
        kind_words=short_kind(session, card.kind),
        categories=tuple(category_id(pack, category) for category in range(match.cards.categories) if card.categories[category] == 1),
        price=card.price,
        quality=card.quality,
        social=card.social,
        social_goal="" if settings.people == 1 else GOAL_IDS[card.social_goal],
        carbon=card.carbon,
        local=card.local,
        welsh=card.welsh == 1 and settings.welsh_duty == 1,
        supported=card.supported == 1 and cards.routes[Route.RESERVED].on == 1,
        record=record,
        record_known=known,
        free=max(0, card.capacity - match.state.supplier_running[supplier]),
        capacity=min(card.capacity, 6),
        picked=picked,
        faint=faint,
    )


def need_figures(session: "Session", need: int) -> str:
    """A need's estimate, term and carbon, on one line."""
    card = session.game.cards.needs[need]
    return session.plural(
        "{money} over {n} year · {carbon} a year",
        "{money} over {n} years · {carbon} a year",
        card.term,
        money=session.language.money(card.estimate),
        carbon=session.language.carbon(card.carbon),
    )


def need_face(session: "Session", need: int) -> NeedFace:
    """A need's card."""
    match = session.game
    card = match.cards.needs[need]
    language = session.language
    goals = tuple((GOAL_IDS[goal], language.signed(card.goals[goal])) for goal in range(GOALS) if card.goals[goal] > 0)
    return NeedFace(
        category=category_id(match.pack, card.category),
        title=match.pack.need(need).title(language.code),
        figures=need_figures(session, need),
        goals=goals,
        urgency=language.signed(-card.urgency) if card.urgency > 0 else "",
        urgency_goal=GOAL_IDS[card.urgency_goal],
        saves=language.money(card.saving) if card.saving > 0 else "",
    )


def contract_token(session: "Session", contract: Contract) -> Token:
    """A running contract as a token of the map."""
    match = session.game
    category = category_id(match.pack, match.cards.needs[contract.need].category)
    return Token(category, contract.term - contract.age, contract.term, contract.misses > 0)


def running_contracts(session: "Session", seat: int) -> list[Contract]:
    """A council's running contracts, oldest first."""
    council = session.game.state.councils[seat]
    return [council.contracts[council.order[i]] for i in range(council.running)]


def map_tiles(session: "Session") -> list[Tile]:
    """The councils of the region; those that are played with their colours and contracts."""
    match = session.game
    seats = {match.state.councils[seat].card: seat for seat in range(match.state.seats)}
    tiles = []
    for card in range(match.cards.council_count):
        text = match.pack.council(card)
        seat = seats.get(card)
        contracts = () if seat is None else tuple(contract_token(session, contract) for contract in running_contracts(session, seat))
        turn = seat is not None and not match.finished and seat == match.state.decider
        tiles.append(Tile(text.id, text.name(session.language.code), text.column, text.row, seat, contracts, turn))
    return tiles


def council_name(session: "Session", seat: int) -> str:
    """The council that a seat runs."""
    match = session.game
    return match.pack.council(match.state.councils[seat].card).name(session.language.code)


def team_names(session: "Session") -> list[str]:
    """The names of the teams, by seat."""
    return [seat.team for seat in session.game.seats]
