"""The architectures that can become a pack: a table, one module for each.

A module says how its checkpoint is loaded, gives its graphs with how they are fed, and asks the original the
same question, to hold the graphs against.
"""

from models.image_text.architectures.table import ARCHITECTURES, Architecture, architecture_of

__all__ = ["ARCHITECTURES", "Architecture", "architecture_of"]
