"""What the first page that somebody asks for would otherwise wait for, loaded when a process of the server starts."""

from django.conf import settings
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation

from art28.web.portfolio import letters

_TEMPLATES = ("portfolio/index.html",)


def load() -> None:
    """Load every page's view, the requirements of all packs, the words of each language and the largest templates."""
    _views = get_resolver().url_patterns
    letters.layout()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Portfolio")
    for name in _TEMPLATES:
        get_template(name)
