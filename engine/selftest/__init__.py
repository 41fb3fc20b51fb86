"""Finds out whether an installed program is whole and works on this computer; touches nobody's data.

``python -m engine.selftest`` does it; what the window adds of its own stands in :mod:`desktop.selftest`. All
is tried in a folder that is removed again, with what came with the program and nothing of the user's own.
"""

from engine.selftest.checks import Check, Result, run_checks

__all__ = ["Check", "Result", "run_checks"]
