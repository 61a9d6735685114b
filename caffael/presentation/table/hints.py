"""What a team could think of now, in one line: made of what lies face up, by asking the rules. Never what would be best to do.

Of all that holds, what presses most is said: money that has run out before a goal that lags. What everybody sees alike at any time,
such as how to press a button, belongs to the help.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from caffael.presentation.money import forecast_of, is_payable, short_year
from caffael.presentation.table.shifts import Shift, shift_text, shifts
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.reasons import LEGAL, why_not_engage, why_not_joint, why_not_route, why_not_train
from caffael.rules.records import Table
from caffael.rules.tender import fill_bidders, has_free_place
from caffael.rules.terms import LABS, MARKS, NONE, Management, Phase, Route
from caffael.rules.year import region_budget
from caffael.words.sentences import goal_name

SPARE_DAYS = 2
"""With so many days more than contracts, nobody has to think of managing yet."""
NEAR = 10
"""Per cent of the region's carbon budget before a mark from which on it is near."""
LAGS = 2
"""Points by which the lowest goal must lie under the next one, and that a need takes each year, to be worth a line."""


class HintKind(Enum):
    """What there is to think of, the most pressing first."""

    REFUSED = auto()
    DEBT = auto()
    STOPPED = auto()
    SHORT = auto()
    FULL = auto()
    EMPTY = auto()
    DEAR = auto()
    SHIFTED = auto()
    LAST_YEAR = auto()
    NOBODY = auto()
    DAYS = auto()
    ALONE = auto()
    FAR = auto()
    CARBON = auto()
    LOWEST = auto()
    URGENT = auto()
    PARTNER = auto()
    LABS = auto()


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint with what it is about.

    `number` is pounds, points, contracts or per cent; `other` is days, a year, a seat, or 1 where engaging may help; `shift` is what
    others' moves changed.
    """

    kind: HintKind
    need: int = NONE
    goal: int = NONE
    number: int = 0
    other: int = 0
    shift: Shift | None = None


def hint_words(viewer: Viewer) -> str:
    """What the viewer's team could think of, in a sentence; empty where there is nothing, and while another team decides."""
    hint = hint_now(viewer) if viewer.deciding == viewer.seat else None
    return "" if hint is None else hint_text(viewer, hint)


def hint_now(viewer: Viewer) -> Hint | None:
    """The hint for a council that buys; None while nothing is bought, and where there is nothing to say."""
    if viewer.state.phase != Phase.BUY:
        return None
    return next((hint for find in FINDERS if (hint := find(viewer)) is not None), None)


def hint_text(viewer: Viewer, hint: Hint) -> str:
    """The hint as a sentence."""
    language, need = viewer.language, viewer.need(hint.need)
    goal = "" if hint.goal == NONE else goal_name(language, hint.goal)
    n = hint.number
    match hint.kind:
        case HintKind.REFUSED:
            return viewer.text(
                "{team} refused to buy “{need}” jointly. It is still your turn, but nobody can be asked about this need again this year.",
                team=viewer.council(hint.other),
                need=need,
            )
        case HintKind.DEBT:
            return viewer.text("You are in debt: each started {money} of it costs a point at the end.", money=language.money(n))
        case HintKind.STOPPED:
            return viewer.text("Spending is stopped this year: only the framework is open to you.")
        case HintKind.SHORT:
            return short_text(viewer, hint)
        case HintKind.DEAR:
            return viewer.text(
                "You can't pay for an open need now: even “{need}” would leave year {year} {short} short. What else could your days do?",
                need=need,
                year=hint.other,
                short=language.money(n),
            )
        case HintKind.SHIFTED:
            return "" if hint.shift is None else shift_text(viewer, hint.shift)
        case HintKind.FULL:
            return viewer.text("All your contract places are taken: the next need has to wait until a contract ends.")
        case HintKind.EMPTY:
            return viewer.text("Nothing waits in your tray. What else could your days do?")
        case HintKind.LAST_YEAR:
            return viewer.plural(
                "The last year: each need that is still open at the end costs {n} point.",
                "The last year: each need that is still open at the end costs {n} points.",
                n,
            )
        case HintKind.NOBODY if hint.other:
            return viewer.text("Nobody in the market can take on “{need}” yet. Engaging the market may bring somebody.", need=need)
        case HintKind.NOBODY if viewer.last_year:
            return viewer.text("Nobody in the market can take on “{need}” any more.", need=need)
        case HintKind.NOBODY if viewer.cards.settings.refresh == 0:
            return viewer.text("Nobody in the market can take on “{need}” now. Who is free again next year?", need=need)
        case HintKind.NOBODY:
            return viewer.text("Nobody in the market can take on “{need}” yet. Who comes next year?", need=need)
        case HintKind.DAYS:
            return viewer.text(
                "Managing takes a day for each contract. Days left: {days}. Contracts running: {contracts}.", days=hint.other, contracts=n
            )
        case HintKind.ALONE:
            return viewer.text("Only one supplier could bid for “{need}”: without a rival your weights decide nothing.", need=need)
        case HintKind.FAR:
            return viewer.text("Nobody local could bid for “{need}” yet. Engaging the market may bring somebody.", need=need)
        case HintKind.CARBON:
            return viewer.text("The region is close to its next carbon mark, {percent}. Which bids are clean?", percent=language.percent(n))
        case HintKind.LOWEST if n == 1:
            return viewer.text("Your lowest goal counts once more: {goal}. What feeds it?", goal=goal)
        case HintKind.LOWEST:
            return viewer.text("Your lowest goal counts {times} times more: {goal}. What feeds it?", times=n, goal=goal)
        case HintKind.URGENT if viewer.cards.settings.needs_leave == 1:
            return viewer.plural(
                "If nobody buys “{need}” this year, it takes {n} point from this goal and goes: {goal}.",
                "If nobody buys “{need}” this year, it takes {n} points from this goal and goes: {goal}.",
                n,
                need=need,
                goal=goal,
            )
        case HintKind.URGENT:
            return viewer.plural(
                "While “{need}” waits, it takes {n} point a year from this goal: {goal}.",
                "While “{need}” waits, it takes {n} points a year from this goal: {goal}.",
                n,
                need=need,
                goal=goal,
            )
        case HintKind.PARTNER:
            return viewer.text("Another council has a need of the same kind as “{need}”. Would you buy together?", need=need)
        case HintKind.LABS:
            return viewer.text("You have trained in no lab yet: what a lab brings helps for the rest of the game.")


def short_text(viewer: Viewer, hint: Hint) -> str:
    """The hint before a debt, with what can be done about it."""
    short, manages = viewer.language.money(hint.number), viewer.cards.settings.management == Management.CHOICE
    if hint.other == viewer.state.year:
        if manages:
            return viewer.text("This year you will be {short} short. Buy no more now, and manage: a missed check costs extra.", short=short)
        return viewer.text("This year you will be {short} short. Buy no more now.", short=short)
    if manages:
        return viewer.text(
            "In year {year} you will be {short} short. Buy no more now, and manage: a missed check costs extra.",
            year=hint.other,
            short=short,
        )
    return viewer.text("In year {year} you will be {short} short. Buy no more now.", year=hint.other, short=short)


def _bidders(viewer: Viewer, need: int) -> list[int] | None:
    """Who could bid for a need by the open procedure; None where the council can't take it."""
    if why_not_route(viewer.cards, viewer.state, viewer.seat, need, Route.OPEN) != LEGAL:
        return None
    table = Table()
    fill_bidders(viewer.cards, viewer.state, viewer.seat, need, NONE, Route.OPEN, 0, table)
    return [bidder.supplier for bidder in table.bidders[: table.count]]


def _refused(viewer: Viewer) -> Hint | None:
    told = viewer.history[-1].happenings if viewer.history else []
    found = next((one for one in told if one.kind == Happening.JOINT_REFUSED and one.b in viewer.tray(viewer.seat)), None)
    return None if found is None else Hint(HintKind.REFUSED, need=found.b, other=found.seat)


def _debt(viewer: Viewer) -> Hint | None:
    return Hint(HintKind.DEBT, number=viewer.cards.settings.debt_step) if viewer.own.budget < 0 else None


def _stopped(viewer: Viewer) -> Hint | None:
    council = viewer.own
    can = any(why_not_route(viewer.cards, viewer.state, viewer.seat, need, Route.FRAMEWORK) == LEGAL for need in viewer.tray(viewer.seat))
    return Hint(HintKind.STOPPED) if council.restricted == 1 and can else None


def _short(viewer: Viewer) -> Hint | None:
    year = short_year(forecast_of(viewer, viewer.seat))
    return None if year is None else Hint(HintKind.SHORT, number=-year.left, other=year.year)


def _full(viewer: Viewer) -> Hint | None:
    council = viewer.own
    return Hint(HintKind.FULL) if council.tray_count and not has_free_place(viewer.cards, council) else None


def _empty(viewer: Viewer) -> Hint | None:
    council = viewer.own
    return Hint(HintKind.EMPTY) if council.tray_count == 0 and council.days > 0 else None


def _dear(viewer: Viewer) -> Hint | None:
    tray = viewer.tray(viewer.seat)
    if not tray or any(is_payable(viewer, need) for need in tray):
        return None
    need = min(tray, key=lambda one: viewer.cards.needs[one].estimate // viewer.cards.needs[one].term)
    year = short_year(forecast_of(viewer, viewer.seat, need, viewer.cards.needs[need].estimate))
    assert year is not None
    return Hint(HintKind.DEAR, need=need, number=-year.left, other=year.year)


def _shifted(viewer: Viewer) -> Hint | None:
    found = shifts(viewer)
    return Hint(HintKind.SHIFTED, need=found[0].need, shift=found[0]) if found else None


def _last_year(viewer: Viewer) -> Hint | None:
    points = viewer.cards.settings.unmet_points
    last = viewer.last_year and viewer.own.tray_count > 0
    return Hint(HintKind.LAST_YEAR, number=points) if last and points > 0 else None


def _nobody(viewer: Viewer) -> Hint | None:
    for need in viewer.tray(viewer.seat):
        if _bidders(viewer, need) == []:
            engages = why_not_engage(viewer.cards, viewer.state, viewer.seat, need) == LEGAL
            return Hint(HintKind.NOBODY, need=need, other=int(engages))
    return None


def _days(viewer: Viewer) -> Hint | None:
    council = viewer.own
    chosen = viewer.cards.settings.management == Management.CHOICE and council.running > 0
    short = 0 < council.days < council.running + SPARE_DAYS
    return Hint(HintKind.DAYS, number=council.running, other=council.days) if chosen and short else None


def _alone(viewer: Viewer) -> Hint | None:
    for need in viewer.tray(viewer.seat):
        found = _bidders(viewer, need)
        if found is not None and len(found) == 1:
            return Hint(HintKind.ALONE, need=need)
    return None


def _far(viewer: Viewer) -> Hint | None:
    for need in viewer.tray(viewer.seat):
        found = _bidders(viewer, need)
        local = [supplier for supplier in found or [] if viewer.cards.suppliers[supplier].local >= viewer.cards.settings.local_share]
        if found and not local and why_not_engage(viewer.cards, viewer.state, viewer.seat, need) == LEGAL:
            return Hint(HintKind.FAR, need=need)
    return None


def _carbon(viewer: Viewer) -> Hint | None:
    settings = viewer.cards.settings
    if settings.carbon == 0 or viewer.state.marks >= MARKS:
        return None
    mark = settings.marks[viewer.state.marks]
    near = viewer.state.carbon * 100 >= region_budget(viewer.cards, viewer.state) * (mark - NEAR)
    return Hint(HintKind.CARBON, number=mark) if near and mark > NEAR else None


def _lowest(viewer: Viewer) -> Hint | None:
    goals, times = viewer.own.goals, viewer.cards.settings.lowest_times
    lowest, second = sorted(goals)[:2]
    lags = times > 0 and second - lowest >= LAGS
    return Hint(HintKind.LOWEST, goal=goals.index(lowest), number=times) if lags else None


def _urgent(viewer: Viewer) -> Hint | None:
    tray = [need for need in viewer.tray(viewer.seat) if is_payable(viewer, need)]
    if not tray:
        return None
    need = max(tray, key=lambda one: viewer.cards.needs[one].urgency)
    card = viewer.cards.needs[need]
    return Hint(HintKind.URGENT, need=need, goal=card.urgency_goal, number=card.urgency) if card.urgency >= LAGS else None


def _partner(viewer: Viewer) -> Hint | None:
    for need in filter(lambda one: is_payable(viewer, one), viewer.tray(viewer.seat)):
        if why_not_joint(viewer.cards, viewer.state, viewer.seat, need) == LEGAL:
            return Hint(HintKind.PARTNER, need=need)
    return None


def _labs(viewer: Viewer) -> Hint | None:
    none_yet = not any(viewer.own.labs)
    can = any(why_not_train(viewer.cards, viewer.state, viewer.seat, lab) == LEGAL for lab in range(LABS))
    return Hint(HintKind.LABS) if none_yet and can else None


FINDERS: tuple[Callable[[Viewer], Hint | None], ...] = (
    _refused,
    _debt,
    _stopped,
    _short,
    _full,
    _empty,
    _dear,
    _shifted,
    _last_year,
    _nobody,
    _days,
    _alone,
    _far,
    _carbon,
    _lowest,
    _urgent,
    _partner,
    _labs,
)
"""One for each kind, in their order; each says nothing where it does not fit."""
