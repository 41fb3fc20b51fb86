"""A program at one end of the link reaches one at the other, and nothing else does."""

import subprocess
import sys

import pytest

from benchmarks.link.profiles import PROFILES
from benchmarks.link.rig import SERVER, Rig, why_unavailable

_SERVE = """import socket
server = socket.create_server(("{}", 9))
print("up", flush=True)
server.accept()[0].sendall(b"hello")
"""
_ASK = "import socket; print(socket.create_connection(('{}', 9), timeout=20).recv(5).decode())"


@pytest.mark.skipif(why_unavailable() is not None, reason=str(why_unavailable()))
def test_a_connection_goes_over_the_link_and_is_counted():
    with Rig(PROFILES["clean"]) as rig:
        command = rig.at("server", [sys.executable, "-c", _SERVE.format(SERVER)])
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout.readline() == "up\n"
            ask = [sys.executable, "-c", _ASK.format(SERVER)]
            asked = subprocess.run(rig.at("laptop", ask), capture_output=True, text=True, check=True)
        carried = rig.finish()
    assert asked.stdout == "hello\n"
    assert carried["down"]["sent_packets"] >= 3
    assert carried["up"]["sent_bytes"] > 100
