"""The people of headquarters: who they are, what they may do in which team, and how they sign in.

Laptops are no people: they sign in with their keys, in ``headquarters.devices``.
"""
