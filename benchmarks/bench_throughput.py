"""`art28 read` of many agreements with distinct bytes: files a minute and the memory they take."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
FILES_A_MINUTE = 1000
_MIB = 1024


def copies(directory: Path) -> list[Path]:
    """The sample PDFs over and over, no two files alike: a comment behind a PDF's end changes its hash."""
    made = []
    sources = sorted((ROOT / "samples" / "pdf").glob("*.pdf"))
    for number, source in enumerate(islice(cycle(sources), FILES)):
        made.append(directory / f"{number:04}-{source.name}")
        made[-1].write_bytes(source.read_bytes() + f"\n%{number}\n".encode())
    return made


def seconds(files: list[Path], out: Path) -> float:
    """How long one command takes to read all `files`."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "art28.cli.main", "read", "--out", str(out), *map(str, files)]
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def main() -> None:
    """One command for all files."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as place:
        directory = Path(place)
        files = copies(directory)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = seconds(files, directory / "facts")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{FILES} files in {took:.1f} s on {cores} cores, {used:.1f} s of processor time")
    print(f"{used / FILES * 1000:.0f} ms of processor time a file   largest process {after.ru_maxrss // _MIB} MiB")
    print(f"{FILES / took * 60:.0f} files a minute, given {used / took / cores:.0%} of the cores' time")
    print(f"{FILES / used * cores * 60:.0f} files a minute, given all of it   aimed at {FILES_A_MINUTE}")


if __name__ == "__main__":
    main()
