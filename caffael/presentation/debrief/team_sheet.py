"""A team's own sheet: its score traced to every point, its decisions one by one, and what was promised to it and did not come."""

from caffael.debrief.records import ContractStory, Debrief, TeamStory
from caffael.presentation.blocks import Block, Cell, Group, Listing, Table, Text
from caffael.presentation.debrief.asked import bid_lines, came_chips, no_contract, other_words, sealed_words, shown
from caffael.presentation.debrief.figures import broken_lines, broken_promises
from caffael.presentation.debrief.ranking import CAUSE_NAMES, part_sources, place_words
from caffael.presentation.points import part_detail, part_name
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Cause
from caffael.rules.terms import NONE
from caffael.words.language import words
from caffael.words.sentences import goal_name, route_name, weights_text

DECISION_HEADS = (
    words("Need"),
    words("Year"),
    words("Asked for"),
    words("The winner"),
    words("The runner-up, by the same rules"),
    words("What came"),
)
TOLD_BY_GOALS = ("goals", "lowest")
"""Parts whose sources stand in the table of goals."""


def team_sheet(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Group:
    """The sheet of one team."""
    key = f"team-{team.seat}"
    first = Text(f"{place_words(viewer, team.rank, team.total)}.", "lead")
    points = Group(
        f"{key}-points",
        viewer.text("Where each point came from"),
        (points_table(viewer, debrief, team), goals_table(viewer, debrief, team)),
    )
    made = Group(f"{key}-decisions", viewer.text("The decisions"), decisions(viewer, debrief, team.seat))
    return Group(key, viewer.who(team.seat), (first, points, made), sheet=True)


def points_table(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Table:
    """Every part of the score, and where it comes from."""
    number = viewer.language.number
    rows: list[tuple[Cell, ...]] = []
    for part in team.parts:
        if part.points or part.kind in TOLD_BY_GOALS:
            sources = [] if part.kind in TOLD_BY_GOALS else part_sources(viewer, debrief, team, part)
            rows.append((part_name(viewer, part), number(part.points), (part_detail(viewer, part), *sources)))
    rows.append((viewer.text("In all"), number(team.total), ""))
    heads = (viewer.text("Part of the score"), viewer.text("Points"), viewer.text("Where they come from"))
    caption = viewer.text("{team}: where each point came from", team=viewer.council(team.seat))
    return Table(caption, heads, tuple(rows), frozenset({1}), (24, 10, 66))


def goals_table(viewer: Viewer, debrief: Debrief, team: TeamStory) -> Table:
    """Each goal from where it began to where it stands, by what moved it."""
    language = viewer.language
    causes = [cause for cause in Cause if any(moves[cause] for moves in team.moves)]
    heads = (
        viewer.text("Goal"),
        viewer.text("At the start"),
        *(viewer.text(CAUSE_NAMES[cause]) for cause in causes),
        viewer.text("At the end") if debrief.finished else viewer.text("Now"),
    )
    rows = tuple(
        (
            goal_name(language, goal),
            language.number(level - sum(moves)),
            *(language.signed(moves[cause]) if moves[cause] else "·" for cause in causes),
            language.number(level),
        )
        for goal, (level, moves) in enumerate(zip(team.goals, team.moves, strict=True))
    )
    caption = viewer.text("{team}: what moved each goal", team=viewer.council(team.seat))
    return Table(caption, heads, rows, frozenset(range(1, len(heads))), (20, 10, *(10 for _ in causes), 10))


def decisions(viewer: Viewer, debrief: Debrief, seat: int) -> tuple[Block, ...]:
    """A row for every contract; then the tenders nobody could bid for, and the promises that were broken."""
    contracts = shown(debrief, seat)
    blocks: list[Block] = [Text(no_contract(viewer))]
    if contracts:
        caption = viewer.text("{team}: what was asked for, who won, and what came", team=viewer.council(seat))
        rows = tuple(decision(viewer, story) for story in contracts)
        blocks = [Table(caption, tuple(map(viewer.text, DECISION_HEADS)), rows, widths=(17, 8, 20, 19, 19, 17))]
    failures = tuple(
        viewer.text(
            "Year {year}: nobody could bid for “{need}” ({route}).",
            year=failed.year,
            need=viewer.need(failed.need),
            route=route_name(viewer.language, failed.route),
        )
        for failed in debrief.failures
        if failed.seat == seat
    )
    if failures:
        blocks.append(Listing(failures))
    broken = [story for story in broken_promises(debrief) if story.seat == seat]
    if broken:
        blocks.append(Group("broken", viewer.text("Promises that were broken"), broken_lines(viewer, broken)))
    return tuple(blocks)


def decision(viewer: Viewer, story: ContractStory) -> tuple[Cell, ...]:
    """A contract from what was asked for to what came."""
    language = viewer.language
    asked = [route_name(language, story.route, story.scope)]
    if story.partner != NONE:
        asked.append(viewer.text("With {team}", team=viewer.council(story.partner)))
    if story.weights != NONE:
        said = weights_text(language, viewer.cards, story.weights)
        asked.append(said[:1].upper() + said[1:])
    if story.sealed is not None:
        asked.append(sealed_words(viewer, story.sealed))
    if story.other is not None:
        asked.append(other_words(viewer, story))
    second = (viewer.text("No other bid"),) if story.runner_up is None else offer(viewer, story, 1)
    named = viewer.text("Carbon")
    came = (
        viewer.text("{name}: {carbon}", name=named, carbon=chip.words) if chip.picture == "carbon" else chip.words
        for chip in came_chips(viewer, story)
    )
    return viewer.need(story.need), language.number(story.year), tuple(asked), offer(viewer, story, 0), second, tuple(came)


def offer(viewer: Viewer, story: ContractStory, place: int) -> tuple[str, ...]:
    """A bid, a line for each thing: who bids, its points, and what it offers."""
    bid = story.bids[place]
    told = [(viewer.text("Points"), viewer.language.score(bid.total))] if bid.total else []
    told += [(line.title, line.value) for line in bid_lines(viewer, story, place)]
    return viewer.supplier(bid.supplier), *(viewer.text("{label}: {value}", label=label, value=value) for label, value in told)
