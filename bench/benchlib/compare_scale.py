"""bench/compare scale: one engine indexes corpora of several sizes, in turn."""

import shutil
import statistics
import sys

from benchlib.engines import ENGINES, build_index
from benchlib.setup import prepare_corpus
from benchlib.tables import digits, median_and_range, print_table

HEADER = ["times as large", "reports", "text MB", "wall s", "MB/s", "peak MB", "time per byte"]


def measure(engine, setup, corpora, rounds):
    """The measures of all runs. A round is one run for each size."""
    results = []
    folder = setup.work / engine.name
    for number in range(1, rounds + 1):
        for factor, corpus in corpora.items():
            built = build_index(engine, setup, corpus, folder)
            results.append({"round": number, "factor": factor, **built})
            shutil.rmtree(folder)
    return results


def seconds_per_byte(run):
    return run["wall_s"] / run["text_bytes"]


def table_row(factor, runs, first):
    def median(key):
        return digits(statistics.median(run[key] for run in runs))

    relative = [seconds_per_byte(run) / seconds_per_byte(base) for run, base in zip(runs, first)]
    return [str(factor), f"{runs[0]['reports']:,}", digits(runs[0]["text_bytes"] / 1e6),
            median("wall_s"), median("mb_per_s"), median("peak_mb"), median_and_range(relative)]


def run(options, setup):
    """Prints the table and returns all measures."""
    engine = ENGINES[options.engine]
    if reason := engine.missing():
        sys.exit(f"compare: {reason}")
    corpora = {factor: prepare_corpus(setup, options.jsonl, factor) for factor in options.factors}
    results = measure(engine, setup, corpora, options.rounds)
    runs = {factor: [run for run in results if run["factor"] == factor] for factor in corpora}
    print(f"{engine.label}, rounds: {options.rounds}\n")
    print_table(HEADER, (table_row(factor, runs[factor], runs[options.factors[0]])
                         for factor in corpora))
    return {"rounds": options.rounds, "scale": results}
