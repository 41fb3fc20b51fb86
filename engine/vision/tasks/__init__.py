"""What is asked of image-text models about pages, and how their answers are held against the page.

Describe, ask, extract, sort photos, make vectors, read a line. Every answer is a frozen value with evidence,
findings and provenance (:mod:`engine.answer`). This package knows models and pages' readings; it must never
know the library, the queue or a window.
"""
