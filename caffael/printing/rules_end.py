"""The rules in short, as far as this game has them: delivery, review, the end and the score."""

from caffael.rules.terms import BADGES, LABS, Badge, Ending, Goal, Management, Route
from caffael.scenario import Pack
from caffael.words.handbook import numbered
from caffael.words.language import Language
from caffael.words.sentences import badge_name, goal_name


def delivering(pack: Pack, language: Language) -> list[str]:
    """How a contract is checked, paid and counted."""
    settings = pack.cards.settings
    told = [checking(pack, language)]
    if settings.track_records == 1:
        told.append(language.text("After its first check a supplier's track record is turned up for all."))
    told.append(
        language.text(
            "Reached: the goals on the need card go up. Quality 1 2 3 4 5 moves the main goal by {points} more.",
            points=" ".join(language.signed(points) for points in settings.quality_feeds),
        )
    )
    managed = " ".join(str(points) for points in settings.social_kept)
    loose = " ".join(str(points) for points in settings.social_loose)
    if settings.management == Management.CHOICE:
        told.append(
            language.text(
                "Social value 0 1 2 3 4 5 feeds the supplier's goal {managed} if managed, {loose} if not.", managed=managed, loose=loose
            )
        )
    else:
        told.append(language.text("Social value 0 1 2 3 4 5 feeds the supplier's goal {managed}.", managed=managed))
    told.append(
        language.text(
            "A local share of {percent} or more: “{goal}” +1.",
            percent=language.percent(settings.local_share),
            goal=goal_name(language, Goal.PROSPEROUS),
        )
    )
    told.append(
        language.text(
            "Missed: no goals this year, and {percent} more to pay (rounded up). Missed {n} times, or once in a contract of one year: the "
            "contract ends, and the need waits beside the board until the next year opens.",
            percent=language.percent(settings.emergency_cover),
            n=settings.misses_most,
        )
        if settings.needs_leave == 1
        else language.text(
            "Missed: no goals this year, and {percent} more to pay (rounded up). Missed {n} times, or once in a contract of one year: the "
            "contract ends, and the need comes back (beside the board, if the tray is full).",
            percent=language.percent(settings.emergency_cover),
            n=settings.misses_most,
        )
    )
    told.append(language.text("Pay the price divided by the years; pounds that are left over are paid in the first year."))
    if settings.carbon == 1:
        told.append(language.text("Reached or missed, add the contract's carbon to your year and to the region."))
    if settings.welsh_duty == 1:
        told.append(
            language.text(
                "Once a year: if all suppliers of your contracts that the public meets work in Welsh, “{goal}” +1; if any does not, −1.",
                goal=goal_name(language, Goal.CULTURE),
            )
        )
    told.append(
        language.text(
            "A contract that has run its years frees its supplier; its need goes under the deck. What it saves or cuts for good counts "
            "from then on."
        )
    )
    return told


def checking(pack: Pack, language: Language) -> str:
    """The delivery check, with its bonuses."""
    settings = pack.cards.settings
    told = [
        language.text(
            "For each contract, oldest first, turn up a delivery card. Card and bonuses must come to {seven} less the supplier's "
            "reliability.",
            seven=settings.check_sum,
        )
    ]
    if settings.track_records == 1:
        told.append(language.text("Reliability is reputation plus track record, from 1 to 6."))
    if settings.management != Management.OFF:
        told.append(language.text("Managed: {bonus}.", bonus=language.signed(settings.managed_bonus)))
    if settings.engagement == 1:
        told.append(language.text("Engaged: {bonus} in the first year.", bonus=language.signed(settings.engage_bonus)))
    if settings.labs == 1:
        later = language.signed(settings.adaption_later)
        told.append(
            language.text("Adaption lab: its level in the first year, later {bonus}.", bonus=later)
            if settings.adaption_later > 0
            else language.text("Adaption lab: its level in the first year.")
        )
    return " ".join(told)


def reviewing(pack: Pack, language: Language) -> list[str]:
    """The review of a year, in its order."""
    settings = pack.cards.settings
    told = []
    if settings.carbon == 1:
        told.append(language.text("Your own buildings and vehicles emit their carbon."))
    told.append(
        language.text("Each need that is unmet, in the tray or beside it, takes its points off its goal and emits 100 % of its carbon.")
        if settings.carbon == 1
        else language.text("Each need that is unmet, in the tray or beside it, takes its points off its goal.")
    )
    if settings.own_carbon == 1 and settings.carbon == 1:
        told.append(
            language.text(
                "Your carbon this year, in per cent of your share for a year: below 50: +2, below 75: +1, above 100: −1, above 150: −2, "
                "for both “{resilient}” and “{responsible}”.",
                resilient=goal_name(language, Goal.RESILIENT),
                responsible=goal_name(language, Goal.GLOBAL),
            )
        )
    if settings.carbon == 1:
        told.append(language.text("Move the region's carbon token. A mark counts as reached when the region is at it or above."))
    if settings.projects == 1:
        told.append(
            language.text(
                "Whoever was the first to finish a project takes its prize from the Challenge Fund, as long as it lasts. If several "
                "finished it in the same year, they share it, and each has an officer day more next year."
            )
        )
    if settings.section_114 == 1:
        told.append(
            language.text(
                "A budget below zero brings a Section 114 notice: every goal −1; next year only the framework may be used, no joint tender "
                "and no project."
            )
        )
    if settings.badges == 1:
        told.append(language.text("Badges, each once:") + " " + badges(pack, language))
    return told


def badges(pack: Pack, language: Language) -> str:
    """How each badge is won."""
    told = []
    for badge in range(BADGES):
        if badge == Badge.COLLABORATION and pack.cards.routes[Route.JOINT].on == 0:
            continue
        told.append(f"{badge_name(language, badge)}: {numbered(language, 'badge', badge).line}")
    told.append(
        language.text(
            "A long contract has {years} years or more; involvement takes {n} engagements.",
            years=pack.cards.settings.long_term,
            n=pack.cards.settings.involvement,
        )
    )
    return " ".join(told)


def labs(language: Language) -> list[str]:
    """What each level of each lab brings."""
    entries = [numbered(language, "lab", lab) for lab in range(LABS)]
    return [" ".join((entry.line, *entry.levels)) for entry in entries]


def scoring(pack: Pack, language: Language) -> list[str]:
    """The score, line by line, and how the game ends."""
    settings = pack.cards.settings
    told = [
        language.text("The seven goals added up. No goal goes below 0 or above {most}.", most=settings.goal_most),
        language.text("+ {times} × the lowest goal", times=settings.lowest_times),
    ]
    if settings.badges == 1:
        told.append(language.text("+ {n} for each badge", n=settings.badge_points))
    told += [
        language.text("+ 1 for each full {money} left", money=language.money_exact(settings.money_step)),
        language.text("− 1 for each started {money} of debt", money=language.money_exact(settings.debt_step)),
        language.text("− {n} for each need that is unmet at the end", n=settings.unmet_points),
    ]
    if settings.section_114 == 1:
        told.append(language.text("− {n} for each Section 114 notice", n=settings.notice_points))
    if settings.carbon == 1:
        told.append(ending(pack, language))
    told.append(language.text("The highest score wins; then the higher lowest goal, then less carbon."))
    return told


def ending(pack: Pack, language: Language) -> str:
    """What happens when the region is over its carbon budget."""
    settings = pack.cards.settings
    if settings.ending == Ending.GENTLE and settings.over_points > 0:
        return language.text(
            "If the region is above 100 %: − {points} for each team that is over its own share of the whole game, and − 1 more for each "
            "full {percent} over it.",
            points=settings.over_points,
            percent=language.percent(settings.over_step),
        )
    if settings.ending == Ending.GENTLE:
        return language.text(
            "If the region is above 100 %: − 1 for each full {percent} by which a team is over its own share of the whole game.",
            percent=language.percent(settings.over_step),
        )
    if settings.ending == Ending.HARD:
        return language.text("If the region is above 100 %, nobody wins.")
    return language.text(
        "All win together if the region is not above 100 % and the mean score is {points} or more; else all lose.",
        points=settings.shared_target,
    )
