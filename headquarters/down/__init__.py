"""What goes down: corrections, reviews, settings, wishes and erasures, as one chained log a library."""

from headquarters.down.log import acknowledge, append, batch_after, erase_payloads

__all__ = ["acknowledge", "append", "batch_after", "erase_payloads"]
