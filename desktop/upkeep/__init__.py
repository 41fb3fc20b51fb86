"""The program itself in the window: its version, newer ones from a stick, and diagnostics."""
