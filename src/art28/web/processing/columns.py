"""An entry of the register as labelled fields: the columns of a table, the lines of a document, the answer to a question."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.web.accounts.models import Organisation
from art28.web.processing import saying
from art28.web.processing.entries import Entry
from art28.web.processing.models import Activity, Keeper, OwnActivity

Field = tuple[str | Promise, Callable[[Entry], str]]
_PART = " · "
_LIST = "; "
"""As a table has a list that is read back."""


def controller(entry: Entry) -> str:
    """The controller: name and address."""
    party = entry.agreement.counterparty
    name = entry.agreement.counterparty_name or entry.agreement.title
    if party is None:
        return name
    place = " ".join(part for part in (party.postcode, party.city) if part)
    country = labels.country(party.country, get_language() or "nl") if party.country else ""
    return ", ".join(part for part in (party.name, party.street, place, country) if part)


def contact(entry: Entry) -> str:
    """Whom to reach there."""
    found = entry.contact
    return ", ".join(part for part in (found.name, found.role, found.email, found.phone) if part) if found else ""


def processor(organisation: Organisation, entry: Entry | None = None) -> str:
    """The processor: the legal entity that signed, else the organisation."""
    entity = entry.agreement.legal_entity if entry else None
    return entity.name if entity else organisation.name


def officer(keeper: Keeper | None) -> str:
    """The data protection officer of the one that keeps the register."""
    if keeper is None:
        return ""
    return ", ".join(part for part in (keeper.officer, keeper.officer_email, keeper.officer_phone) if part)


def confirmed(entry: Entry) -> str:
    """Who confirmed it, and whether it is still so."""
    given = entry.confirmation
    if given is None:
        return ""
    said = f"{given.name}, {given.on:%d-%m-%Y}"
    return said if entry.is_as_confirmed else f"{said} ({gettext('changed since')})"


FIELDS: tuple[Field, ...] = (
    (_("Controller"), controller),
    (_("Contact"), contact),
    (_("Representative of the controller"), lambda each: each.record.controller_representative if each.record else ""),
    (_("Officer of the controller"), lambda each: each.record.controller_officer if each.record else ""),
    (_("Agreement"), lambda each: each.agreement.title),
    (_("Categories of processing"), lambda each: _PART.join(each.categories)),
    (_("Purposes"), lambda each: _PART.join(each.purposes)),
    (_("Data subjects"), lambda each: _PART.join(each.data_subjects)),
    (_("Data"), lambda each: _PART.join(each.data)),
    (_("Special or sensitive data"), lambda each: _PART.join(each.special)),
    (_("Kept for"), lambda each: _PART.join(each.retention)),
    (_("Sub-processors"), lambda each: _PART.join(each.sub_processors)),
    (_("Transfers outside the EEA"), lambda each: "\n".join(saying.transfer(one) for one in each.transfers)),
    (_("Measures"), lambda each: _PART.join(each.measures)),
    (_("Confirmed by the controller"), confirmed),
)
"""What Art. 30(2) asks of each controller, and what belongs to it."""

_ROW: Mapping[str, tuple[str | Promise, Callable[[Activity], str]]] = {
    "service": (_("Service"), lambda row: row.service),
    "purpose": (_("Purpose"), lambda row: row.purpose),
    "data": (_("Data"), lambda row: _PART.join(row.data)),
    "special": (_("Special or sensitive data"), lambda row: _PART.join(row.special)),
    "data_subjects": (_("Data subjects"), lambda row: _PART.join(row.data_subjects)),
    "operations": (_("Operations"), lambda row: saying.operations(row.operations)),
    "retention": (_("Kept for"), lambda row: row.retention),
    "sub_processors": (_("Sub-processors"), lambda row: _PART.join(row.sub_processors)),
    "countries": (_("Countries"), lambda row: ", ".join(row.countries)),
    "systems": (_("Systems"), lambda row: _PART.join(row.systems)),
    "staff_roles": (_("Roles of staff"), lambda row: _PART.join(row.staff_roles)),
    "environment": (_("Environment"), lambda row: row.environment),
    "own": (_("Processed by ourselves"), lambda row: _yes(row.own)),
    "note": (_("Note"), lambda row: row.note),
    "legal_basis": (
        _("Legal basis (controller)"),
        lambda row: str(row.get_legal_basis_display()) if row.legal_basis else "",
    ),
    "outside": (_("Not ours to answer for"), lambda row: str(row.get_outside_display()) if row.outside else ""),
    "consent": (_("Consent or order"), lambda row: " ".join(filter(None, (row.consent, _on(row.consent_on))))),
    "notified": (_("Notified by"), lambda row: " ".join(filter(None, (row.notified_by, _on(row.notified_on))))),
    "started": (_("Began"), lambda row: " ".join(filter(None, (_on(row.started_on), _assessed(row))))),
    "lawful": (_("Confirmed as lawful"), lambda row: " ".join(filter(None, (row.lawful_by, _on(row.lawful_on))))),
    "origin": (_("Where it comes from"), lambda row: str(row.get_origin_display())),
    "provision": (_("Clause"), lambda row: row.provision),
}


def _yes(value: bool | None) -> str:  # noqa: FBT001 - what a row holds
    return "" if value is None else gettext("yes") if value else gettext("no")


def _on(day: object) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _assessed(row: Activity) -> str:
    if not row.assessed:
        return ""
    return gettext("impact assessment: %(said)s") % {"said": row.get_assessed_display()}


def heads() -> tuple[str, ...]:
    """The heads of the register's table."""
    return tuple(str(label) for label, _value in FIELDS)


def cells(entry: Entry) -> tuple[str, ...]:
    """An entry as a row of it."""
    return tuple(value(entry) for _label, value in FIELDS)


def row_heads() -> tuple[str, ...]:
    """The heads of the table of rows."""
    return (str(_("Controller")), str(_("Agreement")), *(str(label) for label, _value in _ROW.values()))


def row_cells(entry: Entry, row: Activity) -> tuple[str, ...]:
    """One of an entry's rows as a row of that table."""
    name = entry.agreement.counterparty_name or entry.agreement.title
    return (name, entry.agreement.title, *(value(row) for _label, value in _ROW.values()))


def details(row: Activity) -> tuple[tuple[str, str], ...]:
    """What is known of a row, label and value; what is not known is left out."""
    found = ((str(label), value(row)) for label, value in _ROW.values())
    return tuple((label, said) for label, said in found if said)


OWN: tuple[tuple[str, str | Promise, Callable[[OwnActivity], str]], ...] = (
    ("name", _("Activity"), lambda row: row.name),
    ("purposes", _("Purposes"), lambda row: _LIST.join(row.purposes)),
    ("joint_controller", _("Joint controller"), lambda row: row.joint_controller),
    ("legal_basis", _("Legal basis"), lambda row: str(row.get_legal_basis_display()) if row.legal_basis else ""),
    ("data_subjects", _("Data subjects"), lambda row: _LIST.join(row.data_subjects)),
    ("data", _("Data"), lambda row: _LIST.join(row.data)),
    ("special", _("Special or sensitive data"), lambda row: _LIST.join(row.special)),
    ("recipients", _("Recipients"), lambda row: _LIST.join(row.recipients)),
    ("countries", _("Outside the EEA"), lambda row: ", ".join(row.countries)),
    ("safeguards", _("Safeguards for transfers"), lambda row: row.safeguards),
    ("retention", _("Kept for"), lambda row: row.retention),
    ("measures", _("Measures"), lambda row: _LIST.join(row.measures)),
    ("owner", _("Owner"), lambda row: row.owner),
)
"""What Art. 30(1) asks of each activity of the organisation as controller."""


def own_heads() -> tuple[str, ...]:
    """The heads of the table of own activities."""
    return tuple(str(label) for _name, label, _value in OWN)


def own_cells(row: OwnActivity) -> tuple[str, ...]:
    """An own activity as a row of it."""
    return tuple(value(row) for _name, _label, value in OWN)


def labelled(heads_of: Sequence[str], cells_of: Sequence[str]) -> list[dict[str, str]]:
    """Fields for a document; what is not known is left out."""
    return [{"label": label, "value": value} for label, value in zip(heads_of, cells_of, strict=True) if value]
