"""Collects the strings of the web shell into locale/nl/LC_MESSAGES/django.po and compiles it; needs no gettext tools.

    python scripts/messages.py            collect, keep what is translated, compile
    python scripts/messages.py --check    exit code 1 where a Dutch string is missing or a file is behind

New strings stand at the end of the catalogue with an empty translation, for a person to write.
"""

import argparse
import ast
import os
import re
import struct
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.template.base import Node, NodeList

WEB = Path(__file__).resolve().parent.parent / "src" / "art28" / "web"
CATALOGUE = WEB / "locale" / "nl" / "LC_MESSAGES" / "django.po"
# Strings of libraries that we say in our own words stand in the catalogue above this line and are kept.
BORROWED = "# From Django and allauth, in our own words."
HEADER = (
    "Project-Id-Version: art28\\n"
    "Language: nl\\n"
    "MIME-Version: 1.0\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Content-Transfer-Encoding: 8bit\\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n"
)
_CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2}
_CONSTANT = re.compile(r'_\("([^"]+)"\)')

Message = tuple[str, str | None]
"""A string, with its plural or None."""


def in_python(path: Path) -> Iterator[Message]:
    """The strings of a module: literal arguments of gettext and its kin."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        count = _CALLS.get(name, 0)
        texts = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if count and len(texts) == count:
            yield texts[0], texts[1] if count == 2 else None


def in_template(path: Path) -> Iterator[Message]:
    """The strings of a template, found by parsing it as Django does."""
    from django.template import TemplateSyntaxError
    from django.template.base import NodeList, Template
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    def walk(nodes: NodeList) -> Iterator[Message]:
        for node in nodes:
            if isinstance(node, TranslateNode):
                yield str(node.filter_expression.var.literal), None
            elif isinstance(node, BlockTranslateNode):
                singular, _ = node.render_token_list(node.singular)
                yield singular, node.render_token_list(node.plural)[0] if node.plural else None
            for nested in _nested(node):
                yield from walk(nested)

    source = path.read_text(encoding="utf-8")
    try:
        parsed = Template(source)
    except TemplateSyntaxError as error:
        raise SystemExit(f"{path}: {error}") from error
    yield from walk(parsed.nodelist)
    for text in _CONSTANT.findall(source):
        yield text, None


def _nested(node: "Node") -> "Iterator[NodeList]":
    from django.template.base import NodeList

    for value in vars(node).values():
        if isinstance(value, NodeList):
            yield value
        elif isinstance(value, list):
            for item in value:
                for part in item if isinstance(item, tuple) else ():
                    if isinstance(part, NodeList):
                        yield part


def collected() -> dict[Message, str]:
    """Every string of the web shell, with the first file that holds it."""
    found: dict[Message, str] = {}
    for path in sorted(WEB.rglob("*.py")):
        if "migrations" not in path.parts:
            for message in in_python(path):
                found.setdefault(message, path.relative_to(WEB).as_posix())
    for path in sorted((*WEB.rglob("templates/**/*.html"), *WEB.rglob("templates/**/*.txt"))):
        for message in in_template(path):
            found.setdefault(message, path.relative_to(WEB).as_posix())
    return found


def read(path: Path) -> tuple[dict[Message, tuple[str, ...]], list[Message]]:
    """The translations of a catalogue, and which of them are borrowed."""
    entries: dict[Message, tuple[str, ...]] = {}
    borrowed: list[Message] = []
    if not path.exists():
        return entries, borrowed
    within = False
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        within = within or BORROWED in block
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            start = re.match(r'(msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line)
            if start:
                name = start[1]
                fields[name] = ast.literal_eval(start[2])
            elif line.startswith('"') and name:
                fields[name] += ast.literal_eval(line)
        if not fields.get("msgid"):
            continue
        message = (fields["msgid"], fields.get("msgid_plural"))
        entries[message] = (
            (fields.get("msgstr[0]", ""), fields.get("msgstr[1]", "")) if message[1] else (fields.get("msgstr", ""),)
        )
        if within:
            borrowed.append(message)
    return entries, borrowed


def written(messages: dict[Message, str], entries: dict[Message, tuple[str, ...]], borrowed: list[Message]) -> str:
    """The catalogue as text: ours by file, then the borrowed."""
    lines = ['msgid ""', 'msgstr ""', *(f'"{part}\\n"' for part in HEADER.split("\\n") if part), ""]
    place = ""
    for message, file in sorted(messages.items(), key=lambda item: (item[1], item[0][0])):
        if file != place:
            lines += [f"# {file}"]
            place = file
        lines += [*_entry(message, entries.get(message, ())), ""]
    lines += [BORROWED]
    for message in sorted(borrowed):
        if message not in messages:
            lines += [*_entry(message, entries[message]), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(message: Message, translation: tuple[str, ...]) -> list[str]:
    single, plural = message
    if plural is None:
        return [f"msgid {_quoted(single)}", f"msgstr {_quoted(translation[0] if translation else '')}"]
    one, more = translation or ("", "")
    return [
        f"msgid {_quoted(single)}",
        f"msgid_plural {_quoted(plural)}",
        f"msgstr[0] {_quoted(one)}",
        f"msgstr[1] {_quoted(more)}",
    ]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def compiled(entries: dict[Message, tuple[str, ...]]) -> bytes:
    """The catalogue in the binary form that gettext loads."""
    pairs = {"": HEADER.replace("\\n", "\n")}
    for (single, plural), translation in entries.items():
        if all(translation):
            pairs[f"{single}\0{plural}" if plural else single] = "\0".join(translation)
    keys = sorted(pairs, key=lambda key: key.encode())
    ids, texts, places = b"", b"", []
    for key in keys:
        one, other = key.encode(), pairs[key].encode()
        places.append((len(one), len(ids), len(other), len(texts)))
        ids += one + b"\0"
        texts += other + b"\0"
    start = 7 * 4 + 16 * len(keys)
    originals = b"".join(struct.pack("<II", length, start + at) for length, at, _, _ in places)
    translations = b"".join(struct.pack("<II", length, start + len(ids) + at) for _, _, length, at in places)
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + originals + translations + ids + texts


def main() -> int:
    """Collect and compile, or check."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument(
        "--check", action="store_true", help="change nothing; exit code 1 where something is missing"
    )
    check = arguments.parse_args().check
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "art28.web.settings")
    with tempfile.TemporaryDirectory() as data:
        os.environ.setdefault("ART28_DATA_DIR", data)
        import django

        django.setup()
        messages = collected()
    entries, borrowed = read(CATALOGUE)
    text = written(messages, entries, borrowed)
    kept = {message: entries[message] for message in (*messages, *borrowed) if message in entries}
    binary = CATALOGUE.with_suffix(".mo")
    missing = [message for message in messages if not all(entries.get(message, ("",)))]
    for single, _ in missing:
        print(f"no Dutch for: {single}  ({messages[single, _]})", file=sys.stderr)
    if check:
        behind = CATALOGUE.read_text(encoding="utf-8") != text or binary.read_bytes() != compiled(kept)
        if behind:
            print("the catalogue is behind: run make messages and commit it", file=sys.stderr)
        return 1 if missing or behind else 0
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(text, encoding="utf-8")
    binary.write_bytes(compiled(kept))
    print(f"{len(messages)} strings, {len(missing)} without Dutch")
    return 0


if __name__ == "__main__":
    sys.exit(main())
