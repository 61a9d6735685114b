"""The pages of the board. Each lies in the module of its name and is imported when it is first shown, so the title is there at once."""

from importlib import import_module
from typing import Any

from caffael.presentation.screens import ScreenId


def screen_class(page: ScreenId) -> Any:
    """The class of a page: `TitleScreen` in the module `title`."""
    return getattr(import_module(f"{__name__}.{page}"), f"{page.capitalize()}Screen")
