"""Three questions to talk about, chosen by what happened: those about which this game has most to say, each of another theme."""

from collections.abc import Iterator

from caffael.debrief.records import ContractStory, Debrief, Question
from caffael.match import Match
from caffael.rules.terms import CRITERIA, GOALS, Criterion, Ending, Route

COUNT = 3
HALF = 50
NARROW = 92
"""From this part of the carbon budget on, in per cent, a region that stayed within it did so by a narrow margin."""
SMALL_STEP = 20
"""Percentage points: so small a change of weights makes a choice of the winner worth talking about."""


def choose_questions(match: Match, debrief: Debrief) -> list[Question]:
    """Three questions of three themes, the weightiest first."""
    chosen: list[Question] = []
    for question in sorted(all_questions(match, debrief), key=lambda one: -one.weight):
        if len(chosen) < COUNT and question.theme not in [one.theme for one in chosen]:
            chosen.append(question)
    return chosen


def all_questions(match: Match, debrief: Debrief) -> Iterator[Question]:
    """Every question that fits this game."""
    yield from about_asking(match, debrief)
    yield from about_cheapness(match, debrief)
    yield from about_promises(debrief)
    yield from about_climate(match, debrief)
    yield from about_money(debrief)
    yield from about_working_together(match, debrief)
    yield from about_goals(debrief)
    yield Question("last-year", "again", 1)


def about_asking(match: Match, debrief: Debrief) -> Iterator[Question]:
    """A tender in which a small change of the weights would have chosen somebody else."""
    close = [story for story in debrief.contracts if story.other is not None and story.other.moved <= SMALL_STEP]
    if close:
        story = max(close, key=lambda one: (one.price, -one.need))
        other = story.other
        assert other is not None
        values = {"team": story.seat, "need": story.need, "winner": story.supplier, "weights": other.weights, "supplier": other.supplier}
        yield Question("other-weights", "asking", 50 + (SMALL_STEP - other.moved) // 2 + min(len(close), 10) // 2, values)


def about_cheapness(match: Match, debrief: Debrief) -> Iterator[Question]:
    """A contract given for its price that then missed its promises."""
    dear = [story for story in debrief.contracts if story.missed > 0 and _asked_for_price(match, story)]
    if dear:
        story = max(dear, key=lambda one: (one.missed, one.cover))
        values = {"team": story.seat, "need": story.need, "supplier": story.supplier, "n": story.missed, "money": story.cover}
        yield Question("cheap-dear", "price", 58 + 6 * min(story.missed, 4), values)
    alone = [story for story in debrief.contracts if len(story.bids) == 1 and story.weights >= 0]
    if debrief.failures:
        failure = debrief.failures[0]
        yield Question("no-bid", "price", 74, {"team": failure.seat, "need": failure.need})
    elif alone:
        story = max(alone, key=lambda one: one.price)
        yield Question(
            "one-bid", "price", 50 + 3 * min(len(alone), 6), {"team": story.seat, "need": story.need, "supplier": story.supplier}
        )


def _asked_for_price(match: Match, story: ContractStory) -> bool:
    if story.weights < 0:
        return False
    return match.cards.weights[story.weights * CRITERIA + Criterion.PRICE] >= HALF


def about_promises(debrief: Debrief) -> Iterator[Question]:
    """Social value that was promised and did not come, or that came."""
    promised = sum(row.promised for row in debrief.promises)
    came = sum(row.came for row in debrief.promises)
    if promised == 0:
        return
    values = {"promised": promised, "came": came}
    lost = 100 * (promised - came) // promised
    if lost >= 10:
        yield Question("faded", "promises", 36 + lost // 2, values)
    else:
        yield Question("kept", "promises", 40 + min(promised // 2, 15), values)


def about_climate(match: Match, debrief: Debrief) -> Iterator[Question]:
    """The carbon budget: failed, or kept; and who emitted how much of it."""
    region = debrief.region
    if not region.counted:
        return
    if region.failed:
        kind = "nobody-wins" if region.ending == Ending.HARD else "climate-failed"
        yield Question(kind, "climate", 100, {"percent": region.percent})
        return
    by_seat = [row.total for row in debrief.carbon]
    most, least = max(range(len(by_seat)), key=by_seat.__getitem__), min(range(len(by_seat)), key=by_seat.__getitem__)
    if by_seat[most] > 0 and by_seat[most] >= 1.5 * by_seat[least]:
        values = {"team": most, "carbon": by_seat[most], "other_team": least, "other_carbon": by_seat[least]}
        yield Question("unequal-carbon", "climate", 50 + min(10 * by_seat[most] // max(by_seat[least], 1) - 10, 20), values)
    yield Question("climate-kept", "climate", 62 if region.percent >= NARROW else 46, {"percent": region.percent})


def about_money(debrief: Debrief) -> Iterator[Question]:
    """Money that stayed in the region, or left it; debt."""
    spent, local = sum(row.spent for row in debrief.money), sum(row.local for row in debrief.money)
    if debrief.notices:
        yield Question("notice", "money", 85, {"n": debrief.notices})
    shares = [row.share for row in debrief.money]
    buyers = [seat for seat, row in enumerate(debrief.money) if row.spent] or [0]
    most, least = max(buyers, key=shares.__getitem__), min(buyers, key=shares.__getitem__)
    if shares[most] - shares[least] >= 15:
        values = {"team": most, "percent": shares[most], "other_team": least, "other_percent": shares[least]}
        yield Question("unequal-local", "money", 42 + (shares[most] - shares[least]) // 2, values)
    elif spent:
        left = 100 - 100 * local // spent
        yield Question("local", "money", 30 + left // 3, {"money": spent - local, "percent": left})


def about_working_together(match: Match, debrief: Debrief) -> Iterator[Question]:
    """Joint tenders, engagement."""
    if len(debrief.teams) > 1 and debrief.joint == 0 and match.cards.routes[Route.JOINT].on:
        yield Question("alone", "together", 46)
    elif debrief.joint:
        story = next(one for one in debrief.contracts if one.partner >= 0)
        yield Question("joint", "together", 64, {"team": story.seat, "other_team": story.partner, "need": story.need})
    if match.cards.settings.engagement and debrief.engagements == 0:
        yield Question("never-asked", "together", 56)


def about_goals(debrief: Debrief) -> Iterator[Question]:
    """The goal that was left behind, and needs that waited."""
    lowest = min(range(GOALS), key=debrief.goals_mean.__getitem__)
    highest = max(range(GOALS), key=debrief.goals_mean.__getitem__)
    gap = debrief.goals_mean[highest] - debrief.goals_mean[lowest]
    yield Question("lowest-goal", "goals", 36 + min(gap // 5, 25), {"goal": lowest, "other_goal": highest})
    if debrief.unmet >= 3:
        yield Question("waiting", "goals", 40 + min(2 * debrief.unmet, 30), {"n": debrief.unmet})
