#!/usr/bin/env python3
"""on_terminal.py COLUMNS COMMAND...: runs a command on a terminal of so many columns and prints what it wrote."""
import fcntl
import os
import pty
import struct
import sys
import termios

child, master = pty.fork()
if child == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(sys.argv[1]), 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])
output = b""
while True:
    try:
        chunk = os.read(master, 65536)
    except OSError:  # how Linux says that the other side is closed
        break
    if not chunk:
        break
    output += chunk
sys.stdout.buffer.write(output.replace(b"\r\n", b"\n"))
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
