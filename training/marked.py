"""Articles with marked mentions (training/articles/README.md) as documents for coreference.py.

    marked.py TOKENISER.bin OUT.conllu ARTICLE.txt...

writes them as CoNLL-U with words and `Entity=` alone (every word depends on the first), for `relata
analyze --input-format conllu` and for a scorer.
"""

import os
import re
import sys

import readers
import tokeniser

_OPENING = re.compile(r"\{(\d+)(?::([a-z]+))? ")


def unmark(line, types):
    """The text of a line and its mentions [(start, end, number, type)]; types: number → type so far."""
    text, opened, found, at = "", [], [], 0
    while at < len(line):
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
            number, start = opened.pop()
            found.append((start, len(text), number, types[number]))
            at += 1
        else:
            text += line[at]
            at += 1
    if opened:
        raise ValueError("a brace is not closed")
    return text, found


def read_article(path, model):
    """A document; a sentence is a line, a block what stands between empty lines."""
    name = os.path.splitext(os.path.basename(path))[0]
    document, types, opens = readers.Document(name, "marked", []), {}, True
    with open(path, encoding="utf-8") as lines:
        for at, line in enumerate(lines, 1):
            line = line.strip()
            if not line:
                opens = True
                continue
            try:
                text, found = unmark(line, types)
            except ValueError as error:
                raise ValueError(f"{path}:{at}: {error}") from None
            words = model.breaks(text)
            mentions = []
            for start, end, number, kind in found:
                inside = [i for i, (a, b, _) in enumerate(words) if a < end and b > start]
                mentions.append(readers.Mention(inside[0], inside[-1] + 1, kind, number))
            document.sentences.append(readers.Sentence(
                f"{name}-{len(document.sentences) + 1}", [text[a:b] for a, b, _ in words],
                mentions=sorted(mentions, key=lambda m: (m.start, -m.end)), opens_block=opens))
            opens = False
    return document


def read_folder(folder, model):
    """All articles of a folder, by name."""
    return [read_article(os.path.join(folder, name), model)
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
                for i, (form, brackets) in enumerate(zip(sentence.forms, entity)):
                    head, relation = ("0", "root") if i == 0 else ("1", "dep")
                    misc = f"Entity={brackets}" if brackets else "_"
                    out.write("\t".join([str(i + 1), form, "_", "X", "_", "_", head, relation, "_",
                                         misc]) + "\n")
                out.write("\n")


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    model = tokeniser.Model.load(sys.argv[1])
    write_conllu(sys.argv[2], [read_article(path, model) for path in sys.argv[3:]])


if __name__ == "__main__":
    main()
