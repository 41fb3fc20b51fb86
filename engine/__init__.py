"""Sanduku's engine: reads documents, keeps them, and never needs a network.

The engine imports no Qt and no torch. Its doors are the command line (``engine.cli``), the worker process
(``engine.worker``) and the library (``engine.library``); everything else is behind them.
"""

import os

from engine.version import VERSION as __version__

# ONNX Runtime's wheels for Linux and macOS gather what is run, give the computer a number, and send that to
# their maker. Sanduku uses no network unasked. It must be said before the library is loaded, wherever that
# is: this is the one place that comes before, and all that an import does.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# OpenCV's wheels reckon with Intel's closed IPP where the processor is Intel's or like it. The program that
# is handed out has none: what its tests and benchmarks read with is to be what ships. OpenCV's own switch
# is one for each thread; this one is for all of them, and OpenCV would warn of it at every start.
os.environ["OPENCV_IPP"] = "disabled"
os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")

__all__ = ["__version__"]
