"""How a school's game is played on paper, in few words; every number is that of the pack."""

from caffael.printing.rules_pages import Piece
from caffael.printing.school.stars import are_round, has_offer_cards, is_sure
from caffael.rules.terms import Ending, Route
from caffael.scenario import Pack
from caffael.words.language import Language


def school_pieces(pack: Pack, language: Language) -> list[Piece]:
    """All of the rules, in their order."""
    made: list[Piece] = []

    def part(title: str, told: list[str], numbered: bool = True) -> None:
        made.append(Piece(title, title=True))
        made.extend(Piece(words, mark=f"{n}." if numbered else "•") for n, words in enumerate(told, 1))

    part(language.text("What it is about"), about(language), numbered=False)
    part(language.text("Before the game"), before(pack, language))
    part(language.text("A year, 1: it opens"), opening(pack, language))
    part(language.text("A year, 2: buy"), rounds(pack, language), numbered=False)
    part(language.text("A tender, step by step"), tender(pack, language))
    if is_sure(pack.cards):
        part(language.text("A year, 3: the work is done"), surely_delivering(language))
    else:
        part(language.text("A year, 3: is the work done?"), delivering(pack, language))
    part(language.text("A year, 4: look back"), reviewing(pack, language))
    part(language.text("After the last year"), ending(pack, language), numbered=False)
    return made


def tenders_a_team(pack: Pack) -> int:
    """How many tenders a team comes to in a game: one for each need that it draws, as far as its days go."""
    settings = pack.cards.settings
    days = settings.days // max(pack.cards.routes[Route.OPEN].days, 1)
    return min(settings.first_draw, days) + min(settings.draw, days) * (settings.years - 1)


def about(language: Language) -> list[str]:
    """What the game is about."""
    return [
        language.text("Each team runs a school and buys what it needs. You say what counts. That picks the firm."),
        language.text("Help all seven goals to grow. The lowest goal counts most."),
    ]


def before(pack: Pack, language: Language) -> list[str]:
    """How the table is laid."""
    settings = pack.cards.settings
    offers, sure = has_offer_cards(pack.cards), is_sure(pack.cards)
    if offers and sure:
        shuffle = language.text("Shuffle the needs, the firms and the offer cards. Lay each pile face down.")
    elif offers:
        shuffle = language.text("Shuffle the needs, the firms, the offer cards and the delivery cards. Lay each pile face down.")
    elif sure:
        shuffle = language.text("Shuffle the needs and the firms. Lay each pile face down.")
    else:
        shuffle = language.text("Shuffle the needs, the firms and the delivery cards. Lay each pile face down.")
    return [
        language.text("One set of cards is for one or two teams. Then nobody waits long."),
        language.text("Each team takes a school sheet, its counters, a set of weight cards and a pencil."),
        language.text("Put a goal counter on {start} for each goal. Write down the money that you start with.", start=settings.goal_start),
        shuffle,
        language.text("Lay {n} firms in a line, face up, from left to right. They stay for the whole game.", n=settings.market),
    ]


def opening(pack: Pack, language: Language) -> list[str]:
    """How a year opens."""
    settings = pack.cards.settings
    told = [
        language.text("In year 1 the first team begins, in year 2 the second, and so on."),
        language.text("Each team adds its money for the year to what is left. It has {n} days for tenders.", n=settings.days),
    ]
    if settings.needs_leave == 1:
        told.append(language.text("Put the needs that you did not buy under their pile."))
    if settings.needs_leave == 0 or not is_sure(pack.cards):
        told.append(language.text("Take back needs that wait beside your sheet. At most {n} lie open in front of you.", n=settings.tray))
    if settings.needs_leave == 1 and is_sure(pack.cards) and settings.first_draw == settings.draw <= settings.tray:
        told.append(language.text("Draw needs: {n} in each year.", n=settings.draw))
    else:
        draw = language.text(
            "Draw needs: {first} in year 1, {n} in later years. If {tray} lie open, draw no more.",
            first=settings.first_draw,
            n=settings.draw,
            tray=settings.tray,
        )
        told.append(draw)
    return [
        *told,
        language.text("Your very first need is the next one of the kind on your sheet. Look for it in the pile."),
    ]


def rounds(pack: Pack, language: Language) -> list[str]:
    """How a year's tenders go round."""
    settings = pack.cards.settings
    return [
        language.text("All teams choose at the same time: one need and one weight card. Then each does its tender, in turn."),
        language.text("Go round again until nobody wants to buy more. A game has about {n} tenders for each team.", n=tenders_a_team(pack)),
        language.text("You may have {n} contracts at once.", n=settings.register),
    ]


def tender(pack: Pack, language: Language) -> list[str]:
    """A tender, step by step."""
    offers = has_offer_cards(pack.cards)
    if are_round(pack.cards):
        price = language.text("The price stands over the stars. Find it in pounds on the need card. Write down price and carbon.")
    else:
        price = language.text(
            "The price stands over the stars. Find it in pounds on the need card, or count on from the nearest. "
            "Write down price and carbon."
        )
    told = [
        language.text("Say your need and your weight card. Cross out a day. Now you can't change it."),
        language.text(
            "Find the firms that can do it. They show the picture of the need, they have a free box for a job, and the usual price is not "
            "more than the biggest contract that they can do."
        ),
    ]
    if offers:
        told.append(language.text("Turn up an offer card for each of these firms, from left to right. Then they go under their pile."))
    told += [
        language.text("Stand the weight card on the foot of such a firm. The row of stars just above it counts."),
        language.text("Read the stars under its first free box."),
    ]
    if offers:
        told.append(language.text("Its offer card says “cheaper”? Then read one box further left. “Dearer”? One box further right."))
    return [
        *told,
        language.text("The firm with most stars wins. A tie? Better work wins, then the lower price, then the firm further left."),
        price,
        language.text("Put your contract counter into the box. No firm can do it? The day is gone and the need stays."),
    ]


def delivering(pack: Pack, language: Language) -> list[str]:
    """How the work of a year is checked."""
    settings = pack.cards.settings
    return [
        language.text("Go through all contracts, oldest first. Turn up a delivery card for each. The firm's card says when it is done."),
        language.text("Done: move the goals up that the need card and the foot of the firm's card show."),
        language.text("Not done: no goals move. Pay {percent} more, rounded up.", percent=language.percent(settings.emergency_cover)),
        language.text(
            "Not done {n} times, or once in a contract of one year: it ends, and the need comes back.",
            n=settings.misses_most,
        ),
        language.text(
            "Pay the price, shared out over the years. Pounds left over are paid in the first year. Add the carbon, done or not done."
        ),
        language.text(
            "All years over? Take the counter off the firm, and put the need under its pile. What it saves or cuts counts from next year."
        ),
        language.text("No delivery cards left? Turn the used ones over, as they lie."),
    ]


def surely_delivering(language: Language) -> list[str]:
    """How a year's work is counted where every firm does it."""
    return [
        language.text("Go through all contracts, oldest first. Move the goals up that the need card and the foot of the firm's card show."),
        language.text("Pay the price, shared out over the years. Pounds left over are paid in the first year. Add the carbon."),
        language.text(
            "All years over? Take the counter off the firm, and put the need under its pile. What it saves or cuts counts from next year."
        ),
    ]


def reviewing(pack: Pack, language: Language) -> list[str]:
    """How a year ends."""
    told = [
        language.text("For each need that still waits: move its goal down, and add its carbon at 100 %."),
        language.text("Add the carbon of the school itself."),
    ]
    if pack.cards.settings.own_carbon == 1:
        told.append(language.text("Look at your carbon of the year. Your sheet says how two goals move."))
    told.append(language.text("No goal goes below 0 or above {most}.", most=pack.cards.settings.goal_most))
    return told


def ending(pack: Pack, language: Language) -> list[str]:
    """How the game ends."""
    told = [language.text("Fill in the score sheet. The highest score wins; then the higher lowest goal, then less carbon.")]
    if pack.cards.settings.ending == Ending.HARD:
        told.append(language.text("If the region is above 100 %, nobody wins."))
    told.append(language.text("Stars are whole numbers. So a close tender may go to another firm than on the screen."))
    return told
