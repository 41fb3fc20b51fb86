"""Writes the objects of a PDF one after the other, so that a file never has to fit in memory."""

import hashlib
import zlib
from typing import BinaryIO

from engine.version import VERSION


class PdfWriter:
    """A PDF 1.7 file in the making.

    Objects are numbered when they are reserved and may be written in any order. The same calls give the same
    bytes: there is no clock here, and the file's identity is the hash of what was written.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Begin a file on a stream, which need not be seekable."""
        self._stream = stream
        self._position = 0
        self._offsets: list[int] = []
        self._hash = hashlib.sha256()
        self._put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """Return the number of an object that will be written later."""
        self._offsets.append(0)
        return len(self._offsets)

    def write(self, number: int, value: str) -> None:
        """Write a reserved object."""
        self._begin(number)
        self._put(value.encode("ascii") + b"\nendobj\n")

    def add(self, value: str) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.write(number, value)
        return number

    def add_stream(self, data: bytes, entries: str = "", *, compress: bool = True) -> int:
        """Write a stream with the given dictionary entries, compressed unless it already is."""
        number = self.reserve()
        if compress:
            data = zlib.compress(data, 6)
            entries += " /Filter /FlateDecode"
        self._begin(number)
        self._put(f"<< {entries.strip()} /Length {len(data)} >>\nstream\n".encode("ascii"))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")
        return number

    def finish(self, *, root: int, info: int) -> None:
        """Write the table of contents; all reserved objects must have been written."""
        start = self._position
        rows = "".join(f"{offset:010d} 00000 n \n" for offset in self._offsets)
        size = len(self._offsets) + 1
        identity = self._hash.hexdigest()[:32]
        self._put(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode("ascii"))
        self._put(
            f"trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R /ID [<{identity}> <{identity}>] >>\n"
            f"startxref\n{start}\n%%EOF\n".encode("ascii")
        )

    def _begin(self, number: int) -> None:
        self._offsets[number - 1] = self._position
        self._put(f"{number} 0 obj\n".encode("ascii"))

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self._position += len(data)


def text_string(text: str) -> str:
    """A PDF text string (UTF-16 with byte order mark, in hexadecimal)."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def producer() -> str:
    """What stands as the file's producer."""
    return f"Sanduku {VERSION}"
