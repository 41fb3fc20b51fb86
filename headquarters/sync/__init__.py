"""What comes up: the change logs of laptops, kept as streams that are whole, in order, and never doubled."""
