"""Competition: how many bid, whether one gets what one asks for, and by which routes the bots buy."""

from caffael.rules.terms import Criterion, Route
from caffael.simulation.play.laboratory import Outcome
from caffael.simulation.play.runs import ASKING
from caffael.simulation.questions.numbers_in_words import percent
from caffael.simulation.questions.outcomes import asked_and_got
from caffael.simulation.questions.worth import things_of
from caffael.simulation.report.drawing import Interval, columns, intervals
from caffael.simulation.report.names import ENGLISH, line_up_name, name_of, percent_and_interval, whole_percent
from caffael.simulation.report.parts import Picture, Row, Section, Table
from caffael.simulation.report.runs import EQUAL, MIXED, Findings
from caffael.words.sentences import criterion_name


def competition_section(findings: Findings) -> Section:
    """Bidders, what is asked for, routes."""
    equal = findings.run_of(EQUAL)
    return Section("competition", "Competition", [*bidders(equal), *asked(equal), routes(findings)])


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
