"""How a game ended for a council: its own score opened to its parts, the places of all, and three questions to talk about."""

from dataclasses import dataclass

from caffael.debrief.records import Debrief
from caffael.presentation.blocks import Line, Listing
from caffael.presentation.debrief.pages import talk_page
from caffael.presentation.finale import fate_step, result_of, why_step
from caffael.presentation.points import place_said, points_sheet
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import NONE
from caffael.words.looks import team_ink


@dataclass(frozen=True, slots=True)
class Ending:
    """The end: the region's fate, who has won, the viewer's own points in their parts, how the others stand, and the questions."""

    fate: str
    fate_line: str
    won: str
    title: str
    ink: str
    line: str
    parts: tuple[Line, ...]
    places_title: str
    places: tuple[Line, ...]
    questions_title: str
    questions: tuple[str, ...]


def ending(viewer: Viewer, debrief: Debrief | None) -> Ending:
    """The end of a game that is over; the questions come from its debrief."""
    result = result_of(viewer)
    fate = fate_step(viewer, result)
    questions: tuple[str, ...] = ()
    title = talk = line = ""
    parts: tuple[Line, ...] = ()
    if viewer.seat != NONE:
        sheet = points_sheet(viewer, viewer.seat)
        title, line, parts = sheet.title, sheet.line, sheet.lines[: len(sheet.lines) - (viewer.state.seats - 1)]
    if debrief is not None:
        page = talk_page(viewer, debrief)
        talk = page.title
        questions = next(one.items for one in page.blocks if isinstance(one, Listing))
    places = tuple(
        Line(
            viewer.council(one.seat),
            viewer.language.number(one.total),
            place_said(viewer, one.seat),
            "trophy" if one.seat in result.winners else "star",
            team_ink(one.seat),
        )
        for one in viewer.ranking()
    )
    fate_line = next((one.words for one in fate.blocks if hasattr(one, "words") and getattr(one, "id", "") == "line"), "")
    return Ending(
        fate=fate.title,
        fate_line=fate_line,
        won=why_step(viewer, result).title,
        title=title,
        ink=team_ink(viewer.seat) if viewer.seat != NONE else "accent",
        line=line,
        parts=parts,
        places_title=viewer.text("All teams"),
        places=places,
        questions_title=talk,
        questions=questions,
    )
