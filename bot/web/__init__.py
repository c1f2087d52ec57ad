"""What the bot says over HTTP to machines: whether it is well, what it counts, and updates that Telegram brings."""
