CREATE TABLE form_versions (                     -- an event's questions as they were, for the answers given to them
    event_id  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    version   INTEGER NOT NULL,
    questions TEXT NOT NULL CHECK (json_valid(questions)),
    PRIMARY KEY (event_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO form_versions (event_id, version, questions) SELECT id, form_version, questions FROM events;

CREATE TABLE hand_overs (                        -- one-time links that pass a place on; only the hash of the token is kept
    id         INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    signup_id  INTEGER NOT NULL REFERENCES signups (id) ON DELETE CASCADE,
    by_person  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT
) STRICT;
CREATE INDEX hand_overs_of ON hand_overs (signup_id);

CREATE TABLE organisation_merges (               -- what was moved when two turned out to be one, so that it can be undone
    id        INTEGER PRIMARY KEY,
    loser_id  INTEGER NOT NULL REFERENCES organisations (id),
    winner_id INTEGER NOT NULL REFERENCES organisations (id),
    moved     TEXT NOT NULL CHECK (json_valid(moved)),  -- ids of sign-ups, people, organisations; spellings
    at        TEXT NOT NULL,
    undone_at TEXT
) STRICT;
