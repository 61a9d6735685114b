"""The whole table as one page, in the order in which it is read."""

from caffael.presentation.blocks import Block, Group, Line, Page, Text
from caffael.presentation.marks import carbon_marks
from caffael.presentation.table.council import council_panel, council_tray, has_secrets, other_councils, private_note
from caffael.presentation.table.hints import hint_words
from caffael.presentation.table.region import NEWEST, carbon_line, land, log_lines, market, year_events, year_words
from caffael.presentation.table.verbs import corner, news, verbs
from caffael.presentation.table.watching import Watched, decided_words, place_words, way_through, ways_onward
from caffael.presentation.viewer import Viewer
from caffael.words.sentences import goal_title


def title_words(viewer: Viewer) -> str:
    """Whose turn it is, and the year."""
    return viewer.text("{team} · year {year}", team=viewer.council(viewer.state.decider), year=viewer.state.year)


def table_page(viewer: Viewer, *, told: str = "", watched: Watched | None = None, hints: bool = True) -> Page:
    """The table before the viewer's council.

    `told` is what a computer team did last. A game that is `watched` has the way through it instead of the verbs.
    """
    hint = hint_words(viewer) if hints and watched is None else ""
    return Page(
        "table",
        title_words(viewer),
        blocks=(
            *council_blocks(viewer),
            *corner(viewer),
            Text(year_words(viewer), id="years"),
            Group("map", viewer.text("The region"), land(viewer)),
            *carbon_blocks(viewer),
            *((Text(hint, id="hint"),) if hint else ()),
            *deciding_blocks(viewer, told, watched),
            *(one.line for one in other_councils(viewer)),
            *year_events(viewer),
            Group("log lines", viewer.text("What happened"), log_lines(viewer, NEWEST)),
            Group("market", viewer.text("The market"), market(viewer)),
        ),
    )


def council_blocks(viewer: Viewer) -> tuple[Block, ...]:
    """The viewer's council, its tray, and what only its team knows."""
    panel, tray = council_panel(viewer), council_tray(viewer)
    petals = enumerate(panel.flower if panel.numbers else ())
    goals = tuple(Line(goal_title(viewer.language, goal), petal.words) for goal, petal in petals)
    facts = (*((panel.points,) if panel.points else ()), panel.budget, panel.days, *((panel.won,) if panel.won else ()), *panel.chips)
    buttons = (panel.contracts,) if panel.private is None else (panel.contracts, panel.private)
    note = private_note(viewer)
    return (
        Group("council panel", panel.name, (Text(panel.team), Group("goals", panel.goals.title, goals), *facts, *buttons)),
        *tray.needs,
        *((Text(tray.note),) if tray.note else ()),
        *((note,) if has_secrets(viewer) and note.blocks else ()),
    )


def carbon_blocks(viewer: Viewer) -> tuple[Block, ...]:
    """The region's carbon and its marks, where this game counts carbon."""
    if viewer.cards.settings.carbon == 0:
        return ()
    marks = carbon_marks(viewer, viewer.state.carbon)
    return carbon_line(viewer), *(Line(mark.words, words=mark.told) for mark in marks)


def deciding_blocks(viewer: Viewer, told: str, watched: Watched | None) -> tuple[Block, ...]:
    """What the viewer's team can do, or what a computer team does, or the way through a game that is watched."""
    if watched is not None:
        said = Text(decided_words(viewer, watched), id="watched words"), Text(place_words(viewer, watched), id="watched place")
        return *said, *way_through(viewer, watched), *ways_onward(viewer, watched)
    return news(viewer, told) if viewer.thinking(viewer.state.decider) else verbs(viewer)
