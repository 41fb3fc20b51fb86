"""Brings files back from headquarters: page images that left the library, and model packs that it offers."""

import hashlib
from pathlib import Path

from engine.library import Library
from engine.library.hq_words import PackOffer
from engine.settings import Settings
from engine.sync.errors import RefusedError
from engine.sync.postman import Postman
from engine.sync.running import connected
from engine.sync.transport import LinkError

_PIECE = 256 << 10
_TRIES = 8


def fetch_documents(library: Library, settings: Settings, documents: list[str]) -> int:
    """Bring the files of documents back that are neither here nor in the quarantine; return how many.

    Raises:
        SyncError: They could not be brought; what came whole stays.
    """
    count = 0
    with connected(library, settings, purpose="fetch") as postman:
        for document_id in documents:
            for sha256, size in library.exchange.receipts.absent(document_id):
                library.files.put(_content(postman, sha256, size))
                library.exchange.receipts.fetched(sha256)
                count += 1
    return count


def fetch_packs(library: Library, settings: Settings, folder: Path) -> list[Path]:
    """Bring the packs that headquarters offers into a folder; raises SyncError.

    Returns:
        The folders with those that were not there yet.
    """
    offers = [offer for offer in library.exchange.words.offers() if offer.state == "offered"]
    if not offers:
        return []
    with connected(library, settings, purpose="fetch") as postman:
        return [fetch_pack(library, postman, offer, folder) for offer in offers]


def fetch_pack(library: Library, postman: Postman, offer: PackOffer, folder: Path) -> Path:
    """Bring an offered pack into a folder of its own, going on where an earlier try ended.

    Nothing of it is used before ``sanduku packs install`` has looked at its signature and hashes.

    Returns:
        The folder with the pack.

    Raises:
        RefusedError: Headquarters does not give a file, or gives another one.
        LinkError: The link broke again and again; what came stays.
    """
    target = folder / offer.id
    for file in offer.files:
        path = _within(target, str(file["name"]))
        path.parent.mkdir(parents=True, exist_ok=True)
        _fetch_into(path, postman, str(file["sha256"]), int(file["size"]))
    library.exchange.words.pack_fetched(offer)
    return target


def _fetch_into(path: Path, postman: Postman, sha256: str, size: int) -> None:
    if path.exists():
        return
    part = path.with_name(f"{path.name}.part")
    with part.open("ab") as stream:
        while stream.tell() < size:
            piece = _piece(postman, sha256, stream.tell(), size)
            stream.write(piece)
    with part.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != sha256:
        part.unlink()
        raise _damaged(postman, sha256)
    part.replace(path)


def _content(postman: Postman, sha256: str, size: int) -> bytes:
    content = bytearray()
    while len(content) < size:
        content += _piece(postman, sha256, len(content), size)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise _damaged(postman, sha256)
    return bytes(content)


def _piece(postman: Postman, sha256: str, start: int, size: int) -> bytes:
    """Return a piece of a file; one that does not come is asked for again some times."""
    last = min(size, start + postman.room(_PIECE)) - 1
    for turn in range(_TRIES):
        try:
            reply = postman.get(
                f"/v1/blobs/{sha256}", headers={"range": f"bytes={start}-{last}"}, most=_PIECE + 1024
            )
        except LinkError as error:
            postman.failed(error)
            if turn == _TRIES - 1:
                raise
            continue
        if not reply.body or len(reply.body) > last - start + 1:
            raise _damaged(postman, sha256)
        return reply.body
    raise AssertionError("the last try ends in an answer or an error")


def _within(folder: Path, name: str) -> Path:
    """Return the place of a file of a pack, which must lie in its folder."""
    path = folder / name
    if ".." in Path(name).parts or Path(name).is_absolute() or "\\" in name or not name:
        raise RefusedError("The name of a file of the pack leads out of its folder.", which=name)
    return path


def _damaged(postman: Postman, sha256: str) -> RefusedError:
    return RefusedError(
        "Headquarters gave another file than the one that was asked for.",
        which=f"{postman.host}, {sha256[:12]}",
        remedy="Try again; if it happens again, tell headquarters.",
    )
