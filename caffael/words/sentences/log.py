"""What happened: the log, a plain sentence or two for what everybody at the table should read; and where a number comes from, a sentence
or two for every kind of happening, also for those too small for the log.
"""

from collections.abc import Callable, Sequence

from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE, EffectKind, Route, Scope
from caffael.words.language import Language, words
from caffael.words.sentences.effects import change_text, event_effects
from caffael.words.sentences.reasons import cause_text
from caffael.words.sentences.teller import CardTitles, Teller

TENDER_SENTENCES = {
    int(Route.OPEN): words("{team} published an open tender for “{need}”. Weights: {weights}."),
    int(Route.FRAMEWORK): words("{team} used the framework for “{need}”."),
    int(Route.LOTS): words("{team} published a tender in lots for “{need}”. Weights: {weights}."),
    int(Route.RESERVED): words("{team} published a tender for a reserved contract: “{need}”. Weights: {weights}."),
    int(Route.FLEXIBLE): words("{team} began a competitive flexible procedure for “{need}”. Weights: {weights}."),
    int(Route.DIRECT): words("{team} made a direct award for “{need}”."),
    int(Route.JOINT): words("{team} published a joint tender that includes “{need}”. Weights: {weights}."),
}
QUOTES_SENTENCES = {
    int(Scope.ALL): words("{team} asked for quotes for “{need}”. Weights: {weights}."),
    int(Scope.LOCAL): words("{team} asked for quotes from local firms for “{need}”. Weights: {weights}."),
    int(Scope.SMALL): words("{team} asked for quotes from small firms for “{need}”. Weights: {weights}."),
}


LOG: dict[Happening, tuple[str, str]] = {
    Happening.SUPPLIER_LEFT: (words("{supplier} has left the market."), "supplier"),
    Happening.SUPPLIER_CAME: (words("{supplier} has come to the market."), "supplier"),
    Happening.NEED_DRAWN: (words("{team} drew a new need: “{need}”."), "need"),
    Happening.NEED_BACK: (words("{team} took up a need again that had to wait: “{need}”."), "need"),
    Happening.NEED_LEFT: (words("{team} had not bought it in time: “{need}” goes back under its deck."), "need"),
    Happening.YEAR_OPENED: (words("Year {year} begins. First to buy: {team}."), "year team"),
    Happening.ENGAGED: (words("{team} engaged the market for “{need}”."), "need"),
    Happening.AWARDED: (
        words("{team} awarded the contract for “{need}” to {supplier}: {price}, with {carbon} of carbon a year."),
        "need supplier price carbon",
    ),
    Happening.FAILED: (words("{team} found no bidder for “{need}”. The days are spent and the need stays."), "need"),
    Happening.JOINT_ASKED: (
        words("{team} proposed a joint tender. Partner: {partner}. Needs: “{need}”, “{other}”. Weights: {weights}."),
        "need other weights partner",
    ),
    Happening.JOINT_AGREED: (words("{team} agreed to the joint tender: “{need}”, “{other}”."), "need other"),
    Happening.JOINT_REFUSED: (words("{team} refused the joint tender: “{need}”, “{other}”."), "need other"),
    Happening.CAME_BACK: (words("{team}: the envelope comes back, because what is in it is not allowed any more. {reason}"), "- reason"),
    Happening.LAID_NOTHING: (words("{team}: the envelope is empty."), ""),
    Happening.TRAINED: (words("{team} raised a lab: {lab}, now at level {level}."), "lab level"),
    Happening.PROJECT: (words("{team} finished an innovation project: “{project}”."), "project"),
    Happening.MANAGED: (words("{team} will manage the contract for “{need}” this year."), "need"),
    Happening.TURNED_AGAIN: (words("{team}: the adaption lab turns up a new card for “{need}”."), "need"),
    Happening.DELIVERED: (words("{team}: the contract for “{need}” has run its term. Supplier: {supplier}."), "need supplier"),
    Happening.ENDED: (
        words("{team}: the contract was ended because it was not delivered. The need “{need}” comes back. Supplier: {supplier}."),
        "need supplier",
    ),
    Happening.INCOME: (words("{team} earned {money} with the power of a project: “{need}”."), "need money"),
    Happening.INVESTED: (
        words("{team}: the investment “{need}” saves {money} and {carbon} of carbon a year from now on."),
        "need money carbon",
    ),
    Happening.UNMET: (words("{team}: the need “{need}” was not met this year."), "need"),
    Happening.OWN_CARBON: (words("{team} emitted {carbon} of carbon this year. The share of a team is {share}."), "carbon share"),
    Happening.NOTICE: (
        words("{team}: a Section 114 notice. The budget stands at {budget}, so its new spending stops."),
        "budget",
    ),
    Happening.BADGE: (words("{team} won a badge: {badge}."), "badge"),
}
"""The kinds that the log tells in one sentence, and what its names call the numbers of the happening in their order."""


def happened_text(language: Language, pack: CardTitles, team_names: Sequence[str], happened: Happened) -> str | None:
    """What happened, for the log; None for what is too small for it (see `detail_text`)."""
    return logged(Teller(language, pack, team_names), happened)


def detail_text(language: Language, pack: CardTitles, team_names: Sequence[str], happened: Happened) -> str:
    """What happened, with its numbers. Covers every kind; where the log says it all, the same sentence."""
    say = Teller(language, pack, team_names)
    return DETAILS.get(Happening(happened.kind), logged)(say, happened) or ""


def logged(say: Teller, h: Happened) -> str | None:
    """What the log says of a happening; None for what is too small for it."""
    kind = Happening(h.kind)
    if kind in LOG:
        sentence, names = LOG[kind]
        return say.language.text(sentence, **say.values(h, names))
    return LONGER[kind](say, h) if kind in LONGER else None


# --------------------------------------------------------------------------------------- what the log tells in one way or another


def event(say: Teller, h: Happened) -> str:
    """The event of the year and what it does."""
    told = say.language.text("The event of the year: “{event}”.", event=say.pack.event(h.a).title(say.language.code))
    return " ".join([told, *event_effects(say.language, say.pack, say.pack.cards.events[h.a])])


def climate_event(say: Teller, h: Happened) -> str:
    """The climate event of a mark that was passed, and what it does."""
    told = say.language.text("A climate event: “{event}”.", event=say.pack.climate(h.a).title(say.language.code))
    return " ".join([told, *event_effects(say.language, say.pack, say.pack.cards.climate[h.a])])


def effect(say: Teller, h: Happened) -> str | None:
    """What an event does to one council's money and days; the rest stands with the event."""
    return effect_detail(say, h) if h.seat != NONE and h.a in (EffectKind.BUDGET, EffectKind.DAYS) else None


def tender(say: Teller, h: Happened) -> str:
    """That a tender was published, by which route and with which weights."""
    sentence = QUOTES_SENTENCES[h.e] if h.b == Route.QUOTES else TENDER_SENTENCES[h.b]
    return say.language.text(sentence, **say.values(h, "need - weights"))


def passed(say: Teller, h: Happened) -> str:
    """A team passes."""
    if h.a == 1:
        return say.language.text("{team} passed: nothing else was left to do.", **say.values(h))
    return say.language.text("{team} passed.", **say.values(h))


def check(say: Teller, h: Happened) -> str:
    """A year of a contract is delivered or missed."""
    if h.e == 1:
        return say.language.text("{team}: “{need}” was delivered this year.", **say.values(h, "need"))
    return say.language.text("{team}: “{need}” was not delivered this year.", **say.values(h, "need"))


def paid(say: Teller, h: Happened) -> str | None:
    """What emergency cover cost; plain payments are no news."""
    if h.c == 0:
        return None
    return say.language.text("{team} had to pay {money} more for emergency cover: “{need}”.", **say.values(h, "need - money"))


def social(say: Teller, h: Happened) -> str | None:
    """Social value that was promised and did not come."""
    if h.c >= h.b:
        return None
    return say.language.text(
        "{team}: not all of the social value promised for “{need}” came. Points: {came} of {promised}.",
        **say.values(h, "need promised came"),
    )


def mark(say: Teller, h: Happened) -> str:
    """The region reaches a mark of its carbon budget."""
    percent = say.language.percent(say.pack.cards.settings.marks[h.a])
    budget = say.pack.cards.settings.carbon_budget * len(say.teams)
    values = say.values(h, "- carbon", percent=percent, share=say.language.percent(h.b * 100 // max(1, budget)))
    return say.language.text("The region has passed the {percent} mark: it has emitted {carbon}, {share} of its carbon budget.", **values)


def prize(say: Teller, h: Happened) -> str:
    """A project's prize from the Challenge Fund."""
    language, values = say.language, say.values(h, "project money teams")
    if h.b == 0:
        return language.text("{team}: no prize for “{project}”, because the Challenge Fund is empty.", **values)
    if h.c > 1:
        return language.text(
            "{team} won {money} from the Challenge Fund for “{project}”. "
            "The prize is shared, and each team that shares it has a day more next year. Teams: {teams}.",
            **values,
        )
    return language.text("{team} won {money} from the Challenge Fund for “{project}”.", **values)


def ended_game(say: Teller, h: Happened) -> str:
    """The region's end."""
    values = say.values(h, "used", budget=say.language.carbon(h.b))
    if h.c == 1:
        return say.language.text("The game is over. The region went over its carbon budget: {used} of {budget}.", **values)
    return say.language.text("The game is over. The region kept within its carbon budget: {used} of {budget}.", **values)


LONGER: dict[Happening, Callable[[Teller, Happened], str | None]] = {
    Happening.EVENT: event,
    Happening.CLIMATE_EVENT: climate_event,
    Happening.EFFECT: effect,
    Happening.TENDER: tender,
    Happening.PASSED: passed,
    Happening.CHECK: check,
    Happening.PAID: paid,
    Happening.SOCIAL: social,
    Happening.MARK: mark,
    Happening.PRIZE: prize,
    Happening.ENDED_GAME: ended_game,
}
"""The kinds that the log tells in one way or another; those that stand in neither table are told by `detail_text` alone."""


# ------------------------------------------------------------------------------------------------------ where a number comes from


def grant(say: Teller, h: Happened) -> str:
    """The year's grant and what was saved."""
    values = say.values(h, "grant saving", budget=say.language.money_exact(h.c))
    if h.b > 0:
        sentence = words("{team}: a grant of {grant} and savings of {saving} came in. The budget is now {budget}.")
        return say.language.text(sentence, **values)
    return say.language.text("{team}: a grant of {grant} came in. The budget is now {budget}.", **values)


def days(say: Teller, h: Happened) -> str:
    """The year's officer days."""
    return say.language.plural("{team}: {n} officer day this year.", "{team}: {n} officer days this year.", h.a, **say.values(h))


def effect_detail(say: Teller, h: Happened) -> str:
    """What an event does to one council or the region."""
    change = change_text(say.language, say.pack, h.a, h.b, h.c)
    return change if h.seat == NONE else say.language.text("{team}: {change}", **say.values(h, change=change))


def engaged(say: Teller, h: Happened) -> str:
    """What engagement cost."""
    return say.language.plural(
        "{team} engaged the market for “{need}”. It took {n} officer day.",
        "{team} engaged the market for “{need}”. It took {n} officer days.",
        h.b,
        **say.values(h, "need"),
    )


def record_seen(say: Teller, h: Happened) -> str:
    """A track record is turned up."""
    values = say.values(h, "supplier record")
    return say.language.text("{supplier}: the track record was turned up, {record} on reliability.", **values)


def tender_detail(say: Teller, h: Happened) -> str:
    """What a tender cost in days."""
    return f"{tender(say, h)} {say.language.plural('The tender took {n} officer day.', 'The tender took {n} officer days.', h.d)}"


def bid(say: Teller, h: Happened) -> str:
    """A bid, its card, its score and its place."""
    language = say.language
    values = say.values(
        h, "supplier", card=language.signed_percent(h.b), bid=language.money_exact(h.c), score=language.score(h.d), place=h.e + 1
    )
    if h.d == 0:
        return language.text("{supplier}: a price of {bid}, without a competition.", **values)
    return language.text("{supplier}: a bid of {bid}. Bid card: {card}. Score: {score}. Place: {place}.", **values)


def awarded(say: Teller, h: Happened) -> str:
    """The award to the pound, and how narrow it was."""
    language = say.language
    sentence, names = LOG[Happening.AWARDED]
    told = language.text(sentence, **say.values(h, names, price=language.money_exact(h.c)))
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
        **say.values(h, "lab level"),
    )


def project(say: Teller, h: Happened) -> str:
    """What a project cost."""
    return say.language.plural(
        "{team} finished an innovation project: “{project}”. It cost {money} and {n} officer day.",
        "{team} finished an innovation project: “{project}”. It cost {money} and {n} officer days.",
        h.c,
        **say.values(h, "project money"),
    )


def check_detail(say: Teller, h: Happened) -> str:
    """The delivery check in numbers."""
    values = say.values(h, "need card bonus needed", total=h.b + h.c)
    if h.e == 1:
        sentence = words("{team}: “{need}” was delivered. Card {card} and bonus {bonus} make {total}, and {needed} was needed.")
    else:
        sentence = words("{team}: “{need}” was not delivered. Card {card} and bonus {bonus} make {total}, but {needed} was needed.")
    return say.language.text(sentence, **values)


def turned_again(say: Teller, h: Happened) -> str:
    """Which card the adaption lab turned down."""
    sentence = words("{team}: the card {card} missed for “{need}”, so the adaption lab turns up a new one.")
    return say.language.text(sentence, **say.values(h, "need card"))


def paid_detail(say: Teller, h: Happened) -> str:
    """A year's payment."""
    language = say.language
    values = say.values(h, "need", money=language.money_exact(h.b), cover=language.money_exact(h.c))
    if h.c > 0:
        return language.text("{team} paid {money} for “{need}”; {cover} of it was for emergency cover.", **values)
    return language.text("{team} paid {money} for “{need}”.", **values)


def goal(say: Teller, h: Happened) -> str:
    """Why a goal moved, and what was lost at the end of its track."""
    language = say.language
    values = say.values(h, "goal change", cause=cause_text(language, h.c))
    if h.d == NONE:
        moved = language.text("{team}: “{goal}” {change}. {cause}", **values)
    else:
        moved = language.text("{team}, “{need}”: “{goal}” {change}. {cause}", **values, need=say.written("need", h.d))
    if h.e == 0:
        return moved
    lost = language.text("The track ends here, so this was lost: {lost}.", lost=language.signed(h.e))
    return f"{moved} {lost}"


def carbon(say: Teller, h: Happened) -> str:
    """Who emitted what."""
    if h.a == NONE:
        return say.language.text("{team}: {carbon} of carbon from its own buildings and vehicles.", **say.values(h, "- carbon"))
    return say.language.text("{team}: {carbon} of carbon this year for “{need}”.", **say.values(h, "need carbon"))


def social_detail(say: Teller, h: Happened) -> str | None:
    """What was promised and what came."""
    values = say.values(h, "need promised came")
    if h.c < h.b:
        return social(say, h)
    if h.b == 0:
        return say.language.text("{team}: the social value offered for “{need}” is too little to move a goal.", **values)
    return say.language.text("{team}: all of the social value promised for “{need}” came. Points: {came}.", **values)


DETAILS: dict[Happening, Callable[[Teller, Happened], str | None]] = {
    Happening.GRANT: grant,
    Happening.DAYS: days,
    Happening.EFFECT: effect_detail,
    Happening.ENGAGED: engaged,
    Happening.RECORD_SEEN: record_seen,
    Happening.TENDER: tender_detail,
    Happening.BID: bid,
    Happening.AWARDED: awarded,
    Happening.TRAINED: trained,
    Happening.PROJECT: project,
    Happening.CHECK: check_detail,
    Happening.TURNED_AGAIN: turned_again,
    Happening.PAID: paid_detail,
    Happening.GOAL: goal,
    Happening.CARBON: carbon,
    Happening.SOCIAL: social_detail,
}
"""The kinds that have more to say than the log; the others are told in the log's words."""
