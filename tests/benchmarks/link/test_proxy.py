"""The thin link carries bytes both ways, goes away once, and comes back."""

import contextlib
import socket
import threading

import pytest

from benchmarks.link.proxy import ThinLink


@pytest.fixture
def echo():
    """A port that gives back what it gets."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threads = []

        def serve():
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                thread = threading.Thread(target=answer, args=(connection,), daemon=True)
                thread.start()
                threads.append(thread)

        def answer(connection):
            with connection:
                try:
                    while data := connection.recv(4096):
                        connection.sendall(data)
                except OSError:
                    pass

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)
    accepting.join(timeout=10)
    for thread in threads:
        thread.join(timeout=10)


def talk(port: int, data: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(data)
        found = b""
        while len(found) < len(data):
            piece = connection.recv(4096)
            if not piece:
                break
            found += piece
        return found


def test_what_goes_in_comes_back(echo):
    with ThinLink(echo, bytes_per_second=1e6, delay=0.001) as link:
        assert talk(link.port, b"hello" * 1000) == b"hello" * 1000


def test_it_goes_away_in_the_middle_and_comes_back(echo):
    events = []
    back = threading.Event()

    def told(event):
        events.append(event)
        if event == "back":
            back.set()

    with ThinLink(echo, bytes_per_second=1e6, delay=0.0, cut_after=5000, cut_seconds=0.2, told=told) as link:
        with contextlib.suppress(ConnectionError):
            assert len(talk(link.port, bytes(20_000))) < 20_000
        assert back.wait(timeout=10)
        assert talk(link.port, b"again") == b"again"
    assert events == ["cut", "back"]
