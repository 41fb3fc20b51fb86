"""What the pictures of sending show: a library of a team, after days of work and a word of headquarters."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.access import LibraryDoor
from desktop.sending.changes_dialog import ChangesDialog
from desktop.sending.freed import Space
from desktop.sending.join_dialog import JoinDialog
from desktop.sending.standing import Changed, ChangedThings
from desktop.sending.stick_dialog import SendByStickDialog
from desktop.sending.view import SendingView
from desktop.style import Theme
from desktop.welcome.team_page import TeamPage
from desktop.window.frame import Frame
from engine.errors import SandukuError
from engine.library import Library
from engine.library.arrivals import Arrival
from engine.library.receipts import Released
from engine.library.team import NewTeam, Place
from engine.settings import with_setting
from engine.sync.wire.invitation import Invitation

if TYPE_CHECKING:
    from desktop.studio import Studio

URL = "https://hq.example.org"
INVITATION = Invitation(
    (URL,),
    "team1",
    "Goma 2",
    "CODE-CODE",
    "hq1",
    bytes(range(32)),
    f"age1{'q' * 58}",
    "",
    "2030-01-01T00:00:00Z",
)
CHANGED = ChangedThings(
    (
        Changed("Registration form 12.jpg", "correction.text", "Amina Yusvf", "Amina Yusuf", "Juma"),
        Changed("Registration form 12.jpg", "correction.add", "", "Household of 6", "Juma"),
        Changed("Well survey.pdf", "correction.delete", "- - - - 7 -", "", "Juma"),
        Changed("IMG_2041.jpg", "document.renamed", "IMG_2041.jpg", "Clinic, north wall.jpg", "Juma"),
        Changed("استمارة ٤.jpg", "document.reviewed.approved", "", "", "Juma"),
        Changed("Receipt 88.jpg", "document.added", "", "Receipt 88.jpg", "Juma"),
    ),
    12,
)
_AT = "2026-11-21T08:14:00.000Z"
FREED = Space(
    14,
    412_000_000,
    (
        Released("document1", "Registration form 12.jpg", 2, 5_300_000, _AT, can_come_back=True),
        Released("document2", "استمارة ٤.jpg", 1, 2_100_000, _AT, can_come_back=False),
    ),
)
PROGRESS: dict[str, Any] = {
    "state": "files", "sent": 1_250_000, "left": 2_900_000, "seconds_left": 121.0, "waiting": 0.0,
}  # fmt: skip
WRITTEN: dict[str, Any] = {
    "folder": "/media/amina/STICK/sanduku-goma-2-0007", "changes": 418, "files": 96, "bytes": 61_400_000,
    "left_out": 1,
}  # fmt: skip
_TOLD: dict[str, Any] = {
    "title": "SmolVLM 256M",
    "purpose": {
        "en": "Short descriptions and simple questions about photos and pages, on the smallest laptops.",
        "fr": "Descriptions courtes et questions simples sur des photos et des pages.",
        "ar": "أوصاف قصيرة وأسئلة بسيطة عن الصور والصفحات.",
    },
    "tasks": ["describe", "ask"], "languages": {"en": "good", "fr": "untried", "ar": "untried"},
    "licence": "Apache-2.0", "signing": "signed", "signer": "Amani Relief headquarters",
}  # fmt: skip
_OFFER: dict[str, Any] = {
    "id": "offer1", "name": "smolvlm-256m", "version": "3", "byte_size": 292_000_000, "arrived_bytes": 41_000,
    "begun": False, "seconds": 12_160.0, "urgent": True, "state": "offered", "reason": "", "told": _TOLD,
}  # fmt: skip
OFFERS: list[dict[str, Any]] = [
    _OFFER,
    {
        **_OFFER, "id": "offer2", "arrived_bytes": 110_000_000, "begun": True, "urgent": False,
        "told": {**_TOLD, "title": "SigLIP base", "tasks": ["embed", "triage"], "purpose": {}},
    },
    {
        **_OFFER, "id": "offer3", "name": "donut-forms", "told": None, "arrived_bytes": 0, "urgent": False,
        "seconds": None,
    },
    {
        **_OFFER, "id": "offer4", "state": "fetched", "urgent": False, "arrived_bytes": 292_000_000,
        "begun": True,
    },
    {
        **_OFFER, "id": "offer5", "state": "refused", "urgent": False,
        "reason": "pack.tampered: The pack that came is not the one that was offered.",
    },
]  # fmt: skip


def of_a_team(studio: "Studio") -> LibraryDoor:
    """Return a copy of the library with samples that belongs to a team, made once for each folder."""
    from desktop.studio import with_library

    door = replace(studio.full, folder=studio.folder / "team")
    if not door.folder.exists():
        shutil.copytree(studio.full.folder, door.folder)
        with_library(door, furnish)
    return door


def furnish(library: Library) -> None:
    """Let a library join a team, send once, and hear what headquarters says."""
    team = library.exchange.team
    team.join(
        NewTeam("hq1", "team1", "Goma 2", (URL,), bytes(range(32)), f"age1{'q' * 58}", "", "CODE-CODE"),
        lambda: bytes(range(32)),
    )
    team.joined("device1", library.device_id)
    tip = library.exchange.outbox.tip()
    half = library.exchange.outbox.place(tip.seq // 2) or Place(0, "")
    team.met("s1", half, 1, half.seq)
    team.measured(24_000.0)
    log = library.exchange.network_log
    for outcome in ("network.unreachable", "done"):
        number = log.begin("hq.example.org", "sync", asked_by="person")
        log.add(number, sent=1_840_000, received=91_000, seconds=80.0)
        log.end(number, outcome)
    _hear(library)


def _hear(library: Library) -> None:
    """Apply a correction of a line that was corrected here too, a return and a remark."""
    documents = [each for each in library.documents.find() if each.pages_read]
    if not documents:
        return
    first, second = documents[min(1, len(documents) - 1)], documents[-1]
    page = library.documents.pages(first.id)[0]
    stored = library.readings.required(page.id)
    said: list[tuple[str, str, str, dict[str, object]]] = [
        (
            second.id,
            "document",
            "review",
            {"state": "returned", "reason": "The back of the form is missing."},
        ),
        (second.id, "comment", "added", {"text": "Please ask for the phone number too."}),
    ]
    if stored.reading.lines:
        line, text = stored.line_ids[0], stored.reading.lines[0].text
        library.readings.correct_line(page.id, line, f"{text} 4", author="Juma")
        payload: dict[str, object] = {
            "page": page.id, "reading": stored.id, "line": line, "previous": text, "text": f"{text} 14",
        }  # fmt: skip
        said.insert(0, (first.id, "correction", "text", payload))
    for number, (document, entity, kind, payload) in enumerate(said, 1):
        library.exchange.arrivals.apply(
            Arrival(
                number, f"down{number}", _AT, "Rita", entity, f"about{number}", document, kind, payload, "0"
            )
        )


def view(page: int) -> Callable[["Studio", QWidget], None]:
    """Return what brings the view to one of its pages."""

    def prepare(studio: "Studio", frame: QWidget) -> None:
        assert isinstance(frame, Frame)
        frame.open_view("sending", None)
        shown = frame.view
        assert isinstance(shown, SendingView)
        studio.wait_while(lambda: not shown.desk.known)
        shown.tabs.setCurrentIndex(page)
        studio.wait_while(lambda: page == 1 and not shown.from_hq.cards)

    return prepare


def beside_the_page(studio: "Studio", frame: QWidget) -> None:
    """Show the document that headquarters sent back, with its words over the page."""
    view(1)(studio, frame)
    assert isinstance(frame, Frame)
    shown = frame.view
    assert isinstance(shown, SendingView)
    if shown.from_hq.news is not None and shown.from_hq.news.returned:
        frame.open_view("check", shown.from_hq.news.returned[0].document_id)


def under_way(studio: "Studio", frame: QWidget) -> None:
    """Show a sending in the middle; nothing is sent."""
    view(0)(studio, frame)
    assert isinstance(frame, Frame)
    desk = frame.sending.desk
    desk.doing, desk.progress = "run", dict(PROGRESS)
    desk.changed.emit()


def switched_off(studio: "Studio", frame: QWidget) -> None:
    """Show what waits while the network is switched off."""
    view(0)(studio, frame)
    assert isinstance(frame, Frame)
    switch_off(frame)


def switch_off(frame: Frame) -> None:
    """Let the network be switched off, and save that nowhere."""
    frame.settings.settings = with_setting(frame.settings.settings, "network.use", "never")
    frame.settings.changed.emit("network.use")


def broken_off(studio: "Studio", frame: QWidget) -> None:
    """Show that the last sending did not come to its end, and what is offered."""
    view(0)(studio, frame)
    assert isinstance(frame, Frame)
    break_off(frame)


def break_off(frame: Frame) -> None:
    """Let a sending have failed, and models be offered."""
    error = SandukuError("Headquarters did not answer.")
    error.code = "network.unreachable"
    show_offers(frame)
    frame.sending.desk.doing, frame.sending.desk.error = "", error
    frame.sending.desk.changed.emit()


def some_freed(studio: "Studio", frame: QWidget) -> None:
    """Show space that can be freed, and documents whose files left."""
    view(2)(studio, frame)
    assert isinstance(frame, Frame)
    shown = frame.view
    assert isinstance(shown, SendingView)
    studio.settle()
    shown.freed.take(FREED)


def show_offers(frame: Frame) -> None:
    """Show packs that headquarters offers, as far as nothing is looked up."""
    offers = frame.sending.offers
    offers.offers = OFFERS
    offers.changed.emit()


def offered(studio: "Studio", frame: QWidget) -> None:
    """Show the cards of what headquarters offers, one of which is being fetched."""
    assert isinstance(frame, Frame)
    studio.wait_while(lambda: getattr(frame.view, "busy", False))
    frame.sending.offers.at, frame.sending.desk.doing = "offer2", "packs"
    show_offers(frame)
    frame.sending.offers.progressed.emit(38)


def asked_before_closing(studio: "Studio", frame: QWidget) -> None:
    """Show the question before the window closes while something is sent."""
    under_way(studio, frame)
    assert isinstance(frame, Frame)
    frame.sending.closing.ask("run", lambda: None)


def written(studio: "Studio") -> QWidget:
    """Return what is told of a stick that was written, over a window."""
    dialog = stick(studio)
    assert isinstance(dialog, SendByStickDialog)
    dialog.use(Path("/media/amina/STICK"))
    dialog.tell_written(WRITTEN)
    return dialog


def stick_refused(studio: "Studio") -> QWidget:
    """Return what is told of a stick that takes nothing."""
    dialog = stick(studio)
    assert isinstance(dialog, SendByStickDialog)
    dialog.use(Path("/media/amina/STICK"))
    error = SandukuError("The disk is full.")
    error.code = "disk-full"
    dialog.tell_failed(error)
    return dialog


def changes(studio: "Studio") -> QWidget:
    """Return what changed, over a window."""
    return ChangesDialog(CHANGED, studio.theme, _window(studio))


def join(studio: "Studio") -> QWidget:
    """Return the question whether an invitation is the right one."""
    dialog = join_dialog(studio.theme, _window(studio))
    dialog.show_invitation(INVITATION)
    return dialog


def join_dialog(theme: Theme, frame: Frame) -> JoinDialog:
    """Return the dialog in which somebody joins a team, over a window."""
    return JoinDialog(frame.sending.desk, theme, frame, lambda _team, _answered: None)


def stick(studio: "Studio") -> QWidget:
    """Return the question for a stick, over a window."""
    frame = _window(studio)
    return SendByStickDialog(frame.sending.desk, studio.theme, frame)


def team_page(studio: "Studio") -> QWidget:
    """Return the last page of the first start."""
    return TeamPage(studio.theme)


def _window(studio: "Studio") -> Frame:
    frame = studio.frame(studio.empty)
    frame.resize(*studio.look.size)
    studio.keep(frame)
    return frame
