"""Checkpoints with random weights, made from the models' own configuration classes.

They are laid out as a hub lays out a snapshot, so that everything from reading the folder to the finished
pack can be tried: tiny ones in seconds, and one of real size for measuring. What they say has no meaning;
that two programs say the same of them has.
"""
