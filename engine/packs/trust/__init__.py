"""Who signed a model pack, told by The Update Framework (TUF) from files alone: there is no network here.

A signed pack carries the metadata of a TUF repository in its folder ``metadata``: the chain of roots from the
first one, timestamp, snapshot and targets. Its targets name the manifest, and the manifest names every file
by its hash. What a computer trusts are roots: the one that comes with Sanduku, and those that an
administrator adds.

One root lists its keys by what they are for (:mod:`engine.packs.trust.uses`): those for packs sign no
programs.

What is never negotiable, offline or not: signatures, their thresholds, hashes, and that versions never go
back behind what this computer has seen. What is told and not refused is age. A laptop that has had no network
for a year must install from a stick that was made a year ago, and its clock may be wrong in either direction;
refusing would drive people to packs without any signature. So an expired signature is shown as one, and a
person decides.
"""

from engine.packs.trust.anchors import Anchor, Anchors, Proposal, read_root, shipped_root
from engine.packs.trust.chain import following, in_order
from engine.packs.trust.signature import (
    Remark,
    Signature,
    SigningState,
    Subject,
    check_signature,
    refuse_unsigned,
)
from engine.packs.trust.uses import Use, program_keys

__all__ = [
    "Anchor",
    "Anchors",
    "Proposal",
    "Remark",
    "Signature",
    "SigningState",
    "Subject",
    "Use",
    "check_signature",
    "following",
    "in_order",
    "program_keys",
    "read_root",
    "refuse_unsigned",
    "shipped_root",
]
