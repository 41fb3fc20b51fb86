-- Text within words is found by how words end: each page has the end of each of its words from every letter on, and
-- a piece of a word is the beginning of such an end. That is one lookup in place of one for each three letters, in
-- half the room. And the beginnings of words of two and three letters, which begin very many words, have lists of
-- their own.
DROP TRIGGER page_texts_added;
DROP TRIGGER page_texts_removed;
DROP TRIGGER page_texts_changed;
DROP TABLE trigrams;
DROP TABLE words;

CREATE VIRTUAL TABLE words USING fts5 (
    normalised, languages,
    content = 'page_texts', content_rowid = 'page', prefix = '2 3',
    tokenize = "unicode61 categories 'L* N* Co Mn Mc' remove_diacritics 2"
);

-- Words are here what stands between spaces, signs included: so a reference such as AB-12/3 is found by any part.
-- What is put in is made by ends_of_words and kept nowhere else; whoever writes page_texts writes it here.
CREATE VIRTUAL TABLE word_ends USING fts5 (
    ends,
    content = '', contentless_delete = 1, detail = 'none',
    tokenize = "unicode61 categories 'L* M* N* P* S* C*' remove_diacritics 0"
);

CREATE TRIGGER page_texts_added AFTER INSERT ON page_texts
BEGIN
    INSERT INTO words (rowid, normalised, languages) VALUES (NEW.page, NEW.normalised, NEW.languages);
END;

CREATE TRIGGER page_texts_removed AFTER DELETE ON page_texts
BEGIN
    INSERT INTO words (words, rowid, normalised, languages)
    VALUES ('delete', OLD.page, OLD.normalised, OLD.languages);
    DELETE FROM word_ends WHERE rowid = OLD.page;
END;

CREATE TRIGGER page_texts_changed AFTER UPDATE ON page_texts
BEGIN
    INSERT INTO words (words, rowid, normalised, languages)
    VALUES ('delete', OLD.page, OLD.normalised, OLD.languages);
    INSERT INTO words (rowid, normalised, languages) VALUES (NEW.page, NEW.normalised, NEW.languages);
    DELETE FROM word_ends WHERE rowid = OLD.page;
END;

INSERT INTO words (words) VALUES ('rebuild');
INSERT INTO word_ends (rowid, ends) SELECT page, ends_of_words(normalised) FROM page_texts;
