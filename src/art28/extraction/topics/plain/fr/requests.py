"""Turns of French on requests of data subjects, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import EVENT
from art28.extraction.topics.plain.plain import PERIOD, Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "requests.assist",
        ("coopère", "collabore", "aide", "assiste", "concours"),
        (
            r"\bPROCESSOR (?:coopère|collabore|travaille) avec (?:le |la )?CONTROLLER\b[^.;]{0,40}\b(?:répondre|exercice d\w+ droits?|droits? d)\b|"
            r"\b(?:elle|il) (?:coopère|collabore) avec (?:le |la )?CONTROLLER pour y répondre\b",
        ),
    ),
    Plain(
        "requests.assist",
        ("pour répondre",),
        (
            r"\b(?:PROCESSOR|il|elle) (?:fournit|remet|transmet|communique)\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,20}\bpour répondre\b",
        ),
        under=r"droits|personnes|demandes",
    ),
    Plain(
        "requests.deadline",
        ("pour répondre",),
        (
            r"\b(?:PROCESSOR|il|elle) (?:fournit|remet|transmet|communique)\b[^.;]{0,12}\b(?:sous|dans|en)\b[^.;]{0,80}\bCONTROLLER\b[^.;]{0,20}\bpour répondre\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
    ),
    Plain(
        "requests.handling",
        ("invitée",),
        (
            r"\bpersonnes? concernées?\b[^.;]{0,40}\bPROCESSOR\b[^.;]{0,12}\binvitées? à s'adresser (?:au |à )CONTROLLER\b",
        ),
        value="forward",
    ),
    Plain(
        "requests.assist",
        ("donner suite", "compter sur", "répondre"),
        (
            r"\b(?:permettre|met(?:tre)? en mesure|compter sur l'aide|bénéficie de l'aide|aider?)\b[^.;]{0,80}\b(?:donner suite|répondre)\b",
            r"\bpersonnes concernées\b|\barticles 1[2-5] à 2[0-3]\b|{rights}",
            r"\bCONTROLLER\b",
        ),
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.deadline",
        ("jours", "jour ", "heures", "semaine"),
        (
            r"\b(?:sous|dans les|dans un délai de|au plus tard)\b[^.;]{0,30}\b(?:jours?|heures|semaines?)\b",
            r"\b(?:assistance|demandes? d'assistance|aide|concours)\b",
            r"\bPROCESSOR (?:apporte|répond|fournit|prête|intervient|accorde)\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
        unless=(r"{breach}", r"{audit}"),
    ),
    Plain(
        "requests.assist",
        ("seconder", "seconde", "aide", "soutien", "concours", "assistance"),
        (
            r"\b(?:seconde\w*|aide\w*|soutien|concours|assiste\w*|assistance|appui)\b",
            r"\bdemandes? (?:d'exercice |formulées? |émanant )?(?:des|de|par les|par des) (?:droits? |personnes)\w*|\bpersonnes (?:concernées )?(?:demandent|exercent|font valoir)\b|\barticles 1[2-5] à 2[0-3]\b|{rights}",
            r"\bCONTROLLER\b",
        ),
        unless=(EVENT, r"{audit}", r"\b(?:facturé\w*|payant\w*)\b"),
    ),
    Plain(
        "requests.deadline",
        ("jours", "jour ", "heures", "semaine"),
        (
            r"\bPROCESSOR dispose de\b[^.;]{0,20}\b(?:jours?|heures|semaines?)\b[^.;]{0,20}\bpour\b[^.;]{0,30}\b(?:assistance|aide|aider|concours)\b|\b(?:assistance|aide|concours)\b[^.;]{0,60}\b(?:fournie|apportée|accordée|donnée)\b[^.;]{0,40}\b(?:sous|dans|au plus tard)\b[^.;]{0,20}\b(?:jours?|heures|semaines?)\b",
        ),
        value=PERIOD,
        under=r"droits|personnes|demandes",
    ),
)
