"""What stands before the library: making one, unlocking it, and the sheet with its recovery key."""
