"""Setting up the teams: how many, their names, their councils on the map, and who plays them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import SystemRandom
from typing import Any

from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.screens.panels import split
from caffael.board.screens.rows import button, control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, ScrollArea, Widget, Words
from caffael.board.widgets.choice import lines_of
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.faces import Tile
from caffael.presentation.rows import Field, OneOf, Option, Stepper, Toggle
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT, plan_of
from caffael.presentation.setup.seats import seats_page, tiles
from caffael.rules.seeds import seed_of, seed_text
from caffael.scenario import Pack

LEFT = 560.0
AIR = 28.0
TEAM, TEAM_GAP = 124.0, 12.0
BESIDE = 300.0
"""What is said of a council stands beside the map from this width on."""
LEAST_MAP = 420.0
LEAST_NUMBER = 180.0
"""How much room the number of a deal needs at 100 %."""


class MapSpot(Widget):
    """The map in a list that can be scrolled."""

    def __init__(self, box: Box, shown: Sequence[Tile]) -> None:
        super().__init__(box, "", name="map")
        self.tiles = shown
        self._map = HexMap(self.box, shown)
        self._at = self.box.topleft

    @property
    def map(self) -> HexMap:
        """The map where it lies now."""
        if self._at != self.box.topleft:
            self._map, self._at = HexMap(self.box, self.tiles), self.box.topleft
        return self._map

    def is_on(self, key: str, at: Point) -> bool:
        """Whether a point is on a tile."""
        return self.map.at(at) == key

    def draw(self, painter: Painter) -> None:
        """Draw the tiles."""
        self.map.draw(painter)


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
        self.seed = "" if session.seed is None else seed_text(session.seed)

    def tell(self) -> blocks.Page:
        """The teams, and the one that is chosen."""
        return seats_page(self.session.language, self.plan, self.seat, self.seed if self.same_deal else None)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Another name, people for every team, and the beginning."""
        return {"name": self._next_name, "everybody": self._everybody, "begin": self.begin}

    def _everybody(self) -> None:
        """Let people play every team."""
        for place in self.plan.places:
            place.player = PEOPLE
        self.rebuild()

    def build(self) -> None:
        """Build in the language of now: listed team names follow it."""
        self.plan.code = self.session.language.code
        super().build()

    def fill(self) -> None:
        """Teams on the left; on the right the one that is chosen, over the map; the deal at the foot."""
        count, teams, chosen, *deal = self.told.blocks
        body = self._deal(*deal)
        assert isinstance(count, Stepper) and isinstance(teams, OneOf) and isinstance(chosen, Group)
        columns = 2 if self.look.tall else 1
        high = self.look.measure("target") + 18 + -(-len(teams.options) // columns) * (TEAM * self.look.text_scale**0.5 + TEAM_GAP)
        left, self._sheet = split(self.look, Box(body), min(LEFT, body.width * 0.36), high, 30)
        self._teams(left, count, teams, columns)
        self._chosen(self._sheet, chosen)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet for the chosen team in its colour."""
        painter.card(self._sheet, "paper", "radius_large", f"team.{self.seat}", "top", 12)

    # The teams on the left

    def _teams(self, box: Box, count: Stepper, teams: OneOf, columns: int) -> None:
        look = self.look
        high = look.measure("target")
        wide = min(look.words_width(count.words, "lead", True) + 20, box.width - 240)
        self.into.add(Words(Box(box.left, box.top, wide, high), count.words, size="lead", bold=True, middle=True))
        self.into.add(control(count, Box(box.right - 230, box.top, 230, high), self._change))
        top, room = box.top + high + 18, box.height - high - 18
        gap = TEAM_GAP
        lines = max(1 if columns > 1 else 4, -(-len(teams.options) // columns))
        each = min(TEAM * look.text_scale, (room - gap * (lines if columns > 1 else 5)) / lines)
        wide = (box.width - gap * (columns - 1)) / columns
        for seat, team in enumerate(teams.options):
            at = Box(box.left + seat % columns * (wide + gap), top + seat // columns * (each + gap), wide, each)
            drawn = lambda painter, at, seat=seat, team=team: self._draw_team(painter, at, seat, team)  # noqa: E731
            choose = partial(self.choose, seat)
            self.into.add(Card(at, team.label, drawn, choose, said=team.detail, chosen=seat == self.seat, name=f"seat.{seat}"))

    def _draw_team(self, painter: Painter, box: Box, seat: int, team: Option) -> None:
        painter.card(box)
        tile = Box(box.left + 10, box.top + 10, box.height - 20, box.height - 20)
        draw_team_tile(painter, tile, seat, team.picture)
        left, wide = tile.right + 18, box.right - tile.right - 32
        look = painter.look
        first = min(look.line_height("lead"), box.height * 0.46)
        second = min(look.words_height(team.detail, wide, "small"), 2 * look.line_height("small"), box.height - first - 12)
        top = box.top + (box.height - first - second) / 2
        painter.paragraph(team.label, Box(left, top, wide, first), "lead", bold=True, most_lines=1)
        painter.paragraph(team.detail, Box(left, top + first, wide, second + 2), "small", "ink_soft", least=14, most_lines=2)

    # The chosen team on the right

    def _chosen(self, box: Box, shown: Group) -> None:
        look = self.look
        name, another, player, line, *bots, councils, council, said = shown.blocks
        assert isinstance(name, Field) and isinstance(another, blocks.Button) and isinstance(player, OneOf) and isinstance(line, Text)
        assert isinstance(councils, OneOf) and isinstance(council, Text) and isinstance(said, Text)
        high = max(look.measure("target"), look.line_height("lead") + 24)
        left, top, wide = box.left + AIR, box.top + AIR + 6, box.width - 2 * AIR
        area = self.into.add(ScrollArea(Box(left, box.top + 14, wide, box.height - 24), name="team"))
        room = Button.natural(look, another.words, another.picture, "body")[0]
        at = Box(left, top, wide - room - 16, high)
        area.add(control(name, at, self._change, size="lead"))
        go = partial(self.do, another)
        area.add(button(another, Box(at.right + 16, top, room, high), go, size="body", named=False))
        top += high + 18
        each = max(look.words_width(option.label, "body", True) for option in player.options) + look.line_height("body") + 70
        area.add(control(player, Box(left, top, min(wide, 2 * each), high), self._change))
        beside = wide - 2 * each - 20
        if look.words_height(line.words, beside, "body") <= high + 2:
            area.add(Words(Box(left + 2 * each + 20, top, beside, high), line.words, ink="ink_soft", middle=True))
        else:
            top += high + 8
            deep = look.words_height(line.words, wide, "body")
            area.add(Words(Box(left, top, wide, deep + 2), line.words, ink="ink_soft"))
            top += deep - high
        for row in bots:
            assert isinstance(row, OneOf)
            lines = lines_of(look, row, wide)
            area.add(control(row, Box(left, top + high + 14, wide, high * lines), self._change, lines=lines))
            top += high * lines + 14
        top += high + 16
        area.extent = self._councils(area, Box(left, top, wide, area.box.bottom - 8 - top), councils.words, council.words, said.words)

    def _councils(self, area: ScrollArea, box: Box, hint: str, name: str, line: str) -> float:
        """The map, and what there is to say of the council beside it, or over it where it would be too narrow; give how far all reaches."""
        look = self.look
        width = min(330.0 * look.text_scale**0.5, box.width * 0.36)
        above = width < BESIDE * look.text_scale
        side = Box(box.left, box.top, box.width, 0) if above else Box(box.right - width, box.top + 8, width, box.height)
        top = side.top
        for said, size, ink in ((hint, "body", "ink_soft"), (name, "heading", f"team.{self.seat}"), (line, "body", "ink")):
            high = look.words_height(said, side.width, size, size == "heading")
            area.add(Words(Box(side.left, top, side.width, high + 2), said, size=size, bold=size == "heading", ink=ink))
            top += high + ((6 if above else 24) if size == "body" else 6)
        room = Box(box.left, top, box.width, box.bottom - top) if above else Box(box.left, box.top, box.width - width - 20, box.height)
        room.height = max(room.height, min(LEAST_MAP * look.text_scale**0.6, room.width), 0 if above else top - box.top)
        spot = area.add(MapSpot(room, tiles(self.session.language, self.plan, self.seat)))
        for tile in spot.tiles:
            give = partial(self._change, "council", tile.key)
            nothing = lambda painter, box: None  # noqa: E731
            within = partial(spot.is_on, tile.key)
            at = spot.map.box_of(tile.key)
            spot.add(Card(at, tile.name, nothing, give, rises=False, within=within, name=f"council.{tile.key}"))
        return float(room.bottom - area.box.top)

    # The deal at the foot

    def _deal(self, known: blocks.Block, number: blocks.Block | None = None) -> Box:
        """Beside the button that begins, or over it where there is no room; give what room is left for the teams."""
        look, body = self.look, Box(self.body)
        assert isinstance(known, Toggle)
        high = look.measure("target")
        wide = min(900.0, body.width, look.words_width(known.words, "body") + 120)
        beside = body.width - sum(Button.natural(look, one.words, one.picture)[0] + 20 for one in self.told.buttons) - 30 - AIR
        digits = 20 + 32 * look.line_height("body") * 0.6 if isinstance(number, Field) else 0.0
        top = look.board.height - 36 - high - 3
        if wide + min(digits, LEAST_NUMBER * look.text_scale) > beside:
            beside = body.width
            body.height -= high + 16
            top = body.bottom + 16
        self.into.add(control(known, Box(body.left, top, wide, high), self._change))
        if isinstance(number, Field):
            room = min(beside - wide - 20, digits - 20)
            self.into.add(control(number, Box(body.left + wide + 20, top, room, high), self._change))
        return body

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

    def _change(self, row: str, value: Any) -> None:
        """Set what a row sets, by its id."""
        place = self.plan.places[self.seat]
        match row:
            case "count":
                self._set_count(value)
            case "team":
                place.typed = value
            case "player":
                place.player = PEOPLE if value == PEOPLE else USUAL_BOT
            case "council":
                self.plan.give_council(self.seat, int(value))
            case "deal":
                self.same_deal = value
            case "seed":
                self.seed = value
                return
            case _:
                place.player = value
        self.rebuild()

    def _set_count(self, count: int) -> None:
        while len(self.plan.places) < count:
            self.plan.add()
        while len(self.plan.places) > count:
            self.plan.places.pop()
        self.seat = min(self.seat, count - 1)

    def _next_name(self) -> None:
        self.plan.next_name(self.seat)
        self.rebuild()

    def begin(self) -> None:
        """Begin the game."""
        seed = None
        if self.same_deal and self.seed:
            try:
                seed = seed_of(self.seed)
            except ValueError:
                self.report("digits")
                return
        self.session.new_game(self.pack, self.plan.seats(), seed)
