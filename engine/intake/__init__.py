"""The way in: files become documents of a library, each with its pages queued.

Stands on ``engine.pages`` (what is this file, how many pages has it) and ``engine.library`` (keep it); the
command line, the window and a watched folder all come through here. It never reads a page.
"""

from engine.intake.intake import Intake, Refused, Skipped, Taken
from engine.pages import discover

__all__ = ["Intake", "Refused", "Skipped", "Taken", "discover"]
