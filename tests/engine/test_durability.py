"""What was written reaches the disk, also where the file system knows only the plainest way to it."""

import errno
import os
import types

import pytest

from engine.durability import sync, sync_folder


@pytest.fixture
def flushed(monkeypatch) -> list[int]:
    """The descriptors that were flushed in the way that every system has."""
    seen = []
    monkeypatch.setattr(os, "fsync", seen.append)
    return seen


def refusing(number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    return refuse


def a_mac(monkeypatch, flush):
    monkeypatch.setattr("engine.durability.sys", types.SimpleNamespace(platform="darwin"))
    monkeypatch.setitem(
        __import__("sys").modules, "fcntl", types.SimpleNamespace(fcntl=flush, F_FULLFSYNC=51)
    )


def test_on_a_mac_the_cache_of_the_drive_is_emptied_too(flushed, monkeypatch):
    asked = []
    a_mac(monkeypatch, lambda *given: asked.append(given))
    sync(7)
    assert (asked, flushed) == ([(7, 51)], [])


def test_a_share_that_knows_no_such_wish_is_flushed_as_it_can(flushed, monkeypatch):
    a_mac(monkeypatch, refusing(errno.ENOTSUP))
    sync(7)
    assert flushed == [7]


def test_a_folder_is_flushed_and_let_go(flushed, tmp_path):
    sync_folder(tmp_path)
    (descriptor,) = flushed
    with pytest.raises(OSError):
        os.fstat(descriptor)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EBADF, errno.ENOTSUP])
def test_a_stick_that_cannot_flush_folders_is_no_fault(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", refusing(number))
    sync_folder(tmp_path)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_disk_that_fails_is_told(tmp_path, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.raises(OSError, match=os.strerror(number)):
        sync_folder(tmp_path)
