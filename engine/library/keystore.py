"""The operating system's keyring, behind a face that never hangs and never raises.

A keyring may be missing (a server), be a placeholder that keeps nothing, be locked, or wait for an answer on
a screen that nobody sees. All of these count as: there is none.
"""

import threading
from collections.abc import Callable
from typing import Protocol

SERVICE = "sanduku"


class KeyStore(Protocol):
    """Keeps one secret for each library."""

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret and return whether it can be had again."""

    def get(self, name: str) -> str | None:
        """Return a secret, or None if it cannot be had."""


class NoKeyStore:
    """Where no keyring is wanted."""

    def put(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Return False."""
        return False

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return None."""
        return None


class SystemKeyStore:
    """The keyring of the operating system, through the package ``keyring``."""

    def __init__(self, *, seconds: float = 10.0) -> None:
        """Wait at most ``seconds`` for an answer."""
        self._seconds = seconds

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret and return whether it can be had again."""

        def ask() -> str | None:
            import keyring

            if not _real(keyring.get_keyring()):
                return None
            keyring.set_password(SERVICE, name, secret)
            return keyring.get_password(SERVICE, name)

        return self._answer(ask) == secret

    def get(self, name: str) -> str | None:
        """Return a secret, or None if it cannot be had."""

        def ask() -> str | None:
            import keyring

            return keyring.get_password(SERVICE, name) if _real(keyring.get_keyring()) else None

        return self._answer(ask)

    def backend(self) -> str | None:
        """Return what the system calls its keyring, or None if it has none that keeps secrets."""

        def ask() -> str | None:
            import keyring

            backend = keyring.get_keyring()
            return str(backend.name) if _real(backend) else None

        return self._answer(ask)

    def _answer(self, ask: Callable[[], str | None]) -> str | None:
        answers: list[str | None] = []

        def asking() -> None:
            try:
                answers.append(ask())
            except Exception:  # noqa: BLE001 - backends raise whatever they like; each means: no keyring
                answers.append(None)

        # A daemon thread: a backend that waits for ever must not keep the program from ending.
        thread = threading.Thread(target=asking, daemon=True, name="keyring")
        thread.start()
        thread.join(self._seconds)
        return answers[0] if answers else None


def _real(backend: object) -> bool:
    """Whether a backend keeps secrets: those of priority below 1 do not, or keep them in the clear."""
    module = type(backend).__module__
    return not module.startswith(("keyring.backends.fail", "keyring.backends.null")) and (
        float(getattr(backend, "priority", 0)) >= 1
    )
