"""Trusts the root that signs a team's packs, from when a computer joins the team until it leaves.

Whoever invites a computer to a team tells it the fingerprint of that root over a way that is trusted already;
the root itself may then come over any. A root that a person has added stays when the team goes.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from engine.packs.errors import FingerprintDiffersError
from engine.packs.installer import TRUST
from engine.packs.staging import writing
from engine.packs.trust import Anchor, Anchors, following, in_order, read_root, shipped_root


def trust_team(packs: Path, root: bytes, *, fingerprint: str, team: str, name: str) -> Anchor:
    """Trust the root of a team's packs from now on; done again it changes nothing.

    Args:
        packs: The folder of packs; it need not exist.
        root: Content of the file ``root.json`` that came.
        fingerprint: All 64 hexadecimal characters, as the invitation tells them: the fingerprint that
            ``sanduku packs trust list`` shows, or the SHA-256 of the file.
        team: Id of the team, by which the trust is withdrawn.
        name: How the signer is called here.

    Returns:
        The root as it is trusted; one that a person had added before keeps that person's name for it.

    Raises:
        FingerprintDiffersError: It is another root than the invitation names; nothing is trusted.
        RootUnusableError: It is no root, or another signer has this name.
        PacksUnwritableError: It cannot be written down.
    """
    proposal = read_root(root, Path(f"root of {name}"))
    expected = re.sub(r"[\s:-]", "", fingerprint).lower()
    if expected not in (proposal.fingerprint, hashlib.sha256(root).hexdigest()):
        raise FingerprintDiffersError(
            "The root that signs the team's model packs is not the one that the invitation names. It was not"
            " trusted, and no pack of this team can be installed.",
            which=name,
            remedy="Ask whoever invited you for a new invitation. If the root differs again, tell them:"
            " somebody may have changed it on its way.",
        )
    with writing(packs / TRUST):
        return _anchors(packs).add(proposal, name=name, confirmed=proposal.fingerprint, team=team)


def follow_team(packs: Path, roots: Sequence[bytes], *, fingerprint: str, team: str, name: str) -> Anchor:
    """Trust the root of a team's packs, and follow it to the newest; done again it changes nothing.

    Args:
        packs: The folder of packs; it need not exist.
        roots: The chain of roots as headquarters sends it, in any order.
        fingerprint: Of the root that the invitation names.
        team: Id of the team.
        name: How the signer is called here.

    Returns:
        The root as it is trusted.

    Raises:
        FingerprintDiffersError: None of them is the one that the invitation names.
        RootUnusableError: One is no root, or the chain is broken; nothing changed.
        PacksUnwritableError: It cannot be written down.
    """
    where = Path(f"roots of {name}")
    chain = in_order(roots, where)
    anchors = _anchors(packs)
    present = next((each for each in anchors.all() if each.team == team), None)
    expected = re.sub(r"[\s:-]", "", fingerprint).lower()
    if present is None or not _same_chain(present, chain, expected, where):
        first = next((each for each in chain if expected in _fingerprints(each)), chain[-1] if chain else b"")
        if chain:
            following(first, chain, where)  # A broken chain is refused before anything of it is trusted.
        if present is not None and expected in _fingerprints(first):
            withdraw_team(packs, team)  # A new invitation names a signer who begins anew.
        present = trust_team(packs, first, fingerprint=fingerprint, team=team, name=name)
    later = following(present.root, chain, where)
    if later:
        with writing(packs / TRUST):
            return anchors.advance(present, later[-1])
    return present


def _same_chain(anchor: Anchor, chain: Sequence[bytes], expected: str, where: Path) -> bool:
    """Return whether a fingerprint is that of a trusted root, or of one that follows it."""
    if expected == anchor.fingerprint or expected in _fingerprints(anchor.root):
        return True
    begin = next((each for each in chain if anchor.fingerprint in _fingerprints(each)), anchor.root)
    return any(expected in _fingerprints(each) for each in (begin, *following(begin, chain, where)))


def _fingerprints(root: bytes) -> tuple[str, str]:
    return read_root(root, Path()).fingerprint, hashlib.sha256(root).hexdigest()


def withdraw_team(packs: Path, team: str) -> list[Anchor]:
    """Trust no longer what was trusted on behalf of a team, and return it.

    Packs that it signed stay installed and are shown as signed by somebody who is not trusted.

    Raises:
        RootUnusableError: What is written down about a signer cannot be read.
        PacksUnwritableError: It cannot be removed.
    """
    anchors = _anchors(packs)
    with writing(packs / TRUST):
        return [anchors.remove(each.fingerprint) for each in list(anchors.all()) if each.team == team != ""]


def _anchors(packs: Path) -> Anchors:
    return Anchors(packs / TRUST, shipped=shipped_root())
