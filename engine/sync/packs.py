"""The model packs that headquarters offers, on their way into the folder of packs, whatever brings them.

Nothing is believed because headquarters sent it. The invitation names the root that signs the team's packs;
what is small comes first and is looked at, so that nobody pays for a pack that could not be installed; and
what came whole goes through the same door as a pack on a stick. Headquarters hears of each step. It must
never know a network: ``engine.sync.pack_fetching`` brings packs over one.
"""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from engine.errors import NotFoundError, SandukuError
from engine.library import Library
from engine.library.hq_words import PackOffer
from engine.packs.brought import bring, content_of
from engine.packs.durable import sync_folder
from engine.packs.errors import (
    FingerprintDiffersError,
    NoPackError,
    PackDamagedError,
    PackFailedTrialError,
    PackOfSetUpError,
    PackOlderError,
    PackTamperedError,
    PackTooLargeError,
    PackTooNewError,
    PackUnrunnableError,
    PackUnsafeError,
    RootUnusableError,
    SignatureBrokenError,
    SignerChangedError,
    SignerUnknownError,
)
from engine.packs.file_names import file_name
from engine.packs.installer import Installer
from engine.packs.manifest import LARGEST, MANIFEST_NAME, METADATA, Manifest
from engine.packs.offer import Consent, Installed, Offer
from engine.packs.pack import never, read_manifest
from engine.packs.parcel import ARRIVING, Parcel
from engine.packs.staging import ensure_room
from engine.packs.teams import follow_team
from engine.packs.trust import Signature, SigningState, check_signature
from engine.progress import SILENT, Progress

_PLAIN = re.compile(r"[A-Za-z0-9]{1,64}", re.ASCII)
VERDICTS = (
    FingerprintDiffersError,
    NoPackError,
    PackDamagedError,
    PackFailedTrialError,
    PackOfSetUpError,
    PackOlderError,
    PackTamperedError,
    PackTooLargeError,
    PackTooNewError,
    PackUnrunnableError,
    PackUnsafeError,
    RootUnusableError,
    SignatureBrokenError,
    SignerChangedError,
    SignerUnknownError,
)
"""What is said of the pack itself. A full disk, a cut, or a person who has not decided yet is none."""
_MENDABLE = (
    FingerprintDiffersError,
    RootUnusableError,
    PackTooNewError,
    SignerChangedError,
    SignerUnknownError,
)
"""Verdicts that may be another one later, so what came is kept."""


class Carried(Protocol):
    """A file that a stick brings."""

    @property
    def sha256(self) -> str:
        """What its content must have."""

    @property
    def content(self) -> BinaryIO:
        """Reads it."""


@dataclass
class OfferedPacks:
    """The packs that headquarters offers to a library, on their way into the folder of packs.

    Attributes:
        library: Open, and of a team.
        installer: Looks at packs and installs them.
        progress: Told the bytes of a pack that are here.
        cancelled: Asked after each piece.
    """

    library: Library
    installer: Installer
    progress: Progress = field(default=SILENT)
    cancelled: Callable[[], bool] = never

    def find(self, named: str) -> PackOffer:
        """Return the offer of a name or of the beginning of its id, the latest; raises NotFoundError."""
        offers = [each for each in self.library.exchange.words.offers() if each.state != "withdrawn"]
        # An id that is whole is meant before one that only begins so.
        for each in sorted(offers, key=lambda each: each.id != named):
            if named in (each.name, f"{each.name}@{each.version}") or (
                len(named) >= 4 and each.id.startswith(named)
            ):
                return each
        raise NotFoundError(
            "Headquarters offers no such pack.", which=named, remedy="See 'sanduku packs offered'."
        )

    def left(self) -> list[PackOffer]:
        """Return the offers that are not here yet, the urgent ones first."""
        return [each for each in self.library.exchange.words.offers() if each.state == "offered"]

    def place(self, offer: PackOffer) -> Path:
        """Return the folder in which a pack arrives."""
        name = offer.id if _PLAIN.fullmatch(offer.id) else hashlib.sha256(offer.id.encode()).hexdigest()
        return self.installer.packs / ARRIVING / name

    def arrived(self, offer: PackOffer) -> int:
        """Return how many bytes of a pack are here."""
        return sum(self._parcel(offer, each).at for each in offer.files)

    def begun(self, offer: PackOffer) -> bool:
        """Return whether more of a pack is here than what tells of it."""
        return any(
            self._parcel(offer, each).at for each in offer.files if each["size"] and not _tells(each["name"])
        )

    # Trust

    def follow_root(self, roots: tuple[bytes, ...]) -> None:
        """Trust the root of the team's packs, if it is the one that the invitation names, and its successors.

        Raises:
            FingerprintDiffersError: It is another one.
            RootUnusableError: It is none, or the chain is broken.
        """
        about = self.library.exchange.team.required().about
        if about.packs_root and roots:
            follow_team(
                self.installer.packs,
                roots,
                fingerprint=about.packs_root,
                team=about.team,
                name=about.name or about.team,
            )

    # Arriving

    def take(self, offer: PackOffer, bring_in: Callable[[str, int, int], Iterator[bytes]]) -> None:
        """Bring a pack in, what is small and tells most of it first; go on where an earlier try ended.

        Args:
            offer: The offer.
            bring_in: Given a SHA-256, the byte to begin with and the size, yields the content from there on.

        Raises:
            SandukuError: It does not come, has no room, or cannot be installed: then headquarters is told.
        """
        with self._judging(offer):
            left = offer.byte_size - self.arrived(offer)
            ensure_room(self.installer.packs, left, self.installer.free(self.installer.packs))
            self.describe(offer, bring_in)
            done = sum(int(str(each["size"])) for each in offer.files if _tells(str(each["name"])))
            for each in offer.files:
                if not _tells(str(each["name"])):
                    done = self._take_file(offer, each, bring_in, done)
        self.library.exchange.words.pack_told(offer, "fetched")

    def describe(self, offer: PackOffer, bring_in: Callable[[str, int, int], Iterator[bytes]]) -> None:
        """Bring in what is small and tells most of a pack, and look whether the rest is worth its bytes.

        Args:
            offer: The offer.
            bring_in: As of :meth:`take`.

        Raises:
            SandukuError: It does not come, or the pack cannot be installed: then headquarters is told.
        """
        with self._judging(offer):
            if offer.state == "withdrawn":
                raise NotFoundError("Headquarters offers this pack no longer.", which=offer.name)
            done = 0
            for each in offer.files:
                if _tells(str(each["name"])):
                    done = self._take_file(offer, each, bring_in, done)
            self._refuse_early(offer)

    def description(self, offer: PackOffer) -> tuple[Manifest, Signature] | None:
        """Return what a pack says of itself and who signed that; None while that is not here, or is bad."""
        if not any(_tells(str(each["name"])) for each in offer.files):
            return None
        try:
            for each in offer.files:
                if _tells(str(each["name"])) and self._parcel(offer, each).whole is None:
                    return None
            return self._described(offer)
        except SandukuError:  # Whoever takes the pack is told why.
            return None

    def take_carried(self, file: Carried) -> bool:
        """Take a file of an offered pack from a stick; return whether any offer names it.

        The pack is looked at, and headquarters told, once :meth:`settle` finds it whole.
        """
        first: Path | None = None
        for offer in self.left():
            for each in offer.files:
                if each["sha256"] == file.sha256:
                    with (
                        self._judging(offer),
                        self._parcel(offer, each) as parcel,
                        nullcontext(file.content) if first is None else first.open("rb") as content,
                    ):
                        parcel.take(_read(content), at=0, cancelled=self.cancelled)
                        first = parcel.finish()
        return first is not None

    def settle(self) -> list[PackOffer]:
        """Look at packs that came whole by a stick, and return them."""
        found = []
        for offer in self.left():
            if offer.files and self.arrived(offer) == offer.byte_size:
                self.take(offer, _nothing)
                found.append(offer)
        return found

    # Installing

    def examine(self, offer: PackOffer) -> Offer:
        """Look at a pack that was fetched, for a person to decide on.

        Raises:
            SandukuError: It cannot be installed: then headquarters is told why.
        """
        with self._judging(offer):
            found = self.installer.examine(self.place(offer))
            self._refuse_other(offer, found.manifest)
            self._refuse_unsigned(offer, found.signature.state)
            return found

    def install(self, offer: PackOffer, consent: Consent) -> Installed:
        """Install a pack that was fetched, tell headquarters, and let go of what was fetched.

        Raises:
            SandukuError: It cannot be installed; where that is the pack's fault, headquarters is told why.
        """
        with self._judging(offer):
            self.examine(offer)
            done = self.installer.install(
                self.place(offer), consent, progress=self.progress, cancelled=self.cancelled
            )
        self.library.exchange.words.pack_told(offer, "installed")
        self._let_go(offer)
        return done

    def decline(self, offer: PackOffer) -> None:
        """Tell headquarters that a person here does not want a pack, and let go of what was fetched."""
        self.library.exchange.words.pack_told(offer, "refused", "declined: a person at the laptop said no.")
        self._let_go(offer)

    def tidy(self) -> None:
        """Let go of what was fetched of packs that are offered no longer, or that are installed."""
        for offer in self.library.exchange.words.offers():
            if offer.state in ("withdrawn", "installed", "declined"):
                self._let_go(offer)

    # Within

    def _parcel(self, offer: PackOffer, each: dict[str, object]) -> Parcel:
        name = str(each["name"])
        folder, _, plain = name.rpartition("/")
        try:
            if folder not in ("", METADATA):
                raise ValueError("files of a pack lie in its own folder")
            target = self.place(offer) / folder / file_name(plain, "files")
            return Parcel(
                target,
                sha256=str(each["sha256"]),
                byte_size=int(str(each["size"])),
                free=self.installer.free,
            )
        except ValueError as error:
            raise PackUnsafeError(
                f"A file of the offered pack has a name or a hash that does not do ({error}).",
                which=f"{offer.name} {offer.version}",
                remedy="Tell headquarters; nothing of it was written.",
            ) from error

    def _take_file(
        self,
        offer: PackOffer,
        each: dict[str, object],
        bring_in: Callable[[str, int, int], Iterator[bytes]],
        before: int,
    ) -> int:
        """Bring in what is missing of one file, and return how many bytes of the pack are there then."""
        size = int(str(each["size"]))
        with self._parcel(offer, each) as parcel:
            if parcel.whole is None:
                at = parcel.at
                if at < size:
                    source = bring_in(str(each["sha256"]), at, size)
                    parcel.take(self._told(source, before + at, offer), at=at, cancelled=self.cancelled)
                parcel.finish()
        return before + size

    def _told(self, source: Iterator[bytes], done: int, offer: PackOffer) -> Iterator[bytes]:
        for piece in source:
            done += len(piece)
            yield piece
            self.progress.update(done=done, total=offer.byte_size, label=f"{offer.name} {offer.version}")

    def _refuse_early(self, offer: PackOffer) -> None:
        """Raise what the manifest and the signature alone tell against a pack."""
        _manifest, signature = self._described(offer)
        self._refuse_unsigned(offer, signature.state)

    def _described(self, offer: PackOffer) -> tuple[Manifest, Signature]:
        """Return manifest and signature, of which the files are here; raises what is wrong with them."""
        with bring(self.place(offer)) as brought:
            manifest_bytes = content_of(brought, MANIFEST_NAME, LARGEST)
            manifest = read_manifest(manifest_bytes, brought.where / MANIFEST_NAME)
            self._refuse_other(offer, manifest)
            signature = check_signature(
                brought.metadata(), manifest_bytes, manifest.name, brought.where, self.installer.anchors
            )
            return manifest, signature

    def _refuse_other(self, offer: PackOffer, manifest: Manifest) -> None:
        offered = {
            str(each["name"]): (each["sha256"], each["size"])
            for each in offer.files
            if not _tells(str(each["name"]))
        }
        held = {name: (each.sha256, each.byte_size) for name, each in manifest.files.items()}
        if (manifest.name, str(manifest.version)) != (offer.name, offer.version) or offered != held:
            raise PackTamperedError(
                "The pack that came is not the one that was offered.",
                which=f"{offer.name} {offer.version}",
                remedy="Tell headquarters, and have it offered again.",
            )

    def _refuse_unsigned(self, offer: PackOffer, state: SigningState) -> None:
        """Raise SignatureBrokenError for an unsigned pack where the team's packs are signed."""
        about = self.library.exchange.team.required().about
        if state is SigningState.UNSIGNED and about.packs_root:
            raise SignatureBrokenError(
                "Packs of this team are signed, and this one is not.",
                which=f"{offer.name} {offer.version}",
                remedy="Do not use it, and tell headquarters.",
            )

    @contextmanager
    def _judging(self, offer: PackOffer) -> Iterator[None]:
        """Tell headquarters of what is wrong with the pack itself, and keep nothing that is bad."""
        try:
            yield
        except VERDICTS as error:
            self.refuse(offer, error)
            raise

    def refuse(self, offer: PackOffer, error: SandukuError) -> None:
        """Tell headquarters why a pack cannot be installed here."""
        self.library.exchange.words.pack_told(offer, "refused", f"{error.code}: {error.what}")
        if not isinstance(error, _MENDABLE):
            self._let_go(offer)

    def _let_go(self, offer: PackOffer) -> None:
        place = self.place(offer)
        if place.is_dir():
            shutil.rmtree(place, ignore_errors=True)  # what Windows still holds goes the next time
            sync_folder(place.parent)


def _tells(name: str) -> bool:
    return name == MANIFEST_NAME or name.startswith(f"{METADATA}/")


def _read(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(1 << 20):
        yield piece


def _nothing(_sha256: str, _at: int, _size: int) -> Iterator[bytes]:
    return iter(())
