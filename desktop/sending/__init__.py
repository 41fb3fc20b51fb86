"""Sending work to headquarters: what waits, joining a team, sticks, what came down, freed space."""
