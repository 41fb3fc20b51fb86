"""Changes and files on a stick: how a bundle lies there, what is in it, and how it is written and read.

Only ``laptop`` knows a library; with the rest headquarters reads and writes too.
"""
