"""Draws docs/trial.svg, the picture in the README, from what was really read in the trial library.

Run after ``python3 run.py``: ``.venv/bin/python packaging/picture.py``.
"""

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from engine.cli.desk import Desk
from engine.cli.showing import show_document
from engine.library import DocumentFilter

ROOT = Path(__file__).resolve().parent.parent
SHOWN = {"registration-form.jpg": 12, "distribution-list.jpg": 9}
"""Sample -> how many of its lines the picture shows."""


def main() -> None:
    """Draw the picture."""
    console = Console(file=io.StringIO(), record=True, width=92, force_terminal=True, highlight=False)
    desk = Desk(program="python3 run.py", out=console)
    desk.library_folder = desk.places.trial_library
    with desk.library() as library:
        for name, lines in SHOWN.items():
            [document] = library.documents.find(DocumentFilter(name_contains=name))
            show_document(desk, library, document, most_lines=lines)
    console.save_svg(str(ROOT / "docs" / "trial.svg"), title="python3 run.py", theme=MONOKAI)


if __name__ == "__main__":
    main()
