#!/usr/bin/env python3
"""Runs text cases: what the program prints and how it ends.

    run_cases.py --program build/dev/bin/sitrep CASE...

A case file has lines of these kinds:

    # text             what behaviour the case holds; the first line is one
    | shell            setup; lines in a row are one bash script, which must succeed
    $ shell            a command; what follows is expected of it
    exit N             exit code; 0 without this line
    > text             a line of standard output, exactly
    >~ regex           a line of standard output that the pattern matches as a whole
    >...               any number of lines, also none
    2> 2>~ 2>...       the same for standard error
    no> regex          no line of standard output contains this; no2> for standard error
    json PATH OP VALUE a value in the JSON on standard output; json2 for standard error,
                       json:FILE for a file. PATH is .a.b[0].length, `.` is the whole; OP is
                       == != >= <= or ~ (regex); VALUE is JSON (for ~ the bare pattern).
                       Several lines of JSON are a list. A missing key is null.

A stream of which nothing is said must be empty. JSON and no> lines say something of a stream.

Each case runs in an empty folder of its own. $SAMPLES is the folder sample_data, $SAMPLES_DB an index
of its reports that cases must not change, $HELPERS the folder of helper programs. A case with the
line `needs PROGRAM` is skipped (exit code 77) where that program is missing.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "sample_data"
TIMEOUT_SECONDS = 240
SKIPPED = 77


class CaseError(Exception):
    """An expectation that was not met, or a case that cannot be read."""


class Step:
    """One command with what is expected of it."""

    def __init__(self, command, line):
        self.command = command
        self.line = line
        self.exit = 0
        self.lines = {">": [], "2>": []}
        self.forbidden = {">": [], "2>": []}
        self.json = []

    def says_something_of(self, stream):
        about_json = {">": "json", "2>": "json2"}[stream]
        return (self.forbidden[stream] or self.lines[stream]
                or any(source == about_json for source, *_ in self.json))


def parse(path):
    """A list of ("setup", script), ("needs", program) and ("step", Step)."""
    items = []
    step = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.match(r"(\||\$|exit|needs|no2?>|2?>\.\.\.|2?>~|2?>|json2|json:\S+|json)( (.*))?$", line)
        if not match:
            raise CaseError(f"{path.name}:{number}: what is this: {line}")
        kind, text = match.group(1), match.group(3) or ""
        if kind == "|":
            if step is None and items and items[-1][0] == "setup":
                items[-1] = ("setup", items[-1][1] + "\n" + text)
            else:
                items.append(("setup", text))
            step = None
        elif kind == "needs":
            items.append(("needs", text))
        elif kind == "$":
            step = Step(text, number)
            items.append(("step", step))
        elif step is None:
            raise CaseError(f"{path.name}:{number}: there is no command that this belongs to")
        elif kind == "exit":
            step.exit = int(text)
        elif kind.startswith("no"):
            step.forbidden[kind[2:]].append(text)
        elif kind.startswith("json"):
            parts = text.split(" ", 2)
            if len(parts) != 3:
                raise CaseError(f"{path.name}:{number}: json needs PATH OP VALUE")
            step.json.append((kind, *parts))
        else:
            stream = "2>" if kind.startswith("2>") else ">"
            step.lines[stream].append((kind[len(stream):], text))
    return items


def lines_match(expected, actual):
    """True if the lines fit the patterns one after the other."""
    if not expected:
        return not actual
    kind, text = expected[0]
    if kind == "...":
        return any(lines_match(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    if not actual:
        return False
    fits = re.fullmatch(text, actual[0]) if kind == "~" else actual[0] == text
    return bool(fits) and lines_match(expected[1:], actual[1:])


def split_lines(text):
    """By line feeds alone, so that other separators stay visible."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def read_json(text):
    values = [json.loads(line) for line in split_lines(text) if line.strip()]
    return values[0] if len(values) == 1 else values


def value_at(value, path):
    for key, index in re.findall(r"\.([\w-]+)|\[(-?\d+)\]", path):
        if key == "length" and not (isinstance(value, dict) and key in value):
            value = len(value)
        elif key:
            value = value.get(key) if isinstance(value, dict) else None
        else:
            value = value[int(index)] if isinstance(value, list) and int(index) < len(value) else None
    return value


def check_json(source, path, operator, wanted):
    actual = value_at(source, path)
    if operator == "~":
        good = isinstance(actual, str) and re.search(wanted, actual)
    else:
        expected = json.loads(wanted)
        good = {"==": lambda: actual == expected, "!=": lambda: actual != expected,
                ">=": lambda: actual >= expected, "<=": lambda: actual <= expected}[operator]()
    if not good:
        raise CaseError(f"json {path} {operator} {wanted}, but it is {json.dumps(actual, ensure_ascii=False)}")


def indented(text):
    return "".join(f"    {line!r}\n" for line in split_lines(text)[:60]) or "    (nothing)\n"


class Runner:
    def __init__(self, program, samples_db):
        self.program = Path(program).resolve()
        self.samples_db = Path(samples_db).resolve()

    def environment(self, folder):
        keep = {name: value for name, value in os.environ.items()
                if name.endswith("SAN_OPTIONS") or name == "LD_LIBRARY_PATH"}
        return {**keep, "PATH": f"{self.program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                "HOME": str(folder), "SAMPLES": str(SAMPLES), "SAMPLES_DB": str(self.samples_db),
                "HELPERS": str(HERE / "helpers")}

    def bash(self, script, folder):
        return subprocess.run(["bash", "-c", script], cwd=folder, env=self.environment(folder),
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_SECONDS,
                              check=False)

    def run_step(self, step, folder):
        done = self.bash(step.command, folder)
        streams = {">": done.stdout.decode("utf-8", "backslashreplace"),
                   "2>": done.stderr.decode("utf-8", "backslashreplace")}
        try:
            if done.returncode != step.exit:
                raise CaseError(f"exit code {done.returncode}, expected {step.exit}")
            for stream, text in streams.items():
                self.check_stream(step, stream, text)
            for source, path, operator, wanted in step.json:
                check_json(self.json_source(source, streams, folder), path, operator, wanted)
        except (CaseError, ValueError, OSError, TypeError, re.error) as error:
            raise CaseError(f"line {step.line}: $ {step.command}\n  {error}\n  standard output:\n"
                            f"{indented(streams['>'])}  standard error:\n{indented(streams['2>'])}") from error

    @staticmethod
    def json_source(source, streams, folder):
        if source.startswith("json:"):
            return read_json((folder / source[5:]).read_text(encoding="utf-8"))
        return read_json(streams["2>" if source == "json2" else ">"])

    @staticmethod
    def check_stream(step, stream, text):
        lines = split_lines(text)
        for pattern in step.forbidden[stream]:
            for line in lines:
                if re.search(pattern, line):
                    raise CaseError(f"{line!r} contains {pattern}")
        if step.lines[stream] or not step.says_something_of(stream):
            if not lines_match(step.lines[stream], lines):
                wanted = "".join(f"    {kind} {line}\n" for kind, line in step.lines[stream])
                raise CaseError(f"lines differ; expected of {stream}\n{wanted}")

    def run(self, path):
        items = parse(path)
        if not any(kind == "step" for kind, _ in items):
            raise CaseError(f"{path.name} has no command")
        with tempfile.TemporaryDirectory(prefix="sitrep-case-") as name:
            folder = Path(name)
            for kind, item in items:
                if kind == "needs" and shutil.which(item) is None:
                    return f"skipped: there is no {item}"
                if kind == "setup":
                    done = self.bash("set -euo pipefail\n" + item, folder)
                    if done.returncode != 0:
                        raise CaseError(f"setup failed:\n{item}\n{done.stderr.decode(errors='replace')}")
                elif kind == "step":
                    self.run_step(item, folder)
        return "passed"


def make_samples(program, folder):
    """The index that all cases share."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([program, "index", "-q", "--db", folder, SAMPLES / "reports", SAMPLES / "plain"],
                   check=True, timeout=TIMEOUT_SECONDS)


def main():
    parser = argparse.ArgumentParser(description="Runs text cases against the program sitrep.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--samples-db", help="index of the sample reports; made for this run without it")
    parser.add_argument("--make-samples", action="store_true", help="only make the index SAMPLES_DB")
    parser.add_argument("cases", nargs="*", type=Path)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(prefix="sitrep-samples-") as temporary:
        samples_db = options.samples_db or str(Path(temporary) / "samples.db")
        if options.make_samples or not options.samples_db:
            make_samples(options.program, samples_db)
        if options.make_samples:
            return 0
        runner = Runner(options.program, samples_db)
        results = []
        for path in options.cases:
            try:
                results.append(runner.run(path))
            except (CaseError, subprocess.TimeoutExpired) as error:
                results.append("FAILED")
                print(f"{path.name}: {error}", file=sys.stderr)
            print(f"{path.stem}: {results[-1]}")
    if "FAILED" in results:
        return 1
    return SKIPPED if results and all(result.startswith("skipped") for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
