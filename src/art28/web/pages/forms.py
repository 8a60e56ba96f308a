"""How forms are drawn: one template for a form, one for a field."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Django's renderer with art28's own templates."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
