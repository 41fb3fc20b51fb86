"""``python -m engine.pipeline WORDS``: prints the vector of some words, to find photos by, as JSON.

For programs, such as the window, that must not load a model themselves.
"""

import argparse
import json
import sys
from pathlib import Path

from engine.errors import ExitCode, SandukuError
from engine.pipeline.answering import Answering
from engine.settings import Places, load_settings


def main(arguments: list[str]) -> int:
    """Make the vector; return an exit code."""
    parser = argparse.ArgumentParser(prog="pipeline", description="Print the vector of words as JSON.")
    parser.add_argument("words", help="what a photo shows")
    parser.add_argument("--pack", help="the model pack; by default the one that finds photos")
    parser.add_argument("--settings", type=Path, help="the settings file; by default the user's own")
    given = parser.parse_args(arguments)
    places = Places.of_this_user()
    try:
        answering = Answering(load_settings(given.settings or places.settings), places)
        made = answering.embed_words(given.words, pack=given.pack)
        answering.close()
    except SandukuError as error:
        sys.stderr.write(f"[{error.code}] {error}\n")
        return error.exit_code
    sys.stdout.write(json.dumps({"pack": made.pack_id, "vector": made.vector.tolist()}) + "\n")
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
