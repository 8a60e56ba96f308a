"""What turns of several languages on more than one topic name, each said once."""

SUBS = r"SUBPROCESSOR|sub-?(?:verwerk|process|contract)|derden|anderen|onderaannem|third part|subcontract"
# What help with it costs: nothing, or it is paid for already.
FREE_WORDS = ("abgegolten", "unentgeltlich", "kostenlos", "ohne gesonderte", "sans frais", "gratuit")
FREE = (
    r"\b(?:leistungen|unterstützung\w*|mitwirkung\w*|aufw[aä]nd\w*|tätigkeiten)\b[^.;]{0,60}\b(?:abgegolten|unentgeltlich|kostenlos|kostenfrei|ohne (?:gesonderte|zusätzliche) (?:vergütung|kosten))\b|"
    r"\b(?:assistance|aide|concours)\b[^.;]{0,140}\b(?:sans frais|gratuit\w*|compris\w* dans)\b"
)
