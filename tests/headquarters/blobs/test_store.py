"""Files lie in a folder or in a bucket, and behave alike in both."""

import hashlib
import os
import shutil
import socket
import subprocess
import threading
import time

import httpx
import pytest

from headquarters.blobs.store import BlobStore, BlobStoreError, key_of
from headquarters.errors import ConfigurationError
from tests.headquarters.blobs.bucket import Bucket

CONTENT = bytes(range(256)) * 30_000  # more than is sent to a bucket in one piece
SHA = hashlib.sha256(CONTENT).hexdigest()


def in_bucket(monkeypatch, address):
    for name, value in {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT": address,
        "AWS_ALLOW_HTTP": "true",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def bucket(monkeypatch):
    server = Bucket()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    in_bucket(monkeypatch, server.address)
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def foreign_server(monkeypatch, tmp_path):
    """A server of S3 that others wrote, with a bucket."""
    program = os.environ.get("SANDUKU_TEST_S3_SERVER") or shutil.which("moto_server")
    if program is None:
        pytest.skip("NO S3 SERVER: moto_server is not there, so files were stored in no S3 that others wrote")
    with socket.create_server(("127.0.0.1", 0)) as trying:
        port = trying.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen([program, "-H", "127.0.0.1", "-p", str(port)], stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                assert httpx.put(f"{address}/files").status_code == 200
                break
            except httpx.TransportError:
                time.sleep(0.2)
        in_bucket(monkeypatch, address)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(params=["folder", "bucket", "foreign_server"])
def store(request, tmp_path):
    if request.param == "folder":
        return BlobStore.at(tmp_path / "blobs")
    request.getfixturevalue(request.param)
    return BlobStore.at("s3://files/sanduku")


def test_what_was_stored_is_read_whole_and_in_parts(store, tmp_path):
    file = tmp_path / "file"
    file.write_bytes(CONTENT)
    for source in (CONTENT, file):
        store.put("team", SHA, source)
        assert store.size("team", SHA) == len(CONTENT)
        assert store.open("team", SHA) == CONTENT
        assert b"".join(store.read("team", SHA)) == CONTENT
        assert b"".join(store.read("team", SHA, 1000, 5_000_000)) == CONTENT[1000:5_000_000]
    store.check()


def test_what_is_not_there_is_told_and_removing_it_is_no_error(store):
    assert store.size("team", SHA) is None
    assert store.open("team", SHA) is None
    store.remove("team", SHA)
    with pytest.raises(FileNotFoundError):
        list(store.read("team", SHA))


def test_what_was_removed_is_gone(store):
    store.put("team", SHA, b"x")
    store.remove("team", SHA)
    assert store.size("team", SHA) is None


def test_a_bucket_holds_files_by_team_and_hash(bucket):
    BlobStore.at("s3://files/sanduku").put("team", SHA, b"x")
    assert list(bucket.objects) == [f"sanduku/{key_of('team', SHA)}"]


def test_a_bucket_that_is_gone_is_told(bucket, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT", "http://127.0.0.1:1")
    store = BlobStore.at("s3://files/sanduku")
    with pytest.raises(BlobStoreError):
        store.put("team", SHA, b"x")


def test_only_its_owner_reads_the_folder(tmp_path):
    BlobStore.at(tmp_path / "blobs")
    assert (tmp_path / "blobs").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["ftp://somewhere", "https://bucket.example", "gs://bucket"])
def test_other_places_are_refused(place):
    with pytest.raises(ConfigurationError):
        BlobStore.at(place)


def test_a_file_that_went_away_before_it_was_stored_is_no_fault_of_the_store(store, tmp_path):
    with pytest.raises(FileNotFoundError):
        store.put("team1", "0" * 64, tmp_path / "gone")
