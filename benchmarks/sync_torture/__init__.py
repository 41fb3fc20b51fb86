"""Proves that sync loses nothing: real laptops and a real headquarters, killed, cut, copied and restored.

``python3 run.py bench torture-sync --kills 300`` runs it, and a short version stands in the test suite. What
each laptop committed stands in a journal that neither side can see; an oracle of its own, which shares no
code with either side, compares both afterwards.
"""
