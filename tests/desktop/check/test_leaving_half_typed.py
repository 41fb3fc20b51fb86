"""A line that is half typed in one document never keeps another document from being shown."""

from tests.desktop.check.readings import add, line
from tests.desktop.elsewhere import with_library


def test_another_document_is_shown_although_the_keyboard_comes_back_to_the_line_first(qtbot, view, door):
    other = with_library(door, lambda library: add(library, "other.png", (line("Another document", 0),)))
    left = view.hand.row.id
    view.card.field.setFocus()
    view.card.field.selectAll()
    qtbot.keyClicks(view.card.field, "Half a na")
    view.left()
    view.opened(view.hand.facts.document.id)
    qtbot.waitUntil(lambda: view.hand.row is not None and view.hand.row.draft == "Half a na")
    view.left()
    view.opened(other)
    # The window gives the keyboard back to where it was, before the other document is there.
    view.card.field.clearFocus()
    view.card.field.setFocus()
    qtbot.waitUntil(lambda: [row.text for row in view.hand.rows] == ["Another document"])
    assert not view.hand.typing.dirty
    assert view.hand.page.page.document_id == other
    drafts = with_library(
        door, lambda library: [(draft.line_id, draft.text) for draft in library.drafts.all()]
    )
    assert drafts == [(left, "Half a na")]
