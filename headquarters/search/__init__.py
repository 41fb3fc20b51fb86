"""Finds records by what stands in them, in five languages, within one team."""
