"""A built folder, shown to the browsers of this computer alone."""

import webbrowser
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from caffael.browser.building.site import POLICY

HOST = "127.0.0.1"
KINDS = {".js": "text/javascript", ".css": "text/css", ".webmanifest": "application/manifest+json", ".gz": "application/gzip"}
"""Kinds of files as browsers want them, whatever this system says."""


class Server(ThreadingHTTPServer):
    """Answers each browser by itself, and ends at once."""

    daemon_threads = True


class Handler(SimpleHTTPRequestHandler):
    """Gives the files of a folder, with the policy that the page itself has too."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **KINDS}

    def end_headers(self) -> None:
        """Add what every answer says."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name in the standard library
        """Say nothing of each request."""


def server(folder: Path, port: int) -> Server:
    """A server for a folder, not yet started. Raises OSError where the port can't be had."""
    return Server((HOST, port), partial(Handler, directory=str(folder)))


def serve(folder: Path, port: int, open_browser: bool, say: Callable[[str], object]) -> None:
    """Show a folder until Ctrl-C. Raises OSError where the port can't be had."""
    with server(folder, port) as running:
        address = f"http://{HOST}:{running.server_address[1]}/"
        say(f"The board is at {address} for the browsers of this computer. Ctrl-C ends it.")
        if open_browser:
            webbrowser.open(address)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            say("Ended.")
