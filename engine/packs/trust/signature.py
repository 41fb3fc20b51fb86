"""Finds out who signed a pack, or whatever else is signed like one, and whether that still holds."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from tuf.api.exceptions import EqualVersionNumberError, RepositoryError
from tuf.api.metadata import Signed
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
from tuf.ngclient.config import EnvelopeType

from engine.packs.errors import (
    PackOlderError,
    RootUnusableError,
    SignatureBrokenError,
    SignerNotAllowedError,
    SignerUnknownError,
)
from engine.packs.manifest import MANIFEST_NAME
from engine.packs.trust.anchors import Anchor, Anchors, fingerprint, read_root
from engine.packs.trust.chain import MOST_ROOTS
from engine.packs.trust.hostile import refused
from engine.packs.trust.uses import Use, hold_by_use

NEVER = datetime.min.replace(tzinfo=UTC)
"""A time at which nothing has expired: age is judged here, and not by the library, which would refuse it."""
CLOCK_MAY_DIFFER = timedelta(days=1)


class SigningState(StrEnum):
    """How a pack stands that may be installed."""

    SIGNED = "signed"
    EXPIRED = "expired"
    """Signed, but the signer promised to renew the signature before now."""
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Subject:
    """What kind of thing is signed.

    Attributes:
        file: Name of its signed file, by which a signature of one kind is none of another.
        noun: How messages call it.
        rollback: The command that uses the version before again; ``NAME`` stands for its name.
        root: Where whoever wants to trust its signer finds the root.
        use: What keys must be for to sign it.
    """

    file: str = MANIFEST_NAME
    noun: str = "pack"
    rollback: str = "sanduku packs rollback NAME"
    root: str = "the file 1.root.json of the pack's folder metadata"
    use: Use = Use.PACKS


A_PACK = Subject()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know before they decide.

    Attributes:
        kind: Which remark it is, by which it is told in other languages.
        text: In English.
        values: What is in it: names, and dates in ISO 8601.
    """

    kind: str
    text: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a pack.

    Attributes:
        state: How it stands.
        anchor: The trusted root; None for an unsigned pack.
        expires: When the first of its parts expires.
        root: The newest root.
        remarks: What a person should know; for instance that the clock is wrong.
    """

    state: SigningState
    anchor: Anchor | None = None
    expires: datetime | None = None
    root: bytes = b""
    remarks: tuple[Remark, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks in English."""
        return tuple(each.text for each in self.remarks)

    @property
    def signer(self) -> str:
        """The name of who signed it; empty for an unsigned pack."""
        return self.anchor.name if self.anchor is not None else ""

    def sentence(self) -> str:
        """Return how it stands in a few words."""
        if self.anchor is None or self.expires is None:
            return "unsigned, added by you"
        if self.state is SigningState.EXPIRED:
            return f"signed by {self.signer}, expired on {self.expires:%Y-%m-%d}"
        return f"signed by {self.signer}"


def check_signature(
    metadata: Mapping[str, bytes],
    manifest: bytes,
    name: str,
    where: Path,
    anchors: Anchors,
    *,
    arriving: bool = True,
    subject: Subject = A_PACK,
) -> Signature:
    """Find out who signed a pack, or another subject.

    Args:
        metadata: The files of its folder ``metadata`` by name; empty for an unsigned pack.
        manifest: The manifest as it lies in the pack.
        name: Of the pack, from its manifest.
        where: Names the pack in errors.
        anchors: Whom this computer trusts.
        arriving: Whether the pack is about to be installed, so that it must not be older than what was seen.
        subject: What kind of thing it is.

    Raises:
        SignatureBrokenError: It is signed, and the signature does not hold.
        SignerUnknownError: It is signed by nobody who is trusted here.
        SignerNotAllowedError: It is signed by somebody who is trusted, but not for this kind of thing.
        PackOlderError: It is older than one that was installed before.
    """
    if not metadata:
        return Signature(SigningState.UNSIGNED)
    complaints = []
    disagreed: SignerNotAllowedError | None = None
    trusted = list(anchors.all())
    for anchor in trusted:
        try:
            found, root = _verified(
                anchor.root, metadata, manifest, f"{name}/{subject.file}", {}, subject.use
            )
        except ValueError as error:
            complaints.append(str(error))
            continue
        if subject.use is Use.PROGRAMS and not anchor.programs:
            disagreed = disagreed or _not_agreed(where, anchor, subject)
            continue
        if arriving:
            _refuse_older(anchor, metadata, manifest, name, where, anchors, subject)
        return _judged(Signature(SigningState.SIGNED, anchor, root=root), found, anchors, subject)
    if disagreed is not None:
        raise disagreed
    raise _why_nobody(metadata, manifest, name, where, trusted, complaints, subject)


def refuse_unsigned(
    root: bytes, metadata: Mapping[str, bytes], manifest: bytes, name: str, where: Path
) -> None:
    """Raise SignatureBrokenError unless a pack is signed under a root; whatever its age.

    Args:
        root: Trusted.
        metadata: The files of the pack's folder ``metadata`` by name.
        manifest: The manifest as it lies in the pack.
        name: Of the pack, from its manifest.
        where: Names the pack in errors.
    """
    try:
        _verified(root, metadata, manifest, f"{name}/{A_PACK.file}", {}, A_PACK.use)
    except ValueError as error:
        raise _broken(where, str(error), A_PACK) from error


def _verified(
    root: bytes,
    metadata: Mapping[str, bytes],
    manifest: bytes,
    target: str,
    seen: Mapping[str, bytes],
    use: Use,
) -> tuple[TrustedMetadataSet, bytes]:
    """Go through the workflow of a TUF client; return what holds, and the newest root.

    Args:
        root: The trusted root to begin with.
        metadata: What came with the pack.
        manifest: The manifest, which the targets must name.
        target: The path under which they must name it.
        seen: Metadata of an earlier pack, behind which no version may go back.
        use: What the keys must be for.

    Raises:
        ValueError: It does not hold.
    """
    with refused():
        held = TrustedMetadataSet(root, EnvelopeType.METADATA)
        held.reference_time = NEVER
        for _ in range(MOST_ROOTS):
            following = metadata.get(f"{held.root.version + 1}.root.json")
            if following is None:
                break
            held.update_root(following)
            root = following
        hold_by_use(held.root, use)
        # What was seen may be signed by keys that a newer root took away; then it protects no longer, which
        # is how TUF lets a signer recover from a stolen key.
        with suppress(RepositoryError, KeyError):
            held.update_timestamp(seen["timestamp.json"])
        _update_timestamp(held, metadata["timestamp.json"])
        with suppress(RepositoryError, KeyError):
            held.update_snapshot(seen["snapshot.json"], trusted=True)
        held.update_snapshot(metadata["snapshot.json"])
        targets = held.update_targets(metadata["targets.json"])
        targets.targets[target].verify_length_and_hashes(manifest)
        return held, root


def _update_timestamp(held: TrustedMetadataSet, content: bytes) -> None:
    with suppress(EqualVersionNumberError):  # the very same one: the pack is installed once more
        held.update_timestamp(content)


def _refuse_older(
    anchor: Anchor,
    metadata: Mapping[str, bytes],
    manifest: bytes,
    name: str,
    where: Path,
    anchors: Anchors,
    subject: Subject,
) -> None:
    try:
        seen = anchors.seen(anchor, name, subject.use)
        _verified(anchor.root, metadata, manifest, f"{name}/{subject.file}", seen, subject.use)
    except ValueError as error:
        raise PackOlderError(
            f"This {subject.noun} is older than the one of {anchor.name} that was installed here before.",
            which=where,
            remedy=f"Bring the newest one from {anchor.name}. To use the version before the present one:"
            f" '{subject.rollback.replace('NAME', name)}'.",
        ) from error


def _judged(signature: Signature, held: TrustedMetadataSet, anchors: Anchors, subject: Subject) -> Signature:
    """Return the signature with its age judged."""
    parts: dict[str, Signed] = {
        "root": held.root,
        "timestamp": held.timestamp,
        "snapshot": held.snapshot,
        "targets": held.targets,
    }
    now, latest = anchors.now(), anchors.latest_clock()
    expires = min(part.expires for part in parts.values())
    today = {"today": f"{now:%Y-%m-%d}"}
    remarks = []
    if latest is not None and now < latest - CLOCK_MAY_DIFFER:
        # A dead battery sets the clock back, a slip sets it forward: which one it was, nobody can tell.
        unsure = latest >= expires > now
        remarks.append(
            Remark(
                "clock-may-hide-expiry" if unsure else "clock",
                f"The clock of this computer says {now:%Y-%m-%d}, and said {latest:%Y-%m-%d} before: one of"
                f" the two is wrong.{' If that was right, the signature has expired.' if unsure else ''}",
                {**today, "before": f"{latest:%Y-%m-%d}"},
            )
        )
    over = [role for role, part in parts.items() if part.is_expired(now)]
    if over:
        remarks.append(
            Remark(
                "expired",
                f"{signature.signer} should have renewed the signature by {expires:%Y-%m-%d}"
                f" ({', '.join(over)}). The {subject.noun} is the one that was signed, but a newer one may"
                f" exist. Or the clock is wrong: it says {now:%Y-%m-%d}.",
                {**today, "signer": signature.signer, "expires": f"{expires:%Y-%m-%d}"},
            )
        )
    state = SigningState.EXPIRED if over else SigningState.SIGNED
    return replace(signature, state=state, expires=expires, remarks=tuple(remarks))


def _why_nobody(
    metadata: Mapping[str, bytes],
    manifest: bytes,
    name: str,
    where: Path,
    trusted: list[Anchor],
    complaints: list[str],
    subject: Subject,
) -> SignatureBrokenError | SignerUnknownError | SignerNotAllowedError:
    """Tell a broken signature from one of somebody who is not known here, or known for other things."""
    roots = [content for file, content in metadata.items() if file.endswith("root.json")]
    first = min(roots, key=_version_of, default=None)
    target = f"{name}/{subject.file}"
    try:
        if first is None:
            raise ValueError("it has no root")
        proposal = read_root(first, where)
        _verified(first, metadata, manifest, target, {}, subject.use)
    except (ValueError, RootUnusableError) as error:
        if first is not None and _signed_as_a_pack(first, metadata, manifest, target, subject):
            return _for_packs_alone(where, proposal.name, subject)
        return _broken(where, str(error), subject)
    known = {each.fingerprint: each for each in trusted} | {
        _safe_fingerprint(each.root): each for each in trusted
    }
    same = next((known[mark] for mark in map(_safe_fingerprint, roots) if mark in known), None)
    if same is not None:
        return _broken(
            where, f"{same.name} has replaced the keys since, or: {'; '.join(complaints)}", subject
        )
    said = f", who says to be '{proposal.name}'" if proposal.name else ""
    return SignerUnknownError(
        f"The {subject.noun} is signed by somebody whom this computer does not trust yet{said}. The"
        f" fingerprint is {proposal.spoken_fingerprint}.",
        which=where,
        remedy="Ask the signer, by phone or on paper, whether this is the fingerprint. If it is:"
        f" 'sanduku packs trust add FILE' with {subject.root}.",
    )


def _signed_as_a_pack(
    root: bytes, metadata: Mapping[str, bytes], manifest: bytes, target: str, subject: Subject
) -> bool:
    """Whether what is no pack is signed by the keys for packs."""
    if subject.use is Use.PACKS:
        return False
    with suppress(ValueError):
        _verified(root, metadata, manifest, target, {}, Use.PACKS)
        return True
    return False


def _for_packs_alone(where: Path, name: str, subject: Subject) -> SignerNotAllowedError:
    called = f"'{name}'" if name else "its signer"
    return SignerNotAllowedError(
        f"This {subject.noun} is signed with a key for model packs. Such a key may sign no program,"
        f" whoever it belongs to. Nothing was installed.",
        which=where,
        remedy=f"Ask {called} for the {subject.noun} signed with a key for programs; docs/updates.md tells"
        " how such a key is made. If you did not expect this file from them, do not use it, and tell them.",
    )


def _not_agreed(where: Path, anchor: Anchor, subject: Subject) -> SignerNotAllowedError:
    return SignerNotAllowedError(
        f"This {subject.noun} is signed by {anchor.name}, whom this computer trusts for model packs, and not"
        " for programs.",
        which=where,
        remedy=f"Ask {anchor.name}, by phone or on paper, whether they made it. To trust them for programs as"
        f" well: 'sanduku packs trust programs \"{anchor.name}\"'.",
    )


def _broken(where: Path, why: str, subject: Subject) -> SignatureBrokenError:
    return SignatureBrokenError(
        f"The signature of this {subject.noun} is broken ({why}). Nothing was installed.",
        which=where,
        remedy=f"Copy the {subject.noun} again from where it came. If it stays so, do not use it, and tell"
        " its signer.",
    )


def _version_of(root: bytes) -> int:
    try:
        return read_root(root, Path()).version
    except RootUnusableError:
        return 1 << 62


def _safe_fingerprint(root: bytes) -> str:
    try:
        with refused():
            return fingerprint(root)
    except ValueError:
        return ""
