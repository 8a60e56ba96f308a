"""What a mail that came back is: failures of several servers, delays, automatic and other answers; nothing is guessed."""

import pytest

from art28.web.replies.recognising import Kind, recognise
from web.replies import mails

OURS = "<0193-ours@art28.example>"


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (mails.report(OURS), "5.1.1"),
        (mails.report(OURS, status="4.4.7"), "4.4.7"),  # given up after days: a failure all the same
        (mails.report(OURS, returned="text/rfc822-headers"), "5.1.1"),
        (mails.with_failed_recipients(OURS), ""),
        (mails.in_words(OURS), "5.1.1"),
        (mails.in_words(OURS, said="550 no such user"), "550"),
    ],
)
def test_a_failure_is_known_and_about_what_was_returned(raw: bytes, status: str) -> None:
    found = recognise(raw)
    assert (found.kind, found.about, found.status) == (Kind.FAILURE, (OURS,), status)


@pytest.mark.parametrize(
    "raw",
    [
        mails.report(OURS, action="delayed", status="4.4.1"),
        mails.in_words(OURS, said="4.2.2 mailbox full; it is tried again for five days"),
    ],
)
def test_a_delay_is_no_failure(raw: bytes) -> None:
    found = recognise(raw)
    assert (found.kind, found.about) == (Kind.DELAY, (OURS,))


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_delivery_is_no_failure(action: str) -> None:
    assert recognise(mails.report(OURS, action=action, status="2.0.0")).kind is Kind.DELIVERY


def test_one_recipient_that_failed_makes_it_a_failure() -> None:
    raw = mails.report(OURS, action="delivered", status="2.0.0").replace(
        b"Diagnostic-Code: smtp; said: no such user here\n",
        b"\nFinal-Recipient: rfc822; b@zorg.example\nAction: Failed\nStatus: 5.2.1 (off)\n",
    )
    found = recognise(raw)
    assert (found.kind, found.status) == (Kind.FAILURE, "5.2.1")


def test_an_automatic_answer_and_another_answer_are_no_failures_whatever_their_words_are() -> None:
    automatic, answered = recognise(mails.out_of_office(OURS)), recognise(mails.answer(OURS))
    assert (automatic.kind, automatic.about) == (Kind.AUTOMATIC, (OURS,))
    assert (answered.kind, answered.about) == (Kind.ANSWER, (OURS,))


def test_a_receipt_of_reading_confirms_nothing() -> None:
    raw = (
        b"From: datalek@zorg.example\nContent-Type: multipart/report; report-type=disposition-notification; boundary=B\n"
        b"\n--B\nContent-Type: text/plain\n\nGelezen.\n--B\nContent-Type: message/disposition-notification\n\n"
        b"Disposition: automatic-action/MDN-sent-automatically; displayed\n--B--\n"
    )
    assert recognise(raw).kind is Kind.AUTOMATIC


def test_a_mail_system_that_says_nothing_final_leaves_it_to_a_person() -> None:
    assert recognise(mails.in_words(OURS, said="Something went wrong.")).kind is Kind.ANSWER


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff" * 50,
        b"Content-Type: multipart/report; boundary=\r\nFrom: =?x?=\r\n\r\n",
        b"From: MAILER-DAEMON@x.example\nContent-Type: message/delivery-status\n\nAction\x00: failed",
        b"References: " + b"<a@" * 40_000,
    ],
)
def test_whatever_is_wrong_with_a_mail_it_is_an_answer_and_known_by_its_bytes(raw: bytes) -> None:
    found = recognise(raw)
    assert found.kind is Kind.ANSWER
    assert found.message_id.startswith("<sha256:")
