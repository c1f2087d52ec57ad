CREATE TABLE staff_chats (                       -- channels and groups the team added the bot to
    chat_id  INTEGER PRIMARY KEY,                -- as Telegram numbers it
    title    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('channel', 'group')),
    can_post INTEGER NOT NULL CHECK (can_post IN (0, 1)),
    seen_at  TEXT NOT NULL
) STRICT;

CREATE TABLE staff_posts (                       -- where an event stands, and as of which change of it
    chat_id    INTEGER NOT NULL REFERENCES staff_chats (chat_id) ON UPDATE CASCADE ON DELETE CASCADE,
    message_id INTEGER NOT NULL,
    event_id   INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    sequence   INTEGER NOT NULL,
    posted_at  TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX staff_posts_of_event ON staff_posts (event_id);
