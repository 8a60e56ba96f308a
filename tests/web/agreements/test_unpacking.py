"""Compressed folders and mails: each file in them is put in by itself, and no folder costs more than it may."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from art28.web.accounts.rights import Role
from art28.web.agreements.actions import Upload
from art28.web.agreements.mails import NothingAttached
from art28.web.agreements.models import Agreement
from art28.web.agreements.unpacking import NotUnpacked, files_in
from web.people import Tenant, tenant

WORD = Path(__file__).parents[3] / "samples" / "docx" / "09-webbureau-kort.docx"


def folder(files: Mapping[str, bytes], name: str = "post.zip") -> Upload:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return Upload(name, "application/zip", packed.getvalue())


def names(upload: Upload, *, most: int = 10, largest_bytes: int = 10_000) -> list[str]:
    return [each.name for each in files_in(upload, most=most, largest_bytes=largest_bytes)]


def test_files_of_all_folders_within_are_given_and_those_of_systems_left_out() -> None:
    found = folder({"a.txt": b"een", "map/b.txt": b"twee", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "map/": b""})
    assert names(found) == ["a.txt", "b.txt"]


def test_a_word_document_is_no_folder_whatever_it_is_called() -> None:
    data = WORD.read_bytes()
    for name in ("overeenkomst.docx", "overeenkomst.zip"):
        (given,) = files_in(Upload(name, "", data), most=10, largest_bytes=1_000_000)
        assert given.data == data


def test_what_unpacks_to_more_than_may_be_is_cut_off_or_refused() -> None:
    (bomb,) = files_in(folder({"a.txt": b"0" * 5_000_000}), most=10, largest_bytes=10_000)
    assert len(bomb.data) == 10_001  # refused by what takes it in
    with pytest.raises(NotUnpacked):
        names(folder({f"{number}.txt": b"0" * 9_000 for number in range(9)}), most=9)
    with pytest.raises(NotUnpacked):
        names(folder({f"{number}.txt": b"0" for number in range(11)}))


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 afgebroken", b"PK\x05\x06", folder({}).data, folder({"a": b"x"}).data[:-30]],
    ids=["cut off", "only an end", "empty", "without its table"],
)
def test_a_damaged_or_empty_folder_is_refused(data: bytes) -> None:
    with pytest.raises(NotUnpacked):
        names(Upload("post.zip", "", data))


def test_a_locked_folder_is_refused() -> None:
    packed = bytearray(folder({"a.txt": b"geheim"}).data)
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NotUnpacked):
        names(Upload("post.zip", "", bytes(packed)))


def mail(files: Mapping[str, bytes], *, within: EmailMessage | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "fg@zorg.example", "post@dijkvaart.example", "De overeenkomst"
    made.set_content("In de bijlage vindt u de verwerkersovereenkomst.")
    made.add_alternative("<p>In de bijlage vindt u de verwerkersovereenkomst.</p>", subtype="html")
    for name, data in files.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if within is not None:
        made.add_attachment(within)
    return made


def saved(message: EmailMessage, name: str = "bericht.eml") -> Upload:
    return Upload(name, "message/rfc822", message.as_bytes())


def test_of_a_mail_what_is_attached_is_given_and_neither_its_words_nor_its_pictures() -> None:
    found = mail({"Overeenkomst é.PDF": b"%PDF-1.7", "logo.png": b"\x89PNG", "uitnodiging.ics": b"BEGIN"})
    assert names(saved(found)) == ["Overeenkomst é.PDF"]
    (given,) = files_in(saved(found), most=10, largest_bytes=10_000)
    assert given.data == b"%PDF-1.7"


def test_mails_and_folders_within_each_other_are_gone_into() -> None:
    passed_on = mail({"post.zip": folder({"b.txt": b"twee"}).data}, within=mail({"a.docx": b"een"}))
    assert names(saved(passed_on)) == ["b.txt", "a.docx"]
    words = saved(mail({})).data
    assert names(folder({"c.eml": saved(mail({"a.txt": b"x"})).data, "d.eml": words})) == ["a.txt", "d.eml"]


def test_a_pdf_without_a_name_is_called_as_the_mail_and_paths_in_names_go() -> None:
    message = mail({"..\\..\\map/a.txt": b"x"})
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf")
    assert names(saved(message)) == ["a.txt", "bericht.pdf"]


@pytest.mark.parametrize(
    "data",
    [
        saved(mail({})).data,
        saved(mail({f"{number}.txt": b"x" for number in range(11)})).data,
        b"\x00\xff geen bericht",
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: message/rfc822\n\n" * 3_000,
    ],
    ids=["only words", "too many", "no mail", "one in the other without end"],
)
def test_a_mail_to_which_nothing_is_attached_is_refused(data: bytes) -> None:
    with pytest.raises(NothingAttached):
        names(Upload("bericht.eml", "", data))


@pytest.mark.django_db
def test_the_page_puts_in_each_file_and_says_what_it_could_not_unpack() -> None:
    ours: Tenant = tenant("veldlicht")
    client = ours.client(Role.PRIVACY_OFFICER)
    whole = folder({"a.txt": b"Verwerkersovereenkomst een", "b.txt": b"Verwerkersovereenkomst twee"})
    sent = [SimpleUploadedFile("post.zip", whole.data), SimpleUploadedFile("stuk.zip", b"PK\x03\x04 afgebroken")]
    page = client.post("/agreements/upload/", {"sources": sent}, follow=True).content.decode()
    assert set(Agreement.objects.values_list("title", flat=True)) == {"a", "b"}
    assert "stuk.zip" in page
    assert "kan niet worden uitgepakt" in page or "can&#x27;t be unpacked" in page


@pytest.mark.django_db
def test_the_page_puts_in_what_is_attached_to_a_mail() -> None:
    client = tenant("veldlicht").client(Role.PRIVACY_OFFICER)
    sent = [
        SimpleUploadedFile("bericht.eml", saved(mail({"Zorg.txt": b"Verwerkersovereenkomst een"})).data),
        SimpleUploadedFile("groet.eml", saved(mail({})).data),
    ]
    page = client.post("/agreements/upload/", {"sources": sent}, follow=True).content.decode()
    assert set(Agreement.objects.values_list("title", flat=True)) == {"Zorg"}
    assert "groet.eml" in page
    assert "geen document" in page or "No document is attached" in page
    assert ".eml" in client.get("/agreements/upload/").content.decode()
