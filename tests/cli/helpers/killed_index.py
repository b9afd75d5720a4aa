#!/usr/bin/env python3
"""killed_index.py [MOMENTS [SEED]]: builds an index, kills `sitrep index --rebuild` on it with SIGKILL at so many random
moments, spread over the time that a whole run takes, and looks at the index after each.

A search then finds what it found before, or all that the run was to write if that was published already. The next run
succeeds and leaves only files of the index. Says how many moments there were; ends with 1 if anything is not as it
should be."""
import json
import os
import random
import re
import subprocess
import sys
import time

DB = "killed.db"
RECORDS = 2000
REFUSED_SOME = 3  # the exit code
FILES = {"XAPIANDB", "lock", "manifest.json", "rejects.jsonl", "runs.jsonl"}
TABLES = {"docdata.glass", "iamglass", "position.glass", "postlist.glass", "termlist.glass", "flintlock",
          "inputs.ledger", "tables.sound"}


def write_corpus(name, seed):
    rng = random.Random(seed)
    words = [f"{rng.choice('bdfgklm')}{rng.choice('aeiou')}{i}" for i in range(3000)]
    with open(name, "w", encoding="utf-8") as file:
        for i in range(RECORDS):
            body = " ".join(rng.choices(words, k=60))
            file.write(json.dumps({"id": f"r{i}", "title": f"Report of {name}", "body": body}) + "\n")
        file.write("not a record\n")


def index(name, *options):
    return ["sitrep", "index", "-q", "--no-infer", "--db", DB, *options, name]


def run(command):
    done = subprocess.run(command, check=False)
    if done.returncode not in (0, REFUSED_SOME):
        sys.exit(f"exit code {done.returncode} of {' '.join(command)}")


def answer():
    """What tells one state of the index from another: the first hits of a word that all reports have."""
    done = subprocess.run(["sitrep", "search", "--db", DB, "--json", "-n", "50", "report"], capture_output=True,
                          check=True)
    result = json.loads(done.stdout)
    return result["total"], [(hit["id"], hit["title"], hit["score"]) for hit in result["hits"]]


def wrong_files():
    with open(os.path.join(DB, "XAPIANDB"), encoding="utf-8") as stub:
        generation = int(re.search(r"generation-(\d+)", stub.read())[1])
    kept = {f"generation-{generation}", f"generation-{generation - 1}"}
    wrong = [name for name in os.listdir(DB) if name not in FILES | kept]
    return wrong + [f"{folder}/{name}" for folder in kept if os.path.isdir(os.path.join(DB, folder))
                    for name in os.listdir(os.path.join(DB, folder)) if name not in TABLES]


def run_killed(name, seconds):
    """The exit code; -9 if the signal came before the end."""
    process = subprocess.Popen(index(name, "--rebuild"), stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    return process.wait(60)


def main():
    moments = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    answers = {}
    for name in ("first.jsonl", "second.jsonl"):
        write_corpus(name, name)
        start = time.monotonic()
        run(index(name, "--rebuild"))
        duration = time.monotonic() - start
        answers[name] = answer()
    now, other = "second.jsonl", "first.jsonl"
    killed = 0
    for i in range(moments):
        moment = duration * (i + rng.random()) / moments
        killed += run_killed(other, moment) == -9
        found = answer()
        if found == answers[other]:
            now, other = other, now
        elif found != answers[now]:
            sys.exit(f"killed after {moment:.3f} of {duration:.3f} s: a search finds {found[0]} reports and others")
        run(index(now))
        if wrong := wrong_files():
            sys.exit(f"killed after {moment:.3f} of {duration:.3f} s: the next run leaves {' '.join(wrong)}")
        if answer() != answers[now]:
            sys.exit(f"killed after {moment:.3f} of {duration:.3f} s: the next run changes what a search finds")
    run(index(other, "--rebuild"))
    if answer() != answers[other]:
        sys.exit("a rebuild after all that finds something else")
    print(f"{moments} moments" if killed > moments / 2 else f"only {killed} of {moments} runs were killed")


main()
