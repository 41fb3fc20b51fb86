"""A library in the midst of its work, for pictures of the drawer: made with the queue's own verbs."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from desktop.access import BatchReport, LibraryDoor
from engine.errors import BadInputError

WAITING = (
    "Registration Kakuma block 4.jpg", "Registration Kakuma block 5.jpg", "بطاقة تسجيل ٣.jpg",
    "Liste de distribution Goma.jpg", "Vaccination card Amina.jpg", "Recibo transporte 118.jpg",
    "Orodha ya wagonjwa 12.jpg", "Household visit 0231.jpg", "Household visit 0232.jpg",
    "Household visit 0233.jpg", "Consent form 77.jpg", "Consent form 78.jpg",
)  # fmt: skip


def busy_library(full: LibraryDoor, folder: Path, samples: Sequence[Path]) -> LibraryDoor:
    """Copy a library that was read, and put work into it; for any thread but the window's.

    Args:
        full: The library.
        folder: Where the copy goes.
        samples: Pictures to wait for their turn.
    """
    from engine.intake import Intake, Taken

    shutil.copytree(full.folder, folder)
    door = replace(full, folder=folder)
    pictures = [path for path in samples if path.suffix in (".jpg", ".png")]
    with door.open() as library:
        intake = Intake(library, door.settings.pages)
        documents: list[Taken] = []
        for place, name in enumerate(WAITING):
            content = _as_jpeg(pictures[place % len(pictures)], 60 + place * 3)
            documents.append(intake.take(content, name=name))
        jobs = library.jobs
        jobs.pause(documents[5].document_id)
        for owner in ("one", "two"):
            jobs.claim(owner, lease_seconds=3600)
        for code, what, remedy in (
            (
                "page.damaged",
                "This JPEG is damaged and cannot be opened.",
                "Copy it again, or scan the page again.",
            ),
            ("worker.too-slow", "Reading page 1 took longer than 300 seconds and was stopped.", "Try again."),
        ):
            job = jobs.claim("three", lease_seconds=3600)
            assert job is not None
            jobs.fail(job, code, what, remedy, retryable=False)
    return door


def crash(door: LibraryDoor) -> None:
    """Put down that a reader stopped by itself; for any thread but the window's."""
    with door.open() as library:
        library.jobs.claim("four", lease_seconds=3600)
        library.jobs.crashed("four", "The worker was ended by signal 9 (SIGKILL).")


def refused() -> BatchReport:
    """Return a batch with a file that cannot be added."""
    from engine.intake import Refused

    error = BadInputError("This PDF is protected by a password.", remedy="Give the password.")
    error.code = "page.encrypted"
    path = Path("Payroll March.pdf")
    return BatchReport("picture", refused=(Refused(path, path.name, error),), ended=True, paths=(path,))


def _as_jpeg(path: Path, quality: int) -> bytes:
    image = QImage(str(path))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]
    return bytes(content.data())
