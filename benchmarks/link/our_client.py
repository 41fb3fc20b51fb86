"""Sends a library over the link, again and again until headquarters has signed for all of it."""

import random
import sys
import time
from pathlib import Path

from engine.library import open_library
from engine.settings import NetworkSettings, Settings
from engine.sync.errors import SyncError
from engine.sync.joining import begin_to_join, enrol
from engine.sync.network import Network
from engine.sync.running import new_postman
from engine.sync.session import Session
from engine.sync.standing import Wishes
from engine.sync.transport import LinkError
from engine.sync.wire.invitation import Invitation

THUMBNAILS = (3,)
SETTINGS = Settings(network=NetworkSettings(use="manual", stall_seconds=30))


def main(arguments: list[str]) -> None:
    """Join with an invitation, and send the library in a folder; ``text`` sends no pictures."""
    folder, invitation, what = Path(arguments[0]), Invitation.decode(arguments[1]), arguments[2]
    tiers = () if what == "text" else THUMBNAILS
    with open_library(folder) as library:
        team = begin_to_join(library, invitation).about
        while True:
            door = Network(SETTINGS.network).open(team.urls, tls_pin=team.tls_pin, asked_by="person")
            with door as transport:
                postman = new_postman(library, transport, SETTINGS, purpose="benchmark", asked_by="person")
                try:
                    enrol(library, postman, device_name="laptop")
                    wishes = Wishes(tiers=tiers, doubt_threshold=0.9)
                    Session(
                        library, postman, wishes,
                        monotonic=time.monotonic, sleep=time.sleep, chance=random.random,
                        told=lambda _standing: None, cancelled=lambda: False,
                    ).run()  # fmt: skip
                except (SyncError, LinkError):
                    continue
                finally:
                    postman.end("benchmark")
            return


if __name__ == "__main__":
    main(sys.argv[1:])
