"""The sheet that says where points came from."""

from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.widgets import Button, Dialog, ScrollArea, Words

AIR = 8.0


def explaining_sheet(page: DebriefPage, title: str, team: str, picture: str, lines: list[str]) -> Dialog:
    """A sheet of a team with lines under each other, the first one larger; what does not fit scrolls."""
    look = page.look
    wide = min(1500.0, 1080.0 * look.text_scale)
    sizes = ["lead", *["body"] * (len(lines) - 1)]
    heights = [look.words_height(line, wide - 112, size) for line, size in zip(lines, sizes, strict=True)]
    high = sum(deep + AIR for deep in heights)
    head = 10 + 56 * (look.text_scale - 1)
    close = page.session.text("Close")
    size = Button.natural(look, close, "close")
    dialog = Dialog(wide, min(1060.0, 190 + head + high + size[1] + 40), title, line=team, picture=picture)
    inside = dialog.inside
    top = inside.top + head
    room = Box(inside.left, top, inside.width, inside.bottom - size[1] - 16 - top)
    area = dialog.add(ScrollArea(room, high, name="why"))
    top = room.top
    for line, letters, deep in zip(lines, sizes, heights, strict=True):
        area.add(Words(Box(room.left, top, room.width - 24, deep + 2), line, size=letters))
        top += deep + AIR
    button = Button(Box(inside.right - size[0], inside.bottom - size[1], *size), close, dialog.dismiss, picture="close")
    dialog.add(button)
    return dialog
