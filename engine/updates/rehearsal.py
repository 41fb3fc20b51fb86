"""``python -m engine.updates.rehearsal``: brings a copy of a library up to date, to see that it goes well.

The version that is in use starts this program of the new one, before that is used for anything. So both must
understand each other over many versions: what is taken and told here may grow, and never change. Standard
input holds JSON: ``backup`` (a folder), ``into`` (a new folder for the copy), ``key`` (in hexadecimal, or
empty), ``library`` (for messages). It prints ``{"result": {"schema", "documents", "sound"}}`` or ``{"error":
{…}}``. The backup is only read.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import IO, Any, TextIO

from engine.errors import BadInputError, ExitCode, SandukuError
from engine.library import CorruptLibraryError, open_library, standing_of
from engine.library.keys import KEYS_FILE
from engine.library.library import DATABASE
from engine.settings import LibrarySettings


def main(*, heard: IO[str] | None = None, out: TextIO | None = None) -> int:
    """Do what standard input wishes; return an exit code."""
    told = out or sys.stdout
    try:
        wish = json.loads((heard or sys.stdin).read())
        result = _rehearse(
            Path(wish["backup"]), Path(wish["into"]), bytes.fromhex(wish["key"]) if wish["key"] else None
        )
    except SandukuError as error:
        told.write(json.dumps({"error": error.to_json()}) + "\n")
        return error.exit_code
    except (ValueError, KeyError, TypeError, OSError) as error:
        failure = BadInputError(f"The copy could not be made ({error}).")
        told.write(json.dumps({"error": failure.to_json()}) + "\n")
        return failure.exit_code
    told.write(json.dumps({"result": result}) + "\n")
    return ExitCode.OK


def _rehearse(backup: Path, into: Path, key: bytes | None) -> dict[str, Any]:
    """Open a copy of the database alone: bringing it up to date touches no file."""
    into.mkdir(parents=True)
    try:
        for name in (DATABASE, KEYS_FILE):
            shutil.copyfile(backup / name, into / name)
        with open_library(into, data_key=key, settings=LibrarySettings(ballast_megabytes=0)) as library:
            faults = [row[0] for row in library.connection.rows("PRAGMA quick_check") if row[0] != "ok"]
        if faults:
            raise CorruptLibraryError(f"The copy is not sound afterwards ({faults[0]}).", which=into)
        standing = standing_of(into, key)
    finally:
        shutil.rmtree(into, ignore_errors=True)
    return {"schema": standing.schema, "documents": standing.documents, "sound": True}


if __name__ == "__main__":
    sys.exit(main())
