"""Firefox over WebDriver BiDi, which it speaks by itself: no driver is needed. Only what the tests ask."""

import base64
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

PATIENCE = 180  # seconds for one answer


class Firefox:
    """A window of Firefox: goes to an address, evaluates, clicks, takes a picture."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._numbers = count(1)
        self.ask("session.new", capabilities={})
        self._context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("browsingContext.setViewport", context=self._context, viewport={"width": 1366, "height": 768})

    def ask(self, method: str, **params: Any) -> Any:
        """Send a command; its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def go(self, address: str) -> None:
        """Go to an address."""
        self.ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def js(self, expression: str) -> Any:
        """What an expression gives, by way of JSON; a promise is waited for."""
        wrapped = f"Promise.resolve({expression}).then(found => JSON.stringify(found ?? null))"
        found = self.ask("script.evaluate", expression=wrapped, target={"context": self._context}, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def click(self, x: float, y: float) -> None:
        """Press the mouse at a place of the page."""
        steps = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self.ask("input.performActions", context=self._context, actions=[mouse])

    def picture(self, path: Path) -> None:
        """Write what is seen as PNG."""
        path.write_bytes(base64.b64decode(self.ask("browsingContext.captureScreenshot", context=self._context)["data"]))


@contextmanager
def firefox(program: str) -> Iterator[Firefox]:
    """A Firefox without a window, with a profile of its own."""
    import websocket

    with tempfile.TemporaryDirectory(prefix="caffael-firefox-") as profile:
        words = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            assert process.stderr is not None
            address = next(found[1] for line in process.stderr if (found := re.search(r"(ws://\S+)", line)))
            socket = websocket.create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True)
            yield Firefox(socket)
            socket.close()
        finally:
            process.kill()
            process.communicate()
