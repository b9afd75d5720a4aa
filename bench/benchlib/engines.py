"""The engines whose indexing is compared. Each run returns the same measures."""

import shutil
from dataclasses import dataclass

from benchlib.processes import MB, bytes_in, run_bench, run_measured

SCRIPTINDEX = "scriptindex"


@dataclass(frozen=True)
class BenchEngine:
    """An engine that is a command of sitrep-bench, which measures it."""
    name: str
    label: str
    command: str
    options: tuple = ()
    is_sitrep: bool = False  # takes the options of --index-option

    def missing(self):
        """Why the engine cannot run here, or None."""
        return None

    def build(self, setup, corpus, folder):
        """Indexes a corpus into a new folder and returns the measures."""
        options = [*self.options, *(setup.index_options if self.is_sitrep else [])]
        return run_bench(setup.bench, self.command, *options, corpus, folder)[0]


@dataclass(frozen=True)
class ScriptindexEngine:
    """Omega's scriptindex, which reads a format of its own."""
    name: str
    label: str

    def missing(self):
        if shutil.which(SCRIPTINDEX):
            return None
        return f"there is no program {SCRIPTINDEX}; install the package xapian-omega"

    def build(self, setup, corpus, folder):
        # Converted before the clock starts. Kept for this run only: it is as large as the corpus.
        text = setup.work / "scriptindex.txt"
        converted = run_bench(setup.bench, "scriptindex-input", corpus, text)[0]
        usage = run_measured(SCRIPTINDEX, "--stemmer=english", folder, setup.index_script, text)
        text.unlink()
        return {
            "engine": self.name,
            "wall_s": round(usage.wall_s, 3),
            "cpu_s": round(usage.cpu_s, 3),
            "mb_per_s": round(converted["text_bytes"] / MB / usage.wall_s, 3),
            "peak_mb": round(usage.peak_mb, 3),
            "index_bytes": bytes_in(folder),
            **converted,
        }


BASELINE = "sitrep-no-infer"
ENGINES = {
    engine.name: engine for engine in (
        BenchEngine("sitrep", "sitrep", "index", is_sitrep=True),
        BenchEngine(BASELINE, "sitrep --no-infer", "index", ("--no-infer",), is_sitrep=True),
        BenchEngine("naive", "plain Xapian", "naive-index"),
        ScriptindexEngine("scriptindex", "Omega scriptindex"),
        BenchEngine("fts5", "SQLite FTS5", "fts5-index"),
    )
}


def build_index(engine, setup, corpus, folder):
    """One measured build in a folder that an earlier run may have left behind."""
    shutil.rmtree(folder, ignore_errors=True)
    return {**engine.build(setup, corpus, folder), "engine": engine.name}
