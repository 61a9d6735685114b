"""What a press of a button, line or card does, as data: a front end carries it out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Play:
    """Play an action for the seat that decides."""

    action: int


@dataclass(frozen=True, slots=True)
class Open:
    """Lay a sheet over what is seen: its name, and the numbers that say what it is about."""

    sheet: str
    about: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Do:
    """Something that a front end does in its own way, such as `tender` (write one) or `close`, and the numbers it is about."""

    what: str
    about: tuple[int, ...] = ()


Press = Play | Open | Do
