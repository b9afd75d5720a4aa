"""Runs the programs that are measured, each in a process of its own."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

KIB = 1024
MB = 1e6


@dataclass(frozen=True)
class Usage:
    """What a process took, all its threads together."""
    wall_s: float
    cpu_s: float
    peak_mb: float


def fail(command, exit_code):
    sys.exit(f"compare: {' '.join(command)} failed with exit code {exit_code}")


def run_bench(program, *arguments):
    """Runs sitrep-bench, which measures itself, and returns the JSON objects that it prints."""
    command = [str(program), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        fail(command, done.returncode)
    return [json.loads(line) for line in done.stdout.splitlines()]


def run_measured(*arguments):
    """Runs a program that does not measure itself, from its start to its end."""
    command = [str(argument) for argument in arguments]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall_s = time.perf_counter() - start
    # Popen would otherwise wait for the child a second time.
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        fail(command, child.returncode)
    # Linux counts the resident set in units of 1,024 bytes.
    return Usage(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB / MB)


def bytes_in(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
