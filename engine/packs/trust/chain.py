"""Follows a chain of roots: each is signed by enough keys of the one before it, and by enough of its own.

That is how a signer replaces a stolen key, and how whoever trusts an early root comes to trust the newest.
"""

from collections.abc import Sequence
from pathlib import Path

from tuf.api.metadata import Metadata, Root
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet
from tuf.ngclient.config import EnvelopeType

from engine.packs.errors import RootUnusableError
from engine.packs.trust.anchors import read_root
from engine.packs.trust.hostile import refused

MOST_ROOTS = 256
"""Of one chain; a signer makes about one a year."""


def in_order(roots: Sequence[bytes], where: Path) -> list[bytes]:
    """Return a chain of roots, the first one first, each version once; raises RootUnusableError."""
    if len(roots) > MOST_ROOTS:
        raise RootUnusableError(f"A chain of more than {MOST_ROOTS} roots is no chain of roots.", which=where)
    found: dict[int, bytes] = {}
    for content in roots:
        version = read_root(content, where).version
        if found.setdefault(version, content) != content:
            raise RootUnusableError(f"There are two different roots with the number {version}.", which=where)
    return [found[version] for version in sorted(found)]


def following(root: bytes, roots: Sequence[bytes], where: Path) -> list[bytes]:
    """Return those of some roots that come after a trusted one, each of them verified by the one before.

    Args:
        root: Trusted.
        roots: Of its chain, in any order; those before it are passed over.
        where: Names them in errors.

    Raises:
        RootUnusableError: One of them is not signed by enough keys of the one before, or one is missing.
    """
    later = [each for each in in_order(roots, where) if _version(each) > _version(root)]
    try:
        with refused():
            held = TrustedMetadataSet(root, EnvelopeType.METADATA)
            for each in later:
                held.update_root(each)
    except ValueError as error:
        raise RootUnusableError(
            f"The chain of roots is broken: the next one is not signed by the keys before it ({error}).",
            which=where,
            remedy="Ask whoever signs the packs for all their roots. If it stays so, somebody may have put in"
            " one of their own.",
        ) from error
    return later


def _version(root: bytes) -> int:
    return Metadata[Root].from_bytes(root).signed.version
