"""Draws docs/trial.svg, the picture in the README, from what was really read in the trial library.

Run after ``python3 run.py``: ``.venv/bin/python packaging/picture.py``.
"""

import io
import re
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
    console = Console(file=io.StringIO(), record=True, width=112, force_terminal=True, highlight=False)
    desk = Desk(program="python3 run.py", out=console)
    desk.library_folder = desk.places.trial_library
    with desk.library() as library:
        for name, lines in SHOWN.items():
            [document] = library.documents.find(DocumentFilter(name_contains=name))
            show_document(desk, library, document, most_lines=lines)
    drawn = console.export_svg(title="python3 run.py", theme=MONOKAI)
    # The fonts that rich names lie on a server; the reader's own will do.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    (ROOT / "docs" / "trial.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
