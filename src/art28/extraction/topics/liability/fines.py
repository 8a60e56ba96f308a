"""Reading -> fines: whether the processor bears a fine that an authority imposes on the controller, and when."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, proposed
from art28.extraction.words.search import AnyCase, sentences_with

_I = re.IGNORECASE
_FINE = AnyCase(
    r"sanctions? (?:pécuniaire|administrative)|\bboetes?\b|bestuurlijke boete|dwangsom|\bfines?\b|(?:administrative|monetary|civil|regulatory) penalt|penalt(?:y|ies) (?:that|which|imposed|is imposed)|bußgeld|geldbuße|amende",
)
_RECOVERED = AnyCase(
    r"\bpays?\b|betaalt?\b|betalen|verhaal|verhalen|verhaald|doorbelast|doorleg|neerleg|doorschuif|erstatt|ersetz|übernimm|trägt|\bfrei\b|répercut|support|à la charge|vergoed|voor rekening|voor PROCESSOR rekening|aansprakelijk|recover|pass(?:ed)? on|reimburs|liable|bear|borne|gedragen|"
    r"indemnif|vrijwaa?r|dragen|draagt|rembours|doorbelas",
)
_NOT = AnyCase(
    r"\bniet\b|\bnimmer\b|\bnooit\b|\bgeen\b|\bnot\b|\bnever\b|\bno\b|\bnicht\b|\bkein\w*|\bne\b[^.;]{0,30}\bpas\b|uitgesloten|excluded"
)
_UNLESS_INTENT = AnyCase(
    r"(?:tenzij|behoudens|behalve|unless|except|save|es sei denn|sauf)[^;]{0,140}(?:opzet|roekeloos|grove schuld|intent|wil[l]?ful|"
    r"gross negligence|reckless|vorsatz|grob|faute lourde|\bdol\b)|\bqu.en cas de (?:dol|faute lourde)",
)
_ATTRIBUTABLE = AnyCase(
    r"\bdoor (?:PROCESSOR |de |een )?(?:schuld|fout|toedoen)\b|schuld van PROCESSOR|PROCESSOR (?:eigen )?(?:schuld|fout)\b|toerekenbaar|toe te rekenen|toegerekend|te wijten|veroorzaakt door|gevolg (?:is )?van|tekortkoming|"
    r"toe te schrijven|niet.?naleving|attributable|caused by|as a result of|aris\w+ from|verweten|verwijt\w*|nalatigheid|wegens (?:een )?(?:fout|handel|tekort)\w*|"
    r"\bweil (?:der |die )?PROCESSOR\b[^.;]{0,80}\bverst(?:oßen|ößt|ieß)\b|\b(?:pflichtverletzung|verstoß\w*|verschulden|fehlverhalten)\b[^.;]{0,20}\b(?:des|der|von) PROCESSOR\b|"
    r"result(?:s|ing)? from|due to|failure|breach by|verursacht|zurückzuführen|zu vertreten|imputable",
)


# "De beperking van aansprakelijkheid geldt niet voor boetes … voor zover deze aan PROCESSOR toe te rekenen zijn."
_BEYOND_THE_LIMITS = AnyCase(
    r"\b(?:beperking\w*|limitations?|haftungsbeschränkung\w*|limitations?)\b[^;]{0,120}\b(?:geldt niet|gelden niet|niet van toepassing|(?:do|does|shall) not apply|gilt nicht|gelten nicht)\b[^;]{0,160}\b(?:boetes?|fines?|penalties|geldbuße\w*|bußgeld\w*)\b"
)
_PAYER = AnyCase(
    r"\b(?:hem|haar) (?:zijn )?(?:te wijten|toe te rekenen)\b|vergoeding van [^.;]{0,90}boetes[^.;]{0,90}uitgesloten|voor rekening van CONTROLLER|(?:betaalt|draagt) CONTROLLER zelf|\bPROCESSOR\b|\b(?:op|bij|van) ons\b|party on which|celle des parties|(?:de |elke |iedere )?partij"
)


def _fines(reading: Reading) -> Iterator[Candidate]:
    for sentence in sentences_with(
        reading, "boete", "dwangsom", "fine", "penalt", "bußgeld", "geldbuße", "amende", "sanction"
    ):
        text = sentence.text
        if (
            not _FINE.search(text)
            or not (_RECOVERED.search(text) or _BEYOND_THE_LIMITS.search(text))
            or not _PAYER.search(text)
            or re.search(r"contractuele boete|verbeurt|forfeits", text, _I)
        ):
            continue
        if re.search(
            r"CONTROLLER[^.;]{0,60}(?:vrijwaart|indemnif)|(?:opgelegd aan|aan|imposed on|"
            r"on) PROCESSOR (?:worden )?(?:opgelegd|imposed)",
            text,
            _I,
        ):
            continue
        if _BEYOND_THE_LIMITS.search(text):
            if _ATTRIBUTABLE.search(text):
                yield proposed("liability.fines_on_processor", sentence, value="if_attributable")
        elif _UNLESS_INTENT.search(text):
            yield proposed("liability.fines_on_processor", sentence, value="unless_intent_or_recklessness")
        elif _is_barred(text) or (_STAYS_WITH_CONTROLLER.search(text) and not _EXCEPTION.search(text)):
            yield proposed("liability.fines_on_processor", sentence, value="excluded")
        elif _ATTRIBUTABLE.search(text):
            yield proposed("liability.fines_on_processor", sentence, value="if_attributable")


# "Een boete die … wordt opgelegd, blijft voor rekening van CONTROLLER."
_STAYS_WITH_CONTROLLER = AnyCase(
    r"\b(?:blijft|blijven|komt|komen|is|zijn)\b[^.;]{0,40}(?:rekening|laste) van (?:de )?CONTROLLER\b|\b(?:draagt|dragen|betaalt) CONTROLLER (?:zelf|altijd)\b|"
    r"\b(?:remains?|borne|met|paid)\b[^.;]{0,30}\b(?:by|of|with) (?:the )?CONTROLLER\b|\bträgt (?:der )?CONTROLLER (?:selbst|allein)\b|"
    r"\b(?:vergoeding|verhaal) van [^.;]{0,90}\bboetes?\b[^.;]{0,90}\buitgesloten\b|"
    r"\b(?:reste|restent|demeurent?)\b[^.;]{0,30}à la charge d(?:u|e la|e) CONTROLLER\b"
)
_EXCEPTION = AnyCase(
    r"tenzij|behoudens|unless|except|niet.?(?:nalev|nakom|naleef)|voor zover|insofar|to the extent|soweit|dans la mesure|failure"
)


def _is_barred(text: str) -> bool:
    """Whether the sentence denies recovery, rather than speaking of a failure to do something."""
    recovered = _RECOVERED.search(text)
    return bool(recovered and _NOT.search(text[: recovered.end() + 60]) and not _EXCEPTION.search(text))


RULES = (Rule("liability-fines", ("liability.fines_on_processor",), _fines),)
