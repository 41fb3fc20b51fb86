"""Invitations as QR codes: for a page, for print, for a terminal."""

import io

import segno

from engine.sync.wire.invitation import Invitation

_QUIET = 4
"""Modules of white around a code, without which cameras do not find it."""


def qr_svg(invitation: Invitation) -> bytes:
    """Return the QR code as an SVG picture, black on white whatever is around it."""
    return _drawn(invitation, "svg", scale=4, light="white", xmldecl=False)


def qr_png(invitation: Invitation) -> bytes:
    """Return the QR code as a PNG picture."""
    return _drawn(invitation, "png", scale=6)


def qr_terminal(invitation: Invitation) -> str:
    """Return the QR code for a terminal, dark background or light: two modules in one character."""
    out = io.StringIO()
    _code(invitation).terminal(out, border=_QUIET, compact=True)
    return out.getvalue()


def _code(invitation: Invitation) -> segno.QRCode:
    return segno.make_qr(invitation.encode(), error="l", boost_error=True)


def _drawn(invitation: Invitation, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    _code(invitation).save(out, kind=kind, border=_QUIET, **options)
    return out.getvalue()
