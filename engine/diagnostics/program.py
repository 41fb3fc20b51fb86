"""``python -m engine.diagnostics.program``: gathers a bundle of diagnostics for a window.

Standard input holds JSON: ``{"libraries": [{"folder", "key" (in hexadecimal, or empty)}]}``; the keys never
stand on a command line. It prints ``{"result": {"text", "bundle"}}`` or ``{"error": {…}}``. Nothing is saved.
"""

import json
import sys
from pathlib import Path
from typing import IO, TextIO

from engine.diagnostics.gathering import gathering_for
from engine.diagnostics.writing import text_of
from engine.errors import BadInputError, ExitCode, SandukuError
from engine.settings import Places
from engine.updates.saving import folders_of


def main(*, heard: IO[str] | None = None, out: TextIO | None = None) -> int:
    """Gather, and print; return an exit code."""
    told = out or sys.stdout
    try:
        wish = json.loads((heard or sys.stdin).readline())
        keys = {
            Path(each["folder"]): bytes.fromhex(each["key"]) if each["key"] else None
            for each in wish["libraries"]
        }
        places = Places.of_this_user()
        bundle = gathering_for(places, folders_of(places, list(keys)), keys).bundle()
    except SandukuError as error:
        told.write(json.dumps({"error": error.to_json()}) + "\n")
        return error.exit_code
    except (ValueError, KeyError, TypeError) as error:
        wrong = BadInputError(f"Standard input is no wish ({type(error).__name__}).")
        told.write(json.dumps({"error": wrong.to_json()}) + "\n")
        return wrong.exit_code
    told.write(json.dumps({"result": {"text": text_of(bundle), "bundle": bundle}}) + "\n")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main())
