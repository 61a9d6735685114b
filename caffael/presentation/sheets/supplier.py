"""A supplier, turned over."""

from caffael.presentation.blocks import Back, Line, Sheet
from caffael.presentation.cards import record_words, supplier_face
from caffael.presentation.sheets.backs import back_of
from caffael.presentation.viewer import Viewer
from caffael.rules.tender import joined_rating
from caffael.rules.terms import FRAMEWORK, Criterion, Route
from caffael.words import handbook
from caffael.words.looks import CRITERION_PICTURES, KIND_IDS, criterion_ink, goal_ink, kind_art
from caffael.words.sentences import criterion_name, goal_name, kind_name


def supplier_sheet(viewer: Viewer, supplier: int) -> Sheet:
    """Who a supplier is, and what each number on its card means."""
    card = viewer.cards.suppliers[supplier]
    pack, language = viewer.pack, viewer.language
    face = supplier_face(viewer, supplier)
    kind = kind_name(language, card.kind)
    categories = [pack.category(i).title(viewer.code) for i in range(viewer.cards.categories) if card.categories[i] == 1]
    return Sheet(
        "supplier",
        face.name,
        lines=(*criteria_lines(viewer, supplier), *more_lines(viewer, supplier)),
        line=viewer.text("{kind} for {categories}", kind=kind, categories=", ".join(categories)),
        story=pack.supplier(supplier).line(viewer.code),
        picture=KIND_IDS[card.kind],
        art=kind_art(KIND_IDS[card.kind]),
        face=face,
        back=supplier_back(viewer, supplier),
    )


def supplier_back(viewer: Viewer, supplier: int) -> Back:
    """What a supplier of this kind is."""
    card, language = viewer.cards.suppliers[supplier], viewer.language
    entries = [handbook.numbered(language, "kind", card.kind)]
    if supplier == FRAMEWORK:
        entries = [handbook.numbered(language, "route", Route.FRAMEWORK)]
    elif card.supported == 1 and viewer.cards.routes[Route.RESERVED].on == 1:
        entries.append(handbook.entry(language, "term", "supported"))
    if viewer.cards.settings.track_records == 1:
        entries.append(handbook.entry(language, "term", "track-record"))
    return back_of(viewer, handbook.entry(language, "term", "supplier"), *entries, source=viewer.pack.supplier(supplier).source)


def criteria_lines(viewer: Viewer, supplier: int) -> list[Line]:
    """What a supplier offers on each criterion that this game weighs."""
    language = viewer.language
    card, settings = viewer.cards.suppliers[supplier], viewer.cards.settings
    people = settings.people == 1
    running = viewer.state.supplier_running[supplier]
    values = [
        viewer.text("{percent} of the estimate", percent=language.percent(card.price)),
        viewer.text("{n} of {most}", n=joined_rating(card.quality, card.social) if people else card.quality, most=5),
        viewer.text("{n} of {most}", n=card.social, most=5),
        viewer.text("{percent} of the usual carbon", percent=language.percent(card.carbon)),
    ]
    rows = []
    for criterion in Criterion:
        if (criterion == Criterion.CARBON and settings.carbon == 0) or (criterion == Criterion.SOCIAL_VALUE and people):
            continue
        words = handbook.criterion(language, criterion, people).line
        if criterion == Criterion.PRICE and running > 0 and supplier != FRAMEWORK:
            words = viewer.text(
                "It is busy with other contracts, so its bids are {percent} of the estimate dearer now.",
                percent=language.percent(settings.load * running),
            )
        if criterion == Criterion.SOCIAL_VALUE and card.social > 0:
            words = viewer.text("What it offers feeds one goal: “{goal}”.", goal=goal_name(language, card.social_goal))
        ink = goal_ink(card.social_goal) if criterion == Criterion.SOCIAL_VALUE else criterion_ink(criterion)
        name = criterion_name(language, criterion, people)
        picture = CRITERION_PICTURES[criterion]
        rows.append(Line(name, values[criterion], words, picture, ink))
    return rows


def largest_words(viewer: Viewer) -> str:
    """What the largest contract of a supplier means."""
    if viewer.cards.routes[Route.LOTS].on == 1:
        return viewer.text("It does not bid for anything larger. In lots it can carry twice as much.")
    return viewer.text("It does not bid for anything larger.")


def reliability_line(viewer: Viewer, supplier: int) -> Line:
    """How reliable a supplier is, as far as everybody knows."""
    card, settings = viewer.cards.suppliers[supplier], viewer.cards.settings
    reliability, seen = record_words(viewer, supplier)
    if supplier == FRAMEWORK or settings.track_records == 0:
        words = viewer.text("How sure its work is to be delivered, from 1 to 6.")
    elif seen:
        record = viewer.state.records[supplier]
        words = viewer.text(
            "How sure its work is to be delivered, from 1 to 6. Its reputation is {reputation}, and its track record {record}.",
            reputation=card.reputation,
            record=viewer.language.signed(record),
        )
    elif settings.engagement == 0:
        words = viewer.text("This is its reputation, from 1 to 6. Its track record is still face down: its first delivery shows it.")
    else:
        words = viewer.text("This is its reputation, from 1 to 6. Its track record is still face down: engage the market to see it.")
    return Line(viewer.text("Reliability"), reliability, words, "seal")


def more_lines(viewer: Viewer, supplier: int) -> list[Line]:
    """What else stands on a supplier's card."""
    language = viewer.language
    card, settings = viewer.cards.suppliers[supplier], viewer.cards.settings
    rows = [reliability_line(viewer, supplier)]
    local = viewer.text("So much of the money stays in the region.")
    if card.local >= settings.local_share:
        local = viewer.text("So much of the money stays in the region. It counts as local: a delivered year feeds “Prosperous” by 1.")
    rows.append(Line(viewer.text("Local share"), language.percent(card.local), local, "home", "criterion.local"))
    if supplier != FRAMEWORK:
        free = max(0, card.capacity - viewer.state.supplier_running[supplier])
        said = viewer.text("How many more contracts it can take on, and how many it can run at once for all councils together.")
        rows.append(Line(viewer.text("Free places"), viewer.text("{n} of {most}", n=free, most=card.capacity), said, "contract"))
        size = viewer.text("any size") if card.largest == 0 else language.money(card.largest)
        rows.append(Line(viewer.text("Largest contract"), size, largest_words(viewer) if card.largest > 0 else "", "chart"))
    if settings.welsh_duty == 1:
        value = viewer.text("yes") if card.welsh == 1 else viewer.text("no")
        words = viewer.text("Where the public meets a service, it must be there in Welsh too.")
        rows.append(Line(viewer.text("Gives its service in Welsh"), value, words, "welsh", "bad"))
    if card.supported == 1 and viewer.cards.routes[Route.RESERVED].on == 1:
        words = viewer.text("At least 30 % of its workers are disabled or disadvantaged. It may bid for reserved contracts.")
        rows.append(Line(viewer.text("Supported employment provider"), "", words, "supported", "category.communities"))
    return rows
