"""A person's day with the program, from the first scan to the restored backup."""

import re
from pathlib import Path

from engine.errors import ExitCode


def test_from_scan_to_backup(person, scans, tmp_path):
    folder = scans("receipt.jpg", "referral-letter.tif")

    read = person.types("read", folder, "--json").json
    assert [document["status"] for document in read["documents"]] == ["read", "read"]
    assert read["problems"] == []
    letter = next(each for each in read["documents"] if each["name"] == "referral-letter.tif")
    assert [page["index"] for page in letter["pages"]] == [0, 1]
    lines = letter["pages"][0]["lines"]
    assert all(0 <= line["confidence"] <= 1 for line in lines)
    word = max(re.findall(r"[A-Za-z]{6,}", letter["pages"][0]["text"]), key=len)

    found = person.types("search", word, "--json").json
    assert letter["id"] in {hit["document_id"] for hit in found["hits"]}

    person.types("correct", letter["id"][:10], 1, "Hakuna matata", "--page", 1)
    assert person.types("search", "hakuna", "--json").json["total"] == 1

    exported = tmp_path / "letter.txt"
    person.types("export", letter["id"], "-f", "txt", "-o", exported)
    assert exported.read_text(encoding="utf-8").startswith("Hakuna matata")
    person.types("export", letter["id"], "-f", "pdf", "-o", tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")

    person.types("trash", "put", letter["id"])
    assert person.types("list", "--json").json["total"] == 1
    person.types("trash", "restore", letter["id"])
    assert person.types("search", "hakuna", "--json").json["total"] == 1

    shown = person.types("library", "recovery-key", "--yes").err
    key = tmp_path / "key.txt"
    key.write_text(re.search(r"(?:[0-9A-Z]{5}-)+[0-9A-Z]{5}", shown).group())
    person.types("backup", tmp_path / "usb")
    assert person.types("check", "--json").json["sound"]
    person.types("restore", tmp_path / "usb", "--into", tmp_path / "back")
    restored = person.types(
        "--recovery-key-file", key, "-L", tmp_path / "back", "show", letter["id"], "--plain"
    )
    assert restored.out.startswith("Hakuna matata")


def test_what_is_known_is_not_read_twice(person, scans):
    folder = scans("receipt.jpg")
    first = person.types("read", folder)
    second = person.types("read", folder)
    assert "1 new document" in first.err
    assert "1 already known" in second.err
    assert first.out == second.out


def test_a_bad_file_among_good_ones(person, scans):
    folder = scans("receipt.jpg")
    (folder / "cut.jpg").write_bytes((folder / "receipt.jpg").read_bytes()[:900])
    (folder / "empty.pdf").touch()
    (folder / "letter.docx").write_bytes(b"PK\x03\x04 no document")
    told = person.types("read", folder, "--json", code=ExitCode.SOME_FAILED)
    # What is cut off in the middle is only found out when the page is read: it is kept, and told as well.
    status = {document["name"]: document["status"] for document in told.json["documents"]}
    assert status.pop("cut.jpg", "problem") == "problem"
    assert status == {"receipt.jpg": "read"}
    named = [Path(problem["name"].split(", page")[0]).name for problem in told.json["problems"]]
    assert sorted(named) == ["cut.jpg", "empty.pdf", "letter.docx"]
    assert all(problem["error"]["remedy"] for problem in told.json["problems"])


def test_a_pdf_gives_its_own_text_and_what_is_scanned(person, scans):
    [document] = person.types("read", scans("situation-report.pdf"), "--json").json["documents"]
    assert [page["origin"] for page in document["pages"]] == ["text-layer", "recognised"]
    assert all(page["lines"] for page in document["pages"])


def test_arabic_is_read_and_found(person, scans):
    [document] = person.types("read", scans("distribution-list.jpg"), "--json").json["documents"]
    assert "ar" in document["languages"]
    arabic = [line for line in document["pages"][0]["lines"] if line["script"] == "Arab"]
    assert arabic


def test_doctor_finds_nothing_wrong_after_set_up(person):
    found = person.types("doctor", "--json").json["findings"]
    assert {each["verdict"] for each in found} <= {"ok", "note"}
