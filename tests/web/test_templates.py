"""Templates: each parses, none holds inline script or style, every icon exists, no link is dead."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.formats import date_format

from art28.web import settings

TEMPLATES = sorted((settings.PACKAGE / "templates").rglob("*.html"))
ICONS = {path.stem for path in (settings.PACKAGE / "pages" / "icons").glob("*.svg")}
SHEETS = {path.stem for path in (settings.PACKAGE / "static" / "art28" / "css").glob("*.css")}


def name(path: Path) -> str:
    return path.relative_to(settings.PACKAGE / "templates").as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_parses(path: Path) -> None:
    engines["django"].get_template(name(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_nothing_is_inline_that_the_policy_forbids(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/json))", source)
    assert not re.search(r"<style|\sstyle=|\son\w+=\"|javascript:", source)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_icons_and_sheets_exist(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert set(re.findall(r"{% icon \"([\w-]+)\"", source)) <= ICONS
    for sheets in re.findall(r"{% stylesheets ([^%]+) %}", source):
        assert set(re.findall(r"\"([\w-]+)\"", sheets)) <= SHEETS


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_addresses_are_named_right(path: Path) -> None:
    for address in re.findall(r"{% url '([\w:-]+)'", path.read_text(encoding="utf-8")):
        assert exists(address), address


def exists(address: str) -> bool:
    """Whether an address of that name exists; one that wants arguments says which patterns it tried."""
    try:
        reverse(address)
    except NoReverseMatch as error:
        return "pattern(s) tried" in str(error)
    return True


def test_every_form_that_writes_carries_a_token() -> None:
    for path in TEMPLATES:
        source = path.read_text(encoding="utf-8")
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", source, re.DOTALL):
            assert "csrf_token" in form, name(path)


def test_no_words_of_ours_change_what_days_and_months_are_called() -> None:
    with translation.override("nl"):
        months = [date_format(date(2026, month, 1), "F") for month in range(1, 13)]
        days = [date_format(date(2026, 11, 2 + day), "l") for day in range(7)]
    assert months == (
        [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ]
    )
    assert days == ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
