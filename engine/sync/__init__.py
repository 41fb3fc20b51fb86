"""Sends work to headquarters and takes its answers. A module is a face: a server takes the wire alone."""
