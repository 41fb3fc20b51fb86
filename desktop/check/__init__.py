"""Checking: a page with its boxes, its lines of text, and all that a person does to them."""
