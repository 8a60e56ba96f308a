"""What commands say of a file that holds several agreements: which one is shown, and where in the file it stands."""

import argparse
from collections.abc import Iterator, Mapping, Sequence

from art28.cli.errors import UsageError
from art28.document.model import Document


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Let a command show one of several agreements."""
    parser.add_argument(
        "--agreement",
        metavar="N",
        type=_number,
        help="of a file that holds several agreements, show the N-th alone",
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise argparse.ArgumentTypeError(f"{text} is no number of an agreement: count from 1")
    return int(text[:9])


def chosen(documents: Sequence[Document], number: int | None) -> tuple[Document, ...]:
    """The agreement that was asked for, or all of them; raises UsageError where there are not so many."""
    if number is None:
        return tuple(documents)
    if number > len(documents):
        held = "one agreement" if len(documents) == 1 else f"{len(documents)} agreements"
        raise UsageError(
            f"{documents[0].name}: it holds {held}, so there is no agreement {number}: choose a lower number"
        )
    return (documents[number - 1],)


def in_turn(documents: Sequence[Document], texts: Sequence[str]) -> str:
    """What is printed of each agreement, under a line that says which it is where the file holds several."""
    if documents[0].share is None:
        return texts[0]
    parts = [f"{heading(document)}\n\n{text}" for document, text in zip(documents, texts, strict=True)]
    if len(documents) > 1:
        said = f"This file holds {len(documents)} agreements; each was read by itself. --agreement N shows one of them."
        parts.insert(0, "\n".join((said, *_left_out(documents))))
    return "\n\n".join(parts)


def _left_out(documents: Sequence[Document]) -> Iterator[str]:
    """What stands before or between the agreements, and belongs to none."""
    at = 0
    for document in documents:
        share = document.share
        if share is None:
            return
        if document.text[at : share.span.start].strip():
            yield f"Text {at}:{share.span.start} belongs to none of them and was not read."
        at = share.span.end


def heading(document: Document) -> str:
    """ "AGREEMENT 2 OF 3  pages 5-9, text 12345:23456"; empty where a file holds one."""
    share = document.share
    if share is None:
        return ""
    pages = _pages(document)
    place = f"text {share.span.start}:{share.span.end}"
    if pages is not None:
        first, last = pages
        place = f"{f'page {first}' if first == last else f'pages {first}-{last}'}, {place}"
    return f"AGREEMENT {share.number} OF {share.of}  {place}"


def in_json(documents: Sequence[Document], objects: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """The first agreement's object, as for a file that holds one; where there are several, which it is, and the others."""
    first, *others = (
        {"agreement": _share(document), **said} if document.share is not None else dict(said)
        for document, said in zip(documents, objects, strict=True)
    )
    return {**first, "others": others} if others else first


def _share(document: Document) -> dict[str, object]:
    share = document.share
    if share is None:
        return {}
    pages = _pages(document)
    return {
        "number": share.number,
        "of": share.of,
        "start": share.span.start,
        "end": share.span.end,
        "pages": list(pages) if pages is not None else None,
    }


def _pages(document: Document) -> tuple[int, int] | None:
    """The first and last page on which something of the agreement stands; None where the format has no pages."""
    numbers = [block.page for block in document.blocks if block.page is not None]
    return (min(numbers), max(numbers)) if numbers else None
