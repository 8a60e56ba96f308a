"""What people fill in about yardsticks."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.checking.packs.pack import profiles
from art28.web.yardsticks.actions import MOST_CHARACTERS


class PlaybookForm(forms.Form):
    """A playbook as text, or as a file that takes its place."""

    source = forms.CharField(
        label=_("The playbook"),
        max_length=MOST_CHARACTERS,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "false", "class": "code", "wrap": "off"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A YAML file takes the place of the text above."),
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )

    def text(self) -> str | None:
        """What was written or sent; None where a file isn't text in UTF-8."""
        sent = self.cleaned_data.get("file")
        if sent is None:
            return str(self.cleaned_data["source"])
        try:
            return bytes(sent.read(MOST_CHARACTERS * 4)).decode("utf-8-sig")
        except UnicodeDecodeError:
            return None


def profile_choices() -> tuple[tuple[str, str], ...]:
    """Every profile with its title."""
    language = "nl" if get_language() == "nl" else "en"
    return tuple((profile.name, profile.title[language]) for profile in profiles().values())
