"""Sends work to headquarters and takes its answers. Its modules are its faces: a server takes the wire alone."""
