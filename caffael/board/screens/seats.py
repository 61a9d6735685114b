"""Setting up the teams: how many, their names, their councils on the map, and who plays them."""

from random import SystemRandom

from caffael.board.drawings import HexMap
from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box
from caffael.board.screens.campaign import game_words
from caffael.board.screens.seats_plan import LONGEST_NAME, PEOPLE, USUAL_BOT, Place, plan_of
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import Button, Card, Choice, Option, Stepper, TextLine, Toggle, Words
from caffael.bots import BOTS
from caffael.presentation.faces import Tile
from caffael.presentation.screens import ScreenId
from caffael.scenario import Pack
from caffael.words.language import words

LEFT = 560.0
AIR = 28.0
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
}


def bot_name(session: Session, bot: str) -> str:
    """How a kind of bot is called."""
    return session.text(BOT_NAMES[bot]) if bot in BOT_NAMES else bot.capitalize()


class SeatsScreen(Page):
    """One to six teams. A team is chosen on the left and set on the right; a touch of the map gives it that council."""

    id = ScreenId.SEATS

    def __init__(self, session: Session, pack: Pack) -> None:
        super().__init__(session)
        self.pack = pack
        session.speak(pack.wording)
        mixed = SystemRandom().randrange(1_000_000) if session.seed is None else session.seed
        self.plan = plan_of(pack, session.language.code, mixed=mixed)
        self.seat = 0
        self.same_deal = session.seed is not None
        self.seed = "" if session.seed is None else str(session.seed)

    def title(self) -> str:
        """What is asked for here, and in a campaign for which of its games."""
        asked = self.session.text("Choose the teams")
        campaign = self.pack.campaign
        return asked if campaign is None else f"{asked} – {game_words(self.session, campaign)}"

    def build(self) -> None:
        """Build in the language of now: listed team names follow it."""
        self.plan.code = self.session.language.code
        super().build()

    def foot(self) -> list[Button]:
        """Begin."""
        session = self.session
        why = session.text("Two teams have the same name.") if self.plan.same_names() else ""
        return [self.button(session.text("Begin the game"), self.begin, "play", True, why)]

    def fill(self) -> None:
        """Teams on the left; on the right the one that is chosen, over the map."""
        body = self.body
        self._teams(Box(body.left, body.top, LEFT, body.height))
        self._sheet = Box(body.left + LEFT + 30, body.top, body.width - LEFT - 30, body.height)
        self._chosen(self._sheet)
        self._deal()

    def draw(self, painter: Painter) -> None:
        """Draw the sheet for the chosen team in its colour."""
        painter.card(self._sheet, "paper", "radius_large", f"team.{self.seat}", "top", 12)
        self._map.draw(painter)

    # The teams on the left

    def _teams(self, box: Box) -> None:
        session, look = self.session, self.look
        high = look.measure("target")
        wide = min(look.words_width(session.text("Teams"), "lead", True) + 20, box.width - 240)
        self.into.add(Words(Box(box.left, box.top, wide, high), session.text("Teams"), size="lead", bold=True, middle=True))
        stepper = Stepper(
            Box(box.right - 230, box.top, 230, high),
            session.text("Teams"),
            len(self.plan.places),
            self._set_count,
            low=self.plan.least,
            high=self.plan.most,
            why_low=session.plural("This game has at least {n} team.", "This game has at least {n} teams.", self.plan.least),
            why_high=session.plural("This game has at most {n} team.", "This game has at most {n} teams.", self.plan.most),
            name="count",
        )
        self.into.add(stepper)
        top, room = box.top + high + 18, box.height - high - 18
        gap = 12.0
        each = min(124.0 * look.text_scale, (room - gap * 5) / max(4, len(self.plan.places)))
        for seat, place in enumerate(self.plan.places):
            at = Box(box.left, top + seat * (each + gap), box.width, each)
            self.into.add(self._team_card(at, seat, place))

    def _team_card(self, box: Box, seat: int, place: Place) -> Card:
        team = place.team(self.session.language.code)
        detail = self._detail(place)
        chosen = seat == self.seat
        drawn = lambda painter, at: self._draw_team(painter, at, seat, team, detail, place.player == PEOPLE)  # noqa: E731
        return Card(box, team, drawn, lambda: self.choose(seat), said=detail, chosen=chosen, name=f"seat.{seat}")

    def _detail(self, place: Place) -> str:
        council = self.pack.council(place.council).name(self.session.language.code)
        if place.player == PEOPLE:
            return self.session.text("{council}, played by people", council=council)
        return self.session.text("{council}, played by a bot: {bot}", council=council, bot=bot_name(self.session, place.player))

    def _draw_team(self, painter: Painter, box: Box, seat: int, team: str, detail: str, people: bool) -> None:
        painter.card(box)
        tile = Box(box.left + 10, box.top + 10, box.height - 20, box.height - 20)
        draw_team_tile(painter, tile, seat, "people" if people else "bot")
        left, wide = tile.right + 18, box.right - tile.right - 32
        look = painter.look
        first = min(look.line_height("lead"), box.height * 0.46)
        second = min(look.words_height(detail, wide, "small"), 2 * look.line_height("small"), box.height - first - 12)
        top = box.top + (box.height - first - second) / 2
        painter.paragraph(team, Box(left, top, wide, first), "lead", bold=True, most_lines=1)
        painter.paragraph(detail, Box(left, top + first, wide, second + 2), "small", "ink_soft", least=14, most_lines=2)

    # The chosen team on the right

    def _chosen(self, box: Box) -> None:
        session, look = self.session, self.look
        place = self.plan.places[self.seat]
        high = max(look.measure("target"), look.line_height("lead") + 24)
        left, top, wide = box.left + AIR, box.top + AIR + 6, box.width - 2 * AIR
        other = session.text("Take another name")
        button = Button.natural(look, other, "swap", "body")[0]
        hint = place.team(self.session.language.code)
        line = Box(left, top, wide - button - 16, high)
        self.into.add(
            TextLine(line, session.text("Name of the team"), place.typed, self._type_name, hint=hint, longest=LONGEST_NAME, name="team")
        )
        self.into.add(Button(Box(line.right + 16, top, button, high), other, self._next_name, style="plain", picture="swap", size="body"))
        top += high + 18
        players = [Option(PEOPLE, session.text("People"), "people"), Option("bot", session.text("A bot"), "bot")]
        each = max(look.words_width(option.label, "body", True) for option in players) + look.line_height("body") + 70
        chosen = PEOPLE if place.player == PEOPLE else "bot"
        self.into.add(
            Choice(Box(left, top, 2 * each, high), session.text("Who plays this team?"), players, chosen, self._set_player, name="player")
        )
        at = Box(left + 2 * each + 20, top, wide - 2 * each - 20, high)
        if place.player == PEOPLE:
            self.into.add(Words(at, session.text("This team takes its turns at the board."), ink="ink_soft", middle=True))
        else:
            top = self._bots(Box(left, top + high + 14, wide, high), at, place.player) - high
        top += high + 16
        self._councils(Box(left, top, wide, box.bottom - AIR * 0.6 - top))

    def _bots(self, box: Box, beside: Box, player: str) -> float:
        """The bots to choose from, in two rows where one is too narrow for their names; where they end."""
        self.into.add(Words(beside, self.session.text(BOT_LINES.get(player, BOT_LINES[USUAL_BOT])), ink="ink_soft", middle=True))
        options = [Option(name, bot_name(self.session, name)) for name in (USUAL_BOT, *(name for name in BOTS if name != USUAL_BOT))]
        needed = len(options) * (max(self.look.words_width(option.label, "body", True) for option in options) + 16)
        half = len(options) if needed <= box.width else (len(options) + 1) // 2
        top = box.top
        for number, row in enumerate(options[at : at + half] for at in range(0, len(options), half)):
            at = Box(box.left, top, box.width * len(row) / half, box.height)
            name = f"bot.{number}" if number else "bot"
            self.into.add(Choice(at, self.session.text("Which bot?"), row, player, self._set_bot, name=name))
            top += box.height + 6
        return top - 6

    def _councils(self, box: Box) -> None:
        taken = self.plan.taken()
        code = self.session.language.code
        tiles = [
            Tile(str(card), council.name(code), council.column, council.row, taken.get(card), (), taken.get(card) == self.seat)
            for card, council in ((card, self.pack.council(card)) for card in self.plan.councils)
        ]
        mine = self.pack.council(self.plan.places[self.seat].council)
        hint = self.session.text("Touch the map to choose a council.")
        width = min(330.0 * self.look.text_scale**0.5, box.width * 0.36)
        self._map = HexMap(Box(box.left, box.top, box.width - width - 20, box.height), tiles)
        for tile in self._map.tiles:
            at = self._map.box_of(tile.key)
            give = lambda key=tile.key: self._give(int(key))  # noqa: E731
            nothing = lambda painter, box: None  # noqa: E731
            within = self._map.within(tile.key)
            self.into.add(Card(at, tile.name, nothing, give, rises=False, within=within, name=f"council.{tile.key}"))
        name = mine.name(code)
        side = Box(box.right - width, box.top, width, box.height)
        top = side.top + 8
        for said, size, ink in ((hint, "body", "ink_soft"), (name, "heading", f"team.{self.seat}"), (mine.line(code), "body", "ink")):
            high = self.look.words_height(said, width, size, size == "heading")
            self.into.add(
                Words(Box(side.left, top, width, min(high + 2, side.bottom - top)), said, size=size, bold=size == "heading", ink=ink)
            )
            top += high + (24 if size == "body" else 6)

    # The deal at the foot

    def _deal(self) -> None:
        session, look, body = self.session, self.look, self.body
        high = look.measure("target")
        top = HEIGHT - 36 - high - 3
        wide = min(900.0, look.words_width(session.text("Play a deal that you know"), "body") + 120)
        at = Box(body.left, top, wide, high)
        self.into.add(
            Toggle(
                at,
                session.text("Play a deal that you know"),
                self.same_deal,
                self._set_same,
                said=(session.text("off"), session.text("on")),
                name="deal",
            )
        )
        if self.same_deal:
            line = Box(at.right + 20, top, 280, high)
            self.into.add(
                TextLine(
                    line,
                    session.text("Number of the deal"),
                    self.seed,
                    self._type_seed,
                    hint=session.text("Number of the deal"),
                    longest=9,
                    size="body",
                    name="seed",
                )
            )

    # What is pressed

    def back(self) -> None:
        """Go back to the scenarios, which are told of in the usual words."""
        self.session.speak()
        super().back()

    def take(self, players: list[str]) -> None:
        """Take these players, seat by seat. Raises ValueError for more than there is room for."""
        self.plan = plan_of(self.pack, self.session.language.code, players)
        self.seat = 0
        self.rebuild()

    def choose(self, seat: int) -> None:
        """Choose a team to set."""
        self.seat = seat
        self.rebuild()

    def _set_count(self, count: int) -> None:
        while len(self.plan.places) < count:
            self.plan.add()
        while len(self.plan.places) > count:
            self.plan.remove()
        self.seat = min(self.seat, count - 1)
        self.rebuild()

    def _type_name(self, name: str) -> None:
        self.plan.places[self.seat].typed = name
        self.rebuild()

    def _next_name(self) -> None:
        self.plan.next_name(self.seat)
        self.rebuild()

    def _set_player(self, key: str) -> None:
        self.plan.places[self.seat].player = PEOPLE if key == PEOPLE else USUAL_BOT
        self.rebuild()

    def _set_bot(self, key: str) -> None:
        self.plan.places[self.seat].player = key
        self.rebuild()

    def _give(self, council: int) -> None:
        self.plan.give_council(self.seat, council)
        self.rebuild()

    def _set_same(self, on: bool) -> None:
        self.same_deal = on
        self.rebuild()

    def _type_seed(self, digits: str) -> None:
        self.seed = digits

    def begin(self) -> None:
        """Begin the game."""
        seed = None
        if self.same_deal and self.seed:
            if not self.seed.isdecimal():
                self.app.say(self.session.text("The number of a deal has digits only."))
                return
            seed = int(self.seed)
        self.session.new_game(self.pack, self.plan.seats(), seed)
