ALTER TABLE follow_ups ADD COLUMN event_id INTEGER REFERENCES events (id) ON DELETE SET NULL;  -- shown last, so that "where is it?" has a meaning
ALTER TABLE follow_ups ADD COLUMN event_at TEXT;
