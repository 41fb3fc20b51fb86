"""Signed receipts: what headquarters has of a laptop, and how far its own backup reaches."""
