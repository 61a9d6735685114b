"""What the board gets for `import pygame` in a browser's tab: the names that it uses, and no more, drawn on canvases of the page.

    constants.py  the numbers of keys and events
    rects.py      rectangles
    surfaces.py   pictures on numbered canvases, laid on one another
    letters.py    fonts
    pictures.py   SVG and PNG pictures, other sizes, blur
    shapes.py     lines and round rectangles
    events.py     what happened
    window.py     the tab, keys, pointer, clipboard, sounds

Each does what pygame does as far as the board can tell; tests hold the two against each other.
"""

from caffael.browser.standin import events as event
from caffael.browser.standin import letters as font
from caffael.browser.standin.constants import *  # noqa: F403 - all are pygame's
from caffael.browser.standin.errors import error
from caffael.browser.standin.pictures import image, transform
from caffael.browser.standin.rects import FRect, Rect
from caffael.browser.standin.shapes import Vector2, draw
from caffael.browser.standin.surfaces import Surface
from caffael.browser.standin.window import display, key, mixer, mouse, scrap, time

IS_CE = True

__all__ = [
    "FRect",
    "Rect",
    "Surface",
    "Vector2",
    "display",
    "draw",
    "error",
    "event",
    "font",
    "image",
    "key",
    "mixer",
    "mouse",
    "scrap",
    "time",
    "transform",
]
