"""What people fill in about staff: as little as is needed, and never a copy of a certificate of conduct."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Membership
from art28.web.fields import Day, PastDay
from art28.web.people import terms
from art28.web.people.actions import About, Signed, Taught
from art28.web.people.models import (
    Form,
    Kind,
    Level,
    Matter,
    MeansKind,
    Operation,
    RoleProfile,
    StaffMember,
    TrainingKind,
)
from art28.web.uploads import CopyField

_PERIODS = {"P3M": _("Every three months"), "P6M": _("Every six months"), "P1Y": _("Every year")}
REVIEWS = [(period, _PERIODS[period]) for period in terms.REVIEWS]


class PersonForm(forms.Form):
    """Who somebody is and how they work."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address at work"), max_length=254, required=False)
    kind = forms.ChoiceField(label=_("Works as"), choices=Kind.choices)
    employer = forms.CharField(label=_("Employer, if hired or a third party"), max_length=200, required=False)
    function = forms.CharField(label=_("Function"), max_length=120, required=False)
    joined_on = Day(label=_("First day"))
    user = forms.ChoiceField(label=_("Account in art28"), required=False)

    def __init__(self, *args: Any, accounts: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.users = {str(each.user_id): each.user for each in accounts}
        self.fields["user"].choices = [  # type: ignore[attr-defined]
            ("", _("None")),
            *((key, str(user)) for key, user in self.users.items()),
        ]

    def about(self, role: RoleProfile | None = None) -> About:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return About(
            name=" ".join(given["name"].split()),
            email=given["email"],
            employer=given["employer"],
            kind=Kind(given["kind"]),
            function=given["function"],
            role=role,
            user=self.users.get(given["user"]),
            joined_on=given["joined_on"],
        )


def role_field(roles: Sequence[RoleProfile], *, required: bool) -> forms.ChoiceField:
    """Which role; by id."""
    choices = [] if required else [("", _("None yet"))]
    return forms.ChoiceField(
        label=_("Role"), required=required, choices=[*choices, *((str(each.pk), each.name) for each in roles)]
    )


class JoinForm(PersonForm):
    """The same with the role to begin in."""

    def __init__(self, *args: Any, roles: Sequence[RoleProfile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = {str(each.pk): each for each in roles}
        self.fields["role"] = role_field(roles, required=False)

    def joining(self) -> About:
        """What was filled in; call after `is_valid`."""
        return self.about(self.roles.get(self.cleaned_data["role"]))


class BindForm(forms.Form):
    """Something that was signed."""

    matter = forms.ChoiceField(label=_("To what?"), choices=Matter.choices)
    form = forms.ChoiceField(label=_("In what?"), choices=Form.choices)
    signed_on = PastDay(label=_("Signed on"))
    kept_at = forms.CharField(
        label=_("Where is it kept?"), max_length=300, required=False, help_text=_("For instance the personnel file.")
    )
    file = CopyField(label=_("Or the document itself"), required=False)

    def signed(self) -> Signed:
        """What was filled in; call after `is_valid`."""
        given, file = self.cleaned_data, self.cleaned_data["file"]
        return Signed(
            matter=Matter(given["matter"]),
            form=Form(given["form"]),
            signed_on=given["signed_on"],
            kept_at=given["kept_at"],
            file_name=file.name if file else "",
            data=file.read() if file else b"",
        )


class SeenForm(forms.Form):
    """That a certificate of conduct was seen."""

    issued_on = PastDay(label=_("Issued on"))
    seen_on = PastDay(
        label=_("Seen on"), help_text=_("Only that you saw it is kept. Keep no copy of it, and not its number.")
    )

    def clean(self) -> dict[str, Any]:
        """It can't be seen before it was issued."""
        cleaned = super().clean() or self.cleaned_data
        issued_on, seen_on = cleaned.get("issued_on"), cleaned.get("seen_on")
        if issued_on and seen_on and seen_on < issued_on:
            self.add_error("seen_on", forms.ValidationError(_("It can't be seen before it was issued."), code="order"))
        return cleaned


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Why?"), max_length=300)


class MoveForm(forms.Form):
    """Another role."""

    on = Day(label=_("From"))

    def __init__(self, *args: Any, roles: Sequence[RoleProfile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = {str(each.pk): each for each in roles}
        self.fields["role"] = role_field(roles, required=True)
        self.order_fields(["role", "on"])


class LeaveForm(forms.Form):
    """The last day."""

    on = Day(
        label=_("Last day"),
        help_text=_("On this day all access is withdrawn, without anybody's doing; today or before: at once."),
    )


class HandForm(forms.Form):
    """A means that is handed out."""

    kind = forms.ChoiceField(label=_("What?"), choices=MeansKind.choices)
    name = forms.CharField(label=_("Which?"), max_length=120, help_text=_("Such as its inventory number."))
    handed_on = PastDay(label=_("Handed out on"))


class OnForm(forms.Form):
    """The day of something."""

    on = PastDay(label=_("On"))


class ResponsibilityForm(forms.Form):
    """A responsibility for security or privacy."""

    name = forms.CharField(label=_("Responsible for"), max_length=200)
    level = forms.ChoiceField(label=_("At which level?"), choices=Level.choices)
    keeps = forms.CharField(
        label=_("What is kept for it, and where"),
        max_length=300,
        required=False,
        help_text=_("Such as an inventory of risks."),
    )
    since_on = PastDay(label=_("Since"))
    review_on = Day(label=_("Reviewed next on"), required=False)


class ReviewedForm(forms.Form):
    """What reviewing a responsibility came to."""

    what = forms.CharField(label=_("What came of it?"), max_length=500)
    review_on = Day(label=_("Reviewed next on"))

    def clean_review_on(self) -> Any:
        """A day ahead."""
        day = self.cleaned_data["review_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day after today."), code="past")
        return day


class ReviewForm(forms.Form):
    """Which access stays; the rest is withdrawn. `kept` gives it, None for all."""

    keep = forms.MultipleChoiceField(
        label=_("What is still needed?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What isn't ticked is withdrawn."),
    )
    period = forms.ChoiceField(label=_("Reviewed again"), choices=REVIEWS)

    def __init__(self, *args: Any, standing: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = list(standing)  # type: ignore[attr-defined]
        self.fields["keep"].initial = [key for key, _label in standing]

    def kept(self) -> set[UUID] | None:
        """What stays; call after `is_valid`."""
        return {UUID(each) for each in self.cleaned_data["keep"]}


class ReviewAllForm(forms.Form):
    """That all access was looked at and stays: of more than can be ticked, what goes is withdrawn before."""

    all = forms.BooleanField(
        label=_("Everything that stands is still needed"),
        help_text=_(
            "There is too much to tick here. Go through all of it first, and withdraw what is no longer needed."
        ),
    )
    period = forms.ChoiceField(label=_("Reviewed again"), choices=REVIEWS)

    def kept(self) -> None:
        """All stays."""


class GrantForm(forms.Form):
    """Access to a customer's data."""

    service = forms.ChoiceField(label=_("For which service?"), required=False)
    system = forms.CharField(label=_("In which system?"), max_length=200)
    account = forms.CharField(
        label=_("By which account?"), max_length=120, help_text=_("Each person has an account of their own.")
    )
    operations = forms.MultipleChoiceField(
        label=_("To do what?"), choices=Operation.choices, widget=forms.CheckboxSelectMultiple
    )
    need = forms.CharField(label=_("Why is that needed?"), max_length=300)

    def __init__(self, *args: Any, taken: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = taken or [("", _("No service is kept for this customer"))]  # type: ignore[attr-defined]


class TrainingForm(forms.Form):
    """A training and who took part."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=TrainingKind.choices)
    title = forms.CharField(label=_("What was it about?"), max_length=200)
    on = PastDay(label=_("On"))
    sensitive = forms.BooleanField(label=_("Special or sensitive personal data were dealt with"), required=False)
    next_on = Day(label=_("To be refreshed by"), required=False)
    participants = forms.MultipleChoiceField(label=_("Who took part?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, members: Sequence[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(each.pk): each for each in members}
        self.fields["participants"].choices = [  # type: ignore[attr-defined]
            (key, each.identity.name or each.reference) for key, each in self.members.items()
        ]

    def clean(self) -> dict[str, Any]:
        """It is refreshed after it was held."""
        cleaned = super().clean() or self.cleaned_data
        on, next_on = cleaned.get("on"), cleaned.get("next_on")
        if on and next_on and next_on <= on:
            self.add_error("next_on", forms.ValidationError(_("Choose a day after it was held."), code="order"))
        return cleaned

    def taught(self) -> Taught:
        """What was filled in; call after `is_valid`."""
        given = self.cleaned_data
        return Taught(
            kind=TrainingKind(given["kind"]),
            title=given["title"],
            on=given["on"],
            sensitive=given["sensitive"],
            next_on=given["next_on"],
        )

    def took_part(self) -> list[StaffMember]:
        """The participants; call after `is_valid`."""
        return [self.members[key] for key in self.cleaned_data["participants"]]


class RoleForm(forms.Form):
    """A role."""

    name = forms.CharField(label=_("Name"), max_length=120)
    description = forms.CharField(
        label=_("What it is for"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    screened = forms.BooleanField(label=_("Whoever has it shows a certificate of conduct"), required=False)


class LineForm(forms.Form):
    """What a role may do in one activity."""

    activity = forms.CharField(label=_("Activity"), max_length=200)
    service = forms.ChoiceField(label=_("Service"), required=False)
    operations = forms.MultipleChoiceField(
        label=_("Is allowed to"), choices=Operation.choices, widget=forms.CheckboxSelectMultiple
    )
    categories = forms.CharField(
        label=_("With which data"), max_length=1000, required=False, help_text=_("Parted by semicolons.")
    )
    environment = forms.CharField(
        label=_("In which environment"), max_length=300, required=False, help_text=_("Such as the ticket system.")
    )

    def __init__(self, *args: Any, services: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", _("Any")), *services]  # type: ignore[attr-defined]
