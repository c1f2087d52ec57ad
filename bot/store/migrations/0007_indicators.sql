CREATE TABLE indicator_entries (                 -- what was counted elsewhere and entered by hand
    id         INTEGER PRIMARY KEY,
    project    TEXT NOT NULL,
    indicator  TEXT NOT NULL,                    -- its id in the project's file
    amount     INTEGER NOT NULL,
    note       TEXT NOT NULL,
    by_person  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    at         TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX indicator_entries_of ON indicator_entries (project, indicator);
