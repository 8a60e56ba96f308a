"""Reads of yardsticks: which profile and which playbook count for an organisation."""

from functools import lru_cache
from uuid import UUID

from art28.checking.packs.pack import Profile, profiles
from art28.checking.playbooks.model import Playbook
from art28.checking.playbooks.reading import read_playbook
from art28.web.accounts.models import Organisation
from art28.web.yardsticks.models import ChosenProfile, PlaybookState, PlaybookVersion

DEFAULT = "gdpr"


def profile_of(organisation_id: UUID) -> Profile:
    """The profile that counts: the one chosen last, else Article 28 alone; one that art28 no longer has counts as none."""
    rows = ChosenProfile.objects.filter(organisation_id=organisation_id).order_by("-number")
    chosen = rows.values_list("profile", flat=True).first()
    known = profiles()
    return known.get(chosen or DEFAULT, known[DEFAULT])


def choices_of(organisation: Organisation) -> tuple[ChosenProfile, ...]:
    """Every choice of profile, the newest first."""
    rows = ChosenProfile.objects.filter(organisation=organisation).select_related("chosen_by")
    return tuple(rows.order_by("-number"))


def in_force(organisation_id: UUID) -> PlaybookVersion | None:
    """The version of the playbook that counts; None where the organisation has none."""
    rows = PlaybookVersion.objects.filter(organisation_id=organisation_id, state=PlaybookState.IN_FORCE)
    return rows.first()


def draft(organisation: Organisation) -> PlaybookVersion | None:
    """The version that is being written; None where nobody is at it."""
    return PlaybookVersion.objects.filter(organisation=organisation, state=PlaybookState.DRAFT).first()


def versions(organisation: Organisation) -> tuple[PlaybookVersion, ...]:
    """Every version that counts or counted, the newest first."""
    rows = PlaybookVersion.objects.filter(organisation=organisation).exclude(state=PlaybookState.DRAFT)
    return tuple(rows.select_related("made_by", "put_in_force_by").order_by("-number"))


def version(organisation: Organisation, number: int) -> PlaybookVersion | None:
    """One version by its number; None where there is none."""
    rows = PlaybookVersion.objects.filter(organisation=organisation, number=number)
    return rows.select_related("made_by", "put_in_force_by").first()


def read(row: PlaybookVersion) -> Playbook:
    """The playbook behind a version; raises InvalidPlaybook for a draft with problems in it."""
    return _read(row.source)


@lru_cache(maxsize=64)
def _read(source: str) -> Playbook:
    return read_playbook(source, source="playbook")
