"""Readers of the corpora: CoNLL-U (EWT, GUM), IOB2 (UNER) and Re-DocRED, into one structure."""

import dataclasses
import json
import re
from typing import Optional

NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
MENTION_TYPES = ["person", "place", "organization", "object", "event", "time", "substance",
                 "animal", "plant", "abstract"]


@dataclasses.dataclass
class Mention:
    """Words [start, end) of a sentence; `cluster` is unique in the document."""
    start: int
    end: int
    type: str
    cluster: str
    link: str = ""
    head: Optional[int] = None


@dataclasses.dataclass
class Sentence:
    """None where the corpus does not annotate. Heads count from 1, 0 is the root."""
    id: str
    forms: list
    lemmas: Optional[list] = None
    upos: Optional[list] = None
    feats: Optional[list] = None
    heads: Optional[list] = None
    deprels: Optional[list] = None
    names: Optional[list] = None          # IOB2 tags; "" masks a word
    mentions: Optional[list] = None
    wholes: tuple = ()                    # (start, end) of names whose inside is not annotated
    opens_block: bool = False
    ends_known: bool = True               # do sentence ends of this corpus teach anything?
    tree_known: bool = True               # else heads and deprels are a guess, for candidate spans
    lines: Optional[list] = None          # the CoNLL-U lines as they were


@dataclasses.dataclass
class Document:
    id: str
    corpus: str
    sentences: list


def read_conllu(path, corpus):
    """Documents with words, trees and, where `# global.Entity` says so, mentions."""
    documents, comments, rows = [], [], []
    fields, block = None, True
    opened = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                documents.append(Document(line.split("=", 1)[1].strip(), corpus, []))
                fields, block, opened = None, True, []
            elif line.startswith("# newpar"):
                block = True
            if line.startswith("# global.Entity"):
                fields = line.split("=", 1)[1].strip().split("-")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line)
            elif rows:
                documents[-1].sentences.append(_sentence(comments, rows, fields, block))
                comments, rows, block = [], [], False
    return documents


def _sentence(comments, rows, fields, block):
    words = [r.split("\t") for r in rows]
    plain = [w for w in words if w[0].isdigit()]
    found = [c for c in comments if c.startswith("# sent_id")]
    sentence = Sentence(
        id=found[0].split("=", 1)[1].strip() if found else "",
        forms=[w[1] for w in plain], lemmas=[w[2] for w in plain], upos=[w[3] for w in plain],
        feats=[w[5] for w in plain], heads=[int(w[6]) for w in plain],
        deprels=[w[7] for w in plain], opens_block=block, lines=comments + rows)
    # A multiword token may begin a paragraph of its own (NewPar=Yes); no corpus here has it.
    if fields:
        sentence.mentions = mentions_of(plain, fields)
    return sentence


def read_names(documents):
    """Names out of the NER= of MISC; a word without one is no name."""
    for document in documents:
        for sentence in document.sentences:
            words = [r.split("\t") for r in sentence.lines if r.split("\t")[0].isdigit()]
            found = [re.search(r"(?:^|\|)NER=([BI]-\w+)", w[9]) for w in words]
            sentence.names = [m.group(1) if m else "O" for m in found]
    return documents


def mentions_of(plain, fields):
    """GUM's brackets, or relata's; no mention of either crosses a sentence."""
    mentions, opened = [], {}
    for i, word in enumerate(plain):
        entity = dict(p.split("=", 1) for p in word[9].split("|") if "=" in p).get("Entity", "")
        for bracket in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
            if bracket.startswith("("):
                values = bracket.strip("()").split("-", len(fields) - 1)
                record = dict(zip(fields, values))
                group = record.get("GRP") or record["eid"]
                mention = Mention(i, i + 1, record["etype"], group, record.get("link", ""))
                first = record.get("minspan", "").split(",")[0]
                mention.head = i + int(first) - 1 if first.isdigit() else None
                mentions.append(mention)
                if not bracket.endswith(")"):
                    opened.setdefault(group, []).append(mention)
            else:
                group = bracket[:-1]
                if opened.get(group):
                    opened[group].pop().end = i + 1
    left = {id(m) for stack in opened.values() for m in stack}
    return sorted((m for m in mentions if id(m) not in left), key=lambda m: (m.start, -m.end))


def read_iob2(path):
    """Sentence id → list of (form, tag)."""
    sentences, name, words = {}, None, []
    with open(path, encoding="utf-8") as lines:
        for line in list(lines) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                words.append((fields[1], fields[2]))
            elif not line and words:
                sentences[name] = words
                words = []
    return sentences


def align_names(documents, tagged):
    """Gives the words of `documents` the tags of UNER, whose words are not always the same."""
    for document in documents:
        for sentence in document.sentences:
            words = tagged.get(sentence.id)
            if words is None:
                continue
            if [w[0] for w in words] == sentence.forms:
                sentence.names = [w[1] for w in words]
                continue
            text = "".join(w[0] for w in words).replace(" ", "")
            if text != "".join(sentence.forms).replace(" ", ""):
                continue
            spans, at = [], 0
            for form, tag in words:
                size = len(form.replace(" ", ""))
                if tag.startswith("B-"):
                    spans.append([at, at + size, tag[2:]])
                elif tag.startswith("I-") and spans:
                    spans[-1][1] = at + size
                at += size
            tags, at = [], 0
            for form in sentence.forms:
                size = len(form.replace(" ", ""))
                inside = [s for s in spans if s[0] <= at < s[1]]
                tags.append("O" if not inside else
                            ("B-" if at == inside[0][0] else "I-") + inside[0][2])
                at += size
            sentence.names = tags


_HYPHEN = re.compile(r"(?<=\w)(-)(?=\w)")


def read_redocred(path, demonyms):
    """Names of Re-DocRED: PER, ORG and LOC; its other types are no names here.

    Tokens are cut at inner hyphens as UD cuts them. UNER leaves demonym adjectives untagged, and
    Re-DocRED calls them LOC or MISC: a mention of `demonyms` only (lower-cased adjectives of the
    treebanks) is masked. Ambiguous: a token in mentions of several types.
    """
    documents = []
    with open(path, encoding="utf-8") as source:
        records = json.load(source)
    for n, record in enumerate(records):
        sentences = []
        for k, tokens in enumerate(record["sents"]):
            forms, starts = [], []
            for token in tokens:
                starts.append(len(forms))
                forms += [p for p in _HYPHEN.split(token) if p] or [token]
            starts.append(len(forms))
            tags = ["O"] * len(forms)
            spans = sorted({(starts[m["pos"][0]], starts[m["pos"][1]], m["type"])
                            for v in record["vertexSet"] for m in v if m["sent_id"] == k},
                           key=lambda s: (s[0] - s[1], s))
            for start, end, kind in spans:
                if all(forms[i].lower() in demonyms for i in range(start, end)):
                    tags[start:end] = [""] * (end - start)
                elif kind in ("PER", "ORG", "LOC") and all(t == "O" for t in tags[start:end]):
                    tags[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
            sentences.append(Sentence(f"redocred-{n}-{k}", forms, names=tags,
                                      opens_block=k == 0, ends_known=False))
        documents.append(Document(f"redocred-{n}", "redocred", sentences))
    return documents


def demonym_forms(documents):
    """Capitalised adjectives of the treebanks ("Syrian"), lower-cased, seen twice or more."""
    seen = {}
    for document in documents:
        for sentence in document.sentences:
            for i, (form, upos) in enumerate(zip(sentence.forms, sentence.upos)):
                if i and upos == "ADJ" and form[:1].isupper() and not form.isupper():
                    seen[form.lower()] = seen.get(form.lower(), 0) + 1
    return {form for form, count in seen.items() if count >= 2}
