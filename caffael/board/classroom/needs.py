"""What a class needs beyond the game: whether it is here, and how it comes."""

import sys
from importlib.util import find_spec

from caffael.words.language import Language

NEEDS = ("starlette", "uvicorn", "websockets", "segno", "jinja2")
"""The modules of the extra `classroom` without which devices can't come."""


def can_host(tab: bool = False) -> bool:
    """Whether all is here; a browser's tab needs no server, only what draws pages and the square."""
    return all(find_spec(name) is not None for name in (("segno", "jinja2") if tab else NEEDS))


def why_not_host(language: Language, tab: bool = False) -> str:
    """Why the class can't join here and what mends it, in one sentence; empty when it can."""
    if can_host(tab):
        return ""
    if tab or getattr(sys, "frozen", False):
        return language.text("This program leaves out what a class needs to join; Caffael installed with Python has it.")
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    command = f'{python} -m pip install "caffael[classroom]"'
    return language.text("For a class to join, a few more packages are needed. This command brings them: {command}", command=command)
