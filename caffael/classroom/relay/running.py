"""The process of a relay: its key, its port, and its end."""

import asyncio
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from caffael.classroom.net.fixed import Files
from caffael.classroom.net.hardened import Threshold
from caffael.classroom.net.serving import QuietServer, config, listener
from caffael.classroom.relay import wire
from caffael.classroom.relay.app import RelayApp
from caffael.classroom.relay.rooms import Relay
from caffael.classroom.relay.tickets import LEAST_KEY, new_key
from caffael.words.sentence import Sentence

KEY = "CAFFAEL_RELAY_KEY"
"""The environment variable that may hold the key."""


class RelayKeyError(Exception):
    """A key that is none; `sentence` says so, with the mend."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def key_from(file: Path | None) -> tuple[bytes, str]:
    """A relay's key, and where it is from: `environment`, `file`, `new` (a file that was made now) or `passing` (gone with the process).

    Raises RelayKeyError for one that is too short, and OSError where the file can't be read or made.
    """
    said = os.environ.get(KEY, "").strip()
    if said:
        return _long_enough(said, KEY), "environment"
    if file is None:
        return new_key().encode(), "passing"
    if file.exists():
        return _long_enough(file.read_text("utf-8").strip(), str(file)), "file"
    key = new_key()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as made:
        made.write(key + "\n")
    return key.encode(), "new"


def _long_enough(said: str, where: str) -> bytes:
    if len(said) < LEAST_KEY:
        raise RelayKeyError(
            Sentence(
                "The key in {place} is too short to be safe; write {n} signs or more, such as {key}",
                place=where,
                n=LEAST_KEY,
                key=new_key(),
            )
        )
    return said.encode()


def run(
    relay: Relay,
    files: Files,
    policy: str,
    *,
    host: str,
    port: int,
    public: str = "",
    proxies: Sequence[str] = (),
    web: Path | None = None,
    web_policy: str = "",
    began: Callable[[str, int], object] = lambda public, port: None,
) -> None:
    """Run a relay until it is told to end (SIGTERM or Ctrl-C); `began` is told its address and port. Raises OSError where that is taken."""
    listening = listener(host, (port,))
    port = listening.getsockname()[1]
    public = public or f"http://{host}:{port}"
    threshold = Threshold(relay.limits, frozenset(proxies))
    app = RelayApp(relay, threshold, files, policy, public, web, web_policy)
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    settings = config(app.app, threshold, proxies, wire.LARGEST)

    async def serve() -> None:
        async with app.ticking():
            await QuietServer(settings, lambda: began(public, port)).serve(sockets=[listening])

    try:
        asyncio.run(serve())
    finally:
        listening.close()
