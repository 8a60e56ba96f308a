"""The form over the facts of a draft, grouped by topic; and the form with which a draft is begun."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.agreement.model import Value
from art28.drafting.clauses import ANY, NONE, articles, mandatory, options, templates
from art28.drafting.contradictions import Contradiction, contradictions
from art28.drafting.draft import Negotiated, Reason, Wrong, standard_questionnaire
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.drafts.beginning import Beginning
from art28.web.drafts.chosen import Chosen
from art28.web.drafts.drawing import Drawn, Remark
from art28.web.drafts.fields import LEFT_OUT, ItemsField, PeriodField, QuestionsField, RecordsField
from art28.web.drafts.whom import ForWhomForm

MEASURES = "measures"
_PLUS = "+"
# What another choice brings along.
_NOT_ASKED = frozenset({"transfers.exceptions"})
_WITHOUT_LIMIT = "breach.wording"
_BESIDE = (
    "document.title",
    "processing.purposes",
    "processing.data_categories",
    "processing.data_subjects",
    "processing.services",
    "processing.activities",
    "document.version",
    "contacts.list",
    "subprocessors.list",
)
_OF_PARTY = ("name", "registration", "street", "postcode", "city", "representative", "representative_role",
             "phone", "email")  # fmt: skip
_WRONG: Mapping[Wrong, str | Promise] = {
    Wrong.MISFIT: _("This isn't a value that it can have."),
    Wrong.MANDATORY: _("Article 28 GDPR wants an agreement to say this: it can't be left out."),
    Wrong.UNSAID: _("No clause of ours says this beside the rest. Choose another value, or leave it out."),
    Wrong.UNKNOWN: _("This fact isn't known."),
}
CONTRADICTING: Mapping[str, str | Promise] = {
    "cap_without_regime": _("An amount is filled in, but liability isn't limited to an amount. Choose one of the two."),
    "regime_without_cap": _("Liability is limited to an amount, but none is filled in."),
    "clock_without_deadline": _("It says when the limit begins, but there is no limit."),
    "basis_without_frequency": _("It says how audits are counted, but not how often they may be."),
    "extra_audit_without_frequency": _("An extra audit on suspicion means something only where audits are limited."),
    "warning_without_follow_up": _("An early warning without further information would leave the report incomplete."),
    "limits_without_cap": _("The amount isn't the highest of the limits beside it. Leave one of the two out."),
    "wording_beside_limit": _("Without a limit or with one: leave one of the two out."),
    "suspicion_with_frequency": _("Audits on suspicion alone aren't counted by the year. Leave one of the two out."),
    "special_excluded_but_listed": _("Special categories are kept out, but the data that are listed hold some."),
    "supplier_outside_eea": _("Data stay within the EEA, but a sub-processor in the annex processes outside it:"),
}


def asked() -> tuple[str, ...]:
    """The facts that the form asks, in the order of the catalogue."""
    known = (set(options()) - mandatory() - _NOT_ASKED) | set(_BESIDE) | (mandatory() & _choosable())
    known |= {f"{role}.{name}" for role in ("controller", "processor") for name in _OF_PARTY}
    return tuple(key for key in catalogue() if key in known)


def _choosable() -> set[str]:
    """What must be said, and can be said in more than one way."""
    return {key for key, values in options().items() if len(values) > 1 or (ANY in values)}


@dataclass(frozen=True, slots=True)
class Line:
    """A field with the fact it is about and what the checks say of that choice.

    A flag has `notes`, what its clause means; one that `denies` says the opposite of what the fact is called.
    """

    key: str
    field: forms.BoundField
    remarks: tuple[Remark, ...]
    blank: bool
    notes: str = ""
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one topic. `said` is what an agreement always says there, whatever is chosen."""

    name: str
    label: str
    lines: tuple[Line, ...]
    said: tuple[str, ...]

    @property
    def waits(self) -> int:
        """How many lines are blank or carry a remark."""
        return sum(bool(line.blank or line.remarks or line.field.errors) for line in self.lines)


class FactsForm(forms.Form):
    """The facts of a draft; `chosen()` gives what was chosen."""

    def __init__(
        self, *args: Any, template: str, language: str, said: Mapping[str, Value] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        ours = templates().get(template)
        self._usual: Mapping[str, Value] = ours.facts if ours is not None else {}
        if ours is not None:
            self._usual = {**self._usual, "breach.questionnaire": standard_questionnaire(language)}
        self._language = get_language() or "nl"
        self._keys = {_name(key): key for key in asked()}
        known: Mapping[str, Value] = {**self._usual, **(said or {})}
        for name, key in self._keys.items():
            value = known.get(key)
            self.fields[name] = self._field(key)
            self.fields[name].initial = self._initial(key, None if value == NONE else value)
        self.fields[MEASURES] = ItemsField(
            label=_("Security measures"),
            required=False,
            help_text=_("Annex 2. One sentence a line."),
            initial=(said or {}).get(MEASURES, ()),
        )

    def _field(self, key: str) -> forms.Field:
        spec, label = catalogue()[key], labels.fact(key, self._language)
        required = key in mandatory()
        common: dict[str, Any] = {"label": label, "required": required}
        known = options().get(key, ())
        match spec.type:
            case FactType.FLAG if len(known) > 1:
                return forms.ChoiceField(
                    choices=[(LEFT_OUT, _("– not laid down –")), *_both(key, self._language)], **common
                )
            case FactType.FLAG:
                return forms.BooleanField(label=label, required=False)
            case FactType.CHOICE:
                return forms.ChoiceField(choices=self._choices(spec, known, required), **common)
            case FactType.CHOICES if known != (ANY,):
                return forms.ChoiceField(choices=self._choices(spec, known, required), **common)
            case FactType.CHOICES:
                several = [(value, labels.choice(key, value, self._language)) for value in spec.values]
                return forms.MultipleChoiceField(
                    choices=several, widget=forms.CheckboxSelectMultiple(attrs={"class": "choices wide"}), **common
                )
            case FactType.DURATION if known != (ANY,):
                return forms.ChoiceField(choices=self._choices(spec, known, required), **common)
            case FactType.DURATION:
                return PeriodField(**common)
            case FactType.MONEY:
                return forms.IntegerField(min_value=1, max_value=999_999_999_999, **common)
            case FactType.TEXTS:
                return ItemsField(**common)
            case FactType.RECORDS if spec.key == "breach.questionnaire":
                common["help_text"] = _("One question a line; answers to choose from behind it as (yes/no).")
                return QuestionsField(**common)
            case FactType.RECORDS:
                field = RecordsField(spec, language=self._language, **common)
                field.help_text = _("One a line: %(fields)s.") % {"fields": field.shape()}
                return field
            case _:
                return forms.CharField(max_length=300, **common)

    def _choices(
        self,
        spec: FactSpec,
        known: tuple[Value, ...],
        required: bool,  # noqa: FBT001 - of a field
    ) -> list[tuple[str, str | Promise]]:
        found: list[tuple[str, str | Promise]] = [
            (_coded(value), labels.value(spec.key, value, self._language)) for value in known if value != ANY
        ]
        usual = self._usual.get(spec.key) if spec.key != _WITHOUT_LIMIT else None
        if usual is not None and usual not in known:  # what a clause needs no word for, such as an audit on any ground
            found.append((_coded(usual), labels.value(spec.key, usual, self._language)))
        if spec.type is FactType.CHOICE and (not known or ANY in known):
            found = [(value, labels.choice(spec.key, value, self._language)) for value in spec.values]
        return found if required else [(LEFT_OUT, _("– not laid down –")), *dict(found).items()]

    def _initial(self, key: str, value: Any) -> Any:
        spec = catalogue()[key]
        if key == _WITHOUT_LIMIT and value == "fixed":
            return LEFT_OUT
        if _is_two_sided(key):
            return LEFT_OUT if value is None else str(value)
        if spec.type is FactType.FLAG:
            return value is not None and value == _flag(key)
        if spec.type is FactType.CHOICES and options().get(key) != (ANY,):
            return LEFT_OUT if value is None else _coded(tuple(each for each in spec.values if each in value))
        return value

    def chosen(self, negotiated: Negotiated | None = None) -> Chosen:
        """What was chosen, beside what was `negotiated`; what somebody left out of the template is "-". After `is_valid`."""
        facts: dict[str, Value] = {}
        for name, key in self._keys.items():
            value = self._value(key, self.cleaned_data[name])
            if value is not None:
                facts[key] = value
            elif key in self._usual:
                facts[key] = NONE
        return Chosen(facts, self.cleaned_data[MEASURES], negotiated or Negotiated())

    def _value(self, key: str, given: Any) -> Value | None:
        spec = catalogue()[key]
        if spec.type is FactType.FLAG and _is_two_sided(key):
            return None if given == LEFT_OUT else given == str(True)
        if spec.type is FactType.FLAG:
            return _flag(key) if given else None
        if spec.type is FactType.CHOICES:
            items = given.split(_PLUS) if isinstance(given, str) else given
            return tuple(items) if given else None
        if spec.type in (FactType.TEXTS, FactType.RECORDS):
            return tuple(given) or None
        return given if given not in (None, LEFT_OUT) else None

    def only(self, key: str) -> str:
        """Ask nothing but one fact; returns the name of its field."""
        name = _name(key)
        for other in [each for each in self.fields if each != name]:
            del self.fields[other]
        self._keys = {name: key}
        return name

    def given(self, key: str) -> Value | None:
        """The one value that was filled in; None for one that is left out."""
        return self._value(key, self.cleaned_data[_name(key)])

    def refuse(self, reasons: tuple[Reason, ...], said: Mapping[str, Value], *, on: date) -> None:
        """Put what can't be drafted beside the fields that it is about; where two choices contradict each other, that."""
        facts = {key: value for key, value in said.items() if value != NONE}
        against = {key: each for each in contradictions(facts, on=on) for key in each.keys}
        self._contradict(tuple(dict.fromkeys(against[each.key] for each in reasons if each.key in against)))
        for reason in reasons:
            if reason.key not in against:
                name = _name(reason.key)
                self.add_error(name if name in self.fields else None, forms.ValidationError(str(_WRONG[reason.wrong])))

    def contradict(self, page: Drawn) -> None:
        """Put contradictions beside the first field that they are about."""
        self._contradict(page.contradicting)

    def _contradict(self, given: Sequence[Contradiction]) -> None:
        for each in given:
            words = f"{CONTRADICTING[each.code]} {each.detail}".strip()
            name = next((_name(key) for key in each.keys if _name(key) in self.fields), None)
            self.add_error(name, forms.ValidationError(words, code=each.code))

    def groups(self, page: Drawn | None = None) -> Iterator[Group]:
        """The fields by topic, with what the checks say of each."""
        about: Mapping[str, tuple[Remark, ...]] = page.about if page else {}
        blanks = frozenset(page.blanks if page else ())
        by_group: dict[str, list[Line]] = {}
        for name, key in self._keys.items():
            line = Line(key, self[name], about.get(key, ()), key in blanks, _notes(key, self._language), not _flag(key))
            by_group.setdefault(catalogue()[key].group, []).append(line)
        described = "security.measures_described"
        measured = Line(MEASURES, self[MEASURES], about.get(described, ()), described in blanks)
        by_group.setdefault("security", []).append(measured)
        for name, lines in by_group.items():
            yield Group(name, labels.group(name, self._language), tuple(lines), _always(name, self._language))


def _is_two_sided(key: str) -> bool:
    """Whether clauses of ours say a flag and its opposite."""
    return catalogue()[key].type is FactType.FLAG and len(options().get(key, ())) > 1


def _both(key: str, language: str) -> list[tuple[str, str]]:
    """A flag and its opposite, each in the words of the clause that says it."""
    spoken = "nl" if language == "nl" else "en"
    notes = {
        value: clause.note[spoken]
        for article in articles()
        for clause in article.clauses
        for each, wanted in clause.when
        if each == key
        for value in wanted
        if isinstance(value, bool)
    }
    return [(str(value), notes[value]) for value in sorted(notes, reverse=True)]


def _flag(key: str) -> bool:
    """The value of a flag that a clause of ours says."""
    return options().get(key, (True,))[0] is True


def _coded(value: Value) -> str:
    return _PLUS.join(map(str, value)) if isinstance(value, tuple) else str(value)


def _name(key: str) -> str:
    return key.replace(".", "__")


def _notes(key: str, language: str) -> str:
    """What a flag means, in the words of the clause that says it."""
    if catalogue()[key].type is not FactType.FLAG or _is_two_sided(key):
        return ""
    spoken = "nl" if language == "nl" else "en"
    clauses = (clause for article in articles() for clause in article.clauses)
    return next((clause.note[spoken] for clause in clauses if any(each == key for each, _ in clause.when)), "")


def _always(group: str, language: str) -> tuple[str, ...]:
    """What every agreement of ours says on a topic, since Article 28 wants it."""
    left = set(asked())
    return tuple(
        labels.fact(key, language)
        for key in catalogue()
        if catalogue()[key].group == group and key in mandatory() - left
    )


class BeginForm(ForWhomForm):
    """For whom a draft is begun, and from what; `beginning()` gives it."""

    direction = forms.ChoiceField(
        label=_("Who processes"),
        choices=[(value.value, value.label) for value in (Direction.PROCESSOR, Direction.CONTROLLER)],
        initial=Direction.PROCESSOR,
        widget=forms.RadioSelect,
    )
    template = forms.ChoiceField(label=_("Template"), widget=forms.RadioSelect, initial="balanced")
    language = forms.ChoiceField(
        label=_("Language of the agreement"), choices=[("nl", _("Dutch")), ("en", _("English"))]
    )
    field_order = ("counterparty", "name", "legal_entity", "direction", "template", "language", "services")

    def __init__(self, organisation: Organisation, *args: Any, party: UUID | None = None, **kwargs: Any) -> None:
        super().__init__(organisation, *args, party=party, **kwargs)
        spoken = "nl" if (get_language() or "nl") == "nl" else "en"
        self.fields["template"].choices = [  # type: ignore[attr-defined]
            (name, each.label[spoken]) for name, each in templates().items()
        ]
        self.fields["services"].help_text = _("The annexes on processing and sub-processors are filled in from these.")
        self.fields["language"].initial = organisation.language if organisation.language in ("nl", "en") else "nl"

    def beginning(self, *, actor: Actor, now: datetime) -> Beginning:
        """What was filled in, a new party added; call after `is_valid`, within a transaction."""
        given = self.cleaned_data
        return Beginning(
            counterparty=self.party(actor=actor, now=now),
            legal_entity=self.entity(),
            direction=Direction(given["direction"]),
            template=given["template"],
            language=given["language"],
            services=self.taken(),
        )
