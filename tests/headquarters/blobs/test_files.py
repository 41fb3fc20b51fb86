"""Files arrive whole, whatever is cut; only those that a change speaks of are taken; a hash never lies."""

import hashlib
import socket
import struct
import time
from dataclasses import replace

import pytest
from sqlalchemy import select

from engine.sync.wire.blobs import PLAIN_PACK, ZSTD_PACK, FrameWriter, PackReply, packed
from headquarters.blobs.erasing import erase, sweep
from headquarters.blobs.spool import Spool
from headquarters.blobs.store import key_of
from headquarters.blobs.tables import StoredBlob
from headquarters.blobs.taking import offer
from headquarters.devices.registry import revoke
from headquarters.devices.tables import Device
from headquarters.wire import refuse_other_types
from tests.headquarters.laptops import Laptop

JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 40
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
RAW = {"Content-Type": "application/octet-stream"}


def sha(content):
    return hashlib.sha256(content).hexdigest()


def with_reading(laptop, body=b'{"lines": []}', image=b"", thumbnail=b""):
    """Have the laptop's log speak of the files of a reading, and send it; return the stream."""
    document = laptop.log.document(PDF)
    laptop.log.add(
        "reading",
        "reading-1",
        "added",
        {
            "page": "page-1",
            "pipeline": "test",
            "lines": 0,
            "body_sha256": sha(body),
            "image_sha256": sha(image) if image else None,
            "thumbnail_sha256": sha(thumbnail) if thumbnail else None,
        },
        document=document,
    )
    return laptop.send_all().stream, document


def patch(laptop, content, offset=0, *, of=None, headers=None):
    return laptop.client.patch(
        f"/v1/blobs/{of or sha(content)}",
        content=content[offset:] if of is None else content,
        headers={"Upload-Offset": str(offset), **RAW, **laptop.permission, **(headers or {})},
    )


def head(laptop, content):
    return laptop.client.head(f"/v1/blobs/{sha(content)}", headers=laptop.permission)


def fetch(laptop, content, asked=None):
    headers = {"Range": asked} if asked else {}
    return laptop.client.get(f"/v1/blobs/{sha(content)}", headers={**headers, **laptop.permission})


def send_pack(laptop, body, kind=ZSTD_PACK):
    return laptop.post("/v1/blobs/pack", body, {"Content-Type": kind})


def test_a_file_in_one_piece_is_checked_and_kept(laptop):
    stream, _document = with_reading(laptop)
    assert laptop.need(stream, (PDF, 5)) == {sha(PDF): 0}
    answer = patch(laptop, PDF)
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(len(PDF)))
    assert laptop.need(stream, (PDF, 5)) == {}
    assert fetch(laptop, PDF).content == PDF


def test_a_file_comes_in_pieces_each_from_where_the_last_ended(laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    for start in range(0, len(PDF), 3000):
        assert head(laptop, PDF).headers["upload-offset"] == str(start)
        piece = PDF[start : start + 3000]
        answer = patch(laptop, piece, start, of=sha(PDF))
        assert answer.status_code == 204
    assert head(laptop, PDF).headers["upload-complete"] == "?1"
    assert fetch(laptop, PDF).content == PDF


def test_a_piece_at_another_place_is_refused_with_the_right_one(laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF[:100], 0, of=sha(PDF))
    answer = patch(laptop, PDF[500:], 500, of=sha(PDF))
    assert (answer.status_code, answer.json()["code"], answer.json()["offset"]) == (409, "blob.offset", 100)


def test_a_file_that_is_not_what_its_hash_says_is_sent_anew(laptop, headquarters):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    damaged = PDF[:50] + b"X" + PDF[51:]
    answer = patch(laptop, damaged, 0, of=sha(PDF))
    assert (answer.status_code, answer.json()["code"], answer.json()["offset"]) == (422, "blob.damaged", 0)
    assert head(laptop, PDF).headers["upload-offset"] == "0"
    assert patch(laptop, PDF).status_code == 204


def test_more_than_a_file_has_is_not_taken(laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    assert patch(laptop, PDF + b"more", 0, of=sha(PDF)).json()["code"] == "blob.too-large"
    assert patch(laptop, PDF).status_code == 204


def test_the_size_can_come_with_the_piece(laptop):
    with_reading(laptop)
    assert patch(laptop, PDF).json()["code"] == "blob.unwanted"
    assert patch(laptop, PDF, headers={"Upload-Length": str(len(PDF))}).status_code == 204


def test_an_empty_file_is_a_file(laptop):
    laptop.log.document(b"")
    stream = laptop.send_all().stream
    laptop.need(stream, (b"", 5))
    assert patch(laptop, b"").status_code == 204
    assert fetch(laptop, b"").content == b""


def test_a_server_killed_between_the_last_byte_and_the_check_makes_up_for_it(laptop, headquarters):
    stream, _document = with_reading(laptop)
    part = headquarters.spool.part(laptop.team, sha(PDF))
    writer = part.open(0)
    writer.write(PDF)
    writer.close()
    assert laptop.need(stream, (PDF, 5)) == {}
    assert fetch(laptop, PDF).content == PDF


def test_a_damaged_rest_of_a_killed_server_is_sent_anew(laptop, headquarters):
    stream, _document = with_reading(laptop)
    writer = headquarters.spool.part(laptop.team, sha(PDF)).open(0)
    writer.write(b"?" * len(PDF))
    writer.close()
    assert laptop.need(stream, (PDF, 5)) == {sha(PDF): 0}


def test_small_files_come_in_one_pack(laptop):
    body = b'{"lines": [1]}'
    with_reading(laptop, body, JPEG, JPEG + b"small")
    answer = send_pack(laptop, packed([body], compressed=True))
    assert PackReply.decode(answer.content).stored == (sha(body),)
    answer = send_pack(laptop, packed([JPEG, JPEG + b"small"], compressed=False), PLAIN_PACK)
    assert PackReply.decode(answer.content).stored == (sha(JPEG), sha(JPEG + b"small"))
    assert fetch(laptop, JPEG).content == JPEG


def test_a_file_that_nothing_speaks_of_is_refused_and_the_others_are_kept(laptop):
    body = b'{"lines": [1]}'
    with_reading(laptop, body)
    reply = PackReply.decode(send_pack(laptop, packed([b'{"spam": 1}', body], compressed=True)).content)
    assert reply.stored == (sha(body),)
    assert reply.refused == ((sha(b'{"spam": 1}'), "blob.unwanted"),)


@pytest.mark.parametrize(("body", "thumbnail"), [(b"<html>", JPEG), (b'{"ok": 1}', b"<svg onload=alert(1)>")])
def test_a_file_of_another_kind_than_it_should_be_is_refused(laptop, body, thumbnail):
    with_reading(laptop, body, thumbnail=thumbnail)
    reply = PackReply.decode(send_pack(laptop, packed([body, thumbnail], compressed=True)).content)
    assert [code for _sha, code in reply.refused] == ["blob.type"]


def test_what_is_no_pack_is_refused(laptop):
    for body, kind, code in (
        (b"nothing", ZSTD_PACK, "request.malformed"),
        (b"\0" * 40, PLAIN_PACK, "blob.damaged"),
        (b"\0" * 32 + struct.pack(">I", 2**31), PLAIN_PACK, "blob.too-large"),
        (packed([b"x"], compressed=False)[:-1], PLAIN_PACK, "request.malformed"),
        (b"", "text/plain", "request.type"),
    ):
        assert send_pack(laptop, body, kind).json()["code"] == code


def test_a_zip_bomb_is_refused_before_it_has_grown(laptop):
    import zstandard

    frame = zstandard.ZstdCompressor(level=3).compress(bytes(400 << 20))
    assert len(frame) < 100_000
    assert send_pack(laptop, frame).json()["code"] in ("blob.too-large", "blob.damaged", "request.too-large")
    answer = laptop.post("/v1/sync/changes", frame, {"Content-Type": "application/zstd"})
    assert (answer.status_code, answer.json()["code"]) == (413, "sync.too-large")


def test_a_part_of_a_file_can_be_asked_for(laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF)
    for asked, expected in (
        ("bytes=0-99", PDF[:100]),
        ("bytes=5000-", PDF[5000:]),
        ("bytes=-10", PDF[-10:]),
        ("bytes=10-999999", PDF[10:]),
    ):
        answer = fetch(laptop, PDF, asked)
        assert (answer.status_code, answer.content) == (206, expected)
    assert fetch(laptop, PDF, "lines=1-2").status_code == 200
    assert fetch(laptop, PDF, f"bytes={len(PDF)}-").status_code == 409


def test_a_team_has_nothing_of_anothers_files(laptop, foreign_laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF)
    assert fetch(foreign_laptop, PDF).json()["code"] == "blob.unknown"
    assert head(foreign_laptop, PDF).status_code == 403
    assert patch(foreign_laptop, PDF).json()["code"] == "blob.unwanted"
    assert foreign_laptop.need(foreign_laptop.send_all().stream, (PDF, 5)) == {}


def test_a_laptop_has_nothing_of_anothers_files_in_its_team(client, headquarters, team, laptop):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF)
    colleague = Laptop.enrolled(client, headquarters, team)
    assert fetch(colleague, PDF).status_code == 404


def test_what_headquarters_offers_every_laptop_of_the_team_can_fetch(
    laptop, foreign_laptop, headquarters, tmp_path
):
    file = tmp_path / "model.onnx"
    file.write_bytes(b"weights" * 1000)
    sha256, size = offer(headquarters, laptop.team, file)
    assert (sha256, size) == (sha(file.read_bytes()), 7000)
    assert fetch(laptop, file.read_bytes()).content == file.read_bytes()
    assert fetch(foreign_laptop, file.read_bytes()).status_code == 404


@pytest.mark.parametrize(
    "name", ["../../identity.json", "..%2f..%2fidentity.json", "a" * 63, "A" * 64, "0" * 64 + "/.."]
)
def test_no_name_leads_out_of_the_store(laptop, name):
    for method in ("GET", "PATCH", "HEAD"):
        answer = laptop.client.request(
            method, f"/v1/blobs/{name}", headers={"Upload-Offset": "0", **RAW, **laptop.permission}
        )
        assert answer.status_code in (404, 405, 422)
    with pytest.raises(ValueError, match="not a SHA-256"):
        key_of(laptop.team, name)


def test_a_file_larger_than_is_taken_is_not_asked_for(laptop, headquarters, app):
    stream, _document = with_reading(laptop)
    app.state.headquarters = replace(headquarters, settings=replace(headquarters.settings, blob_bytes=1000))
    assert laptop.need(stream, (PDF, 5)) == {}
    assert patch(laptop, PDF, headers={"Upload-Length": str(len(PDF))}).json()["code"] == "blob.too-large"


def test_the_files_of_an_erased_document_go_but_those_that_another_speaks_of_stay(laptop, headquarters):
    shared = PDF
    first, second = laptop.log.document(shared), laptop.log.document(shared)
    only = laptop.log.document(b"%PDF-1.7 only here")
    stream = laptop.send_all().stream
    for content in (shared, b"%PDF-1.7 only here"):
        laptop.need(stream, (content, 5))
        patch(laptop, content)
    for document in (first, only):
        with headquarters.database.transaction() as session:
            erase(session, laptop.team, document)
    assert fetch(laptop, b"%PDF-1.7 only here").status_code == 404, "at once"
    assert sweep(headquarters) == 1
    assert headquarters.blobs.size(laptop.team, sha(b"%PDF-1.7 only here")) is None
    assert fetch(laptop, shared).content == shared
    with headquarters.database.transaction() as session:
        assert erase(session, laptop.team, second) == 1
    assert sweep(headquarters) == 1
    assert sweep(headquarters) == 0


def test_a_file_whose_document_is_erased_while_it_comes_is_not_kept(laptop, headquarters):
    stream, document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF[:100], 0, of=sha(PDF))
    with headquarters.database.transaction() as session:
        erase(session, laptop.team, document)
    assert patch(laptop, PDF[100:], 100, of=sha(PDF)).json()["code"] == "blob.unwanted"
    sweep(headquarters)
    assert headquarters.spool.part(laptop.team, sha(PDF)).offset == 0


def test_half_sent_files_that_nobody_goes_on_with_are_removed_in_time(laptop, headquarters, clock):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    patch(laptop, PDF[:100], 0, of=sha(PDF))
    clock.moment = clock.moment.fromtimestamp(time.time(), clock.moment.tzinfo)
    assert sweep(headquarters) == 0
    clock.forward(days=31)
    assert sweep(headquarters) == 1


def test_what_was_sent_before_a_cut_is_kept(laptop, server):
    stream, _document = with_reading(laptop)
    laptop.need(stream, (PDF, 5))
    with socket.create_connection(server) as connection:
        lines = [
            f"PATCH /v1/blobs/{sha(PDF)} HTTP/1.1",
            "Host: hq",
            f"Authorization: {laptop.permission['Authorization']}",
            "Content-Type: application/octet-stream",
            "Upload-Offset: 0",
            f"Content-Length: {len(PDF)}",
        ]
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + PDF[:4000])
        wait_until(lambda: head(laptop, PDF).headers["upload-offset"] == "4000")
    offset = int(head(laptop, PDF).headers["upload-offset"])
    assert patch(laptop, PDF, offset).status_code == 204
    assert fetch(laptop, PDF).content == PDF


def test_files_of_a_pack_that_was_cut_off_are_kept(laptop, server, headquarters):
    bodies = [b'{"lines": [%d]}' % number for number in range(3)]
    for body in bodies:
        with_reading(laptop, body)
    writer = FrameWriter(compressed=True)
    data = b"".join(writer.add(body) for body in bodies[:2])
    with socket.create_connection(server) as connection:
        lines = [
            "POST /v1/blobs/pack HTTP/1.1",
            "Host: hq",
            f"Authorization: {laptop.permission['Authorization']}",
            f"Content-Type: {ZSTD_PACK}",
            "Transfer-Encoding: chunked",
        ]
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        connection.sendall(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        wait_until(lambda: stored(headquarters, laptop) == {sha(body) for body in bodies[:2]})


def stored(headquarters, laptop):
    with headquarters.database.transaction() as session:
        return set(session.scalars(select(StoredBlob.sha256).where(StoredBlob.team_id == laptop.team)))


def wait_until(true):
    until = time.monotonic() + 20
    while not true():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.02)


def test_many_files_are_asked_about_and_packed_at_once(laptop, headquarters):
    bodies = [b'{"lines": [%d]}' % number for number in range(60)]
    document = laptop.log.document(PDF)
    for number, body in enumerate(bodies):
        laptop.log.add(
            "reading",
            f"reading-{number}",
            "added",
            {"page": "page-1", "pipeline": "test", "lines": 1, "body_sha256": sha(body)},
            document=document,
        )
    stream = laptop.send_all().stream
    assert laptop.need(stream, *((body, 2) for body in bodies)) == {sha(body): 0 for body in bodies}
    reply = PackReply.decode(send_pack(laptop, packed([*bodies, b'{"spam": 1}'], compressed=True)).content)
    assert set(reply.stored) == {sha(body) for body in bodies}
    assert reply.refused == ((sha(b'{"spam": 1}'), "blob.unwanted"),)
    assert laptop.need(stream, *((body, 2) for body in bodies)) == {}
    assert stored(headquarters, laptop) == {sha(body) for body in bodies}
    again = PackReply.decode(send_pack(laptop, packed(bodies, compressed=True)).content)
    assert set(again.stored) == {sha(body) for body in bodies}


def test_what_came_whole_before_a_damaged_file_of_a_pack_is_kept(laptop, headquarters):
    body = b'{"lines": [1]}'
    with_reading(laptop, body)
    damaged = packed([body], compressed=False) + b"\0" * 32 + struct.pack(">I", 3) + b"abc"
    assert send_pack(laptop, damaged, PLAIN_PACK).json()["code"] == "blob.damaged"
    assert stored(headquarters, laptop) == {sha(body)}


def test_a_piece_is_never_written_behind_a_hole(tmp_path):
    """Another process may have taken or thrown away what was here a moment before."""
    part = Spool(tmp_path).part("team", sha(PDF))
    with pytest.raises(FileNotFoundError):
        part.open(10)
    writer = part.open(0)
    writer.write(PDF[:4])
    writer.close()
    with pytest.raises(FileNotFoundError):
        part.open(10)
    assert part.offset == 4


def test_no_file_is_taken_of_whoever_was_shut_out_while_it_came(laptop, headquarters, clock, monkeypatch):
    body = b'{"lines": [1]}'
    with_reading(laptop, body)

    def and_shut_out(*types, **more):
        with headquarters.database.transaction() as session:
            revoke(session, laptop.team, laptop.device, reason="stolen", actor="hq:test", clock=clock)
        return refuse_other_types(*types, **more)

    def come_back():
        with headquarters.database.transaction() as session:
            session.get_one(Device, laptop.device).revoked_at = None
        laptop.sign_in()

    monkeypatch.setattr("headquarters.blobs.routes.refuse_other_types", and_shut_out)
    assert send_pack(laptop, packed([body], compressed=True)).json()["code"] == "device.revoked"
    come_back()
    headers = {"Upload-Offset": "0", "Upload-Length": str(len(PDF)), **RAW, **laptop.permission}
    answer = laptop.client.patch(f"/v1/blobs/{sha(PDF)}", content=PDF, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "device.revoked")
    assert stored(headquarters, laptop) == set()
