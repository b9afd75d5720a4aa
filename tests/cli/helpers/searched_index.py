#!/usr/bin/env python3
"""searched_index.py: searches an index again and again, several processes at a time, while others change and rebuild it.
Every report of a state says its number, so that a mix of two would be seen. Ends with 1 if one is, or if a search
fails."""
import json
import subprocess
import sys
import threading

DB = "searched.db"
REPORTS = 40
ROUNDS = 24
SEARCHERS = 3


def write(round_number):
    with open("in.jsonl", "w", encoding="utf-8") as file:
        for i in range(REPORTS):
            file.write(json.dumps({"id": f"r{i}", "title": f"state{round_number} of report {i}"}) + "\n")


def index(*options):
    subprocess.run(["sitrep", "index", "-q", "--no-infer", "--db", DB, *options, "in.jsonl"], check=True)


def look():
    """What is wrong with the answer to a search; nothing if it is right."""
    done = subprocess.run(["sitrep", "search", "--json", "-n", str(2 * REPORTS), "--db", DB, "report"],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return f"a search ended with {done.returncode}: {done.stderr}"
    hits = json.loads(done.stdout)["hits"]
    states = {hit["title"].split()[0] for hit in hits}
    return None if len(hits) == REPORTS and len(states) == 1 else f"a search saw {len(hits)} reports of {states}"


def search(is_done, troubles):
    while not is_done.is_set():
        if trouble := look():
            troubles.append(trouble)
            return


def main():
    write(0)
    index()
    is_done, troubles = threading.Event(), []
    searchers = [threading.Thread(target=search, args=(is_done, troubles)) for _ in range(SEARCHERS)]
    for searcher in searchers:
        searcher.start()
    try:
        for i in range(1, ROUNDS):
            write(i)
            index(*(["--rebuild"] if i % 2 else []))
    finally:
        is_done.set()
    for searcher in searchers:
        searcher.join()
    if troubles:
        sys.exit(troubles[0])
    print("every search saw one state")


main()
