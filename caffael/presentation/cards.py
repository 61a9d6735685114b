"""From the numbers of the rules to what a card shows: petals, suppliers, needs, contracts, tiles. All words in the viewer's language."""

from caffael.presentation.blocks import Chip
from caffael.presentation.faces import NeedFace, Petal, SupplierFace, Tile, Token
from caffael.presentation.plain import is_plain, supplier_stars
from caffael.presentation.viewer import Viewer
from caffael.rules.delivery import known_record, known_reliability
from caffael.rules.records import Contract
from caffael.rules.terms import FRAMEWORK, GOALS, UNKNOWN, Kind, Route
from caffael.words.language import words
from caffael.words.looks import GOAL_IDS, KIND_IDS, criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

SHORT_KINDS = {
    int(Kind.MICRO): words("micro business"),
    int(Kind.SME): words("small firm"),
    int(Kind.SOCIAL_ENTERPRISE): words("social enterprise"),
    int(Kind.REGIONAL): words("regional firm"),
    int(Kind.NATIONAL): words("national firm"),
    int(Kind.MULTINATIONAL): words("multinational"),
}


def short_kind(viewer: Viewer, kind: int) -> str:
    """A kind of supplier in a word or two, as it stands on a narrow card."""
    return viewer.text(SHORT_KINDS[kind])


def petals(viewer: Viewer, levels: list[int] | list[float]) -> list[Petal]:
    """The flower of a council's seven goals."""
    return [Petal(goal, level, viewer.language.number(round(level))) for goal, level in zip(GOAL_IDS, levels, strict=True)]


def goal_chip(words: str, goal: int) -> Chip:
    """A few words about a goal, with its picture and colours."""
    return Chip(words, GOAL_IDS[goal], f"goal.{GOAL_IDS[goal]}", f"goal.{GOAL_IDS[goal]}.pale")


def record_words(viewer: Viewer, supplier: int, seat: int | None = None) -> tuple[str, bool]:
    """How reliable a supplier is as far as everybody knows, or as one seat knows; a question mark while its track record is unseen."""
    if supplier == FRAMEWORK:
        return str(viewer.cards.suppliers[FRAMEWORK].reputation), True
    record = viewer.state.records[supplier] if seat is None else known_record(viewer.state, seat, supplier)
    if viewer.cards.settings.track_records == 0:
        record = 0
    reliability = known_reliability(viewer.cards, supplier, record)
    return (f"{reliability}?", False) if record == UNKNOWN else (str(reliability), True)


def supplier_face(viewer: Viewer, supplier: int, seat: int | None = None, *, picked: bool = False, faint: bool = False) -> SupplierFace:
    """A supplier's card. With a seat it shows what that seat alone knows of it too."""
    card = viewer.cards.suppliers[supplier]
    record, known = record_words(viewer, supplier, seat)
    cards, settings = viewer.cards, viewer.cards.settings
    return SupplierFace(
        name=viewer.supplier(supplier),
        kind=KIND_IDS[card.kind],
        kind_words=short_kind(viewer, card.kind),
        categories=tuple(viewer.category_look(category) for category in range(cards.categories) if card.categories[category] == 1),
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
        free=max(0, card.capacity - viewer.state.supplier_running[supplier]),
        capacity=min(card.capacity, 6),
        picked=picked,
        faint=faint,
        stars=supplier_stars(viewer, supplier),
    )


def criterion_look(viewer: Viewer, criterion: int) -> tuple[str, str, str]:
    """What a criterion is called in this game, its picture and its colour."""
    people = viewer.joined
    return criterion_name(viewer.language, criterion, people), criterion_picture(criterion, people), criterion_ink(criterion)


def need_figures(viewer: Viewer, need: int) -> str:
    """A need's estimate, term and carbon, on one line; on a plain table its estimate and its term."""
    card = viewer.cards.needs[need]
    if is_plain(viewer):
        return viewer.plural("{money} for {n} year", "{money} for {n} years", card.term, money=viewer.language.money(card.estimate))
    return viewer.plural(
        "{money} over {n} year · {carbon} a year",
        "{money} over {n} years · {carbon} a year",
        card.term,
        money=viewer.language.money(card.estimate),
        carbon=viewer.language.carbon(card.carbon),
    )


def need_worth(viewer: Viewer, need: int) -> str:
    """What a need is worth, how long it runs and what the old way emits."""
    card, language = viewer.cards.needs[need], viewer.language
    return viewer.plural(
        "{money} for {n} year · {carbon} of carbon a year now",
        "{money} over {n} years · {carbon} of carbon a year now",
        card.term,
        money=language.money(card.estimate),
        carbon=language.carbon(card.carbon),
    )


def need_face(viewer: Viewer, need: int) -> NeedFace:
    """A need's card."""
    card = viewer.cards.needs[need]
    language = viewer.language
    goals = tuple((GOAL_IDS[goal], language.signed(card.goals[goal])) for goal in range(GOALS) if card.goals[goal] > 0)
    return NeedFace(
        category=viewer.category_look(card.category),
        title=viewer.need(need),
        figures=need_figures(viewer, need),
        goals=goals,
        urgency=language.signed(-card.urgency) if card.urgency > 0 else "",
        urgency_goal=GOAL_IDS[card.urgency_goal],
        saves=language.money(card.saving) if card.saving > 0 else "",
    )


def contract_token(viewer: Viewer, contract: Contract) -> Token:
    """A running contract as a token of the map."""
    return Token(viewer.need_look(contract.need), contract.term - contract.age, contract.term, contract.misses > 0)


def map_tiles(viewer: Viewer) -> list[Tile]:
    """The councils of the region; those that are played with their colours and contracts."""
    seats = {viewer.state.councils[seat].card: seat for seat in range(viewer.state.seats)}
    tiles = []
    for card in range(viewer.cards.council_count):
        text = viewer.pack.council(card)
        seat = seats.get(card)
        contracts = () if seat is None else tuple(contract_token(viewer, contract) for contract in viewer.contracts(seat))
        turn = seat is not None and not viewer.finished and seat == viewer.state.decider
        tiles.append(Tile(text.id, text.name(viewer.language.code), text.column, text.row, seat, contracts, turn))
    return tiles
