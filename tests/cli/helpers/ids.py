#!/usr/bin/env python3
"""ids.py OPTIONS QUERY...: the ids of all hits in the sample reports, best first, one a line.

That there are none is said on standard error: two searches that find nothing agree too easily."""
import json
import os
import subprocess
import sys

limit = [] if "-n" in sys.argv else ["-n", "1000"]
done = subprocess.run(["sitrep", "search", "--db", os.environ["SAMPLES_DB"], "--json", *limit, *sys.argv[1:]],
                      stdout=subprocess.PIPE, check=False)
if done.returncode != 0:
    sys.exit(f"ids.py: exit code {done.returncode} for {sys.argv[1:]}")
for hit in json.loads(done.stdout)["hits"]:
    print(hit["id"])
