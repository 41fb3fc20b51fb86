"""Page images and thumbnails: decrypted and decoded away from the window, a bounded number of them kept.

What is kept is decrypted: it lies in memory alone and is dropped when the library is locked.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from desktop.access.door import LibraryDoor
from desktop.access.library_thread import LibraryThread, Task
from desktop.access.ticket import Post, Ticket
from engine.errors import SandukuError
from engine.library import DamagedFileError, Library

CACHE_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class _Key:
    sha256: str
    side: int


class ImageStore(QObject):
    """Gives images of the library; belongs to the window's thread.

    What was asked for last is fetched first, since that is what the person looks at now.
    """

    failed = Signal(object)
    """A :class:`SandukuError`: the library could not be opened."""

    def __init__(
        self, door: LibraryDoor, parent: QObject | None = None, *, cache_bytes: int = CACHE_BYTES
    ) -> None:
        """Begin with nothing kept.

        Args:
            door: Opens the library.
            parent: Qt's owner.
            cache_bytes: Decoded images kept at most.
        """
        super().__init__(parent)
        self._limit = cache_bytes
        self._held = 0
        self._images: OrderedDict[_Key, QImage] = OrderedDict()
        self._waiting: dict[_Key, list[Ticket]] = {}
        self._post = Post(self)
        self._thread = LibraryThread("images", door, self._post, newest_first=True, failed=self.failed.emit)

    def kept(self, sha256: str, *, side: int = 0) -> QImage | None:
        """Return an image that is at hand, or None; never waits."""
        key = _Key(sha256, side)
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def fetch(
        self,
        sha256: str,
        done: Callable[[QImage], object],
        failed: Callable[[SandukuError], object] | None = None,
        *,
        side: int = 0,
        owner: QObject | None = None,
    ) -> Ticket:
        """Give an image: at once if it is at hand, else when it is decoded.

        Args:
            sha256: The image among the library's files.
            done: Called with it.
            failed: Called with DamagedFileError or MissingFileError.
            side: Longest side in pixels to which it is reduced while decoding, which is faster; 0: as it is.
            owner: Nobody is told once it is gone.

        Returns:
            To be cancelled when the image is scrolled out of sight.
        """
        ticket = Ticket(done, failed, owner)
        image = self.kept(sha256, side=side)
        if image is not None:
            done(image)
            return ticket
        key = _Key(sha256, side)
        waiting = self._waiting.get(key)
        if waiting is not None:
            waiting.append(ticket)
            return ticket
        self._waiting[key] = [ticket]
        self._order(key)
        return ticket

    def prefetch(self, sha256: str, *, side: int = 0) -> Ticket:
        """Fetch an image that will probably be asked for."""
        return self.fetch(sha256, lambda _image: None, lambda _error: None, side=side, owner=self)

    def clear(self) -> None:
        """Drop all that is kept."""
        self._images.clear()
        self._held = 0

    def close(self) -> None:
        """Drop all that is kept and asked for, and wait for the thread."""
        for tickets in self._waiting.values():
            for ticket in tickets:
                ticket.cancel()
        self._thread.close()
        self.clear()

    def _order(self, key: _Key) -> None:
        tickets = self._waiting[key]

        def work(library: Library) -> QImage | None:
            if not any(ticket.wanted for ticket in tickets):
                return None
            return decoded(library.files.read(key.sha256), side=key.side)

        def arrived(image: QImage | None) -> None:
            self._arrived(key, image)

        def refused(error: SandukuError) -> None:
            self._refused(key, error)

        self._thread.put(Task(work, Ticket(arrived, refused, self), replaces=None, must=False))

    def _arrived(self, key: _Key, image: QImage | None) -> None:
        if image is None:
            # Nobody wanted it when its turn came; somebody may by now.
            self._waiting[key] = [ticket for ticket in self._waiting[key] if ticket.wanted]
            if self._waiting[key]:
                self._order(key)
            else:
                del self._waiting[key]
            return
        tickets = self._waiting.pop(key, [])
        self._keep(key, image)
        for ticket in tickets:
            if ticket.wanted and ticket.done is not None:
                ticket.done(image)

    def _refused(self, key: _Key, error: SandukuError) -> None:
        for ticket in self._waiting.pop(key, []):
            if ticket.wanted and ticket.failed is not None:
                ticket.failed(error)

    def _keep(self, key: _Key, image: QImage) -> None:
        self._images[key] = image
        self._held += image.sizeInBytes()
        while self._held > self._limit and len(self._images) > 1:
            _, dropped = self._images.popitem(last=False)
            self._held -= dropped.sizeInBytes()


def decoded(data: bytes, *, side: int = 0) -> QImage:
    """Return the picture in a JPEG or PNG file; for any thread but the window's.

    Args:
        data: The file.
        side: Longest side in pixels to which it is reduced; 0 for none.

    Raises:
        DamagedFileError: There is no picture in it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    # Not QImage.fromData: that holds Python's lock, and with it the window, for as long as it decodes.
    reader = QImageReader(buffer)
    reader.setAllocationLimit(0)
    size = reader.size()
    if side and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise DamagedFileError(
            "The picture of this page is damaged.", remedy="Read the document again to make it anew."
        )
    return image
