"""The WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "art28.web.settings")
application = get_wsgi_application()

from art28.web import ahead  # noqa: E402 - its modules need the settings

ahead.load()
