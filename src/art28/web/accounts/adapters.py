"""What allauth asks of art28: no open registration, mail in the look of notices, second-factor secrets sealed at rest."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest
from django.utils.translation import get_language

from art28.notices.plain import as_html


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts exist by invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never."""
        return False

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        """The mail as allauth words it, as HTML too."""
        made: EmailMultiAlternatives = super().render_mail(template_prefix, email, context, headers)
        return with_html(made)


def with_html(mail: EmailMultiAlternatives) -> EmailMultiAlternatives:
    """A mail of text with the same beside it as HTML, in the language that is spoken now."""
    title, language = str(mail.subject), get_language() or settings.LANGUAGE_CODE
    mail.attach_alternative(as_html(str(mail.body), title=title, language=language), "text/html")
    return mail


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
