-- What people do with documents once they are read: check and approve them, put them in order, turn and straighten
-- pages, read a box again. And what a window must not forget: text half typed, searches kept, workers that crashed.

ALTER TABLE documents ADD COLUMN review TEXT NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'approved', 'problem'));
ALTER TABLE documents ADD COLUMN review_reason TEXT NOT NULL DEFAULT '';    -- why it is a problem, or no longer approved
ALTER TABLE documents ADD COLUMN reviewed_by TEXT;
ALTER TABLE documents ADD COLUMN reviewed_at TEXT;
-- Each document outside the trash lies on one shelf.
ALTER TABLE documents ADD COLUMN shelf TEXT NOT NULL DEFAULT 'inbox'
    CHECK (shelf IN ('inbox', 'to-check', 'done', 'problems'));

CREATE VIEW document_shelves AS
SELECT number, CASE
    WHEN review = 'approved' THEN 'done'
    WHEN review = 'problem' THEN 'problems'
    WHEN status = 'read' THEN 'to-check'
    WHEN status IN ('problem', 'partly-read') THEN 'problems'
    ELSE 'inbox' END AS shelf
FROM documents;

CREATE TRIGGER documents_tell_their_shelf AFTER UPDATE OF status, review ON documents
WHEN NEW.status <> OLD.status OR NEW.review <> OLD.review
BEGIN
    UPDATE documents SET shelf = (SELECT shelf FROM document_shelves WHERE number = NEW.number)
    WHERE number = NEW.number;
END;

UPDATE documents SET shelf = (SELECT shelf FROM document_shelves AS now WHERE now.number = documents.number);

CREATE INDEX documents_on_shelves ON documents (shelf, trashed_at);     -- to count by; the others are to list by
CREATE INDEX documents_by_shelf_and_date ON documents (shelf, added_at) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_shelf_and_name ON documents (shelf, name_key) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_shelf_and_doubt
    ON documents (shelf, lowest_confidence IS NULL, lowest_confidence) WHERE trashed_at IS NULL;

-- Documents that belong together: a household, a patient. A removed case is kept until the trash is emptied.
CREATE TABLE cases (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    name_key        TEXT    NOT NULL,                       -- as it is searched and sorted
    note            TEXT    NOT NULL DEFAULT '',
    created_at      TEXT    NOT NULL,
    created_by      TEXT    NOT NULL,
    removed_at      TEXT
) STRICT;

CREATE INDEX cases_by_name ON cases (name_key) WHERE removed_at IS NULL;

CREATE TABLE case_documents (
    case_number     INTEGER NOT NULL REFERENCES cases (number) ON DELETE CASCADE,
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    PRIMARY KEY (case_number, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_documents_by_document ON case_documents (document);

CREATE TABLE document_tags (
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    tag_key         TEXT    NOT NULL,                       -- as it is compared
    tag             TEXT    NOT NULL,                       -- as it was written
    PRIMARY KEY (document, tag_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_tags_by_tag ON document_tags (tag_key, document, tag);

CREATE TABLE saved_searches (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    query           TEXT    NOT NULL,
    filter          TEXT    NOT NULL CHECK (json_valid(filter)),
    created_at      TEXT    NOT NULL,
    created_by      TEXT    NOT NULL
) STRICT;

-- Text of a line that somebody is typing; gone once the correction is made. Not in the change log.
CREATE TABLE drafts (
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    line            TEXT    NOT NULL,                       -- id of the line, or a name for one that is being added
    reading_id      TEXT,                                   -- the reading whose line it is
    text            TEXT    NOT NULL,
    original        TEXT    NOT NULL,                       -- what the line read when the typing began
    saved_at        TEXT    NOT NULL,
    PRIMARY KEY (page, line)
) STRICT, WITHOUT ROWID;

-- How a person turned or straightened a page; the latest is in force. Append-only.
CREATE TABLE page_adjustments (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    page            INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    quarter_turns   INTEGER CHECK (quarter_turns BETWEEN 0 AND 3),          -- null: as the pipeline decides
    corners         TEXT    CHECK (corners IS NULL OR json_valid(corners)), -- null: as the pipeline decides
    author          TEXT    NOT NULL,
    made_at         TEXT    NOT NULL
) STRICT;

CREATE INDEX page_adjustments_by_page ON page_adjustments (page, number);

CREATE TRIGGER page_adjustments_are_append_only BEFORE UPDATE ON page_adjustments
BEGIN SELECT RAISE(ABORT, 'an adjustment is never altered'); END;

-- Workers that crashed, for people to see that they were started anew. Holds nothing of any document.
CREATE TABLE worker_crashes (
    number          INTEGER PRIMARY KEY,
    at              TEXT    NOT NULL,
    owner           TEXT    NOT NULL,
    message         TEXT    NOT NULL,
    jobs            INTEGER NOT NULL
) STRICT;

-- The queue gets a second task, which reads one box of a page again and leaves what it read for a person to judge.
-- A table's checks cannot be altered, so it is made anew. What looks at it stands aside meanwhile.
DROP TRIGGER pages_tell_their_document;
DROP TRIGGER jobs_tell_their_document;
DROP TRIGGER new_jobs_tell_their_document;
DROP VIEW document_states;
ALTER TABLE jobs RENAME TO jobs_before;

CREATE TABLE jobs (
    number           INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given twice: a late worker may still hold it
    page             INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    document         INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    task             TEXT    NOT NULL CHECK (task IN ('read', 'read-region')),
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

INSERT INTO jobs (number, page, document, task, payload, idempotency_key, batch, state, priority, position, held,
    not_before, token, owner, lease_seconds, lease_until, cancel_requested, attempts, errors, crashes, error_code,
    error_message, error_remedy, queued_at, started_at, finished_at)
SELECT number, page, document, task, payload, idempotency_key, batch, state, priority, position, held,
    not_before, token, owner, lease_seconds, lease_until, cancel_requested, attempts, errors, crashes, error_code,
    error_message, error_remedy, queued_at, started_at, finished_at
FROM jobs_before;

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

-- What a box of a page reads says nothing about how far its document is.
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
