"""bench/compare update: an index is brought up to date with an input that changed little or not."""

import json
import os
import shutil
import statistics
import time

from benchlib.processes import run_bench, run_measured
from benchlib.setup import prepare_corpus, read_through
from benchlib.tables import digits, median_and_range, print_table

# A file that was written a moment ago may be written to again within the same tick of its clock,
# so Sitrep looks into it whatever its time says.
SETTLED_S = 2.2
ADDED = " The figures in this report were corrected."


def change(record):
    """A report with another text."""
    fields = json.loads(record)
    fields["body"] = fields.get("body", "") + ADDED
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def write_changed(corpus, share, changed, only_changed):
    """The corpus with every so-manieth report changed, and those reports alone."""
    with corpus.open("rb") as records, changed.open("wb") as all_out, \
            only_changed.open("wb") as few_out:
        for number, record in enumerate(records):
            if number % share == 0:
                record = change(record)
                few_out.write(record)
            all_out.write(record)


class Round:
    """One run of everything, in a folder of its own."""

    def __init__(self, setup, files):
        self.setup = setup
        self.corpus, self.changed, self.only_changed = files
        self.folder = setup.work / "round"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.input = self.folder / "reports.jsonl"

    def put(self, source):
        """Makes the input that of another file, some time ago."""
        if source != self.input:
            shutil.copyfile(source, self.input)
        os.utime(self.input)
        os.sync()
        read_through(self.input)
        time.sleep(SETTLED_S)

    def sitrep(self):
        program = self.setup.bench.parent / "sitrep"
        return run_measured(program, "index", "--quiet", *self.setup.index_options,
                            "--db", self.folder / "index", self.input).wall_s

    def run(self):
        measures = {}
        self.put(self.corpus)
        measures["built anew"] = self.sitrep()
        measures["cat"] = run_measured("cat", self.input).wall_s
        measures["nothing changed"] = self.sitrep()
        self.put(self.input)
        measures["only its time changed"] = self.sitrep()
        self.put(self.changed)
        measures["reports changed"] = self.sitrep()
        table = self.folder / "fts5"
        run_bench(self.setup.bench, "fts5-index", self.corpus, table)
        measures["the same in SQLite FTS5"] = \
            run_bench(self.setup.bench, "fts5-update", self.only_changed, table)[0]["wall_s"]
        shutil.rmtree(self.folder)
        return measures


def run(options, setup):
    """Prints the table and returns all measures."""
    corpus = prepare_corpus(setup, options.jsonl, options.factor)
    files = corpus, setup.work / "changed.jsonl", setup.work / "only-changed.jsonl"
    write_changed(corpus, options.share, *files[1:])
    results = [Round(setup, files).run() for _ in range(options.rounds)]
    with files[2].open("rb") as records:
        count = sum(1 for _ in records)
    print(f"{corpus.stat().st_size / 1e6:.1f} MB of input, {count:,} reports changed, "
          f"rounds: {options.rounds}\n")
    print_table(["run", "wall s", "wall / cat", "wall / nothing changed"],
                [[name, digits(statistics.median(run[name] for run in results)),
                  *(median_and_range([run[name] / run[base] for run in results])
                    for base in ("cat", "nothing changed"))]
                 for name in results[0]])
    return {"rounds": options.rounds, "share": options.share, "update": results}
