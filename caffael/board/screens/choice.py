"""A sheet with cards of which one is chosen, drawn; the button below it does what was chosen."""

from dataclasses import replace
from functools import partial

from caffael.board.scale import Box
from caffael.board.screens.offers import GAP, columns_of, draw_offer, offer_height, width_of
from caffael.board.screens.sheet import AIR, add_buttons, draw_story, head_more, sheet_dialog, under_head
from caffael.board.screens.sheet_stack import SheetHost
from caffael.board.widgets import Button, Card, Dialog, ScrollArea
from caffael.presentation import blocks
from caffael.presentation.blocks import Choice, Sheet
from caffael.presentation.press import Do, Open, Play, Press


def shown_dialog(host: SheetHost, shown: Sheet | Choice) -> Dialog:
    """A sheet or a choice."""
    return choice_dialog(host, shown) if isinstance(shown, Choice) else sheet_dialog(host, shown)


class Chooser:
    """Keeps which card of a choice is chosen, and shows it."""

    def __init__(self, host: SheetHost, choice: Choice) -> None:
        self.host = host
        self.choice = choice
        able = [place for place, offer in enumerate(choice.offers) if not offer.why]
        self.chosen: int | None = able[0] if len(able) == 1 else None
        self.cards: list[Card] = []
        self.button: Button | None = None

    def choose(self, place: int) -> None:
        """Mark a card; the button can be pressed now."""
        self.chosen = place
        for at, card in enumerate(self.cards):
            card.chosen = at == place
            card.changed()
        if self.button is not None:
            self.button.enabled = True
            self.button.changed()

    def go(self) -> None:
        """Do what the chosen card stands for. Another sheet comes in the place of this one."""
        assert self.chosen is not None
        action, then = self.choice.offers[self.chosen].action, self.choice.then
        what: Press = Play(action) if then is None else replace(then, about=(*then.about, action))
        if isinstance(what, Open):
            self.host.close()
        self.host.press(what)


def choice_dialog(host: SheetHost, choice: Choice) -> Dialog:
    """A choice: its story, its cards in columns, and its button."""
    look, offers = host.look, choice.offers
    chooser = Chooser(host, choice)
    width = look.room_for(width_of(offers))
    columns = columns_of(look, offers)
    inner = width - 2 * AIR
    story_high = look.words_height(choice.story, inner, "body") + 16 if choice.story else 0.0
    wide = (inner - GAP * (columns - 1)) / columns
    rows = [list(range(first, min(first + columns, len(offers)))) for first in range(0, len(offers), columns)]
    heights = [max(offer_height(look, wide, offers[place]) for place in row) for row in rows]
    body = sum(heights) + GAP * max(0, len(rows) - 1)
    foot = Button.natural(look, "A")[1]
    head = Dialog(look.board, width, 400, choice.title, line=choice.line)
    frame = 400 - head.inside.height + head_more(look, choice.line)
    whole = min(look.highest, frame + story_high + body + 38 + foot)
    dialog = Dialog(look.board, width, whole, choice.title, line=choice.line, picture=choice.picture, ink=choice.ink)
    room = under_head(look, dialog)
    if choice.story:
        box = Box(room.left, room.top, room.width, story_high)
        dialog.add(Card(box, choice.story, partial(draw_story, words=choice.story, size="body"), rises=False))
    area = ScrollArea(Box(room.left, room.top + story_high, room.width, room.height - story_high - foot - 22), body + 8, name="offers")
    area.bleed = 10.0
    dialog.add(area)
    wide = (room.width - GAP * (columns - 1)) / columns
    top = area.box.top + 5
    for row, high in zip(rows, heights, strict=True):
        for column, place in enumerate(row):
            offer = offers[place]
            card = Card(
                Box(room.left + column * (wide + GAP), top, wide, high),
                offer.title,
                partial(draw_offer, offer=offer),
                partial(chooser.choose, place),
                said=offer.said,
                chosen=chooser.chosen == place,
                name=offer.id,
                why=offer.why,
            )
            chooser.cards.append(area.add(card))
        top += high + GAP
    why = choice.why if chooser.chosen is None else ""
    button = blocks.Button("choose", choice.button, Do("choose"), choice.button_picture, why=why, ink=choice.ink)
    chooser.button = add_buttons(host, dialog, Box(room.left, room.bottom - foot, room.width, foot), [(button, chooser.go)])[0]
    return dialog
