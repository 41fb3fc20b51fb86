"""The reference headquarters behind a real HTTP server on this computer, for programs and windows."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pyrage import x25519

from engine.sync.transport import Request
from engine.sync.wire.invitation import Invitation
from engine.sync.wire.parsing import inflated
from tests.engine.sync.reference import ReferenceHeadquarters

MOST_REQUEST = 16 << 20


class ServedHeadquarters:
    """Answers on a port of its own; ``hold`` keeps all answers back until it is cleared."""

    def __init__(self, headquarters: ReferenceHeadquarters, port: int) -> None:
        self.headquarters, self.port = headquarters, port
        self.identity = x25519.Identity.generate()
        self.asked = threading.Event()
        self.free = threading.Event()
        self.free.set()

    def hold(self) -> None:
        """Answer nobody until :meth:`let_go`."""
        self.free.clear()

    def let_go(self) -> None:
        self.free.set()

    @property
    def invitation(self) -> Invitation:
        return replace(
            self.headquarters.invitation(),
            urls=(f"http://127.0.0.1:{self.port}",),
            team_name="Goma 2",
            recipient=str(self.identity.to_public()),
        )


@contextmanager
def served(headquarters: ReferenceHeadquarters) -> Iterator[ServedHeadquarters]:
    """Serve a reference headquarters."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self._body()
            made.asked.set()
            made.free.wait(30)
            request = Request(
                self.command, self.path, body, self.headers.get("content-type", ""),
                {name.lower(): value for name, value in self.headers.items()},
            )  # fmt: skip
            with lock:
                reply = headquarters.handle(request)
            try:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
            except OSError:  # whoever asked is gone
                self.close_connection = True

        def _body(self) -> bytes:
            if self.headers.get("transfer-encoding") == "chunked":
                return b"".join(self._chunks())
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            packed = self.headers.get("content-encoding") == "zstd"
            return inflated(body, most=MOST_REQUEST) if packed else body

        def _chunks(self) -> Iterator[bytes]:
            while size := int(self.rfile.readline() or b"0", 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()

        do_GET = do_PATCH = do_HEAD = do_POST  # noqa: N815 - the names of http.server

        def log_message(self, *_words: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_about: object) -> None:
            """A laptop that was stopped cuts the link."""

    with Server(("127.0.0.1", 0), Handler) as server:
        made = ServedHeadquarters(headquarters, server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield made
        finally:
            made.let_go()
            server.shutdown()
            thread.join()
