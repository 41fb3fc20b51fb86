"""Makes what is handed out for macOS, on macOS: the signed application in a disk image."""
