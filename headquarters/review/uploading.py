"""Takes the files of a pack that somebody uploads: who it is is known before, and no transaction is open.

Otherwise whoever is not signed in could fill the disk, and a slow upload would hold a connection to the
database.
"""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from fastapi import Request
from starlette.datastructures import FormData, UploadFile

from headquarters.errors import MalformedRequestError
from headquarters.review.errors import ReviewError
from headquarters.review.offering import MOST_FILES

_PIECE = 1 << 20


@asynccontextmanager
async def received(request: Request) -> AsyncIterator[FormData]:
    """Read a form with files, which lie in temporary ones until the end.

    Raises:
        MalformedRequestError: It cannot be read as a form.
    """
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=10)
    except (ValueError, LookupError, AssertionError) as error:  # What the parser says of odd names and bytes.
        raise MalformedRequestError(
            "The files that were sent cannot be understood.", remedy="Choose the folder of a pack."
        ) from error
    try:
        yield form
    finally:
        await form.close()


@contextmanager
def files_of_pack(form: FormData) -> Iterator[dict[str, Path]]:
    """Put the uploaded files into a folder for a while; their names lose the folder that they were chosen in.

    Raises:
        ReviewError: There are none, or two of them have the same name.
    """
    uploads = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
    if not uploads:
        raise ReviewError("No file was sent.", remedy="Choose the folder of a pack.")
    with tempfile.TemporaryDirectory() as folder:
        found: dict[str, Path] = {}
        for number, upload in enumerate(uploads):
            parts = (upload.filename or "").replace("\\", "/").split("/")
            name = "/".join(parts[-2:]) if parts[-2:-1] == ["metadata"] else parts[-1]
            if name in found:
                raise ReviewError("Two files of the pack have the same name.", remedy="Choose one folder.")
            found[name] = Path(folder, str(number))
            with found[name].open("wb") as target:
                while piece := upload.file.read(_PIECE):
                    target.write(piece)
        yield found


def text_of_field(form: FormData, name: str) -> str:
    """Return a field that is no file; empty if there is none."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
