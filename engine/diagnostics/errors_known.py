"""The kinds of errors that can be told by name: ours, Python's, and those of the libraries that we use.

The name of a class and a code are words of programs. A message is never looked at: it may name a file.
"""

import builtins
import importlib
import re
from collections import Counter
from pathlib import Path

from engine.errors import SandukuError

_OURS = (
    "engine.export.errors", "engine.library.errors", "engine.ocr.errors", "engine.packs.errors",
    "engine.pages.errors", "engine.pipeline.errors", "engine.runtime.errors", "engine.sync.errors",
    "engine.sync.bundles.errors", "engine.sync.wire.errors", "engine.updates.errors", "engine.vision.errors",
    "engine.worker.errors",
)  # fmt: skip
_OTHERS = frozenset(
    {
        "DatabaseError", "IntegrityError", "OperationalError", "ProgrammingError",
        "Fail", "InvalidArgument", "InvalidGraph", "InvalidProtobuf", "NoSuchFile", "RuntimeException",
        "UnidentifiedImageError", "DecompressionBombError", "PdfiumError", "PdfError", "ZstdError",
        "ConnectError", "ConnectTimeout", "ReadTimeout", "RemoteProtocolError", "AccessDenied",
        "NoSuchProcess", "InvalidTag", "BadZipFile", "JSONDecodeError", "CancelledError", "TimeoutExpired",
    }
)  # fmt: skip
MORE_CODES = ("bug", "worker.crashed", "worker.vanished", "sync.wish")
FILES = ("faults.log", "desktop.log", "worker.log")
LEVELS = ("WARNING", "ERROR", "CRITICAL")
LARGEST_LOG = 5_000_000
_TYPE = re.compile(r"(?:[A-Za-z_][\w.]*\.)?([A-Za-z_]\w*)(?::|$)", re.ASCII)
_CODE = re.compile(r"\[([a-z0-9.-]{2,60})\]", re.ASCII)
_LEVEL = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b", re.ASCII)


def known_types() -> frozenset[str]:
    """Return the names of error classes that can be told."""
    python = {
        name
        for name, each in vars(builtins).items()
        if isinstance(each, type) and issubclass(each, BaseException)
    }
    return frozenset(python) | _OTHERS | {each.__name__ for each in _our_errors()}


def known_codes() -> frozenset[str]:
    """Return the codes of errors that can be told."""
    return frozenset({each.code for each in _our_errors()} | set(MORE_CODES))


def errors_in(logs: Path) -> dict[str, dict[str, Counter[str]]]:
    """Count the kinds of errors in the log files; whatever is no known kind is not looked at further.

    Args:
        logs: The folder of the log files.
    """
    types, codes = known_types(), known_codes()
    found: dict[str, dict[str, Counter[str]]] = {}
    for name in FILES:
        counted = {"types": Counter[str](), "codes": Counter[str](), "levels": Counter[str]()}
        for path in sorted(logs.glob(f"{name}*")):
            for line in _lines(path):
                begun = _TYPE.match(line)
                if begun and begun[1] in types:
                    counted["types"][begun[1]] += 1
                counted["codes"].update(set(_CODE.findall(line)) & codes)
                # The level stands behind the time, before anything that a message could say.
                level = _LEVEL.search(line[:40])
                if level:
                    counted["levels"][level[1]] += 1
        if any(counted.values()):
            found[name] = counted
    return found


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - LARGEST_LOG))
            return stream.read(LARGEST_LOG).decode("utf-8", "replace").splitlines()
    except OSError:
        return []


def _our_errors() -> set[type[SandukuError]]:
    for name in _OURS:
        importlib.import_module(name)
    found: set[type[SandukuError]] = set()
    left = [SandukuError]
    while left:
        each = left.pop()
        found.add(each)
        left.extend(each.__subclasses__())
    return found
