#!/usr/bin/env python3
"""interrupted_index.py SIGNAL DIR [--idle]: runs `sitrep index --db DIR -`, signals it once it is at work, and ends
as it ends. Its input never ends; with --idle no more of it comes after the signal."""
import os
import signal
import subprocess
import sys

name, folder = sys.argv[1:3]
is_idle = "--idle" in sys.argv


def is_at_work():
    """The lock is taken after signals are caught."""
    return os.path.exists(os.path.join(folder, "lock"))


process = subprocess.Popen(["sitrep", "index", "--no-infer", "--db", folder, "-"], stdin=subprocess.PIPE)
number = 0
is_signalled = False
try:
    while process.poll() is None and not (is_idle and is_signalled):
        if not is_idle or number == 0:
            lines = "".join(f'{{"id": "{number + i}", "title": "Report {number + i} of an endless stream"}}\n'
                            for i in range(2000))
            number += 2000
            process.stdin.write(lines.encode())
            process.stdin.flush()
        if not is_signalled and is_at_work() and (is_idle or number > 20000):
            process.send_signal(signal.Signals[name])
            is_signalled = True
    code = process.wait(60)
    process.stdin.close()
except BrokenPipeError:
    code = process.wait(60)
sys.exit(code)
