ALTER TABLE signups ADD COLUMN misses TEXT CHECK (misses IS NULL OR json_valid(misses));  -- ids of sessions they said they cannot come to

ALTER TABLE attendance ADD COLUMN person_id INTEGER REFERENCES people (id);       -- who was there
ALTER TABLE attendance ADD COLUMN by_person INTEGER REFERENCES people (id) ON DELETE SET NULL;  -- who noted it; themselves with the code on the wall
CREATE INDEX attendance_of_person ON attendance (person_id);

CREATE TABLE head_counts (                       -- people who came and gave no name
    id         INTEGER PRIMARY KEY,
    event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES event_sessions (id) ON DELETE CASCADE,
    people     INTEGER NOT NULL CHECK (people >= 0),
    at         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX head_counts_once ON head_counts (event_id, coalesce(session_id, 0));

CREATE TABLE check_in_codes (                    -- the code on the wall
    code       TEXT PRIMARY KEY CHECK (length(code) = 6),
    event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES event_sessions (id) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX check_in_codes_once ON check_in_codes (event_id, coalesce(session_id, 0));
