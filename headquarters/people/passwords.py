"""Passwords: how they are kept, and which are good enough. Knows no users and no database."""

import secrets
import threading
from dataclasses import dataclass

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from headquarters.people.errors import PasswordError

LEAST_LETTERS = 12
MOST_LETTERS = 256
_ENOUGH_DIFFERENT = 5
_AT_ONCE = 4
"""Passwords that are tried at the same time: each takes the memory of ``Cost.kibibytes``."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it costs to try one password.

    Attributes:
        kibibytes: Memory.
        iterations: How often it is gone through.
    """

    kibibytes: int = 47_104
    iterations: int = 2


class Passwords:
    """Hashes passwords and compares them, a few at a time."""

    def __init__(self, cost: Cost | None = None) -> None:
        """Take the cost of a try; tests choose a small one."""
        self._cost = cost or Cost()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        self._nobody = ""

    def hashed(self, password: str) -> str:
        """Return how a password is kept: Argon2id in PHC form, with a salt of its own."""
        with self._turns:
            return Argon2id(
                salt=secrets.token_bytes(16),
                length=32,
                iterations=self._cost.iterations,
                lanes=1,
                memory_cost=self._cost.kibibytes,
            ).derive_phc_encoded(password.encode())

    def fits(self, password: str, kept: str | None) -> bool:
        """Return whether a password is the kept one; takes as long where there is none to compare it with."""
        if len(password) > MOST_LETTERS:
            return False
        if kept is None:
            self._nobody = self._nobody or self.hashed(secrets.token_hex(16))
        with self._turns:
            try:
                Argon2id.verify_phc_encoded(password.encode(), kept or self._nobody)
            except InvalidKey:
                return False
        return kept is not None


def check_new_password(password: str, *, login: str, name: str) -> None:
    """Raise PasswordError for a password that is too easy to guess."""
    plain = password.casefold()
    if len(password) < LEAST_LETTERS:
        raise PasswordError(
            f"The password needs at least {LEAST_LETTERS} characters.",
            remedy="Take a few words that do not belong together.",
        )
    if len(password) > MOST_LETTERS:
        raise PasswordError(f"The password can have at most {MOST_LETTERS} characters.")
    personal = [part for part in (*login.casefold().split("@"), *name.casefold().split()) if len(part) > 3]
    if len(set(plain)) < _ENOUGH_DIFFERENT or any(part in plain for part in personal):
        raise PasswordError(
            "The password is too easy to guess.",
            remedy="Use other words than your name, and more than a few different characters.",
        )


def first_password() -> str:
    """Return a password for somebody's first time, easy to read out: four groups of letters."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))
