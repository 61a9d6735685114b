"""Figures of the board in a browser's tab: what it transfers, how soon it is there, its frames, its memory, and how long a bot thinks.

Needs the extra `test` and Chromium. Times are those of a person who waits; the folder is served by this machine, so no network is in them.
"""

import gzip
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STARTS = 3
GAMES = 3
STRETCH = 20.0
"""Seconds of play in which frames are timed."""
SIZE = {"width": 1366, "height": 768}
PATIENCE = 300_000
MEGABYTE = 1_000_000
TEXTS = (".js", ".html", ".css", ".webmanifest", ".json")
"""What web servers compress on the way; all else is compressed as it lies there."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LOAD = """
import sys, types
def tool(name, source):
    made = types.ModuleType(name)
    made.__path__ = []
    sys.modules[name] = made
    exec(source, made.__dict__)
"""
FRAMES = """
import time
from caffael.match import Seat
from caffael.scenario import load_pack
from caffael_tools.moving_frames import _go_on
times = []
plain = tab.frame
def timed():
    began = time.perf_counter()
    wait = plain()
    spent = (time.perf_counter() - began) * 1000
    if drawn:
        times.append(spent)
        drawn.clear()
    if not session.app.animator.busy and not session.game.finished:
        _go_on(session)
        session.app.redraw()
    return wait
drawn, paint = [], session.app.paint
def painted():
    drawn.append(True)
    paint()
session.app.paint = painted
pack = load_pack("smarter-spending")
session.settings.sounds = "off"
session.new_game(pack, [Seat(f"Team {i + 1}", pack.ids.councils[i], "balanced" if i else "you") for i in range(4)], 7)
tab.frame = timed
"""
FRAMES_DONE = """
del tab.frame
session.app.paint = paint
times.sort()
[times[len(times) // 2], times[len(times) * 99 // 100], len(times)]
"""
GAME = """
import tempfile
from pathlib import Path
from caffael_tools.autoplay import AutoPlayer
from caffael.board.options import BoardOptions
session.settings.instant, session.settings.movement = True, "off"
session.app.set_movement("off")
session.games, session.seed = Path(tempfile.mkdtemp()), seed
player = AutoPlayer(session, BoardOptions("smarter-spending", ["balanced", "cheapest", "local"], 3))
assert not player.before_the_game()
"""
MORE = """
import time
from caffael.presentation.screens import ScreenId
until = time.perf_counter() + 0.1
while player.top.id is not ScreenId.DEBRIEF and time.perf_counter() < until:
    player.step()
over = player.top.id is ScreenId.DEBRIEF
if over:
    player.after_the_game()
over
"""
"""A stretch of a game; between two of them the browser can clear up, as it can between the presses of people."""
BOT = """
import time
from caffael.match import Match, Seat
from caffael.scenario import load_pack
pack = load_pack("smarter-spending")
match = Match.start(pack, [Seat(f"Team {i + 1}", pack.ids.councils[i], "balanced") for i in range(4)], 3)
began, actions, moving = time.perf_counter(), 0, 0.0
while not match.finished:
    at = time.perf_counter()
    action = match.bot_action()
    moving += time.perf_counter() - at
    actions += 1
    match.play(action)
1000 * moving / actions
"""


def browser_figures() -> dict[str, float]:
    """All figures by their keys. Raises ValueError with a sentence where they can't be taken here."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise ValueError("Chromium is not here; install it, on Debian with: apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        raise ValueError("playwright is not here; it comes with the extra `test`") from None
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="caffael-") as place, served(Path(place)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        figures |= starts(browser, address, Path(place))
        figures |= plays(browser, address)
        browser.close()
    return figures


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The built folder on a free port of this machine."""
    from caffael.browser.building.laying import lay_out
    from caffael.browser.building.serving import server
    from caffael.browser.building.site import site

    lay_out(site(lambda sentence: None), folder)
    running = server(folder, 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}/"
    finally:
        running.shutdown()
        thread.join()


def starts(browser: Any, address: str, folder: Path) -> dict[str, float]:
    """What the first visit transfers until the title, and how long it and the next one take."""
    cold, warm, asked, first = [], [], set[str](), set[str]()
    for _ in range(STARTS):
        context = browser.new_context(viewport=SIZE)
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))
        cold.append(opened(page, address))
        first = first or set(asked)
        page.wait_for_timeout(3_000)  # what keeps it for later has its own time
        page.close()
        warm.append(opened(context.new_page(), address))
        context.close()
    size = sum(transferred(folder, url, address) for url in first)
    return {"bytes": size, "cold_s": statistics.median(cold), "warm_s": statistics.median(warm)}


def opened(page: Any, address: str) -> float:
    """Seconds until the title is there."""
    began = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("#loading[hidden]", state="attached", timeout=PATIENCE)
    return time.perf_counter() - began


def transferred(folder: Path, url: str, address: str) -> int:
    """How many bytes a file takes on the way."""
    name = url.removeprefix(address).partition("?")[0] or "index.html"
    path = folder / name
    if not path.is_file():
        return 0
    content = path.read_bytes()
    return len(gzip.compress(content, 6)) if path.suffix in TEXTS else len(content)


def plays(browser: Any, address: str) -> dict[str, float]:
    """Frames in play, a bot's action, and the memory of the tab after three whole games."""
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    opened(page, address)
    worker = page.workers[0]

    def python(code: str) -> Any:
        return worker.evaluate(
            """code => {
              board.python.globals.set("tab", board.tab);
              board.python.runPython("session = tab.session");
              const found = board.python.runPython(code);
              self.onmessage({ data: { kind: "focus", on: true } });
              return found?.toJs ? found.toJs() : found;
            }""",
            code,
        )

    python(LOAD)
    for name in ("caffael_tools", "caffael_tools.autoplay", "caffael_tools.moving_frames"):
        place = Path(__file__).parent / ("__init__.py" if "." not in name else f"{name.split('.')[1]}.py")
        python(f"tool({name!r}, {place.read_text('utf-8')!r})")
    bot = python(BOT)
    python(FRAMES)
    page.wait_for_timeout(1000 * STRETCH)
    median, most, _ = python(FRAMES_DONE)
    for seed in range(GAMES):
        python(f"seed = {seed}\n{GAME}")
        while not python(MORE):
            pass
    figures = {"frame_p50_ms": median, "frame_p99_ms": most, "memory_mb": memory(), "bot_ms": bot}
    context.close()
    return figures


def memory() -> float:
    """Megabytes that only the largest process of our browser's tabs holds."""
    import psutil

    tabs = [one for one in psutil.Process().children(recursive=True) if "--type=renderer" in one.cmdline()]
    return max(float(one.memory_full_info().uss) / MEGABYTE for one in tabs)
