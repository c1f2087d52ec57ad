"""One bot on one store: a lock beside it that ends with the process, however the process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.store.files import StoreError, find_place


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else runs a bot on this store meanwhile; raises StoreError when somebody does.

    The file stays when the lock is given back: removing it could take it from under a bot that just starts.
    """
    find_place(path)
    try:
        file = path.with_name(f"{path.name}.lock").open("a+", encoding="ascii")
    except OSError as error:
        raise StoreError(
            f"The database {path} cannot be opened ({error.strerror}): let the bot's user write in its folder."
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise StoreError(
                f"Another mam-bot (process {file.read().strip()}) runs on {path}: stop that one first."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
