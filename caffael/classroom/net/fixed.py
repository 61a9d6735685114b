"""The fixed files of the pupils' page, answered from memory: no path of the disk is ever opened for a request."""

import gzip
import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

Files = Mapping[str, tuple[str, bytes]]
"""Kinds and contents by paths."""
SHELL = "/"
UNCHANGED = 304


class Fixed:
    """Files in memory, each with a mark of its content, so that a browser that has it is told so. `policy` is what the page may load."""

    def __init__(self, files: Files, policy: str) -> None:
        self.files = {path: File(kind, content) for path, (kind, content) in files.items()}
        self.policy = policy

    def routes(self, *more_shells: str) -> list[Route]:
        """A route for each file, and for each other path at which the page itself is found."""
        return [Route(path, self.give, methods=["GET"]) for path in (*self.files, *more_shells)]

    async def give(self, request: Request) -> Response:
        """A file, or that it has not changed."""
        file = self.files.get(request.url.path) or self.files[SHELL]
        headers = {"ETag": file.mark, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        headers["Content-Security-Policy"] = self.policy_for(request)
        if file.mark in request.headers.get("if-none-match", ""):
            return Response(status_code=UNCHANGED, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(file.small, media_type=file.kind, headers={**headers, "Content-Encoding": "gzip"})
        return Response(file.content, media_type=file.kind, headers=headers)

    def policy_for(self, request: Request) -> str:
        """The policy, with our own WebSocket named, which some browsers do not take for `'self'`."""
        scheme = "wss" if request.url.scheme == "https" else "ws"
        return self.policy.replace("connect-src 'self'", f"connect-src 'self' {scheme}://{request.headers['host']}")


class File:
    """One file: its kind, its content whole and small, and a mark of it (a weak one, for it is the same for both)."""

    def __init__(self, kind: str, content: bytes) -> None:
        self.kind = kind
        self.content = content
        self.small = gzip.compress(content, mtime=0)
        self.mark = f'W/"{hashlib.sha256(content).hexdigest()[:20]}"'
