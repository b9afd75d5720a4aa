"""bench/compare query: Sitrep and plain Xapian answer the same queries, in turn."""

import statistics

from benchlib.engines import ENGINES, build_index
from benchlib.processes import run_bench
from benchlib.setup import prepare_corpus
from benchlib.tables import digits, print_corpus, print_table

HEADER = ["", "Sitrep, ms", "plain Xapian, ms", "gain", "gain by round"]
# The engine that builds the index, and the command that answers from it.
COMMANDS = {"sitrep": "query", "naive": "naive-query"}


def measure(options, setup):
    """The measures of all answers. A round is one run of each engine."""
    results = []
    for number in range(1, options.rounds + 1):
        for engine, command in COMMANDS.items():
            lines = run_bench(setup.bench, command, setup.work / engine, options.queries,
                              options.repeats)
            results += [{"round": number, "engine": engine, **line} for line in lines]
    return results


def table_row(label, sitrep, naive):
    """Medians, the gain of the medians, and the smallest and largest gain of one round."""
    rounds = [theirs / ours for ours, theirs in zip(sitrep, naive)]
    ours, theirs = statistics.median(sitrep), statistics.median(naive)
    return [label, digits(ours), digits(theirs), digits(theirs / ours),
            f"{digits(min(rounds))} to {digits(max(rounds))}"]


def query_rows(results):
    for name in dict.fromkeys(line["query"] for line in results):
        lines = {engine: [line for line in results
                          if line["query"] == name and line["engine"] == engine]
                 for engine in COMMANDS}
        # Sitrep's total: where nothing is counted, the other one is an estimate.
        total = lines["sitrep"][-1]["total"]
        times = [[line["p50_ms"] for line in lines[engine]] for engine in COMMANDS]
        yield table_row(f"{name} ({total:,} matches)", *times)


def run(options, setup):
    """Prints the table and returns all measures."""
    corpus = prepare_corpus(setup, options.jsonl, options.factor)
    builds = [build_index(ENGINES[name], setup, corpus, setup.work / name) for name in COMMANDS]
    results = measure(options, setup)
    print_corpus(builds, options.rounds)
    print_table(HEADER, query_rows(results))
    return {"factor": options.factor, "rounds": options.rounds, "index": builds, "query": results}
