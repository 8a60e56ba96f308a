"""Other processes on the database of these tests."""

import os
from pathlib import Path
from urllib.parse import quote

from django.db import connection


def database_url() -> str:
    """The test database, for another process."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    secret = f":{quote(found['PASSWORD'])}" if found["PASSWORD"] else ""
    host = f"{found['HOST']}:{found['PORT']}" if found["PORT"] else found["HOST"]
    return f"postgresql://{quote(found['USER'])}{secret}@{host}/{found['NAME']}"


def environment(*, port: int, data: Path) -> dict[str, str]:
    """What a process is told that works on the test database and mails to a server on `port` of this machine."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "art28.web.settings",
        "DATABASE_URL": database_url(),
        "ART28_DATA_DIR": str(data),
        "ART28_EMAIL_HOST": "127.0.0.1",
        "ART28_EMAIL_PORT": str(port),
        "ART28_EMAIL_STARTTLS": "0",
    }
