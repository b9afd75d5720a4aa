#!/usr/bin/env python3
"""Kills runs of `sitrep index` at each of their last calls, and looks for what they refused of standard input.

    reject_runs.py --program SITREP --shim SHIM.so

Nobody can give the records of a stream once more. So after a kill all that was refused of a run whose report is in the
index is in a rejects file or pending beside one, and after the next run it is in a rejects file; nothing is left of a run
whose report is not in it. What was tried again and is in the index is refused no longer. Ends with 1 if that is not so."""
import argparse
import collections
import json
import os
import shutil
import subprocess
import sys

from new_folder import run_in_new_folder

REFUSED_SOME, KILLED = 3, -9
DB = "x.db"
OWN = f"{DB}/rejects.jsonl"
ELSEWHERE = "elsewhere.jsonl"
LAST_CALLS = 36


def refused_in(path):
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as file:
        return {json.loads(line)["raw"] for line in file}


def pending():
    return [f"{DB}/{name}" for name in os.listdir(DB) if name.endswith(".pending")]


class Runs:
    def __init__(self, arguments):
        self.program = arguments.program
        self.shim = arguments.shim
        self.ends = collections.Counter()
        self.published = collections.Counter()  # whether runs were before they were killed

    def sitrep(self, *arguments, records="", fault=None):
        environment = dict(os.environ)
        if fault is not None:
            environment |= {"LD_PRELOAD": self.shim, "SITREP_FAULT": fault, "SITREP_FAULT_COUNT": "calls.txt"}
        return subprocess.run([self.program, *arguments, "--db", DB], env=environment, input=records, check=False,
                              capture_output=True, text=True, timeout=120)

    def index(self, *arguments, records="", fault=None):
        return self.sitrep("index", "--no-infer", "--threads", "1", "--force", *arguments, records=records, fault=fault)

    def ids(self):
        done = self.sitrep("search", "--json", "-n", "1000", "*")
        return {hit["id"] for hit in json.loads(done.stdout)["hits"]}

    def start(self):
        """An index in which a file and a stream have a report and a refused record each."""
        os.makedirs("in")
        with open("in/f.jsonl", "w", encoding="utf-8") as file:
            file.write('{"id": "of a file", "title": "bridge"}\nbroken in a file\n')
        for arguments, records in ((("in",), ""), (("-",), self.stream("first"))):
            done = self.index(*arguments, records=records)
            if done.returncode != REFUSED_SOME:
                raise AssertionError(f"a run without faults ended with {done.returncode}: {done.stderr}")
        shutil.copytree(DB, "start.db")

    @staticmethod
    def start_again():
        shutil.rmtree(DB)
        shutil.copytree("start.db", DB)
        with open(ELSEWHERE, "w", encoding="utf-8") as file:
            file.write('{"input": "a", "record": 1, "reason": "b", "raw": "of an earlier run"}\n')

    @staticmethod
    def stream(name):
        return f'{{"id": "{name}", "title": "bridge"}}\nbroken {name}\n'

    def each_last_call(self, *arguments, records=""):
        """A run over a new index that is killed, for each of its last calls."""
        self.start_again()
        self.index(*arguments, records=records, fault="count:0")
        with open("calls.txt", encoding="utf-8") as file:
            last = int(file.read())
        for at in range(max(1, last - LAST_CALLS), last + 2):
            self.start_again()
            done = self.index(*arguments, records=records, fault=f"kill:{at}")
            self.ends[done.returncode] += 1
            try:
                yield done.returncode
            except AssertionError as error:
                raise AssertionError(f"{' '.join(arguments)} with kill:{at}: {error}") from error

    def new_stream(self, *options):
        for _ in self.each_last_call(*options, "-", records=self.stream("second")):
            is_in = "second" in self.ids()
            self.published[is_in] += 1
            places = [OWN, ELSEWHERE, *pending()]
            if is_in and not any("broken second" in refused_in(place) for place in places):
                raise AssertionError("nobody who looks finds what was refused")
            self.index("in")
            refused = refused_in(OWN) | refused_in(ELSEWHERE)
            wanted = {"broken in a file"} | ({"broken second"} if is_in else set())
            if "--rebuild" not in options or not is_in:
                wanted.add("broken first")
            if "broken second" not in refused_in(ELSEWHERE):
                wanted.add("of an earlier run")
            if refused != wanted:
                raise AssertionError(f"{sorted(refused)} is refused, expected {sorted(wanted)}")
            self.require_nothing_pending()

    def another_try(self):
        with open("mended.jsonl", "w", encoding="utf-8") as file:
            self.start_again()
            with open(OWN, encoding="utf-8") as lines:
                for line in map(json.loads, lines):
                    line["raw"] = '{"id": "mended", "title": "bridge"}' if "stream" in line else line["raw"]
                    file.write(json.dumps(line) + "\n")
        for _ in self.each_last_call("--retry", "mended.jsonl"):
            is_in = "mended" in self.ids()
            self.index("--retry", OWN)
            wanted = {"broken in a file"} | (set() if is_in else {"broken first"})
            if refused_in(OWN) != wanted:
                raise AssertionError(f"{sorted(refused_in(OWN))} is refused, expected {sorted(wanted)}")
            self.require_nothing_pending()

    @staticmethod
    def require_nothing_pending():
        if pending():
            raise AssertionError(f"{pending()} is still there")

    def run(self):
        self.start()
        for options in ((), ("--rebuild",), ("--rejects", ELSEWHERE), ("--rebuild", "--rejects", ELSEWHERE)):
            self.new_stream(*options)
        self.another_try()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--shim", required=True, type=os.path.abspath)
    runs = Runs(parser.parse_args())
    run_in_new_folder("sitrep-rejects-", 0, runs.run)
    print(f"{runs.ends[KILLED]} runs were killed; nothing that they had refused was lost")
    if runs.ends[KILLED] < 100 or min(runs.published[True], runs.published[False]) < 20:
        sys.exit("too few of them for this to say anything")


main()
