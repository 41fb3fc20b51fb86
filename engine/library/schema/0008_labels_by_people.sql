-- A person may say what a photo shows also where no model has sorted it. The answer of a row that a person wrote is
-- the latest one that a model gave, so that both can be shown; what was said before stands in the change log.

CREATE TABLE scenes_since (
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    aspect          TEXT    NOT NULL,                       -- a question of a taxonomy, such as damage-severity
    label           TEXT    NOT NULL,                       -- in force: a person's, else the model's
    score           REAL    NOT NULL CHECK (score BETWEEN 0 AND 1),
    unsure          INTEGER NOT NULL CHECK (unsure IN (0, 1)),
    author          TEXT,                                   -- the person who said so; null: a model
    answer          INTEGER REFERENCES answers (number) ON DELETE CASCADE,  -- null: no model ever said anything
    PRIMARY KEY (page, aspect),
    CHECK (author IS NOT NULL OR answer IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO scenes_since (page, aspect, label, score, unsure, author, answer)
SELECT page, aspect, label, score, unsure, author, answer FROM scenes;

DROP TABLE scenes;
ALTER TABLE scenes_since RENAME TO scenes;

CREATE INDEX scenes_by_label ON scenes (aspect, label, score);
