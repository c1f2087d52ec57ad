CREATE TABLE settings (                          -- what the bot keeps for itself, for instance the secret of the tickets
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE organisations (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL DEFAULT 'ngo' CHECK (kind IN ('ngo', 'jst', 'other')),
    merged_into INTEGER REFERENCES organisations (id),
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE organisation_names (                -- every spelling by which an organisation is found
    folded          TEXT PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX organisation_names_of ON organisation_names (organisation_id);

ALTER TABLE people ADD COLUMN organisation_id INTEGER REFERENCES organisations (id);

CREATE TABLE quotas (                            -- a quota over all events of a project
    id       INTEGER PRIMARY KEY,
    project  TEXT NOT NULL,
    key      TEXT NOT NULL,
    seats    INTEGER CHECK (seats >= 1),
    minimum  INTEGER NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    UNIQUE (project, key)
) STRICT;

ALTER TABLE event_groups ADD COLUMN quota_id INTEGER REFERENCES quotas (id);
ALTER TABLE event_groups ADD COLUMN is_released INTEGER NOT NULL DEFAULT 0 CHECK (is_released IN (0, 1));

CREATE TABLE event_sessions (                    -- the meetings of a course, path or cycle with one enrolment
    id        INTEGER PRIMARY KEY,
    event_id  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    title     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(title)),
    starts_at TEXT NOT NULL,
    ends_at   TEXT NOT NULL CHECK (ends_at > starts_at),
    place     TEXT NOT NULL DEFAULT '',          -- empty: where the event is
    address   TEXT NOT NULL DEFAULT '',
    UNIQUE (event_id, position)
) STRICT;

ALTER TABLE events ADD COLUMN queue_limit INTEGER CHECK (queue_limit >= 0);               -- people who may wait
ALTER TABLE events ADD COLUMN asks_organisation INTEGER NOT NULL DEFAULT 0 CHECK (asks_organisation IN (0, 1));
ALTER TABLE events ADD COLUMN organisation_seats INTEGER CHECK (organisation_seats >= 1); -- seats for each of them
ALTER TABLE events ADD COLUMN has_single_sessions INTEGER NOT NULL DEFAULT 0 CHECK (has_single_sessions IN (0, 1));
ALTER TABLE events ADD COLUMN after_event TEXT NOT NULL DEFAULT '';      -- a code: only for who took part there
ALTER TABLE events ADD COLUMN not_after_event TEXT NOT NULL DEFAULT '';  -- a code: not for who took part there
ALTER TABLE events ADD COLUMN decide_by TEXT;                            -- when applicants get their answer at the latest
ALTER TABLE events ADD COLUMN release_groups_at TEXT;                    -- unfilled seats of groups become everybody's
ALTER TABLE events ADD COLUMN release_unconfirmed TEXT NOT NULL DEFAULT ''; -- an offset such as 1d 12:00
ALTER TABLE events ADD COLUMN shortage_notice TEXT NOT NULL DEFAULT '';  -- an offset: staff hear that people are missing
ALTER TABLE events ADD COLUMN shortage_told_for TEXT;                    -- the start for which they were told

ALTER TABLE signups ADD COLUMN organisation_id INTEGER REFERENCES organisations (id);
ALTER TABLE signups ADD COLUMN sessions TEXT CHECK (sessions IS NULL OR json_valid(sessions));  -- ids; NULL: the whole event
ALTER TABLE signups ADD COLUMN companion_names TEXT NOT NULL DEFAULT '';
ALTER TABLE signups ADD COLUMN offered_until TEXT;
ALTER TABLE signups ADD COLUMN offers_missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE signups ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;         -- "will you come?" sent since the last answer
ALTER TABLE signups ADD COLUMN reason TEXT;                              -- why an application was declined; for staff
ALTER TABLE signups ADD COLUMN decided_at TEXT;
CREATE INDEX signups_offered ON signups (offered_until) WHERE state = 'offered';

CREATE TABLE attendance (
    id         INTEGER PRIMARY KEY,
    signup_id  INTEGER NOT NULL REFERENCES signups (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES event_sessions (id) ON DELETE CASCADE,  -- NULL: the event has no sessions
    at         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX attendance_once ON attendance (signup_id, coalesce(session_id, 0));

CREATE TABLE audit (                             -- who did what when: ids and words of the program, no texts
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    action     TEXT NOT NULL,
    event_id   INTEGER REFERENCES events (id) ON DELETE SET NULL,
    subject    INTEGER,                          -- the row it was done to; the action says of which table
    project    TEXT NOT NULL DEFAULT '',
    facts      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts)),
    at         TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_of_person ON audit (person_id);
CREATE INDEX audit_of_event ON audit (event_id);
