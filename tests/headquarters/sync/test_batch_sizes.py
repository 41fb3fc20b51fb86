"""What a compressed batch says of its size decides for whom it waits, and is no way around the bounds."""

import struct

import zstandard

from engine.sync.wire.parsing import json_bytes
from tests.headquarters.laptops import ZSTD


def sent(laptop, body):
    return laptop.client.post("/v1/sync/changes", content=body, headers={**ZSTD, **laptop.permission})


def test_a_batch_that_does_not_say_how_large_it_is_is_taken(laptop):
    stream = laptop.hello().stream
    plain = zstandard.ZstdDecompressor().decompress(laptop.log.batch(stream, 0).encode())
    silent = zstandard.ZstdCompressor(write_content_size=False).compress(plain)
    assert zstandard.frame_content_size(silent) == -1
    assert sent(laptop, silent).status_code == 200


def test_a_batch_that_is_larger_than_it_says_is_refused(laptop):
    laptop.hello()
    plain = json_bytes({"v": 1, "filled": "x" * 5000})
    body = bytearray(zstandard.ZstdCompressor(write_content_size=True).compress(plain))
    assert zstandard.frame_content_size(bytes(body)) == len(plain)
    struct.pack_into("<H", body, 5, 300 - 256)
    assert zstandard.frame_content_size(bytes(body)) == 300
    answer = sent(laptop, bytes(body))
    assert answer.status_code in (413, 422)
    assert answer.json()["code"] in ("sync.malformed", "sync.too-large")


def test_what_is_no_frame_at_all_is_refused(laptop):
    assert sent(laptop, b"no frame").json()["code"] == "sync.malformed"
