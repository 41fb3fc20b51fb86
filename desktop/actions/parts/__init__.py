"""The parts of the table of actions, one for each area of the window."""
