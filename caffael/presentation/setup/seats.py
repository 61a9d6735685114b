"""The page of the teams: how many, their names, their councils, and who plays them; and how bots are called."""

from caffael.bots import BOTS
from caffael.presentation.blocks import Button, Group, Page, Text
from caffael.presentation.faces import Tile
from caffael.presentation.press import Do
from caffael.presentation.rows import Field, OneOf, Option, Stepper, no_letter, toggle
from caffael.presentation.setup.saves import game_words
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT, Place, Plan
from caffael.rules.seeds import LONGEST_TEXT
from caffael.scenario.scenario_file import LONGEST_NAME
from caffael.words.language import Language, words

BOT_NAMES = {
    "balanced": words("Balanced"),
    "cheapest": words("Thrifty"),
    "greenest": words("Green"),
    "local": words("Local"),
    "random": words("By chance"),
    "planner": words("Planner"),
    "skimper": words("Skimper"),
    "promiser": words("Promiser"),
    "freerider": words("Free rider"),
    "naive": words("Big spender"),
    "heedful": words("Looks ahead"),
}
BOT_LINES = {
    "balanced": words("This bot weighs money, people and climate against each other."),
    "cheapest": words("This bot wants the lowest price in every tender."),
    "greenest": words("This bot wants the least carbon in every tender."),
    "local": words("This bot wants the most local supplier in every tender."),
    "random": words("This bot does whatever comes up, and is easy to beat."),
    "planner": words("This bot thinks ahead and is hard to beat. It needs a moment for each decision."),
    "skimper": words("This bot chases the lowest price and never manages a contract."),
    "promiser": words("This bot buys the finest promises and never manages a contract."),
    "freerider": words("This bot weighs everything but carbon, and leaves the climate to the others."),
    "naive": words("This bot buys whatever it can, and never asks what has to be paid next year."),
    "heedful": words("This bot buys what it can, but nothing that would leave a year below zero."),
}


def bot_name(language: Language, bot: str) -> str:
    """How a kind of bot is called."""
    return language.text(BOT_NAMES[bot]) if bot in BOT_NAMES else bot.capitalize()


def bot_line(language: Language, bot: str) -> str:
    """How a kind of bot plays; people are told of the usual one."""
    return language.text(BOT_LINES.get(bot, BOT_LINES[USUAL_BOT]))


def bot_options(language: Language) -> tuple[Option, ...]:
    """The bots to choose from, the usual one first."""
    return tuple(Option(bot, bot_name(language, bot)) for bot in (USUAL_BOT, *(bot for bot in BOTS if bot != USUAL_BOT)))


def player_row(language: Language, name: str, player: str) -> OneOf:
    """Whether people or a bot play a team."""
    who = (Option(PEOPLE, language.text("People"), "people"), Option("bot", language.text("A bot"), "bot"))
    return OneOf(name, language.text("Who plays this team?"), who, PEOPLE if player == PEOPLE else "bot")


def seats_page(language: Language, plan: Plan, seat: int, deal: str | None) -> Page:
    """The teams, the one at a seat opened to be set; `deal` is the number of a deal that is known, as it is typed."""
    campaign, asked = plan.pack.campaign, language.text("Choose the teams")
    title = asked if campaign is None else f"{asked} – {game_words(language, campaign)}"
    why = language.text("Two teams have the same name.") if plan.same_names() else ""
    begin = Button("begin", language.text("Begin the game"), Do("begin"), "play", why=why)
    no_bots = language.text("All are people already.") if all(place.player == PEOPLE for place in plan.places) else ""
    everybody = Button("everybody", language.text("All are people"), Do("everybody"), "people", "plain", no_bots)
    known = toggle(language, "deal", language.text("Play a deal that you know"), deal is not None)
    number = language.text("Number of the deal")
    seeds = () if deal is None else (Field("seed", number, deal, number, LONGEST_TEXT),)
    blocks = (count_row(language, plan), team_row(language, plan, seat), team_group(language, plan, seat), known, *seeds)
    return Page("seats", title, blocks=blocks, buttons=(everybody, begin))


def count_row(language: Language, plan: Plan) -> Stepper:
    """How many teams play."""
    least = language.plural("This game has at least {n} team.", "This game has at least {n} teams.", plan.least)
    most = language.plural("This game has at most {n} team.", "This game has at most {n} teams.", plan.most)
    return Stepper("count", language.text("Teams"), len(plan.places), plan.least, plan.most, least, most)


def team_row(language: Language, plan: Plan, seat: int) -> OneOf:
    """Each team with its council and who plays it; the one that is opened is chosen."""
    teams = tuple(
        Option(str(at), place.team(language.code), "people" if place.player == PEOPLE else "bot", detail=team_words(language, plan, place))
        for at, place in enumerate(plan.places)
    )
    return OneOf("seat", language.text("Teams"), teams, str(seat))


def team_words(language: Language, plan: Plan, place: Place) -> str:
    """A team's council, and who plays it."""
    council = plan.pack.council(place.council).name(language.code)
    if place.player == PEOPLE:
        return language.text("{council}, played by people", council=council)
    return language.text("{council}, played by a bot: {bot}", council=council, bot=bot_name(language, place.player))


def team_group(language: Language, plan: Plan, seat: int) -> Group:
    """What is set of a team: its name, who plays it, which bot, and its council on the map."""
    place = plan.places[seat]
    name = place.team(language.code)
    people = place.player == PEOPLE
    line = language.text("This team takes its turns at the board.") if people else bot_line(language, place.player)
    bots = () if people else (OneOf("bot", language.text("Which bot?"), bot_options(language), place.player),)
    council = plan.pack.council(place.council)
    councils = tuple(Option(tile.key, tile.name) for tile in tiles(language, plan, seat))
    blocks = (
        Field("team", language.text("Name of the team"), place.typed, name, LONGEST_NAME, no_letter(language)),
        Button("name", language.text("Take another name"), Do("name"), "swap", "plain"),
        player_row(language, "player", place.player),
        Text(line, "soft", "player line"),
        *bots,
        OneOf("council", language.text("Touch the map to choose a council."), councils, str(place.council)),
        Text(council.name(language.code), "lead", "council name"),
        Text(council.line(language.code), id="council line"),
    )
    return Group("chosen", name, blocks)


def tiles(language: Language, plan: Plan, seat: int) -> list[Tile]:
    """The councils on the map, with the seats that have them; that of a seat stands out."""
    taken = plan.taken()
    cards = ((card, plan.pack.council(card)) for card in plan.councils)
    return [
        Tile(str(card), council.name(language.code), council.column, council.row, taken.get(card), (), taken.get(card) == seat)
        for card, council in cards
    ]
