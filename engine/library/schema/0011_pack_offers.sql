-- How far an offered pack is here, further than fetched, and why one was refused. A table with a CHECK is made anew.
CREATE TABLE pack_offers_now (
    id              TEXT    PRIMARY KEY,
    name            TEXT    NOT NULL,
    version         TEXT    NOT NULL,
    files           TEXT    NOT NULL CHECK (json_valid(files)),
    urgent          INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    at              TEXT    NOT NULL,
    state           TEXT    NOT NULL DEFAULT 'offered'
                    CHECK (state IN ('offered', 'fetched', 'installed', 'refused', 'declined', 'withdrawn')),
    reason          TEXT    NOT NULL DEFAULT ''             -- of a refused one: the code and what it means
) STRICT, WITHOUT ROWID;

INSERT INTO pack_offers_now (id, name, version, files, urgent, at, state)
    SELECT id, name, version, files, urgent, at, state FROM pack_offers;
DROP TABLE pack_offers;
ALTER TABLE pack_offers_now RENAME TO pack_offers;
