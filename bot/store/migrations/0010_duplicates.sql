ALTER TABLE people ADD COLUMN merged_into INTEGER REFERENCES people (id);  -- the same person under another row
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_links (                      -- one-time links by which somebody added by hand takes their sign-ups over
    id         INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,             -- of the token, which is kept nowhere
    person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    by_person  INTEGER REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at    TEXT
) STRICT;
CREATE INDEX person_links_of ON person_links (person_id);
