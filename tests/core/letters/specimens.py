"""Every kind of notice and letter as it can be sent, in both languages.

To look at them all: `PYTHONPATH=tests python tests/core/letters/specimens.py FOLDER`.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from art28.letters.letter import Addressee, Letter, letter_of
from art28.letters.pdf import as_pdf
from art28.notices.answers import Section
from art28.notices.correspondence import Correspondence, letter, phrases
from art28.notices.language import Language
from art28.notices.notice import Evidence, LetterKind, Matter, Notice, NoticeKind, compose
from art28.web.notices.record import notice_record
from pictures import sheet

NL, EN = Language.NL, Language.EN
ZONE = ZoneInfo("Europe/Amsterdam")
SENT = datetime(2026, 11, 22, 3, 40, tzinfo=UTC)
EVIDENCE = Evidence("9f2c" * 16, 41)
LINK = "https://art28.example/n/4fT1pWq8s2"
AGREEMENT = {NL: "„Verwerkersovereenkomst” van 2 maart 2024", EN: "“Processing agreement” of 2 March 2024"}
DAYS = {
    NL: {"until": "maandag 21 december 2026", "ends_on": "31 december 2026", "planned": "1 februari 2027",
         "earliest": "12 januari 2027", "latest": "30 september 2026", "asked": "2 november 2026",
         "today": "22 november 2026", "next": "22 november 2027"},
    EN: {"until": "Monday 21 December 2026", "ends_on": "31 December 2026", "planned": "1 February 2027",
         "earliest": "12 January 2027", "latest": "30 September 2026", "asked": "2 November 2026",
         "today": "22 November 2026", "next": "22 November 2027"},
}  # fmt: skip
SAID: Mapping[Language, Mapping[str, str]] = {
    NL: {
        "clause_plain": "artikel 5.1", "by_clause": "artikel 7.4", "person_url": LINK, "answer_url": LINK, "choice_url": LINK,
        "reply_to": "privacy@dijkvaart.example", "division": "wij zoeken de gegevens op, u antwoordt de betrokkene.",
        "cooperation": "binnen 14 dagen", "told": "1",
        "reasons": "een grond van artikel 9 AVG voor gegevens over gezondheid ontbreekt.",
        "basis": "artikel 52 van de Algemene wet inzake rijksbelastingen", "text": "zeven jaar bewaren van de administratie.",
        "activity": "salarisverwerking", "lawfulness": "1", "legal_basis": "1", "measures": "1", "rights": "1",
        "name": "Wolkenveld Ltd",
        "change": "Wolkenveld Ltd als subverwerker in te schakelen in plaats van Opslag De Vliet B.V.",
        "late": "de leverancier liet het ons pas deze week weten.", "level": "de nieuwe sleutels zijn langer.",
        "default": "wissing", "costs": "€ 1.200,00", "sha256": "ab" * 32, "both": "1",
    },
    EN: {
        "clause_plain": "clause 5.1", "by_clause": "clause 7.4", "person_url": LINK, "answer_url": LINK, "choice_url": LINK,
        "reply_to": "privacy@dijkvaart.example", "division": "we search for the data, you answer the data subject.",
        "cooperation": "within 14 days", "told": "1",
        "reasons": "it asks for data on health and names no ground of Article 9 GDPR.",
        "basis": "Article 52 of the General State Taxes Act", "text": "to keep the accounts for seven years.",
        "activity": "payroll", "lawfulness": "1", "legal_basis": "1", "measures": "1", "rights": "1",
        "name": "Wolkenveld Ltd",
        "change": "to engage Wolkenveld Ltd as sub-processor in the place of Opslag De Vliet B.V.",
        "late": "our supplier told us this week only.", "level": "the new keys are longer.",
        "default": "deletion", "costs": "€1,200.00", "sha256": "ab" * 32, "both": "1",
    },
}  # fmt: skip
ONE_OR_OTHER: Mapping[LetterKind, tuple[str, ...]] = {
    LetterKind.REQUEST_PASSED_ON: ("forward", "joint"),
    LetterKind.AUDIT_ANSWER: ("accepted", "refused"),
    LetterKind.SUBPROCESSOR_NOTICE: ("until", "unbounded"),
    LetterKind.END_CHOICE: ("default", "no_default"),
    LetterKind.END_CHOICE_REMINDER: ("default", "no_default"),
    LetterKind.MEASURE_NOTICE: ("by_clause", "silent"),
    LetterKind.MEASURE_CONSENT: ("by_clause", "silent"),
}
"""What a letter says in one case or in another: the first is what its specimen says."""
SECTIONS = {
    NL: (
        Section(1, "Wat is er gebeurd?", "Een back-up stond open op internet.\nSinds zondag is zij gesloten."),
        Section(2, "Hoeveel personen betreft het?", "Ten minste 100 en ten hoogste 250."),
        Section(3, "Wat is de oorzaak?", None, "Dit wordt nog onderzocht."),
    ),
    EN: (
        Section(1, "What happened?", "A back-up was open to the internet.\nIt has been closed since Sunday."),
        Section(2, "How many people does it concern?", "At least 100 and at most 250."),
        Section(3, "What is the cause?", None, "This is still being looked into."),
    ),
}


def filled(kind: LetterKind, language: Language) -> dict[str, str]:
    """What the texts of a letter of this kind are filled in with; of what excludes each other the first."""
    one, *others = ONE_OR_OTHER.get(kind, ("",))
    cases = {name for names in ONE_OR_OTHER.values() for name in names}
    given: dict[str, str] = {**dict.fromkeys(_EMPTY, ""), **DAYS[language], **SAID[language]}
    given.update(dict.fromkeys((*(cases - given.keys()), *others), ""))
    if kind is LetterKind.AUDIT_ANSWER:
        given.update(earliest="", latest="")
    if one:
        given[one] = given[one] or "1"
    return given


_EMPTY = (
    "untold",
    "forward",
    "joint",
    "accepted",
    "refused",
    "unbounded",
    "no_default",
    "silent",
    "numbers",
    "letters",
)


def letters(language: Language) -> Iterator[Notice]:
    """One of each kind."""
    for kind in LetterKind:
        yield letter(
            Correspondence(
                kind=kind, reference="R2026-0007", agreement=AGREEMENT[language], provision="5.1",
                sender="Dijkvaart Diensten B.V.", addressee="J. Okkerse", other="Stichting Zorg",
                filled=filled(kind, language), sections=_sections(kind, language), link=LINK, evidence=EVIDENCE,
                signed_by="M. Berg",
            ),
            language=language,
        )  # fmt: skip


def _sections(kind: LetterKind, language: Language) -> tuple[Section, ...]:
    """Answers where the texts of its kind have a heading over them."""
    return SECTIONS[language][:2] if "heading" in phrases(kind.value, language) else ()


def notices(language: Language) -> Iterator[Notice]:
    """One of each kind about a breach."""
    matter = Matter(
        reference="2026-0007", agreement=AGREEMENT[language], clause={NL: "artikel 5.1", EN: "clause 5.1"}[language],
        processor="Dijkvaart Diensten B.V.", addressee="J. Okkerse", started_at=datetime(2026, 11, 22, 1, 10, tzinfo=UTC),
        start_reason={NL: "ontdekking", EN: "discovery"}[language], ends_at=datetime(2026, 11, 23, 1, 10, tzinfo=UTC),
        authority_hours=72, acknowledge_url=LINK, evidence=EVIDENCE, zone=ZONE,
        closing_reason={NL: "het onderzoek is afgerond.", EN: "the investigation is complete."}[language],
    )  # fmt: skip
    for kind in NoticeKind:
        yield compose(kind, SECTIONS[language], matter=matter, language=language)


def as_letter(notice: Notice) -> Letter:
    """The document of a notice as it was sent."""
    record: dict[str, Any] = notice_record(notice)
    return letter_of(
        record, language=notice.language, sender=notice.processor,
        addressee=Addressee("J. Okkerse", "Stichting Zorg", "fg@zorg.example"), agreement=notice.agreement,
        dated=SENT, zone=ZONE, texts_version=notice.texts_version, evidence=(EVIDENCE.head, EVIDENCE.count),
    )  # fmt: skip


def specimens() -> Iterator[Notice]:
    """One of each kind in each language."""
    for language in Language:
        yield from notices(language)
        yield from letters(language)


if __name__ == "__main__":
    for kind in (*NoticeKind, *LetterKind):
        both = [as_pdf(as_letter(each)) for each in specimens() if each.kind is kind]
        sheet(both, Path(sys.argv[1], f"{kind.value}.png"), scale=1.2)
