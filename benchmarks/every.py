"""Every benchmark, one after the other, and at the end what each of them took and which bars it holds.

    python benchmarks/every.py [NAME ...]

All of them, which takes hours on two processors, or those whose names hold one of the words given. A bar that isn't held is
reported and stops nothing; exits with 1 where a benchmark broke off.
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
MISSED = "NOT HELD"


def run(program: Path) -> tuple[bool, list[str]]:
    """Run a benchmark with its output shown as it comes; whether it came to its end, and its lines on bars that aren't held.

    One that misses a bar may exit with 1, having said so: that isn't breaking off.
    """
    missed = []
    with subprocess.Popen([sys.executable, program], stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            if MISSED in line:
                missed.append(" ".join(line.split()))
    return process.returncode == 0 or bool(missed), missed


def main(words: list[str]) -> int:
    every = sorted(HERE.glob("bench_*.py"))
    programs = [each for each in every if not words or any(word in each.stem for word in words)]
    if not programs:
        print(f"no benchmark is called {' or '.join(words)}; there are: {', '.join(each.stem for each in every)}")
        return 1
    ended = []
    for program in programs:
        print(f"\n== {program.stem}", flush=True)
        began = time.monotonic()
        whole, missed = run(program)
        ended.append((program.stem, time.monotonic() - began, whole, missed))
    print("\n== in short")
    for name, seconds, whole, missed in ended:
        standing = "broke off" if not whole else "bars missed" if missed else "bars held"
        print("\n".join((f"{name:24} {seconds:7.0f} s   {standing}", *(f"{'':36} {line}" for line in missed))))
    return 0 if all(whole for _, _, whole, _ in ended) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
