"""The translations of the window: one folder for each part, one file in it for each language."""
