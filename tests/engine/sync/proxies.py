"""A real proxy on this computer, with the manners of those that laptops meet."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PAGE = b"<!DOCTYPE html><title>Hotel Kivu</title><p>Welcome! Room number and name, please."
_HOP = {"connection", "proxy-connection", "keep-alive", "transfer-encoding", "content-length", "host"}


class Proxy(ThreadingHTTPServer):
    """Forwards messages; what has no length beforehand is held until it is whole, or treated by its manner.

    Attributes:
        manner: ``holds``; ``cuts`` what has no length; a number such as ``411`` answers that to it; a word
            such as ``log-in 302`` answers everything so.
        seen: Path of each message, with ``*`` behind where it had no length.
    """

    daemon_threads = True

    def __init__(self, manner: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.manner = manner
        self.seen: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_about: object) -> None:
        """A laptop that gives up cuts the link."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Proxy

    def do_POST(self) -> None:
        chunked = self.headers.get("transfer-encoding") == "chunked"
        manner = self.server.manner
        self.server.seen.append(urlsplit(self.path).path + ("*" if chunked else ""))
        if manner.startswith("log-in"):
            self._answer(int(manner.split()[1]), PAGE)
        elif chunked and manner == "cuts":
            self.rfile.read(100)
            self.close_connection = True
        elif chunked and manner.isdigit():
            self._answer(int(manner), b"<html>Length Required</html>")
        else:
            self._forward(b"".join(self._chunks()) if chunked else self._body())

    do_GET = do_PATCH = do_CONNECT = do_POST  # noqa: N815 - the names of http.server

    def _answer(self, status: int, page: bytes) -> None:
        """Answer in headquarters' place, at once, whatever is still to come."""
        self.send_response(status)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("location", "http://login.hotel.example/")
        self.send_header("content-length", str(len(page)))
        self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(page)
        self.close_connection = True

    def _forward(self, body: bytes) -> None:
        there = urlsplit(self.path)
        connection = http.client.HTTPConnection(there.hostname or "", there.port, timeout=30)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
        path = there.path + (f"?{there.query}" if there.query else "")
        connection.request(self.command, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _HOP:
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.rfile.readline() or b"0", 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def log_message(self, *_words: object) -> None:
        pass


@contextmanager
def proxy_that(manner: str) -> Iterator[Proxy]:
    """Run a proxy."""
    with Proxy(manner) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield proxy
        finally:
            proxy.shutdown()
            thread.join()
