"""A house template as an organisation takes it in, and sheets for it."""

import io
from functools import cache
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from art28.drafting.house import sheet
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Direction
from art28.web.drafts.beginning import Beginning, begin
from art28.web.drafts.models import Draft
from art28.web.house import actions, drafting, queries
from art28.web.house.kept import blanks_in, taken_in, template_in
from art28.web.house.models import BroughtSheet, HouseTemplate, HouseVersion
from art28.web.parties import actions as parties
from core.drafting.house.forms import AGREEMENT, GIVEN, by_fact, plain
from web.people import NOW, Tenant

NAME = "Huismodel verwerkersovereenkomst"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@cache
def file() -> actions.File:
    """The Word document, with its blanks as suggested."""
    data = plain(*AGREEMENT)
    return actions.File("Huismodel.docx", data, *taken_in(data, name="Huismodel.docx"))


def taken(tenant: Tenant, *, settled: bool = True, name: str = NAME) -> HouseTemplate:
    """A template of the organisation, its blanks settled as suggested."""
    by, actor = tenant.members[Role.OWNER].user, tenant.actor(Role.OWNER)
    template = actions.take_in(
        tenant.organisation,
        file(),
        name=name,
        language="nl",
        direction=Direction.PROCESSOR,
        by=by,
        actor=actor,
        now=NOW,
    )
    if settled:
        version = newest(template)
        actions.settle(version, blanks_in(version), by=by, actor=actor, now=NOW)
    return template


def newest(template: HouseTemplate) -> HouseVersion:
    """Its newest version."""
    version = queries.version(template)
    assert version is not None
    return version


def workbook(template: HouseTemplate, *changes: dict[str, object]) -> SimpleUploadedFile:
    """Its sheet with a row for each of `changes`, by the key of the fact or the heading."""
    version = newest(template)
    headings = template_in(version).headings
    facts = {headings[each.key]: each.fact for each in blanks_in(version) if each.key in headings}
    data = sheet.workbook(blanks_in(version), sha256=version.sha256, language="nl")
    book: Any = openpyxl.load_workbook(io.BytesIO(data))
    heads = [str(cell.value) for cell in book.worksheets[0][1]]
    for change in changes:
        given = {**GIVEN, **change}
        book.worksheets[0].append([given.get(facts.get(head) or head) for head in heads])
    written = io.BytesIO()
    book.save(written)
    return SimpleUploadedFile("klanten.xlsx", written.getvalue())


def brought(tenant: Tenant, template: HouseTemplate, *changes: dict[str, object]) -> BroughtSheet:
    """A sheet that was brought for it."""
    version = newest(template)
    read = sheet.read(workbook(template, *changes).read(), template_in(version), sha256=version.sha256)
    by, actor = tenant.members[Role.OWNER].user, tenant.actor(Role.OWNER)
    return actions.bring(version, read, name="klanten.xlsx", by=by, actor=actor, now=NOW)


def house_draft(tenant: Tenant, template: HouseTemplate) -> Draft:
    """A draft of a template, filled in with everything that is asked as a fact."""
    actor, organisation = tenant.actor(Role.OWNER), tenant.organisation
    made = template_in(newest(template))
    beginning = Beginning(
        counterparty=parties.counterparty_named(organisation, "Stichting Beukenhof", actor=actor, now=NOW, details={}),
        legal_entity=parties.add_legal_entity(organisation, "Rekenhuis B.V.", actor=actor, now=NOW),
        direction=Direction.PROCESSOR,
        template=drafting.template_name(newest(template)),
        language="nl",
        chosen=drafting.chosen_of(made, made.values(by_fact(made.blanks, GIVEN))),
    )
    return begin(organisation, beginning, by=tenant.members[Role.OWNER].user, actor=actor, now=NOW)
