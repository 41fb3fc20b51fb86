"""Addresses at which files come and go: in packs, in pieces that continue after a cut, and back in ranges."""

import logging
import re
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Header, Path, Request, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from engine.sync.wire.blobs import (
    PLAIN_PACK,
    ZSTD_PACK,
    FrameReader,
    HaveRequest,
    PackReply,
)
from engine.sync.wire.errors import WireError
from headquarters.blobs.naming import Expected, may_fetch
from headquarters.blobs.spool import PartialFile, PartialWriter
from headquarters.blobs.tables import StoredBlob
from headquarters.blobs.taking import awaited, needed, take_part, take_whole
from headquarters.devices.access import Laptop, ThisLaptop, rates_of, refuse_if_shut_out, shown_claims
from headquarters.parts import Headquarters, Parts
from headquarters.wire import (
    HASH,
    ID,
    WHOLE,
    JsonBody,
    an_object,
    described,
    refuse_other_types,
    reply,
    reply_to,
)

router = APIRouter(prefix="/v1/blobs", tags=["files"])

Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]
RAW = "application/octet-stream"
_LOG = logging.getLogger(__name__)
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_SENT_AT_ONCE = 64 << 10
_BYTES = {"type": "string", "format": "binary"}
_OFFER = {"type": "array", "prefixItems": [HASH, WHOLE, WHOLE], "minItems": 3, "maxItems": 3}


@router.post(
    "/have", **described(an_object(stream=ID, blobs={"type": "array", "items": _OFFER, "maxItems": 5000}))
)
def have(parts: Parts, laptop: ThisLaptop, request: Request, body: JsonBody) -> Response:
    """Tell which of some files are still needed, and how much of each is here."""
    return reply_to(request, needed(parts, laptop, HaveRequest.decode(body).blobs).encode())


@router.post(
    "/pack",
    **described(
        _BYTES,
        kind=ZSTD_PACK,
        told={415: "Neither a pack of JSON nor one of images.", 507: "The disk is full."},
    ),
)
async def pack(parts: Parts, laptop: ThisLaptop, request: Request) -> Response:
    """Take small files in one stream; each is kept as soon as it is whole, also if the stream is cut then."""
    kind = refuse_other_types(request, PLAIN_PACK, ZSTD_PACK)
    reader, claims = FrameReader(compressed=kind == ZSTD_PACK), shown_claims(request)
    stored: list[str] = []
    refused: list[tuple[str, str]] = []

    def keep(piece: bytes) -> None:
        files: dict[str, bytes] = {}
        try:
            for frame in reader.feed(piece):
                files[frame.sha256] = frame.content
        finally:  # those that came whole before something that is none are kept
            if files:
                refuse_if_shut_out(parts, claims)  # since it began to send, which may be hours ago
                codes = take_whole(parts, laptop, files)
                refused.extend(codes.items())
                stored.extend(sha256 for sha256 in files if sha256 not in codes)

    with rates_of(request).few_at_once(laptop.device_id):
        try:
            async for piece in request.stream():
                await run_in_threadpool(keep, piece)
        except ClientDisconnect:
            _LOG.info("a pack was cut off", extra={"count": len(stored)})
    reader.end()
    return reply(PackReply(tuple(stored), tuple(refused)).encode())


@router.head("/{sha256}", **described(told={403: "No change speaks of it."}))
def offset(parts: Parts, laptop: ThisLaptop, sha256: Sha256) -> Response:
    """Tell how many bytes of a file are here, in ``Upload-Offset``; ``Upload-Complete`` tells whether all."""
    known = awaited(parts, laptop, sha256)
    part = parts.spool.part(laptop.team_id, sha256)
    here = _stored_size(parts, laptop, sha256) if known.stored else None
    return Response(
        status_code=200,
        headers={
            "Upload-Offset": str(part.offset if here is None else here),
            "Upload-Complete": "?0" if here is None else "?1",
        },
    )


@router.patch(
    "/{sha256}",
    status_code=204,
    **described(
        _BYTES,
        kind=RAW,
        told={
            409: "Another part is here; `offset` tells how much.",
            415: "Not raw bytes.",
            507: "The disk is full.",
        },
    ),
)
async def patch(
    parts: Parts,
    laptop: ThisLaptop,
    request: Request,
    sha256: Sha256,
    upload_offset: Annotated[int, Header(ge=0, lt=1 << 62)],
    upload_length: Annotated[int | None, Header(ge=0, lt=1 << 62)] = None,
) -> Response:
    """Take a piece of a file at an offset; whatever arrives is kept, also if the connection is cut."""
    claims = shown_claims(request)
    refuse_other_types(request, RAW)
    known = await run_in_threadpool(awaited, parts, laptop, sha256)
    size = upload_length if known.size is None else known.size
    if known.stored:
        whole = await run_in_threadpool(_stored_size, parts, laptop, sha256)
        return _at(whole or 0, whole=True)
    if size is None:
        raise WireError("blob.unwanted", "nobody said how large it is")
    if size > parts.settings.blob_bytes:
        raise WireError("blob.too-large")
    part = parts.spool.part(laptop.team_id, sha256)
    if upload_offset != part.offset:
        raise WireError("blob.offset", details={"offset": part.offset})
    try:
        writer = await run_in_threadpool(part.open, upload_offset)
    except FileNotFoundError:  # Another process took it, or threw it away, since it was looked at.
        raise WireError("blob.offset", details={"offset": part.offset}) from None
    try:
        await _receive(request, writer, size)
    finally:
        await run_in_threadpool(writer.close)
    if writer.offset < size:
        return _at(writer.offset)
    await run_in_threadpool(refuse_if_shut_out, parts, claims)
    await run_in_threadpool(_finish, parts, laptop, known, part)
    return _at(size, whole=True)


@router.get(
    "/{sha256}", **described(told={206: "The part that was asked for.", 404: "There is no such file."})
)
def fetch(
    parts: Parts,
    laptop: ThisLaptop,
    sha256: Sha256,
    wanted: Annotated[str | None, Header(alias="Range", max_length=60)] = None,
) -> Response:
    """Send a file of the laptop's own library, or one that headquarters offers; ``Range`` asks for a part."""
    with parts.database.transaction() as session:
        allowed = may_fetch(session, laptop, sha256)
    size = parts.blobs.size(laptop.team_id, sha256) if allowed else None
    if size is None:
        raise WireError("blob.unknown")
    start, end = _range(wanted, size)
    headers = {
        "Content-Length": str(end - start),
        "Accept-Ranges": "bytes",
        "ETag": f'"{sha256}"',
        "Content-Disposition": "attachment",
    }
    if (start, end) != (0, size):
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return StreamingResponse(
        _bytes(parts, laptop.team_id, sha256, start, end),
        206 if "Content-Range" in headers else 200,
        headers,
        RAW,
    )


async def _receive(request: Request, writer: PartialWriter, size: int) -> None:
    """Write what comes, up to the end of the file; a cut is no error here, but the end of what came."""
    try:
        async for piece in request.stream():
            if writer.offset + len(piece) > size:
                raise WireError("blob.too-large", "more than the file has")
            if piece:
                await run_in_threadpool(writer.write, piece)
    except ClientDisconnect:
        return


def _finish(parts: Headquarters, laptop: Laptop, known: Expected, part: PartialFile) -> None:
    take_part(parts, laptop, known, part)


def _stored_size(parts: Headquarters, laptop: Laptop, sha256: str) -> int | None:
    with parts.database.transaction() as session:
        row = session.get(StoredBlob, (laptop.team_id, sha256))
        return None if row is None else row.size


def _at(place: int, *, whole: bool = False) -> Response:
    return Response(
        status_code=204, headers={"Upload-Offset": str(place), "Upload-Complete": "?1" if whole else "?0"}
    )


def _range(wanted: str | None, size: int) -> tuple[int, int]:
    """Return first byte and the one after the last; raises WireError for what lies outside.

    What is not understood is taken as if nothing had been asked, as HTTP has it.
    """
    found = _RANGE.fullmatch(wanted or "")
    if found is None or found.groups() == ("", ""):
        return 0, size
    first, last = found.groups()
    if not first:
        return max(0, size - int(last)), size
    if int(first) >= size:
        raise WireError("blob.offset", details={"offset": size})
    end = min(int(last) + 1, size) if last else size
    return (int(first), end) if end > int(first) else (0, size)


def _bytes(parts: Headquarters, team_id: str, sha256: str, start: int, end: int) -> Iterator[bytes]:
    for piece in parts.blobs.read(team_id, sha256, start, end):
        for place in range(0, len(piece), _SENT_AT_ONCE):
            yield piece[place : place + _SENT_AT_ONCE]
