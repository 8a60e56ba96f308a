"""The words that lead to the term by which an agreement goes on to call a party: "hierna", "nachstehend", "ci-après"."""

HEREINAFTER_WORDS = (
    *("hierna", "verder", "hereinafter", "hereafter", "nachfolgend", "nachstehend", "im folgenden", "im weiteren"),
    *("fortan", "ci-après", "ci-dessous", "désormais"),
)
HEREINAFTER = rf"(?:{'|'.join(HEREINAFTER_WORDS)})"
# The words between that lead and the term: "hierna ook te noemen: de", "nachstehend kurz", "ci-après dénommée l'".
ARTICLE = r"(?:(?:the|de|het|der|die|das|le|la|les) |l')"
