"""Turns of English on precedence and governing law, as speech.py reads them."""

from art28.extraction.rule import Strength
from art28.extraction.topics.plain.en.words import DPA, MAIN, THE_AGREEMENT, THIS
from art28.extraction.topics.plain.plain import Plain

_OTHER = rf"(?:{MAIN}|\bthe (?:rest|remainder) of the agreement\b|\bthe agreement\b|\bthe two\b|\bone another\b|\beach other\b|\bcontradiction\b|\bconflicting\b)"
_AT_VARIANCE = r"\b(?:conflicts?|conflicting|contradict\w*|contradictory|inconsisten\w+|at variance|differs?|diverges?|divergen\w+|discrepanc\w+|provides? otherwise|cannot be reconciled|incompatible|at odds)\b"
_COUNTS = (
    rf"(?:{DPA})[^.;]{{0,50}}\b(?:comes? first|is decisive|are decisive|outranks?|counts?|is followed|are followed|has priority|have priority|(?:have|has|take|takes|be given|is given|are given) (?:\w+ )?(?:precedence|priority)|appl(?:y|ies) instead|wins?)\b|"
    rf"\bit is (?:{DPA}) that (?:counts|applies|prevails|governs|controls)\b|\bthose of (?:{DPA})[^.;]{{0,12}}\b(?:apply|count|prevail|govern)\b"
)
_AT_ODDS = r"\b(?:conflicts?|conflicting|contradict\w*|inconsisten\w+|at variance|differs?|differ|diverge\w*|discrepanc\w+|disagree\w*|something (?:else|different)|otherwise|incompatib\w+|clash\w*|irreconcil\w+|vary|varies)\b"
_WINS = r"\b(?:prevails?|governs?|controls?|applies|apply|wins?|counts?|leads?|the lead|last word|decisive|decides?|followed|before|first|priority|precedence|above|over|overrides?|outranks?|trumps?|supersedes?|better of)\b"

TURNS: tuple[Plain, ...] = (
    Plain(
        "term.precedence",
        ("supersedes",),
        (r"\bthis (?:dpa|addendum|schedule) supersedes any conflicting\b[^.;]{0,30}\bagreement\b",),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("wins", "priority", "applies", "counts", "prevails", "goes first", "comes first", "controls"),
        (
            r"\b(?:different|differs?|disagrees?|conflicts?|contradicts?|clash\w*)\b",
            r"\bterms\b|\b(?:main|services?|master|subscription) agreement\b",
            r",? (?:this|the) (?:dpa|addendum|schedule|(?<=this.)agreement|(?<=this.)document|data processing \w+)[^.;,]{0,12}\b(?:wins|takes? priority|takes? precedence|applies|counts|prevails|goes first|comes first|controls|governs)\b",
        ),
        value="this_agreement",
        strength=Strength.PASSING,
    ),
    Plain(
        "term.precedence",
        ("follow", "counts", "wins", "goes first", "comes first"),
        (
            r"\b(?:disagree|differ|different things|clash|conflict|do not match|don't match)\b[^;]{0,80}\b(?:follow|use|go by) this (?:schedule|agreement|annex|document)\b|"
            r"\b(?:disagree|differ|different things|clash|conflict)\b[^;]{0,80}\bthis (?:schedule|agreement|annex|document) (?:counts|wins|comes first|goes first|applies)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("precedence", "prevail"),
        (
            rf"{THIS}\b[^.;]{{0,12}}\b(?:takes? precedence|prevails?|takes? priority|go(?:es)? before)\b[^.;]{{0,12}}\bover (?:anything|everything|any other|all other|the rest)\b",
        ),
        value="this_agreement",
    ),
    Plain(
        "term.precedence",
        ("first", "decisive", "outrank", "counts", "followed", "priority", "precedence", "instead", "those of"),
        (_COUNTS, _AT_VARIANCE, _OTHER),
        value="this_agreement",
        unless=(
            r"\bstandard contractual clauses\b",
            r"\bsccs?\b",
            r"\bover (?:this|the) (?:dpa|addendum|schedule|annex)\b",
            r"{law_demands}",
        ),
    ),
    Plain(
        "law.governing",
        ("law applicable to", "law that applies to", "law governing"),
        (
            r"\b(?:law applicable to|law that applies to|law governing|applicable law for)\b[^.;]{0,40}\bis (?:that of france|french law|the law of france)\b",
        ),
        value="FR",
    ),
    Plain(
        "term.precedence",
        (
            "conflict",
            "contradict",
            "inconsisten",
            "differ",
            "disagree",
            "discrepan",
            "otherwise",
            "something",
            "diverge",
            "clash",
            "varian",
        ),
        (
            _AT_ODDS,
            rf"{THE_AGREEMENT}|\bthe (?:two|other)\b|\bthey\b|\b(?:each|one an)other\b",
            rf"{DPA}[^.;]{{0,60}}{_WINS}|\bin favou?r of {DPA}|\b(?:agreement|contract|terms) and {DPA}[^.;]{{0,12}}\bthe latter {_WINS}",
        ),
        value="this_agreement",
        unless=(
            r"\bstandard contractual clauses\b|\bsccs?\b",
            rf"{THE_AGREEMENT}(?: \w+)? (?:shall |will |does |do )?(?:prevails?|prevail|governs?|govern|controls?|control|wins?|takes? precedence|take precedence|overrides?|has priority)\b",
            rf"{DPA}[^.;]{{0,20}}\b(?:subject to|subordinate to|yields? to|without prejudice to)\b",
            r"{law_demands}",
            r"\bcourt\b|\bdisputes?\b|\bunless (?:agreed |stated |provided )?otherwise\b|\bexcept as\b|\bif not otherwise\b|\bmeaning\b|\bdefined\b",
        ),
    ),
    Plain(
        "term.precedence",
        ("precedence over", "priority over", "supersede", "override", "prevail over", "prevails over"),
        (
            rf"{DPA}[^.;]{{0,40}}\b(?:(?:precedence|priority) over|supersedes?|overrides?|prevails? over)\b[^.;]{{0,40}}{THE_AGREEMENT}",
        ),
        value="this_agreement",
        unless=(
            r"\bprevious\b|\bprior\b|\bearlier\b|\ball other\b|\bexisting\b",
            r"\bsccs?\b|\bstandard contractual clauses\b",
        ),
    ),
)
