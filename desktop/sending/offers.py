"""Model packs that headquarters offers: which there are, fetching one, installing it, or saying no to it.

The window looks into no pack: programs of the engine do, and tell of it as plain values.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.access import LibraryDoor
from desktop.access.engine_task import error_of
from desktop.sending.desk import SendingDesk
from desktop.sending.process import SyncProcess
from engine.errors import SandukuError

PROGRAM = "engine.offered"
SHOWN = ("offered", "fetched", "refused")
"""States of offers that a person can do something about."""
OPEN = ("offered", "fetched")
"""Those that wait for a decision."""
DECLINED = "declined:"
"""How the reason begins where a person has said no."""

Done = Callable[[dict[str, Any]], object]
Failed = Callable[[SandukuError], object]


class OffersDesk(QObject):
    """Keeps the offers in step, and does one thing with them at a time. Belongs to the window's thread."""

    changed = Signal()
    """:attr:`offers`, :attr:`errors` or what is being done is not as it was."""

    progressed = Signal(int)
    """How much of a pack is fetched or installed, in hundredths."""

    installed = Signal(dict)
    """A pack is in use now; what ``engine.offered`` told of it."""

    installed_unasked = Signal(list)
    """Names of packs that were installed by themselves, because headquarters calls them urgent."""

    def __init__(self, door: LibraryDoor, desk: SendingDesk, parent: QObject | None = None) -> None:
        """Know of none yet.

        Args:
            door: The open library.
            desk: Does what uses the network or changes packs, one thing at a time.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.offers: list[dict[str, Any]] = []
        self.errors: dict[str, SandukuError] = {}
        self.desk = desk
        self.at = ""
        """Id of the offer that something is being done with; empty for none."""
        self._looking = SyncProcess(door, self)
        self._again = False
        self._seen: tuple[tuple[str, str], ...] = ()
        self._described, self._by = False, "person"
        desk.changed.connect(self._follow)
        desk.progressed.connect(self._tell_progress)
        desk.sent.connect(self._sent)
        desk.ended_behind.connect(self._ended_behind)

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """The offers that wait for a decision."""
        return [each for each in self.offers if each["state"] in OPEN]

    @property
    def looking(self) -> bool:
        """Whether it is just being looked which offers there are."""
        return self._looking.busy

    @property
    def doing(self) -> str:
        """``packs`` while a pack is fetched, ``install`` while one is installed; else empty."""
        return self.desk.doing if self.at else ""

    def look(self) -> None:
        """Look which offers there are; :attr:`changed` follows."""
        if not self._seen and not self.offers:
            return
        begun = self._looking.start(
            "offers", self.desk.keeper.settings, self._take, self._failed_to_look, module=PROGRAM
        )
        self._again = not begun

    def describe(self) -> None:
        """Fetch what tells of the packs, some kilobytes of each, where that is not here yet."""
        if not any(each["told"] is None and each["state"] == "offered" for each in self.offers):
            return
        # A person did not ask for it: one that is not told of keeps its button.
        self.desk.start(
            "packs", lambda _result: self.look(), lambda _error: self.look(), only_description=True,
            by=self._by, quietly=True,
        )  # fmt: skip

    def fetch(self, offer_id: str) -> None:
        """Fetch a pack, after what waits to be sent; go on where an earlier try stopped."""
        self._do(offer_id, "packs", lambda _result: None)

    def decline(self, offer_id: str) -> None:
        """Say no to a pack."""
        self._do(offer_id, "decline", lambda _result: None, module=PROGRAM)

    def examine(self, offer_id: str, done: Done) -> None:
        """Look at a pack that was fetched, and call ``done`` with what it is."""
        self._do(offer_id, "examine", done, module=PROGRAM)

    def install(
        self, offer_id: str, offer: dict[str, Any], *, trusted: bool, done: Done, failed: Failed
    ) -> bool:
        """Install a pack that was examined; return whether it was begun.

        Args:
            offer_id: Of the offer.
            offer: What the person was shown, and whose licence they accepted.
            trusted: Whether it is installed although nobody vouches for it.
            done: Called with what it did.
            failed: Called with the error.
        """

        def installed(result: dict[str, Any]) -> None:
            done(result)
            self.installed.emit(result)

        return self._do(
            offer_id, "install", installed, failed, module=PROGRAM,
            folder=offer["folder"], licence=True, unsigned=trusted, expired=trusted,
        )  # fmt: skip

    def stop(self) -> None:
        """Stop what is being done; what came is kept."""
        self.desk.stop()

    def close(self) -> None:
        """Look no more."""
        self._looking.close(at_once=True)

    def _do(
        self,
        offer_id: str,
        verb: str,
        done: Done,
        failed: Failed | None = None,
        *,
        module: str = "engine.sync",
        **more: object,
    ) -> bool:
        def ended() -> None:
            self.at = ""
            self.look()
            self.changed.emit()

        def well(result: dict[str, Any]) -> None:
            ended()
            done(result)

        def badly(error: SandukuError) -> None:
            if failed is None and error.code != "cancelled":
                self.errors[offer_id] = error
            ended()
            if failed is not None:
                failed(error)

        self.errors.pop(offer_id, None)
        # Before it begins: what is told of its beginning is told of this offer.
        self.at, before = offer_id, self.at
        begun = self.desk.start(verb, well, badly, module=module, quietly=False, named=offer_id, **more)
        if not begun:
            self.at = before
        self.changed.emit()
        return begun

    def _take(self, result: dict[str, Any]) -> None:
        self.offers = [each for each in result["offers"] if each["state"] in SHOWN]
        self.changed.emit()
        if self._described:
            self._described = False
            self._go_on_after_sending()
        self._look_again()

    def _go_on_after_sending(self) -> None:
        """Take what is urgent, where that is allowed; of the others what tells of them."""
        allowed = self.desk.keeper.settings.network.urgent_packs
        if not allowed or not any(each["urgent"] for each in self.waiting):
            self.describe()
            return
        self.desk.start(
            "urgent", self._took_urgent, self.desk.failed.emit, module=PROGRAM, by=self._by, quietly=True
        )

    def _took_urgent(self, result: dict[str, Any]) -> None:
        for each in result["refused"]:
            self.errors[each["id"]] = error_of(each["error"])
        if result["installed"]:
            self.installed_unasked.emit(result["installed"])
        self.look()
        self.describe()

    def _failed_to_look(self, error: SandukuError) -> None:
        self.desk.failed.emit(error)
        self._look_again()

    def _look_again(self) -> None:
        if self._again:
            self.look()

    def _ended_behind(self, verb: str, outcome: dict[str, Any] | SandukuError) -> None:
        """Take what came of a pack while the library was locked."""
        offer_id, self.at = self.at, ""
        if verb == "install" and isinstance(outcome, dict):
            self.installed.emit(outcome)
        elif isinstance(outcome, SandukuError) and offer_id and outcome.code != "cancelled":
            self.errors[offer_id] = outcome
        self.look()

    def _follow(self) -> None:
        if not self.at and self.desk.about:
            self.at = self.desk.about  # it was begun before the library was locked
        if self.desk.standing.offers != self._seen:
            self._seen = self.desk.standing.offers
            self.look()
        else:
            self.changed.emit()

    def _sent(self, _result: dict[str, Any]) -> None:
        # The link is there: what tells of new packs comes along, so that a person can decide on the rest.
        self._described, self._by = True, self.desk.by
        self.look()

    def _tell_progress(self) -> None:
        told = self.desk.progress
        if self.at and told.get("total"):
            self.progressed.emit(100 * told["done"] // told["total"])


class OfferedInstallation(QObject):
    """Installs one offered pack, for the dialog in which its licence is read."""

    progressed = Signal(int)

    def __init__(self, offers: OffersDesk, offer_id: str, offer: dict[str, Any], parent: QObject) -> None:
        """Be ready to install what was examined."""
        super().__init__(parent)
        self._offers, self._id, self._offer = offers, offer_id, offer
        offers.progressed.connect(self.progressed)

    def start(self, *, trusted: bool, done: Done, failed: Failed) -> bool:
        """Install it; return whether that was begun."""
        return self._offers.install(self._id, self._offer, trusted=trusted, done=done, failed=failed)

    def stop(self) -> None:
        """Stop; what was copied is kept."""
        self._offers.stop()
