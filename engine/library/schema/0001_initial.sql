-- The library, first version. Documents, pages, readings and corrections carry an id that is unique in the world
-- (for sync) beside a number that is unique here (for joins). Times that people see are ISO 8601 in UTC; times
-- that the queue reckons with are seconds since 1970.

CREATE TABLE library (
    only            INTEGER PRIMARY KEY CHECK (only = 1),
    library_id      TEXT    NOT NULL,
    device_id       TEXT    NOT NULL,
    epoch           INTEGER NOT NULL CHECK (epoch >= 1),   -- grows when a copy of the library goes its own way
    created_at      TEXT    NOT NULL,
    queue_paused    INTEGER NOT NULL DEFAULT 0 CHECK (queue_paused IN (0, 1))
) STRICT;

CREATE TABLE documents (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    media_type      TEXT    NOT NULL,
    byte_size       INTEGER NOT NULL CHECK (byte_size >= 0),
    sha256          TEXT    NOT NULL UNIQUE,                -- of the original bytes; a content is here once
    page_count      INTEGER NOT NULL CHECK (page_count > 0),
    password        TEXT,                                   -- opens the original, as a protected PDF
    source_path     TEXT,
    added_at        TEXT    NOT NULL,
    added_by        TEXT    NOT NULL,
    batch           TEXT,                                   -- what was added together
    paused          INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    trashed_at      TEXT
) STRICT;

CREATE INDEX documents_by_name ON documents (name COLLATE NOCASE);
CREATE INDEX documents_by_date ON documents (added_at);
CREATE INDEX documents_in_trash ON documents (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE pages (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    page_index      INTEGER NOT NULL CHECK (page_index >= 0),
    page_key        TEXT    NOT NULL,                       -- names what is on the page: content and index
    reading         INTEGER REFERENCES readings (number) DEFERRABLE INITIALLY DEFERRED,  -- the one in force
    confidence      REAL    CHECK (confidence BETWEEN 0 AND 1),     -- lowest of its lines as they stand now
    languages       TEXT    NOT NULL DEFAULT '',            -- BCP 47 codes, each between spaces
    UNIQUE (document, page_index)
) STRICT;

CREATE INDEX pages_by_reading ON pages (reading);

-- What one version of the pipeline read on a page. Never altered.
CREATE TABLE readings (
    number           INTEGER PRIMARY KEY,
    id               TEXT    NOT NULL UNIQUE,
    page             INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    page_key         TEXT    NOT NULL,
    pipeline_id      TEXT    NOT NULL,
    made_at          TEXT    NOT NULL,
    body             BLOB    NOT NULL,                      -- Reading as JSON, deflated
    image_sha256     TEXT,                                  -- the upright page image
    thumbnail_sha256 TEXT
) STRICT;

CREATE INDEX readings_by_page ON readings (page);
CREATE INDEX readings_by_key ON readings (page_key, pipeline_id);
CREATE INDEX readings_by_image ON readings (image_sha256);
CREATE INDEX readings_by_thumbnail ON readings (thumbnail_sha256);

CREATE TRIGGER readings_are_immutable BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'a reading is never altered'); END;

-- What a person changed in a reading: some lines give way to others. Append-only; undoing appends as well.
CREATE TABLE corrections (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    reading         INTEGER NOT NULL REFERENCES readings (number) ON DELETE CASCADE,
    kind            TEXT    NOT NULL CHECK (kind IN ('text', 'add', 'delete', 'split', 'merge', 'undo', 'redo')),
    targets         TEXT    NOT NULL CHECK (json_valid(targets)),       -- ids of the lines that give way
    replacement     TEXT    NOT NULL CHECK (json_valid(replacement)),   -- the lines that take their place
    previous        TEXT    NOT NULL CHECK (json_valid(previous)),      -- the lines as they were before
    after           TEXT,                                   -- an added line follows this one; null: the first
    about           INTEGER REFERENCES corrections (number),            -- what an undo or a redo is about
    carried_from    INTEGER REFERENCES corrections (number),            -- made on an earlier reading of the page
    author          TEXT    NOT NULL,
    made_at         TEXT    NOT NULL,
    CHECK ((kind IN ('undo', 'redo')) = (about IS NOT NULL))
) STRICT;

CREATE INDEX corrections_by_reading ON corrections (reading);
CREATE INDEX corrections_by_about ON corrections (about);
CREATE INDEX corrections_by_origin ON corrections (carried_from);

CREATE TRIGGER corrections_are_append_only BEFORE UPDATE ON corrections
BEGIN SELECT RAISE(ABORT, 'a correction is never altered'); END;

-- Work to be done: one page, one task.
CREATE TABLE jobs (
    number           INTEGER PRIMARY KEY,
    page             INTEGER NOT NULL REFERENCES pages (number) ON DELETE CASCADE,
    document         INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    task             TEXT    NOT NULL CHECK (task IN ('read')),
    payload          TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(payload)),
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

CREATE INDEX jobs_in_line ON jobs (priority DESC, position, number) WHERE state = 'queued' AND held = 0;
CREATE INDEX jobs_running ON jobs (number) WHERE state = 'running';
CREATE INDEX jobs_by_state ON jobs (state, batch);
CREATE INDEX jobs_by_document ON jobs (document, state);
CREATE INDEX jobs_by_page ON jobs (page);
CREATE INDEX jobs_by_position ON jobs (position);

-- A document with what is known of its pages and jobs.
CREATE VIEW document_facts AS
SELECT documents.*,
    (SELECT count(reading) FROM pages WHERE document = documents.number) AS pages_read,
    (SELECT min(confidence) FROM pages WHERE document = documents.number) AS lowest_confidence,
    (SELECT group_concat(languages, ' ') FROM pages WHERE document = documents.number) AS languages,
    EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'running') AS running,
    EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'queued') AS queued,
    EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state IN ('failed', 'dead')) AS failed
FROM documents;

CREATE VIEW document_overview AS
SELECT *, CASE
    WHEN running OR (queued AND pages_read > 0 AND pages_read < page_count) THEN 'reading'
    WHEN queued THEN 'queued'
    WHEN pages_read = page_count THEN 'read'
    WHEN pages_read > 0 THEN 'partly-read'
    WHEN failed THEN 'problem'
    ELSE 'cancelled' END AS status
FROM document_facts;

-- Everything that happened to the data, in order. Append-only, chained by hash; a payload alone can be erased,
-- when a document is removed for good, without breaking the chain.
CREATE TABLE changes (
    sequence        INTEGER PRIMARY KEY,
    epoch           INTEGER NOT NULL,
    device          TEXT    NOT NULL,
    at              TEXT    NOT NULL,                       -- hybrid logical clock
    author          TEXT    NOT NULL,
    entity          TEXT    NOT NULL,
    entity_id       TEXT    NOT NULL,
    document_id     TEXT,                                   -- the document that it concerns
    kind            TEXT    NOT NULL,
    payload         TEXT    CHECK (payload IS NULL OR json_valid(payload)),
    payload_hash    TEXT    NOT NULL,
    previous_hash   TEXT    NOT NULL,
    hash            TEXT    NOT NULL
) STRICT;

CREATE INDEX changes_by_document ON changes (document_id);

CREATE TRIGGER changes_are_not_removed BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER changes_are_not_altered BEFORE UPDATE ON changes
WHEN NEW.payload IS NOT NULL OR (
    OLD.sequence, OLD.epoch, OLD.device, OLD.at, OLD.author, OLD.entity, OLD.entity_id, OLD.document_id, OLD.kind,
    OLD.payload_hash, OLD.previous_hash, OLD.hash
) IS NOT (
    NEW.sequence, NEW.epoch, NEW.device, NEW.at, NEW.author, NEW.entity, NEW.entity_id, NEW.document_id, NEW.kind,
    NEW.payload_hash, NEW.previous_hash, NEW.hash
)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

-- What can be searched: the text of every page outside the trash as it stands now. The triggers keep the two
-- indexes in step within the same transaction.
CREATE TABLE page_texts (
    page            INTEGER PRIMARY KEY REFERENCES pages (number) ON DELETE CASCADE,
    text            TEXT    NOT NULL,       -- the lines as a person sees them, one per row
    normalised      TEXT    NOT NULL,       -- the same lines as they are searched, one per row
    languages       TEXT    NOT NULL        -- BCP 47 codes, each between spaces
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
    normalised, languages,
    content = 'page_texts', content_rowid = 'page',
    tokenize = "unicode61 categories 'L* N* Co Mn Mc' remove_diacritics 2"
);

CREATE VIRTUAL TABLE trigrams USING fts5 (
    normalised,
    content = 'page_texts', content_rowid = 'page',
    tokenize = 'trigram case_sensitive 1'
);

CREATE TRIGGER page_texts_added AFTER INSERT ON page_texts
BEGIN
    INSERT INTO words (rowid, normalised, languages) VALUES (NEW.page, NEW.normalised, NEW.languages);
    INSERT INTO trigrams (rowid, normalised) VALUES (NEW.page, NEW.normalised);
END;

CREATE TRIGGER page_texts_removed AFTER DELETE ON page_texts
BEGIN
    INSERT INTO words (words, rowid, normalised, languages)
    VALUES ('delete', OLD.page, OLD.normalised, OLD.languages);
    INSERT INTO trigrams (trigrams, rowid, normalised) VALUES ('delete', OLD.page, OLD.normalised);
END;

CREATE TRIGGER page_texts_changed AFTER UPDATE ON page_texts
BEGIN
    INSERT INTO words (words, rowid, normalised, languages)
    VALUES ('delete', OLD.page, OLD.normalised, OLD.languages);
    INSERT INTO trigrams (trigrams, rowid, normalised) VALUES ('delete', OLD.page, OLD.normalised);
    INSERT INTO words (rowid, normalised, languages) VALUES (NEW.page, NEW.normalised, NEW.languages);
    INSERT INTO trigrams (rowid, normalised) VALUES (NEW.page, NEW.normalised);
END;
