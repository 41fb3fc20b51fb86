"""A signer with real keys, packs of its own, and what of them a real headquarters offers."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from headquarters.cli.operator import operator_of
from headquarters.parts import Headquarters
from headquarters.review import offering, pack_roots
from headquarters.teams import Team
from models.image_text.signing import Keys

SAMPLE = Path(__file__).parents[1] / "samples" / "image_text" / "clip"
NAME = "tiny-clip"


def passphrase(_key: str) -> str:
    return "a long passphrase"


@dataclass
class Office:
    """An office that signs packs, and its headquarters."""

    headquarters: Headquarters
    team: Team
    keys: Keys
    folder: Path

    def pack(self, version: int = 1, *, signed: bool = True) -> Path:
        """Make a version of a small pack that runs."""
        home = self.folder / f"version {version}"
        home.mkdir(parents=True)
        manifest = json.loads((SAMPLE / "pack.json").read_text())
        for name in manifest["files"]:
            shutil.copy(SAMPLE / name, home)
        (home / "pack.json").write_text(json.dumps(manifest | {"version": version, "recipe": f"v{version}"}))
        if signed:
            self.keys.sign(home, passphrase)
        return home

    def give_roots(self, *roots: bytes) -> None:
        """Tell headquarters who signs."""
        with self.headquarters.database.transaction() as session:
            pack_roots.add_roots(
                session,
                operator_of(self.team.id),
                roots or self.keys.roots(),
                now=self.headquarters.clock.now(),
            )

    def offer(self, folder: Path, *, urgent: bool = False) -> str:
        """Offer a pack; return the id of the offer."""
        files = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
        with self.headquarters.database.transaction() as session:
            return offering.offer_pack(
                session,
                self.headquarters.blobs,
                operator_of(self.team.id),
                files,
                urgent=urgent,
                now=self.headquarters.clock.now(),
            ).id

    def withdraw(self, offer_id: str) -> None:
        """Offer a pack no longer."""
        with self.headquarters.database.transaction() as session:
            offering.withdraw(session, operator_of(self.team.id), offer_id, now=self.headquarters.clock.now())

    def progress(self) -> list[tuple[str, str, str]]:
        """Return version, state and reason of each offer for each laptop."""
        with self.headquarters.database.transaction() as session:
            return [
                (offer.version, each.state, each.reason)
                for offer in offering.offers_of(session, self.team.id)
                for each in offering.progress(session, offer)
            ]
