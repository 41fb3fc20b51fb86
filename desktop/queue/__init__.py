"""The queue drawer: what is being read, what waits, what went wrong, and what is done.

All of it is the library's; nothing here remembers more than what was refused since the window was opened.
"""
