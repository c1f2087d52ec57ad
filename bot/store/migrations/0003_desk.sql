CREATE TABLE invitations (                       -- one-time links that give a role; only the hash of the token is kept
    id         INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL CHECK (role IN ('animator', 'coordinator', 'administrator')),
    scope      TEXT NOT NULL CHECK (scope IN ('everything', 'project', 'gmina')),
    scope_key  TEXT NOT NULL DEFAULT '',
    by_person  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_by    INTEGER REFERENCES people (id) ON DELETE SET NULL,
    used_at    TEXT,
    revoked_at TEXT
) STRICT;

CREATE TABLE inbox (                             -- questions the bot could not answer, until a person does
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    project    TEXT NOT NULL DEFAULT '',
    question   TEXT NOT NULL,
    language   TEXT NOT NULL,
    state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed', 'spam')),
    claimed_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
    claimed_at TEXT,
    answer     TEXT,
    answered_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    ended_at   TEXT,
    reported_at TEXT                             -- staff were told that it waits
) STRICT;
CREATE INDEX inbox_open ON inbox (state, created_at);
CREATE INDEX inbox_of_person ON inbox (person_id);

CREATE TABLE faq (                               -- entries made from the inbox; those of content/faq.toml stay there
    id         INTEGER PRIMARY KEY,
    inbox_id   INTEGER UNIQUE REFERENCES inbox (id) ON DELETE SET NULL,
    project    TEXT NOT NULL DEFAULT '',
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL,
    language   TEXT NOT NULL,
    review_on  TEXT,                             -- a day: answers grow old
    by_person  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;

ALTER TABLE people ADD COLUMN is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)); -- sent spam to the inbox
ALTER TABLE calls ADD COLUMN called_by INTEGER REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE calls ADD COLUMN note TEXT;

CREATE TABLE staff_notices (                     -- what each of the team wants to be told; no row: the default
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    how       TEXT NOT NULL CHECK (how IN ('at_once', 'digest', 'never')),
    PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;

ALTER TABLE roles ADD COLUMN origin TEXT NOT NULL DEFAULT 'invitation' CHECK (origin IN ('invitation', 'configuration'));
