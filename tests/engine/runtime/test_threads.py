"""Work is shared among threads, comes back in order, and ends when it should."""

import threading
import time

import pytest

from engine.runtime import Threads


@pytest.fixture(params=[1, 2, 4])
def threads(request):
    made = Threads(request.param)
    yield made
    made.close()


class EnoughError(Exception):
    """Raised by tests."""


def test_results_come_in_the_order_of_the_items(threads):
    def slow_for_early_ones(number):
        time.sleep(0.002 * (10 - number))
        return number * number

    assert threads.map(slow_for_early_ones, range(10)) == [number * number for number in range(10)]
    assert threads.map(slow_for_early_ones, []) == []


def test_what_the_work_raises_is_raised_and_ends_it(threads):
    begun = []

    def work(number):
        begun.append(number)
        if number == 3:
            raise EnoughError
        time.sleep(0.001)

    with pytest.raises(EnoughError):
        threads.map(work, range(20_000))
    assert len(begun) < 20_000
    assert threads.map(abs, [-1, 2]) == [1, 2]


def test_a_check_that_raises_ends_the_work_and_nothing_runs_on(threads):
    began, running = threading.Event(), set()

    def work(number):
        began.set()
        running.add(number)
        time.sleep(0.005)
        running.discard(number)

    def check():
        if began.is_set():
            raise EnoughError

    with pytest.raises(EnoughError):
        threads.map(work, range(1000), check=check)
    assert not running


def test_on_several_threads_the_largest_items_are_begun_first():
    threads, begun, both = Threads(2), [], threading.Barrier(2)

    def work(item):
        begun.append(item)
        both.wait(60)
        return item

    assert threads.map(work, [1, 5, 2, 9], size=float) == [1, 5, 2, 9]
    threads.close()
    assert set(begun[:2]) == {9, 5}


def test_something_can_be_begun_beside_other_work(threads):
    begun = threading.Event()

    def beside():
        begun.set()
        return 7

    result = threads.start(beside)
    if threads.count > 1:
        assert begun.wait(10)
    assert result() == 7


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_more_threads_than_the_limit_are_used(limit):
    threads, at_once, most, lock = Threads(4), 0, 0, threading.Lock()
    all_there = threading.Event()
    threads.limit = limit

    def work(_number):
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
            if at_once == limit:
                all_there.set()
        assert all_there.wait(60)
        time.sleep(0.002)
        with lock:
            at_once -= 1

    threads.map(work, range(30))
    threads.close()
    assert most == limit
