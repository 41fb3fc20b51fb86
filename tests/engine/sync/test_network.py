"""The one door to the network: whom it trusts, what it counts, and that it can be shut at once."""

import hashlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from engine.settings import NetworkSettings
from engine.sync.errors import NetworkForbiddenError, NoHostError, UntrustedError
from engine.sync.network import HttpTransport, Network
from engine.sync.running import Stop
from engine.sync.transport import LinkError, Request

SETTINGS = NetworkSettings(stall_seconds=5)


class Answers(BaseHTTPRequestHandler):
    """Answers each POST with what it got; some addresses behave badly."""

    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.seen.append((self.path, body))  # type: ignore[attr-defined]
        if self.path == "/silent":
            self.server.silence.wait(20)  # type: ignore[attr-defined]
            self.close_connection = True
            return
        if self.path == "/cut":
            self.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")
            self.close_connection = True
            return
        if self.path == "/endless":
            body = bytes(100_000)
        self.send_response(302 if self.path == "/elsewhere" else 200)
        if self.path == "/packed":
            self.send_header("content-encoding", "zstd")
        self.send_header("content-length", str(len(body)))
        self.send_header("location", "http://127.0.0.1:9/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.seen: list[tuple[str, bytes]] = []
        self.silence = threading.Event()

    def handle_error(self, *_: object) -> None:
        """A client that does not trust us hangs up; that is no error of ours."""


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    running: list[tuple[Server, threading.Thread]] = []

    def start(context: ssl.SSLContext | None = None) -> Server:
        server = Server()
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        running.append((server, thread))
        return server

    yield start
    for server, thread in running:
        server.silence.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def tls(tmp_path: Path) -> tuple[ssl.SSLContext, str]:
    """A certificate that nobody vouches for and that ran out years ago, and the pin of its key."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "headquarters")])
    then = datetime.now(UTC) - timedelta(days=4000)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(then)
        .not_valid_after(then + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, SHA256())
    )
    (tmp_path / "c.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (tmp_path / "k.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return context, hashlib.sha256(public).hexdigest()


def door(server: Server, *, scheme: str = "http", pin: str | None = None) -> HttpTransport:
    url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    return Network(SETTINGS).open((url,), tls_pin=pin, asked_by="person")


def test_a_message_and_its_answer_are_counted(serve):
    with door(serve()) as transport:
        told: list[int] = []
        request = Request("POST", "/echo", b"x" * 50_000, "image/jpeg", most=60_000, told=told.append)
        reply = transport.send(request)
    assert reply.body == b"x" * 50_000
    assert 50_000 < reply.sent < 51_000
    assert 50_000 < reply.received < 51_000
    assert told == sorted(told)
    assert told[-1] == 50_000


def test_json_goes_and_comes_compressed(serve):
    server = serve()
    with door(server) as transport:
        reply = transport.send(Request("POST", "/packed", b'{"a":"' + b"x" * 5000 + b'"}'))
    assert reply.body == b'{"a":"' + b"x" * 5000 + b'"}'
    assert reply.sent < 500
    assert len(server.seen[0][1]) < 100


def test_an_answer_that_expands_to_too_much_is_no_answer(serve):
    with door(serve()) as transport, pytest.raises(LinkError) as broken:
        transport.send(Request("POST", "/packed", b"x" * 50_000, most=1000))
    assert broken.value.reason == "damaged"


def test_a_server_with_the_pinned_key_is_trusted_whatever_its_dates(serve, tls):
    context, pin = tls
    with door(serve(context), scheme="https", pin=pin) as transport:
        assert transport.send(Request("POST", "/echo", b"hello")).body == b"hello"


@pytest.mark.parametrize("pin", [None, "a" * 64])
def test_a_server_with_another_key_hears_nothing(serve, tls, pin):
    context, _ = tls
    server = serve(context)
    with door(server, scheme="https", pin=pin) as transport, pytest.raises(UntrustedError):
        transport.send(Request("POST", "/echo", b"secret"))
    assert server.seen == []


def test_an_answer_that_is_cut_off_is_no_answer(serve):
    with door(serve()) as transport, pytest.raises(LinkError) as broken:
        transport.send(Request("POST", "/cut", b"hello"))
    assert broken.value.reason == "cut"


def test_an_answer_that_is_too_long_is_not_read_to_its_end(serve):
    with door(serve()) as transport, pytest.raises(LinkError) as broken:
        transport.send(Request("POST", "/endless", b"x", most=1000))
    assert broken.value.received < 100_000


def test_redirects_are_not_followed(serve):
    with door(serve()) as transport:
        assert transport.send(Request("POST", "/elsewhere", b"x")).status == 302


def test_the_next_address_is_tried_where_the_first_is_dead(serve):
    server = serve()
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}"
        urls = (dead, f"http://127.0.0.1:{server.server_address[1]}")
        with Network(SETTINGS).open(urls, tls_pin=None, asked_by="person") as transport:
            assert transport.send(Request("POST", "/echo", b"x")).body == b"x"
            assert transport.host == urls[1].removeprefix("http://")


def test_somebody_else_may_end_a_message_that_is_under_way(serve):
    server, stop = serve(), Stop()
    with door(server) as transport:
        stop.watch(transport)
        failed: list[LinkError] = []

        def send() -> None:
            try:
                transport.send(Request("POST", "/silent", b"x"))
            except LinkError as error:
                failed.append(error)

        thread = threading.Thread(target=send)
        thread.start()
        while not server.seen:
            threading.Event().wait(0.01)
        stop.ask()
        thread.join(timeout=4)  # Silence alone would take five seconds to tell.
        assert not thread.is_alive()
        assert failed


@pytest.mark.parametrize("urls", [(), ("http://hq.example.org",), ("ftp://hq.example.org",)])
def test_addresses_that_are_not_safe_are_not_called(urls):
    with pytest.raises(NoHostError):
        Network(SETTINGS).open(urls, tls_pin=None, asked_by="person")


@pytest.mark.parametrize(
    ("use", "asked_by", "allowed"),
    [
        ("never", "person", False),
        ("never", "program", False),
        ("manual", "person", True),
        ("manual", "program", False),
        ("automatic", "person", True),
        ("automatic", "program", True),
    ],
)
def test_the_settings_say_who_may_use_the_network(use, asked_by, allowed):
    network = Network(NetworkSettings(use=use))
    if allowed:
        network.open(("https://hq.example.org",), tls_pin=None, asked_by=asked_by).close()
    else:
        with pytest.raises(NetworkForbiddenError):
            network.open(("https://hq.example.org",), tls_pin=None, asked_by=asked_by)


def test_no_other_module_of_the_engine_speaks_to_the_network():
    root = Path(__file__).parents[3] / "engine"
    speakers = [
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if any(
            word in path.read_text(encoding="utf-8")
            for word in ("import httpx", "create_connection", "socket.socket(", "urllib.request")
        )
    ]
    assert speakers == ["sync/network.py"]


def test_a_chosen_network_is_told_by_a_computer_that_answers(serve):
    port = serve().server_address[1]
    network = Network(NetworkSettings(use="automatic"))
    assert network.answers(f"127.0.0.1:{port}", asked_by="program")
    assert not network.answers("127.0.0.1:9", asked_by="program")
    assert not network.answers("nonsense", asked_by="program")
