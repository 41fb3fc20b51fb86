"""States of the page "This program" of which pictures are taken."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.access.engine_task import Done, Failed
from desktop.upkeep.diagnostics_dialog import DiagnosticsDialog
from desktop.upkeep.page import ProgramPage
from desktop.upkeep.process import UpkeepProcess
from desktop.upkeep.update_dialog import UpdateDialog
from desktop.upkeep.way_out import WayOutPage
from desktop.window.frame import Frame
from engine.version import VERSION

if TYPE_CHECKING:
    from desktop.studio import Studio


class _Told(UpkeepProcess):
    """Asks nobody: this computer has no version that was given up."""

    def start(self, module: str, wish: Mapping[str, Any], done: Done, failed: Failed) -> bool:
        """Begin nothing."""
        del module, wish, done, failed
        return True


STATUS: dict[str, Any] = {
    "running": VERSION, "packaged": True, "platform": "linux-x86_64", "next_start": VERSION, "previous": "",
    "can_roll_back": True, "gave_up": "", "again": "", "can_set_aside": False,
    "installed_at": "2026-11-21T10:00:00+00:00",
    "signer": "Relief Team IT", "versions": [], "backups": [], "notice": None,
}  # fmt: skip
GIVEN_UP = {
    **STATUS, "gave_up": "0.2.0", "again": "0.2.0", "can_roll_back": False, "signer": "",
    "notice": {"kind": "gave-up", "version": "0.2.0", "used": VERSION},
}  # fmt: skip
READY = {**STATUS, "next_start": "0.2.0", "can_roll_back": True}
OFFER: dict[str, Any] = {
    "path": "/media/usb/sanduku-0.2.0-linux-x86_64.sanduku-update", "version": "0.2.0",
    "platform": "linux-x86_64", "present": VERSION, "byte_size": 131_000_000, "unpacked": 298_000_000,
    "free": 12_400_000_000, "signing": "signed", "signer": "Relief Team IT",
    "signed": "signed by Relief Team IT", "licence": "Apache-2.0",
    "licence_text": "Apache License\nVersion 2.0, January 2004", "remarks": [],
    "changes": "- Forms of the new registration are read.\n- Reading takes a third less time on two cores.\n"
    "- Arabic numbers in tables are read in their order.",
}  # fmt: skip
REMARKED: dict[str, Any] = {
    **OFFER, "signing": "expired",
    "remarks": [
        {"kind": "expired", "text": "", "signer": "Relief Team IT", "expires": "2026-03-01",
         "today": "2026-11-21"},
        {"kind": "other-signer", "text": "", "before": "Office Nairobi", "signer": "Relief Team IT"},
    ],
}  # fmt: skip
TEXT = """Diagnostics of Sanduku. It holds figures, versions and kinds of errors.
It holds no text of a document, no answer, no name of a file, a folder, a person or a team, no key.

format: 1
made on: 2026-11-21
sanduku:
  version: 0.1.0
  packaged: yes
  platform: linux-x86_64
computer:
  cores: 2
  processor: avx2
  memory megabytes: 4096
libraries:
  1:
    which: own
    opens: yes
    counts:
      documents: 512
      pages: 1904
"""


def ready(studio: "Studio", frame: QWidget) -> None:
    """Show that a new version is ready."""
    page = _page(studio, frame)
    page.take(READY)


def installed(studio: "Studio", frame: QWidget) -> None:
    """Show a version that came as an update."""
    _page(studio, frame).take(STATUS)


def given_up(studio: "Studio", frame: QWidget) -> None:
    """Show that a version did not come up, and what can be done."""
    _page(studio, frame).take(GIVEN_UP)


def update(studio: "Studio") -> QWidget:
    """Return the dialog of an update."""
    frame = _behind(studio)
    return UpdateDialog(OFFER, UpkeepProcess(studio.full, frame), studio.theme, frame)


def remarked(studio: "Studio") -> QWidget:
    """Return the dialog of an update of which there is something to know."""
    frame = _behind(studio)
    return UpdateDialog(REMARKED, UpkeepProcess(studio.full, frame), studio.theme, frame)


def way_out(studio: "Studio") -> QWidget:
    """Return the page that offers the version which opens the library."""
    from engine.library import LibraryTooNewError

    error = LibraryTooNewError(
        "The library has the format 12, and this version of Sanduku knows formats up to 11.",
        remedy="Install the latest Sanduku and open it again.",
    )
    page = WayOutPage(error, _Told(studio.full), studio.theme)
    page.take({"again": "0.2.0", "can_set_aside": False})
    return page


def under_way(_studio: "Studio", dialog: QWidget) -> None:
    """Show how far an installation is."""
    assert isinstance(dialog, UpdateDialog)
    dialog.show_progress("self-test", 0)
    dialog.show_progress("backup", 62)


def done(_studio: "Studio", dialog: QWidget) -> None:
    """Show that an update is installed."""
    assert isinstance(dialog, UpdateDialog)
    backup = "/home/amina/.local/share/sanduku/backups/before-0.2.0-2026-11-21-101500/library"
    dialog.finish({"version": "0.2.0", "backups": [{"backup": backup}], "damaged": 0})


def diagnostics(studio: "Studio") -> QWidget:
    """Return the dialog of diagnostics."""
    return DiagnosticsDialog({"format": 1}, TEXT, studio.theme, _behind(studio))


def _behind(studio: "Studio") -> Frame:
    frame = studio.frame(studio.full)
    frame.resize(*studio.look.size)
    studio.keep(frame)
    return frame


def _page(studio: "Studio", frame: QWidget) -> ProgramPage:
    page = frame.findChild(ProgramPage)
    assert page is not None
    studio.wait_while(lambda: page.busy)
    return page
