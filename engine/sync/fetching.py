"""Brings files back from headquarters: page images and originals that left the library."""

import hashlib

from engine.library import Library
from engine.settings import Settings
from engine.sync.pieces import damaged, pieces
from engine.sync.postman import Postman
from engine.sync.running import connected


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


def _content(postman: Postman, sha256: str, size: int) -> bytes:
    content = b"".join(pieces(postman, sha256, 0, size))
    if hashlib.sha256(content).hexdigest() != sha256:
        raise damaged(postman.host, sha256)
    return content
