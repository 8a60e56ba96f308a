"""Turns of French on the term, what survives it and amendment, as speech.py reads them."""

from art28.extraction.topics.plain.fr.words import DPA, FRENCH_MAIN, MAIN, PRESENT
from art28.extraction.topics.plain.plain import PERIOD, Plain

_CHANGES = r"\bPROCESSOR (?:peut|pourra|se réserve le droit de)\b[^.;]{0,8}\b(?:la|les?) (?:modifier|faire évoluer|adapter|réviser|mettre à jour)\b"
_SIGNED = r"\bsign\w+\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.amendment",
        ("préavis", "informé", "avertissant"),
        (
            r"\bPROCESSOR (?:peut|pourra|se réserve le droit de)\b[^.;]{0,12}\b(?:la|le|les|modifier|faire évoluer)\b[^.;]{0,12}\b(?:modifier|annexe|accord|contrat|clauses|moyennant)\b[^.;]{0,40}\bpréavis\b",
        ),
        value="processor_with_notice",
        unless=(r"{measures}|SUBPROCESSOR", r"\brésili\w+"),
    ),
    Plain(
        "term.amendment",
        ("avenant",),
        (r"\b(?:modification|changement)s?\b[^.;]{0,60}\b(?:fait|faire|font|feront|fera) l'objet d'un avenant\b",),
        value="mutual_written",
        unless=(r"\bmesures\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "term.amendment",
        ("modifié",),
        (rf"\b(?:elle|il|{PRESENT}) ne peu\w+ être modifiée?s? que par (?:voie d')?(?:avenant|écrit)\b",),
        value="mutual_written",
        unless=(r"\bmesures\b",),
    ),
    Plain(
        "term.starts",
        ("prend effet", "prennent effet"),
        (
            rf"\b{PRESENT} pren\w+ effet (?:à|au|dès)\b[^.;]{{0,30}}\b(?:notification|signature|date d'effet|entrée en vigueur) (?:du|de la|de l')\b[^.;]{{0,4}}(?:marché|contrat)\b",
        ),
        value="with_main_agreement",
    ),
    Plain(
        "term.lasts",
        ("s'éteint", "cesse", "prend fin"),
        (rf"\b{PRESENT}\b[^.;]{{0,80}}\b(?:s'éteint|cesse|prend fin) avec (?:lui|celui-ci|le marché|le contrat)\b",),
        value="main_agreement",
    ),
    Plain(
        "term.lasts",
        ("aussi longtemps", "tant que"),
        (
            rf"\b{PRESENT}\b[^.;]{{0,20}}\b(?:s'appliquent?|restent?|demeurent?|dure\w*|produi\w+)\b[^.;]{{0,40}}\b(?:aussi longtemps qu|tant qu)[e']? ?PROCESSOR (?:traite|détient|conserve|a accès)\b",
        ),
        value="while_processing",
    ),
    Plain(
        "term.amendment",
        ("en prévenant", "en avertissant", "en informant", "à condition de prévenir", "moyennant"),
        (rf"{_CHANGES}[^.;]{{0,20}}\b(?:en (?:prévenant|avertissant|informant)|à condition de prévenir|moyennant)\b",),
        value="processor_with_notice",
        unless=(r"{measures}", r"SUBPROCESSOR"),
    ),
    Plain(
        "term.lasts",
        ("durée",),
        (
            rf"^[\W\d]*durée(?: du traitement| de l'accord)?\W+(?:durée du|celle du|identique (?:à celle )?(?:du|au))\W*{FRENCH_MAIN}\W*$|"
            rf"\bprésente? (?:accord|contrat|annexe|convention) a (?:la )?même durée que (?:le |la )?{FRENCH_MAIN}",
        ),
        value="main_agreement",
        unless=(r"\bconservation\b",),
    ),
    Plain(
        "term.starts",
        ("sign",),
        (
            rf"\b(?:le )?(?:présent )?(?:contrat|accord) (?:commence|prend effet|débute|entre en vigueur|court)\b[^.;]{{0,40}}{_SIGNED}|"
            rf"^[\W\d]*sa {_SIGNED}[^.;]{{0,40}}\b(?:fait entrer|emporte|déclenche|marque)\b[^.;]{{0,30}}\b(?:vigueur|effet)\b",
        ),
        value="on_signature",
        unless=(r"\bcontrat principal\b",),
    ),
    Plain(
        "term.lasts",
        ("aussi longtemps", "dure autant", "durée", "autant que"),
        (
            rf"\b(?:aussi longtemps que|tant que|dure autant que)\b[^.;]{{0,12}}(?:{MAIN})|^[\W\d]*(?:il |elle )?(?:dure|vaut) autant que\b[^.;]{{0,6}}(?:{MAIN})|"
            rf"^[\W\d]*(?:sa|la) durée est (?:celle|identique à celle)\b[^.;]{{0,6}}\b(?:de la |du |de )(?:{MAIN})",
        ),
        value="main_agreement",
        under=r"durée|terme|description|vigueur|objet",
        unless=(r"{secrecy}", r"\bconserv\w+"),
    ),
    Plain(
        "term.amendment",
        ("modifi",),
        (
            r"\bne (?:peut|peuvent|pourra|saurait) être (?:modifiée?|changée?)\b[^.;]{0,20}\bque par\b[^.;]{0,30}\b(?:avenant|écrit|document)\b[^.;]{0,60}\bparties\b|"
            r"\baucune modification\b[^.;]{0,40}\b(?:valable|opposable|effet)\b[^.;]{0,20}\bsans\b[^.;]{0,20}\b(?:écrit|avenant|accord)\b[^.;]{0,30}\bparties\b",
        ),
        value="mutual_written",
        unless=(r"\bmesures\b",),
    ),
    Plain(
        "term.amendment",
        ("modification",),
        (
            r"\bCONTROLLER (?:est|sera) (?:informée?|avisée?|prévenue?|avertie?)\b[^.;]{0,60}\bmodifications?\b[^.;]{0,30}\b(?:du|de|au|des) (?:la )?(?:présente?s?(?: \w+)?|dpa|contrat|accord|annexe)\b",
        ),
        value="processor_with_notice",
        unless=(r"\bmesures\b", r"SUBPROCESSOR"),
    ),
    Plain(
        "term.lasts",
        ("suit", "calqu", "alignée", "identique"),
        (rf"\b(?:elle suit|durée (?:suit|est calquée sur|est alignée sur|est identique à))\b[^.;]{{0,20}}(?:{MAIN})",),
        value="main_agreement",
    ),
    Plain(
        "term.starts",
        ("signé", "signature"),
        (
            r"^[\W\d]*(?:le |la )?(?:présente? )?(?:contrat|accord|convention|annexe|dpa)\b[^.;]{0,30}\b(?:vigueur|effets?|commence|court|débute)\b[^.;]{0,60}\b(?:signé|signature|signée)\b",
        ),
        value="on_signature",
        unless=(r"\bcontrat principal\b", r"\bfin\b"),
    ),
    *(
        Plain(
            key,
            ("modifi",),
            (
                rf"\bPROCESSOR (?:notifie|annonce|signale|communique)\b[^.;]{{0,80}}\bmodifications?\b[^.;]{{0,30}}(?:{DPA})|\bPROCESSOR (?:modifie|change|adapte|fait évoluer)\b[^.;]{{0,20}}(?:{DPA})[^.;]{{0,60}}\bCONTROLLER\b[^.;]{{0,30}}\b(?:sait|informé\w*|averti\w*|avisé\w*|prévenu\w*)\b",
            ),
            value=value,
        )
        for key, value in (("term.amendment", "processor_with_notice"), ("term.amendment_notice", PERIOD))
    ),
    Plain(
        "term.amendment",
        ("modification", "modifiable"),
        (
            r"\bn'est modifiable que\b[^.;]{0,20}\b(?:écrit|avenant)\b[^.;]{0,40}\bparties\b|\btoute modification\b[^.;]{0,60}\b(?:écrit|avenant)\b[^.;]{0,60}\b(?:signature|signés?|signée|accord) (?:des|par les) (?:deux )?parties\b",
        ),
        value="mutual_written",
        unless=(r"\bmesures\b", r"\bSUBPROCESSOR\b"),
    ),
)
