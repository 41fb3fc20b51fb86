"""Checkpoints of a few thousand random weights, made from the models' own configuration classes.

They are laid out as a hub lays out a snapshot, so that everything from reading the folder to the finished
pack can be tried in seconds. What they say has no meaning; that two programs say the same of them has.
"""

from models.image_text.tiny.snapshots import TINY, write_tiny

__all__ = ["TINY", "write_tiny"]
