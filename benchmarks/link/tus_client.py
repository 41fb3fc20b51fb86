"""Sends a folder by tus, some files at a time, each going on where it was cut off."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.link.peers import PORT
from benchmarks.link.records import files_of
from benchmarks.link.rig import SERVER

TOGETHER = 3


def main(arguments: list[str]) -> None:
    """Send the folder named."""
    import requests
    from tusclient.client import TusClient
    from tusclient.exceptions import TusCommunicationError

    client = TusClient(f"http://{SERVER}:{PORT}/files")

    def send(path: Path) -> None:
        uploader = client.uploader(str(path), metadata={"filename": path.name}, retries=5, retry_delay=1)
        while True:
            try:
                uploader.upload()
            except (TusCommunicationError, requests.RequestException):
                time.sleep(1)
            else:
                return

    with ThreadPoolExecutor(TOGETHER) as pool:
        list(pool.map(send, files_of(Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])
