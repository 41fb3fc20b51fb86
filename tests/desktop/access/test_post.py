"""Calls from other threads come to the window's thread, and to nobody once whoever they are for is gone."""

import threading

from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop.access.ticket import Post


def test_calls_come_in_order_and_in_the_thread_of_the_post(qtbot):
    post, came = Post(), []

    def send():
        for number in range(50):
            post.send(lambda number=number: came.append((number, threading.current_thread())))

    sender = threading.Thread(target=send)
    sender.start()
    sender.join()
    assert came == []
    qtbot.waitUntil(lambda: len(came) == 50)
    assert came == [(number, threading.main_thread()) for number in range(50)]


def test_a_post_that_is_gone_with_its_owner_takes_nothing_and_fails_nobody(qtbot):
    owner, came = QObject(), []
    post = Post(owner)
    post.send(lambda: came.append("before"))
    delete(owner)
    post.send(lambda: came.append("after"))
    qtbot.wait(1)
    assert came == []


def test_threads_that_send_while_it_goes_are_not_disturbed(qtbot):
    for _ in range(30):
        owner = QObject()
        post, sent, ending, troubles = Post(owner), threading.Event(), threading.Event(), []

        def send(post=post, sent=sent, ending=ending, troubles=troubles):
            try:
                while not ending.is_set():
                    post.send(int)
                    sent.set()
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the test tells it
                troubles.append(trouble)
                sent.set()

        senders = [threading.Thread(target=send) for _ in range(2)]
        for sender in senders:
            sender.start()
        assert sent.wait(10)
        delete(owner)
        ending.set()
        for sender in senders:
            sender.join()
        assert troubles == []
    qtbot.wait(1)
