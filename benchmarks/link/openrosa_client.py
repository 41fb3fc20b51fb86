"""Sends each record as an OpenRosa submission: XML and picture in one POST, anew after every cut."""

import html
import json
import sys
import time
from pathlib import Path

import httpx

from benchmarks.link.peers import PORT, STALL
from benchmarks.link.records import files_of
from benchmarks.link.rig import SERVER


def submission(path: Path) -> bytes:
    """Return a record as the XML that a form would be."""
    record = json.loads(path.read_bytes())
    lines = "".join(f"<line c='{sure}'>{html.escape(text)}</line>" for text, sure in record["lines"])
    return f"<?xml version='1.0'?><data id='form'><name>{record['name']}</name>{lines}</data>".encode()


def main(arguments: list[str]) -> None:
    """Send the folder named, one submission after the other."""
    url = f"http://{SERVER}:{PORT}/submission"
    with httpx.Client(timeout=STALL) as client:
        for path in files_of(Path(arguments[0])):
            if path.suffix != ".json":
                continue
            files = {"xml_submission_file": (f"{path.stem}.xml", submission(path), "text/xml")}
            picture = path.with_suffix(".jpg")
            if picture.exists():
                files[picture.name] = (picture.name, picture.read_bytes(), "image/jpeg")
            while True:
                try:
                    client.head(url).raise_for_status()
                    client.post(url, files=files).raise_for_status()
                except httpx.HTTPError:
                    time.sleep(1)
                else:
                    break


if __name__ == "__main__":
    main(sys.argv[1:])
