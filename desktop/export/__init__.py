"""Documents out of the window: the export dialog with its preview, and printing.

Stands on ``engine.export`` and ``engine.outgoing``; what takes time is done in a thread with its own handle
of the library. It never knows which view the documents were chosen in.
"""
