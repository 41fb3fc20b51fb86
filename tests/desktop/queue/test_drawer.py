from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QTabBar, QWidget

from desktop.access import BatchReport, WorkKind, WorkState
from desktop.queue.cards import CardColumn, CardWords
from desktop.queue.drawer import FINISHED, PROBLEMS
from desktop.queue.state import Running
from engine.errors import BadInputError, DiskFullError
from engine.language import isolate
from engine.library import JobState
from tests.desktop.elsewhere import with_library


def choose(drawer, *places):
    selection = drawer.waiting.list.selectionModel()
    selection.clear()
    for place in places:
        index = drawer.waiting.model.index(place)
        selection.select(index, QItemSelectionModel.SelectionFlag.Select)


def order(drawer):
    return [row.key for row in drawer.waiting.model.rows]


def fail(door, code="page.damaged", what="This JPEG is damaged.", remedy="Copy it again."):
    def work(library):
        job = library.jobs.claim("one", lease_seconds=60)
        library.jobs.fail(job, code, what, remedy, retryable=False)

    with_library(door, work)


def test_what_waits_is_listed_in_its_order_with_its_pages(drawer, three):
    assert order(drawer) == three
    texts = [drawer.waiting.model.index(place).data(Qt.ItemDataRole.UserRole) for place in range(3)]
    assert texts == ["1 page", "2 pages of 2", "1 page"]
    assert drawer.summary.text() == "4 pages left"
    assert drawer.tabs.tabText(0) == "Waiting  3"


def test_the_line_is_put_into_another_order_by_keys(qtbot, frame, drawer, three):
    one, two, last = three
    choose(drawer, 2)
    frame.actions_set["queue.first"].trigger()
    qtbot.waitUntil(lambda: order(drawer) == [last, one, two])
    assert drawer.waiting.list.chosen() == [last]
    frame.actions_set["queue.down"].trigger()
    qtbot.waitUntil(lambda: order(drawer) == [one, last, two])
    frame.actions_set["queue.down"].trigger()
    qtbot.waitUntil(lambda: order(drawer) == [one, two, last])
    frame.actions_set["queue.up"].trigger()
    qtbot.waitUntil(lambda: order(drawer) == [one, last, two])


def test_the_line_is_put_into_another_order_by_dragging(qtbot, drawer, three):
    one, two, last = three
    model = drawer.waiting.model
    data = model.mimeData([model.index(2)])
    assert drawer.waiting.list.dragDropMode() == QAbstractItemView.DragDropMode.InternalMove
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    qtbot.waitUntil(lambda: order(drawer) == [last, one, two])


def test_a_document_waits_until_it_is_gone_on_with(qtbot, frame, drawer, door):
    choose(drawer, 0)
    frame.actions_set["queue.hold"].trigger()
    qtbot.waitUntil(lambda: drawer.waiting.model.rows[0].paused)
    assert "waits until you go on" in drawer.waiting.model.index(0).data(Qt.ItemDataRole.UserRole)
    frame.actions_set["queue.release"].trigger()
    qtbot.waitUntil(lambda: not drawer.waiting.model.rows[0].paused)


def test_all_reading_is_paused_and_gone_on_with_and_that_is_kept(qtbot, frame, drawer, door):
    assert drawer.pause.text() == "Pause reading"
    drawer.pause.click()
    qtbot.waitUntil(lambda: drawer.pause.text() == "Go on reading")
    assert with_library(door, lambda library: library.jobs.paused)
    assert drawer.summary.text() == "4 pages left · paused"
    drawer.pause.click()
    qtbot.waitUntil(lambda: drawer.pause.text() == "Pause reading")


def test_what_is_not_to_be_read_can_be_taken_back(qtbot, frame, drawer, three):
    choose(drawer, 1)
    frame.actions_set["queue.cancel"].trigger()
    qtbot.waitUntil(lambda: len(order(drawer)) == 2)
    assert frame.toasts.current.words.text() == "2 pages will not be read."
    qtbot.waitUntil(lambda: len(drawer.finished.model.rows) == 1)
    frame.toasts.current.button.click()
    qtbot.waitUntil(lambda: sorted(order(drawer)) == sorted(three))
    assert not drawer.finished.model.rows


def test_without_a_choice_nothing_can_be_done_to_the_line(frame, drawer):
    choose(drawer)
    assert not frame.actions_set["queue.first"].isEnabled()
    choose(drawer, 0)
    assert frame.actions_set["queue.first"].isEnabled()


def test_a_problem_says_what_happened_and_what_helps(qtbot, frame, drawer, door, three):
    fail(door)
    qtbot.waitUntil(lambda: drawer.problems.count == 1)
    drawer.tabs.setCurrentIndex(PROBLEMS)
    card = next(iter(drawer.problems.cards.cards.values()))
    assert "receipt.jpg" in card.title.text()
    assert card.text.text() == "This JPEG is damaged."
    assert card.remedy.text() == "Copy it again."
    assert list(card.buttons) == ["remove", "try-again"]
    card.buttons["try-again"].click()
    qtbot.waitUntil(lambda: drawer.problems.count == 0)
    qtbot.waitUntil(lambda: three[0] in order(drawer))


def test_a_document_that_cannot_be_read_is_removed_and_brought_back(qtbot, frame, drawer, door):
    fail(door)
    qtbot.waitUntil(lambda: drawer.problems.count == 1)
    next(iter(drawer.problems.cards.cards.values())).buttons["remove"].click()
    qtbot.waitUntil(lambda: drawer.problems.count == 0)
    assert with_library(door, lambda library: library.trash.count()) == 1
    frame.toasts.current.button.click()
    qtbot.waitUntil(lambda: drawer.problems.count == 1)


def test_all_problems_are_tried_again_at_once(qtbot, frame, drawer, door):
    for _ in range(2):
        fail(door)
    qtbot.waitUntil(lambda: drawer.problems.count == 2)
    assert drawer.problems.retry_all.isVisibleTo(drawer.problems)
    assert frame.actions_set["queue.retry"].isEnabled()
    drawer.problems.retry_all.click()
    qtbot.waitUntil(lambda: drawer.problems.count == 0)
    qtbot.waitUntil(lambda: not frame.actions_set["queue.retry"].isEnabled())


def test_files_that_were_refused_wait_for_a_decision(qtbot, frame, drawer, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 no picture")
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add([broken])
    assert drawer.problems.count == 1
    card = next(iter(drawer.problems.cards.cards.values()))
    assert "broken.jpg" in card.title.text()
    with qtbot.waitSignal(frame.importing.finished):
        card.buttons["try-again"].click()
    assert drawer.problems.count == 1
    next(iter(drawer.problems.cards.cards.values())).buttons["let-go"].click()
    assert drawer.problems.count == 0
    assert broken.exists()


def test_a_full_disk_is_told_with_what_to_do(drawer, frame):
    error = DiskFullError("The disk is full.", remedy="Free some space.")
    drawer.show_work(WorkState(WorkKind.WAITING, left=4, message=str(error), code=error.code))
    card = drawer.notices.cards["blocked"]
    assert card.title.text() == "Reading waits"
    assert "try-again" in card.buttons
    drawer.show_work(WorkState(WorkKind.REFUSED, left=4, message="No model.", code="pack.missing"))
    card = drawer.notices.cards["blocked"]
    assert card.title.text() == "Nothing can be read now"
    drawer.show_work(WorkState(WorkKind.READING, left=4))
    assert drawer.notices.cards == {}


def test_a_reader_that_was_started_anew_is_told_until_it_is_seen(qtbot, drawer, door):
    def crash(library):
        library.jobs.claim("one", lease_seconds=60)
        library.jobs.crashed("one", "The worker was ended by signal 9 (SIGKILL).")

    with_library(door, crash)
    qtbot.waitUntil(lambda: "restarted" in drawer.notices.cards)
    card = drawer.notices.cards["restarted"]
    assert card.title.text() == "Restarted"
    assert "Nothing is lost: 1 page" in card.remedy.text()
    card.buttons["let-go"].click()
    assert drawer.notices.cards == {}
    with_library(door, crash)
    qtbot.waitUntil(lambda: "restarted" in drawer.notices.cards)


def test_what_is_being_read_says_for_how_long_and_can_be_stopped(qtbot, drawer, door, three):
    job = with_library(door, lambda library: library.jobs.claim("one", lease_seconds=60))
    qtbot.waitUntil(lambda: len(drawer.now.rows) == 1)
    row = drawer.now.rows[job.id]
    assert "receipt.jpg" in row.name.toolTip()
    began = (datetime.now(UTC) - timedelta(minutes=2)).isoformat()
    row.set_row(replace(row.row, started_at=began))
    assert row.state.text() == "Page 1 of 1 · for 2 minutes"
    row.button.click()
    qtbot.waitUntil(lambda: row.row.stopping)
    assert not row.button.isEnabled()


def test_what_waits_in_thousands_is_fetched_on_demand(qtbot, drawer, monkeypatch):
    asked = []
    monkeypatch.setattr(drawer, "_look", lambda: asked.append(drawer._jobs))
    drawer.show_state(replace(drawer.state, more=True))
    assert drawer.tabs.tabText(0) == "Waiting  3+"
    before = drawer._jobs
    drawer.waiting.model.fetchMore(drawer.waiting.model.index(-1))
    assert asked == [before + 600]


def test_the_drawer_closes_by_its_button_and_opens_by_the_pill(frame, drawer):
    drawer.close_button.click()
    assert not drawer.isVisible()
    frame.bar.queue_wanted.emit()
    assert drawer.isVisible()


def test_where_nothing_waits_that_is_said(qtbot, frame):
    frame.actions_set["queue.show"].trigger()
    drawer = frame.queue.drawer
    assert drawer.pages.currentWidget() is drawer.empty
    drawer.tabs.setCurrentIndex(FINISHED)
    assert drawer.pages.currentWidget() is drawer.empty


def test_every_control_has_a_name_and_can_have_the_keyboard(qtbot, frame, drawer, door, three):
    fail(door)
    with_library(door, lambda library: library.jobs.claim("one", lease_seconds=60))
    refused = BatchReport("b", refused=(_refused("page.encrypted"), _refused("page.empty")), ended=True)
    frame.queue.refused.take(refused)
    qtbot.waitUntil(lambda: drawer.problems.count == 3 and len(drawer.now.rows) == 1)
    for place in (0, PROBLEMS, FINISHED):
        drawer.tabs.setCurrentIndex(place)
        kinds = QAbstractButton | QAbstractItemView | QTabBar
        parts = [each for each in drawer.findChildren(QWidget) if isinstance(each, kinds)]
        shown = [each for each in parts if each.isVisible() and each.parent() is not drawer.tabs]
        names = {
            each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in shown
        }
        assert [each for each, name in names.items() if not name] == []
        assert [each for each in shown if each.focusPolicy() == Qt.FocusPolicy.NoFocus] == []


def test_the_drawer_speaks_another_language_when_it_is_switched(qtbot, drawer, translation):
    translation.use("fr")
    qtbot.wait(1)
    assert drawer.heading.text() == "Lecture"
    assert drawer.waiting.model.index(1).data(Qt.ItemDataRole.UserRole) == "2 pages sur 2"
    assert drawer.summary.text() == "Encore 4 pages"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The disk is full. Everything that was stored before is safe."),
        ("fr", "Le disque est plein."),
    ],
)
@pytest.mark.parametrize("message", ["", "/home/a/library/library.db: The disk is full. What was …"])
def test_a_full_disk_is_told_in_plain_words_whatever_the_worker_had_room_to_say(
    drawer, translation, language, words, message
):
    translation.use(language)
    drawer.show_work(WorkState(WorkKind.WAITING, left=4, code="disk-full", message=message))
    assert drawer.notices.cards["blocked"].text.text().startswith(words)


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_the_name_on_a_card_stands_where_the_windows_words_begin(
    qtbot, drawer, theme, translation, language, side
):
    translation.use(language)
    cards = CardColumn(theme, drawer)
    words = {name: CardWords(name, isolate(name), "What happened.") for name in ("a.pdf", "كشف.pdf")}
    cards.set_cards(tuple(words.values()))
    cards.resize(600, 400)
    cards.show()
    cards.raise_()
    qtbot.wait(1)
    for name in words:
        label = cards.cards[name].title
        picture = label.grab().toImage()
        ground = picture.pixelColor(0, 0)
        inked = [
            x
            for x in range(picture.width())
            if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
        ]
        middle = (inked[0] + inked[-1]) / 2
        assert (middle < picture.width() / 2) is (side == "left")
    cards.deleteLater()


def test_the_drawer_fits_into_1024_by_640_at_twice_the_size_of_text(frame, drawer, theme, choices):
    drawer.now.set_rows(
        [
            Running(n, "d", f"a_very_long_name_{n}" * 4, 1, 2, False, "2026-01-01T00:00:00Z", False)
            for n in "12"
        ]
    )
    drawer.show_work(WorkState(WorkKind.WAITING, left=4, code="disk-full", message="The disk is full."))
    theme.apply(choices.theme, 200)
    assert frame.minimumSizeHint().width() <= 1024
    assert frame.minimumSizeHint().height() <= 640


def _refused(code):
    from engine.intake import Refused

    error = BadInputError("It cannot be taken.", remedy="Do something.")
    error.code = code
    return Refused(None, f"{code}.pdf", error)


def test_jobs_are_the_librarys_and_outlive_the_window(drawer, frame, door):
    frame.close_all()
    assert with_library(door, lambda library: len(library.jobs.find((JobState.QUEUED,)))) == 4
