"""What helps whoever mends Sanduku and says nothing of anybody: figures, versions, kinds of errors.

A bundle is put together field by field, and each field is declared with the kind of values that it can have:
whatever was not declared, or does not fit, cannot get in. There is no text of a person in any kind.
"""
