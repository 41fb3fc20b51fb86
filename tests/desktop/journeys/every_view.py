"""All that a person can have in front of them, by name: for what must hold everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.access.speed_test import SpeedTest
from desktop.asking.describe_dialog import DescribeDialog
from desktop.asking.models import KnownModels
from desktop.preferences.install_dialog import InstallDialog
from desktop.preferences.pack_process import BroughtInstallation, PackProcess
from desktop.preferences.passphrase_dialog import PassphraseDialog
from desktop.preferences.pictures import BROUGHT, FOUND, OFFER
from desktop.preferences.recovery_dialog import RecoveryDialog
from desktop.preferences.stick_dialog import StickDialog
from desktop.queue import pictures
from desktop.screenshots import EXAMPLE_KEY
from desktop.sending.changes_dialog import ChangesDialog
from desktop.sending.pictures import (
    CHANGED,
    FREED,
    INVITATION,
    PROGRESS,
    WRITTEN,
    break_off,
    furnish,
    join_dialog,
    show_offers,
    switch_off,
)
from desktop.sending.stick_dialog import SendByStickDialog
from desktop.style import Theme
from desktop.upkeep.diagnostics_dialog import DiagnosticsDialog
from desktop.upkeep.pictures import OFFER as UPDATE
from desktop.upkeep.pictures import TEXT
from desktop.upkeep.process import UpkeepProcess
from desktop.upkeep.update_dialog import UpdateDialog
from desktop.upkeep.way_out import WayOutPage
from desktop.welcome.first_run import LanguagePage, PassphrasePage, RecoveryPage
from desktop.welcome.opening import Made, Opening
from desktop.welcome.speed_page import SpeedPage
from desktop.welcome.team_page import TeamPage
from desktop.welcome.unlock import UnlockPage
from desktop.window.frame import Frame
from desktop.window.password_dialog import PasswordDialog
from desktop.window.refusals import Refusals
from engine.answer import AnswerTask
from engine.library import Library, LibraryTooNewError
from tests.desktop.journeys.person import Person


@dataclass(frozen=True)
class Sight:
    """Something to look at.

    Attributes:
        name: Of it.
        show: Brings somebody there.
        dialog: Whether it stands over the window.
    """

    name: str
    show: Callable[[Person], object]
    dialog: bool = False


def _list(place: str) -> Callable[[Person], object]:
    def show(person: Person) -> None:
        person.frame.open_view("documents", place)
        person.waits_until(lambda: person.view.model.known)
        if person.view.model.rowCount():
            person.clicks_row(person.view.first_focus(), 0)

    return show


def _check(person: Person) -> None:
    person.frame.open_view("check", None)
    person.waits_until(lambda: person.view.hand.rows and person.view.hand.image is not None)


def _pictures(person: Person) -> None:
    _list("to-check")(person)
    person.presses("Ctrl+2")
    person.waits_until(lambda: person.view.pictures.isVisible())


def _details(person: Person) -> None:
    _list("to-check")(person)
    if not person.view.details.isVisible():
        person.chooses("list.details")
    person.waits_until(lambda: person.view.details.isVisible())


def _settings(page: str) -> Callable[[Person], object]:
    def show(person: Person) -> None:
        person.frame.open_view("preferences", page)
        assert person.view.current is person.view.pages[page]

    return show


def _by(action: str, place: str = "to-check") -> Callable[[Person], object]:
    def show(person: Person) -> None:
        _list(place)(person)
        person.chooses(action)
        person.dialog(QDialog)

    return show


def _drawer(person: Person) -> None:
    if not person.drawer.isVisible():
        person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.isVisible())


def _asking(person: Person) -> None:
    _check(person)
    person.chooses("check.ask")
    panel = person.view.ask
    panel.describe.click()
    person.waits_until(lambda: panel.talk.speaking is not None or panel.boxes)


def _history(person: Person) -> None:
    _check(person)
    person.chooses("check.history")
    person.waits_until(lambda: person.view.history.list.isVisible())


def _problem(person: Person) -> None:
    _check(person)
    person.chooses("check.problem")
    person.dialog(QDialog)


def _over(make: Callable[[Theme, QWidget], QDialog]) -> Callable[[Person], object]:
    """Open a dialog that comes by itself, or from a page of settings."""

    def show(person: Person) -> None:
        make(person.frame.tools.theme, person.frame).open()

    return show


def _photos(person: Person) -> None:
    person.presses("Ctrl+G")
    person.waits_until(lambda: person.view.model.known and person.view.photos.nothing.models.isVisible())


def _page(make: Callable[[Theme, QWidget], QWidget]) -> Callable[[Person], object]:
    """Show a page that fills the window before there is a library, over the window."""

    def show(person: Person) -> None:
        dialog = QDialog(person.frame)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        page = make(person.frame.tools.theme, person.frame)
        column.addWidget(page)
        dialog.resize(1024, 640)
        dialog.open()
        page.setFocus()

    return show


def _opening(top: QWidget) -> Opening:
    door = top.tools.door
    return Opening(door.folder, door.settings, door.settings_file)


LATER = LibraryTooNewError("A later version of Sanduku made this library.")


class _Asked(UpkeepProcess):
    """Tells at once that a later version lies here."""

    def start(self, module, wish, done, failed):
        done({"again": "77.1.0", "can_set_aside": False})
        return True


def _describing(theme: Theme, top: QWidget) -> QDialog:
    models = KnownModels(PackProcess(top), top)
    models.take(FOUND)
    return DescribeDialog(AnswerTask.DESCRIBE, 24, top.access, models, theme, top)


def _sending(page: int) -> Callable[[Person], object]:
    def show(person: Person) -> None:
        person.frame.access.do(_join_once)
        person.frame.open_view("sending", None)
        person.waits_until(lambda: person.frame.sending.desk.standing.team is not None)
        view = person.view
        view.tabs.setCurrentIndex(page)
        person.waits_until(lambda: view.tabs.isVisible())
        if page == 1:
            person.waits_until(lambda: view.from_hq.cards)

    return show


def _sending_while(show: Callable[[Frame], object]) -> Callable[[Person], object]:
    """Show what waits in a state that takes long to come to."""

    def shown(person: Person) -> None:
        _sending(0)(person)
        show(person.frame)

    return shown


def _under_way(frame: Frame) -> None:
    frame.sending.desk.doing, frame.sending.desk.progress = "run", dict(PROGRESS)
    frame.sending.desk.changed.emit()


def _offered(person: Person) -> None:
    _settings("models")(person)
    person.waits_until(lambda: not person.view.busy and not person.frame.sending.offers.looking)
    show_offers(person.frame)


def _freed(person: Person) -> None:
    _sending(2)(person)
    person.view.freed.take(FREED)
    person.waits_until(lambda: person.view.freed.cards)


def _closing(person: Person) -> None:
    person.frame.sending.closing.ask("export", lambda: None)


def _written(theme: Theme, top: QWidget) -> QDialog:
    dialog = SendByStickDialog(top.sending.desk, theme, top)
    dialog.tell_written(WRITTEN)
    return dialog


def _join_once(library: Library) -> None:
    if library.exchange.team.get() is None:
        furnish(library)


def _invited(theme: Theme, top: QWidget) -> QDialog:
    dialog = join_dialog(theme, top)
    dialog.show_invitation(INVITATION)
    return dialog


SIGHTS = (
    Sight("an empty list", _list("inbox")),
    Sight("a list", _list("to-check")),
    Sight("pictures", _pictures),
    Sight("details", _details),
    Sight("trash", _list("trash")),
    Sight("photos", _photos),
    Sight("cases", lambda person: person.frame.open_view("cases", None)),
    Sight("searches", lambda person: person.frame.open_view("searches", None)),
    Sight("checking", _check),
    Sight("asking", _asking),
    Sight("history", _history),
    Sight("queue", _drawer),
    *(
        Sight(f"settings: {page}", _settings(page))
        for page in ("general", "reading", "models", "network", "privacy", "keys", "advanced", "program")
    ),
    Sight("export", _by("document.export"), dialog=True),
    Sight("print", _by("document.print"), dialog=True),
    Sight("tags", _by("document.tag"), dialog=True),
    Sight("case", _by("document.case"), dialog=True),
    Sight("rename", _by("document.rename"), dialog=True),
    Sight("problem", _problem, dialog=True),
    Sight("keys", _by("window.keys"), dialog=True),
    Sight("watch", _by("add.watch"), dialog=True),
    Sight("photo labels", _by("document.scenes"), dialog=True),
    Sight("describe", _over(_describing), dialog=True),
    Sight("stick", _over(lambda theme, top: StickDialog(BROUGHT, PackProcess(top), theme, top)), dialog=True),
    Sight("passwords", _over(lambda theme, top: PasswordDialog(["1.pdf", "2.pdf"], theme, top)), dialog=True),
    Sight("passphrase", _over(lambda theme, top: PassphraseDialog(top.access, theme, top)), dialog=True),
    Sight(
        "install",
        _over(
            lambda theme, top: InstallDialog(
                BroughtInstallation(Path("pack.zip"), OFFER, PackProcess(top)), OFFER, theme, top
            )
        ),
        dialog=True,
    ),
    Sight("recovery key", _over(lambda theme, top: RecoveryDialog(top.access, theme, top)), dialog=True),
    Sight(
        "speed", _page(lambda theme, top: SpeedPage(SpeedTest(top.tools.door.settings), theme)), dialog=True
    ),
    Sight(
        "first run: language", _page(lambda theme, top: LanguagePage(top.tools.choices, theme)), dialog=True
    ),
    Sight(
        "first run: passphrase", _page(lambda theme, top: PassphrasePage(_opening(top), theme)), dialog=True
    ),
    Sight(
        "first run: recovery key",
        _page(lambda theme, top: RecoveryPage(Made(top.tools.door, EXAMPLE_KEY, ()), theme)),
        dialog=True,
    ),
    Sight(
        "update",
        _over(lambda theme, top: UpdateDialog(UPDATE, UpkeepProcess(top.tools.door, top), theme, top)),
        dialog=True,
    ),
    Sight("diagnostics", _over(lambda theme, top: DiagnosticsDialog({}, TEXT, theme, top)), dialog=True),
    Sight("unlock", _page(lambda theme, top: UnlockPage(_opening(top), theme)), dialog=True),
    Sight("way out", _page(lambda theme, top: WayOutPage(LATER, _Asked(top.tools.door), theme)), dialog=True),
    Sight("first run: team", _page(lambda theme, top: TeamPage(theme)), dialog=True),
    Sight("join", _over(join_dialog), dialog=True),
    Sight("join: invited", _over(_invited), dialog=True),
    Sight("no team", lambda person: person.frame.open_view("sending", None)),
    *(Sight(f"sending: {page}", _sending(page)) for page in range(4)),
    Sight("sending: under way", _sending_while(_under_way)),
    Sight("sending: failed, and models offered", _sending_while(break_off)),
    Sight("sending: switched off", _sending_while(switch_off)),
    Sight("sending: space freed", _freed),
    Sight("models offered", _offered),
    Sight("closing while it is sent", _closing, dialog=True),
    Sight("a stick was written", _over(_written), dialog=True),
    Sight("changes", _over(lambda theme, top: ChangesDialog(CHANGED, theme, top)), dialog=True),
    Sight(
        "write to a stick",
        _over(lambda theme, top: SendByStickDialog(top.sending.desk, theme, top)),
        dialog=True,
    ),
    Sight(
        "answer from a stick",
        _over(lambda theme, top: SendByStickDialog(top.sending.desk, theme, top, answer=True)),
        dialog=True,
    ),
    Sight("refusals", _over(lambda theme, top: Refusals(pictures.refused(), theme, top)), dialog=True),
)


def seen(person: Person, sight: Sight) -> QWidget:
    """Bring somebody to a sight, and return the widget that they look at."""
    sight.show(person)
    return person.dialog(QDialog) if sight.dialog else person.frame
