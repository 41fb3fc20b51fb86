"""Devices: which laptops belong to a team, how each shows that it is itself, and shutting one out."""
