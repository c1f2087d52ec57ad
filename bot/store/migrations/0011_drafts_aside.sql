CREATE TABLE drafts_aside (                      -- conversations that wait behind another one, to be taken up again
    person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    form       TEXT NOT NULL,
    subject    INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    step       TEXT NOT NULL,
    changing   INTEGER NOT NULL CHECK (changing IN (0, 1)),
    answers    TEXT NOT NULL CHECK (json_valid(answers)),
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (person_id, form, subject)
) STRICT;
