"""A client that knows the board by AT-SPI alone reads a tender and publishes it, in both languages."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from caffael.scenario import load_pack
from caffael.words.language import Language

PYTHON = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
KIT = Path(__file__).parent / "reader_kit"
SECONDS = 240
SCRIPT = """
"$1" --launch-immediately & launcher=$!
"$2" -m tests.board.reader_kit.window "$3" our-town & board=$!
"$4" -W ignore "$5" "$6"; found=$?
kill $board $launcher
wait
exit $found
"""


def missing() -> str:
    """Why this can't be tried here; empty when it can."""
    tools = [tool for tool in ("xvfb-run", "dbus-run-session", "bash") if which(tool) is None]
    if tools or not LAUNCHER.is_file():
        return "needs Xvfb, dbus-run-session and at-spi2-core"
    if subprocess.run([sys.executable, "-c", "import accesskit"], check=False, capture_output=True).returncode != 0:
        return "the extra `access` is not installed"
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if not Path(PYTHON).exists() or subprocess.run([PYTHON, "-c", code], check=False, capture_output=True).returncode != 0:
        return "needs the system's Python with the bindings of AT-SPI"
    return ""


@pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")
@pytest.mark.parametrize("code", ["cy"])
def test_a_client_reads_the_tender_and_publishes_it(code: str, tmp_path: Path) -> None:
    text = Language("cy" if code == "cy" else "en").text
    needs = [need.title("cy" if code == "cy" else "en") for need in load_pack("our-town", 3).texts.needs]
    names = {
        "begin": text("Publish a tender"),
        "needs": text("What do you want to buy?"),
        "route": text("Open procedure"),
        "slider": text("Quality"),
        "publish": text("Publish the tender"),
        "question": text("Publish this tender?"),
        "yes": text("Publish"),
        "after": text("Continue"),
    }
    command = ["bash", "-c", SCRIPT, "bash", str(LAUNCHER), sys.executable, code, PYTHON, str(KIT / "client.py"), json.dumps(names)]
    ran = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "dbus-run-session", "--", *command],
        env={
            **os.environ,
            "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy",
            "CAFFAEL_SETTINGS": str(tmp_path),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    said = {row[0]: row[1:] for row in map(json.loads, (line for line in ran.stdout.splitlines() if line.startswith("[")))}
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-2000:]
    assert said["needs"][0] in needs
    read = {(role.removeprefix("push "), name) for role, name, _ in said["tender"][0]}
    assert {("slider", text(name)) for name in ("Price", "Quality", "Social value", "Carbon")} <= read
    assert ("heading", text("What shall count?")) in read
    before, after = said["weight"]
    assert after > before
    assert any(role == "dialog" for role, _, _ in said["question"][0])
    place = text("Place {place}. Price: {price}. Points: {points}.", place=1, price="", points="").split(".")[0]
    assert any(place in part for _, *parts in said["after"][0] for part in parts)
