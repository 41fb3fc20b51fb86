"""The lists fit small windows and large text, in both directions, and are drawn without a fault."""

import pytest

from desktop.style import ThemeChoice
from tests.desktop.documents.conftest import opened
from tests.desktop.elsewhere import with_library


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("argument", ["to-check", {"search": "dadaab"}])
def test_lists_are_drawn_in_a_small_window(
    qtbot, ids, frame, door, theme, translation, language, scale, argument
):
    with_library(door, lambda library: library.bulk.add_tag(list(ids.values()), "Camp 4"))
    translation.use(language)
    theme.apply(ThemeChoice.DARK, scale)
    frame.resize(1024, 640)
    view = opened(qtbot, frame, argument, rows=4 if argument == "to-check" else 2)
    frame.actions_set["list.details"].trigger()
    view.choose([ids["report.pdf"]])
    for way in ("pictures", "table"):
        view.show_as(way)
        view.narrow({"tag": "Camp 4"})
        qtbot.waitUntil(lambda: view.model.known)
        assert not frame.grab().isNull()
    assert frame.minimumSizeHint().width() <= 1024
    assert frame.minimumSizeHint().height() <= 640
    frame.actions_set["list.details"].trigger()


def test_lists_follow_a_switch_of_the_language(qtbot, view, frame, translation):
    view.narrow({"language": "ar"})
    translation.use("fr")
    qtbot.waitUntil(lambda: view.head.count.text() == "1 document")
    assert view.title() == "À vérifier"
    assert view.chips.chips[0].text() == "Arabe"
    assert view.model.index(0, 1).data() == "À vérifier"
    assert view.model.headerData(1, view.table.horizontalHeader().orientation()) == "État"


def test_a_picture_is_fetched_when_its_document_comes_into_view(qtbot, frame, door, samples):
    from PySide6.QtCore import Qt

    from desktop.documents.model import Role
    from tests.desktop.documents.conftest import add, reading

    def read(library):
        add(library, "receipt.jpg")
        image = (samples / "receipt.jpg").read_bytes()
        library.jobs.complete(
            library.jobs.claim("worker", lease_seconds=60), reading("x"), image=image, thumbnail=image
        )

    with_library(door, read)
    view = opened(qtbot, frame, "to-check", rows=1)
    view.show_as("pictures")
    index = view.model.index(0, 0)
    qtbot.waitUntil(lambda: isinstance(index.data(Role.THUMBNAIL), str))
    qtbot.waitUntil(lambda: view.pictures.image(index) is not None)
    assert max(view.pictures.image(index).width(), view.pictures.image(index).height()) == view.pictures.side
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("receipt.jpg")
