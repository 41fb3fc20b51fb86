import threading

from PySide6.QtCore import QObject

from desktop.access import LibraryAccess, LibraryDoor, ShellFaultError
from engine.errors import NotFoundError
from engine.library import NotALibraryError
from tests.desktop.elsewhere import with_library


def test_the_answer_comes_in_the_window_thread_and_the_work_is_done_elsewhere(qtbot, access):
    told = []
    access.ask(
        lambda library: (threading.current_thread(), library.documents.count()),
        lambda outcome: told.append((threading.current_thread(), outcome)),
    )
    qtbot.waitUntil(lambda: bool(told))
    where, (worked, count) = told[0]
    assert where is threading.main_thread()
    assert worked is not threading.main_thread()
    assert count == 0


def test_an_error_reaches_whoever_asked(qtbot, access):
    told = []
    access.ask(lambda library: library.documents.get("nobody"), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], NotFoundError)


def test_an_error_that_nobody_takes_is_told_by_a_signal(qtbot, access):
    with qtbot.waitSignal(access.failed) as signal:
        access.ask(lambda library: library.documents.get("nobody"))
    assert isinstance(signal.args[0], NotFoundError)


def test_a_bug_goes_to_the_log_and_is_told_and_the_thread_goes_on_expects_a_fault(qtbot, access, caplog):
    told = []
    access.ask(lambda _library: {}["secret name"], failed=told.append)
    access.ask(lambda library: library.documents.count(), told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ShellFaultError)
    assert told[1] == 0
    assert "KeyError" in caplog.text
    assert "secret name" not in caplog.text


def test_what_is_asked_anew_replaces_what_still_waits(qtbot, access):
    hold, told = threading.Event(), []
    access.ask(lambda _library: hold.wait(5))
    for number in range(5):
        access.ask(lambda _library, number=number: number, told.append, replaces="search")
    access.ask(lambda _library: "end", told.append)
    hold.set()
    qtbot.waitUntil(lambda: "end" in told)
    assert told == [4, "end"]


def test_nobody_is_told_who_is_gone(qtbot, access):
    hold, told = threading.Event(), []
    asker = QObject()
    access.ask(lambda _library: hold.wait(5))
    access.ask(lambda library: library.documents.count(), lambda _count: told.append("asker"), owner=asker)
    access.ask(lambda library: library.documents.count(), lambda _count: told.append("other"))
    asker.deleteLater()
    qtbot.wait(1)
    del asker
    hold.set()
    qtbot.waitUntil(lambda: "other" in told)
    assert told == ["other"]


def test_who_asked_is_let_go_of_in_the_window_thread(qtbot, access):
    freed = []

    class Asker(QObject):
        def __del__(self):
            freed.append(threading.current_thread())

        def take(self, _count):
            pass

    def ask(number):
        asker = Asker()
        ticket = access.ask(lambda library, _asker=asker: library.documents.count(), asker.take)
        if number % 2:
            ticket.cancel()

    for number in range(60):
        ask(number)
    qtbot.waitUntil(lambda: len(freed) == 60)
    assert set(freed) == {threading.main_thread()}


def test_closing_does_the_writes_that_wait_and_leaves_out_the_reads(qtbot, door):
    access, done = LibraryAccess(door), []
    hold = threading.Event()
    access.ask(lambda _library: hold.wait(5))
    access.do(lambda _library: done.append("written"))
    access.ask(lambda _library: done.append("read"))
    threading.Timer(0.05, hold.set).start()
    access.close()
    assert done == ["written"]


def test_a_closed_access_takes_nothing_more(qtbot, door):
    access = LibraryAccess(door)
    access.close()
    ticket = access.ask(lambda library: library.documents.count())
    assert ticket.cancelled


def test_what_another_program_changes_is_noticed(qtbot, access, door):
    qtbot.waitUntil(lambda: access._watch._version > 0)
    with qtbot.waitSignal(access.changed):
        with_library(door, lambda library: library.jobs.pause())


def test_what_the_window_writes_is_told_with_its_documents(qtbot, access, importing, small_samples):
    with qtbot.waitSignal(importing.finished) as end:
        importing.take(small_samples[:1])
    document = end.args[0].documents[0]
    with qtbot.waitSignal(access.changed, check_params_cb=lambda change: document in change.documents):
        access.do(lambda library: library.documents.rename(document, "other.jpg"))


def test_a_library_that_cannot_be_opened_is_told_and_every_question_refused(qtbot, door, tmp_path):
    elsewhere = LibraryDoor(tmp_path / "none", door.data_key, door.settings)
    access = LibraryAccess(elsewhere)
    try:
        with qtbot.waitSignal(access.failed) as signal:
            pass
        assert isinstance(signal.args[0], NotALibraryError)
        told = []
        access.ask(lambda library: library.documents.count(), failed=told.append)
        qtbot.waitUntil(lambda: bool(told))
    finally:
        access.close()


def test_the_key_shows_in_no_representation(door):
    told = repr(door)
    assert str(door.folder) in told
    assert repr(door.data_key) not in told
    assert door.data_key.hex() not in told
