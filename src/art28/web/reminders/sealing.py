"""Addresses of channels -> sealed text: a webhook's address is a secret, so its key doesn't lie in the database."""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class Unreadable(ValueError):
    """Sealed under another key: ART28_FIELD_KEY was changed, so the address must be given again."""


def seal(address: str) -> str:
    """`address` sealed."""
    return _box(settings.FIELD_KEY).encrypt(address.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The address behind `sealed`; raises `Unreadable`."""
    try:
        return _box(settings.FIELD_KEY).decrypt(sealed.encode("ascii")).decode()
    except InvalidToken:
        raise Unreadable("the address was sealed under another ART28_FIELD_KEY; give it again") from None


@cache
def _box(key: str) -> Fernet:
    # The key is long and random already (`environment.strong`), so the derivation only parts it from other uses.
    derived = hashlib.scrypt(key.encode(), salt=b"art28 reminder channel", n=2, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(derived))
