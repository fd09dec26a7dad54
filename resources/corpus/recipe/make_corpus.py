#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes corpus.json, gazetteer.json and elements.json from a folder of domain notes.

Usage: make_corpus.py SHARED OUT
SHARED holds domain/{clauses,layouts,gazetteer}.json and policies/*.txt. Only facts are taken over: numbers, headings,
names, dates, figures. The papers are read to learn which names stand in which clause; no sentence of them is stored.
The one-line summaries and the readings of names are ours (summaries.tsv, pinyin.tsv, beside this script).
"""
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# Kinds of gazetteer entries that are things and makers rather than places.
NOT_PLACES = {"brand", "culture", "company", "institution"}
PREAMBLE = "引言"  # our word: what stands before the first part has no heading
NOTES = {
    "lianhe": "文号与成文日期不见于所读文本；发布日期取自转载网页",
    "qiyu": "文号与日期不见于所读文本；由所引文件推断为2019年",
    "chuannan": "所读文本只有正文；文号、机关与日期取自公开的通知（2026-11-21查得）",
    "pilin": "所读文本次序错乱且有缺：(八)(十)(十一)(十三)无标题，(十五)全缺，第四部分标题缺",
}


def load(shared, name):
    with open(os.path.join(shared, "domain", name), encoding="utf-8") as file:
        return json.load(file)


def write(out, name, head, lists):
    """One JSON object; each list has one item a line, so that a change shows as a line."""
    def compact(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    parts = [f'"{key}":{compact(value)}' for key, value in head.items()]
    for key, items in lists.items():
        parts.append(f'"{key}":[\n' + ",\n".join(compact(item) for item in items) + "\n]")
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("{" + ",\n".join(parts) + "}\n")


def squeezed(text):
    """Without blank space and Markdown marks, brackets half-width, as the program's own matcher sees it."""
    table = {"（": "(", "）": ")"}
    return "".join(table.get(c, c) for c in text if not c.isspace() and c not in "*#")


class Matcher:
    """Leftmost-longest search for spellings, by a dictionary over first characters."""

    def __init__(self, entries, ambiguous):
        self.by_first = {}
        self.ambiguous = {item["spelling"]: item for item in ambiguous}
        self.kinds = {entry["id"]: entry["kind"] for entry in entries}
        seen = set()
        for entry in entries:
            for spelling in entry.get("spellings", ()):
                word = squeezed(spelling)
                if word in seen:
                    continue
                seen.add(word)
                item = self.ambiguous.get(word)
                self.by_first.setdefault(word[0], []).append((word, item["usual"] if item else entry["id"]))
        for words in self.by_first.values():
            words.sort(key=lambda word: -len(word[0]))

    def find(self, text):
        text = squeezed(text)
        hits, i = [], 0
        while i < len(text):
            for word, entry in self.by_first.get(text[i], ()):
                if text.startswith(word, i):
                    hits.append([i, i + len(word), entry])
                    i += len(word)
                    break
            else:
                i += 1
        for k, hit in enumerate(hits):
            item = self.ambiguous.get(text[hit[0]:hit[1]])
            if item and any(self.beside(text, hits, k, step, item["beside_kind"]) for step in (-1, 1)):
                hit[2] = item["then"]
        return [hit[2] for hit in hits]

    def beside(self, text, hits, k, step, kind):
        """Whether the neighbour in a list joined by 、 is of that kind."""
        if not 0 <= k + step < len(hits):
            return False
        left, right = (hits[k + step], hits[k]) if step < 0 else (hits[k], hits[k + step])
        return text[left[1]:right[0]] == "、" and self.kinds[hits[k + step][2]] == kind


def table(name):
    """The rows of a table beside this script: key and text, a tab between."""
    found = {}
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#") and line.strip():
                key, text = line.rstrip("\n").split("\t")
                found[key] = text
    return found


def gazetteer_entries(source):
    keys = ("id", "name", "kind", "level", "parent", "adcode", "spellings", "expands_to", "code_history",
            "layout_elements")
    readings = table("pinyin.tsv")
    entries = [{key: entry[key] for key in keys if entry.get(key)} for entry in source["entries"]]
    for entry in entries:
        entry["pinyin"] = readings[entry["name"]].split("; ")
    return entries


def gazetteer_pitfalls():
    """What a plain search gets wrong, as data for the matcher."""
    return [{"spelling": "綦江", "usual": "g030", "then": "g205", "beside_kind": "river"}]


def element(source):
    made = {key: source[key] for key in ("id", "document", "kind", "name", "aliases") if source.get(key)}
    made["clause"] = source["clause"]["id"]
    anchor = (source.get("anchor") or {}).get("text", "")
    if 0 < len(anchor) <= 14 and not set(anchor) & set("，,。；;"):
        made["anchor"] = anchor
    for key, kept in (("carriers", ("name", "kind", "role")),
                      ("members", ("name", "adcode", "level", "role", "inferred")),
                      ("facts", ("indicator", "value", "unit", "year", "type")),
                      ("relations", ("type", "target", "inferred"))):
        if source.get(key):
            made[key] = [{k: item[k] for k in kept if item.get(k) is not None} for item in source[key]]
    if source.get("inferred"):
        made["inferred"] = True
    if source.get("status"):
        made["status"] = {k: v for k, v in source["status"].items() if k in ("cls", "wording")}
    return made


def statement(source):
    """Which paper an element is from: its title, number and date are facts."""
    return {key: source[key] for key in ("id", "title", "doc_number", "date_made", "date_published", "date_inferred")
            if source.get(key)}


def clause_text(text, item):
    """The clause's own words in the paper; for the scrambled paper its pieces in turn."""
    if "end" in item:
        return text[item["start"]:item["end"]]
    if "intro" in item:
        return text[item["heading_start"]:item["intro"]["end"]]
    return item.get("heading", "") + "".join(text[p["start"]:p["end"]] for p in item.get("merged_fragments", ()))


def document_clauses(identity, text, source, matcher, names, words):
    parts = [p for p in source["parts"] if p["document"] == identity]
    clauses = [c for c in source["clauses"] if c["document"] == identity]
    made = []

    def add(item, level, path):
        places = dict.fromkeys(names[e] for e in matcher.find(clause_text(text, item)) if names[e])
        clause = {"id": item["id"], "level": level, "number": item["number"], "path": path,
                  "sequence": len(made) + 1, "heading": item.get("heading", ""), "summary": words.get(item["id"], ""),
                  "places": list(places)}
        if not item.get("heading"):
            clause["warnings"] = ["heading_missing"]
        made.append(clause)

    preamble = next(r for r in source["regions"] if r["document"] == identity and r["role"] == "preamble")
    add({"id": identity + "/preamble", "number": "", "heading": PREAMBLE, "start": preamble["start"],
         "end": preamble["end"]}, "preamble", "preamble")
    for part in parts:
        add(part, "part", part["number"])
        for clause in (c for c in clauses if c.get("part") == part["number"]):
            add(clause, "clause", part["number"] + "/" + clause["number"])
    for clause in (c for c in clauses if not c.get("part")):
        add(clause, "clause", clause["number"])
    return made


def document(source, text, clauses):
    return {"id": source["id"], "title": source["title"],
            "number": source["doc_number"] or source.get("doc_number_external") or "",
            "issuers": source["issuing_bodies"],
            "dates": sorted(d for d in (source.get("date_made"), source.get("date_published")) if d),
            "note": NOTES.get(source["id"], ""), "clauses": clauses}


def main():
    shared, out = sys.argv[1], sys.argv[2]
    layouts, index, places = (load(shared, n) for n in ("layouts.json", "clauses.json", "gazetteer.json"))
    entries = gazetteer_entries(places)
    pitfalls = gazetteer_pitfalls()
    matcher = Matcher(entries, pitfalls)
    names = {e["id"]: "" if e["kind"] in NOT_PLACES else e["name"] for e in entries}
    words = table("summaries.tsv")
    documents = []
    for source in layouts["documents"]:
        with open(os.path.join(shared, "policies", source["seed_file"]), encoding="utf-8") as file:
            text = file.read()
        clauses = document_clauses(source["id"], text, index, matcher, names, words)
        documents.append(document(source, text, clauses))
    with open(os.path.join(out, "corpus.json"), "w", encoding="utf-8", newline="\n") as file:
        lines = []
        for made in documents:
            head = {key: value for key, value in made.items() if key != "clauses"}
            body = ",\n".join("  " + json.dumps(c, ensure_ascii=False, separators=(",", ":")) for c in made["clauses"])
            lines.append(json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1] +
                         ',"clauses":[\n' + body + "\n]}")
        file.write('{"schema":"tuce-corpus/1","documents":[\n' + ",\n".join(lines) + "\n]}\n")
    write(out, "gazetteer.json", {"schema": "tuce-gazetteer/1"},
          {"ambiguous": pitfalls,
           "not_places": [item["short"] for item in places["national_false_friends"]], "entries": entries})
    write(out, "elements.json", {"schema": "tuce-elements/1", "kinds": layouts["kinds"],
                                 "status_classes": layouts["status_classes"]},
          {"documents": [statement(item) for item in layouts["documents"]],
           "elements": [element(item) for item in layouts["elements"]]})


if __name__ == "__main__":
    main()
