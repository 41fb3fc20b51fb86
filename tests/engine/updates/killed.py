"""A process that installs an update and dies at a stage: ``python -m tests.engine.updates.killed``."""

import sys
from pathlib import Path

from engine.packs.trust import Anchors
from engine.updates.hosts import Host
from engine.updates.programs import Programs
from engine.updates.saving import unlocked
from engine.updates.updater import Running, Updater
from tests.dying import die


def main(stage: str, file: Path, home: Path, root: Path, platform: str, library: Path, secret: str) -> None:
    """Install, and die as in a power cut when the stage is reached."""

    def reached(each: str) -> None:
        if each == stage:
            die()

    updater = Updater(
        Programs(home),
        Anchors(home / "packs" / ".trust", shipped=root.read_bytes()),
        Host(platform, {"glibc": "9.9"}),
        Running("0.1.0", packaged=True),
        reached=reached,
    )
    updater.install(file, [unlocked(library, passphrase=secret)])


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:5]), sys.argv[5], Path(sys.argv[6]), sys.argv[7])
