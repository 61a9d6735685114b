"""A supplier, turned over."""

from typing import TYPE_CHECKING

from caffael.board.drawings import draw_supplier
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.presentation.cards import record_words, supplier_face
from caffael.rules.terms import FRAMEWORK, UNKNOWN, Criterion, Route
from caffael.words import handbook
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES, GOAL_IDS, KIND_IDS, kind_art
from caffael.words.sentences import criterion_name, goal_name, kind_name

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost


def supplier_sheet(table: "TableHost", supplier: int) -> Dialog:
    """Who a supplier is, and what each number on its card means."""
    session, look = table.session, table.look
    match = session.game
    card = match.cards.suppliers[supplier]
    pack, language = session.pack, session.language
    face = supplier_face(session.viewer, supplier)
    kind = kind_name(language, card.kind)
    categories = [pack.category(i).title(language.code) for i in range(match.cards.categories) if card.categories[i] == 1]
    unit = min(1.5, look.text_scale)

    def draw_card(painter: Painter, box: Box) -> None:
        draw_supplier(painter, Box(box.left + 4, box.top + 4, 196 * unit, 260 * unit), face)

    return info_sheet(
        table,
        face.name,
        [*criteria_lines(session, supplier), *more_lines(session, supplier)],
        line=session.text("{kind} for {categories}", kind=kind, categories=", ".join(categories)),
        story=pack.supplier(supplier).line(language.code),
        picture=KIND_IDS[card.kind],
        art=kind_art(KIND_IDS[card.kind]),
        aside=(204 * unit, draw_card),
        width=1380.0,
        back=supplier_back(session, supplier),
    )


def supplier_back(session: "Session", supplier: int) -> Back:
    """What a supplier of this kind is."""
    card, language = session.game.cards.suppliers[supplier], session.language
    entries = [handbook.numbered(language, "kind", card.kind)]
    if supplier == FRAMEWORK:
        entries = [handbook.numbered(language, "route", Route.FRAMEWORK)]
    elif card.supported == 1 and session.game.cards.routes[Route.RESERVED].on == 1:
        entries.append(handbook.entry(language, "term", "supported"))
    if session.game.cards.settings.track_records == 1:
        entries.append(handbook.entry(language, "term", "track-record"))
    return Back((handbook.entry(language, "term", "supplier"), *entries), session.pack.supplier(supplier).source)


def criteria_lines(session: "Session", supplier: int) -> list[Line]:
    """What a supplier offers on each criterion that this game weighs."""
    match, language = session.game, session.language
    card, settings = match.cards.suppliers[supplier], match.cards.settings
    people = settings.people == 1
    running = match.state.supplier_running[supplier]
    values = [
        session.text("{percent} of the estimate", percent=language.percent(card.price)),
        session.text("{n} of {most}", n=card.quality, most=5),
        session.text("{n} of {most}", n=card.social, most=5),
        session.text("{percent} of the usual carbon", percent=language.percent(card.carbon)),
    ]
    rows = []
    for criterion in Criterion:
        if (criterion == Criterion.CARBON and settings.carbon == 0) or (criterion == Criterion.SOCIAL_VALUE and people):
            continue
        words = handbook.criterion(language, criterion, people).line
        if criterion == Criterion.PRICE and running > 0 and supplier != FRAMEWORK:
            words = session.text(
                "It is busy with other contracts, so its bids are {percent} of the estimate dearer now.",
                percent=language.percent(settings.load * running),
            )
        if criterion == Criterion.SOCIAL_VALUE and card.social > 0:
            words = session.text("What it offers feeds one goal: “{goal}”.", goal=goal_name(language, card.social_goal))
        ink = f"goal.{GOAL_IDS[card.social_goal]}" if criterion == Criterion.SOCIAL_VALUE else f"criterion.{CRITERION_IDS[criterion]}"
        name = criterion_name(language, criterion, people)
        picture = CRITERION_PICTURES[criterion]
        rows.append(Line(name, values[criterion], words, picture, ink))
    return rows


def largest_words(session: "Session") -> str:
    """What the largest contract of a supplier means."""
    if session.game.cards.routes[Route.LOTS].on == 1:
        return session.text("It does not bid for anything larger. In lots it can carry twice as much.")
    return session.text("It does not bid for anything larger.")


def more_lines(session: "Session", supplier: int) -> list[Line]:
    """What else stands on a supplier's card."""
    match, language = session.game, session.language
    card, settings = match.cards.suppliers[supplier], match.cards.settings
    reliability, seen = record_words(session.viewer, supplier)
    if supplier == FRAMEWORK or settings.track_records == 0:
        words = session.text("How sure its work is to be delivered, from 1 to 6.")
    elif seen:
        words = session.text(
            "How sure its work is to be delivered, from 1 to 6. Its reputation is {reputation}, and its track record {record}.",
            reputation=card.reputation,
            record=language.signed(match.state.records[supplier]),
        )
    else:
        assert match.state.records[supplier] == UNKNOWN
        words = session.text("This is its reputation, from 1 to 6. Its track record is still face down: engage the market to see it.")
    rows = [Line(session.text("Reliability"), reliability, words, "seal")]
    local = session.text("So much of the money stays in the region.")
    if card.local >= settings.local_share:
        local = session.text("So much of the money stays in the region. It counts as local: a delivered year feeds “Prosperous” by 1.")
    rows.append(Line(session.text("Local share"), language.percent(card.local), local, "home", "criterion.local"))
    if supplier != FRAMEWORK:
        free = max(0, card.capacity - match.state.supplier_running[supplier])
        rows.append(
            Line(
                session.text("Free places"),
                session.text("{n} of {most}", n=free, most=card.capacity),
                session.text("How many more contracts it can take on, and how many it can run at once for all councils together."),
                "contract",
            )
        )
        size = session.text("any size") if card.largest == 0 else language.money(card.largest)
        rows.append(
            Line(
                session.text("Largest contract"),
                size,
                largest_words(session) if card.largest > 0 else "",
                "chart",
            )
        )
    if settings.welsh_duty == 1:
        value = session.text("yes") if card.welsh == 1 else session.text("no")
        words = session.text("Where the public meets a service, it must be there in Welsh too.")
        rows.append(Line(session.text("Gives its service in Welsh"), value, words, "welsh", "bad"))
    if card.supported == 1 and match.cards.routes[Route.RESERVED].on == 1:
        words = session.text("At least 30 % of its workers are disabled or disadvantaged. It may bid for reserved contracts.")
        rows.append(Line(session.text("Supported employment provider"), "", words, "supported", "category.communities"))
    return rows
