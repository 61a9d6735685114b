"""Whether all that is shown is saved: the game at the table, and the one beneath that is watched."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caffael.match import Match
    from caffael.presentation.flow import Flow
    from caffael.words.sentence import Sentence


def unsaved_games(flow: "Flow") -> "Iterator[Match]":
    """The games of which something is not saved."""
    live = None if flow.playback is None else flow.playback.live
    return (match for match in (flow.match, live) if match is not None and match.trouble is not None)


def why_unsaved(flow: "Flow") -> "Sentence | None":
    """Why the first of them is not saved; None when all is."""
    return next((match.trouble for match in unsaved_games(flow)), None)


def save_again(flow: "Flow") -> bool:
    """Try to save each of them once more; whether all is saved now."""
    tried = [match.save_again() for match in unsaved_games(flow)]
    return all(tried)
