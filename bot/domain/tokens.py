"""Signed tokens, a row's number and proof that the bot itself wrote it, and what is kept of one-time links."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

_PROOF = 12
"""Bytes of the signature that are kept: one guess in 2**96 is right."""
_NUMBER = 8


def sign(number: int, secret: str) -> str:
    """The token of a positive whole number: 27 letters, digits, ``-`` and ``_``."""
    body = number.to_bytes(_NUMBER, "big")
    return urlsafe_b64encode(body + _proof(body, secret)).decode().rstrip("=")


def read(token: str, secret: str) -> int | None:
    """The number of a token; None for one that the bot did not write, letter by letter."""
    try:
        body = urlsafe_b64decode(token + "=" * (-len(token) % 4))[:_NUMBER]
    except ValueError:
        return None
    number = int.from_bytes(body, "big")
    return number if hmac.compare_digest(token, sign(number, secret)) else None


def digest(token: str) -> str:
    """What the store keeps of a one-time link: enough to know it again, and no way back to it."""
    return sha256(token.encode()).hexdigest()


def _proof(body: bytes, secret: str) -> bytes:
    return hmac.digest(secret.encode(), body, sha256)[:_PROOF]
