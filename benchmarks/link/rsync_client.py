"""Sends a folder by rsync, again and again until it is done."""

import subprocess
import sys

from benchmarks.link.peers import STALL


def main(arguments: list[str]) -> None:
    """Send the folder named."""
    shell = f"{sys.executable} -m benchmarks.link.remote_shell"
    command = [
        "rsync",
        "-rz",
        "--partial",
        f"--timeout={STALL}",
        "-e",
        shell,
        f"{arguments[0]}/",
        "headquarters:.",
    ]
    while subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode:
        pass


if __name__ == "__main__":
    main(sys.argv[1:])
