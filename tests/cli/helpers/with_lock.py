#!/usr/bin/env python3
"""with_lock.py DIR COMMAND...: runs a command while this process holds the write lock of the index DIR."""
import fcntl
import os
import struct
import subprocess
import sys

F_OFD_SETLK = 37

with open(os.path.join(sys.argv[1], "lock"), "r+") as lock:
    lock.truncate(0)
    lock.write("process 4711 on somewhere since 2025-01-01T00:00:00Z\n")
    lock.flush()
    # struct flock: type, whence, start, length, pid
    fcntl.fcntl(lock, F_OFD_SETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))
    sys.exit(subprocess.run(sys.argv[2:], check=False).returncode)
