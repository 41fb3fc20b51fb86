"""The command line: one command per file in ``commands``, each a thin door to the engine behind it.

Nothing below knows this package. It knows no SQL and no models; it asks, shows, and returns exit codes.
"""

from engine.cli.app import main

__all__ = ["main"]
