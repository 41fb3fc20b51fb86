"""Finding photos by words and by likeness: what is sought, how far a find can be believed, what is left."""
