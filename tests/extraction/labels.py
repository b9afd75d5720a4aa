#!/usr/bin/env python3
"""Turns labelled collections of others into the form that sitrep-extraction-eval reads.

labels.py reuters  reuters.jsonl   > gold.jsonl   countries of Reuters-21578 stories (TOPICS PLACES)
labels.py trnews   TR-News.xml     > gold.jsonl   countries that TR-News toponyms lie in
labels.py re3d     re3d-folder     > gold.jsonl   persons and organisations of re3d, with their bytes
labels.py topics   folder          > gold.jsonl   topics of training/collections.tsv; the folder holds reuters.jsonl,
                                                  TR-News.xml, re3d/, pages.json (the articles of a benchmark of
                                                  news pages, by key) and ungdc.jsonl (UN General Debate speeches)
"""
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as ET

TRAINING = pathlib.Path(__file__).resolve().parent / "training"
VOCABULARY = pathlib.Path(__file__).resolve().parents[2] / "schema" / "vocabulary"

# Reuters' names that are no name of the country table, and those of no country.
REUTERS = {
    "usa": "USA", "uk": "GBR", "ussr": "SUN", "west-germany": "DEU", "east-germany": "DDR",
    "uae": "ARE", "ivory-coast": "CIV", "south-korea": "KOR", "north-korea": "PRK",
    "zaire": "ZAR", "yemen-demo-republic": "YMD", "yemen-arab-republic": "YEM", "burma": "MMR",
    "french-guiana": "GUF", "macao": "MAC", "western-samoa": "WSM", "vatican": "VAT",
    "netherlands-antilles": "ANT", "american-samoa": "ASM", "us-virgin-islands": "VIR",
    "british-virgin-islands": "VGB", "cape-verde": "CPV", "trinidad-tobago": "TTO", "papua-new-guinea": "PNG",
}
REUTERS_NO_COUNTRY = {"ec", "worldwide", "europe", "asia", "africa"}


def fold(name):
    return " ".join(name.casefold().replace("-", " ").replace(".", " ").split())


def country_names():
    names = {}
    with open(VOCABULARY / "countries.tsv", encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row or row[0].startswith("#"):
                continue
            names[row[0].casefold()] = row[0]
            if row[1] != "-":
                names[row[1].casefold()] = row[0]
            for name in [row[6], *row[7].split("|")]:
                names.setdefault(fold(name.lstrip("=?*")), row[0])
    return names


def write(report, gold):
    print(json.dumps({**report, "gold": gold}, ensure_ascii=False))


def reuters(path):
    names = country_names()
    unknown = set()
    for line in open(path, encoding="utf-8"):
        story = json.loads(line)
        countries = []
        for place in story["gold"]["places"]:
            if place in REUTERS_NO_COUNTRY:
                continue
            code = REUTERS.get(place) or names.get(fold(place))
            if code:
                countries.append(code)
            else:
                unknown.add(place)
        report = {key: story[key] for key in ("id", "title", "body", "date") if key in story}
        write(report, {"countries": sorted(set(countries))})
    if unknown:
        print("no country:", ", ".join(sorted(unknown)), file=sys.stderr)


def trnews(path):
    names = country_names()
    for number, article in enumerate(ET.parse(path).getroot().iter("article")):
        codes = set()
        for country in article.iter("country"):
            if country.text and country.text.strip():
                code = names.get(country.text.strip().casefold())
                if code:
                    codes.add(code)
        text = article.findtext("text") or ""
        title = article.findtext("title") or ""
        write({"id": f"trnews-{number}", "title": title, "body": text.strip()},
              {"countries": sorted(codes)})


def json_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def re3d(folder):
    for source in sorted(pathlib.Path(folder).iterdir()):
        names = {}
        for entity in json_lines(source / "entities.json"):
            if entity["type"] in ("Person", "Organisation"):
                names.setdefault(entity["documentId"], []).append(entity)
        for document in json_lines(source / "documents.json"):
            text = document["text"]
            gold = [{"text": text[e["begin"]:e["end"]],
                     "begin": len(text[:e["begin"]].encode()), "end": len(text[:e["end"]].encode())}
                    for e in names.get(document["_id"], [])]
            write({"id": document["_id"], "title": document.get("title", ""), "body": text,
                   "date": "2016-06-30"}, {"names": gold})


def collected_texts(folder):
    """(title, body) of every text by collection and id."""
    texts = {}
    for story in json_lines(folder / "reuters.jsonl"):
        texts["reuters", str(story["id"])] = story.get("title", ""), story["body"]
    for number, article in enumerate(ET.parse(folder / "TR-News.xml").getroot().iter("article")):
        texts["trnews", f"trnews-{number}"] = ((article.findtext("title") or "").strip(),
                                               (article.findtext("text") or "").strip())
    for source in sorted((folder / "re3d").iterdir()):
        for document in json_lines(source / "documents.json"):
            texts["re3d", document["_id"]] = document.get("title", ""), document["text"]
    for key, page in json.loads((folder / "pages.json").read_text(encoding="utf-8")).items():
        texts["pages", key[:12]] = "", page.get("articleBody", "")
    for speech in json_lines(folder / "ungdc.jsonl"):
        texts["ungdc", str(speech["id"])] = "", speech.get("body") or speech["text"]
    return texts


def topics(path):
    texts = collected_texts(pathlib.Path(path))
    with open(TRAINING / "collections.tsv", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for collection, name, begin, size, labels in rows:
        title, body = texts[collection, name]
        write({"id": f"{collection}-{name}", "title": title,
               "body": body[int(begin):int(begin) + int(size)]},
              {"topics": [] if labels == "-" else labels.split(",")})


def main():
    kinds = {"reuters": reuters, "trnews": trnews, "re3d": re3d, "topics": topics}
    if len(sys.argv) != 3 or sys.argv[1] not in kinds:
        sys.exit(__doc__.strip())
    kinds[sys.argv[1]](sys.argv[2])


if __name__ == "__main__":
    main()
