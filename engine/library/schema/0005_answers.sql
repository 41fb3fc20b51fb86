-- What image models say about pages: answers, which people accept, reject or correct; labels of photos; and vectors
-- by which photos are found. And the work that makes them, which goes through the queue like all other.

-- The queue gets five more tasks. A table's checks cannot be altered, so it is made anew.
DROP TRIGGER pages_tell_their_document;
DROP TRIGGER jobs_tell_their_document;
DROP TRIGGER new_jobs_tell_their_document;
DROP VIEW document_states;
ALTER TABLE jobs RENAME TO jobs_before;

CREATE TABLE jobs (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given twice: a late worker may still hold it
    page             INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    document         INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    task             TEXT    NOT NULL
                     CHECK (task IN ('read', 'read-region', 'describe', 'ask', 'extract', 'triage', 'embed')),
    payload          TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(payload)),
    result           TEXT    CHECK (result IS NULL OR json_valid(result)),
    idempotency_key  TEXT    UNIQUE,
    batch            TEXT,
    state            TEXT    NOT NULL DEFAULT 'queued'
                     CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'dead')),
    priority         INTEGER NOT NULL DEFAULT 0,            -- the greater goes first
    position         INTEGER NOT NULL,                      -- within a priority, the smaller goes first
    held             INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),  -- its document is paused or in the trash
    not_before       REAL    NOT NULL DEFAULT 0,
    token            INTEGER NOT NULL DEFAULT 0,            -- fencing: grows with every claim
    owner            TEXT,
    lease_seconds    REAL,
    lease_until      REAL,
    cancel_requested INTEGER NOT NULL DEFAULT 0 CHECK (cancel_requested IN (0, 1)),
    attempts         INTEGER NOT NULL DEFAULT 0,
    errors           INTEGER NOT NULL DEFAULT 0,            -- attempts that ended with an error
    crashes          INTEGER NOT NULL DEFAULT 0,            -- attempts whose worker vanished
    error_code       TEXT,
    error_message    TEXT,
    error_remedy     TEXT,
    queued_at        TEXT    NOT NULL,
    started_at       TEXT,
    finished_at      TEXT,
    CHECK ((state = 'running') = (owner IS NOT NULL)),
    CHECK ((state = 'running') = (lease_until IS NOT NULL))
) STRICT;

INSERT INTO jobs (number, page, document, task, payload, result, idempotency_key, batch, state, priority, position,
    held, not_before, token, owner, lease_seconds, lease_until, cancel_requested, attempts, errors, crashes,
    error_code, error_message, error_remedy, queued_at, started_at, finished_at)
SELECT number, page, document, task, payload, result, idempotency_key, batch, state, priority, position,
    held, not_before, token, owner, lease_seconds, lease_until, cancel_requested, attempts, errors, crashes,
    error_code, error_message, error_remedy, queued_at, started_at, finished_at
FROM jobs_before;

-- Numbers of jobs that are gone are not given again either.
INSERT INTO sqlite_sequence (name, seq) SELECT 'jobs', 0
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'jobs');
UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'jobs_before'), 0))
WHERE name = 'jobs';

DROP TABLE jobs_before;

CREATE INDEX jobs_in_line ON jobs (priority DESC, position, number) WHERE state = 'queued' AND held = 0;
CREATE INDEX jobs_running ON jobs (number) WHERE state = 'running';
CREATE INDEX jobs_by_state ON jobs (state, document, task, held);
CREATE INDEX jobs_by_batch ON jobs (batch, state, document, task);
CREATE INDEX jobs_by_document ON jobs (document, state, task);
CREATE INDEX jobs_by_page ON jobs (page);
CREATE INDEX jobs_by_position ON jobs (position);
CREATE INDEX jobs_as_listed ON jobs (state <> 'running', state <> 'queued', priority DESC, position, number, state);
CREATE INDEX jobs_lately_done ON jobs (finished_at) WHERE state = 'done' AND task = 'read';

-- What is asked about a page says nothing about how far its document is.
CREATE VIEW document_states AS
SELECT number, CASE
    WHEN running OR (queued AND pages_read > 0 AND pages_read < page_count) THEN 'reading'
    WHEN queued THEN 'queued'
    WHEN pages_read = page_count THEN 'read'
    WHEN pages_read > 0 THEN 'partly-read'
    WHEN failed THEN 'problem'
    ELSE 'cancelled' END AS status
FROM (
    SELECT number, page_count, pages_read,
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'running' AND task = 'read')
            AS running,
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'queued' AND task = 'read')
            AS queued,
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state IN ('failed', 'dead')
            AND task = 'read') AS failed
    FROM documents
);

CREATE TRIGGER pages_tell_their_document AFTER UPDATE OF reading, confidence, languages ON pages
BEGIN
    UPDATE documents SET (pages_read, lowest_confidence, languages) = (
        SELECT pages_read, lowest_confidence, languages FROM document_facts WHERE number = NEW.document
    ) WHERE number = NEW.document;
    UPDATE documents SET status = (SELECT status FROM document_states WHERE number = NEW.document)
    WHERE number = NEW.document;
END;

CREATE TRIGGER jobs_tell_their_document AFTER UPDATE OF state ON jobs
WHEN NEW.state <> OLD.state AND NEW.task = 'read'
BEGIN
    UPDATE documents SET status = (SELECT status FROM document_states WHERE number = NEW.document)
    WHERE number = NEW.document;
END;

CREATE TRIGGER new_jobs_tell_their_document AFTER INSERT ON jobs
WHEN NEW.task = 'read' AND (SELECT status FROM documents WHERE number = NEW.document) <> 'queued'
BEGIN
    UPDATE documents SET status = (SELECT status FROM document_states WHERE number = NEW.document)
    WHERE number = NEW.document;
END;

-- What a running job has made so far, for whoever waits for it; gone with the end of the attempt, however it ends.
CREATE TABLE job_progress (
    job             INTEGER PRIMARY KEY REFERENCES jobs (number) ON DELETE CASCADE,
    text            TEXT    NOT NULL
) STRICT;

CREATE TRIGGER ended_jobs_tell_no_progress AFTER UPDATE OF state ON jobs
WHEN OLD.state = 'running' AND NEW.state <> 'running'
BEGIN
    DELETE FROM job_progress WHERE job = NEW.number;
END;

-- Which worker has an image model in memory. Nobody else opens one meanwhile: two rarely fit.
CREATE TABLE model_holder (
    only            INTEGER PRIMARY KEY CHECK (only = 1),
    owner           TEXT    NOT NULL,
    until           REAL    NOT NULL                        -- seconds since 1970; it is let go then at the latest
) STRICT;

-- What was answered about a page. Append-only; the page may have been read anew since.
CREATE TABLE answers (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    reading_id      TEXT    NOT NULL,                       -- what was known of the page then; its boxes refer to it
    task            TEXT    NOT NULL CHECK (task IN ('describe', 'ask', 'extract', 'triage')),
    question        TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    text            TEXT    NOT NULL,
    doubtful        INTEGER NOT NULL CHECK (doubtful IN (0, 1)),
    pack_id         TEXT    NOT NULL,                       -- empty: no image model looked at the page
    body            TEXT    NOT NULL CHECK (json_valid(body)),  -- Answer as JSON: evidence, findings, provenance
    author          TEXT    NOT NULL,                       -- who asked
    made_at         TEXT    NOT NULL
) STRICT;

CREATE INDEX answers_by_page ON answers (page, number);

CREATE TRIGGER answers_are_append_only BEFORE UPDATE ON answers
BEGIN SELECT RAISE(ABORT, 'an answer is never altered'); END;

-- What people say of answers; the latest is in force. Append-only.
CREATE TABLE answer_reviews (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    answer          INTEGER NOT NULL REFERENCES answers (number) ON DELETE CASCADE,
    state           TEXT    NOT NULL CHECK (state IN ('none', 'accepted', 'rejected', 'corrected')),
    text            TEXT,                                   -- what it should say; of a corrected one alone
    reason          TEXT    NOT NULL,
    author          TEXT    NOT NULL,
    made_at         TEXT    NOT NULL,
    CHECK ((state = 'corrected') = (text IS NOT NULL))
) STRICT;

CREATE INDEX answer_reviews_by_answer ON answer_reviews (answer, number);

CREATE TRIGGER answer_reviews_are_append_only BEFORE UPDATE ON answer_reviews
BEGIN SELECT RAISE(ABORT, 'what was said of an answer is never altered'); END;

-- What can be searched of answers: as they stand now, without the rejected ones.
CREATE TABLE answer_texts (
    answer          INTEGER PRIMARY KEY REFERENCES answers (number) ON DELETE CASCADE,
    normalised      TEXT    NOT NULL
) STRICT;

CREATE VIRTUAL TABLE answer_words USING fts5 (
    normalised,
    content = 'answer_texts', content_rowid = 'answer',
    tokenize = "unicode61 categories 'L* N* Co Mn Mc' remove_diacritics 2"
);

CREATE TRIGGER answer_texts_added AFTER INSERT ON answer_texts
BEGIN
    INSERT INTO answer_words (rowid, normalised) VALUES (NEW.answer, NEW.normalised);
END;

CREATE TRIGGER answer_texts_removed AFTER DELETE ON answer_texts
BEGIN
    INSERT INTO answer_words (answer_words, rowid, normalised) VALUES ('delete', OLD.answer, OLD.normalised);
END;

CREATE TRIGGER answer_texts_changed AFTER UPDATE ON answer_texts
BEGIN
    INSERT INTO answer_words (answer_words, rowid, normalised) VALUES ('delete', OLD.answer, OLD.normalised);
    INSERT INTO answer_words (rowid, normalised) VALUES (NEW.answer, NEW.normalised);
END;

-- What photos show, by the latest answer or by a person.
CREATE TABLE scenes (
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    aspect          TEXT    NOT NULL,                       -- a question of a taxonomy, such as damage-severity
    label           TEXT    NOT NULL,
    score           REAL    NOT NULL CHECK (score BETWEEN 0 AND 1),
    unsure          INTEGER NOT NULL CHECK (unsure IN (0, 1)),
    author          TEXT,                                   -- the person who said so; null: a model
    answer          INTEGER NOT NULL REFERENCES answers (number) ON DELETE CASCADE,
    PRIMARY KEY (page, aspect)
) STRICT, WITHOUT ROWID;

CREATE INDEX scenes_by_label ON scenes (aspect, label, score);

-- What photos look like, as one pack sees it. Made anew whenever it is wanted, so it is in no log.
CREATE TABLE embeddings (
    number          INTEGER PRIMARY KEY,
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    pack_id         TEXT    NOT NULL,
    image_sha256    TEXT    NOT NULL,                       -- of the page image that was looked at
    vector          BLOB    NOT NULL,                       -- float16, little-endian, of length 1
    UNIQUE (page, pack_id)
) STRICT;

CREATE INDEX embeddings_by_pack ON embeddings (pack_id, page);
