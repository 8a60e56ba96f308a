"""Mails as mail systems write them when something doesn't arrive; what is about a message names it by its Message-ID."""

from textwrap import dedent


def report(about: str, *, action: str = "failed", status: str = "5.1.1", returned: str = "message/rfc822") -> bytes:
    """A report by RFC 3464, as most servers write it."""
    return dedent(f"""\
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mail.zorg.example>
        To: privacy@dijkvaart.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Message-ID: <{action}-{status}@mail.zorg.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B1"

        --B1
        Content-Type: text/plain; charset=us-ascii

        Your message to <datalek@zorg.example> was not delivered.

        --B1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.zorg.example
        Arrival-Date: Sun, 22 Nov 2026 03:10:00 +0100

        Final-Recipient: rfc822; datalek@zorg.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; said: no such user here

        --B1
        Content-Type: {returned}

        Message-ID: {about}
        Subject: Melding
        From: privacy@dijkvaart.example

        --B1--
        """).encode()


def with_failed_recipients(about: str) -> bytes:
    """One that says so in a head alone, and returns the mail as text."""
    return dedent(f"""\
        Return-path: <>
        From: Mail Delivery System <Mailer-Daemon@mx.zorg.example>
        To: privacy@dijkvaart.example
        Auto-Submitted: auto-replied
        X-Failed-Recipients: datalek@zorg.example
        Subject: Mail delivery failed: returning message to sender
        Message-ID: <x1@mx.zorg.example>
        Content-Type: text/plain; charset=utf-8

        A message that you sent could not be delivered to one of its recipients.

          datalek@zorg.example
            unrouteable address

        ------ This is a copy of the message, including all the headers. ------

        Message-ID: {about}
        Subject: Melding
        """).encode()


def in_words(about: str, *, said: str = "Sorry, no mailbox here by that name. (#5.1.1)") -> bytes:
    """One in words alone, with the code among them."""
    return dedent(f"""\
        Return-Path: <>
        From: MAILER-DAEMON@old.zorg.example
        To: privacy@dijkvaart.example
        Subject: failure notice
        Message-ID: <w1@old.zorg.example>

        Hi. This program wasn't able to deliver your message.

        <datalek@zorg.example>:
        {said}

        --- Below this line is a copy of the message.

        Message-ID: {about}
        Subject: Melding
        """).encode()


def out_of_office(about: str) -> bytes:
    return dedent(f"""\
        From: J. Okkerse <datalek@zorg.example>
        To: privacy@dijkvaart.example
        Subject: Afwezig: Melding
        Auto-Submitted: auto-replied
        In-Reply-To: {about}
        Message-ID: <afwezig@zorg.example>

        Ik ben er tot maandag niet. Bel 0321 000 550 voor spoed; postbus 5.1.1 is gesloten.
        """).encode()


def answer(about: str) -> bytes:
    return dedent(f"""\
        From: J. Okkerse <datalek@zorg.example>
        To: privacy@dijkvaart.example
        Subject: Re: Melding
        References: {about}
        Message-ID: <antwoord@zorg.example>

        Dank, wij gaan ermee aan de slag.
        """).encode()
