"""Files become documents with queued pages; what is bad, known or hidden is told and stops nothing."""

import io
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from engine.errors import BadInputError
from engine.intake import Intake, Refused, Skipped, Taken
from engine.library import Library, Protection, SourceChangedError, create_library
from engine.pages import open_source
from engine.settings import LibrarySettings, PageSettings


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    created = create_library(
        tmp_path / "library",
        protection=Protection(keyring=False),
        settings=LibrarySettings(ballast_megabytes=0),
    )
    with created.library as opened:
        yield opened


@pytest.fixture
def intake(library: Library) -> Intake:
    return Intake(library, PageSettings(), batch="today")


def image_bytes(shade: int, *, pages: int = 1) -> bytes:
    stream = io.BytesIO()
    first, *rest = [Image.new("L", (40, 30), shade + page) for page in range(pages)]
    first.save(stream, "TIFF", save_all=True, append_images=rest)
    return stream.getvalue()


def test_a_file_becomes_a_document_with_every_page_queued(library: Library, intake: Intake, tmp_path: Path):
    path = tmp_path / "كشف التوزيع.tif"
    path.write_bytes(image_bytes(10, pages=3))
    taken = intake.take(path)
    document = library.documents.get(taken.document_id)
    assert (document.name, document.page_count, document.batch) == ("كشف التوزيع.tif", 3, "today")
    assert document.source_path == str(path)
    assert library.jobs.progress("today").queued == 3


def test_bytes_from_a_pipe_become_a_document(library: Library, intake: Intake):
    taken = intake.take(image_bytes(20), name="scan")
    assert library.files.read(library.documents.get(taken.document_id).sha256) == image_bytes(20)


def test_a_name_that_a_mac_took_apart_is_put_together(library: Library, intake: Intake, tmp_path):
    apart = unicodedata.normalize("NFD", "école آدم.tif")
    (tmp_path / apart).write_bytes(image_bytes(25))
    taken = intake.take(tmp_path / apart)
    assert taken.name != apart
    assert library.documents.get(taken.document_id).name == unicodedata.normalize("NFC", apart) == taken.name


def test_the_same_content_under_another_name_is_known(library: Library, intake: Intake):
    first = intake.take(image_bytes(30), name="a")
    again = intake.take(image_bytes(30), name="b")
    assert again.already_known and again.document_id == first.document_id
    assert library.documents.count() == 1


def test_known_content_in_the_trash_is_told_and_stays_there(library: Library, intake: Intake):
    first = intake.take(image_bytes(40), name="a")
    library.trash.put(first.document_id)
    assert intake.take(image_bytes(40), name="a").in_trash
    assert library.documents.count() == 0


def test_a_bad_file_among_good_ones_is_refused_and_the_rest_is_taken(
    library: Library, intake: Intake, tmp_path: Path
):
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "1.tif").write_bytes(image_bytes(50))
    (folder / "2.tif").write_bytes(b"")
    (folder / "3.tif").write_bytes(image_bytes(60))
    (folder / ".hidden").write_bytes(b"x")
    results = list(intake.take_all([folder, tmp_path / "nowhere.jpg"]))
    assert [r.name for r in results if isinstance(r, Taken)] == ["1.tif", "3.tif"]
    (refused,) = [r for r in results if isinstance(r, Refused)]
    assert refused.name == "2.tif" and refused.error.code == "page.empty" and refused.error.remedy
    assert {r.path.name for r in results if isinstance(r, Skipped)} == {".hidden", "nowhere.jpg"}
    assert library.documents.count() == 2


def test_a_refused_file_leaves_nothing_in_the_library(library: Library, intake: Intake):
    with pytest.raises(BadInputError):
        intake.take(b"not a page", name="letter.docx")
    assert library.documents.count() == 0
    assert "document" not in {change.entity for change in library.changes.since(0, 100)}


def test_a_known_file_that_is_damaged_in_the_library_is_healed(library: Library, intake: Intake):
    taken = intake.take(image_bytes(40), name="a")
    path = library.files.path(library.documents.get(taken.document_id).sha256)
    path.write_bytes(path.read_bytes()[:-1])
    assert not library.check().sound
    assert intake.take(image_bytes(40), name="a").already_known
    assert library.check().sound


def test_a_file_that_grows_after_its_pages_were_counted_is_not_taken(
    library: Library, intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """As when a scanner still writes it: its further pages would never be read."""
    path = tmp_path / "scan.tif"
    path.write_bytes(image_bytes(40))

    def open_and_go_on_scanning(*arguments, **wishes):
        source = open_source(*arguments, **wishes)
        path.write_bytes(image_bytes(40, pages=2))
        return source

    monkeypatch.setattr("engine.intake.intake.open_source", open_and_go_on_scanning)
    with pytest.raises(SourceChangedError):
        intake.take(path)
    assert library.documents.count() == 0
    assert intake.take(path).page_count == 2


def pdf_bytes(*, password: str | None = None) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(stream, encryption=pikepdf.Encryption(user=password, owner=password) if password else False)
    return stream.getvalue()


def test_only_a_protected_file_keeps_the_password(library: Library):
    intake = Intake(library, PageSettings(), password="open sesame")
    protected = intake.take(pdf_bytes(password="open sesame"), name="a.pdf")
    free = intake.take(pdf_bytes(), name="b.pdf")
    assert library.documents.password(protected.document_id) == "open sesame"
    assert library.documents.password(free.document_id) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some make links")
def test_where_a_file_came_from_is_told_without_dots_and_with_its_links(
    library: Library, intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "usb" / "scans").mkdir(parents=True)
    (tmp_path / "here").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "usb" / "scans", target_is_directory=True)
    for number, name in enumerate(("usb/scans/1.tif", "usb/2.tif", "here/3.tif")):
        (tmp_path / name).write_bytes(image_bytes(50 + number))
    monkeypatch.chdir(tmp_path / "here")
    for given, told in (
        ("../usb/scans/1.tif", "usb/scans/1.tif"),
        ("../link/../2.tif", "usb/2.tif"),
        ("3.tif", "here/3.tif"),
    ):
        document = library.documents.get(intake.take(Path(given)).document_id)
        assert document.source_path == str(tmp_path / told)
    (tmp_path / "usb" / "scans" / "4.tif").write_bytes(image_bytes(90))
    linked = library.documents.get(intake.take(tmp_path / "link" / "4.tif").document_id)
    assert linked.source_path == str(tmp_path / "link" / "4.tif"), "as the person knows it"
