"""``python -m engine.inventory``: prints the inventory as one line of JSON.

What a person can mend is printed in the form that :mod:`engine.inventory.changing` has, and told in words on
standard error.
"""

import argparse
import json
import sys
from pathlib import Path

from engine.errors import ExitCode, SandukuError
from engine.inventory.inventory import take_inventory
from engine.settings import Places, load_settings


def main(arguments: list[str]) -> int:
    """Take the inventory; return an exit code."""
    parser = argparse.ArgumentParser(prog="inventory", description="Print what is installed for reading.")
    parser.add_argument("--settings", type=Path, help="the settings file; by default the user's own")
    parser.add_argument("--verify", action="store_true", help="read every file and compare it")
    given = parser.parse_args(arguments)
    places = Places.of_this_user()
    try:
        settings = load_settings(given.settings or places.settings)
    except SandukuError as error:
        sys.stdout.write(json.dumps({"error": error.to_json()}) + "\n")
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    found = take_inventory(places, settings.reading, verify=given.verify)
    sys.stdout.write(json.dumps(found.to_json()) + "\n")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
