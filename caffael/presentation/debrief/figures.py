"""The pages of carbon, money and promises: bars, and beside them the same numbers as tables."""

from caffael.debrief.records import ContractStory, Debrief, MoneyRow, PromiseRow
from caffael.presentation.blocks import Bar, Bars, Block, Chip, Group, Line, Page, Table, Text
from caffael.presentation.debrief.fate import ROOM
from caffael.presentation.viewer import Viewer

LOCAL_PENCE = 76
"""Of each pound paid to a firm in the county, spent again in the county by that firm: what a study found."""
ELSEWHERE_PENCE = 36
"""The same of a firm from elsewhere."""
STUDY_YEAR = "2005"
ADDRESS = "https://sustainablehackney.org.uk/page/buying-local-worth-400-more"


def carbon_page(viewer: Viewer, debrief: Debrief) -> Page:
    """Who emitted how much against its share, cut by category; needs that waited and each council's own estate at the end."""
    title = viewer.text("Who emitted how much carbon, and for what?")
    if not debrief.region.counted:
        return Page("carbon", title, blocks=(Text(viewer.text("This game did not count carbon."), id="uncounted"),))
    language, carbon = viewer.language, debrief.carbon
    sources: list[tuple[Chip, str, list[int]]] = []
    for at in range(viewer.cards.categories):
        look = viewer.category_look(at)
        sources.append(
            (
                Chip(viewer.category(at), look, f"category.{look}", f"category.{look}.pale"),
                f"category.{look}",
                [row.contracts[at] for row in carbon],
            )
        )
    sources += [
        (Chip(viewer.text("Unmet needs"), "timer"), "line_strong", [row.unmet for row in carbon]),
        (Chip(viewer.text("Own buildings and vehicles"), "home", "ink_light", "slate"), "slate", [row.estate for row in carbon]),
    ]
    used = [(chip, colour, amounts) for chip, colour, amounts in sources if any(amounts)]
    share = viewer.cards.settings.carbon_budget
    most = max(*(row.total for row in carbon), share, 1) * ROOM
    bars = []
    rows = []
    for seat, (team, whole) in enumerate(zip(viewer.councils, carbon, strict=True)):
        parts = tuple((amounts[seat] / most, colour) for _, colour, amounts in used if amounts[seat])
        total, percent = language.carbon(whole.total), language.percent(100 * whole.total // max(1, share))
        bars.append(Bar(team, parts, total, percent))
        rows.append((team, *(language.carbon(amounts[seat]) for _, _, amounts in used), total, percent))
    line = viewer.text("The line marks each council's share: {share}.", share=language.carbon(share))
    told = ", ".join(viewer.text("{name}: {carbon}", name=bar.label, carbon=bar.value) for bar in bars)
    heads = (viewer.text("Team"), *(chip.words for chip, _, _ in used), viewer.text("In all"), viewer.text("Of its share"))
    blocks = (
        Group("legend", viewer.text("Categories"), tuple(chip for chip, _, _ in used)),
        Bars(title, f"{told}. {line}", tuple(bars), share / most, tuple((chip.words, colour) for chip, colour, _ in used), "carbon"),
        Text(line, "soft", "share"),
        Table(viewer.text("Carbon of each team by category"), heads, tuple(rows), frozenset(range(1, len(heads)))),
    )
    return Page("carbon", title, blocks=blocks)


def money_page(viewer: Viewer, debrief: Debrief) -> Page:
    """Where the money went, what of it stayed, and what a study found on money that goes round."""
    language, money = viewer.language, debrief.money
    spent, local = sum(row.spent for row in money), sum(row.local for row in money)
    head = viewer.text(
        "Paid to suppliers: {spent}. Stayed in the region: {local}.", spent=language.money(spent), local=language.money(local)
    )
    note = viewer.text("A supplier's local share says how much of what it is paid stays here: as wages, or with other firms nearby.")
    bars = tuple(
        Bar(team, ((row.share / 100, "criterion.local"),), language.percent(row.share), stayed(viewer, row.local, row.spent))
        for team, row in zip(viewer.councils, money, strict=True)
    )
    told = ", ".join(f"{bar.label}: {bar.value}" for bar in bars)
    categories = by_category(viewer, money)
    blocks: list[Block] = [
        Text(head, "lead", "head"),
        Text(note, id="note"),
        Bars(viewer.text("Money that stays local"), told, bars, id="local"),
        category_bars(viewer, categories),
    ]
    if spent:
        by_team = [(team, row.spent, row.local) for team, row in zip(viewer.councils, money, strict=True)]
        blocks.append(money_table(viewer, viewer.text("Money by team"), viewer.text("Team"), by_team))
        rows = [(viewer.category(at), paid, kept) for at, paid, kept in categories]
        blocks.append(money_table(viewer, viewer.text("Money by category"), viewer.text("Category"), rows))
    blocks += [Text(multiplier_text(viewer, spent, local)), Text(multiplier_source(viewer), "source")]
    return Page("money", viewer.text("Where did the money go?"), blocks=tuple(blocks))


def stayed(viewer: Viewer, local: int, spent: int) -> str:
    """What stayed of what was paid."""
    return viewer.text("{local} of {spent}", local=viewer.language.money(local), spent=viewer.language.money(spent))


def by_category(viewer: Viewer, money: list[MoneyRow]) -> list[tuple[int, int, int]]:
    """The categories in which councils bought, what all of them paid in each, and what of it stayed."""
    rows = [
        (at, sum(row.by_category[at] for row in money), sum(row.local_by_category[at] for row in money))
        for at in range(viewer.cards.categories)
    ]
    return [row for row in rows if row[1]]


def category_bars(viewer: Viewer, rows: list[tuple[int, int, int]]) -> Bars:
    """What was paid in each category against the one in which most was, and what of it stayed."""
    most = max((spent for _, spent, _ in rows), default=1)
    bars = tuple(
        Bar(
            viewer.category(at),
            ((local / most, "criterion.local"), ((spent - local) / most, "line")),
            stayed(viewer, local, spent),
            picture=viewer.category_look(at),
        )
        for at, spent, local in rows
    )
    return Bars(viewer.text("By category"), ", ".join(f"{bar.label}: {bar.value}" for bar in bars), bars, id="by-category")


def money_table(viewer: Viewer, caption: str, first: str, rows: list[tuple[str, int, int]]) -> Table:
    """What was paid and what stayed, to the pound."""
    language = viewer.language
    heads = (first, viewer.text("Paid to suppliers"), viewer.text("Stayed in the region"), viewer.text("Local share"))
    cells = tuple(
        (name, language.money_exact(spent), language.money_exact(local), language.percent(100 * local // spent if spent else 0))
        for name, spent, local in rows
    )
    return Table(caption, heads, cells, frozenset({1, 2, 3}))


def multiplier_text(viewer: Viewer, spent: int, local: int) -> str:
    """How often a pound goes round, which counts for no point: what a study found, and this game's own share in pence of a pound."""
    found = viewer.text(
        "A study for Northumberland County Council ({year}) followed the money: of each pound, local firms spent {local}p again nearby, "
        "and firms from elsewhere {elsewhere}p.",
        year=STUDY_YEAR,
        local=LOCAL_PENCE,
        elsewhere=ELSEWHERE_PENCE,
    )
    if not spent:
        return found
    return f"{found} {viewer.text('Of each pound in this game, {pence}p stayed in the region.', pence=100 * local // spent)}"


def multiplier_source(viewer: Viewer) -> str:
    """Where that stands."""
    return viewer.text("Source: {who}, told on {where}", who="nef (New Economics Foundation)", where=f"Sustainable Hackney, {ADDRESS}")


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
    return Bars(viewer.council(seat), "; ".join(f"{bar.label}: {bar.value}" for bar in bars), bars, id=f"promises.{seat}")


def broken_promises(debrief: Debrief) -> list[ContractStory]:
    """Contracts with a missed year or social value that did not come, the gravest first."""
    broken = [story for story in debrief.contracts if story.missed or story.promised > story.came]
    return sorted(broken, key=lambda story: (-story.missed, -story.cover, story.came - story.promised))


def broken_lines(viewer: Viewer, broken: list[ContractStory]) -> tuple[Line, ...]:
    """What contracts failed to bring, a sentence each."""
    return tuple(Line(broken_text(viewer, story), picture=viewer.need_look(story.need)) for story in broken)


def broken_text(viewer: Viewer, story: ContractStory) -> str:
    """What a contract failed to bring."""
    need, supplier, team = viewer.need(story.need), viewer.supplier(story.supplier), viewer.council(story.seat)
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
