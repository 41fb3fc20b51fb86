"""The team that a library belongs to: whom it trusts, who it is there, and how far both are with one another.

The device's private key lies here, in the encrypted database; tokens lie nowhere. Knows no network.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from engine.canonical import GENESIS
from engine.errors import NotFoundError
from engine.library.changes import Changes
from engine.library.clock import Clock, timestamp
from engine.library.connection import Connection, Row
from engine.library.errors import TeamError


@dataclass(frozen=True, slots=True)
class NewTeam:
    """What an invitation says.

    Attributes:
        hq: Id of headquarters.
        team: Id of the team.
        name: What people call the team.
        urls: Where headquarters answers.
        signing_key: Of headquarters, Ed25519.
        recipient: Of headquarters, for bundles.
        recovery_recipient: A second one, or empty.
        code: Good for one laptop.
        tls_pin: SHA-256 of the public key of its certificate, or None.
        packs_root: SHA-256 of the root that signs its packs, or None.
    """

    hq: str
    team: str
    name: str
    urls: tuple[str, ...]
    signing_key: bytes
    recipient: str
    recovery_recipient: str
    code: str
    tls_pin: str | None = None
    packs_root: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a log: the number of the last entry before it, and its hash."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team as the library has it.

    Attributes:
        about: What the invitation said.
        private_key: Of this device.
        next_key: A further one, asked for and not confirmed yet; None for none.
        device: What headquarters calls this device; None before it has answered.
        joined_as: The device id of the library that is known so there; another one now means a restored or
            cloned library.
        joined_at: ISO 8601, UTC.
        stream: Takes the changes at headquarters; None before the first hello.
        have: The changes that headquarters has confirmed.
        hq_epoch: Of headquarters, as last told; 0 for never.
        backed_up_seq: The changes that its backup has, as last signed.
        down: What came down is applied up to here.
        rate: Bytes a second, as last measured; None for never.
    """

    about: NewTeam
    private_key: bytes
    next_key: bytes | None
    device: str | None
    joined_as: str | None
    joined_at: str
    stream: str | None
    have: Place
    hq_epoch: int
    backed_up_seq: int
    down: Place
    rate: float | None


class Teams:
    """Keeps the one team of a library."""

    def __init__(self, connection: Connection, changes: Changes, clock: Clock, *, author: str) -> None:
        """Work on an open library; ``author`` is who uses it."""
        self._connection = connection
        self._changes = changes
        self._clock = clock
        self._author = author

    def get(self) -> Team | None:
        """Return the team, None where the library belongs to none."""
        row = self._connection.row("SELECT * FROM team")
        return None if row is None else _team(row)

    def required(self) -> Team:
        """Return the team; raises NotFoundError where there is none."""
        team = self.get()
        if team is None:
            raise NotFoundError(
                "This library belongs to no team yet.",
                remedy="Ask headquarters for an invitation, and join with 'sanduku team join FILE'.",
            )
        return team

    def join(self, about: NewTeam, new_key: Callable[[], bytes]) -> Team:
        """Begin to join a team; the same invitation again goes on with what was begun, where it names.

        Raises:
            TeamError: The library belongs to another team, or the invitation has another key than its
                headquarters.
        """
        with self._connection.transaction():
            present = self.get()
            if present is None:
                self._connection.run(
                    "INSERT INTO team (only, hq, team, name, urls, signing_key, recipient, "
                    "recovery_recipient, tls_pin, packs_root, code, private_key, joined_at, have_hash,"
                    " down_hash)"
                    " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        about.hq,
                        about.team,
                        about.name,
                        json.dumps(about.urls),
                        about.signing_key,
                        about.recipient,
                        about.recovery_recipient,
                        about.tls_pin,
                        about.packs_root,
                        about.code,
                        new_key(),
                        timestamp(self._clock.now()),
                        GENESIS,
                        GENESIS,
                    ),
                )
            elif (present.about.hq, present.about.team) != (about.hq, about.team):
                raise TeamError(
                    "This library belongs to another team already.",
                    which=present.about.name or present.about.team,
                    remedy="Leave that team first with 'sanduku team leave', or make a new library.",
                )
            elif present.about.signing_key != about.signing_key:  # It is made once, and never changes.
                raise TeamError(
                    "This invitation names the headquarters of the team, and has another key than that.",
                    which=present.about.name or present.about.team,
                    remedy="Do not use it, and tell whoever runs headquarters.",
                )
            else:
                # Its fingerprint, which a person compared, covers where headquarters answers and for whom
                # sticks are encrypted; both may have changed since the first invitation.
                self._connection.run(
                    "UPDATE team SET name = ?, urls = ?, tls_pin = ?, recipient = ?, recovery_recipient = ?,"
                    " packs_root = coalesce(?, packs_root)",
                    (
                        about.name,
                        json.dumps(about.urls),
                        about.tls_pin,
                        about.recipient,
                        about.recovery_recipient,
                        about.packs_root,
                    ),
                )
                if present.about.code != about.code:
                    # After the first one expired, or headquarters forgot us or shut us out: to it we are
                    # somebody new, who needs a key of their own.
                    self._connection.run(
                        "UPDATE team SET code = ?, device = NULL, joined_as = NULL, private_key = ?,"
                        " next_key = NULL",
                        (about.code, new_key()),
                    )
        return self.required()

    def go_back_to(self, team: Team) -> None:
        """Belong to a team as before, because a further invitation to it was of no use."""
        about = team.about
        with self._connection.transaction():
            self._connection.run(
                "UPDATE team SET code = ?, name = ?, urls = ?, tls_pin = ?, recipient = ?,"
                " recovery_recipient = ?, packs_root = ?, device = ?, joined_as = ?, private_key = ?,"
                " next_key = ? WHERE hq = ? AND team = ?",
                (
                    about.code,
                    about.name,
                    json.dumps(about.urls),
                    about.tls_pin,
                    about.recipient,
                    about.recovery_recipient,
                    about.packs_root,
                    team.device,
                    team.joined_as,
                    team.private_key,
                    team.next_key,
                    about.hq,
                    about.team,
                ),
            )

    def joined(self, device: str, joined_as: str, *, key: bytes | None = None) -> None:
        """Keep what headquarters calls this device.

        Args:
            device: Its id there.
            joined_as: The device id of the library that is known so.
            key: The further one, where headquarters has confirmed that; it counts from here on. None: it has
                confirmed the one that counts already, and a further one that was asked for is none.
        """
        with self._connection.transaction():
            first = self._connection.value("SELECT device FROM team") is None
            self._connection.run(
                "UPDATE team SET device = ?, joined_as = ?, private_key = coalesce(?, private_key),"
                " next_key = NULL",
                (device, joined_as, key),
            )
            if first:
                self._record("joined")

    def leave(self) -> None:
        """Forget the team with its keys, and what its headquarters still wanted; what came down stays."""
        with self._connection.transaction():
            if self.get() is None:
                return
            self._record("left")
            self._connection.run("DELETE FROM team")
            self._connection.run("DELETE FROM sent_files")
            self._connection.run("UPDATE arrivals SET in_force = 0")
            self._connection.run("UPDATE wanted_files SET state = 'impossible' WHERE state = 'open'")
            self._connection.run("UPDATE hq_settings SET taken = 1")
            self._connection.run("UPDATE pack_offers SET state = 'declined' WHERE state <> 'installed'")

    def ask_for_key(self, key: bytes, *, anew: bool = False) -> bytes:
        """Keep a further key before headquarters hears of it, and return the one to ask for.

        Args:
            key: A new one, which counts where none was asked for before.
            anew: Let it count in any case, because a copy of this library has the other one.
        """
        with self._connection.transaction():
            if anew:
                self._connection.run("UPDATE team SET next_key = NULL")
            self._connection.run("UPDATE team SET next_key = coalesce(next_key, ?)", (key,))
        return bytes(self._connection.value("SELECT next_key FROM team"))

    def met(self, stream: str, have: Place, hq_epoch: int, backed_up_seq: int) -> None:
        """Keep what headquarters said of itself.

        Where it was restored from a backup since, it may have lost files: all are asked about again, and
        earlier receipts prove nothing more.
        """
        with self._connection.transaction():
            if self._connection.value("SELECT hq_epoch FROM team") != hq_epoch:
                self._connection.run("DELETE FROM sent_files")
                self._connection.run("UPDATE wanted_files SET state = 'open' WHERE state = 'sent'")
                self._connection.run("UPDATE team SET backed_up_seq = 0")
            self._connection.run(
                "UPDATE team SET stream = ?, have_seq = ?, have_hash = ?, hq_epoch = ?,"
                " backed_up_seq = min(backed_up_seq, ?)",
                (stream, have.seq, have.hash, hq_epoch, max(backed_up_seq, 0)),
            )

    def confirmed(self, have: Place) -> None:
        """Keep that headquarters has the changes up to a place."""
        with self._connection.transaction():
            self._connection.run("UPDATE team SET have_seq = ?, have_hash = ?", (have.seq, have.hash))

    def measured(self, rate: float) -> None:
        """Keep how many bytes a second went over the network."""
        with self._connection.transaction():
            self._connection.run("UPDATE team SET rate = ?", (rate,))

    def _record(self, kind: str) -> None:
        team = self.required().about
        self._changes.record("team", team.team, kind, {"team": team.team, "hq": team.hq}, author=self._author)


def _team(row: Row) -> Team:
    return Team(
        about=NewTeam(
            hq=row["hq"],
            team=row["team"],
            name=row["name"],
            urls=tuple(json.loads(row["urls"])),
            signing_key=bytes(row["signing_key"]),
            recipient=row["recipient"],
            recovery_recipient=row["recovery_recipient"],
            code=row["code"],
            tls_pin=row["tls_pin"],
            packs_root=row["packs_root"],
        ),
        private_key=bytes(row["private_key"]),
        next_key=None if row["next_key"] is None else bytes(row["next_key"]),
        device=row["device"],
        joined_as=row["joined_as"],
        joined_at=row["joined_at"],
        stream=row["stream"],
        have=Place(row["have_seq"], row["have_hash"]),
        hq_epoch=row["hq_epoch"],
        backed_up_seq=row["backed_up_seq"],
        down=Place(row["down_seq"], row["down_hash"]),
        rate=row["rate"],
    )
