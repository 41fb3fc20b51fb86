"""The one place where Sanduku's version stands."""

VERSION = "0.1.0"
