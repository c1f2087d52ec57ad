CREATE TABLE announcements (
    id               INTEGER PRIMARY KEY,
    author_id        INTEGER REFERENCES people (id) ON DELETE SET NULL,
    phase            TEXT NOT NULL DEFAULT 'composing'
                     CHECK (phase IN ('composing', 'awaiting', 'scheduled', 'sending', 'paused', 'stopped', 'done',
                                      'recalled', 'deleted')),
    content          TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(content)),
    audience         TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(audience)),
    project          TEXT NOT NULL DEFAULT '',   -- attached: its line and its card go with it
    event_id         INTEGER REFERENCES events (id) ON DELETE SET NULL,  -- attached, too
    due_at           TEXT,
    offset_before    TEXT NOT NULL DEFAULT '',   -- before the attached event, for instance 1d 18:00
    urgent           TEXT NOT NULL DEFAULT '',   -- why it goes out at night, too
    revision         INTEGER NOT NULL DEFAULT 0, -- grows with every change; buttons carry it
    approved_by      INTEGER REFERENCES people (id) ON DELETE SET NULL,
    correction       TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(correction)),  -- new texts, not sent yet
    progress_message INTEGER,                    -- in the author's chat
    is_told          INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1)),  -- the author has read how it ended
    created_at       TEXT NOT NULL,
    started_at       TEXT,
    ended_at         TEXT
) STRICT;
CREATE INDEX announcements_by_phase ON announcements (phase);

CREATE TABLE announcement_copies (
    announcement_id INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    person_id       INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    outbox_id       INTEGER,                     -- the row that brings it; gone with an erased person
    state           TEXT NOT NULL DEFAULT 'pending'
                    CHECK (state IN ('pending', 'sent', 'dropped', 'blocked', 'failed', 'unknown')),
    chat_id         INTEGER,
    messages        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(messages)),
    language        TEXT NOT NULL DEFAULT '',
    opened_at       TEXT,
    PRIMARY KEY (announcement_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX announcement_copies_by_state ON announcement_copies (announcement_id, state);
CREATE UNIQUE INDEX announcement_copies_by_letter ON announcement_copies (outbox_id);
CREATE INDEX announcement_copies_of_person ON announcement_copies (person_id);

CREATE TABLE follows (                           -- whose news somebody asked for, and no longer wants
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    project   TEXT NOT NULL,
    follows   INTEGER NOT NULL DEFAULT 1 CHECK (follows IN (0, 1)),
    at        TEXT NOT NULL,
    PRIMARY KEY (project, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX follows_of_person ON follows (person_id);

CREATE TABLE opt_outs (                          -- what somebody does not want: 'reminders', 'event:12'
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;

-- A hundred thousand rows may be due at once: the most urgent are found without sorting the rest.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (state, priority, due_at, id);
