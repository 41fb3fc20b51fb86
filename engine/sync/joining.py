"""How a library joins a team: it makes a key, and tells headquarters of it with the invitation's code.

The key lies in the library before anything goes out, so a lost answer is asked for again with the same key,
and headquarters answers the same.
"""

from engine.library import Library
from engine.library.team import NewTeam, Team
from engine.sync.errors import UntrustedError
from engine.sync.ledger import APP
from engine.sync.postman import Postman
from engine.sync.transport import Request
from engine.sync.wire.enrolment import EnrolReply, EnrolRequest
from engine.sync.wire.invitation import Invitation
from engine.sync.wire.signatures import new_private_key, public_key_of


def fingerprint_of(about: NewTeam) -> str:
    """Return what a person compares with headquarters, of a team that the library belongs to."""
    return Invitation(
        urls=about.urls,
        team=about.team,
        team_name=about.name,
        code=about.code,
        hq=about.hq,
        signing_key=about.signing_key,
        recipient=about.recipient,
        recovery_recipient=about.recovery_recipient,
        expires="",
        tls_pin=about.tls_pin,
        packs_root=about.packs_root,
    ).fingerprint


def begin_to_join(library: Library, invitation: Invitation) -> Team:
    """Keep whom to trust and a key of our own; nothing goes out. Raises TeamError for a second team."""
    return library.exchange.team.join(
        NewTeam(
            hq=invitation.hq,
            team=invitation.team,
            name=invitation.team_name,
            urls=invitation.urls,
            signing_key=invitation.signing_key,
            recipient=invitation.recipient,
            recovery_recipient=invitation.recovery_recipient,
            code=invitation.code,
            tls_pin=invitation.tls_pin,
            packs_root=invitation.packs_root,
        ),
        new_private_key,
    )


def enrol(library: Library, postman: Postman, *, device_name: str = "laptop", again: bool = False) -> Team:
    """Tell headquarters of this device, once; raises Refused or LinkError.

    Args:
        library: That has begun to join.
        postman: Carries the message.
        device_name: What people call this laptop.
        again: Also where it was told before, since headquarters may have forgotten.
    """
    team = library.exchange.team.required()
    if team.device is None or again:
        request = EnrolRequest(
            code=team.about.code,
            library_id=library.library_id,
            device_id=library.device_id,
            device_name=device_name,
            public_key=public_key_of(team.private_key),
            app=APP,
        )
        reply = EnrolReply.decode(postman.bare(Request("POST", "/v1/enrol", request.encode())).body)
        if reply.team != team.about.team:
            raise UntrustedError(
                "Headquarters answered for another team than the invitation names.",
                remedy="Ask headquarters for a new invitation.",
            )
        library.exchange.team.joined(reply.device, library.device_id)
        postman.may_sign(reply.challenge)
    return library.exchange.team.required()
