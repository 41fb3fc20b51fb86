-- What lists of documents are filtered and sorted by stands beside each document, and every usual list has an index,
-- so that tens of thousands of documents are listed, counted and paged through at once. Triggers keep it in step
-- within the same transaction; document_facts tells what it must be.

DROP VIEW document_overview;
DROP VIEW document_facts;

ALTER TABLE documents ADD COLUMN name_key TEXT NOT NULL DEFAULT '';         -- as it is searched and sorted
ALTER TABLE documents ADD COLUMN pages_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN lowest_confidence REAL;                    -- of any line; null before a page is read
ALTER TABLE documents ADD COLUMN languages TEXT NOT NULL DEFAULT '';        -- BCP 47 codes between spaces; some twice
ALTER TABLE documents ADD COLUMN status TEXT NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'reading', 'read', 'partly-read', 'problem', 'cancelled'));

CREATE VIEW document_facts AS
SELECT documents.number,
    (SELECT count(reading) FROM pages WHERE document = documents.number) AS pages_read,
    (SELECT min(confidence) FROM pages WHERE document = documents.number) AS lowest_confidence,
    (SELECT coalesce(replace(group_concat(DISTINCT languages), ',', ' '), '') FROM pages
        WHERE document = documents.number AND languages <> '') AS languages
FROM documents;

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
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'running') AS running,
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state = 'queued') AS queued,
        EXISTS (SELECT 1 FROM jobs WHERE document = documents.number AND state IN ('failed', 'dead')) AS failed
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

CREATE TRIGGER jobs_tell_their_document AFTER UPDATE OF state ON jobs WHEN NEW.state <> OLD.state
BEGIN
    UPDATE documents SET status = (SELECT status FROM document_states WHERE number = NEW.document)
    WHERE number = NEW.document;
END;

CREATE TRIGGER new_jobs_tell_their_document AFTER INSERT ON jobs
WHEN (SELECT status FROM documents WHERE number = NEW.document) <> 'queued'
BEGIN
    UPDATE documents SET status = (SELECT status FROM document_states WHERE number = NEW.document)
    WHERE number = NEW.document;
END;

UPDATE documents SET name_key = normalise_for_search(name), (pages_read, lowest_confidence, languages) = (
    SELECT pages_read, lowest_confidence, languages FROM document_facts AS facts WHERE facts.number = documents.number
);
UPDATE documents SET status = (SELECT status FROM document_states AS now WHERE now.number = documents.number);

DROP INDEX documents_by_name;
DROP INDEX documents_by_date;
CREATE INDEX documents_by_date ON documents (added_at) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_name ON documents (name_key) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_doubt ON documents (lowest_confidence IS NULL, lowest_confidence) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_status_and_date ON documents (status, added_at) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_status_and_name ON documents (status, name_key) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_status_and_doubt
    ON documents (status, lowest_confidence IS NULL, lowest_confidence) WHERE trashed_at IS NULL;
CREATE INDEX documents_by_batch ON documents (batch, added_at) WHERE trashed_at IS NULL;

-- The queue as people see it: the running, then the waiting in their order, then the rest.
DROP INDEX jobs_by_state;
CREATE INDEX jobs_by_state ON jobs (state, document);
CREATE INDEX jobs_by_batch ON jobs (batch, state, document);
CREATE INDEX jobs_as_listed ON jobs (state <> 'running', state <> 'queued', priority DESC, position, number, state);
