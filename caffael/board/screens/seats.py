"""Setting up the teams: how many, their names, their councils on the map, and who plays them."""

from collections.abc import Callable, Mapping
from functools import partial
from random import SystemRandom
from typing import Any

from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import button, control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import Button, Card, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.rows import Field, OneOf, Option, Stepper, Toggle
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.seating import PEOPLE, USUAL_BOT, plan_of
from caffael.presentation.setup.seats import seats_page, tiles
from caffael.rules.seeds import seed_of, seed_text
from caffael.scenario import Pack

LEFT = 560.0
AIR = 28.0
BEGIN = 550.0
"""What the button that begins takes of the foot, with air round it."""


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
        """Another name, and the beginning."""
        return {"name": self._next_name, "begin": self.begin}

    def build(self) -> None:
        """Build in the language of now: listed team names follow it."""
        self.plan.code = self.session.language.code
        super().build()

    def fill(self) -> None:
        """Teams on the left; on the right the one that is chosen, over the map; the deal at the foot."""
        body = self.body
        count, teams, chosen, *deal = self.told.blocks
        assert isinstance(count, Stepper) and isinstance(teams, OneOf) and isinstance(chosen, Group)
        self._teams(Box(body.left, body.top, LEFT, body.height), count, teams)
        self._sheet = Box(body.left + LEFT + 30, body.top, body.width - LEFT - 30, body.height)
        self._chosen(self._sheet, chosen)
        self._deal(*deal)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet for the chosen team in its colour."""
        painter.card(self._sheet, "paper", "radius_large", f"team.{self.seat}", "top", 12)
        self._map.draw(painter)

    # The teams on the left

    def _teams(self, box: Box, count: Stepper, teams: OneOf) -> None:
        look = self.look
        high = look.measure("target")
        wide = min(look.words_width(count.words, "lead", True) + 20, box.width - 240)
        self.into.add(Words(Box(box.left, box.top, wide, high), count.words, size="lead", bold=True, middle=True))
        self.into.add(control(count, Box(box.right - 230, box.top, 230, high), self._change))
        top, room = box.top + high + 18, box.height - high - 18
        gap = 12.0
        each = min(124.0 * look.text_scale, (room - gap * 5) / max(4, len(teams.options)))
        for seat, team in enumerate(teams.options):
            at = Box(box.left, top + seat * (each + gap), box.width, each)
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
        room = Button.natural(look, another.words, another.picture, "body")[0]
        at = Box(left, top, wide - room - 16, high)
        self.into.add(control(name, at, self._change, size="lead"))
        go = partial(self.do, another)
        self.into.add(button(another, Box(at.right + 16, top, room, high), go, size="body", named=False))
        top += high + 18
        each = max(look.words_width(option.label, "body", True) for option in player.options) + look.line_height("body") + 70
        self.into.add(control(player, Box(left, top, 2 * each, high), self._change))
        at = Box(left + 2 * each + 20, top, wide - 2 * each - 20, high)
        self.into.add(Words(at, line.words, ink="ink_soft", middle=True))
        for row in bots:
            assert isinstance(row, OneOf)
            top = self._bots(Box(left, top + high + 14, wide, high), row) - high
        top += high + 16
        self._councils(Box(left, top, wide, box.bottom - AIR * 0.6 - top), councils.words, council.words, said.words)

    def _bots(self, box: Box, bots: OneOf) -> float:
        """The bots to choose from, in two rows where one is too narrow for their names; where they end."""
        needed = len(bots.options) * (max(self.look.words_width(option.label, "body", True) for option in bots.options) + 16)
        half = len(bots.options) if needed <= box.width else (len(bots.options) + 1) // 2
        top = box.top
        for first in range(0, len(bots.options), half):
            part = bots.options[first : first + half]
            at = Box(box.left, top, box.width * len(part) / half, box.height)
            row = OneOf(f"{bots.id}.1" if first else bots.id, bots.words, part, bots.chosen)
            self.into.add(control(row, at, self._change))
            top += box.height + 6
        return top - 6

    def _councils(self, box: Box, hint: str, name: str, line: str) -> None:
        width = min(330.0 * self.look.text_scale**0.5, box.width * 0.36)
        self._map = HexMap(Box(box.left, box.top, box.width - width - 20, box.height), tiles(self.session.language, self.plan, self.seat))
        for tile in self._map.tiles:
            at = self._map.box_of(tile.key)
            give = partial(self._change, "council", tile.key)
            nothing = lambda painter, box: None  # noqa: E731
            within = self._map.within(tile.key)
            self.into.add(Card(at, tile.name, nothing, give, rises=False, within=within, name=f"council.{tile.key}"))
        side = Box(box.right - width, box.top, width, box.height)
        top = side.top + 8
        for said, size, ink in ((hint, "body", "ink_soft"), (name, "heading", f"team.{self.seat}"), (line, "body", "ink")):
            high = self.look.words_height(said, width, size, size == "heading")
            self.into.add(
                Words(Box(side.left, top, width, min(high + 2, side.bottom - top)), said, size=size, bold=size == "heading", ink=ink)
            )
            top += high + (24 if size == "body" else 6)

    # The deal at the foot

    def _deal(self, known: blocks.Block, number: blocks.Block | None = None) -> None:
        look, body = self.look, self.body
        assert isinstance(known, Toggle)
        high = look.measure("target")
        top = look.board.height - 36 - high - 3
        wide = min(900.0, look.words_width(known.words, "body") + 120)
        self.into.add(control(known, Box(body.left, top, wide, high), self._change))
        if isinstance(number, Field):
            room = min(body.width - wide - BEGIN, 32 * look.line_height("body") * 0.6)
            self.into.add(control(number, Box(body.left + wide + 20, top, room, high), self._change))

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
