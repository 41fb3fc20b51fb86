"""The lists of documents: table, pictures, search, filters, what is done with many; cases, saved searches."""
