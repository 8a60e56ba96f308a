"""Sheets as somebody fills them in, and one that was brought."""

import io
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.drafting import many
from art28.web.accounts.rights import Role
from art28.web.parties import actions as parties
from art28.web.sheets.making import make_due
from art28.web.sheets.models import Sheet
from web.people import NOW, Tenant

OURS = "Veldlicht ICT B.V."


def entity(tenant: Tenant) -> Any:
    """Our legal entity."""
    return parties.add_legal_entity(tenant.organisation, OURS, actor=tenant.actor(Role.OWNER), now=NOW)


def filled(*rows: dict[str, Any], template: str = "balanced", language: str = "nl") -> SimpleUploadedFile:
    """The workbook of a template with these rows, by the key of a fact; what has no column there gets one."""
    asked = many.model(template, language)
    book = openpyxl.load_workbook(io.BytesIO(many.workbook(asked)))
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    for line, row in enumerate(rows, start=2):
        for key, value in row.items():
            heading = asked.headings[key] if asked.headings.get(key) in heads else key
            if heading not in heads:
                heads.append(heading)
                sheet.cell(1, len(heads), heading)
            sheet.cell(line, heads.index(heading) + 1, value)
    out = io.BytesIO()
    book.save(out)
    return SimpleUploadedFile("klanten.xlsx", out.getvalue())


def bring(tenant: Tenant, file: SimpleUploadedFile, **changes: str) -> Any:
    """What a browser gets that brings it."""
    sent = {"file": file, "legal_entity": str(entity(tenant).pk), "direction": "processor", "form": "docx", **changes}
    return tenant.client(Role.OWNER).post(f"{reverse('sheets:new')}?template=balanced&language=nl", sent)


def brought(tenant: Tenant, *rows: dict[str, Any], **changes: str) -> Sheet:
    """A sheet that was brought."""
    answer = bring(tenant, filled(*rows), **changes)
    assert answer.status_code == 302, answer.context["problems"]
    return Sheet.objects.select_related("organisation").get(pk=answer.headers["Location"].split("/")[-2])


def made(tenant: Tenant, sheet: Sheet) -> Sheet:
    """A sheet whose drafts have been made by the worker."""
    assert tenant.client(Role.OWNER).post(reverse("sheets:make", args=(sheet.pk,))).status_code == 302
    while make_due(now=timezone.now(), limit=50):
        pass
    return Sheet.objects.get(pk=sheet.pk)
