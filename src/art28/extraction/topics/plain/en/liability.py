"""Turns of English on liability, fines and insurance, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import TERMS, THIS
from art28.extraction.topics.plain.plain import Plain

_LIABILITY = r"liab|responsib|\blimit"

TURNS: tuple[Plain, ...] = (
    Plain(
        "liability.regime",
        ("terms",),
        (
            r"\b(?:PROCESSOR |each party's |any )?liability\b[^.;]{0,40}\blimited\b[^.;]{0,12}\b(?:as|to what is|to the amounts?) (?:set out|described|stated|explained|agreed)?[^.;]{0,12}\b(?:in|under)\b[^.;]{0,12}\bterms\b|"
            r"\b(?:limits|limitations?|caps?) (?:on|of) liability\b[^.;]{0,30}\bterms\b[^.;]{0,30}\b(?:apply|applies|count)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("no more than", "not more than", "at most"),
        (
            r"\bPROCESSOR (?:will |shall |can )?(?:owes?|pays?)\b[^.;]{0,20}\bCONTROLLER (?:no more than|not more than|at most|up to)\b|\bthe most (?:that )?PROCESSOR (?:can |will |shall )?(?:owes?|pays?)\b",
        ),
        value="capped",
    ),
    Plain(
        "liability.regime",
        ("liability",),
        (
            rf"\bwhat\b[^.;]{{0,40}}\b(?:terms|agreement|contract)\b[^.;]{{0,30}}\bsays? (?:about|on) liability\b[^.;]{{0,20}}\b(?:applies|goes|holds|counts)\b|"
            rf"\b(?:liability|limits? on liability)\b[^.;]{{0,30}}\bin the (?:terms|agreement|contract)\b[^.;]{{0,30}}\b(?:also )?(?:applies|apply|goes|go) (?:also )?(?:to|for) {THIS[2:]}\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("as regards liability", "as to liability", "for liability", "in respect of liability", "on liability"),
        (
            r"\b(?:as regards|as to|for|with regard to|in respect of|concerning|on) liability\b[^.;]{0,40}\b(?:main|master|services?|subscription|principal)\b[^.;]{0,12}\b(?:agreement|contract|terms)\b[^.;]{0,30}\bappl(?:y|ies)\b",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("limit", "cap", "exclusion"),
        (
            rf"\b(?:limits?|limitations?|caps?|exclusions?)\b[^.;]{{0,40}}\b(?:in|of|from|under) (?:[\w']+ ){{0,3}}?{TERMS}[^.;]{{0,30}}\b(?:appl(?:y|ies)|hold|count|govern)s?\b[^.;]{{0,30}}{THIS}|"
            rf"\bliability (?:\w+ ){{0,2}}(?:under|arising from) {THIS} is (?:capped|limited|excluded)\b[^.;]{{0,30}}\b(?:same|as)\b[^.;]{{0,40}}{TERMS}",
        ),
        value="main_agreement_terms",
        under=_LIABILITY,
    ),
    Plain(
        "liability.regime",
        ("capped", "limited"),
        (
            rf"\bliability\b[^.;]{{0,40}}{THIS}[^.;]{{0,12}}\b(?:capped|limited|excluded)\b[^.;]{{0,30}}\b(?:in the same way|to the same extent|just|exactly)\b[^.;]{{0,20}}\bas\b[^.;]{{0,40}}{TERMS}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.regime",
        ("liability",),
        (
            rf"\bliability\b[^.;]{{0,180}}\blimited to the (?:maximum )?(?:monetary )?amount\b[^.;]{{0,90}}\b(?:capped|limited) (?:under|by|in)\b[^.;]{{0,20}}{TERMS}",
        ),
        value="main_agreement_terms",
    ),
    Plain(
        "liability.indirect_excluded",
        ("loss of profit", "lost profit", "indirect", "consequential"),
        (
            r"\bneither (?:of (?:us|PROCESSOR|CONTROLLER|them|the parties)|party)\b[^.;]{0,20}\b(?:is|are|shall be|will be) (?:liable|responsible|answerable)\b[^.;]{0,60}"
            r"\b(?:indirect|consequential|loss of profits?|lost profits?)\b",
        ),
    ),
    Plain(
        "liability.indirect_excluded",
        ("direct damage",),
        (
            r"\bPROCESSOR is (?:only )?liable for direct damages? only\b|\bPROCESSOR is only liable for direct damages?\b",
        ),
        unless=(r"\bnot\b",),
    ),
    Plain(
        "liability.fines_on_processor",
        ("fine",),
        (
            r"\b(?:fines?|fined)\b[^.;]{0,12}\bCONTROLLER because of (?:something )?PROCESSOR\b[^.;]{0,20}\b(?:wrong|mistake|fault|breach)\b|\b(?:fines?|fined)\b[^.;]{0,40}\b(?:because of|for|over) (?:a mistake|something|an error) (?:of )?PROCESSOR\b|\bfines?\b[^.;]{0,20}\bCONTROLLER\b[^.;]{0,12}\bbecause of PROCESSOR (?:breach|fault|mistake|failure)\w*",
            r"\bpaid by PROCESSOR\b|\bPROCESSOR (?:will |shall )?(?:pay|pays|refund|refunds|bear|bears|cover|covers|make|makes)\b",
        ),
        value="if_attributable",
    ),
    Plain(
        "liability.insurance",
        ("insur",),
        (
            r"\bPROCESSOR\b[^.;]{0,30}\b(?:shall|will|must|is|has|undertakes to)\b[^.;]{0,20}\b(?:be insured|insured|keep itself insured|taken out (?:an? )?(?:\w+ )*insurance|take out (?:an? )?(?:\w+ )*insurance|holds? (?:\w+ )*insurance)\b[^.;]{0,80}\b(?:liabilit\w+|obligations|damages?|dpa|agreement|risks?|claims?)\b",
        ),
        unless=(r"\b(?:limited to|amount paid|pays out|paid out|not)\b", r"\bup to\b"),
    ),
    Plain(
        "liability.regime",
        ("no more than", "not more than", "never more than", "cannot exceed", "not exceed"),
        (
            r"\bPROCESSOR (?:shall |will )?(?:owes?|pays?|compensates?|is liable for)\b[^.;]{0,12}\b(?:no|not|never) more than\b[^.;]{0,60}\b(?:payments?|fees?|amounts?|sums?|price|paid)\b[^.;]{0,60}\b(?:months?|year)\b",
        ),
        value="capped",
    ),
    Plain(
        "liability.insurance",
        ("insurance",),
        (
            r"\binsurance\b[^.;]{0,30}\bcover\w*\b[^.;]{0,12}\bPROCESSOR (?:\w+ )?(?:liability|obligations)\b[^.;]{0,60}\b(?:taken out|maintained|kept|in force)\b|\bPROCESSOR (?:\w+ )?(?:carries|carry|maintains?|holds?|keeps?|has)\b[^.;]{0,30}\binsurance\b[^.;]{0,60}\b(?:liabilit\w+|claims?|damages?|risks?|dpa|agreement|obligations)\b",
        ),
        unless=(r"\b(?:limited to|pays out|paid out|not|up to)\b",),
    ),
    Plain(
        "liability.regime",
        ("no further than", "not go beyond", "ends at", "stops at"),
        (
            r"\bliability\b[^.;]{0,20}\b(?:goes no further than|does not go beyond|ends at|stops at|is no higher than)\b[^.;]{0,60}\b(?:paid|fees|amount|price|payments?)\b",
        ),
        value="capped",
    ),
)
