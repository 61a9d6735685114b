"""A plain web server as schools have them: no special headers, nothing packed, nothing remembered."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, asked: list[str], moved: Mapping[str, str], **options: Any) -> None:
        self.asked, self.moved = asked, moved
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path not in self.moved:
            super().do_GET()
            return
        self.send_response(302)
        self.send_header("Location", self.moved[self.path])
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@dataclass
class PlainServer:
    """A folder at an address; `asked` is what was asked of it so far."""

    address: str
    stop: Any
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(folder: Path, moved: Mapping[str, str] | None = None) -> Iterator[PlainServer]:
    """Serve a folder on a free port of this machine. Who asks for what was `moved` is sent elsewhere."""
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder), asked=asked, moved=moved or {})) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        stopped = threading.Event()

        def stop() -> None:
            if not stopped.is_set():
                stopped.set()
                server.shutdown()
                server.server_close()
                thread.join()

        try:
            yield PlainServer(f"http://127.0.0.1:{server.server_address[1]}/", stop, asked)
        finally:
            stop()
