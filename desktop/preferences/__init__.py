"""The settings: pages of rows, each with a sentence of help; what is changed holds at once and can be reset.

The engine's settings come from its own table of declarations; a new one appears by itself among the advanced.
"""
