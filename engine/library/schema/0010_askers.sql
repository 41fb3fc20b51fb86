-- Who asked for a job that several asked for: a window and a command line may ask the same, and it is done once. Whoever
-- takes the question back must not take it from the other, and both follow how far their own are.
CREATE TABLE job_askers (
    job             INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
    asker           TEXT    NOT NULL,                       -- a batch, or a name that was made for one question
    PRIMARY KEY (job, asker)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_askers_by_asker ON job_askers (asker);
