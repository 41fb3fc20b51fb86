"""What a laptop still tells of an erased record opens no door for its files."""

import hashlib

from sqlalchemy import select

from headquarters.blobs.tables import NamedBlob
from headquarters.ids import random_id
from headquarters.records.tables import Document
from headquarters.review.erasing import erase

IMAGE = b"\xff\xd8\xff\xe0" + b"the page of somebody who asked to be forgotten"
SHA = hashlib.sha256(IMAGE).hexdigest()


def test_files_of_an_erased_record_are_not_taken_however_late_they_are_spoken_of(laptop, headquarters, clock):
    document = laptop.log.document()
    laptop.send_all()
    with headquarters.database.transaction() as session:
        erase(session, session.get(Document, (laptop.team, document)), clock.now())
    laptop.log.add(
        "reading",
        random_id(),
        "added",
        {"page": "page", "pipeline": "1", "lines": 0, "body_sha256": "b" * 64, "image_sha256": SHA},
        document=document,
    )
    laptop.send_all()
    answer = laptop.client.patch(
        f"/v1/blobs/{SHA}",
        content=IMAGE,
        headers={
            "Upload-Offset": "0",
            "Upload-Length": str(len(IMAGE)),
            "Content-Type": "application/octet-stream",
            **laptop.permission,
        },
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "blob.unwanted")
    with headquarters.database.transaction() as session:
        assert session.scalars(select(NamedBlob.sha256)).all() == []
