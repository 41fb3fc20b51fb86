"""Runs neural networks: the one place that makes ONNX Runtime sessions, and threads to run them on.

This package must not know what a model is for, nor where models come from.
"""

from engine.runtime.sessions import ModelUnusableError, RuntimeFacts, open_session, runtime_facts
from engine.runtime.threads import Threads

__all__ = ["ModelUnusableError", "RuntimeFacts", "Threads", "open_session", "runtime_facts"]
