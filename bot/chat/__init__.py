"""Between python-telegram-bot and everybody else."""
