"""The form in which the window says errors: what happened, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What an error says.

    Attributes:
        what: What happened, one sentence without the name of the file.
        remedy: What to do; empty where nothing needs to be done.
    """

    what: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Special:
    """Words for one of several things that share a stable name.

    Attributes:
        code: The name.
        begins: How the engine's sentence begins.
        words: What is said instead of the words for the name.
    """

    code: str
    begins: str
    words: Words
