"""Turns of English on confidentiality, as speech.py reads them."""

from art28.extraction.topics.plain.en.words import SHALL
from art28.extraction.topics.plain.plain import PERIOD, Plain

TURNS: tuple[Plain, ...] = (
    Plain(
        "confidentiality.staff_bound",
        ("bound", "nda", "confidential", "non-disclosure"),
        (
            r"\b(?:(?:each|all) of us|PROCESSOR (?:people|staff|employees|team|personnel|contractors)|(?:all|each|every\w*|everyone)\b[^.;]{0,30}\b(?:staff|employees?|people|team|access))\b[^.;]{0,40}\b(?:bound|signed|subject|committed)\b",
            r"{secrecy}",
        ),
        unless=(r"SUBPROCESSOR", r"{audit}"),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("signed", "promised", "agreed", "bound", "sign"),
        (
            rf"{SHALL} (?:make sure|ensure|see to it|check)\b[^.;]{{0,60}}\b(?:each|every\w*|all|any\w*|they|those|people|staff|employees)\b[^.;]{{0,80}}\b(?:signed|sign|promised|agreed|bound|is under|are under)\b",
            r"{secrecy}",
        ),
        unless=(r"{audit}",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("signed",),
        (
            r"^[\W\d]*(?:they|all of them|each of them|everyone|everybody)\b[^.;]{0,20}\b(?:has|have) (?:all |each )?signed\b[^.;]{0,30}(?:{secrecy})",
        ),
        under=r"team|staff|people|personnel|confiden|secre|employees",
    ),
    Plain(
        "confidentiality.screening_interval",
        ("check", "vetting", "screening", "disclosure"),
        (r"{conduct_certificate}", r"\b(?:repeated|renewed|redone|refreshed|at intervals of|every|again)\b"),
        value=PERIOD,
    ),
    Plain(
        "confidentiality.duty",
        ("confidentiality", "secret"),
        (
            r"\b(?:shall |will |must )?(?:ensure|maintain|preserve|guarantee)s? the confidentiality of (?:the |all )?{data}\b[^.;]{0,20}\b(?:learns?|becomes? aware|obtains?|receives?)\b",
        ),
        after=r"PROCESSOR",
        unless=(r"\b(?:persons?|personnel|employees|staff|confidentiality, integrity)\b",),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("promised", "agreed", "sworn", "bound"),
        (
            r"^[\W\d]*(?:they|all of them|each of them|everyone|everybody|anyone)\b[^.;]{0,40}\b(?:has|have|is|are)\b[^.;]{0,12}\b(?:promised|agreed|sworn|bound)\b[^.;]{0,30}\b(?:quiet|secret|confidential\w*|to themselves|secrecy)\b",
        ),
    ),
    Plain(
        "confidentiality.duty",
        ("secret", "confiden", "secrecy"),
        (
            r"\b(?:keeps?|treats?|holds?)\b[^.;]{0,12}(?:{data})[^.;]{0,50}\b(?:secret|confidential|in (?:strict )?confidence)\b|"
            r"\b(?:preserves?|maintains?|protects?|safeguards?|respects?|observes?) (?:the )?(?:confidentiality|secrecy) of\b[^.;]{0,20}(?:{data})",
        ),
        unless=(
            r"(?:{staff})[^.;]{0,60}\b(?:keeps?|treats?|holds?|preserves?|maintains?|respects?|observes?)\b",
            r"\bSUBPROCESSOR (?:shall|will|must)\b",
            r"\bCONTROLLER (?:shall|will|must)\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confiden", "secrecy", "secret", "non-disclosure"),
        (
            r"(?:{staff}|\bwhoever\b|\bthose\b)",
            r"\b(?:given|gave|made|has|have|had) (?:\w+ ){0,3}?(?:promise\w*|undertaking\w*|pledge\w*|commit\w*)\b|\b(?:commit|undertake|promise|pledge|agree|agreed|committed|promised)\b[^.;]{0,20}\b(?:in writing|to (?:keep|observe|preserve|maintain|respect|confidentiality|secrecy))\b|"
            r"\bwhoever\b[^.;]{0,80}\bbound to (?:confidentiality|secrecy)\b|\bbound (?:to|by)\b[^.;]{0,40}\b(?:confidential\w*|secrecy)\b|\bsigns? (?:an? )?(?:\w+ )?(?:non-disclosure|confidentiality)\b",
            r"{data}|{processes}|\baccess\w*\b",
        ),
        unless=(r"SUBPROCESSOR", r"\b(?:auditors?|inspectors?)\b", r"{breach}"),
    ),
    Plain(
        "confidentiality.duty",
        ("reveal", "disclose", "divulge", "confidential"),
        (
            r"\bnot (?:reveal|disclose|divulge|share)\b[^.;]{0,12}\b(?:to (?:anyone|anybody|others|any third party|third parties)|with anyone)\b[^.;]{0,20}(?:{data})|\bnot (?:reveal|disclose|divulge)\b[^.;]{0,20}(?:{data})[^.;]{0,60}\bto (?:anyone|anybody|others|any third party|third parties)\b|"
            r"(?:{data})[^.;]{0,16}\b(?:stays?|remains?|are kept|is kept) (?:strictly )?(?:confidential|secret)\b",
        ),
        unless=(
            r"\bCONTROLLER (?:shall|must|will)\b",
            r"SUBPROCESSOR (?:shall|must|will)\b",
            r"\bexcept\b[^.;]{0,20}\bSUBPROCESSOR\b",
        ),
    ),
    Plain(
        "confidentiality.staff_bound",
        ("confidential", "secrecy", "secret"),
        (
            r"\b(?:nobody|no ?one|no person|none of (?:its|PROCESSOR) \w+)\b[^.;]{0,100}\b(?:without|who has not|who is not|unless|until)\b[^.;]{0,60}\b(?:confidential\w*|secrecy|secret)\b",
        ),
        unless=(r"\bCONTROLLER (?:shall|must)\b",),
    ),
)
