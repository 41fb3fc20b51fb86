-- Words that stand on most pages are looked up together with the document of each page. The pages themselves take a
-- hundred times the room of this.
CREATE UNIQUE INDEX pages_with_documents ON pages (number, document);
