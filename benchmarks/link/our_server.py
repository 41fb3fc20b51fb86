"""A headquarters at the server's end of the link, over TLS with a key of its own, as laptops demand it."""

import json
import socket
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from benchmarks.link.peers import PORT
from benchmarks.link.rig import SERVER
from headquarters.app import create_app
from headquarters.enrolment.invitations import invite
from headquarters.opening import opened_headquarters
from headquarters.serving import server_of
from headquarters.settings import HeadquartersSettings
from headquarters.teams import add_team

CERTIFICATE, KEY, READY = "certificate.pem", "key.pem", "ready.json"


def make_certificate(folder: Path) -> str:
    """Write a certificate that nobody vouches for, and return the SHA-256 of its public key."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "headquarters")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(SERVER))]), critical=False)
        .sign(key, SHA256())
    )
    (folder / CERTIFICATE).write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / KEY).write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(public).hexdigest()


def main(arguments: list[str]) -> None:
    """Serve from a folder, over the database at a URL, on a socket; an invitation lies there then."""
    folder, database = Path(arguments[0]), arguments[1]
    listening = socket.socket(fileno=int(arguments[2]))
    pin = make_certificate(folder)
    settings = HeadquartersSettings(
        data=folder,
        database_url=database,
        host=SERVER,
        port=PORT,
        urls=(f"https://{SERVER}:{PORT}",),
        tls_pin=pin,
    )
    with opened_headquarters(settings) as headquarters:
        with headquarters.database.transaction() as session:
            team = add_team(session, "Link", headquarters.clock)
            _, invitation = invite(session, headquarters, team, label="Laptop", actor="hq:benchmark")
        draft = folder / f"{READY}.new"
        draft.write_text(json.dumps({"invitation": invitation.encode(), "team": invitation.team}))
        draft.replace(folder / READY)
        app = create_app(headquarters)
        server = server_of(app, settings, certificate=folder / CERTIFICATE, key=folder / KEY)
        server.run(sockets=[listening])


if __name__ == "__main__":
    main(sys.argv[1:])
