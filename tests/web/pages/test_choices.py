"""What is typed in or chosen from is drawn without a template for each part, and means the same as Django's."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.test.html import parse_html
from django.utils.safestring import mark_safe

from art28.web.pages.forms import Renderer

GROUPED = [("", "–"), ("Europa", [("nl", "Nederland & co"), ("fr", 'Frankrijk "F"')]), (3, "<drie>")]


@pytest.mark.parametrize("value", ["", "fr", 3, None])
@pytest.mark.parametrize(
    ("widget", "attrs"),
    [
        (forms.Select, {"id": "id_where", "required": True, "disabled": False}),
        (forms.SelectMultiple, {"aria-describedby": "help"}),
    ],
)
def test_a_list_is_what_django_makes_of_it(widget: type[forms.Select], attrs: dict[str, Any], value: object) -> None:
    drawn = widget(attrs=attrs, choices=GROUPED)
    ours = drawn.render("where", value, renderer=Renderer())
    assert parse_html(ours) == parse_html(drawn.render("where", value, renderer=TemplatesSetting()))
    assert ours.count("<option") == 4
    assert "<drie>" not in ours


@pytest.mark.parametrize("value", ["", "fr", 3, None])
@pytest.mark.parametrize("attrs", [{"id": "id_where", "class": "choices wide"}, {"required": True, "disabled": False}])
@pytest.mark.parametrize("widget", [forms.RadioSelect, forms.CheckboxSelectMultiple])
def test_buttons_are_what_django_makes_of_them(
    widget: type[forms.RadioSelect], attrs: dict[str, Any], value: object
) -> None:
    drawn = widget(attrs=attrs, choices=GROUPED)
    ours = drawn.render("where", value, renderer=Renderer())
    assert parse_html(ours) == parse_html(drawn.render("where", value, renderer=TemplatesSetting()))
    assert ours.count("<input") == 4
    assert "<drie>" not in ours


@pytest.mark.parametrize("value", ["", None, 'een "<twee>" & drie', mark_safe("een &amp; twee"), 3, True, "\nnieuw"])
@pytest.mark.parametrize(
    "attrs", [{"id": "id_what", "maxlength": 80, "title": '"<x>"'}, {"required": True, "disabled": False}]
)
@pytest.mark.parametrize(
    "widget",
    [
        *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.ColorInput, forms.SearchInput),
        *(forms.TelInput, forms.PasswordInput, forms.HiddenInput, forms.FileInput, forms.Textarea, forms.DateInput),
        *(forms.DateTimeInput, forms.TimeInput, forms.CheckboxInput),
    ],
)
def test_what_is_typed_in_is_what_django_makes_of_it(
    widget: type[forms.Widget], attrs: dict[str, Any], value: object
) -> None:
    drawn = widget(attrs=attrs)
    ours = drawn.render("what", value, renderer=Renderer())
    assert ours == drawn.render("what", value, renderer=TemplatesSetting()).rstrip("\n")
