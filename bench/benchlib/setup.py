"""What every command of bench/compare begins with: where things are, and the corpus."""

from dataclasses import dataclass
from pathlib import Path

from benchlib.processes import run_bench

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = 1 << 20


@dataclass(frozen=True)
class Setup:
    bench: Path  # the program sitrep-bench
    work: Path  # a folder of this run
    index_options: list  # for both Sitrep engines
    index_script: Path = ROOT / "bench" / "scriptindex.script"


def sample_corpus(work):
    """The reports that come with the project, as one file."""
    corpus = work / "sample.jsonl"
    with corpus.open("wb") as out:
        for part in sorted((ROOT / "sample_data" / "reports").glob("*.jsonl")):
            out.write(part.read_bytes())
    return corpus


def prepare_corpus(setup, jsonl, factor):
    """The file to index, so many times as large as the one given."""
    corpus = jsonl or sample_corpus(setup.work)
    if factor > 1:
        larger = setup.work / f"corpus-{factor}.jsonl"
        run_bench(setup.bench, "corpus", corpus, factor, larger)
        corpus = larger
    read_through(corpus)
    return corpus


def read_through(path):
    """So that the first engine does not wait for a disk and the others find the file in memory."""
    with path.open("rb") as file:
        while file.read(BLOCK):
            pass
