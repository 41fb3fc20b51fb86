"""The frame of the window: bars, rail, drawer, toasts, dropping. Knows nothing of its views' insides."""
