"""Newer versions of the program, brought as signed files, installed beside the present one, and taken back.

:mod:`engine.updates.handover` is the first thing that runs at every start: it must stay free of whatever is
not of the standard library, and so must this file.
"""
