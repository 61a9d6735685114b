"""Carbon and money: bars, and beside each the same numbers as a table."""

from caffael.debrief import multiplier_source, multiplier_text
from caffael.export.colours import category_colour
from caffael.export.document import Bar, Bars, Block, Paragraph, Section, Table
from caffael.export.played import PlayedGame

ROOM = 1.04
"""How much wider than the longest bar its ground is."""


def year_blocks(game: PlayedGame) -> list[Block]:
    """The region's carbon year by year, against a fair share of its budget for one year."""
    language, region = game.language, game.debrief.region
    if not any(region.years):
        return []
    title = language.text("Carbon year by year")
    note = language.text("The line marks a fair share of the budget for one year.")
    fair = region.budget / max(1, game.settings.years)
    most = max(*region.years, fair, 1) * ROOM
    named = [(language.text("Year {year}", year=year), carbon) for year, carbon in enumerate(region.years, 1)]
    bars = tuple(Bar(name, ((carbon / most, "years"),), language.carbon(carbon)) for name, carbon in named)
    told = ", ".join(language.text("{name}: {carbon}", name=name, carbon=language.carbon(carbon)) for name, carbon in named)
    total = language.text("{carbon} of {budget} CO₂e", carbon=language.carbon(region.carbon), budget=language.carbon(region.budget))
    rows = tuple((name, language.carbon(carbon), language.percent(100 * carbon // max(1, region.budget))) for name, carbon in named)
    heads = (language.text("Year"), language.text("Carbon"), language.text("Share of the whole budget"))
    return [
        Paragraph(total),
        Bars(title, f"{told}. {note}", bars, fair / most),
        Paragraph(note, "note"),
        Table(title, heads, rows, frozenset({1, 2})),
    ]


def carbon_section(game: PlayedGame, key: str) -> Section:
    """Who emitted how much, and for what."""
    language, carbon = game.language, game.debrief.carbon
    kinds = [(at, game.category(at), category_colour(game.pack, at)) for at in range(game.cards.categories)]
    used = [(at, name, colour) for at, name, colour in kinds if any(row.contracts[at] for row in carbon)]
    parts = [[row.contracts[at] for at, _, _ in used] for row in carbon]
    names = [(name, colour) for _, name, colour in used]
    for name, colour, amounts in (
        (language.text("Needs that waited"), "unmet", [row.unmet for row in carbon]),
        (language.text("Own buildings and vehicles"), "estate", [row.estate for row in carbon]),
    ):
        if any(amounts):
            names.append((name, colour))
            for row, amount in zip(parts, amounts, strict=True):
                row.append(amount)
    share = game.settings.carbon_budget
    most = max(*(row.total for row in carbon), share, 1) * ROOM
    bars = tuple(
        Bar(
            team,
            tuple((amount / most, colour) for amount, (_, colour) in zip(row, names, strict=True) if amount),
            language.carbon(whole.total),
        )
        for team, row, whole in zip(game.teams, parts, carbon, strict=True)
    )
    title = language.text("Who emitted how much carbon, and for what?")
    line = language.text("The line marks each council's share: {share}.", share=language.carbon(share))
    heads = (language.text("Team"), *(name for name, _ in names), language.text("In all"), language.text("Of its share"))
    rows = tuple(
        (team, *map(language.carbon, row), language.carbon(whole.total), language.percent(100 * whole.total // max(1, share)))
        for team, row, whole in zip(game.teams, parts, carbon, strict=True)
    )
    told = ", ".join(language.text("{name}: {carbon}", name=bar.label, carbon=bar.value) for bar in bars)
    drawn = Bars(title, f"{told}. {line}", bars, share / most, tuple(names))
    table = Table(language.text("Carbon of each team by category"), heads, rows, frozenset(range(1, len(heads))))
    return Section(f"{key}-carbon", title, [drawn, Paragraph(line, "note"), table])


def money_section(game: PlayedGame, key: str) -> Section:
    """Where the money went, what of it stayed, and what a study found on money that goes round."""
    language, money = game.language, game.debrief.money
    spent, local = sum(row.spent for row in money), sum(row.local for row in money)
    title = language.text("Where did the money go?")
    head = language.text(
        "Paid to suppliers: {spent}. Stayed in the region: {local}.", spent=language.money(spent), local=language.money(local)
    )
    note = language.text("A supplier's local share says how much of what it is paid stays here: as wages, or with other firms nearby.")
    bars = tuple(Bar(team, ((row.share / 100, "local"),), language.percent(row.share)) for team, row in zip(game.teams, money, strict=True))
    drawn = Bars(language.text("Money that stays local"), ", ".join(f"{bar.label}: {bar.value}" for bar in bars), bars)
    by_team = [(team, row.spent, row.local) for team, row in zip(game.teams, money, strict=True)]
    blocks: list[Block] = [Paragraph(head, "lead"), Paragraph(note)]
    if spent:
        blocks += [drawn, money_table(game, language.text("Money by team"), language.text("Team"), by_team)]
        blocks.append(money_table(game, language.text("Money by category"), language.text("Category"), by_category(game)))
    blocks += [Paragraph(multiplier_text(language, spent, local)), Paragraph(multiplier_source(language), "source")]
    return Section(f"{key}-money", title, blocks)


def by_category(game: PlayedGame) -> list[tuple[str, int, int]]:
    """What all councils paid in each category, and what of it stayed."""
    money = game.debrief.money
    rows = [
        (game.category(at), sum(row.by_category[at] for row in money), sum(row.local_by_category[at] for row in money))
        for at in range(game.cards.categories)
    ]
    return [row for row in rows if row[1]]


def money_table(game: PlayedGame, caption: str, first: str, rows: list[tuple[str, int, int]]) -> Table:
    """What was paid and what stayed, to the pound."""
    language = game.language
    heads = (first, language.text("Paid to suppliers"), language.text("Stayed in the region"), language.text("Local share"))
    cells = tuple(
        (name, language.money_exact(spent), language.money_exact(local), language.percent(100 * local // spent if spent else 0))
        for name, spent, local in rows
    )
    return Table(caption, heads, cells, frozenset({1, 2, 3}))
