"""``python -m engine.selftest``: checks what the engine can check, and prints it line by line as JSON."""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.errors import ExitCode
from engine.selftest.checks import (
    Bench,
    Check,
    contents,
    languages,
    libraries,
    library,
    packs,
    program,
    run_checks,
)
from engine.selftest.reading import READING
from engine.settings import Places

CHECKS = (
    Check("program", program),
    Check("libraries", libraries),
    Check("contents", contents),
    Check("packs", packs),
    Check("languages", languages),
    Check("library", library),
    READING,
)


def main() -> int:
    """Run all checks; return 0 where all is well."""
    shipped, well = Places.of_this_user().shipped, True
    with TemporaryDirectory(prefix="sanduku-self-test-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        # The workers that it starts must not see the user's own packs and settings either.
        os.environ["SANDUKU_HOME"] = str(scratch / "home")
        for result in run_checks(Bench(Places(scratch / "home", shipped), scratch), CHECKS):
            well = well and result.ok
            sys.stdout.write(json.dumps(result.to_json(), ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return ExitCode.OK if well else ExitCode.BUG


if __name__ == "__main__":
    sys.exit(main())
