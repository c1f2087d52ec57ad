"""The whole bot over its real network, against the sandbox's Telegram on HTTP."""
