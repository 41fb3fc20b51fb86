"""A large file comes whole also where each of its pieces goes to another process."""

import hashlib
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import httpx
import pytest

from headquarters.blobs.tables import StoredBlob

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 3000
SHA = hashlib.sha256(PDF).hexdigest()
PIECES = 7


@pytest.fixture
def servers(headquarters, tmp_path):
    """The addresses of two processes that share database, files and half-sent files."""
    settings = headquarters.settings
    shared = {
        "DATABASE_URL": headquarters.database.url.set(drivername="postgresql").render_as_string(False),
        "SANDUKU_HQ_IDENTITY": headquarters.identity.to_text(),
        "SANDUKU_HQ_BLOBS": str(settings.blobs or settings.data / "blobs"),
        "SANDUKU_HQ_HALF_SENT": str(tmp_path / "half sent"),
    }
    processes, addresses = [], []
    try:
        for number in (1, 2):
            with socket.create_server(("127.0.0.1", 0)) as trying:
                port = trying.getsockname()[1]
            own = {"SANDUKU_HQ_DATA": str(tmp_path / f"own {number}"), "SANDUKU_HQ_PORT": str(port)}
            processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", "headquarters", "serve"],
                    env={**os.environ, **shared, **own},
                    stderr=subprocess.DEVNULL,
                )
            )
            addresses.append(f"http://127.0.0.1:{port}")
        for address in addresses:
            wait_for(address)
        yield addresses
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=60)


def wait_for(address):
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if httpx.get(f"{address}/ready").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError("a process did not start")


def send(address, laptop, start, end):
    return httpx.patch(
        f"{address}/v1/blobs/{SHA}",
        content=PDF[start:end],
        headers={
            "Upload-Offset": str(start),
            "Upload-Length": str(len(PDF)),
            "Content-Type": "application/octet-stream",
            **laptop.permission,
        },
        timeout=60,
    )


def test_pieces_that_go_to_another_process_each_make_one_file(laptop, headquarters, servers, clock):
    clock.moment = datetime.now(UTC)  # that of the processes
    laptop.sign_in()
    laptop.log.document(PDF)
    laptop.send_all()
    step = len(PDF) // PIECES + 1
    for number, start in enumerate(range(0, len(PDF), step)):
        here, there = servers[number % 2], servers[(number + 1) % 2]
        asked = httpx.head(f"{here}/v1/blobs/{SHA}", headers=laptop.permission)
        assert asked.status_code == 200
        assert asked.headers["upload-offset"] == str(start)
        end = min(start + step, len(PDF))
        if end == len(PDF):  # both get the last piece, at the same moment
            with ThreadPoolExecutor(2) as both:
                answers = list(both.map(lambda address: send(address, laptop, start, end), (here, there)))  # noqa: B023
            assert {answer.status_code for answer in answers} <= {204, 409}
            assert 204 in {answer.status_code for answer in answers}
        else:
            assert send(here, laptop, start, end).headers["upload-offset"] == str(end)
            late = send(there, laptop, start, end)  # whoever comes late is told from where to go on
            assert (late.status_code, late.json()["offset"]) == (409, end)
    for address in servers:
        fetched = httpx.get(f"{address}/v1/blobs/{SHA}", headers=laptop.permission)
        assert fetched.content == PDF
    with headquarters.database.transaction() as session:
        assert session.get(StoredBlob, (laptop.team, SHA)).size == len(PDF)
