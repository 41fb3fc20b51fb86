"""Changes and files on a stick: how a bundle lies there, what is in it, and how it is written and read.

``container`` and ``contents`` know no library: headquarters reads and writes with the same.
"""
