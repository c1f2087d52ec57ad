"""What the bot says over HTTP to machines."""
