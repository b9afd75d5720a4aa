#!/usr/bin/env python3
"""Converts a test collection in SMART format for `sitrep eval`.

Reads Cranfield, CISI or MED as they are distributed and writes three files:
documents.jsonl (id, title, body), queries.tsv (query id, tab, query) and qrels.txt
(query id, 0, document id, relevance).
"""

import argparse
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Collection:
    documents: str
    queries: str
    judgments: str
    # Cranfield judges its queries by their position in the file, not by their number there.
    queries_by_position: bool = False
    # Cranfield's text is the last section; a few damaged records have stray markers in it.
    text_is_last: bool = False


COLLECTIONS = {
    "cran": Collection("cran.all.1400", "cran.qry", "cranqrel",
                       queries_by_position=True, text_is_last=True),
    "cisi": Collection("CISI.ALL", "CISI.QRY", "CISI.REL"),
    "med": Collection("MED.ALL", "MED.QRY", "MED.REL"),
}

RECORD_START = re.compile(r"^\.I\s+(\d+)\s*$")
SECTION_START = re.compile(r"^\.([A-Z])\s*$")
WORD = re.compile(r"[a-z0-9]+")


def read_records(path, text_is_last):
    """Yields the number and the sections of each record, with their lines joined."""
    number, sections, section = None, {}, None
    for line in path.read_text(encoding="latin-1").splitlines():
        if start := RECORD_START.match(line):
            if number is not None:
                yield number, sections
            number, sections, section = str(int(start[1])), {}, None
        elif start := SECTION_START.match(line):
            if not (text_is_last and section == "W"):
                section = start[1]
        elif section:
            sections[section] = sections.get(section, "") + line.rstrip() + "\n"
    if number is not None:
        yield number, sections


def on_one_line(text):
    return " ".join(text.split())


def without_repeated_title(body, title):
    """The body less the title at its beginning. Only words count: spacing and stops may differ."""
    lower = body.lower()
    end = 0
    for word in WORD.findall(title.lower()):
        found = WORD.search(lower, end)
        if not found or found[0] != word:
            return body
        end = found.end()
    return body[end:].lstrip(" .\n")


def convert_documents(records, keep_repeated_title):
    for number, sections in records:
        title = on_one_line(sections.get("T", ""))
        body = sections.get("W", "").strip()
        if title and not keep_repeated_title:
            body = without_repeated_title(body, title)
        if title or body:
            yield {"id": number, "title": title, "body": body}
        else:
            print(f"document {number} is empty and left out", file=sys.stderr)


def plain_query(text):
    """Only letters, digits and spaces in lower case, so that nothing is an operator."""
    return on_one_line(re.sub(r"[^a-z0-9]", " ", text.lower()))


def convert_queries(records, by_position):
    for position, (number, sections) in enumerate(records, start=1):
        yield str(position) if by_position else number, plain_query(sections.get("W", ""))


def read_cranfield_judgments(path):
    """Codes 1 to 4 are degrees of relevance; -1 and 5 say that a document is of no interest."""
    for line in path.read_text().splitlines():
        if line.strip():
            query, document, code = line.split()
            yield query, document, 1 if 1 <= int(code) <= 4 else 0


def read_judgments(name, path):
    """Yields query, document and relevance: 1 or 0."""
    if name == "cran":
        yield from read_cranfield_judgments(path)
        return
    # CISI lists query, document, 0, 0.0 and MED query, 0, document, 1: relevant ones only.
    document_column = 1 if name == "cisi" else 2
    for line in path.read_text().splitlines():
        if columns := line.split():
            yield columns[0], columns[document_column], 1


def write_lines(path, lines):
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def convert(name, folder, out, keep_repeated_title):
    collection = COLLECTIONS[name]
    out.mkdir(parents=True, exist_ok=True)
    documents = read_records(folder / collection.documents, collection.text_is_last)
    write_lines(out / "documents.jsonl",
                (json.dumps(document, ensure_ascii=False)
                 for document in convert_documents(documents, keep_repeated_title)))
    queries = read_records(folder / collection.queries, collection.text_is_last)
    plain_queries = convert_queries(queries, collection.queries_by_position)
    write_lines(out / "queries.tsv", (f"{query}\t{text}" for query, text in plain_queries))
    judgments = read_judgments(name, folder / collection.judgments)
    write_lines(out / "qrels.txt",
                (f"{query} 0 {document} {relevance}" for query, document, relevance in judgments))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection", choices=sorted(COLLECTIONS))
    parser.add_argument("folder", type=Path, help="where the files of the collection are")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--keep-repeated-title", action="store_true",
                        help="leave the title that Cranfield's texts begin with in the body")
    arguments = parser.parse_args()
    try:
        convert(arguments.collection, arguments.folder, arguments.out,
                arguments.keep_repeated_title)
    except OSError as error:
        sys.exit(f"smart_to_trec: {error}")


if __name__ == "__main__":
    main()
