"""What the changelog says of this version, for the page of its release: ``packaging/release_notes.py``.

Standard library alone. Ends with 1 where the changelog says nothing of the version at hand.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def release_notes(changelog: str, version: str) -> str | None:
    """Return what a changelog says of a version, without its heading; None where it says nothing."""
    heading = rf"^## {re.escape(version)}(?![\w.])[^\n]*\n"
    found = re.search(rf"{heading}(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return (found[1].strip() or None) if found else None


def main() -> int:
    """Print them."""
    sys.path.insert(0, str(ROOT))
    from engine.version import VERSION

    notes = release_notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), VERSION)
    if notes is None:
        sys.stderr.write(f"CHANGELOG.md says nothing of {VERSION}.\n")
        return 1
    sys.stdout.buffer.write(f"{notes}\n".encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
