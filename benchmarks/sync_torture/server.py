"""What the processes of a tortured headquarters do: serve, or take what lies on a stick."""

import random
import shutil
from pathlib import Path
from typing import Any

from engine.errors import SandukuError
from engine.sync.wire.errors import WireError
from headquarters.app import create_app
from headquarters.bundles.taking import take_bundle
from headquarters.opening import opened_headquarters
from headquarters.operations.maintenance import maintained
from headquarters.protection.logs import log_to_standard_error
from headquarters.serving import server_of
from headquarters.settings import HeadquartersSettings


def settings_of(arguments: dict[str, Any]) -> HeadquartersSettings:
    """Return the settings of the headquarters that a process belongs to."""
    return HeadquartersSettings(
        data=Path(arguments["data"]),
        database_url=arguments["database_url"],
        blobs=arguments["blobs"],
        port=int(arguments["port"]),
        urls=(f"http://127.0.0.1:{arguments['port']}",),
        secure_cookies=False,
        requests_per_minute=10_000_000,
        strangers_per_minute=10_000_000,
        batch_bytes=16 << 10,
        pack_bytes=256 << 10,
        chunk_bytes=64 << 10,
    )


def serve(arguments: dict[str, Any]) -> None:
    """Be the server, as ``sanduku-hq serve`` is, until killed."""
    settings = settings_of(arguments)
    log_to_standard_error()
    with opened_headquarters(settings) as headquarters:
        server = server_of(create_app(headquarters), settings)
        with maintained(headquarters, every=2.0):
            server.run()


def take_stick(arguments: dict[str, Any]) -> None:
    """Take bundles from a stick in any order, some of them twice, and write the answers beside them."""
    stick, chance = Path(arguments["stick"]), random.Random(arguments["seed"])  # noqa: S311
    bundles = sorted(stick.glob("sanduku-to-headquarters-*"))
    chance.shuffle(bundles)
    with opened_headquarters(settings_of(arguments)) as headquarters:
        for bundle in bundles[:6]:
            try:
                take_bundle(headquarters, bundle, stick)
            except (SandukuError, WireError) as error:
                # A bundle whose writing was killed, or whose laptop goes another way now: told, and left.
                print("refused", bundle.name, getattr(error, "code", ""), error, flush=True)
            if chance.random() < 0.8:
                shutil.rmtree(bundle)
