"""Letter -> the report as data (`report.schema.json`), as a PDF of it encloses and a recipient's system reads.

It says what the letter says, question by question; `values` holds what is known in a form that needs no reading, as far as
the answer says just that. Nothing stands in it that the letter does not say.
"""

import json
from datetime import UTC

from art28.letters.letter import Letter
from art28.notices.answers import section_record

FORMAT = "art28-report/1"
NAME = "report.json"


def report_data(letter: Letter) -> bytes:
    """The report as JSON in UTF-8; the same letter gives the same bytes."""
    content = {
        "format": FORMAT,
        "kind": letter.kind,
        "draft": letter.is_draft,
        **({"exercise": True} if letter.is_exercise else {}),
        "reference": letter.reference,
        "subject": letter.subject,
        "language": letter.language.value,
        "processor": letter.sender,
        "controller": letter.addressee.organisation,
        "agreement": letter.agreement,
        "sent_at": letter.dated.astimezone(UTC).isoformat(),
        "sections": [section_record(section) for section in letter.sections],
        "evidence": {"head": letter.head, "count": letter.count} if letter.head else None,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
