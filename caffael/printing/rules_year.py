"""The rules of a year in short, as far as this game has them: how it is set up, opened and bought in."""

from caffael.rules.cards import Settings
from caffael.rules.terms import Management, Route, Scope
from caffael.scenario import Pack
from caffael.words.language import Language
from caffael.words.sentences import route_name


def setting_up(pack: Pack, language: Language) -> list[str]:
    """How the table is laid and the decks are shuffled."""
    settings = pack.cards.settings
    told = [
        language.text("Each team takes a team board, its tokens and a pencil. Goal tokens lie on {start}.", start=settings.goal_start),
        language.text("Write the budget at the start into the first row of the ledger."),
        language.text("Shuffle each deck well and lay it face down on its place. All luck of the game is in this shuffle."),
    ]
    if pack.cards.routes[Route.FRAMEWORK].on == 1:
        told.append(language.text("Take the framework's card out before you shuffle the suppliers; it lies face up on its place."))
    if settings.climate_events == 1 and settings.carbon == 1:
        told.append(language.text("The climate events lie on their place in the order of their marks, the lowest on top."))
    if settings.projects == 1:
        told.append(language.text("The innovation projects lie face up on their places."))
    told.append(
        language.text(
            "A card that leaves the table goes under its deck. A small deck that is used up begins again: turn the used cards over."
        )
    )
    return told


def opening(pack: Pack, language: Language) -> list[str]:
    """How a year opens."""
    settings = pack.cards.settings
    told = [
        language.text("In the first year the first team begins, in the second year the second, and so on. Everything goes in that order."),
        language.text("Each team takes its grant, what it has saved for good, and {n} officer days. Days are not kept.", n=settings.days),
    ]
    if settings.refresh == 1:
        told.append(
            language.text(
                "From the second year on: the {n} suppliers without a contract that lie furthest left go under their deck; "
                "more of them, if the row is longer than {market}.",
                n=settings.leave,
                market=settings.market,
            )
        )
        told.append(language.text("Fill the row up to {market} suppliers, new ones on the right.", market=settings.market))
    else:
        told.append(language.text("In the first year lay {market} suppliers from left to right. No others come.", market=settings.market))
    if settings.track_records == 1:
        told.append(
            language.text(
                "A supplier that comes for the first time gets the top track record, face down, and keeps it all game. "
                "A team may look at the records of its own home suppliers."
            )
        )
    if settings.needs_leave == 1:
        told.append(language.text("Each team puts the needs that it did not buy last year under their deck."))
    told += [
        language.text(
            "Each team takes back needs that wait beside its board, then draws {n} ({first} in the first year). At most {tray} lie open; "
            "a draw without a free place is lost.",
            n=settings.draw,
            first=settings.first_draw,
            tray=settings.tray,
        ),
        language.text("The first need of the game is the next one of the category on your board: search the deck for it."),
    ]
    if settings.events == 1:
        told.append(language.text("Turn up the event of the year and do what it says, from top to bottom."))
    if settings.climate_events == 1 and settings.carbon == 1:
        told.append(language.text("Then come the climate events of the marks that were reached last year."))
    return told


def in_turns(settings: Settings, language: Language) -> list[str]:
    """How Buy goes in turns."""
    return [
        language.text("One action each, in turn, until all have passed. Whoever passes is out for this year."),
        language.text(
            "Publish a tender: say the need, the route and the weights aloud, and pay the days. They can't be changed any more. "
            "You need a free line in your register ({n} at most).",
            n=settings.register,
        ),
    ]


def in_envelopes(settings: Settings, language: Language) -> list[str]:
    """How Buy goes where tenders are sealed."""
    return [
        language.text(
            "Buy goes in rounds. All teams do what is below at the same time and aloud, as far as their days go; tenders are sealed."
        ),
        language.text(
            "Write a tender on a sheet of your own: the need, the route and the weights. Fold your sheet in half and lay it on the table; "
            "whoever buys nothing in this round lays down an empty one. You need a free line in your register ({n} at most).",
            n=settings.register,
        ),
        language.text("Until the last sheet lies there you may take yours back. Whoever passes lays none down any more this year."),
        language.text(
            "Then open them one after the other, first that of the first team of the year, in each further round that of the next one. "
            "Pay the days and score the bids as the table lies now. What isn't allowed any more goes back to its team, for nothing."
        ),
        language.text("Buy is over when all have passed, or after a round without a tender."),
    ]


def buying(pack: Pack, language: Language) -> list[str]:
    """What a team may do on its turn."""
    settings = pack.cards.settings
    told = in_envelopes(settings, language) if settings.sealed == 1 else in_turns(settings, language)
    told += [
        language.text(
            "Every supplier in the row is able to bid that serves the category, has a free place (its contracts at once, with all teams) "
            "and can carry the whole estimate. Score the bids on the tender sheet."
        ),
        language.text(
            "The winner's price is its percentage times 1 % of the estimate, pence left out. Its carbon stands on the need card under its "
            "percentage. Write the contract into your register and lay a contract token on the supplier."
        ),
        language.text("If nobody can bid, the days are gone and the need stays."),
    ]
    if settings.engagement == 1:
        told.append(engaging(settings, language))
    if settings.labs == 1:
        told.append(language.text("Train: raise a lab by one level, for as many days as the new level."))
    if settings.projects == 1:
        told.append(
            language.text(
                "Finish an innovation project, once for each team: pay its days and its cost (not into debt); it needs its lab levels. "
                "Its power lasts all game."
            )
        )
    return told


def engaging(settings: Settings, language: Language) -> str:
    """What engaging the market does."""
    told = [
        language.text(
            "Engage the market for an open need, once (days: {n}): look through the supplier deck for the next one of its category; it "
            "joins the row on the right, and the others keep their order.",
            n=settings.engage_days,
        )
    ]
    if settings.track_records == 1:
        told.append(language.text("Turn up the track records of all who could bid in the open procedure."))
    told.append(
        language.text(
            "For this need every offer of social value is {social} higher (5 at most), no bid card counts above 0, and the first year's "
            "check has +{bonus}.",
            social=settings.engage_social,
            bonus=settings.engage_bonus,
        )
    )
    return " ".join(told)


def routes(pack: Pack, language: Language) -> list[tuple[str, str, str, str]]:
    """The routes of this game: name, days, points on the price, who may bid."""
    found = []
    for route in Route:
        card = pack.cards.routes[route]
        if card.on == 1:
            days = str(card.days)
            if route == Route.JOINT:
                days = language.text("{n}, partner {other}", n=card.days, other=pack.cards.settings.partner_days)
            price = language.signed(card.price) if card.price else ""
            found.append((route_name(language, route, Scope.ALL), days, price, " ".join(who_bids(pack, language, route))))
    return found


def who_bids(pack: Pack, language: Language, route: Route) -> list[str]:
    """Who may bid on a route, and what is special about it."""
    settings, card = pack.cards.settings, pack.cards.routes[route]
    told = []
    if card.largest > 0:
        told.append(language.text("For estimates up to {money}.", money=language.money_exact(card.largest)))
    if route == Route.OPEN:
        told.append(language.text("All who are able to bid."))
    elif route == Route.QUOTES:
        told.append(
            language.text(
                "The first {n} who are able, from the left. It may be kept to local suppliers (local share {percent} or more) or to small "
                "ones (micro, small or medium-sized, social enterprise).",
                n=settings.quotes_most,
                percent=language.percent(settings.local_share),
            )
        )
    elif route == Route.FRAMEWORK:
        told.append(
            language.text(
                "The framework's card alone, never full; no weights, no bid card. At most {n} times a game.", n=settings.framework_uses
            )
        )
    elif route == Route.LOTS:
        told.append(language.text("As the open procedure, but a supplier carries twice its largest contract."))
    elif route == Route.RESERVED:
        told.append(
            language.text(
                "Supported employment providers alone. In each delivered year: “More equal” {n}.",
                n=language.signed(settings.reserved_equal),
            )
        )
    elif route == Route.FLEXIBLE:
        told.append(
            language.text(
                "As the open procedure; carbon 20 points less (not below 40), quality +1 (5 at most), reliability {n} (not below 1).",
                n=language.signed(settings.flexible_reliability),
            )
        )
    elif route == Route.DIRECT:
        told.append(
            language.text(
                "A supplier of your choice, of any size, without weights and bid card; only if a tender for this need, open to all, had no "
                "bid this year, or in an emergency."
            )
        )
    else:
        told.append(
            language.text(
                "With a team that agrees and has a need of the same category, a day and a free line. Suppliers must carry both estimates; "
                "carbon {carbon} points. Each team has its own contract; the supplier gives one place.",
                carbon=language.signed(settings.joint_carbon),
            )
        )
    if settings.labs == 1:
        for level, lab in zip(card.labs, lab_needs(language), strict=True):
            if level > 0:
                told.append(lab.format(level=level))
    return told


def lab_needs(language: Language) -> tuple[str, str, str]:
    """What a route says of the lab levels it needs."""
    level = "{level}"
    return (
        language.text("Needs procurement lab {level}.", level=level),
        language.text("Needs adaption lab {level}.", level=level),
        language.text("Needs data lab {level}.", level=level),
    )


def managing(settings: Settings, language: Language) -> list[str]:
    """How contracts are managed."""
    if settings.management == Management.AUTOMATIC:
        return [language.text("Every contract counts as managed; this costs nothing.")]
    if settings.management == Management.OFF:
        return [language.text("Nobody manages contracts; social value comes whole.")]
    return [
        language.text(
            "When all have passed: for each day that is left you may manage one contract this year. Lay a token “managed” on its line."
        )
    ]
