"""A dossier -> the letter to the people concerned (Art. 34(2) GDPR), in clear and plain language, and what it still lacks."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from art28.assessing.dossier import Dossier
from art28.assessing.standing_texts import said, version
from art28.notices.breach import Contact
from art28.notices.language import Language, instant, listed


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A heading with its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleLetter:
    """The letter. `missing` says what the law wants in it and the facts don't give yet; it may not leave so."""

    language: Language
    subject: str
    salutation: str
    opening: str
    parts: tuple[LetterPart, ...]
    closing: tuple[str, ...]
    signature: tuple[str, ...]
    missing: tuple[str, ...]
    version: str

    @property
    def text(self) -> str:
        """The letter as plain text."""
        parts = (f"{part.heading}\n" + "\n\n".join(part.paragraphs) for part in self.parts)
        blocks = (self.subject, self.salutation, self.opening, *parts, *self.closing, "\n".join(self.signature))
        return "\n\n".join(blocks) + "\n"


def letter(dossier: Dossier, *, advice: str, notified: bool, language: Language, zone: ZoneInfo) -> PeopleLetter:
    """The letter from what is known. `advice` is what people can do themselves, the standing text where it is empty;
    `notified` says that the authority was told."""
    facts = dossier.facts

    def say(name: str, **values: str) -> str:
        return said(language, "letter", name, **values)

    when = instant(facts.occurred_from, zone=zone, language=language).split(" (")[0] if facts.occurred_from else ""
    happened = [facts.description.strip(), say("when", when=_on(when, language)) if when else ""]
    categories = listed(facts.data_categories, language=language)
    parts = (
        _part(say("happened"), *happened),
        _part(say("data"), say("data_known", categories=categories) if categories else say("data_unknown")),
        _part(say("consequences"), facts.consequences.strip() or say("consequences_unknown")),
        _part(say("done"), facts.measures_taken.strip(), say("authority") if notified else ""),
        _part(say("planned"), facts.measures_planned.strip()),
        _part(say("advice"), advice.strip() or say("advice_default")),
        _part(say("contact"), say("contact_known", contact=_reach(facts.contact)) if facts.contact else ""),
    )
    return PeopleLetter(
        language=language,
        subject=say("subject"),
        salutation=say("salutation"),
        opening=say("opening", controller=dossier.controller.name),
        parts=tuple(part for part in parts if part.paragraphs),
        closing=(say("apology"),),
        signature=(say("signature"), dossier.controller.name),
        missing=tuple(say(f"missing_{name}") for name in lacking(dossier)),
        version=version(),
    )


def lacking(dossier: Dossier) -> tuple[str, ...]:
    """What Art. 34(2) GDPR wants in the letter and the facts don't hold."""
    facts = dossier.facts
    wanted = {
        "description": facts.description.strip(),
        "consequences": facts.consequences.strip(),
        "measures": facts.measures_taken.strip() or facts.measures_planned.strip(),
        "contact": _reach(facts.contact) if facts.contact else "",
    }
    return tuple(name for name, given in wanted.items() if not given)


def _part(heading: str, *paragraphs: str) -> LetterPart:
    return LetterPart(heading, tuple(paragraph for paragraph in paragraphs if paragraph))


def _on(when: str, language: Language) -> str:
    return f"op {when}" if language is Language.NL else f"on {when}"


def _reach(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.phone, contact.email) if part)
