"""Who wins, how the region fares and how a game runs: the sections of a report about whole games."""

from collections.abc import Sequence

from caffael.presentation.points import PART_NAMES
from caffael.rules.terms import Criterion, Route
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.runs import ASKING
from caffael.simulation.play.shares import percentile
from caffael.simulation.play.tally import KILOS, PARTS
from caffael.simulation.questions.outcomes import (
    asked_and_got,
    failed_share,
    leader_wins,
    local_share,
    mean_score,
    promises_kept,
    seat_share,
    win_share,
)
from caffael.simulation.questions.worth import things_of
from caffael.simulation.questions.writing import percent
from caffael.simulation.report.drawing import Interval, columns, intervals, stacked
from caffael.simulation.report.parts import (
    ENGLISH,
    Picture,
    Row,
    Section,
    Table,
    line_up_name,
    name_of,
    percent_and_interval,
    whole_percent,
)
from caffael.simulation.report.runs import EQUAL, MIXED, Findings
from caffael.words.sentences import criterion_name

SCORE_PARTS = tuple(part for part in PARTS if part != "total")
BINS = 24


def wins_section(findings: Findings) -> Section:
    """Who wins, and of what the scores are made."""
    mixed, equal = findings.run_of(MIXED), findings.run_of(EQUAL)
    rows = [Interval(bot, win_share(mixed, bot)) for bot in mixed.run.bots]
    drawing = intervals("wins", "Share of games won", rows, whole_percent, percent_and_interval)
    return Section(
        "wins",
        "Who wins",
        [
            Picture(drawing, f"Share of games won by each bot, with 95 % intervals ({games_of(mixed)}: {line_up_name(mixed.run.bots)})."),
            wins_table(findings.line_ups),
            *score_parts(mixed),
            *seats(equal),
        ],
    )


def games_of(outcome: Outcome) -> str:
    """How many games were played."""
    return f"{outcome.tally.games:,} games"


def wins_table(line_ups: Sequence[Outcome]) -> Table:
    """The wins and mean scores of every bot in every line-up."""
    rows = []
    for outcome in line_ups:
        bots = outcome.run.bots
        for bot in dict.fromkeys(bots):
            score, places = mean_score(outcome, bot), bots.count(bot)
            said = f"{score.value:.1f} ({score.low:.1f} to {score.high:.1f})"
            even = f"{places / len(bots) * 100:.0f} %"
            cells = (percent_and_interval(win_share(outcome, bot)), even, said, f"{outcome.tally.games:,}")
            rows.append(Row(bot, cells, group=line_up_name(bots)))
    return Table(
        "Wins and scores in every line-up", ("Line-up and bot", "Wins of all its places", "Even share", "Mean score", "Games"), rows
    )


def score_parts(outcome: Outcome) -> list[Picture | Table]:
    """The mean parts of the score of each bot."""
    tally, bots = outcome.tally, outcome.run.bots
    values = [[float(tally.parts[place, PARTS.index(part)]) / max(tally.finished, 1) for part in SCORE_PARTS] for place in range(len(bots))]
    names = [ENGLISH.text(PART_NAMES[part]) for part in SCORE_PARTS]
    drawing = stacked("score-parts", "Mean parts of the score", bots, names, values)
    rows = [Row(bot, [*(f"{value:z.1f}" for value in row), f"{sum(row):z.1f}"]) for bot, row in zip(bots, values, strict=True)]
    caption = "Mean parts of the score; what costs points stands left of nought, the total at the end."
    return [Picture(drawing, caption), Table("Mean parts of the score", ("Bot", *names, "Total"), rows)]


def seats(outcome: Outcome) -> list[Picture | Table]:
    """The share of wins of each seat among equals."""
    found = [(f"Seat {seat}", seat_share(outcome, str(seat))) for seat in range(1, len(outcome.run.bots) + 1)]
    rows = [Interval(name, figure) for name, figure in found]
    drawing = intervals("seats", "Share of games won from each seat", rows, whole_percent, percent_and_interval)
    caption = f"Share of games won from each seat, among equals ({games_of(outcome)}: {line_up_name(outcome.run.bots)})."
    table = Table("Wins by seat", ("Seat", "Wins"), [Row(name, (percent_and_interval(figure),)) for name, figure in found])
    return [Picture(drawing, caption), table]


def climate_section(findings: Findings) -> Section:
    """How often the region fails, and how the carbon is spread."""
    rows = [Interval(line_up_name(outcome.run.bots), failed_share(outcome)) for outcome in findings.line_ups]
    drawing = intervals("failed", "Share of games in which the region fails", rows, whole_percent, percent_and_interval)
    caption = "Share of games in which the region is over its carbon budget, by line-up, with 95 % intervals."
    table = Table(
        "Carbon of the region in tonnes",
        ("Line-up", "Budget", "Tenth percentile", "Median", "Ninetieth percentile", "Region failed"),
        [
            Row(
                line_up_name(outcome.run.bots),
                (
                    f"{budget_of(outcome):,.0f}",
                    *(f"{percentile(outcome.tally.carbon, part):,.0f}" for part in (10, 50, 90)),
                    percent_and_interval(failed_share(outcome)),
                ),
            )
            for outcome in findings.line_ups
        ],
    )
    spreads = [carbon_picture(findings.run_of(bots), key) for key, bots in (("equal", EQUAL), ("mixed", MIXED))]
    return Section("climate", "The climate", [Picture(drawing, caption), table, *spreads])


def budget_of(outcome: Outcome) -> float:
    """The region's carbon budget for the whole game, in tonnes."""
    return outcome.run.pack.cards.settings.carbon_budget * len(outcome.run.bots) / KILOS


def carbon_picture(outcome: Outcome, key: str) -> Picture:
    """How many games end with how much carbon, against the budget."""
    carbon, budget = outcome.tally.carbon, budget_of(outcome)
    lowest, highest = min([*carbon, int(budget)]), max([*carbon, int(budget)])
    wide = step_for(highest - lowest + 1)
    lowest = int(budget) - -(-(int(budget) - lowest) // wide) * wide  # the budget stands between two columns
    counts = [0] * ((highest - lowest) // wide + 1)
    for tonnes, games in carbon.items():
        counts[(tonnes - lowest) // wide] += games
    names = [f"{lowest + wide * number:,}" for number in range(len(counts))]
    shares = [count / max(outcome.tally.finished, 1) for count in counts]
    title = f"Carbon of the region: {line_up_name(outcome.run.bots)}"
    mark = ((budget - lowest) / wide, f"budget {budget:,.0f} t")
    drawing = columns(f"carbon-{key}", title, names, shares, f"Tonnes at the end of the game, in steps of {wide:,}", mark)
    return Picture(drawing, f"{title}. Share of {games_of(outcome)}; right of the line the region has failed.")


def step_for(span: int) -> int:
    """A round number of tonnes that cuts a span into about 24 columns or fewer."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if span <= BINS * step:
                return step
        power *= 10


def course_section(findings: Findings) -> Section:
    """How long games are, and whether they stay open."""
    rows = []
    for outcome in findings.line_ups:
        tally = outcome.tally
        games, done = max(tally.games, 1), max(tally.finished, 1)
        cells = (
            f"{tally.decisions / games:.0f}",
            f"{tally.actions / games:.0f}",
            f"{tally.leader_changes / done:.2f}",
            percent_and_interval(leader_wins(outcome)),
            percent(promises_kept(outcome).value),
            percent(local_share(outcome).value),
            f"{tally.unfinished:,}",
        )
        rows.append(Row(line_up_name(outcome.run.bots), cells))
    heads = (
        "Line-up",
        "Decisions in a game",
        "Table actions",
        "Changes of the leader",
        "Leader half-way wins",
        "Promised social value that comes",
        "Money that stays in the region",
        "Games without an end",
    )
    return Section("course", "How a game runs", [Table("Length, leaders and promises", heads, rows)])


def competition_section(findings: Findings) -> Section:
    """Bidders, what is asked for, routes."""
    equal = findings.run_of(EQUAL)
    return Section("competition", "Competition", [*bidders(equal), *asked(equal), routes(findings), *envelopes(findings)])


def bidders(outcome: Outcome) -> list[Picture | Table]:
    """Open tenders by how many bid."""
    counts = [int(number) for number in outcome.tally.open_bidders]
    most = max((number for number, count in enumerate(counts) if count), default=0)
    tenders = max(sum(counts), 1)
    shares = [count / tenders for count in counts[: most + 1]]
    names = [str(number) for number in range(most + 1)]
    title = "Open tenders by number of bidders"
    drawing = columns("bidders", title, names, shares, "Bidders for an open tender")
    caption = f"{title}: {sum(counts):,} tenders of {line_up_name(outcome.run.bots)}."
    rows = [Row(name, (f"{count:,}", percent(part))) for name, count, part in zip(names, counts, shares, strict=False)]
    return [Picture(drawing, caption), Table(title, ("Bidders", "Tenders", "Share"), rows)]


def asked(outcome: Outcome) -> list[Picture | Table]:
    """How often the best on a criterion wins where it weighs most."""
    people = outcome.run.pack.cards.settings.people == 1
    found = [
        (criterion_name(ENGLISH, criterion, people), asked_and_got(outcome, criterion.name), int(outcome.tally.asked[criterion]))
        for criterion in Criterion
        if not (people and criterion == Criterion.SOCIAL_VALUE)
    ]
    title = f"How often the best on a criterion wins when it weighs {ASKING} %"
    rows = [Interval(name, figure) for name, figure, _ in found]
    drawing = intervals("asked", title, rows, whole_percent, percent_and_interval)
    table = Table(
        title,
        ("Criterion", "The best on it wins", "Rows of weights tried"),
        [Row(name, (percent_and_interval(figure), f"{number:,}")) for name, figure, number in found],
    )
    return [Picture(drawing, f"{title}, in open tenders with three bidders or more, with 95 % intervals."), table]


def envelopes(findings: Findings) -> list[Table]:
    """In a sealed game: how many envelopes each line-up lays and in how many rounds, and how many come back."""
    if findings.wanted.pack.cards.settings.sealed != 1:
        return []
    rows = []
    for outcome in findings.line_ups:
        rounds, opened, back = (int(number) for number in outcome.tally.sealed)
        done = max(outcome.tally.finished, 1)
        cells = (f"{rounds / done:.1f}", f"{opened / done:.1f}", percent(back / max(opened, 1)))
        rows.append(Row(line_up_name(outcome.run.bots), cells))
    return [Table("Sealed tenders: a game's rounds and envelopes", ("Line-up", "Rounds", "Envelopes with a tender", "Came back"), rows)]


def routes(findings: Findings) -> Table:
    """By which routes each bot buys: the share of its tenders."""
    pack = findings.wanted.pack
    sources = [(findings.run_of(MIXED), bot) for bot in findings.run_of(MIXED).run.bots]
    if findings.thinking is not None:
        sources.append((findings.thinking, next(bot for bot in findings.thinking.run.bots if bot.startswith("planner"))))
    rows = []
    for route in things_of(pack, "routes"):
        shares = [percent(route_share_of(outcome, bot, Route[route.upper()])) for outcome, bot in sources]
        rows.append(Row(name_of(pack, "routes", route), shares, code=route))
    return Table("Routes: the share of each bot's tenders", ("Route", *(bot for _, bot in sources)), rows)


def route_share_of(outcome: Outcome, bot: str, route: Route) -> float:
    """The share of a bot's tenders that go by a route."""
    places = [place for place, name in enumerate(outcome.run.bots) if name == bot]
    tenders = outcome.tally.tenders[places]
    return float(tenders[:, route].sum()) / max(int(tenders.sum()), 1)
