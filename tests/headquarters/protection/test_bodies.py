"""No body is larger, slower or of another kind than its address takes, whatever its sender says."""

import contextlib
import json
import logging
import select
import socket
import time
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from headquarters import serving
from headquarters.app import create_app
from headquarters.protection.logs import JsonLines
from tests.headquarters.laptops import JSON


def said(connection):
    connection.settimeout(20)
    data = b""
    while piece := connection.recv(65536):
        data += piece
    return data


@pytest.fixture
def settings(settings):
    return replace(settings, stall_seconds=1)


def test_a_body_that_is_too_long_is_refused_before_it_is_read(client):
    answer = client.post("/v1/enrol", content=b"x" * (70 << 10), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "request.too-large")
    assert answer.headers["connection"] == "close"


def test_a_length_that_is_a_lie_helps_nobody(server):
    with socket.create_connection(server) as connection:
        connection.sendall(
            b"POST /v1/enrol HTTP/1.1\r\nHost: hq\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        piece = b"%x\r\n" % 40_000 + b"x" * 40_000 + b"\r\n"
        with contextlib.suppress(OSError):
            connection.sendall(piece * 3)
        answer = said(connection)
    assert b" 413 " in answer.split(b"\r\n")[0]


@pytest.mark.parametrize("length", ["-1", "1e9", "9" * 30, "0x10"])
def test_a_length_that_is_none_is_refused(server, length):
    with socket.create_connection(server) as connection:
        connection.sendall(
            f"POST /v1/enrol HTTP/1.1\r\nHost: hq\r\nContent-Length: {length}\r\n\r\n".encode()
        )
        assert said(connection).split(b" ")[1] in (b"400", b"413")


def test_a_body_that_stands_still_is_ended(server):
    with socket.create_connection(server) as connection:
        connection.sendall(
            b"POST /v1/enrol HTTP/1.1\r\nHost: hq\r\nContent-Type: application/json\r\n"
            b"Content-Length: 100\r\n\r\n{"
        )
        answer = said(connection)
    assert b" 408 " in answer.split(b"\r\n")[0]
    assert b"request.stalled" in answer


def test_a_body_that_trickles_is_ended_though_it_never_stands_still(server):
    with socket.create_connection(server) as connection:
        connection.settimeout(30)
        connection.sendall(
            b"POST /v1/enrol HTTP/1.1\r\nHost: hq\r\nContent-Type: application/json\r\n"
            b"Content-Length: 60000\r\n\r\n{"
        )
        with contextlib.suppress(OSError):
            for _letter in range(60):  # Some seconds; a trickle that is let through would take days.
                connection.sendall(b" ")
                time.sleep(0.2)
                if select.select([connection], [], [], 0)[0]:
                    break
        assert select.select([connection], [], [], 0)[0], "it was let through"
        assert b" 408 " in connection.recv(65536).split(b"\r\n")[0]


def test_a_head_that_never_ends_is_ended(server, monkeypatch):
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.5)
    with socket.create_connection(server) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: hq\r\nX-Slow: ")
        assert said(connection) == b""


def test_a_connection_that_says_nothing_is_ended(server, monkeypatch):
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.5)
    with socket.create_connection(server) as connection:
        assert said(connection) == b""


def test_a_connection_stays_open_between_requests(server, monkeypatch):
    monkeypatch.setattr(serving, "HEADER_SECONDS", 3.0)  # Long enough for a busy machine to read a head.
    with socket.create_connection(server) as connection:
        for pause in (3.2, 0.0):
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: hq\r\n\r\n")
            answer = b""
            while not answer.endswith(b"}"):  # Head and body may come one after the other.
                answer += connection.recv(65536)
            assert answer.startswith(b"HTTP/1.1 200")
            time.sleep(pause)


@pytest.mark.parametrize(
    "headers", [{}, {"Content-Type": "text/plain"}, {**JSON, "Content-Encoding": "gzip"}]
)
def test_a_body_of_another_kind_is_refused(client, headers):
    answer = client.post("/v1/enrol", content=b"{}", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "request.type")


def test_a_bug_is_told_without_its_words_and_logged_without_them_too(headquarters, caplog):
    app = create_app(headquarters)

    @app.get("/v1/broken")
    def broken():
        raise RuntimeError("the card of Asha Mwangi")

    with TestClient(app, base_url="https://hq.example") as client, caplog.at_level(logging.INFO):
        answer = client.get("/v1/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "server.error")
    lines = [
        JsonLines().format(record) for record in caplog.records if record.name.startswith("headquarters")
    ]
    assert any("RuntimeError" in line for line in lines)
    assert not any("Asha" in line for line in (*lines, answer.text))
    assert len(answer.headers["x-request-id"]) == 16
    assert 'status="500"' in app.state.figures.text().decode()


def test_a_database_that_is_gone_is_told_as_busy(client, headquarters):
    headquarters.database.close()
    from headquarters.database import Database

    gone = Database("postgresql://postgres@/none?host=/nowhere")
    client.app.state.headquarters = replace(headquarters, database=gone)
    answer = client.get("/ready")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "15")
    answer = client.post("/v1/auth/challenge", content=b'{"device":"x"}', headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (503, "server.busy")
    assert "nowhere" not in answer.text
    gone.close()


def test_log_lines_name_the_pattern_of_an_address_and_not_what_stood_in_it(client, caplog):
    with caplog.at_level(logging.INFO):
        client.get("/v1/blobs/" + "a" * 64)
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    routes = [line["route"] for line in lines if line["message"] == "answered"]
    assert routes == ["/v1/blobs/{sha256}"]


def test_addresses_that_fit_nothing_are_one_in_the_figures(client):
    for name in ("/a", "/b/c", "/v1/%00"):
        client.get(name)
    text = client.app.state.figures.text().decode()
    assert 'route="none"' in text
    assert "/b/c" not in text


def test_a_connection_that_is_cut_in_the_middle_is_no_error_of_the_server(server, app):
    with socket.create_connection(server) as connection:
        connection.sendall(
            b"POST /v1/enrol HTTP/1.1\r\nHost: hq\r\nContent-Type: application/json\r\n"
            b"Content-Length: 100\r\n\r\n{"
        )
        time.sleep(0.2)
    until = time.monotonic() + 20
    while 'status="499"' not in app.state.figures.text().decode():
        assert time.monotonic() < until
        time.sleep(0.05)
    assert 'status="500"' not in app.state.figures.text().decode()


def test_json_may_come_and_go_compressed(laptop):
    import zstandard

    from engine.sync.wire.parsing import deflated

    stream = laptop.send_all().stream
    plain = json.dumps({"stream": stream, "seq": 1, "blobs": []}).encode()
    headers = {**JSON, **laptop.permission, "Content-Encoding": "zstd"}
    for accepted, encoding in (("identity", None), ("gzip, zstd", "zstd")):
        with laptop.client.stream(
            "POST",
            "/v1/sync/receipt",
            content=deflated(plain),
            headers={**headers, "Accept-Encoding": accepted},
        ) as answer:
            body = b"".join(answer.iter_raw())
        assert (answer.status_code, answer.headers.get("content-encoding")) == (200, encoding)
        body = zstandard.ZstdDecompressor().decompress(body) if encoding else body
        assert json.loads(body)["receipt"]["seq"] == 1
    for damaged in (deflated(plain)[:-2], b"plain", deflated(bytes(5 << 20))):
        answer = laptop.client.post("/v1/sync/receipt", content=damaged, headers=headers)
        assert answer.json()["code"] in ("request.malformed", "sync.too-large")


def test_an_answer_that_nobody_takes_is_ended(server, app, monkeypatch):
    from fastapi.responses import StreamingResponse

    from headquarters.protection import bodies

    monkeypatch.setattr(bodies, "LEAST_RATE", 10**9)

    @app.get("/v1/endless")
    def endless():
        return StreamingResponse(iter(lambda: b"x" * 65536, b""))

    with socket.create_connection(server) as connection:
        connection.sendall(b"GET /v1/endless HTTP/1.1\r\nHost: hq\r\n\r\n")
        until = time.monotonic() + 30
        while 'route="/v1/endless"' not in app.state.figures.text().decode():
            assert time.monotonic() < until
            time.sleep(0.1)


def test_the_server_speaks_tls_with_a_certificate(app, settings, tmp_path):
    import ssl
    import threading

    certificate, key = self_signed(tmp_path)
    running = serving.server_of(app, replace(settings, port=0), certificate=certificate, key=key)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        while not running.started:
            assert thread.is_alive()
            time.sleep(0.01)
        address = running.servers[0].sockets[0].getsockname()[:2]
        trusting = ssl.create_default_context(cafile=str(certificate))
        with (
            socket.create_connection(address) as plain,
            trusting.wrap_socket(plain, server_hostname="localhost") as connection,
        ):
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            answer = said(connection)
    finally:
        running.should_exit = True
        thread.join()
    assert answer.startswith(b"HTTP/1.1 200")
    assert b"strict-transport-security: max-age=" in answer


def self_signed(folder):
    """Write a certificate for this computer and its key; return both files."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "chain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "chain.pem", folder / "key.pem"
