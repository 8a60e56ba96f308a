"""Codes of what is wrong with a template, a value or a sheet -> what to tell people, and what to do."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from art28.drafting.house.model import Problem, Wrong
from art28.reading.places import TroubleCode

TROUBLES: Mapping[TroubleCode, str | Promise] = {
    TroubleCode.BROKEN_FIELD: _("A field isn't whole. Put it in anew in Word:"),
    TroubleCode.NESTED_FIELD: _(
        "A field stands within another. Take the inner one out, or make a template for each case:"
    ),
    TroubleCode.COMPUTED_FIELD: _("Word computes this field from other data. Put in a field for each piece of it:"),
    TroubleCode.BROKEN_PLACEHOLDER: _("A placeholder isn't closed, or not opened. Write both braces:"),
    TroubleCode.NESTED_PLACEHOLDER: _("A placeholder stands within another. Write them after each other:"),
    TroubleCode.SIGNED: _("The file is signed, and filling it in would break the signature. Bring a copy without."),
    TroubleCode.MACROS: _("The file holds macros. Save it as an ordinary Word document (DOCX)."),
    TroubleCode.ENCODING: _("A part of the file is in an encoding that isn't UTF-8. Open it in Word and save it anew."),
    TroubleCode.NOT_WORD: _("This is no Word document. Save it as DOCX."),
    TroubleCode.TOO_MANY: _("The file has more than 3,000 places to fill in."),
}
NOTHING_OPEN = _(
    "Nothing in this document is to be filled in. Put in fields, or placeholders such as [name], and bring it again."
)
PROBLEMS: Mapping[Wrong, str | Promise] = {
    Wrong.REQUIRED: _("is required and blank"),
    Wrong.LINE_BREAK: _("has a line break in it: write it on one line"),
    Wrong.FORMULA: _("begins with “=” or is a formula, and nothing is computed here: put its outcome"),
    Wrong.MISFIT: _("isn't a value that it can have"),
    Wrong.MANDATORY: _("can't be left out: Article 28 GDPR wants an agreement to say this"),
    Wrong.UNSAID: _("can't be said beside the rest: choose another value, or leave it out"),
    Wrong.CONTRADICTED: "",
    Wrong.UNIT: _("is a period in another unit than the words behind the blank"),
    Wrong.OPTION: _("isn't in the list of the document"),
    Wrong.TOO_LONG: _("is longer than 4,000 signs or 200 lines"),
    Wrong.SIGN: _("has a sign in it that no document can hold"),
    Wrong.COLUMN_TWICE: _("stands twice: two columns fill in the same blank"),
    Wrong.COLUMN_UNNAMED: _("has values under no heading"),
    Wrong.NO_COLUMNS: _(
        "No column has a heading that the template asks for. Download the sheet here and fill that in."
    ),
    Wrong.NO_ROWS: _("There are no rows below the headings."),
    Wrong.OTHER_TEMPLATE: _(
        "This sheet was made for another template, or for another version of it. Download it anew and take the rows over."
    ),
    Wrong.NO_SHEET: _("This is no XLSX file. Save it as one in your spreadsheet program."),
    Wrong.TOO_MANY: _("This file has more than 20,000 rows. Divide it."),
    Wrong.TOO_MANY_HERE: _("This file has too many rows to make at once. Divide it into files of at most:"),
    Wrong.FILE_TWICE: _("Two rows name the same file."),
}
_IN_WORDS = frozenset({Wrong.CONTRADICTED, Wrong.TOO_MANY_HERE})
"""Those whose detail is part of the sentence."""
_SENTENCES = frozenset({Wrong.CONTRADICTED, Wrong.FILE_TWICE})


def problems(found: Iterable[Problem]) -> Iterator[str]:
    """Each problem as a sentence: where, which column, what is wrong."""
    for each in found:
        said = str(PROBLEMS[each.wrong])
        if each.wrong in _IN_WORDS:
            said = f"{said} {each.detail}".strip()
        if each.column:
            said = f"{each.column}{':' if each.wrong in _SENTENCES else ''} {said}"
        if each.detail and each.wrong in (Wrong.UNIT, Wrong.OPTION, Wrong.FORMULA):
            said = f"{said} ({each.detail})"
        yield f"{_now('Line %(line)s') % {'line': each.line}}: {said}" if each.line else said
