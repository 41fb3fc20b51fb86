"""The kind of error that ends a build with a sentence and no traceback. Standard library alone."""


class BuildError(Exception):
    """Something that is handed out cannot be built of what is there."""
