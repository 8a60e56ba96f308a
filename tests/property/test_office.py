"""Whatever an office file is put together from: it gives a document that holds together, or a refusal in clear words."""

import io
import zipfile
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.document.model import ChangeKind, Document
from art28.reading.errors import UnreadableFile
from art28.reading.limits import Limits
from art28.reading.read import read_document
from property.test_reading import holds

_RUN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_TEXTS = st.sampled_from(["Verwerker", " ", "1.1", "uur", "☐", "\t", "e-", "\u00ad", "\uf0fe", "🙂", ""])
_VALUES = st.sampled_from(["", "0", "1", "2", "3", "-1", "99999999999", "a", "none", "true", "restart", "begin", "end"])
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_CONTROLS = r"""
{ } { } \par \pard \cell \row \trowd \cellx100 \intbl \itap2 \nestcell \nestrow \u8364? \u-10179 \'eb \uc2 \v \plain \deleted
\revised \f1 \s1 {\footnote {\*\annotation {\listtext {\field{\*\fldinst {\fldrslt {\header {\*\atrfstart {\*\atrfend
{\shp{\*\shpinst{\shptxt {\pict \bin3 {\upr{a}{\*\ud Verwerker \* \tab
"""
_RTF = st.sampled_from([f"{control} " for control in _CONTROLS.split()])


@st.composite
def trees(draw: st.DrawFn, names: str, attributes: str, *, deepest: int = 5) -> str:
    """A tree of these elements with these attributes, as XML."""
    name = draw(st.sampled_from(names.split()))
    chosen = draw(st.lists(st.sampled_from(attributes.split()), max_size=2, unique=True))
    stated = " ".join(f'{attribute}="{draw(_VALUES)}"' for attribute in chosen)
    inside = draw(_TEXTS)
    if deepest:
        inside += "".join(draw(st.lists(trees(names, attributes, deepest=deepest - 1), max_size=3)))
    return f"<{name} {stated}>{inside}</{name}>{draw(_TEXTS)}"


_WORD_NAMES = """
w:p w:p w:r w:r w:t w:t w:tab w:br w:ins w:del w:moveFrom w:moveTo w:delText w:sdt w:sdtContent w:sdtPr w:showingPlcHdr w:tbl
w:tr w:tc w:tcPr w:vMerge w:gridSpan w:trPr w:pPr w:rPr w:numPr w:numId w:ilvl w:vanish w:fldChar w:instrText w:fldSimple
w:footnoteReference w:commentRangeStart w:commentRangeEnd w:drawing w:txbxContent w:hyperlink w:sym
"""
_WORD_ATTRIBUTES = "w:val w:id w:author w:fldCharType w:instr w:char w:type"
_WORD = trees(_WORD_NAMES, _WORD_ATTRIBUTES)
_OPEN_NAMES = """
text:p text:p text:h text:span text:s text:tab text:list text:list-item text:list-header text:section text:note text:note-body
text:note-citation text:change text:change-start text:change-end office:annotation office:annotation-end table:table
table:table-row table:table-cell table:covered-table-cell draw:frame draw:text-box draw:image text:numbered-paragraph
text:table-of-content text:index-body loext:content-control
"""
_OPEN_ATTRIBUTES = """
text:style-name text:outline-level text:c text:change-id office:name text:start-value text:continue-numbering text:level
table:number-columns-repeated table:number-columns-spanned table:number-rows-repeated text:display
"""
_OPEN = trees(_OPEN_NAMES, _OPEN_ATTRIBUTES)


def packed(parts: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def check(data: bytes) -> None:
    """Read it: what comes holds together, and changes stand where they say."""
    try:
        document: Document = read_document(data, name="x", limits=Limits())
    except UnreadableFile:
        return
    holds(document)
    for change in document.changes:
        if change.kind in (ChangeKind.INSERTED, ChangeKind.MOVED_HERE):
            assert document.text[change.span.start : change.span.end] == change.text
        else:
            assert change.span.start == change.span.end


@given(st.lists(_RTF, max_size=60).map("".join))
@_RUN
def test_rich_text(body: str) -> None:
    start = r"{\rtf1\ansi\deff0{\fonttbl{\f0 A;}{\f1\fcharset2 Symbol;}}{\stylesheet{\s1 heading 1;}}"
    closing = "}" * (body.count("{") + 1)
    check(f"{start}{body}{closing}".encode())


@given(st.lists(_WORD, max_size=6).map("".join))
@_RUN
def test_word(body: str) -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>.</w:t></w:r></w:p>{body}</w:body></w:document>'
    check(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": main}))


@given(st.lists(_OPEN, max_size=6).map("".join))
@_RUN
def test_open_document(body: str) -> None:
    spaces = (
        f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" xmlns:table="{_ODF}:table:1.0" '
        f'xmlns:draw="{_ODF}:drawing:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    )
    main = f"<office:document {spaces}><office:body><office:text>{body}</office:text></office:body></office:document>"
    check(packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": main}))
