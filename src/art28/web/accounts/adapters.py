"""What allauth asks of art28: no open registration, and second-factor secrets sealed at rest."""

import base64
import hashlib

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts exist by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seals the secrets of second factors under a key that doesn't lie in the database."""

    def encrypt(self, text: str) -> str:
        """`text` sealed."""
        return _box().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The text behind `encrypted_text`."""
        return _box().decrypt(encrypted_text.encode("ascii")).decode()


def _box() -> Fernet:
    key = hashlib.scrypt(settings.FIELD_KEY.encode(), salt=b"art28 second factor", n=2, r=8, p=1, dklen=32)
    return Fernet(base64.urlsafe_b64encode(key))
