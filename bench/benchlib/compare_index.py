"""bench/compare index: several engines build an index of the same reports, in turn."""

import shutil
import statistics
import sys

from benchlib.engines import BASELINE, ENGINES, build_index
from benchlib.setup import prepare_corpus
from benchlib.tables import digits, median_and_range, print_corpus, print_table

COLUMNS = {
    "wall s": lambda run: run["wall_s"],
    "CPU s": lambda run: run["cpu_s"],
    "MB/s": lambda run: run["mb_per_s"],
    "peak MB": lambda run: run["peak_mb"],
    "index MB": lambda run: run["index_bytes"] / 1e6,
    "index / text": lambda run: run["index_bytes"] / run["text_bytes"],
}


def available(names):
    """The engines that can run here, in the order of the names."""
    engines = []
    for name in names:
        if reason := ENGINES[name].missing():
            print(f"compare: {name} is left out: {reason}", file=sys.stderr)
        else:
            engines.append(ENGINES[name])
    if not engines:
        sys.exit("compare: no engine is left to measure")
    return engines


def measure(engines, setup, corpus, rounds):
    """The measures of all runs. A round is one run of each engine, so that whatever else the
    machine does hits all alike."""
    results = []
    for number in range(1, rounds + 1):
        for engine in engines:
            folder = setup.work / engine.name
            results.append({"round": number, **build_index(engine, setup, corpus, folder)})
            # Removed at once: indexes of a large corpus would fill the disk and the page cache.
            shutil.rmtree(folder)
    return results


def ratios(ours, baseline):
    """Wall time of one engine to that of the baseline, one a round."""
    return [run["wall_s"] / base["wall_s"] for run, base in zip(ours, baseline)]


def table_row(label, runs, baseline):
    medians = [digits(statistics.median(map(measure_of, runs))) for measure_of in COLUMNS.values()]
    return [label, *medians, median_and_range(ratios(runs, baseline))]


def print_results(engines, results, rounds):
    runs = {engine.name: [run for run in results if run["engine"] == engine.name]
            for engine in engines}
    base = BASELINE if BASELINE in runs else engines[0].name
    print_corpus(results, rounds)
    print_table(["engine", *COLUMNS, f"wall / {ENGINES[base].label}"],
                [table_row(engine.label, runs[engine.name], runs[base]) for engine in engines])


def run(options, setup):
    """Prints the table and returns all measures."""
    engines = available(options.engines)
    corpus = prepare_corpus(setup, options.jsonl, options.factor)
    results = measure(engines, setup, corpus, options.rounds)
    print_results(engines, results, options.rounds)
    return {"factor": options.factor, "rounds": options.rounds, "index": results}
