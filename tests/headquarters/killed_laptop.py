"""A laptop that sends and is killed: ``python -m tests.headquarters.killed_laptop FOLDER N WHEN``.

It ends by SIGKILL before the N-th message goes out, in the middle of it, or after its answer came and before
anybody here has read it. Nothing is closed or said: as if the battery were taken out.
"""

import sys
from pathlib import Path

from engine.library import open_library
from engine.settings import LibrarySettings, NetworkSettings, Settings
from engine.sync.network import HttpTransport
from engine.sync.running import synchronise
from engine.sync.transport import Reply, Request
from tests.dying import die


def main(folder: str, number: str, when: str) -> None:
    left, carry = [int(number)], HttpTransport.send

    def send(self: HttpTransport, request: Request) -> Reply:
        left[0] -= 1
        if left[0] == 0 and when == "before":
            die()
        if left[0] == 0 and when == "within" and len(request.body) > 100:
            half = len(request.body) // 2
            _cut_off_after(self, request, half)
        reply = carry(self, request)
        if left[0] == 0:
            die()
        return reply

    HttpTransport.send = send  # type: ignore[method-assign]
    settings = Settings(network=NetworkSettings(files="originals"))
    with open_library(Path(folder), settings=LibrarySettings(ballast_megabytes=0, author="Amina")) as library:
        synchronise(library, settings)


def _cut_off_after(transport: HttpTransport, request: Request, count: int) -> None:
    import httpx

    def body():
        yield request.body[:count]
        die()

    headers = {
        **request.headers,
        "content-length": str(len(request.body)),
        "content-type": request.content_type,
    }
    with httpx.Client() as client:
        client.request(request.method, transport._urls[0] + request.path, headers=headers, content=body())


if __name__ == "__main__":
    main(*sys.argv[1:])
