-- What the team decided about an application, until the applicant is told; an accepted one keeps its seat.
ALTER TABLE signups ADD COLUMN decision TEXT CHECK (decision IN ('accepted', 'waiting', 'rejected')
                                                    AND (decision IS NULL OR state = 'applied'));
CREATE INDEX signups_decided ON signups (decided_at) WHERE decision IS NOT NULL;
