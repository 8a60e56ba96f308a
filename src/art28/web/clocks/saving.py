"""Saved selections of what is due: those of a person and those that others share, and the one it opens with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from art28.web.accounts.models import Organisation, User
from art28.web.clocks.filters import Filters, read_leniently
from art28.web.clocks.models import DefaultFilter, SavedFilter

MOST = 50
"""How many selections a person keeps."""


class TooMany(Exception):
    """A person keeps `MOST` selections at most."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The selections that a person may use, by name, and which of them is the default."""

    rows: tuple[SavedFilter, ...]
    default_id: UUID | None

    @property
    def default(self) -> SavedFilter | None:
        """The one with which the page opens."""
        return next((row for row in self.rows if row.pk == self.default_id), None)


def saved(organisation: Organisation, user: User) -> Saved:
    """What `user` may use: their own selections, and those that others share; two queries."""
    rows = SavedFilter.objects.filter(Q(user=user) | Q(shared=True), organisation=organisation).select_related("user")
    default = DefaultFilter.objects.filter(organisation=organisation, user=user).values_list("saved_id", flat=True)
    return Saved(tuple(rows.order_by("name", "id")), default.first())


def filters_of(record: Mapping[str, str]) -> Filters:
    """The selection that a row holds; what it says that is no longer known asks for nothing."""
    return read_leniently({name: str(value) for name, value in record.items()})


@transaction.atomic
def save(
    organisation: Organisation, user: User, name: str, filters: Filters, *, shared: bool, now: datetime
) -> SavedFilter:
    """Keep a selection under a name; the same name again replaces it. Raises `TooMany`."""
    own = SavedFilter.objects.filter(organisation=organisation, user=user)
    if not own.filter(name=name).exists() and own.count() >= MOST:
        raise TooMany
    row, _ = SavedFilter.objects.update_or_create(
        organisation=organisation,
        user=user,
        name=name,
        defaults={"filters": filters.record(), "shared": shared},
        create_defaults={"filters": filters.record(), "shared": shared, "made_at": now},
    )
    return row


@transaction.atomic
def share(row: SavedFilter, *, shared: bool) -> None:
    """Let everybody use it, or no longer; who opened with it opens without from now on."""
    SavedFilter.objects.filter(pk=row.pk, organisation=row.organisation_id).update(shared=shared)
    if not shared:
        DefaultFilter.objects.filter(organisation=row.organisation_id, saved=row).exclude(user=row.user_id).delete()


def remove(row: SavedFilter) -> None:
    """Keep it no longer."""
    SavedFilter.objects.filter(pk=row.pk, organisation=row.organisation_id).delete()


def open_with(organisation: Organisation, user: User, row: SavedFilter | None) -> None:
    """Let the page open with `row` for `user`, or, for None, as it does for everybody."""
    if row is None:
        DefaultFilter.objects.filter(organisation=organisation, user=user).delete()
        return
    DefaultFilter.objects.update_or_create(organisation=organisation, user=user, defaults={"saved": row})


def usable(organisation: Organisation, user: User, saved_id: UUID) -> SavedFilter:
    """A selection that `user` may use; raises SavedFilter.DoesNotExist."""
    return SavedFilter.objects.get(Q(user=user) | Q(shared=True), organisation=organisation, pk=saved_id)
