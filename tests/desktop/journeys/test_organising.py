"""Documents are found, put in order, and leave again; what was done is taken back with one click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from shiboken6 import isValid

from desktop.documents.columns import STATUS
from desktop.documents.dialogs import LastWarning, MarksQuestion, TextQuestion
from desktop.export.dialog import ExportDialog
from engine.export import FORMATS
from engine.library import DocumentFilter
from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.test_checking import the


@pytest.fixture
def person(open_window, filled):
    """Somebody before the list of what is to be checked."""
    made = open_window(filled)
    made.goes_to("to-check")
    made.waits_until(lambda: made.view.model.rowCount() == 4)
    return made


def takes_back(person):
    person.waits_until(lambda: person.frame.toasts.current and person.frame.toasts.current.button)
    person.clicks(person.frame.toasts.current.button)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("delivery", "situation-report.pdf"), ("consent", "consent-form.png"), ("موافقة", "consent-form.png"),
        ("chanjo", "vaccination-card.heic"), ("total", "receipt.jpg"), ("livraison", "situation-report.pdf"),
    ],
)  # fmt: skip
def test_what_was_read_is_found_as_it_is_typed_in_every_language(qtbot, person, filled, words, name):
    person.presses("Ctrl+F")
    person.types(words)
    person.waits_until(lambda: person.view.title().startswith("Search"))
    model, document = person.view.model, the(filled, name)
    person.waits_until(
        lambda: model.row_of(document) is not None and model.hit(model.row_of(document)) is not None
    )
    hit = model.hit(model.row_of(document))
    snippets = [hit.name, *([hit.best.snippet] if hit.best else [])]
    assert any(found for snippet in snippets for _text, found in snippet)
    person.presses("Ctrl+A")
    person.presses("Delete")
    person.waits_until(lambda: person.view.title() == "To check")


def rail_button(person, name):
    return next((each for each in person.frame.rail.buttons if name in each.accessibleName()), None)


def test_a_search_is_kept_under_a_name_and_found_again_in_the_rail_after_a_restart(
    qtbot, open_window, person, filled
):
    person.presses("Ctrl+F")
    person.types("total")
    person.waits_until(lambda: person.view.title().startswith("Search"))
    person.waits_until(lambda: person.view.model.known and person.view.model.listing.whole)
    found = tuple(person.view.model.listing.ids)
    assert the(filled, "receipt.jpg") in found and len(found) < 4
    person.view.first_focus().setFocus()
    person.presses("Ctrl+D")
    dialog = person.dialog(TextQuestion)
    dialog.field.setFocus()
    person.presses("Ctrl+A")
    person.types("Money")
    person.presses("Return")
    person.reads("Saved as")
    kept = with_library(filled, lambda library: library.saved_searches.all())
    assert [(each.name, each.query) for each in kept] == [("Money", "total")]
    person.window.close()

    person = open_window(filled)
    person.window.resize(1280, 760)
    person.waits_until(lambda: rail_button(person, "Money") is not None)
    person.clicks(rail_button(person, "Money"))
    person.waits_until(lambda: person.view.title() == "Search: \u2068total\u2069")
    person.waits_until(lambda: person.view.model.known and tuple(person.view.model.listing.ids) == found)
    assert person.frame.bar.search.text() == "total"
    assert rail_button(person, "Money").isChecked()
    # In the view of the searches it is renamed, and the rail follows.
    person.goes_to("searches")
    person.waits_until(lambda: [each.name for each in person.view.things] == ["Money"])
    person.clicks_row(person.view.list, 0)
    person.chooses("search.rename")
    dialog = person.dialog(TextQuestion)
    dialog.field.setFocus()
    person.presses("Ctrl+A")
    person.types("Receipts")
    person.presses("Return")
    person.waits_until(lambda: rail_button(person, "Receipts") and not rail_button(person, "Money"))


def test_of_many_cases_the_latest_stand_in_the_rail_and_the_others_behind_one_entry(qtbot, person, filled):
    document = the(filled, "receipt.jpg")

    def make(library):
        made = [library.cases.create(f"Household {number}") for number in range(1, 8)]
        library.bulk.add_to_case([document], made[-1].id)

    with_library(filled, make)
    person.waits_until(lambda: rail_button(person, "Household 7") is not None)
    own = [each.place.text for each in person.frame.rail.buttons if each.place.own]
    assert own == [f"Household {number}" for number in (7, 6, 5, 4, 3)]
    person.waits_until(lambda: rail_button(person, "Household 7").accessibleName().endswith(", 1"))
    person.clicks(rail_button(person, "Household 7"))
    person.waits_until(lambda: tuple(person.view.model.listing.ids) == (document,))
    person.clicks(rail_button(person, "All cases"))
    person.waits_until(lambda: len(person.view.things) == 7)


def test_documents_get_tags_and_a_case_and_it_is_taken_back(qtbot, person, filled):
    person.clicks_row(person.view.table, 0)
    person.clicks_row(person.view.table, 1, keys=Qt.KeyboardModifier.ControlModifier)
    chosen = person.view.chosen_documents()
    assert len(chosen) == 2
    person.presses("Ctrl+T")
    dialog = person.dialog(MarksQuestion)
    dialog.field.setFocus()
    person.types("urgent")
    person.presses("Return")
    person.reads("2 documents")
    person.waits_until(
        lambda: [each.documents for each in with_library(filled, lambda library: library.tags.all())] == [2]
    )
    takes_back(person)
    person.waits_until(lambda: not with_library(filled, lambda library: library.tags.all()))
    person.waits_until(lambda: len(person.view.chosen_documents()) == 2)
    person.view.table.setFocus()
    person.presses("Ctrl+Shift+C")
    dialog = person.dialog(MarksQuestion)
    dialog.field.setFocus()
    person.types("Household 7")
    person.presses("Return")
    person.waits_until(
        lambda: [each.documents for each in with_library(filled, lambda library: library.cases.find())] == [2]
    )


def test_what_is_moved_to_the_trash_comes_back_or_goes_for_good_after_a_warning(qtbot, person, filled):
    person.clicks_row(person.view.table, 0)
    document = person.view.chosen_documents()[0]
    person.presses("Delete")
    person.waits_until(lambda: person.view.model.rowCount() == 3)
    takes_back(person)
    person.waits_until(lambda: person.view.model.rowCount() == 4)
    person.clicks_row(person.view.table, person.view.model.row_of(document))
    person.presses("Delete")
    person.waits_until(lambda: person.view.model.rowCount() == 3)
    person.goes_to("trash")
    person.waits_until(lambda: tuple(person.view.model.listing.ids) == (document,))
    person.clicks_row(person.view.table, 0)
    person.presses("Shift+Delete")
    dialog = person.dialog(LastWarning)
    person.presses("Return")
    person.waits_until(lambda: not isValid(dialog) or not dialog.isVisible())
    assert with_library(filled, lambda library: library.trash.count()) == 1
    person.view.table.setFocus()
    person.chooses("document.restore")
    person.waits_until(lambda: with_library(filled, lambda library: library.trash.count()) == 0)


def test_keys_undo_and_redo_what_was_done_in_a_list(qtbot, person, filled):
    def to_check():
        return with_library(filled, lambda library: library.documents.shelves()).to_check

    person.view.table.setFocus()
    person.presses("Ctrl+A")
    person.presses("Ctrl+Shift+A")
    person.reads("4 documents approved")
    person.waits_until(lambda: to_check() == 0)
    person.goes_to("done")
    person.waits_until(lambda: person.view.model.rowCount() == 4)
    person.clicks_row(person.view.table, 0)
    person.presses("Delete")
    person.waits_until(lambda: person.view.model.rowCount() == 3)
    # The last is undone first, wherever the list was gone to meanwhile.
    person.goes_to("to-check")
    for here, left in ((4, 0), (4, 4)):
        person.waits_until(lambda: person.frame.actions_set["edit.undo"].isEnabled())
        person.view.first_focus().setFocus()
        person.presses("Ctrl+Z")
        person.reads("Undone")
        person.waits_until(
            lambda here=here, left=left: (
                with_library(filled, lambda library: library.documents.count()) == here and to_check() == left
            )
        )
    person.waits_until(lambda: not person.frame.actions_set["edit.undo"].isEnabled())
    person.presses("Ctrl+Shift+Z")
    assert person.reads("Done again") == "Done again."
    person.waits_until(lambda: to_check() == 0)


def test_a_case_that_was_renamed_and_removed_is_as_it_was_after_two_undos(qtbot, person, filled):
    with_library(filled, lambda library: library.cases.create("Household 7"))
    person.goes_to("cases")
    person.waits_until(lambda: person.view.list.count() == 1)
    person.clicks_row(person.view.list, 0)
    person.chooses("case.rename")
    dialog = person.dialog(TextQuestion)
    dialog.field.setFocus()
    person.presses("Ctrl+A")
    person.types("Household 8")
    person.presses("Return")
    person.reads("Household 8")
    person.waits_until(lambda: person.view.things and person.view.things[0].name == "Household 8")
    person.chooses("case.remove")
    person.waits_until(lambda: not person.view.things)
    for names in (["Household 8"], ["Household 7"]):
        person.presses("Ctrl+Z")
        person.waits_until(lambda names=names: [each.name for each in person.view.things] == names)


def test_the_trash_tells_how_long_it_keeps_what_is_in_it_and_is_emptied_after_a_warning(
    qtbot, person, filled
):
    person.view.table.setFocus()
    person.presses("Ctrl+A")
    person.presses("Delete")
    person.waits_until(lambda: person.view.model.rowCount() == 0)
    person.goes_to("trash")
    model = person.view.model
    person.waits_until(lambda: model.rowCount() == 4 and model.document(0) is not None)
    assert model.index(0, STATUS).data() == "30 days left"
    person.chooses("trash.empty")
    dialog = person.dialog(LastWarning)
    assert "4 documents" in dialog.text()
    person.presses("Return")
    person.waits_until(lambda: not isValid(dialog) or not dialog.isVisible())
    assert with_library(filled, lambda library: library.trash.count()) == 4, "Enter deleted for ever"
    person.chooses("trash.empty")
    dialog = person.dialog(LastWarning)
    person.clicks(dialog.yes)
    person.reads("4 documents deleted for ever")
    person.waits_until(lambda: model.rowCount() == 0)
    assert with_library(filled, lambda library: library.documents.find(DocumentFilter(trashed=True))) == []


def test_many_are_approved_at_once_and_it_is_taken_back(qtbot, person, filled):
    person.view.table.setFocus()
    person.presses("Ctrl+A")
    person.presses("Ctrl+Shift+A")
    person.reads("4 documents approved")
    takes_back(person)
    person.waits_until(
        lambda: with_library(filled, lambda library: library.documents.shelves()).to_check == 4
    )


@pytest.mark.parametrize("name", [each if isinstance(each, str) else each.name for each in FORMATS])
def test_a_document_leaves_in_every_format(qtbot, person, filled, tmp_path, name):
    person.clicks_row(person.view.table, 0)
    person.presses("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.clicks(dialog.form.formats.cards[name])
    dialog.form.folder.setFocus()
    person.presses("Ctrl+A")
    person.types(str(tmp_path))
    dialog.form.names.field.setFocus()
    person.presses("Ctrl+A")
    person.types("out")
    person.waits_until(lambda: dialog.form.go.isEnabled())
    person.clicks(dialog.form.go)
    person.reads("written")
    written = list(tmp_path.iterdir())
    assert written
    assert all(path.stem.startswith("out") and path.stat().st_size for path in written if path.is_file())


def test_the_original_file_is_saved_as_it_came_in(qtbot, person, filled, samples, tmp_path):
    person.clicks_row(person.view.table, person.view.model.row_of(the(filled, "receipt.jpg")))
    person.chooses("document.save-original")
    dialog = person.dialog(QFileDialog)
    dialog.findChild(QLineEdit, "fileNameEdit").setFocus()
    person.presses("Ctrl+A")
    person.types(str(tmp_path))
    person.presses("Return")
    person.reads("1 original file saved")
    assert (tmp_path / "receipt.jpg").read_bytes() == (samples / "receipt.jpg").read_bytes()
