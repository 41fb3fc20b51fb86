"""A keyring is only what keeps secrets; one that is broken counts as none and ends nothing."""

import keyring
import pytest
from keyring.backend import KeyringBackend

from engine.library import SystemKeyStore


class Broken(KeyringBackend):
    priority = 5

    @property
    def name(self) -> str:
        raise RuntimeError("the service is gone")

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the service is gone")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("the service is gone")


def test_a_computer_without_a_keyring_has_none():
    assert SystemKeyStore().backend() is None


def test_a_broken_keyring_counts_as_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(keyring, "get_keyring", Broken)
    store = SystemKeyStore()
    assert store.backend() is None
    assert store.get("library") is None
    assert not store.put("library", "secret")
