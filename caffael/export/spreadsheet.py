"""The story as rows for a spreadsheet: one for each contract, tender without a bid, part of a score and move of a goal.

Text that a spreadsheet would take for a formula begins with an apostrophe, because a team may call itself anything.
"""

import csv
import io
from collections.abc import Iterator

from caffael.debrief.records import ContractStory, Debrief, TeamStory
from caffael.presentation.debrief.document import PlayedGame
from caffael.presentation.debrief.ranking import CAUSE_NAMES
from caffael.presentation.points import part_detail, part_name
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Cause
from caffael.rules.terms import CRITERIA, NONE, Criterion
from caffael.words.formulas import safe
from caffael.words.language import words
from caffael.words.sentences import goal_name, route_name

COLUMNS = (
    words("Game"),
    words("Saved game"),
    words("Scenario"),
    words("Team"),
    words("Council"),
    words("Kind of row"),
    words("What"),
    words("Points"),
    words("Explanation"),
    words("Year"),
    words("Category"),
    words("Route"),
    words("Bought together with"),
    words("Weight of price (%)"),
    words("Weight of quality (%)"),
    words("Weight of social value (%)"),
    words("Weight of carbon (%)"),
    words("Bids"),
    words("Supplier"),
    words("Price (£)"),
    words("Quality (1 to 5)"),
    words("Social value offered (0 to 5)"),
    words("Carbon a year (kg)"),
    words("Runner-up"),
    words("Runner-up: price (£)"),
    words("Runner-up: carbon a year (kg)"),
    words("With other weights"),
    words("Years delivered"),
    words("Years missed"),
    words("Years managed"),
    words("Social value promised (points)"),
    words("Social value that came (points)"),
    words("Paid (£)"),
    words("Emergency cover (£)"),
    words("Stayed in the region (£)"),
    words("Carbon emitted (kg)"),
)
WEIGHTS = {Criterion.PRICE: 13, Criterion.QUALITY: 14, Criterion.SOCIAL_VALUE: 15, Criterion.CARBON: 16}
"""The column of each criterion's weight."""

Value = str | int


def rows_of(games: list[PlayedGame]) -> bytes:
    """The content of the file, with the mark by which spreadsheets know that it is UTF-8."""
    viewer = games[0].viewer
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([viewer.text(column) for column in COLUMNS])
    for number, game in enumerate(games, 1):
        for row in game_rows(game.viewer, game.debrief):
            cells: dict[str, Value] = {"Game": number, "Saved game": game.file, "Scenario": game.title, **row}
            writer.writerow([safe(cells.get(column, "")) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def game_rows(viewer: Viewer, debrief: Debrief) -> Iterator[dict[str, Value]]:
    """The rows of a game: its decisions, then its scores in the order of the seats."""
    for story in debrief.contracts:
        yield whose(viewer, story.seat) | {"Kind of row": viewer.text("Contract")} | contract_row(viewer, story)
    for failed in debrief.failures:
        yield whose(viewer, failed.seat) | {
            "Kind of row": viewer.text("Tender without a bid"),
            "What": viewer.need(failed.need),
            "Year": failed.year,
            "Category": viewer.category(viewer.cards.needs[failed.need].category),
            "Route": route_name(viewer.language, failed.route),
        }
    for team in sorted(debrief.teams, key=lambda team: team.seat):
        yield from score_rows(viewer, team)


def whose(viewer: Viewer, seat: int) -> dict[str, Value]:
    """Whose row it is."""
    return {"Team": viewer.team(seat), "Council": viewer.council(seat)}


def contract_row(viewer: Viewer, story: ContractStory) -> dict[str, Value]:
    """A decision from what was asked for to what came."""
    runner_up, other = story.runner_up, story.other
    row: dict[str, Value] = {
        "What": viewer.need(story.need),
        "Points": story.points,
        "Year": story.year,
        "Category": viewer.category(viewer.cards.needs[story.need].category),
        "Route": route_name(viewer.language, story.route, story.scope),
        "Bought together with": viewer.council(story.partner),
        "Bids": len(story.bids),
        "Supplier": viewer.supplier(story.supplier),
        "Price (£)": story.price,
        "Quality (1 to 5)": story.quality,
        "Social value offered (0 to 5)": story.social,
        "Carbon a year (kg)": story.carbon_a_year,
        "Years delivered": story.reached,
        "Years missed": story.missed,
        "Years managed": story.managed,
        "Social value promised (points)": story.promised,
        "Social value that came (points)": story.came,
        "Paid (£)": story.paid,
        "Emergency cover (£)": story.cover,
        "Stayed in the region (£)": story.local,
        "Carbon emitted (kg)": story.carbon,
    }
    if story.weights != NONE:
        asked = viewer.cards.weights[story.weights * CRITERIA : (story.weights + 1) * CRITERIA]
        row |= {COLUMNS[WEIGHTS[criterion]]: asked[criterion] for criterion in Criterion}
    if runner_up is not None:
        row["Runner-up"] = viewer.supplier(runner_up.supplier)
        row["Runner-up: price (£)"] = runner_up.price
        row["Runner-up: carbon a year (kg)"] = runner_up.carbon
    if other is not None:
        row["With other weights"] = viewer.supplier(other.supplier)
    return row


def score_rows(viewer: Viewer, team: TeamStory) -> Iterator[dict[str, Value]]:
    """Each part of a score, their sum, and each move of each goal by its cause."""
    whose_row = whose(viewer, team.seat)
    for part in team.parts:
        yield whose_row | {
            "Kind of row": viewer.text("Part of the score"),
            "What": part_name(viewer, part),
            "Points": part.points,
            "Explanation": part_detail(viewer, part),
        }
    yield whose_row | {"Kind of row": viewer.text("Score"), "What": viewer.text("In all"), "Points": team.total}
    for goal, moves in enumerate(team.moves):
        begun = team.goals[goal] - sum(moves)
        named = whose_row | {"Kind of row": viewer.text("Goal"), "What": goal_name(viewer.language, goal)}
        yield named | {"Points": begun, "Explanation": viewer.text("At the start")}
        for cause in Cause:
            if moves[cause]:
                yield named | {"Points": moves[cause], "Explanation": viewer.text(CAUSE_NAMES[cause])}
