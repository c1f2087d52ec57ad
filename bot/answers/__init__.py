"""From a question to a fact: no Telegram, no database, no wording."""
