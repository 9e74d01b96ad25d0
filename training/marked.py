"""Texts with marked mentions as documents: articles (training/articles/README.md), for coreference.py,
and pages (training/pages/README.md), in which every mention is marked and every name, for train.py too.

    marked.py TOKENISER.bin OUT.conllu TEXT.txt...

writes them as CoNLL-U with words, `Entity=` and, of pages, `NER=` alone (every word depends on the first),
for `relata analyze --input-format conllu` and for a scorer.
"""

import os
import re
import sys

import readers
import tokeniser

_OPENING = re.compile(r"\{(\d+)(?::([a-z]+))? ")
_NAME = re.compile(r"\[(PER|LOC|ORG|OTHER) ")


def unmark(line, types):
    """The text of a line, its mentions [(start, end, number, type)] and its names [(start, end, class)].

    types: number → type so far. A name is whole: no other and no mention lies in it.
    """
    text, opened, found, names, named, at = "", [], [], [], None, 0
    while at < len(line):
        if line[at] == "[":
            opening = _NAME.match(line, at)
            if not opening:
                raise ValueError(f"column {at + 1}: a square bracket without class")
            if named:
                raise ValueError(f"column {at + 1}: a name in a name")
            named = (opening.group(1), len(text), len(opened))
            at = opening.end()
            continue
        if line[at] == "]":
            if not named or named[2] != len(opened):
                raise ValueError(f"column {at + 1}: no name to close")
            names.append((named[1], len(text), named[0]))
            named = None
            at += 1
            continue
        if line[at] == "{":
            opening = _OPENING.match(line, at)
            if not opening:
                raise ValueError(f"column {at + 1}: a brace without number")
            number, kind = opening.groups()
            if kind:
                if kind not in readers.MENTION_TYPES or types.setdefault(number, kind) != kind:
                    raise ValueError(f"column {at + 1}: thing {number} can't be a {kind}")
            if number not in types:
                raise ValueError(f"column {at + 1}: thing {number} has no type yet")
            opened.append((number, len(text)))
            at = opening.end()
        elif line[at] == "}":
            if not opened:
                raise ValueError(f"column {at + 1}: nothing to close")
            if named and named[2] == len(opened):
                raise ValueError(f"column {at + 1}: a name goes on behind its mention")
            number, start = opened.pop()
            found.append((start, len(text), number, types[number]))
            at += 1
        else:
            text += line[at]
            at += 1
    if opened or named:
        raise ValueError("a bracket is not closed")
    return text, found, names


def covered(words, start, end):
    """The words [first, last + 1) that have a code point of the text's [start, end)."""
    inside = [i for i, (a, b, _) in enumerate(words) if a < end and b > start]
    return inside[0], inside[-1] + 1


def name_tags(size, names):
    """IOB2 tags of words [start, end, class); names of the class OTHER are none."""
    tags = ["O"] * size
    for start, end, kind in names:
        if kind != "OTHER":
            tags[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return tags


def extend_over_appositions(mentions, forms):
    """A phrase that ends with a name goes on to the end of what is put beside the name, "(AN)" or ", the party"."""
    changed = True
    while changed:
        changed = False
        for inner in mentions:
            at = inner.end
            if at + 1 >= len(forms) or forms[at] not in ("(", ","):
                continue
            beside = max((m for m in mentions if m.start == at + 1), key=lambda m: m.end, default=None)
            if beside is None or beside.cluster != inner.cluster:
                continue
            end = beside.end
            if forms[at] == "(":
                if end >= len(forms) or forms[end] != ")":
                    continue
                end += 1
            for outer in mentions:
                if outer.start < inner.start and outer.end == inner.end:
                    outer.end, changed = end, True


def read_text(path, model, corpus):
    """A document; a sentence is a line, a block what stands between empty lines."""
    name = os.path.splitext(os.path.basename(path))[0]
    document, types, opens = readers.Document(name, corpus, []), {}, True
    with open(path, encoding="utf-8") as lines:
        for at, line in enumerate(lines, 1):
            line = line.strip()
            if not line:
                opens = True
                continue
            try:
                text, found, names = unmark(line, types)
            except ValueError as error:
                raise ValueError(f"{path}:{at}: {error}") from None
            words = model.breaks(text)
            mentions = []
            for start, end, number, kind in found:
                mentions.append(readers.Mention(*covered(words, start, end), kind, number))
            names = [(*covered(words, start, end), kind) for start, end, kind in names]
            forms = [text[a:b] for a, b, _ in words]
            if corpus == "pages":
                extend_over_appositions(mentions, forms)
            document.sentences.append(readers.Sentence(
                f"{name}-{len(document.sentences) + 1}", forms,
                mentions=sorted(mentions, key=lambda m: (m.start, -m.end)), opens_block=opens,
                names=name_tags(len(words), names) if corpus == "pages" else None,
                wholes=tuple(name[:2] for name in names)))
            opens = False
    return document


def read_folder(folder, model, corpus):
    """All texts of a folder, by name; corpus: "articles", which leave out what is mentioned once, or "pages"."""
    return [read_text(os.path.join(folder, name), model, corpus)
            for name in sorted(os.listdir(folder)) if name.endswith(".txt")]


def write_conllu(path, documents):
    with open(path, "w", encoding="utf-8") as out:
        for document in documents:
            out.write(f"# newdoc id = {document.id}\n# global.Entity = eid-etype\n")
            for sentence in document.sentences:
                if sentence.opens_block:
                    out.write("# newpar\n")
                out.write(f"# sent_id = {sentence.id}\n# text = {' '.join(sentence.forms)}\n")
                entity = [""] * len(sentence.forms)
                for m in sentence.mentions:            # outer ones first
                    entity[m.start] += f"({m.cluster}-{m.type}" + (")" if m.end == m.start + 1 else "")
                for m in reversed(sentence.mentions):
                    if m.end > m.start + 1:
                        entity[m.end - 1] += f"{m.cluster})"
                tags = sentence.names or ["O"] * len(sentence.forms)
                for i, (form, brackets, tag) in enumerate(zip(sentence.forms, entity, tags)):
                    head, relation = ("0", "root") if i == 0 else ("1", "dep")
                    misc = "|".join([f"Entity={brackets}"] * bool(brackets)
                                    + [f"NER={tag}"] * (tag != "O")) or "_"
                    out.write("\t".join([str(i + 1), form, "_", "X", "_", "_", head, relation, "_",
                                         misc]) + "\n")
                out.write("\n")


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    model = tokeniser.Model.load(sys.argv[1])
    documents = []
    for path in sys.argv[3:]:
        with open(path, encoding="utf-8") as text:
            corpus = "pages" if _NAME.search(text.read()) else "articles"
        documents.append(read_text(path, model, corpus))
    write_conllu(sys.argv[2], documents)


if __name__ == "__main__":
    main()
