"""One bot on one store."""

import os
from pathlib import Path

import pytest

from bot.store.files import StoreError
from bot.store.locking import alone


def test_a_second_bot_is_told_which_is_the_first(tmp_path: Path) -> None:
    with alone(tmp_path / "mam.sqlite3"), pytest.raises(StoreError) as refusal, alone(tmp_path / "mam.sqlite3"):
        pass
    assert f"Another mam-bot (process {os.getpid()}) runs on {tmp_path / 'mam.sqlite3'}" in str(refusal.value)


def test_the_lock_ends_with_the_bot(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path / "mam.sqlite3"):
            assert (tmp_path / "mam.sqlite3.lock").read_text() == str(os.getpid())


def test_another_store_is_another_matter(tmp_path: Path) -> None:
    with alone(tmp_path / "mam.sqlite3"), alone(tmp_path / "other.sqlite3"):
        pass


def test_a_place_that_cannot_hold_a_store_is_a_sentence(tmp_path: Path) -> None:
    for place, words in ((tmp_path, "is a folder"), (tmp_path / "none" / "mam.sqlite3", "is missing")):
        with pytest.raises(StoreError, match=words), alone(place):
            pass


def test_a_lock_that_is_somebody_else_s_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mam.sqlite3.lock").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"), alone(tmp_path / "mam.sqlite3"):
        pass
