"""mam-bot: the Telegram bot of a Polish civic organisation."""
