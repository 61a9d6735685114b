"""Which requests are answered at all, and what every answer says.

A page of somebody else's could ask a board on this network for things, under a name that it lets point here (DNS rebinding). So the name
a request was sent to (`Host`) must be one of ours, and the page it comes from (`Origin`) too; to compare the two with each other is not
enough.
"""

from collections.abc import Callable, Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MISDIRECTED = 421
FORBIDDEN = 403
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For answers that are no page."""
Hosts = Callable[[Scope], Collection[str]]


class Gate:
    """Lets requests through that were meant for us. `hosts` says the names we have, with their port; `scheme` is that of our pages.

    `open_paths` are answered under any name: what they say is the same for everybody (a health page, for a proxy to look at).
    """

    def __init__(self, app: ASGIApp, hosts: Hosts, scheme: str = "http", open_paths: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = hosts
        self.scheme = scheme
        self.open_paths = frozenset(open_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = 0 if scope["path"] in self.open_paths else self.refusal(scope)
        if refusal:
            answer = PlainTextResponse("", refusal)
            if scope["type"] == "websocket":
                await receive()
            await answer(scope, receive, _marked(send))
            return
        await self.app(scope, receive, _marked(send))

    def refusal(self, scope: Scope) -> int:
        """The status with which a request is refused; 0 when it is ours."""
        headers = Headers(scope=scope)
        hosts = self.hosts(scope)
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in hosts:
            return MISDIRECTED
        origins = headers.getlist("origin")
        if not origins and scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            return 0  # a page that is opened, or a look at something of its own
        ours = {f"{self.scheme}://{host}" for host in hosts}
        return 0 if len(origins) == 1 and origins[0].lower() in ours else FORBIDDEN


def _marked(send: Send) -> Send:
    """Add to each answer what every answer says."""

    async def marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", STRICT)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return marked
