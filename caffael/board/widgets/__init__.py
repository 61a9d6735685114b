"""The things people read, reach and press. Every one has a box, a label, a role and a value, and can say why it is disabled."""

from caffael.board.widgets.base import Group, Key, Node, Widget
from caffael.board.widgets.button import Button
from caffael.board.widgets.card import Card
from caffael.board.widgets.choice import Choice, Stepper, Toggle
from caffael.board.widgets.dialog import Dialog
from caffael.board.widgets.scroll import ListBox, ScrollArea
from caffael.board.widgets.slider import Slider
from caffael.board.widgets.textline import TextLine
from caffael.board.widgets.tree import Tree
from caffael.board.widgets.words import Heading, Toast, Words

__all__ = [
    "Button",
    "Card",
    "Choice",
    "Dialog",
    "Group",
    "Heading",
    "Key",
    "ListBox",
    "Node",
    "ScrollArea",
    "Slider",
    "Stepper",
    "TextLine",
    "Toast",
    "Toggle",
    "Tree",
    "Widget",
    "Words",
]
