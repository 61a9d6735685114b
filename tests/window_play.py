"""Plays a whole game in a real window, from the title to the debrief: `python -m tests.window_play mouse keys`.

The window opens on a screen of its own (Xvfb), and xdotool moves the mouse or presses the keys: what the board gets are events of the
window system. Where to click is read from the board in the same process, as a person reads it from the screen.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

SIZE = (1280, 720)
PATIENCE = 2.0
"""Seconds in which an event has to arrive."""
QUIET = 0.03
"""Seconds without an event after which all have arrived."""
NEEDED = ("Xvfb", "xdotool")


@contextmanager
def screen(size: tuple[int, int]) -> Iterator[str]:
    """An X screen of its own; gives its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def play(way: str, scenario: str, pictures: Path | None) -> None:
    """Play a game with one hand; says what was seen. Raises StuckError when something can't be reached."""
    import pygame

    from caffael.board.options import BoardOptions, make_session
    from caffael.presentation.settings import Settings
    from tests.board.hands import Hand, Keys, Mouse, Player

    def xdotool(*words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], check=True)

    def arrive(hand: Hand, kinds: tuple[int, ...]) -> None:
        """Let frames pass until the last event of these kinds has come and nothing follows."""
        app, heard = hand.session.app, list[int]()
        handle = app._handle

        def hear(event: pygame.event.Event) -> None:
            heard.append(event.type)
            handle(event)

        app._handle = hear  # type: ignore[method-assign]
        try:
            begun = last = time.monotonic()
            while not set(kinds) <= set(heard) or time.monotonic() - last < QUIET:
                before = len(heard)
                app.frame()
                if len(heard) > before:
                    last = time.monotonic()
                if time.monotonic() - begun > PATIENCE:
                    raise TimeoutError(f"the window never heard of {', '.join(pygame.event.event_name(kind) for kind in kinds)}")
                time.sleep(0.002)
        finally:
            app._handle = handle  # type: ignore[method-assign]

    class RealMouse(Mouse):
        def click(self, pixel: tuple[int, int]) -> None:
            xdotool("mousemove", *pixel, "click", 1)
            arrive(self, (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP))

        def turn_wheel(self, pixel: tuple[int, int], steps: int) -> None:
            xdotool("mousemove", *pixel, "click", "--repeat", abs(steps), 4 if steps > 0 else 5)
            arrive(self, (pygame.MOUSEWHEEL,))

    class RealKeys(Keys):
        names = {pygame.K_TAB: "Tab", pygame.K_RETURN: "Return", pygame.K_LEFT: "Left", pygame.K_RIGHT: "Right"}

        def key(self, code: int, mod: int = 0) -> None:
            xdotool("key", ("shift+" if mod & pygame.KMOD_SHIFT else "") + self.names[code])
            arrive(self, (pygame.KEYDOWN, pygame.KEYUP))

    with tempfile.TemporaryDirectory(prefix="caffael-") as folder:
        os.environ["CAFFAEL_SETTINGS"] = folder
        session = make_session(BoardOptions(size=SIZE, seed=7), Settings(movement="off"))
        session.games = Path(folder) / "games"
        session.show_title()
        session.app.frame()
        xdotool("windowfocus", pygame.display.get_wm_info()["window"])
        begun = time.monotonic()
        player = Player({"mouse": RealMouse, "keys": RealKeys}[way](session, scenario))
        try:
            player.play()
        finally:
            if pictures is not None:
                pictures.mkdir(parents=True, exist_ok=True)
                session.app.screenshot(pictures / f"window-{way}.png")
        driver = pygame.display.get_driver()
        pages = ", ".join(dict.fromkeys(name.removesuffix("Screen").lower() for name in player.seen))
        tenders = f"{player.published} tenders in {time.monotonic() - begun:.0f} s"
        print(f"{way} alone, {scenario}, window of {driver}: from title to debrief with {tenders}; seen: {pages}.", flush=True)
        pygame.display.quit()


def main() -> int:
    """Play with each hand that is named; 0 when all came to the debrief, 1 when one got stuck, 2 when a tool is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ways", nargs="*", default=["mouse", "keys"], metavar="mouse|keys")
    parser.add_argument("--scenario", default="our-town")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of the end")
    asked = parser.parse_args()
    missing = [tool for tool in NEEDED if which(tool) is None]
    strange = [way for way in asked.ways if way not in ("mouse", "keys")]
    if missing or strange:
        wrong = f"This needs {' and '.join(missing)}." if missing else f"There is no hand {strange[0]!r}; there are mouse and keys."
        print(wrong, file=sys.stderr)
        return 2
    os.environ.update(SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    stuck = 0
    with screen(SIZE) as display:
        os.environ["DISPLAY"] = display
        for way in asked.ways:
            try:
                play(way, asked.scenario, asked.pictures)
            except (AssertionError, TimeoutError) as fault:
                print(f"{way} alone: {fault}", file=sys.stderr)
                stuck = 1
    return stuck


if __name__ == "__main__":
    raise SystemExit(main())
