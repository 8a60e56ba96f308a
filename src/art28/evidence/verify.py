"""Check an art28 evidence pack. Needs Python 3.9 or later and its standard library, nothing else:

    python3 verify.py PACK.zip [--head HASH --count N]

HASH and N are a head and a count that somebody outside holds: every notice and every pack carries them. Without them a
pack that was cut short or written anew from the start can't be told from a true one. What is checked, and how, is
described in FORMAT.md beside this file. Prints each fault on a line; exit code 0 means none, 1 faults, 2 not a pack.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence

FORMAT = "art28-evidence/1"
GENESIS = "0" * 64
PARTS = ("manifest.json", "chain.jsonl", "contents.jsonl")
OWN = ("FORMAT.md", "FORMAAT.md", "verify.py")
ERASURE = "evidence.erased"
LONGEST_LINE = 64 * 1024 * 1024
# The last: zipfile's word for a way of packing that it does not know, and for a part that is locked.
DAMAGE = (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError)
SHA256 = re.compile(r"[0-9a-f]{64}")


class NotAPack(Exception):
    """The file is no evidence pack at all, or too damaged to read; the message says which."""


def verify(
    path: str, head: str | None = None, count: int | None = None
) -> tuple[dict[str, object], list[str], list[str]]:
    """Check the pack at `path`; returns a summary, the faults and the erasures, each fault and erasure a sentence."""
    try:
        with zipfile.ZipFile(path) as pack:
            return _Check(pack).run(head, count)
    except (*DAMAGE, OSError) as error:
        raise NotAPack(f"{path}: {error}") from error


def canonical(value: object) -> bytes:
    """The bytes that are hashed: keys sorted, no white space, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


class _Check:
    """One reading of a pack: collects faults and goes on, so that all of them are named."""

    def __init__(self, pack: zipfile.ZipFile) -> None:
        self.pack = pack
        self.faults: list[str] = []
        self.erased: list[str] = []
        self.hashes = {0: GENESIS}
        self.commitments: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self.erasures: dict[str, int] = {}
        self.referenced: set[str] = set()
        self.withheld = 0

    def run(self, head: str | None, count: int | None) -> tuple[dict[str, object], list[str], list[str]]:
        names = self.pack.namelist()
        missing = [part for part in PARTS if part not in names]
        if missing:
            raise NotAPack("not an evidence pack: " + ", ".join(missing) + " missing")
        self.fault_if(len(names) != len(set(names)), "pack: a file stands in it twice")
        manifest = self.manifest()
        last, records = self.chain()
        self.heads(manifest, last, records, head, count)
        self.contents()
        self.files(names)
        self.beside(names, manifest.get("beside"))
        if self.withheld:
            self.erased.append(
                f"{self.withheld} contents are withheld: the chain binds them, this pack doesn't show them"
            )
        summary = {"organisation": manifest.get("organisation"), "count": records, "head": last}
        return summary, self.faults, self.erased

    def fault_if(self, wrong: bool, sentence: str) -> None:  # noqa: FBT001
        if wrong:
            self.faults.append(sentence)

    def manifest(self) -> dict[str, object]:
        try:
            manifest = json.loads(self.pack.read("manifest.json").decode("utf-8"))
        except (ValueError, RecursionError) as error:
            raise NotAPack(f"manifest.json can't be read: {error}") from error
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise NotAPack(f"not an evidence pack of format {FORMAT}")
        return manifest

    def lines(self, name: str) -> Iterator[tuple[int, dict[str, object], bytes]]:
        """Each line of a part with its number, as an object and as it stands; a line that is no object is a fault."""
        with self.pack.open(name) as stream:
            for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b""), start=1):
                try:
                    entry = json.loads(line.decode("utf-8"))
                except (ValueError, RecursionError):
                    entry = None
                if isinstance(entry, dict):
                    yield number, entry, line
                else:
                    self.faults.append(f"{name} line {number}: changed, not readable any more")

    def chain(self) -> tuple[str, int]:
        """Check each record against the one before it; returns the last hash and how many records there are."""
        last, expected, records = GENESIS, 1, 0
        for line, entry, raw in self.lines("chain.jsonl"):
            record, claimed = entry.get("record"), entry.get("hash")
            number = record.get("n") if isinstance(record, dict) else None
            if not isinstance(record, dict) or not isinstance(number, int) or not isinstance(claimed, str):
                self.faults.append(f"chain.jsonl line {line}: changed, not a record any more")
                continue
            name = f"record {number} ({record.get('kind')}, {record.get('at')})"
            self.fault_if(raw != canonical(entry) + b"\n", f"{name}: changed, not in canonical form")
            if number > expected:
                gap = f"record {expected}" if number == expected + 1 else f"records {expected} to {number - 1}"
                self.faults.append(f"{gap}: dropped or moved, the chain jumps to {number}")
            elif number < expected:
                self.faults.append(f"{name}: added or reordered, it stands where record {expected} belongs")
            self.record(record, number, claimed, name)
            last, expected, records = claimed, max(expected, number + 1), records + 1
        return last, records

    def record(self, record: dict[str, object], number: int, claimed: str, name: str) -> None:
        previous = self.hashes.get(number - 1)
        if previous is not None:
            real = hashlib.sha256(f"{FORMAT}\n{previous}\n".encode() + canonical(record)).hexdigest()
            self.fault_if(real != claimed, f"{name}: changed, its hash does not fit")
        self.hashes.setdefault(number, claimed)
        act = str(record.get("id"))
        self.fault_if(act in self.commitments, f"{name}: added, its act {act} stands in the chain already")
        self.commitments[act] = str(record.get("commitment"))
        self.numbers[act] = number
        if record.get("kind") == ERASURE:
            self.erasures[str(record.get("subject")).partition(":")[2]] = number

    def heads(self, manifest: dict[str, object], last: str, records: int, head: str | None, count: int | None) -> None:
        stated = manifest.get("count"), manifest.get("head")
        self.fault_if(
            stated != (records, last),
            f"manifest: states {stated[0]} records up to {stated[1]}, the chain holds {records} up to {last}",
        )
        if count is not None and records < count:
            self.faults.append(f"chain: cut short, {count} records were known outside, {records} are left")
        elif head is not None:
            held = last if count is None else self.hashes.get(count)
            at = records if count is None else count
            self.fault_if(held != head, f"chain: rewritten, record {at} ends in {held}, outside it was {head}")

    def contents(self) -> None:
        seen: set[str] = set()
        for line, entry, raw in self.lines("contents.jsonl"):
            act = entry.get("id")
            if not isinstance(act, str) or act not in self.commitments:
                self.faults.append(f"contents.jsonl line {line}: added, no record of the chain commits to it")
                continue
            name = f"content of record {self.numbers[act]}"
            self.fault_if(act in seen, f"{name}: stands in the pack twice")
            self.fault_if(raw != canonical(entry) + b"\n", f"{name}: changed, not in canonical form")
            seen.add(act)
            if "erased" in entry:
                self.erasure(act, entry, name)
                continue
            if "withheld" in entry and "content" not in entry:
                self.withheld += 1
                continue
            try:
                key = bytes.fromhex(str(entry.get("key")))
            except ValueError:
                self.faults.append(f"{name}: changed, its key is damaged")
                continue
            real = hmac.new(key, canonical(entry.get("content")), hashlib.sha256).hexdigest()
            self.fault_if(
                real != self.commitments[act], f"{name}: changed, it does not fit the commitment in the chain"
            )
            self.references(entry.get("content"))
        for act in self.commitments:
            self.fault_if(act not in seen, f"content of record {self.numbers[act]}: missing")

    def erasure(self, act: str, entry: dict[str, object], name: str) -> None:
        number = self.erasures.get(act)
        ground = entry["erased"]
        if number is None:
            self.faults.append(f"{name}: gone, and no record of the chain says that it was erased")
        else:
            self.erased.append(f"{name}: erased by record {number}, ground {ground}")

    def references(self, value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key.endswith("sha256") and isinstance(inner, str) and SHA256.fullmatch(inner):
                    self.referenced.add(inner)
                self.references(inner)
        elif isinstance(value, list):
            for inner in value:
                self.references(inner)

    def files(self, names: Sequence[str]) -> None:
        for name in names:
            folder, _, stem = name.partition("/")
            if folder != "files" or not stem:
                continue
            digest = self.digest(name)
            if digest is None:
                continue
            self.fault_if(digest != stem, f"{name}: changed, its hash is {digest}")
            self.fault_if(stem not in self.referenced, f"{name}: added, no record names it")

    def beside(self, names: Sequence[str], listed: object) -> None:
        """Hold what lies beside the evidence against the manifest; a pack without such files lists none."""
        known = listed if isinstance(listed, dict) else {}
        for name in names:
            if name in PARTS or name in OWN or name.startswith("files/") or name.endswith("/"):
                continue
            if name not in known:
                self.fault_if(bool(known), f"{name}: added, the manifest does not list it")
                continue
            digest = self.digest(name)
            self.fault_if(digest not in (None, known[name]), f"{name}: changed, its hash is {digest}")
        for name in known:
            self.fault_if(name not in names, f"{name}: missing, the manifest lists it")

    def digest(self, name: str) -> str | None:
        """The hash of a file of the pack; None, and a fault, where it can't be read."""
        digest = hashlib.sha256()
        try:
            with self.pack.open(name) as stream:
                for chunk in iter(lambda: stream.read(1 << 20), b""):
                    digest.update(chunk)
        except DAMAGE as error:
            self.faults.append(f"{name}: changed, {error}")
            return None
        return digest.hexdigest()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(description="Check an art28 evidence pack.")
    parser.add_argument("pack")
    parser.add_argument("--head", help="the head that somebody outside holds, 64 hexadecimal digits")
    parser.add_argument("--count", type=int, help="the number of records at that head")
    options = parser.parse_args(arguments)
    try:
        summary, faults, erased = verify(options.pack, options.head, options.count)
    except NotAPack as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{summary['count']} records of {summary['organisation']}, head {summary['head']}")
    for sentence in erased:
        print(f"note   {sentence}")
    for sentence in faults:
        print(f"FAULT  {sentence}")
    print(f"{len(faults)} faults found" if faults else "The chain is whole and every content fits it.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
