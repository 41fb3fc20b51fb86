"""Sending work to headquarters and taking its answers; the faces are the modules, so that a server gets the wire alone."""
