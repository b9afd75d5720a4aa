#!/usr/bin/env python3
"""Runs `sitrep index` over and over on input that changes, makes it fail, and looks at the index after each run.

    fault_runs.py --program SITREP --shim SHIM.so kills|errors COUNT [--seed N]

Whatever happens, the index opens, `sitrep verify` finds nothing, and it holds exactly the reports of the last run that
was completed, or of the one that failed if that was published before it did. Only a run that removes may leave some
that are gone: a run that failed may have lost what the index knew of its input, of which one record is always refused,
and what that was before is not removed. Ends with 1 at the first run after which that is not so, and says how to repeat
it."""
import argparse
import collections
import json
import os
import random
import shutil
import subprocess
import sys

from new_folder import run_in_new_folder

DONE, REFUSED_SOME, FAILED, KILLED = 0, 3, 4, -9
KILLS = ("kill", "kill", "torn")
ERRORS = ("full", "full", "once", "once", "sync", "short")
START_RECORDS = 60


class Input:
    """Files of records, and what an index of them should hold."""

    def __init__(self, rng):
        self.rng = rng
        self.files = {f"f{i}.jsonl": {} for i in range(3)}
        self.next_id = 0
        for _ in range(START_RECORDS):
            self.add()

    def add(self):
        records = self.files[self.rng.choice(sorted(self.files))]
        records[f"r{self.next_id}"] = self.text()
        self.next_id += 1

    def text(self):
        return "story " + " ".join(self.rng.choice(("bridge", "convoy", "market", "vote", "talks"))
                                   for _ in range(30)) + f" {self.rng.randrange(10 ** 6)}"

    def change(self):
        for _ in range(self.rng.choice((0, 1, 1, 2, 5, 30))):
            records = self.files[self.rng.choice(sorted(self.files))]
            kind = self.rng.random()
            if kind < 0.3 or not records:
                self.add()
            elif kind < 0.8 or len(self.reports()) < START_RECORDS:
                records[self.rng.choice(sorted(records))] = self.text()
            else:
                del records[self.rng.choice(sorted(records))]

    def write(self):
        os.makedirs("in", exist_ok=True)
        for name, records in self.files.items():
            with open(f"in/{name}", "w", encoding="utf-8") as file:
                for key, text in records.items():
                    file.write(json.dumps({"id": key, "title": text}) + "\n")
        with open("in/refused.jsonl", "w", encoding="utf-8") as file:
            file.write("not a record\n")

    def reports(self):
        return {key: text for records in self.files.values() for key, text in records.items()}


class Faults:
    def __init__(self, arguments):
        self.program = arguments.program
        self.shim = arguments.shim
        self.modes = KILLS if arguments.kind == "kills" else ERRORS
        self.rng = random.Random(arguments.seed)
        self.input = Input(self.rng)
        self.calls = collections.defaultdict(lambda: 100)  # of each kind of run
        self.ends = collections.Counter()
        self.pruned = 0  # runs that removed all that was gone

    def sitrep(self, *arguments, fault=None):
        environment = dict(os.environ)
        if fault is not None:
            environment |= {"LD_PRELOAD": self.shim, "SITREP_FAULT": fault, "SITREP_FAULT_COUNT": "calls.txt"}
        return subprocess.run([self.program, *arguments, "--db", "x.db"], env=environment, check=False,
                              capture_output=True, text=True, timeout=120)

    def index(self, kind, fault=None, source="in"):
        # A few threads, so that it is always the same thread that writes a call of some number, or nearly.
        done = self.sitrep("index", "--no-infer", "--threads", "1", "--force", *kind, source, fault=fault)
        for wrong in ("this is a bug", "tell the makers", "building through Xapian's own writer"):
            if wrong in done.stderr:
                raise AssertionError(f"a fault of the file system is taken for something else: {done.stderr}")
        return done

    def found(self):
        done = self.sitrep("search", "--json", "-n", "100000", "*")
        if done.returncode not in (0, 1):
            return f"search ended with {done.returncode}: {done.stderr}"
        return {hit["id"]: hit["title"] for hit in json.loads(done.stdout)["hits"]}

    def check(self, allowed):
        """The state that the index is in, one of those that are allowed or between a pair of them."""
        done = self.sitrep("verify")
        if done.returncode != DONE:
            raise AssertionError(f"verify ended with {done.returncode}: {done.stdout}{done.stderr}")
        found = self.found()
        if isinstance(found, str):
            raise AssertionError(found)
        for state in allowed:
            least, most = state if isinstance(state, tuple) else (state, state)
            if least.items() <= found.items() <= most.items():
                return found
        counts = [[len(part) for part in state] if isinstance(state, tuple) else len(state) for state in allowed]
        raise AssertionError(f"the index holds what it should not: {len(found)} reports, expected one of {counts}")

    @staticmethod
    def check_nothing_unfinished():
        """What runs that were killed left behind is gone after one that was not."""
        left = [os.path.join(folder, name) for folder, _, names in os.walk("x.db") for name in names if ".tmp" in name]
        if left:
            raise AssertionError(f"these files are left in the index: {' '.join(left)}")

    def expected(self, kind, state):
        """What the index holds after a run that is completed."""
        reports = self.input.reports()
        if "--prune" in kind:
            return reports, state | reports
        return reports if "--rebuild" in kind else state | reports

    def step(self, state):
        kind = self.rng.choice(((), (), (), ("--prune",), ("--rebuild",), ("--rebuild", "--engine", "xapian")))
        self.input.change()
        self.input.write()
        at = self.rng.randint(1, self.calls[kind] + 2)
        fault = f"{self.rng.choice(self.modes)}:{at}"
        try:
            done = self.index(kind, fault)
        except AssertionError as error:
            raise AssertionError(f"{' '.join(kind) or 'update'} with {fault}: {error}") from error
        self.ends[done.returncode] += 1
        if os.path.exists("calls.txt"):
            with open("calls.txt", encoding="utf-8") as file:
                self.calls[kind] = int(file.read() or 100)
            os.remove("calls.txt")
        after = [self.expected(kind, state)]
        try:
            if done.returncode in (DONE, REFUSED_SOME):
                found = self.check(after)
                self.pruned += "--prune" in kind and found == self.input.reports() != state | found
                return found
            if done.returncode not in (KILLED, FAILED):
                raise AssertionError(f"it ended with {done.returncode}: {done.stderr}")
            found = self.check([state, *after])
            if done.returncode == FAILED and "--prune" not in kind:
                self.check_message(done.stderr, found, state, after[0])
            return found
        except AssertionError as error:
            raise AssertionError(f"{' '.join(kind) or 'update'} with {fault}: {error}") from error

    @staticmethod
    def check_message(message, found, before, after):
        """Whoever reads that a run failed has to know whether the index is as it was."""
        says_so = "the index is up to date" in message
        if before != after and says_so != (found == after):
            raise AssertionError(f"the index is {'new' if found == after else 'old'}, and the run said: {message}")

    def last_calls(self, state, count):
        """A rebuild and an update at each of whose last calls something fails once: publishing is there."""
        for kind in (("--rebuild",), ()):
            self.index(("--rebuild",))
            self.index(kind, "count:0")
            with open("calls.txt", encoding="utf-8") as file:
                last = int(file.read())
            for at in range(last - count, last + 1):
                state = self.found()
                self.input.add()
                self.input.write()
                done = self.index(kind, f"once:{at}")
                if done.returncode not in (REFUSED_SOME, FAILED):
                    raise AssertionError(f"{kind} with once:{at} ended with {done.returncode}: {done.stderr}")
                after = self.input.reports()
                found = self.check([state, after])
                if done.returncode == FAILED:
                    self.check_message(f"{kind} with once:{at}: {done.stderr}", found, state, after)

    def large_builds(self, count):
        """Builds of so much that both engines write while the input is still read."""
        with open("large.jsonl", "w", encoding="utf-8") as file:
            for i in range(120):
                noise = self.rng.randbytes(40_000).hex()
                file.write(json.dumps({"id": f"r{i}", "title": f"story {i}", "noise": noise}) + "\n")
        before = self.found()
        for i in range(count):
            kind = ("--rebuild", "--memory", "1M") + (("--engine", "xapian") if i % 2 == 0 else ())
            fault = f"{self.rng.choice(('full', 'once'))}:{self.rng.randint(1, 400)}"
            done = self.index(kind, fault, "large.jsonl")
            if done.returncode == FAILED:
                self.check([before])
            elif done.returncode != DONE:
                raise AssertionError(f"{' '.join(kind)} with {fault} ended with {done.returncode}: {done.stderr}")
            else:
                before = self.found()

    def updates_on_full_disks(self):
        """The disk is full from each call of an update on. Xapian ends the program if that is while it flushes values."""
        shutil.rmtree("x.db")
        before = self.write_many()
        self.index((), source="many.jsonl")
        self.write_many()
        for at in range(1, 1000):
            done = self.index((), f"full:{at}", "many.jsonl")
            if done.returncode == DONE:
                return
            if done.returncode != FAILED or "sitrep: " not in done.stderr:
                raise AssertionError(f"an update with full:{at} ended with {done.returncode}: {done.stderr}")
            if at % 40 == 0:
                self.check([before])
        raise AssertionError("an update never ended")

    def write_many(self):
        reports = {f"m{i}": self.input.text() for i in range(500)}
        with open("many.jsonl", "w", encoding="utf-8") as file:
            for key, title in reports.items():
                day = f"2024-{self.rng.randint(1, 12):02d}-{self.rng.randint(1, 28):02d}"
                source = f"outlet {self.rng.randrange(10 ** 5)}"
                file.write(json.dumps({"id": key, "title": title, "date": day, "source": source}) + "\n")
        return reports

    def run(self, count):
        self.input.write()
        state = self.input.reports()
        if self.index(()).returncode != REFUSED_SOME:
            raise AssertionError("the first run failed")
        for i in range(count):
            state = self.step(state)
            if i % 10 == 9:
                done = self.index(())
                if done.returncode != REFUSED_SOME:
                    raise AssertionError(f"a run without faults ended with {done.returncode}: {done.stderr}")
                self.check_nothing_unfinished()
                state = self.check([state | self.input.reports()])
        if self.modes == ERRORS:
            self.last_calls(state, 24)
            self.large_builds(16)
            self.updates_on_full_disks()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--shim", required=True, type=os.path.abspath)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("kind", choices=("kills", "errors"))
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    faults = Faults(arguments)
    run_in_new_folder("sitrep-faults-", arguments.seed, lambda: faults.run(arguments.count))
    ends = ", ".join(f"{count} ended with {code}" for code, count in sorted(faults.ends.items()))
    if faults.pruned == 0:
        sys.exit("no run removed what was gone")
    print(f"{arguments.count} runs with faults: {ends}; nothing was lost")
    wanted = KILLED if arguments.kind == "kills" else FAILED
    if faults.ends[wanted] < arguments.count / 3:
        sys.exit("too few of them failed for this to say anything")


main()
