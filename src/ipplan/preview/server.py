"""The server of the preview: this machine only, one secret address, nothing but GET.

Another site that the browser shows cannot read it: the address has a random part, and a request under a foreign name
of this machine (DNS rebinding) is refused by its Host header.
"""

from __future__ import annotations

import contextlib
import errno
import hmac
import os
import secrets
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ipplan.errors import TakenPort
from ipplan.preview.answers import Answer, answer_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.preview.feed import Feed

_HERE = "127.0.0.1"
_HEARTBEAT = 15.0
"""Seconds after which a silent stream says that it is alive, and notices that nobody listens any more."""


class PreviewServer(ThreadingHTTPServer):
    """Serves the snapshots of a feed at `address`."""

    daemon_threads = True
    # On Windows this option would let two programs listen at one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, feed: Feed, port: int = 0) -> None:
        """Listen at a port, 0 for any that is free.

        Raises:
            TakenPort: if another program listens there, or the port is not for everybody.
        """
        self.feed = feed
        self.root = f"/{secrets.token_urlsafe(24)}/"
        try:
            super().__init__((_HERE, port), _Handler)
        except OSError as error:
            reason = "已经被别的程序占用" if error.errno == errno.EADDRINUSE else "用不了"
            raise TakenPort(f"端口 {port} {reason}：换一个 --port，不写就自动找一个空的") from None

    def server_bind(self) -> None:
        """Bind without asking the network for the name of this machine, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HERE, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing where a browser only went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{_HERE}:{self.server_port}{self.root}"


@contextlib.contextmanager
def serving(server: PreviewServer) -> Iterator[PreviewServer]:
    """Serve until the end of the block; then nothing listens and nobody waits."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.feed.close()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    timeout = 30
    error_message_format = "%(code)d\n"
    error_content_type = "text/plain; charset=utf-8"

    def parse_request(self) -> bool:
        """Read the request; one that is not for us is answered here and goes no further."""
        if not super().parse_request():
            return False
        refusal = self._refusal()
        if refusal is not None:
            self.send_error(refusal)
        return refusal is None

    def do_GET(self) -> None:
        """Answer with what stands at the path."""
        name = urlsplit(self.path).path.removeprefix(self.server.root)
        if name == "events":
            self._stream()
            return
        answer = answer_to(name, self.server.feed.latest, self.server.root)
        if answer is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._send(answer)

    def _refusal(self) -> HTTPStatus | None:
        """Why a request is refused; a wrong token looks like any other path where nothing is."""
        if self.headers.get_all("Host") not in [[f"{host}:{self.server.server_port}"] for host in (_HERE, "localhost")]:
            return HTTPStatus.MISDIRECTED_REQUEST
        if self.command != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED
        root = self.server.root.encode()
        given = self.path.encode("utf-8", "surrogateescape")[: len(root)]
        return None if hmac.compare_digest(given, root) else HTTPStatus.NOT_FOUND

    def _send(self, answer: Answer) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{answer.media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Content-Security-Policy", answer.policy)
        self.end_headers()
        self.wfile.write(answer.body)

    def _stream(self) -> None:
        """Tell the number of each new snapshot, until the end of the program or of the browser's interest."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        number = 0
        with contextlib.suppress(ConnectionError, TimeoutError):
            while not self.server.feed.closed:
                snapshot = self.server.feed.newer(number, _HEARTBEAT)
                number = snapshot.number if snapshot is not None else number
                self.wfile.write(f"data: {number}\n\n".encode() if snapshot is not None else b":\n\n")

    def end_headers(self) -> None:
        """What every answer says besides: the address is a secret, and nothing is kept."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def version_string(self) -> str:
        """The name of the program, not the versions of what it runs on."""
        return "ipplan"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal is for the drafter."""
