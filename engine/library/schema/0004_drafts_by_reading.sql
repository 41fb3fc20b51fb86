-- What is typed on a reading is kept apart from what was typed on an earlier one: lines are counted anew by
-- each reading, so that the same name may stand for two lines.
CREATE TABLE drafts_by_reading (
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    line            TEXT    NOT NULL,                       -- id of the line, or a name for one that is being added
    reading_id      TEXT    NOT NULL,                       -- the reading whose line it is; empty if none is known
    text            TEXT    NOT NULL,
    original        TEXT    NOT NULL,                       -- what the line read when the typing began
    saved_at        TEXT    NOT NULL,
    PRIMARY KEY (page, line, reading_id)
) STRICT, WITHOUT ROWID;

INSERT INTO drafts_by_reading (page, line, reading_id, text, original, saved_at)
SELECT page, line, coalesce(reading_id, ''), text, original, saved_at FROM drafts;

DROP TABLE drafts;

ALTER TABLE drafts_by_reading RENAME TO drafts;
