"""The pages of the board. Each lies in the module of its name, or in `screen` of the folder of its name, and is imported when it is first
shown, so that the title is there at once.
"""

from importlib import import_module
from typing import Any

from caffael.presentation.screens import ScreenId


def screen_class(page: ScreenId) -> Any:
    """The class of a page: `TitleScreen` in `title`, `TableScreen` in `table.screen`."""
    module = import_module(f"{__name__}.{page}")
    if hasattr(module, "__path__"):
        module = import_module(f"{module.__name__}.screen")
    return getattr(module, f"{page.capitalize()}Screen")
