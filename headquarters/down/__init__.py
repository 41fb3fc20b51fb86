"""What goes down: corrections, reviews, settings, wishes and erasures, one chained log a library."""
