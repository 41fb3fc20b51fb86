"""How large a body each address takes."""

import re

from engine.sync.wire.blobs import MOST_PACK_BYTES
from engine.sync.wire.entries import MOST_BATCH_BYTES
from engine.sync.wire.streams import MOST_STREAM_BYTES
from headquarters.protection.bodies import BodyLimit
from headquarters.settings import MEGABYTE, HeadquartersSettings


def body_limits(settings: HeadquartersSettings) -> tuple[BodyLimit, ...]:
    """Return the bounds; what is not named here takes a megabyte."""
    return (
        BodyLimit(re.compile(r"/v1/sync/changes"), MOST_BATCH_BYTES, "sync.too-large"),
        BodyLimit(re.compile(r"/v1/sync/stream"), MOST_STREAM_BYTES, "sync.too-large"),
        BodyLimit(re.compile(r"/v1/sync/receipt"), 4 * MEGABYTE),
        BodyLimit(re.compile(r"/v1/blobs/pack"), MOST_PACK_BYTES),
        BodyLimit(re.compile(r"/v1/blobs/have"), 2 * MEGABYTE),
        # A piece may be as large as what is left of the file: a laptop on a good link sends it in one go.
        BodyLimit(re.compile(r"/v1/blobs/[^/]+"), settings.blob_bytes, "blob.too-large"),
        # A pack of models, from an admin: who asks is known before any of it is read.
        BodyLimit(re.compile(r"(/v1)?/packs"), settings.blob_bytes),
        BodyLimit(re.compile(r"/v1/.*"), 64 << 10),
    )
