-- What the library knows of its team, of what headquarters has, and of what came down from there.

-- The one team that it belongs to, and how far both sides are with one another.
CREATE TABLE team (
    only            INTEGER PRIMARY KEY CHECK (only = 1),
    hq              TEXT    NOT NULL,                       -- id of headquarters
    team            TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    urls            TEXT    NOT NULL CHECK (json_valid(urls)),
    signing_key     BLOB    NOT NULL,                       -- of headquarters, Ed25519
    recipient       TEXT    NOT NULL,                       -- of headquarters, age
    recovery_recipient TEXT NOT NULL,
    tls_pin         TEXT,
    packs_root      TEXT,
    code            TEXT    NOT NULL,                       -- of the invitation
    private_key     BLOB    NOT NULL,                       -- of this device, Ed25519
    next_key        BLOB,                                   -- asked for, and not confirmed yet
    device          TEXT,                                   -- what headquarters calls this device; null: not joined yet
    joined_as       TEXT,                                   -- the device id of the library that has that name there
    joined_at       TEXT    NOT NULL,
    stream          TEXT,                                   -- takes the changes at headquarters
    have_seq        INTEGER NOT NULL DEFAULT 0,             -- the changes that headquarters has confirmed
    have_hash       TEXT    NOT NULL,
    hq_epoch        INTEGER NOT NULL DEFAULT 0,             -- grows when headquarters is restored from a backup
    backed_up_seq   INTEGER NOT NULL DEFAULT 0,             -- by the last receipt
    down_seq        INTEGER NOT NULL DEFAULT 0,             -- what came down is applied up to here
    down_hash       TEXT    NOT NULL,
    rate            REAL                                    -- bytes a second, as last measured
) STRICT;

-- Files that headquarters says it has. Without a row it is asked; with one, a receipt says what that is worth.
CREATE TABLE sent_files (
    sha256          TEXT    PRIMARY KEY,
    tier            INTEGER NOT NULL CHECK (tier BETWEEN 2 AND 5),
    sent_at         TEXT    NOT NULL,
    receipt         INTEGER REFERENCES receipts (number),   -- in which headquarters signed that it has it
    backed_up       INTEGER NOT NULL DEFAULT 0 CHECK (backed_up IN (0, 1))      -- and that its backup has it too
) STRICT, WITHOUT ROWID;

CREATE INDEX sent_files_by_receipt ON sent_files (receipt);

-- What headquarters signed to have. Append-only.
CREATE TABLE receipts (
    number          INTEGER PRIMARY KEY,
    hq              TEXT    NOT NULL,
    hq_epoch        INTEGER NOT NULL,
    team            TEXT    NOT NULL,
    stream          TEXT    NOT NULL,
    seq             INTEGER NOT NULL,
    backed_up_seq   INTEGER NOT NULL,
    at              TEXT    NOT NULL,                       -- by the clock of headquarters
    received_at     TEXT    NOT NULL,
    body            BLOB    NOT NULL                        -- as it came, with its signature, deflated
) STRICT;

CREATE TRIGGER receipts_are_append_only BEFORE UPDATE ON receipts
BEGIN SELECT RAISE(ABORT, 'a receipt is never altered'); END;

-- What came down from headquarters, each applied once, whatever number it has there.
CREATE TABLE arrivals (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    seq             INTEGER NOT NULL,
    hash            TEXT    NOT NULL,
    in_force        INTEGER NOT NULL DEFAULT 1 CHECK (in_force IN (0, 1)),      -- 0: headquarters has lost it since
    at              TEXT    NOT NULL,
    author          TEXT    NOT NULL,
    entity          TEXT    NOT NULL,
    entity_id       TEXT    NOT NULL,
    document_id     TEXT,
    kind            TEXT    NOT NULL,
    payload         TEXT    CHECK (payload IS NULL OR json_valid(payload)),
    outcome         TEXT    NOT NULL CHECK (outcome IN ('applied', 'conflict', 'not-applied', 'kept')),
    reason          TEXT    NOT NULL DEFAULT '',            -- why it was not applied, as a stable name
    received_at     TEXT    NOT NULL
) STRICT;

CREATE INDEX arrivals_by_place ON arrivals (seq) WHERE in_force = 1;
CREATE INDEX arrivals_by_document ON arrivals (document_id);

-- Where headquarters and the field say different things. Both are kept, until a person chooses.
CREATE TABLE conflicts (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,                -- of the arrival
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    page            INTEGER REFERENCES pages (number) ON DELETE CASCADE,
    reason          TEXT    NOT NULL CHECK (reason IN ('changed-here', 'line-gone', 'read-anew')),
    line            TEXT    NOT NULL,
    previous        TEXT    NOT NULL,                       -- what headquarters had seen there
    hq_text         TEXT    NOT NULL,
    field_text      TEXT,                                   -- what stood there here; null: no such line
    author          TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    resolved        TEXT    CHECK (resolved IN ('hq', 'field', 'other')),
    resolved_by     TEXT,
    resolved_at     TEXT
) STRICT;

CREATE INDEX conflicts_open ON conflicts (document) WHERE resolved IS NULL;

-- What headquarters said of a document last; stands beside what people here say of it.
CREATE TABLE hq_reviews (
    document        INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
    state           TEXT    NOT NULL CHECK (state IN ('none', 'approved', 'returned', 'problem')),
    reason          TEXT    NOT NULL,
    author          TEXT    NOT NULL,
    at              TEXT    NOT NULL
) STRICT;

CREATE TABLE hq_comments (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL UNIQUE,
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    text            TEXT    NOT NULL,
    author          TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    seen_at         TEXT
) STRICT;

CREATE INDEX hq_comments_by_document ON hq_comments (document);

-- What headquarters asked for beyond what is sent anyway.
CREATE TABLE wanted_files (
    number          INTEGER PRIMARY KEY,
    id              TEXT    NOT NULL,                       -- of the arrival
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    page            INTEGER REFERENCES pages (number) ON DELETE CASCADE,
    tier            INTEGER NOT NULL CHECK (tier BETWEEN 2 AND 5),
    sha256          TEXT,                                   -- null: a crop that is not cut yet
    quad            TEXT    CHECK (quad IS NULL OR json_valid(quad)),
    state           TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'sent', 'impossible'))
) STRICT;

CREATE INDEX wanted_files_open ON wanted_files (state, tier);
CREATE INDEX wanted_files_by_sha256 ON wanted_files (sha256);

CREATE TABLE hq_settings (
    name            TEXT    PRIMARY KEY,
    value           TEXT    NOT NULL CHECK (json_valid(value)),
    author          TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    taken           INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_offers (
    id              TEXT    PRIMARY KEY,
    name            TEXT    NOT NULL,
    version         TEXT    NOT NULL,
    files           TEXT    NOT NULL CHECK (json_valid(files)),
    urgent          INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    at              TEXT    NOT NULL,
    state           TEXT    NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'fetched', 'declined'))
) STRICT, WITHOUT ROWID;

-- Every use of the network, written before the first byte goes out.
CREATE TABLE connections (
    number          INTEGER PRIMARY KEY,
    at              TEXT    NOT NULL,
    host            TEXT    NOT NULL,
    purpose         TEXT    NOT NULL,
    asked_by        TEXT    NOT NULL CHECK (asked_by IN ('person', 'program')),
    requests        INTEGER NOT NULL DEFAULT 0,
    bytes_sent      INTEGER NOT NULL DEFAULT 0,
    bytes_received  INTEGER NOT NULL DEFAULT 0,
    seconds         REAL    NOT NULL DEFAULT 0,
    outcome         TEXT    NOT NULL DEFAULT 'begun'        -- 'done', or the code of what went wrong
) STRICT;

CREATE TABLE data_used (
    day             TEXT    PRIMARY KEY,                    -- of this computer's clock and time zone
    bytes           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files that were taken out of the library because headquarters has them, and its backup too.
CREATE TABLE released_files (
    sha256          TEXT    PRIMARY KEY,
    document        INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    byte_size       INTEGER NOT NULL,
    receipt         INTEGER NOT NULL REFERENCES receipts (number),
    released_at     TEXT    NOT NULL,
    gone_at         TEXT                                    -- null: still in the quarantine, and can come back
) STRICT, WITHOUT ROWID;

CREATE INDEX released_files_by_document ON released_files (document);

-- A document that is removed for good takes along what came down about it.
CREATE TRIGGER removed_documents_take_arrivals_along AFTER DELETE ON documents
BEGIN
    UPDATE arrivals SET payload = NULL WHERE document_id = OLD.id;
END;

-- Finds what a reading is called by its content, without a look at the whole change log.
CREATE INDEX changes_of_readings ON changes (entity_id) WHERE entity = 'reading' AND kind = 'added';
