"""The architectures that can become a pack: a table, one module for each.

A module gives the graphs of its checkpoints, tells how they are fed, and prepares questions with the
original's own code, to hold the graphs against it.
"""

from models.image_text.architectures.table import ARCHITECTURES, Architecture, architecture_of

__all__ = ["ARCHITECTURES", "Architecture", "architecture_of"]
