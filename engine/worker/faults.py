"""Tells where a fault lies without telling what anybody's documents say.

The message of an exception may quote what was being read, so it never goes to the log; types and places do.
"""

import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def describe_fault(error: BaseException) -> str:
    """Return the types and code places of an exception and of what led to it, the first cause first."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.insert(0, link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(f"{type(part).__name__}\n{_places(part)}" for part in chain).rstrip()


def place_of(error: BaseException) -> str:
    """Return the type of an exception and the innermost code place, for a person to report."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def _places(error: BaseException) -> str:
    return "\n".join(
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )


def _short(filename: str) -> str:
    """Return a path without the folders above Sanduku or the installed packages: they name the user."""
    path = Path(filename)
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
