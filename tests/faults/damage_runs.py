#!/usr/bin/env python3
"""Damages files of an index, over and over, and reads and changes it.

    damage_runs.py --program SITREP COUNT [--seed N]

No command may end with a signal, run for ever, or take the damage for a mistake of its own: whoever gives Xapian an
index finds the damage of its tables before."""
import argparse
import collections
import json
import os
import random
import shutil
import signal
import subprocess

from new_folder import run_in_new_folder

BLOCK = 8192
FAULT = "ran into a fault"
FILES = ("postlist.glass", "postlist.glass", "termlist.glass", "docdata.glass", "position.glass", "iamglass",
         "inputs.ledger", "tables.sound", "../manifest.json", "../runs.jsonl")
SEARCHES = (("search", "--json", "--facets", "country,topic", "--sort", "newest", '"the bridge" OR convoy near/5 vote'),
            ("search", "--exact", '"market vote"', "title:bridge"), ("show", "r3", "r30"), ("facets", "--json"),
            ("info", "-v"))
CHANGES = (("index", "--no-infer", "--threads", "1", "changed.jsonl"), ("index", "--rollback"), ("verify",),
           ("index", "--no-infer", "--threads", "1", "--rebuild", "changed.jsonl"))


class Damage:
    def __init__(self, arguments):
        self.program = arguments.program
        self.rng = random.Random(arguments.seed)
        self.ends = collections.Counter()

    def sitrep(self, *arguments):
        return subprocess.run([self.program, *arguments, "--db", "x.db"], check=False, capture_output=True, text=True,
                              timeout=20)

    def write_records(self, name, count):
        with open(name, "w", encoding="utf-8") as file:
            for i in range(count):
                text = " ".join(self.rng.choice(("bridge", "convoy", "market", "vote", "talks")) for _ in range(80))
                record = {"id": f"r{i}", "title": f"The {text[:30]}", "body": text, "date": f"2024-05-{1 + i % 28:02}",
                          "countries": [self.rng.choice(("UKR", "SDN"))], "language": "en"}
                file.write(json.dumps(record) + "\n")

    def swap_blocks(self, data):
        first, second = (self.rng.randrange(len(data) // BLOCK) * BLOCK for _ in range(2))
        data[first:first + BLOCK], data[second:second + BLOCK] = (data[second:second + BLOCK],
                                                                  data[first:first + BLOCK])

    def change(self, path):
        with open(path, "rb") as file:
            data = bytearray(file.read())
        if len(data) >= BLOCK and self.rng.random() < 0.1:
            self.swap_blocks(data)
        for _ in range(self.rng.randint(1, 4)):
            at = self.rng.randrange(len(data))
            if self.rng.random() < 0.5:  # headers and directories
                at = min(at // BLOCK * BLOCK + self.rng.randrange(60), len(data) - 1)
            data[at] = self.rng.choice((0, 255, self.rng.randrange(256)))
        if self.rng.random() < 0.1:
            del data[self.rng.randrange(len(data)):]
        with open(path, "wb") as file:
            file.write(data)

    def check(self, done):
        self.ends[done.returncode] += 1
        if done.returncode not in (0, 1, 4, 10, 12):
            raise AssertionError(f"it ended with {done.returncode}: {done.stderr}")
        if FAULT in done.stderr:
            raise AssertionError(f"it ran into a fault: {done.stderr}")
        if "this is a bug" in done.stderr or "changes faster" in done.stderr:
            raise AssertionError(f"the damage is taken for something else: {done.stderr}")

    def step(self):
        name = self.rng.choice(FILES)
        shutil.rmtree("x.db")
        shutil.copytree("sound.db", "x.db")
        self.change(f"x.db/generation-2/{name}")
        for command in (*self.rng.sample(SEARCHES, 2), self.rng.choice(CHANGES)):
            try:
                self.check(self.sitrep(*command))
            except (subprocess.TimeoutExpired, AssertionError) as error:
                raise AssertionError(f"{' '.join(command)} with damage in {name}: {error}") from error

    def explain_fault(self):
        """Whatever the fault is, it ends with a message and the exit code of a failure."""
        with subprocess.Popen([self.program, "index", "--db", "y.db", "-"], stdin=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as process:
            while not os.path.exists("y.db/lock"):
                pass
            process.send_signal(signal.SIGSEGV)
            said = process.stderr.read()
            if process.wait() != 4 or FAULT not in said or "hint: sitrep verify" not in said:
                raise AssertionError(f"a fault ended with {process.returncode}: {said}")

    def run(self, count):
        self.write_records("in.jsonl", 60)
        self.sitrep("index", "--no-infer", "in.jsonl")
        self.sitrep("index", "--no-infer", "--rebuild", "in.jsonl")
        self.write_records("changed.jsonl", 60)
        os.rename("x.db", "sound.db")
        shutil.copytree("sound.db", "x.db")
        for _ in range(count):
            self.step()
        self.explain_fault()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    damage = Damage(arguments)
    run_in_new_folder("sitrep-damage-", arguments.seed, lambda: damage.run(arguments.count))
    ends = ", ".join(f"{count} ended with {code}" for code, count in sorted(damage.ends.items(), key=str))
    print(f"{arguments.count} damaged indexes: {ends}")


main()
