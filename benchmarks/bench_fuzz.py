"""Every reader, and extraction, under coverage-guided fuzzing: executions, coverage, crashes. Ends non-zero on a crash.

Five minutes by default; `--seconds 60 --target html` for less, `--corpus DIR` to go on from what earlier runs found. What a
process that reads does by dying is put before the jail as well: a refusal in clear words there is what it must come to, so
that is told and is no crash.
"""

import argparse
import base64
import importlib.util
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from fuzz_seeds import dictionary_of, seeds_of

TARGETS = ("pdf", "docx", "odt", "rtf", "html", "markdown", "text", "extraction", "runs")
_TARGET = Path(__file__).parent / "fuzz_target.py"
_LONGEST_INPUT = {"docx": 16_000}
_LONGEST_OTHER = 6_000
_LONGEST_EXECUTION = 60
_MOST_MEMORY = 2048
_SHOWN = 25
_DIED = "deadly signal"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of fuzzing one target."""

    executions: int
    coverage: int
    features: int
    said: str
    crash: bytes | None


def fuzzed(target: str, seconds: int, kept_in: Path | None = None) -> Outcome:
    """Fuzz `target` for so long, from seeds made of the samples and what is `kept_in` a folder, which gains what is new."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = (kept_in or Path(folder) / "corpus") / target
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds_of(target)):
            (corpus / f"seed-{number:02}").write_bytes(seed)
        words = Path(folder) / "words"
        words.write_text(dictionary_of(target), encoding="utf-8")
        options = {
            "max_total_time": seconds,
            "max_len": _LONGEST_INPUT.get(target, _LONGEST_OTHER),
            "dict": words,
            "artifact_prefix": f"{folder}/",
            "timeout": _LONGEST_EXECUTION,
            "rss_limit_mb": _MOST_MEMORY,
            "print_final_stats": 1,
        }
        done = subprocess.run(
            [
                sys.executable,
                str(_TARGET),
                target,
                str(corpus),
                *(f"-{name}={value}" for name, value in options.items()),
            ],
            capture_output=True,
            check=False,
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        kept = sorted(path for kind in ("crash", "timeout", "oom", "slow") for path in Path(folder).glob(f"{kind}-*"))
        data = kept[0].read_bytes() if kept else b""
    counted = [int(number) for number in re.findall(r"number_of_executed_units: (\d+)", said)]
    covered = re.findall(r"cov: (\d+) ft: (\d+)", said)
    coverage, features = map(int, covered[-1]) if covered else (0, 0)
    return Outcome(counted[-1] if counted else 0, coverage, features, said, data if done.returncode else None)


def is_refused(data: bytes, target: str) -> bool:
    """Whether the jail answers these bytes with a refusal, and reads on."""
    with Jail() as jail:
        try:
            jail.read(data, name=f"x.{target}")
        except UnreadableFile:
            return bool(jail.read(b"1.1 Verwerker meldt.", name="x.txt").text)
    return True


def main() -> int:
    """Fuzz every target and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=300, help="for how long, all targets together")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this one; may be given again")
    parser.add_argument("--corpus", metavar="DIR", type=Path, help="keep what is found here, and go on from it")
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris has no build for this Python or system, so nothing is fuzzed here: see docs/adr/0015-fuzzing.md")
        return 0
    chosen = tuple(options.target or TARGETS)
    crashes = 0
    print(f"{'':12} {'executions':>10} {'edges':>7} {'features':>9}")
    for target in chosen:
        outcome = fuzzed(target, max(1, options.seconds // len(chosen)), options.corpus)
        verdict = "no crash"
        if outcome.crash is not None:
            contained = _DIED in outcome.said and target == "pdf" and is_refused(outcome.crash, target)
            verdict = "the library died; in the jail a clear refusal" if contained else "CRASH"
            crashes += not contained
        print(f"{target:12} {outcome.executions:10} {outcome.coverage:7} {outcome.features:9}   {verdict}", flush=True)
        if verdict == "CRASH":
            lines = [line for line in outcome.said.splitlines() if not line.startswith(("#", "INFO", "NEW_FUNC"))]
            print(
                "\n".join(lines[-_SHOWN:]),
                f"input, base64: {base64.b64encode(outcome.crash or b'').decode()}",
                sep="\n",
            )
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
