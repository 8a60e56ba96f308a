"""Turns of French on sub-processors and changes of them, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import SUBS
from art28.extraction.topics.plain.plain import Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "subprocessors.change_notice",
        ("reçoit",),
        (
            r"\bCONTROLLER reçoit\b[^.;]{0,30}\bavant (?:tout|chaque) (?:changement|ajout|remplacement)\b[^.;]{0,12}\bSUBPROCESSOR\b",
        ),
    ),
    Plain(
        "subprocessors.change_notice",
        ("SUBPROCESSOR",),
        (
            r"\b(?:ajout|remplacement|changement|recours)\b[^.;]{0,40}\bSUBPROCESSOR\b[^.;]{0,20}\b(?:est|sont|sera|seront) (?:\w+ )?(?:notifié|annoncé|communiqué|signalé|porté)\w*\b[^.;]{0,20}\bCONTROLLER\b",
        ),
    ),
    Plain(
        "subprocessors.authorisation",
        ("opposition", "opposer"),
        (
            r"\bPROCESSOR (?:informe|avertit|avise|prévient|notifie)\b[^.;]{0,30}\bCONTROLLER\b[^.;]{0,20}\b(?:nouveau|nouvel|autre|ajout|changement)\b[^.;]{0,60}[^.]{0,20}\bCONTROLLER peut s'y opposer\b|"
            r"\bà défaut d'opposition\b[^.;]{0,40}\b(?:réputée?|considérée? comme) acceptée?\b",
        ),
        value="general",
        after=r"SUBPROCESSOR|sous-traitant",
    ),
    Plain(
        "subprocessors.authorisation",
        ("opposer",),
        (r"\bCONTROLLER (?:peut|pourra|dispose)\b[^.;]{0,40}\bs'(?:y )?opposer\b",),
        value="general",
        after=r"\bPROCESSOR (?:informe|avertit|avise|prévient|notifie)\b[^.;]{0,40}\b(?:nouveau|nouvel|autre|ajout|changement|remplacement)\b[^.;]{0,40}(?:SUBPROCESSOR|sous-traitant)",
    ),
    Plain(
        "subprocessors.authorisation",
        ("agrément", "accord écrit", "autorisation", "accord préalable"),
        (
            r"\b(?:recours|appel) (?:à|au)\b[^.;]{0,30}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:subordonné|soumis|conditionné)\b[^.;]{0,60}\b(?:agrément|accord|autorisation)\b|"
            r"\bavant de\b[^.;]{0,60}\bSUBPROCESSOR\b[^.;]{0,40}\b(?:doit|devra)\b[^.;]{0,30}\b(?:obtenu|obtenir|recueilli|recueillir|sollicité)\b[^.;]{0,30}\b(?:agrément|accord|autorisation)\b",
        ),
        value="specific",
        unless=(r"\bgénérale?\b",),
    ),
    Plain(
        "subprocessors.objection",
        ("désaccord", "refuser", "s'opposer", "contester"),
        (
            r"\bCONTROLLER\b[^.;]{0,80}\b(?:peut|pourra|a la faculté de|est en droit de)\b[^.;]{0,60}\b(?:désaccord|refuser|contester|s'y opposer|s'opposer)\b|\bmotif\b[^.;]{0,30}\bde refuser\b[^.;]{0,40}\bil peut le faire (?:savoir|connaître)\b|\bfaire (?:connaître|savoir) (?:son|sa|ses) (?:désaccord|refus|opposition|objections?)\b",
        ),
        under=SUBS,
        unless=(r"\bne peut\b", r"\bne pourra\b"),
    ),
    Plain(
        "subprocessors.authorisation",
        ("approuvé", "autorisé", "agréé", "accepté", "consenti"),
        (
            r"\bSUBPROCESSOR\b",
            r"\b(?:suppose|exige|requiert|nécessite|n'est possible|n'est permis|implique)\b[^.;]{0,40}\bCONTROLLER\b[^.;]{0,20}\b(?:approuvé|autorisé|agréé|accepté|consenti|accord|autorisation|agrément)\b",
        ),
        value="specific",
        under=SUBS,
    ),
)
