"""A tour through every kind of screen: a board that plays by itself, and somebody who looks at each picture."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from caffael_tools.autoplay import AutoPlayer

from caffael.board.options import BoardOptions, make_session
from caffael.board.session import Session
from caffael.presentation.settings import Settings
from caffael.words.language import Code

SEED = 7
Looker = Callable[[str, Session], None]


class Tour(AutoPlayer):
    """Calls `looker` with the name of each picture, the first time it is seen."""

    def __init__(self, session: Session, asked: BoardOptions, looker: Looker) -> None:
        super().__init__(session, asked)
        self.looker = looker

    def picture(self, name: str) -> None:
        new = name not in self.taken
        super().picture(name)
        if new:
            self.looker(name, self.session)


def tour(
    looker: Looker,
    scenario: str = "smarter-spending",
    *,
    years: int | None = 3,
    size: tuple[int, int] = (1280, 720),
    code: Code = "en",
    text_scale: float = 1.0,
    seats: list[str] | None = None,
) -> list[str]:
    """Take the tour; gives the names of all pictures in their order."""
    asked = BoardOptions(scenario=scenario, years=years, size=size, seats=seats)
    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        session = make_session(asked, Settings(language=code, text_scale=text_scale, instant=True, movement="off"))
        session.games, session.seed = Path(folder), SEED
        session.set_language(code)
        guide = Tour(session, asked, looker)
        try:
            why = guide.before_the_game()
            assert not why, why
            assert guide.the_game(), "the game did not come to its end"
            guide.after_the_game()
        finally:
            if session.match is not None:
                session.match.close()
    return list(guide.taken)
