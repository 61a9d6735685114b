"""The backs of cards: what a thing of the table is, what it does in the game, and what it is in the real world, from the handbook."""

from caffael.presentation.blocks import Back, Panel, Passage, Sheet
from caffael.presentation.cards import criterion_look
from caffael.presentation.help import up_to
from caffael.presentation.labs import lab_levels
from caffael.presentation.viewer import Viewer
from caffael.words import handbook
from caffael.words.handbook import Entry
from caffael.words.language import USUAL
from caffael.words.looks import ROUTE_PICTURES
from caffael.words.sentences import route_name


def back_of(viewer: Viewer, *entries: Entry, source: str = "") -> Back:
    """A back that tells entries of the handbook, and where the numbers of the card itself come from."""
    words = viewer.text("Where the numbers of this card come from: {source}", source=source) if source else ""
    return Back(tuple(_panel(viewer, entry) for entry in entries), words)


def _panel(viewer: Viewer, entry: Entry) -> Panel:
    """An entry and its parts. Children are spared its sources."""
    passages = [Passage(entry.game, viewer.text("In the game"), "play", "accent")]
    if entry.world:
        passages.append(Passage(entry.world, viewer.text("In the real world"), "map", "good"))
    if viewer.language.edition == USUAL:
        passages.append(Passage(viewer.text("Source: {source}", source=entry.source)))
    return Panel(entry.key, entry.title, "\n".join((entry.line, *_levels(viewer, entry))), tuple(passages))


def _levels(viewer: Viewer, entry: Entry) -> tuple[str, ...]:
    """What the levels of a lab bring in this game; other entries have none."""
    names = handbook.names("lab")
    group, _, name = entry.key.partition(".")
    return lab_levels(viewer.language, viewer.cards, names.index(name)) if group == "lab" else entry.levels


def term_back(viewer: Viewer, term: str, source: str = "") -> Back:
    """A back that tells what a term of the handbook means."""
    return back_of(viewer, handbook.entry(viewer.language, "term", term), source=source)


def need_back(viewer: Viewer, need: int) -> Back:
    """What a need is, what its category is about, and where its numbers come from."""
    category = viewer.pack.ids.categories[viewer.cards.needs[need].category]
    entries = [handbook.entry(viewer.language, "category", category)] if handbook.has("category", category) else []
    return back_of(viewer, handbook.entry(viewer.language, "term", "need"), *entries, source=viewer.pack.need(need).source)


def criterion_back(viewer: Viewer, criterion: int) -> Back:
    """What a criterion is."""
    return back_of(viewer, handbook.criterion(viewer.language, criterion, viewer.joined))


def need_back_sheet(viewer: Viewer, need: int) -> Sheet:
    """The back of a need alone."""
    category = viewer.need_look(need)
    return Sheet("need back", viewer.need(need), picture=category, ink=f"category.{category}", back=need_back(viewer, need))


def route_back_sheet(viewer: Viewer, route: int, scope: int) -> Sheet:
    """What a way to buy is."""
    back = back_of(viewer, handbook.route(viewer.language, route, scope))
    line = up_to(viewer.language, viewer.cards, route)
    return Sheet("route back", route_name(viewer.language, route, scope), line, picture=ROUTE_PICTURES[route], back=back)


def weights_back_sheet(viewer: Viewer, *criteria: int) -> Sheet:
    """What weights are, and each criterion that can have one."""
    entries = [handbook.criterion(viewer.language, criterion, viewer.joined) for criterion in criteria]
    back = back_of(viewer, handbook.entry(viewer.language, "term", "weights"), *entries)
    return Sheet("weights back", viewer.text("What shall count?"), picture="tender", back=back)


def criterion_back_sheet(viewer: Viewer, criterion: int) -> Sheet:
    """What one criterion is."""
    title, picture, ink = criterion_look(viewer, criterion)
    return Sheet("criterion back", title, picture=picture, ink=ink, back=criterion_back(viewer, criterion))
