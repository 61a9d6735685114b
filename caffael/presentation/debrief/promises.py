"""The page of promises: those kept and those broken by team, then the gravest cases."""

from caffael.debrief.records import ContractStory, Debrief, PromiseRow
from caffael.presentation.blocks import Bar, Bars, Block, Group, Line, Page, Table, Text
from caffael.presentation.viewer import Viewer

GRAVEST = 6


def promises_page(viewer: Viewer, debrief: Debrief) -> Page:
    """For each team how many checks were reached, how much social value came, and how often somebody looked; then the gravest cases."""
    by_team = tuple(promise_bars(viewer, seat, row) for seat, row in enumerate(debrief.promises))
    caption = viewer.text("Promises made to each team")
    heads = (viewer.text("Team"), *(bar.label for bar in by_team[0].bars))
    rows = tuple((bars.title, *(bar.value for bar in bars.bars)) for bars in by_team)
    table = Table(caption, heads, rows, frozenset(range(1, len(heads))), id="promises")
    cases = broken_lines(viewer, broken_promises(debrief)[:GRAVEST])
    said: Block = Group("broken", viewer.text("Promises that were broken"), cases)
    if not cases:
        said = Text(viewer.text("Every promise was kept."), id="kept")
    return Page("promises", viewer.text("Which promises were kept?"), blocks=(Group("by-team", caption, by_team), table, said))


def promise_bars(viewer: Viewer, seat: int, row: PromiseRow) -> Bars:
    """What was promised to a team, and how much of it came."""
    counts = [
        ("check", viewer.text("Years delivered"), row.reached, row.checks, "good"),
        ("heart-hands", viewer.text("Social value that came"), row.came, row.promised, "criterion.social"),
    ]
    if viewer.cards.settings.management == 1:
        counts.append(("manage", viewer.text("Years managed"), row.managed, row.checks, "accent"))
    bars = tuple(
        Bar(label, ((n / every if every else 0, ink),), viewer.text("{n} of {all}", n=n, all=every), picture=picture)
        for picture, label, n, every, ink in counts
    )
    return Bars(viewer.team(seat), "; ".join(f"{bar.label}: {bar.value}" for bar in bars), bars, id=f"promises.{seat}")


def broken_promises(debrief: Debrief) -> list[ContractStory]:
    """Contracts with a missed year or social value that did not come, the gravest first."""
    broken = [story for story in debrief.contracts if story.missed or story.promised > story.came]
    return sorted(broken, key=lambda story: (-story.missed, -story.cover, story.came - story.promised))


def broken_lines(viewer: Viewer, broken: list[ContractStory]) -> tuple[Line, ...]:
    """What contracts failed to bring, a sentence each."""
    return tuple(Line(broken_text(viewer, story), picture=viewer.need_look(story.need)) for story in broken)


def broken_text(viewer: Viewer, story: ContractStory) -> str:
    """What a contract failed to bring."""
    need, supplier, team = viewer.need(story.need), viewer.supplier(story.supplier), viewer.team(story.seat)
    if story.missed:
        return viewer.text(
            "{supplier}, “{need}”. Years in which {team} was let down: {n}. Emergency cover: {money}.",
            supplier=supplier,
            need=need,
            team=team,
            n=story.missed,
            money=viewer.language.money(story.cover),
        )
    return viewer.text(
        "{supplier}, “{need}”: of {promised} points of social value promised to {team}, {came} came.",
        supplier=supplier,
        need=need,
        team=team,
        promised=story.promised,
        came=story.came,
    )
