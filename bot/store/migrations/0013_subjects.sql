ALTER TABLE follow_ups ADD COLUMN project TEXT NOT NULL DEFAULT '';  -- talked of since event_at, chosen or answered about

CREATE TABLE asked_lately (                      -- so that a button under an answer knows its own question
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    sign INTEGER NOT NULL,                       -- checksum of the question, which the button carries
    question TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (person_id, sign)
) STRICT;
