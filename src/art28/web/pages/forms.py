"""How forms are drawn: one template for a form, one for a field, and lists to choose from, of which some are long."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_SELECT = "django/forms/widgets/select.html"
_TEXTAREA = "django/forms/widgets/textarea.html"
_INPUTS = frozenset(
    f"django/forms/widgets/{kind}.html"
    for kind in (
        *(
            "checkbox",
            "color",
            "date",
            "datetime",
            "email",
            "file",
            "hidden",
            "input",
            "number",
            "password",
            "search",
            "tel",
        ),
        *("text", "time", "url"),
    )
)
_BUTTONS = frozenset({"django/forms/widgets/radio.html", "django/forms/widgets/checkbox_select.html"})


class Renderer(TemplatesSetting):
    """Django's renderer with art28's own templates. Its own for lists takes a second for five thousand options, and those of
    what is typed include two others each.
    """

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """What the template gives; what is typed in or chosen from is put together here."""
        if template_name in _INPUTS:
            return _input(context["widget"])
        if template_name == _TEXTAREA:
            return _textarea(context["widget"])
        if template_name == _SELECT:
            return _select(context["widget"])
        if template_name in _BUTTONS:
            return _buttons(context["widget"])
        return super().render(template_name, context, request)


def _input(widget: Mapping[str, Any]) -> SafeString:
    value = {} if widget["value"] is None else {"value": widget["value"]}
    own = _attributes({"type": widget["type"], "name": widget["name"], **value})
    return format_html("<input{}{}>", own, _attributes(widget["attrs"]))


def _textarea(widget: Mapping[str, Any]) -> SafeString:
    attrs = _attributes(widget["attrs"])
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attrs, widget["value"] or "")


def _select(widget: Mapping[str, Any]) -> SafeString:
    """The same as Django's template, without including two others for each option."""
    groups = [(group, _options(options)) for group, options, _index in widget["optgroups"]]
    inner = format_html_join(
        "",
        "{}",
        ((format_html('<optgroup label="{}">{}</optgroup>', *each) if each[0] else each[1],) for each in groups),
    )
    return format_html('<select name="{}"{}>{}\n</select>', widget["name"], _attributes(widget["attrs"]), inner)


def _options(options: list[Mapping[str, Any]]) -> SafeString:
    return format_html_join(
        "",
        '\n<option value="{}"{}>{}</option>',
        ((str(each["value"]), _attributes(each["attrs"]), each["label"]) for each in options),
    )


def _buttons(widget: Mapping[str, Any]) -> SafeString:
    """Radio buttons or boxes to tick, as Django's template has them, without including four others for each."""
    id_, css = widget["attrs"].get("id"), widget["attrs"].get("class")
    around = _attributes({name: value for name, value in (("id", id_), ("class", css)) if value})
    groups = [
        (group, format_html_join("", "<div>\n    {}</div>", _lines(each))) for group, each, _ in widget["optgroups"]
    ]
    inner = format_html_join(
        "",
        "{}",
        ((format_html("\n  <div><label>{}</label>{}\n  </div>", *each) if each[0] else each[1],) for each in groups),
    )
    return format_html("<div{}>{}\n</div>", around, inner)


def _lines(options: list[Mapping[str, Any]]) -> Iterator[tuple[SafeString]]:
    for each in options:
        value = {} if each["value"] is None else {"value": each["value"]}
        attrs = _attributes({"type": each["type"], "name": each["name"], **value, **each["attrs"]})
        id_ = each["attrs"].get("id")
        yield (
            format_html(
                "<label{}><input{}> {}</label>", _attributes({"for": id_} if id_ else {}), attrs, each["label"]
            ),
        )


def _attributes(given: Mapping[str, Any]) -> SafeString:
    """Nothing for what is False, the bare name for what is True."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html(" {}", name) if value is True else format_html(' {}="{}"', name, str(value)),)
            for name, value in given.items()
            if value is not False
        ),
    )
