"""The roots that this computer trusts, and what it has seen of each signer.

For every root there is a folder with the root that was added, the newest one that was reached from it by
rotation, and for each pack the metadata with which it was installed last: versions may never go back behind
those.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from tuf.api.metadata import Metadata, Root
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
from tuf.ngclient.config import EnvelopeType

from engine.errors import NotFoundError
from engine.packs.durable import take_away, write_whole
from engine.packs.errors import FingerprintDiffersError, RootUnusableError
from engine.packs.fields import filled, flag, parse, whole
from engine.packs.trust.hostile import refused
from engine.packs.trust.uses import ProgramKeys, Use, program_keys

NAME_FIELD = "x-sanduku-name"
"""Field of a root in which its owner says how to call it; a person may choose another name."""
SHIPPED_ROOT = "root.json"
"""Name of the file of this package with the root that comes with Sanduku."""
SEEN = ("timestamp.json", "snapshot.json")
LEAST_FINGERPRINT = 16
"""Characters of a fingerprint that a person must give to confirm it: 64 bits."""
_ANCHOR, _NEWEST, _FORMAT = "anchor.json", "root.json", 1
_SEEN_OF = {Use.PACKS: "seen", Use.PROGRAMS: "seen-programs"}
"""Apart, so that who signs packs cannot write over what was seen of programs."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A root as it is shown to a person who decides whether to trust it.

    Attributes:
        name: What its owner calls it; empty if it does not say.
        fingerprint: SHA-256 of what is signed of it, in hexadecimal.
        version: How often it was made anew.
        threshold: How many of its keys must sign the next root.
        keys: How many there are.
        expires: Until when it should be renewed.
        content: The file.
        programs: Who signs programs under it; None where it is for packs alone.
    """

    name: str
    fingerprint: str
    version: int
    threshold: int
    keys: int
    expires: datetime
    content: bytes
    programs: ProgramKeys | None = None

    @property
    def spoken_fingerprint(self) -> str:
        """The fingerprint in groups of four, to be compared by eye or read out."""
        return " ".join(self.fingerprint[start : start + 4] for start in range(0, 64, 4))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A trusted root.

    Attributes:
        id: The beginning of its fingerprint.
        name: How its signer is called here.
        fingerprint: Of the root that was added.
        root: The newest root that was reached from it.
        added_at: ISO 8601 in UTC; empty for the one that comes with Sanduku.
        team: Id of the team on whose behalf it was added; empty where a person added it.
        programs: Whether its keys for programs are heeded here, where it lists some. A root that a person
            added for packs does not come to sign programs unasked when a later one of it lists keys for them.
    """

    id: str
    name: str
    fingerprint: str
    root: bytes
    added_at: str = ""
    team: str = ""
    programs: bool = True

    @property
    def shipped(self) -> bool:
        """Whether it comes with Sanduku."""
        return not self.added_at

    @property
    def signs_programs(self) -> bool:
        """Whether its newest root, as far as it is known here, lists keys for programs that are heeded."""
        try:
            with refused():
                listed = program_keys(Metadata[Root].from_bytes(self.root).signed)
        except ValueError:
            return False
        return self.programs and listed is not None


def read_root(content: bytes, where: Path) -> Proposal:
    """Return what a file with a root says.

    Args:
        content: Of the file.
        where: Names it in errors.

    Raises:
        RootUnusableError: It is no root, or too few of its own keys signed it.
    """
    try:
        with refused():
            TrustedMetadataSet(content, EnvelopeType.METADATA)
            metadata = Metadata[Root].from_bytes(content)
            role = metadata.signed.roles[Root.type]
            name = metadata.signed.unrecognized_fields.get(NAME_FIELD, "")
            return Proposal(
                name=_tidy(name if isinstance(name, str) else ""),
                fingerprint=fingerprint(content),
                version=metadata.signed.version,
                threshold=role.threshold,
                keys=len(role.keyids),
                expires=metadata.signed.expires,
                content=content,
                programs=program_keys(metadata.signed),
            )
    except ValueError as error:
        raise RootUnusableError(
            f"This is no root of trust, or it is not signed by enough of its own keys ({error}).",
            which=where,
            remedy="Ask the signer of the packs for the file root.json, and compare its fingerprint.",
        ) from error


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of what is signed of a root: it stays the same when further keys sign it."""
    return hashlib.sha256(Metadata[Root].from_bytes(content).signed_bytes).hexdigest()


def shipped_root() -> bytes | None:
    """Return the root that comes with Sanduku; None while no ceremony has made one."""
    file = resources.files(__package__).joinpath(SHIPPED_ROOT)
    return file.read_bytes() if file.is_file() else None


class Anchors:
    """The roots that this computer trusts."""

    def __init__(
        self,
        folder: Path,
        *,
        shipped: bytes | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Keep them in a folder.

        Args:
            folder: Need not exist.
            shipped: The root that comes with Sanduku.
            now: The clock, in UTC.
        """
        self._folder = folder
        self._shipped = shipped
        self.now = now

    def all(self) -> Iterator[Anchor]:
        """Yield the trusted roots, the one that comes with Sanduku first; raises RootUnusableError."""
        if self._shipped is not None:
            yield self._shipped_anchor(self._shipped)
        if self._folder.is_dir():
            for each in sorted(self._folder.iterdir()):
                if (each / _ANCHOR).is_file():
                    yield _read_anchor(each)

    def add(self, proposal: Proposal, *, name: str, confirmed: str, team: str = "") -> Anchor:
        """Trust a root from now on; one that is trusted already stays as it is.

        Args:
            proposal: The root.
            name: How its signer is to be called; empty for the name that it proposes itself.
            confirmed: At least 16 characters of its fingerprint, as the person got it from elsewhere.
            team: Id of the team on whose behalf it is added; empty for a person.

        Raises:
            FingerprintDiffersError: ``confirmed`` is not its fingerprint.
            RootUnusableError: It has no name, or the name of another signer.
        """
        given = re.sub(r"[\s:-]", "", confirmed).lower()
        if len(given) < LEAST_FINGERPRINT or not proposal.fingerprint.startswith(given):
            raise FingerprintDiffersError(
                "The fingerprint is not that of this file.",
                which=confirmed,
                remedy=f"Ask the signer for the fingerprint by another way than the file, and give at least"
                f" {LEAST_FINGERPRINT} characters of it. Do not trust the file if they differ.",
            )
        called = _tidy(name) or proposal.name
        others = {each.name.casefold(): each for each in self.all()}
        present = next((each for each in others.values() if each.fingerprint == proposal.fingerprint), None)
        if present is not None:
            return present
        if not called or called.casefold() in others:
            raise RootUnusableError(
                f"Another signer is called '{called}' already." if called else "The signer has no name yet.",
                which=called or None,
                remedy="Choose a name that tells this signer from all others: --name NAME.",
            )
        id_ = proposal.fingerprint[:16]
        folder = self._folder / id_
        write_whole(folder / _NEWEST, proposal.content)
        added = self.now().isoformat(timespec="seconds")
        facts = {"format": _FORMAT, "name": called, "fingerprint": proposal.fingerprint, "added_at": added}
        if team:
            facts["team"] = team
        _write_facts(folder, {**facts, "programs": bool(team) or proposal.programs is not None})
        return _read_anchor(folder)

    def heed_programs(self, named: str, *, heeded: bool) -> Anchor:
        """Heed the keys for programs of a trusted root from now on, or no longer; raises NotFoundError."""
        anchor = self.find(named)
        if anchor.shipped:
            raise RootUnusableError(
                "This root comes with Sanduku, and signs its new versions.", which=anchor.name
            )
        folder = self._folder / anchor.id
        facts = json.loads((folder / _ANCHOR).read_text(encoding="utf-8"))
        _write_facts(folder, {**facts, "programs": heeded})
        return _read_anchor(folder)

    def find(self, named: str) -> Anchor:
        """Return a trusted root by its name or the beginning of its fingerprint; raises NotFoundError."""
        for each in self.all():
            if named.casefold() == each.name.casefold() or (
                len(named) >= 4 and each.fingerprint.startswith(named.lower())
            ):
                return each
        raise NotFoundError(
            "No signer of this name or fingerprint is trusted here.",
            which=named,
            remedy="'sanduku packs trust list' shows all.",
        )

    def remove(self, named: str) -> Anchor:
        """Trust a root no longer; raises NotFoundError, and RootUnusableError for the one of Sanduku."""
        anchor = self.find(named)
        if anchor.shipped:
            raise RootUnusableError(
                "This root comes with Sanduku, and goes when Sanduku is removed.", which=anchor.name
            )
        take_away(self._folder / anchor.id, self._folder / ".leaving")
        return anchor

    def advance(self, anchor: Anchor, root: bytes) -> Anchor:
        """Keep the newest root that was reached from a trusted one, which the caller has verified."""
        write_whole(self._folder / anchor.id / _NEWEST, root)
        return replace(anchor, root=root)

    # What was seen

    def seen(self, anchor: Anchor, pack: str, use: Use = Use.PACKS) -> dict[str, bytes]:
        """Return the metadata with which something of this signer was installed last; empty if none was.

        Raises:
            RootUnusableError: It is there and cannot be read: then nothing guards against older packs.
        """
        found: dict[str, bytes] = {}
        for name in SEEN:
            path = self._folder / anchor.id / _SEEN_OF[use] / pack / name
            try:
                found[name] = path.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise RootUnusableError(
                    f"What was seen of this signer's packs cannot be read ({error.strerror or error}).",
                    which=path,
                    remedy="Check that this folder is yours to read, and do it again.",
                ) from error
        return found

    def remember(
        self,
        anchor: Anchor,
        pack: str,
        root: bytes,
        metadata: Mapping[str, bytes],
        use: Use = Use.PACKS,
    ) -> None:
        """Write down with which metadata a pack or program is about to be installed, and the newest root."""
        folder = self._folder / anchor.id
        if root != anchor.root:
            write_whole(folder / _NEWEST, root)
        for name in SEEN:
            write_whole(folder / _SEEN_OF[use] / pack / name, metadata[name])

    # The clock

    def latest_clock(self) -> datetime | None:
        """Return what the clock told when a pack was installed last; None if none was."""
        with suppress(OSError, ValueError):
            return datetime.fromisoformat((self._folder / "clock").read_text(encoding="ascii").strip())
        return None

    def remember_clock(self) -> None:
        """Write down the time. Whoever installs a pack was told if it went back, and is told so once."""
        write_whole(self._folder / "clock", self.now().isoformat(timespec="seconds").encode("ascii"))

    def _shipped_anchor(self, content: bytes) -> Anchor:
        proposal = read_root(content, Path(SHIPPED_ROOT))
        id_ = proposal.fingerprint[:16]
        with suppress(OSError):
            content = (self._folder / id_ / _NEWEST).read_bytes()
        return Anchor(id_, proposal.name or "Sanduku", proposal.fingerprint, content)


def _write_facts(folder: Path, facts: Mapping[str, object]) -> None:
    write_whole(folder / _ANCHOR, json.dumps(facts, ensure_ascii=False, indent=1).encode())


def _read_anchor(folder: Path) -> Anchor:
    try:
        part = parse((folder / _ANCHOR).read_text(encoding="utf-8"))
        part.need("format", whole(1, _FORMAT))
        team = part.may("team", filled, "")
        made = Anchor(
            id=folder.name,
            name=part.need("name", filled),
            fingerprint=part.need("fingerprint", filled),
            root=(folder / _NEWEST).read_bytes(),
            added_at=part.need("added_at", filled),
            team=team,
            programs=part.may("programs", flag, default=bool(team)),
        )
        part.end()
    except (OSError, ValueError) as error:
        raise RootUnusableError(
            f"What is written down about a trusted signer cannot be read ({error}).",
            which=folder,
            remedy="Delete this folder, and add the signer's root anew: 'sanduku packs trust add FILE'.",
        ) from error
    return made


def _tidy(name: str) -> str:
    """Return a name on one line, without what cannot be seen, and not too long to be shown."""
    return " ".join("".join(each if each.isprintable() else " " for each in name).split())[:60]
