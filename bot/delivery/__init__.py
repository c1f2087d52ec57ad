"""Everything the bot says without being asked."""
