"""What of the offered packs goes onto a stick: files that a laptop does not have yet, and who signs them."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from engine.sync.bundles.contents import OutgoingBlob
from engine.sync.wire.blobs import IMAGES
from engine.sync.wire.packs import PackRoots
from headquarters.devices.access import Laptop
from headquarters.parts import Headquarters
from headquarters.review.offering import left_for
from headquarters.review.pack_roots import roots_of


def carried_packs(headquarters: Headquarters, laptop: Laptop) -> tuple[list[OutgoingBlob], PackRoots]:
    """Return the files of offered packs that a laptop has not told to have, and the roots that sign them."""
    with headquarters.database.transaction() as session:
        sizes = {
            str(each["sha256"]): int(each["size"])
            for offer in left_for(session, laptop.team_id, laptop.library_id)
            for each in offer.files["files"]
        }
        roots = PackRoots(tuple(row.content for row in roots_of(session, laptop.team_id)))
    here = {
        sha256: size
        for sha256, size in sizes.items()
        if headquarters.blobs.size(laptop.team_id, sha256) == size  # else the check of headquarters tells it
    }
    return [_blob(headquarters, laptop.team_id, sha256, size) for sha256, size in here.items()], roots


def _blob(headquarters: Headquarters, team_id: str, sha256: str, size: int) -> OutgoingBlob:
    def opened() -> BinaryIO:
        return cast("BinaryIO", io.BufferedReader(_Stream(headquarters.blobs.read(team_id, sha256))))

    return OutgoingBlob(sha256, IMAGES, size, opened)


class _Stream(io.RawIOBase):
    """Reads pieces that come one by one as a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        """Fill as much of ``target`` as the present piece has; 0 at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count
