"""The log: one plain sentence or two for everything that happens and that everybody at the table should read."""

from collections.abc import Callable, Sequence

from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE, EffectKind, Route, Scope
from caffael.words.language import Language, words
from caffael.words.sentences.effects import change_text, event_effects
from caffael.words.sentences.names import badge_name, lab_name
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


def tender_text(language: Language, route: int, scope: int, team: str, need: str, weights: str) -> str:
    """That a team published a tender, by which route and with which weights."""
    sentence = QUOTES_SENTENCES[scope] if route == Route.QUOTES else TENDER_SENTENCES[route]
    return language.text(sentence, team=team, need=need, weights=weights)


Tell = Callable[[Teller, Happened], str | None]


def happened_text(language: Language, pack: CardTitles, team_names: Sequence[str], happened: Happened) -> str | None:
    """What happened, for the log; None for what is too small for it (see `detail_text`)."""
    tell = LOG.get(Happening(happened.kind))
    return tell(Teller(language, pack, team_names), happened) if tell else None


# ------------------------------------------------------------------------------------------------------------------- the year opens


def year_opened(say: Teller, h: Happened) -> str:
    """The year begins."""
    return say.language.text("Year {year} begins. First to buy: {team}.", year=h.a, team=say.team(h.b))


def supplier_left(say: Teller, h: Happened) -> str:
    """A supplier leaves the row."""
    return say.language.text("{supplier} has left the market.", supplier=say.supplier(h.a))


def supplier_came(say: Teller, h: Happened) -> str:
    """A supplier comes into the row."""
    return say.language.text("{supplier} has come to the market.", supplier=say.supplier(h.a))


def need_drawn(say: Teller, h: Happened) -> str:
    """A need comes into the tray."""
    return say.language.text("{team} drew a new need: “{need}”.", team=say.team(h.seat), need=say.need(h.a))


def need_back(say: Teller, h: Happened) -> str:
    """A need that waited comes into the tray."""
    return say.language.text("{team} took up a need again that had to wait: “{need}”.", team=say.team(h.seat), need=say.need(h.a))


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


def effect_detail(say: Teller, h: Happened) -> str:
    """What an event does to one council or the region."""
    change = change_text(say.language, say.pack, h.a, h.b, h.c)
    if h.seat == NONE:
        return change
    return say.language.text("{change} Team: {team}.", team=say.team(h.seat), change=change)


# ----------------------------------------------------------------------------------------------------------------------------- buying


def engaged(say: Teller, h: Happened) -> str:
    """The market is engaged."""
    return say.language.text("{team} engaged the market for “{need}”.", team=say.team(h.seat), need=say.need(h.a))


def tender(say: Teller, h: Happened) -> str:
    """A tender is published."""
    return tender_text(say.language, h.b, h.e, say.team(h.seat), say.need(h.a), say.weights(h.c))


def awarded(say: Teller, h: Happened) -> str:
    """A contract is awarded."""
    language = say.language
    return language.text(
        "{team} awarded the contract for “{need}” to {supplier}: {price}, with {carbon} of carbon a year.",
        team=say.team(h.seat),
        need=say.need(h.a),
        supplier=say.supplier(h.b),
        price=language.money(h.c),
        carbon=language.carbon(h.d),
    )


def failed(say: Teller, h: Happened) -> str:
    """A tender finds no bidder."""
    return say.language.text(
        "{team} found no bidder for “{need}”. The days are spent and the need stays.", team=say.team(h.seat), need=say.need(h.a)
    )


def joint_asked(say: Teller, h: Happened) -> str:
    """A partner is asked for a joint tender."""
    return say.language.text(
        "{team} proposed a joint tender. Partner: {partner}. Needs: “{need}”, “{other}”. Weights: {weights}.",
        team=say.team(h.seat),
        partner=say.team(h.d),
        need=say.need(h.a),
        other=say.need(h.b),
        weights=say.weights(h.c),
    )


def joint_agreed(say: Teller, h: Happened) -> str:
    """The partner agrees."""
    return say.language.text(
        "{team} agreed to the joint tender: “{need}”, “{other}”.", team=say.team(h.seat), need=say.need(h.a), other=say.need(h.b)
    )


def joint_refused(say: Teller, h: Happened) -> str:
    """The partner refuses."""
    return say.language.text(
        "{team} refused the joint tender: “{need}”, “{other}”.", team=say.team(h.seat), need=say.need(h.a), other=say.need(h.b)
    )


def trained(say: Teller, h: Happened) -> str:
    """A lab is raised."""
    return say.language.text(
        "{team} raised a lab: {lab}, now at level {level}.", team=say.team(h.seat), lab=lab_name(say.language, h.a), level=h.b
    )


def project(say: Teller, h: Happened) -> str:
    """A project is finished."""
    return say.language.text("{team} finished an innovation project: “{project}”.", team=say.team(h.seat), project=say.project(h.a))


def passed(say: Teller, h: Happened) -> str:
    """A team passes."""
    if h.a == 1:
        return say.language.text("{team} passed: nothing else was left to do.", team=say.team(h.seat))
    return say.language.text("{team} passed.", team=say.team(h.seat))


# ----------------------------------------------------------------------------------------------------------------------------- delivery


def managed(say: Teller, h: Happened) -> str:
    """A contract is managed this year."""
    return say.language.text("{team} will manage the contract for “{need}” this year.", team=say.team(h.seat), need=say.need(h.a))


def check(say: Teller, h: Happened) -> str:
    """A year of a contract is delivered or missed."""
    if h.e == 1:
        return say.language.text("{team}: “{need}” was delivered this year.", team=say.team(h.seat), need=say.need(h.a))
    return say.language.text("{team}: “{need}” was not delivered this year.", team=say.team(h.seat), need=say.need(h.a))


def turned_again(say: Teller, h: Happened) -> str:
    """The adaption lab turns up another delivery card."""
    return say.language.text("{team}: the adaption lab turns up a new card for “{need}”.", team=say.team(h.seat), need=say.need(h.a))


def paid(say: Teller, h: Happened) -> str | None:
    """What emergency cover cost; plain payments are no news."""
    if h.c == 0:
        return None
    return say.language.text(
        "{team} had to pay {money} more for emergency cover: “{need}”.",
        team=say.team(h.seat),
        money=say.language.money(h.c),
        need=say.need(h.a),
    )


def social(say: Teller, h: Happened) -> str | None:
    """Social value that was promised and did not come."""
    if h.c >= h.b:
        return None
    return say.language.text(
        "{team}: not all of the social value promised for “{need}” came. Points: {came} of {promised}.",
        team=say.team(h.seat),
        need=say.need(h.a),
        came=h.c,
        promised=h.b,
    )


def delivered(say: Teller, h: Happened) -> str:
    """A contract has run its term."""
    return say.language.text(
        "{team}: the need “{need}” is met. The contract has run its term. Supplier: {supplier}.",
        team=say.team(h.seat),
        need=say.need(h.a),
        supplier=say.supplier(h.b),
    )


def ended(say: Teller, h: Happened) -> str:
    """A contract is ended after its misses."""
    return say.language.text(
        "{team}: the contract was ended because it was not delivered. The need “{need}” comes back. Supplier: {supplier}.",
        team=say.team(h.seat),
        need=say.need(h.a),
        supplier=say.supplier(h.b),
    )


def income(say: Teller, h: Happened) -> str:
    """A project's power earns money."""
    return say.language.text(
        "{team} earned {money} with the power of a project: “{need}”.",
        team=say.team(h.seat),
        money=say.language.money(h.b),
        need=say.need(h.a),
    )


def invested(say: Teller, h: Happened) -> str:
    """An investment begins to save."""
    return say.language.text(
        "{team}: the investment “{need}” saves {money} and {carbon} of carbon a year from now on.",
        team=say.team(h.seat),
        need=say.need(h.a),
        money=say.language.money(h.b),
        carbon=say.language.carbon(h.c),
    )


# ----------------------------------------------------------------------------------------------------------------------------- review


def unmet(say: Teller, h: Happened) -> str:
    """A need stays unmet."""
    return say.language.text("{team}: the need “{need}” was not met this year.", team=say.team(h.seat), need=say.need(h.a))


def own_carbon(say: Teller, h: Happened) -> str:
    """A council's carbon of the year against its share."""
    return say.language.text(
        "{team} emitted {carbon} of carbon this year. The share of a team is {share}.",
        team=say.team(h.seat),
        carbon=say.language.carbon(h.a),
        share=say.language.carbon(h.b),
    )


def mark(say: Teller, h: Happened) -> str:
    """The region reaches a mark of its carbon budget."""
    return say.language.text(
        "The region has reached {percent} of its carbon budget: {carbon}.",
        percent=say.language.percent(say.pack.cards.settings.marks[h.a]),
        carbon=say.language.carbon(h.b),
    )


def prize(say: Teller, h: Happened) -> str:
    """A project's prize from the Challenge Fund."""
    language = say.language
    team = say.team(h.seat)
    project_title = say.project(h.a)
    if h.b == 0:
        return language.text("{team}: no prize for “{project}”, because the Challenge Fund is empty.", team=team, project=project_title)
    money = language.money(h.b)
    if h.c > 1:
        return language.text(
            "{team} won {money} from the Challenge Fund for “{project}”. "
            "The prize is shared, and each team that shares it has a day more next year. Teams: {teams}.",
            team=team,
            money=money,
            project=project_title,
            teams=h.c,
        )
    return language.text("{team} won {money} from the Challenge Fund for “{project}”.", team=team, money=money, project=project_title)


def notice(say: Teller, h: Happened) -> str:
    """A Section 114 notice."""
    return say.language.text(
        "{team}: a Section 114 notice. The budget stands at {budget}, and next year only the framework may be used.",
        team=say.team(h.seat),
        budget=say.language.money(h.a),
    )


def badge(say: Teller, h: Happened) -> str:
    """A badge is won."""
    return say.language.text("{team} won a badge: {badge}.", team=say.team(h.seat), badge=badge_name(say.language, h.a))


def ended_game(say: Teller, h: Happened) -> str:
    """The region's end."""
    used = say.language.carbon(h.a)
    budget = say.language.carbon(h.b)
    if h.c == 1:
        return say.language.text("The game is over. The region went over its carbon budget: {used} of {budget}.", used=used, budget=budget)
    return say.language.text("The game is over. The region kept within its carbon budget: {used} of {budget}.", used=used, budget=budget)


LOG: dict[Happening, Tell] = {
    Happening.YEAR_OPENED: year_opened,
    Happening.SUPPLIER_LEFT: supplier_left,
    Happening.SUPPLIER_CAME: supplier_came,
    Happening.NEED_DRAWN: need_drawn,
    Happening.NEED_BACK: need_back,
    Happening.EVENT: event,
    Happening.CLIMATE_EVENT: climate_event,
    Happening.EFFECT: effect,
    Happening.ENGAGED: engaged,
    Happening.TENDER: tender,
    Happening.AWARDED: awarded,
    Happening.FAILED: failed,
    Happening.JOINT_ASKED: joint_asked,
    Happening.JOINT_AGREED: joint_agreed,
    Happening.JOINT_REFUSED: joint_refused,
    Happening.TRAINED: trained,
    Happening.PROJECT: project,
    Happening.PASSED: passed,
    Happening.MANAGED: managed,
    Happening.CHECK: check,
    Happening.TURNED_AGAIN: turned_again,
    Happening.PAID: paid,
    Happening.SOCIAL: social,
    Happening.DELIVERED: delivered,
    Happening.ENDED: ended,
    Happening.INCOME: income,
    Happening.INVESTED: invested,
    Happening.UNMET: unmet,
    Happening.OWN_CARBON: own_carbon,
    Happening.MARK: mark,
    Happening.PRIZE: prize,
    Happening.NOTICE: notice,
    Happening.BADGE: badge,
    Happening.ENDED_GAME: ended_game,
}
"""What the log tells; the kinds that are left out are told by `detail_text` alone."""
