"""Sanduku's engine: reads documents, keeps them, and never needs a network.

The engine imports no Qt and no torch. Its doors are the command line (``engine.cli``), the worker process
(``engine.worker``) and the library (``engine.library``); everything else is behind them.
"""

from engine.version import VERSION as __version__

__all__ = ["__version__"]
