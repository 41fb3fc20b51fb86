"""What laptops have sent, as people read it: documents, pages, lines, corrections, answers, cases, conflicts.

Everything here follows from the entries of the change logs and from what people at headquarters do; it could
be made anew from both. It knows nothing of networks, and of laptops only which library an entry comes from.
"""
