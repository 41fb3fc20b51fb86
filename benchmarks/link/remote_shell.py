"""What rsync takes for its remote shell: starts rsync at the other end of a connection, and passes bytes on.

Instead of rsync's own daemon, which wants rights that a user's namespace does not give. It adds nothing to
what goes over the link but the command's one line.
"""

import contextlib
import json
import os
import socket
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

from benchmarks.link.peers import PORT, STALL
from benchmarks.link.rig import SERVER

_PIECE = 65_536


class _Remote(socketserver.StreamRequestHandler):
    rbufsize = 0

    def handle(self) -> None:
        letters = iter(lambda: self.rfile.read(1), b"\n")
        command: list[str] = json.loads(b"".join(letters))
        with contextlib.suppress(OSError):
            subprocess.run(command, stdin=self.connection, stdout=self.connection, check=False)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


def serve(folder: Path) -> None:
    """Start what laptops ask for, within a folder, until killed."""
    os.chdir(folder)
    with _Server((SERVER, PORT), _Remote) as server:
        server.serve_forever()


def connect(command: list[str]) -> None:
    """Start a command at the server's end and join it to standard input and output."""
    with socket.create_connection((SERVER, PORT), timeout=STALL) as connection:
        connection.settimeout(None)
        connection.sendall(json.dumps(command).encode() + b"\n")
        threading.Thread(target=_pass_on, args=(connection,), daemon=True).start()
        while piece := connection.recv(_PIECE):
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()


def _pass_on(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := os.read(sys.stdin.fileno(), _PIECE):
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_WR)


def main(arguments: list[str]) -> None:
    """Serve a folder (``--serve FOLDER``), or be a remote shell (``HOST COMMAND...``)."""
    if arguments[0] == "--serve":
        serve(Path(arguments[1]))
    else:
        connect(arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
