"""The command line of a headquarters, ``sanduku-hq``: thin doors to what does the work."""

from headquarters.cli.app import main

__all__ = ["main"]
