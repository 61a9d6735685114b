"""Where a number comes from: a sentence or two for every kind of happening, also for those too small for the log."""

from collections.abc import Callable, Sequence

from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.words.language import Language
from caffael.words.sentences.log import LOG, effect_detail
from caffael.words.sentences.names import goal_name, lab_name
from caffael.words.sentences.reasons import cause_text
from caffael.words.sentences.teller import CardTitles, Teller

Tell = Callable[[Teller, Happened], str]


def detail_text(language: Language, pack: CardTitles, team_names: Sequence[str], happened: Happened) -> str:
    """What happened, with its numbers. Covers every kind; where the log says it all, the same sentence."""
    kind = Happening(happened.kind)
    say = Teller(language, pack, team_names)
    if kind in DETAILS:
        return DETAILS[kind](say, happened)
    return LOG[kind](say, happened) or ""


def grant(say: Teller, h: Happened) -> str:
    """The year's grant and what was saved."""
    language = say.language
    team = say.team(h.seat)
    came = language.money(h.a)
    budget = language.money_exact(h.c)
    if h.b > 0:
        return language.text(
            "{team}: a grant of {grant} and savings of {saving} came in. The budget is now {budget}.",
            team=team,
            grant=came,
            saving=language.money(h.b),
            budget=budget,
        )
    return language.text("{team}: a grant of {grant} came in. The budget is now {budget}.", team=team, grant=came, budget=budget)


def days(say: Teller, h: Happened) -> str:
    """The year's officer days."""
    return say.language.plural("{team}: {n} officer day this year.", "{team}: {n} officer days this year.", h.a, team=say.team(h.seat))


def engaged(say: Teller, h: Happened) -> str:
    """What engagement cost."""
    return say.language.plural(
        "{team} engaged the market for “{need}”. It took {n} officer day.",
        "{team} engaged the market for “{need}”. It took {n} officer days.",
        h.b,
        team=say.team(h.seat),
        need=say.need(h.a),
    )


def record_seen(say: Teller, h: Happened) -> str:
    """A track record is turned up."""
    return say.language.text(
        "{supplier}: the track record was turned up, {record} on reliability.", supplier=say.supplier(h.a), record=say.language.signed(h.b)
    )


def tender(say: Teller, h: Happened) -> str:
    """What a tender cost in days."""
    published = LOG[Happening.TENDER](say, h) or ""
    cost = say.language.plural("The tender took {n} officer day.", "The tender took {n} officer days.", h.d)
    return f"{published} {cost}"


def bid(say: Teller, h: Happened) -> str:
    """A bid, its card, its score and its place."""
    language = say.language
    if h.d == 0:
        return language.text(
            "{supplier}: a price of {bid}, without a competition.", supplier=say.supplier(h.a), bid=language.money_exact(h.c)
        )
    return language.text(
        "{supplier}: a bid of {bid}. Bid card: {card}. Score: {score}. Place: {place}.",
        supplier=say.supplier(h.a),
        bid=language.money_exact(h.c),
        card=language.signed_percent(h.b),
        score=language.score(h.d),
        place=h.e + 1,
    )


def awarded(say: Teller, h: Happened) -> str:
    """The award to the pound, and how narrow it was."""
    language = say.language
    told = language.text(
        "{team} awarded the contract for “{need}” to {supplier}: {price}, with {carbon} of carbon a year.",
        team=say.team(h.seat),
        need=say.need(h.a),
        supplier=say.supplier(h.b),
        price=language.money_exact(h.c),
        carbon=language.carbon(h.d),
    )
    if h.e == 0:
        return told
    margin = language.text(
        "Points ahead of the next bid: {margin}. Without another bid these are all its points.", margin=language.score(h.e)
    )
    return f"{told} {margin}"


def trained(say: Teller, h: Happened) -> str:
    """What a lab cost."""
    return say.language.plural(
        "{team} raised a lab: {lab}, now at level {level}. It took {n} officer day.",
        "{team} raised a lab: {lab}, now at level {level}. It took {n} officer days.",
        h.c,
        team=say.team(h.seat),
        lab=lab_name(say.language, h.a),
        level=h.b,
    )


def project(say: Teller, h: Happened) -> str:
    """What a project cost."""
    return say.language.plural(
        "{team} finished an innovation project: “{project}”. It cost {money} and {n} officer day.",
        "{team} finished an innovation project: “{project}”. It cost {money} and {n} officer days.",
        h.c,
        team=say.team(h.seat),
        project=say.project(h.a),
        money=say.language.money(h.b),
    )


def check(say: Teller, h: Happened) -> str:
    """The delivery check in numbers."""
    language = say.language
    team = say.team(h.seat)
    need = say.need(h.a)
    total = h.b + h.c
    if h.e == 1:
        return language.text(
            "{team}: “{need}” was delivered. Card {card} and bonus {bonus} make {total}, and {needed} was needed.",
            team=team,
            need=need,
            card=h.b,
            bonus=h.c,
            total=total,
            needed=h.d,
        )
    return language.text(
        "{team}: “{need}” was not delivered. Card {card} and bonus {bonus} make {total}, but {needed} was needed.",
        team=team,
        need=need,
        card=h.b,
        bonus=h.c,
        total=total,
        needed=h.d,
    )


def turned_again(say: Teller, h: Happened) -> str:
    """Which card the adaption lab turned down."""
    return say.language.text(
        "{team}: the card {card} missed for “{need}”, so the adaption lab turns up a new one.",
        team=say.team(h.seat),
        card=h.b,
        need=say.need(h.a),
    )


def paid(say: Teller, h: Happened) -> str:
    """A year's payment."""
    language = say.language
    team = say.team(h.seat)
    need = say.need(h.a)
    money = language.money_exact(h.b)
    if h.c > 0:
        return language.text(
            "{team} paid {money} for “{need}”; {cover} of it was for emergency cover.",
            team=team,
            money=money,
            need=need,
            cover=language.money_exact(h.c),
        )
    return language.text("{team} paid {money} for “{need}”.", team=team, money=money, need=need)


def goal(say: Teller, h: Happened) -> str:
    """Why a goal moved, and what was lost at the end of its track."""
    language = say.language
    team = say.team(h.seat)
    name = goal_name(language, h.a)
    change = language.signed(h.b)
    cause = cause_text(language, h.c)
    if h.d == NONE:
        moved = language.text("{team}: “{goal}” {change}. {cause}", team=team, goal=name, change=change, cause=cause)
    else:
        moved = language.text(
            "{team}, “{need}”: “{goal}” {change}. {cause}", team=team, need=say.need(h.d), goal=name, change=change, cause=cause
        )
    if h.e == 0:
        return moved
    lost = language.text("The track ends here, so this was lost: {lost}.", lost=language.signed(h.e))
    return f"{moved} {lost}"


def carbon(say: Teller, h: Happened) -> str:
    """Who emitted what."""
    language = say.language
    amount = language.carbon(h.b)
    if h.a == NONE:
        return language.text("{team}: {carbon} of carbon from its own buildings and vehicles.", team=say.team(h.seat), carbon=amount)
    return language.text("{team}: {carbon} of carbon this year for “{need}”.", team=say.team(h.seat), carbon=amount, need=say.need(h.a))


def social(say: Teller, h: Happened) -> str:
    """What was promised and what came."""
    team = say.team(h.seat)
    need = say.need(h.a)
    if h.c < h.b:
        return LOG[Happening.SOCIAL](say, h) or ""
    if h.b == 0:
        return say.language.text("{team}: the social value offered for “{need}” is too little to move a goal.", team=team, need=need)
    return say.language.text("{team}: all of the social value promised for “{need}” came. Points: {came}.", team=team, need=need, came=h.c)


DETAILS: dict[Happening, Tell] = {
    Happening.GRANT: grant,
    Happening.DAYS: days,
    Happening.EFFECT: effect_detail,
    Happening.ENGAGED: engaged,
    Happening.RECORD_SEEN: record_seen,
    Happening.TENDER: tender,
    Happening.BID: bid,
    Happening.AWARDED: awarded,
    Happening.TRAINED: trained,
    Happening.PROJECT: project,
    Happening.CHECK: check,
    Happening.TURNED_AGAIN: turned_again,
    Happening.PAID: paid,
    Happening.GOAL: goal,
    Happening.CARBON: carbon,
    Happening.SOCIAL: social,
}
"""The kinds that have more to say than the log; the others are told in the log's words."""
