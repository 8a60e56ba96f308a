"""Starting the command line beside starting Python itself."""

import resource
import statistics
import subprocess
import sys
import time

from measure import row, within

HELP = 0.4
ROUNDS = 9


def wall(command: list[str]) -> float:
    """The median time until `command` has ended, in seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """`art28 --help` and one limit."""
    python = wall([sys.executable, "-c", "pass"])
    started = wall([sys.executable, "-m", "art28.cli.main", "--help"])
    row("art28 --help", started, python, baseline_name="python -c pass")
    within("art28 --help", started, HELP)
    limit = [sys.executable, "-m", "art28.cli.main", "limit", "--from", "2026-11-20T16:42", "--period", "PT72H"]
    row("art28 limit", wall([*limit, "--regime", "hours"]), python, baseline_name="python -c pass")
    print(f"largest child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
