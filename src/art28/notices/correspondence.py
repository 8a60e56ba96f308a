"""What a letter under an agreement is about -> the notice as it is sent; its standing texts stand in `letters.toml`.

Reports of a breach have a maker of their own (`notice.compose`). A paragraph of the texts is a sentence, or one that is said
`when` something that it fills in is not empty.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from art28.agreement import labels
from art28.notices.answers import Section
from art28.notices.greeting import salutation
from art28.notices.language import Language
from art28.notices.notice import Evidence, LetterKind, Notice
from art28.notices.texts import MissingText, one_stop, texts

Paragraph = str | Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """One letter. `filled` holds what its texts ask for; nothing of a person may stand in it, since it goes by mail.

    `agreement` is how the parties call it, `provision` its clause on the matter, empty where the agreement is silent.
    `other` is the other side, empty where it is not known. `evidence` is None only in a draft.
    """

    kind: LetterKind
    reference: str
    agreement: str
    provision: str
    sender: str
    addressee: str
    other: str
    filled: Mapping[str, str]
    sections: tuple[Section, ...]
    link: str
    evidence: Evidence | None
    signed_by: str = ""


def letter(matter: Correspondence, *, language: Language) -> Notice:
    """The notice that `matter` makes in `language`. Raises `MissingText` where its kind has no texts."""
    words = texts(language)
    own, version = _named(matter.kind.value, language)
    clause = clause_words(matter.provision, language)
    filled = {
        "reference": matter.reference,
        "agreement": matter.agreement,
        "sender": matter.sender,
        **{name: words[name].format(clause=clause) if clause else "" for name in _CLAUSE},
        **matter.filled,
    }
    subject = str(own["subject"]).format_map(filled)
    evidence = matter.evidence
    return Notice(
        kind=matter.kind,
        language=language,
        texts_version=version,
        reference=matter.reference,
        agreement=matter.agreement,
        processor=matter.sender,
        controller=matter.other,
        subject=subject,
        salutation=salutation(words, matter.addressee),
        opening=_said(own["opening"], filled),
        sections=matter.sections,
        closing=_said(own.get("closing", ()), filled),
        acknowledge_url=matter.link,
        evidence=evidence,
        evidence_text=words["evidence"].format(count=evidence.count, head=evidence.head) if evidence else "",
        signature=tuple(line for line in (words["signature"], matter.signed_by, matter.sender) if line),
        cover=(
            one_stop(words["cover.opening"].format(subject=subject, agreement=matter.agreement)),
            words["cover.behind_link"],
            words["cover.link"],
        ),
        heading=str(own.get("heading", "")),
    )


_CLAUSE = ("clause", "clause_beside", "clause_meant")
"""The provision as it joins what stands before it: "… and on clause 5.1", "… and clause 5.1", "… (clause 5.1)"."""


@dataclass(frozen=True, slots=True)
class PersonLetter:
    """A letter to a data subject, to be sent by whoever answers; it is shown and printed, and kept nowhere."""

    language: Language
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    signature: tuple[str, ...]
    version: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        return "\n\n".join((self.subject, self.salutation, *self.paragraphs, "\n".join(self.signature))) + "\n"


def person_letter(
    name: str, *, addressee: str, sender: str, filled: Mapping[str, str], language: Language
) -> PersonLetter:
    """The letter `name` ("person_answer") to a data subject. Raises `MissingText` where there is none of that name."""
    words = texts(language)
    own, version = _named(name, language)
    values = {"sender": sender, **filled}
    return PersonLetter(
        language=language,
        subject=str(own["subject"]).format_map(values),
        salutation=salutation(words, addressee),
        paragraphs=_said(own["opening"], values),
        signature=(words["signature"], sender),
        version=version,
    )


def phrases(name: str, language: Language) -> Mapping[str, str]:
    """Words that a letter puts together itself, by name. Raises `MissingText` where there are none under `name`."""
    return {key: said for key, said in _named(name, language)[0].items() if isinstance(said, str)}


def clause_words(provision: str, language: Language) -> str:
    """A place in an agreement within a sentence: "artikel 5.1", "clause 5.1", "de aanhef"; empty for none."""
    if not provision:
        return ""
    if provision[0].isdigit():
        return f"artikel {provision}" if language is Language.NL else f"clause {provision}"
    place = labels.place(provision, language.value)
    return place if place == provision else f"{_THE[language]} {place}"


_THE = {Language.NL: "de", Language.EN: "the"}


def called(title: str, signed_on: str | None, language: Language) -> str:
    """How letters call an agreement: its title, and the day it was signed where that is known."""
    quoted = f"„{title}”" if language is Language.NL else f"“{title}”"
    if signed_on is None:
        return quoted
    return f"{quoted} {_OF[language]} {labels.day(signed_on, language.value)}"


_OF = {Language.NL: "van", Language.EN: "of"}


def _said(paragraphs: object, filled: Mapping[str, str]) -> tuple[str, ...]:
    said: list[str] = []
    for each in paragraphs if isinstance(paragraphs, Sequence) else ():
        if isinstance(each, str):
            said.append(each.format_map(filled))
        elif filled.get(each["when"]):
            said.append(each["text"].format_map(filled))
    return tuple(map(one_stop, said))


def _named(name: str, language: Language) -> tuple[Mapping[str, object], str]:
    content = _content()
    spoken = content[language.value]
    found = spoken.get(name) if isinstance(spoken, Mapping) else None
    if not isinstance(found, Mapping):
        raise MissingText(f"letters.toml has no {name!r} in {language.value}")
    return found, str(content["version"])


@cache
def _content() -> Mapping[str, object]:
    return tomllib.loads(files("art28.notices").joinpath("letters.toml").read_text(encoding="utf-8"))
