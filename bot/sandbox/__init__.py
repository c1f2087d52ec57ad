"""A Telegram to try the bot with."""
