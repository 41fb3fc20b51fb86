"""One end of the link: a network namespace of its own with a TUN device, held open until standard input ends.

Started within the new namespace (see :mod:`benchmarks.link.rig`); hands the device over a socket to whoever
started it.
"""

import fcntl
import socket
import struct
import subprocess
import sys
from pathlib import Path

_TUNSETIFF = 0x400454CA
_IFF_TUN = 0x0001
_IFF_NO_PI = 0x1000
DEVICE = "link0"


def main(arguments: list[str]) -> None:
    """Make the device, give it the address, hand it over, and wait."""
    channel, address = int(arguments[0]), arguments[1]
    with Path("/dev/net/tun").open("r+b", buffering=0) as tun:
        fcntl.ioctl(tun, _TUNSETIFF, struct.pack("16sH", DEVICE.encode(), _IFF_TUN | _IFF_NO_PI))
        for command in (
            ["ip", "link", "set", "lo", "up"],
            ["ip", "addr", "add", f"{address}/24", "dev", DEVICE],
            ["ip", "link", "set", DEVICE, "mtu", "1400", "up"],
        ):
            subprocess.run(command, check=True)
        with socket.socket(fileno=channel) as stream:
            socket.send_fds(stream, [b"."], [tun.fileno()])
            sys.stdin.buffer.read()


if __name__ == "__main__":
    main(sys.argv[1:])
