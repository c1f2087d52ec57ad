CREATE TABLE people (
    id              INTEGER PRIMARY KEY,
    telegram_id     INTEGER UNIQUE,              -- NULL: takes part without Telegram, or was erased
    language        TEXT NOT NULL DEFAULT 'pl' CHECK (language IN ('pl', 'en', 'uk')),
    language_chosen INTEGER NOT NULL DEFAULT 0 CHECK (language_chosen IN (0, 1)),
    first_name      TEXT NOT NULL DEFAULT '',    -- as Telegram shows it; offered as the name
    name            TEXT,                        -- remembered answers, with consent
    name_folded     TEXT,
    phone           TEXT,
    gmina           TEXT,
    reachable       INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)),
    source          TEXT,                        -- the poster or channel the first visit came from
    created_at      TEXT NOT NULL,
    seen_at         TEXT NOT NULL
) STRICT;

CREATE TABLE roles (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role      TEXT NOT NULL CHECK (role IN ('animator', 'coordinator', 'administrator')),
    scope     TEXT NOT NULL DEFAULT 'everything' CHECK (scope IN ('everything', 'project', 'gmina')),
    scope_key TEXT NOT NULL DEFAULT '',
    at        TEXT NOT NULL,
    UNIQUE (person_id, role, scope, scope_key)
) STRICT;

CREATE TABLE consents (                          -- a log: the newest row of a kind is in force
    id        INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('notice', 'needs', 'remember', 'pictures', 'invitations', 'sharing')),
    version   INTEGER NOT NULL,
    given     INTEGER NOT NULL CHECK (given IN (0, 1)),
    language  TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;
CREATE INDEX consents_of_person ON consents (person_id, kind, id);

CREATE TABLE events (
    id             INTEGER PRIMARY KEY,
    code           TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    project        TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('workshop', 'forum', 'debate', 'visit', 'course',
                                                 'duty', 'conference', 'action', 'meeting')),
    state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('draft', 'open', 'called_off')),
    title          TEXT NOT NULL CHECK (json_valid(title)),
    description    TEXT NOT NULL CHECK (json_valid(description)),
    starts_at      TEXT NOT NULL,
    ends_at        TEXT NOT NULL CHECK (ends_at > starts_at),
    place          TEXT NOT NULL DEFAULT '',
    address        TEXT NOT NULL DEFAULT '',
    latitude       REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude      REAL CHECK (longitude BETWEEN -180 AND 180),
    online_link    TEXT NOT NULL DEFAULT '',
    languages      TEXT NOT NULL DEFAULT '["pl"]' CHECK (json_valid(languages)),
    accessibility  TEXT NOT NULL CHECK (json_valid(accessibility)),
    seats          INTEGER CHECK (seats >= 1),   -- NULL: no limit
    minimum        INTEGER NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    companions     INTEGER NOT NULL DEFAULT 0 CHECK (companions >= 0),
    approval       INTEGER NOT NULL DEFAULT 0 CHECK (approval IN (0, 1)),
    opens_at       TEXT,
    closes_at      TEXT,
    cancel_until   TEXT,
    reminders      TEXT NOT NULL CHECK (json_valid(reminders)),
    questions      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions)),
    form_version   INTEGER NOT NULL DEFAULT 1,
    sequence       INTEGER NOT NULL DEFAULT 0,   -- SEQUENCE of its calendar file, grows with every change
    is_sample      INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
    created_at     TEXT NOT NULL,
    changed_at     TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_start ON events (starts_at);

CREATE TABLE event_groups (
    id       INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL CHECK (json_valid(name)),
    seats    INTEGER CHECK (seats >= 1),
    minimum  INTEGER NOT NULL DEFAULT 0,
    UNIQUE (event_id, position)
) STRICT;

CREATE TABLE signups (
    id            INTEGER PRIMARY KEY,
    event_id      INTEGER NOT NULL REFERENCES events (id),
    person_id     INTEGER NOT NULL REFERENCES people (id),
    group_id      INTEGER REFERENCES event_groups (id),
    state         TEXT NOT NULL CHECK (state IN ('applied', 'confirmed', 'waiting', 'offered', 'rejected',
                                                 'cancelled', 'attended', 'absent')),
    queue         INTEGER,                       -- order of arrival among those who wait
    left_queue    INTEGER,                       -- the place given up by cancelling, for undo
    companions    INTEGER NOT NULL DEFAULT 0 CHECK (companions >= 0),
    name          TEXT NOT NULL,
    phone         TEXT,
    gmina         TEXT,
    needs         TEXT,                          -- special needs, art. 9 RODO, only with consent
    answers       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers)),
    form_version  INTEGER NOT NULL DEFAULT 1,
    attending     TEXT CHECK (attending IN ('yes', 'late')),
    source        TEXT,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL,
    cancelled_at  TEXT,
    CHECK ((state = 'waiting') = (queue IS NOT NULL)),
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
    UNIQUE (event_id, person_id)                 -- who cancels and comes back takes up the same row
) STRICT;
CREATE INDEX signups_of_person ON signups (person_id, event_id);
CREATE UNIQUE INDEX signups_in_queue ON signups (event_id, queue) WHERE queue IS NOT NULL;

CREATE TABLE dialogs (                           -- the conversation under way, one a person
    person_id  INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    form       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    subject    INTEGER NOT NULL,                 -- what it is about, for instance the event
    step       TEXT NOT NULL,
    changing   INTEGER NOT NULL DEFAULT 0 CHECK (changing IN (0, 1)),
    paused     INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    misses     INTEGER NOT NULL DEFAULT 0,
    revision   INTEGER NOT NULL DEFAULT 0,       -- grows with every step; buttons carry it
    answers    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers)),
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE follow_ups (                        -- the last question, so that "a kiedy?" has a meaning
    person_id INTEGER PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    question  TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL UNIQUE,           -- what makes the message the same message
    person_id    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    event_id     INTEGER REFERENCES events (id),
    kind         TEXT NOT NULL,
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    priority     INTEGER NOT NULL,
    due_at       TEXT NOT NULL,
    useful_until TEXT,
    state        TEXT NOT NULL DEFAULT 'pending'
                 CHECK (state IN ('pending', 'sending', 'sent', 'dropped', 'failed', 'unknown')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    repeated     INTEGER NOT NULL DEFAULT 0,     -- times it may have been sent twice
    reason       TEXT,
    created_at   TEXT NOT NULL,
    ended_at     TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (state, due_at, priority);
CREATE INDEX outbox_of_event ON outbox (event_id, state);
CREATE INDEX outbox_of_person ON outbox (person_id);

CREATE TABLE calls (                             -- whom no message reached
    id         INTEGER PRIMARY KEY,
    outbox_id  INTEGER NOT NULL UNIQUE REFERENCES outbox (id) ON DELETE CASCADE,
    person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    reason     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    called_at  TEXT
) STRICT;
CREATE INDEX calls_of_person ON calls (person_id);

CREATE TABLE seen_updates (
    update_id   INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,                -- a simulator or a new token may count from one again
    at          TEXT NOT NULL,
    PRIMARY KEY (update_id, fingerprint)
) STRICT, WITHOUT ROWID;
