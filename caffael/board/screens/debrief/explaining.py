"""The sheet that says where points came from."""

from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.widgets import Button, Dialog, Words


def explaining_sheet(page: DebriefPage, title: str, team: str, picture: str, lines: list[str]) -> Dialog:
    """A sheet of a team with lines under each other, the first one larger."""
    look = page.look
    wide = min(1500.0, 980.0 * look.text_scale)
    high = sum(look.words_height(line, wide - 88, "lead") + 8 for line in lines)
    close = page.session.text("Close")
    size = Button.natural(look, close, "close")
    dialog = Dialog(
        wide,
        min(1060.0, 190 + 56 * (look.text_scale - 1) + high + size[1] + 40),
        title,
        line=team,
        picture=picture,
    )
    inside = dialog.inside
    top = inside.top + 10 + 56 * (look.text_scale - 1)
    for place, line in enumerate(lines):
        deep = look.words_height(line, inside.width, "lead" if not place else "body")
        dialog.add(Words(Box(inside.left, top, inside.width, deep + 2), line, size="lead" if not place else "body"))
        top += deep + 8
    button = Button(Box(inside.right - size[0], inside.bottom - size[1], *size), close, dialog.dismiss, picture="close")
    dialog.add(button)
    return dialog
