"""Runs neural networks: the one place that makes ONNX Runtime sessions.

This package must not know what a model is for, nor where models come from.
"""

from engine.runtime.sessions import ModelUnusableError, RuntimeFacts, open_session, runtime_facts

__all__ = ["ModelUnusableError", "RuntimeFacts", "open_session", "runtime_facts"]
