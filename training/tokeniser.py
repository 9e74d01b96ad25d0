"""The learned tokeniser: trains models/tokeniser.bin, applies it, writes the fixture of the tests.

    tokeniser.py train MODEL.bin TRAIN.conllu...      averaged perceptron, two minutes, no torch
    tokeniser.py apply MODEL.bin GOLD.conllu OUT.conllu   words over the raw text of GOLD
    tokeniser.py fixture MODEL.bin OUT.json           breaks of a few texts, for the C++ tests

White space divides a block of text into chunks. Within a chunk every boundary between two
characters is joined (0), a token's end (1) or a word's end inside a multiword token (2: do|n't).
Boundaries between two letters are only looked at where the training data have shown such a
contraction; all others go through a linear classifier over hashed features, from left to right.
Features and hashes are the contract with src/analysis/tokeniser.cpp: change both.
"""

import argparse
import collections
import functools
import hashlib
import json
import random
import struct
import unicodedata

BUCKETS = 1 << 15
JOIN, TOKEN, WORD = 0, 1, 2
EPOCHS = 10
MARGIN = 8
SEED = 7

# ---------------------------------------------------------------- characters

_SAME = {**dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\u00b4", "'"),
         **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
         "\u2010": "-", "\u2011": "-"}


@functools.lru_cache(maxsize=None)
def is_blank(c):
    """White space, control characters and the zero-width space: what stands between chunks."""
    return c == "\u200b" or c.isspace() or unicodedata.category(c) == "Cc"


@functools.lru_cache(maxsize=None)
def fold(c):
    """A character as features name it: apostrophes and quotation marks alike, lower case."""
    c = _SAME.get(c, c)
    lower = c.lower()
    return lower[0] if lower else c


@functools.lru_cache(maxsize=None)
def kind(c):
    """a letter or mark, A capital, 9 digit; other ASCII and what _SAME maps stand for themselves;
    P other punctuation, S symbol, F format character, O anything else."""
    c = _SAME.get(c, c)
    category = unicodedata.category(c)
    if category in ("Lu", "Lt"):
        return "A"
    if category[0] in "LM":
        return "a"
    if category == "Nd":
        return "9"
    if ord(c) < 128:
        return c
    if category[0] in "PS":
        return category[0]
    return "F" if category == "Cf" else "O"


def is_letter(k):
    return k in "aA"


def is_alnum(k):
    return k in "aA9"


# ---------------------------------------------------------------- features

def feature_hash(template, text):
    """FNV-1a, a step for each code point."""
    h = (2166136261 ^ template) * 16777619 & 0xFFFFFFFF
    for c in text:
        h = (h ^ ord(c)) * 16777619 & 0xFFFFFFFF
    return (h ^ (h >> 15)) % BUCKETS


_hash = functools.lru_cache(maxsize=1 << 20)(feature_hash)
RUN = 16          # characters of a run that features see


class Chunk:
    """A run of text between blanks, as the features see it."""

    def __init__(self, text):
        self.text = text
        self.folded = "".join(fold(c) for c in text)
        self.kinds = "".join(kind(c) for c in text)
        n = len(text)
        self.address = "@" in text or "://" in text or self.folded.startswith("www.")
        # Ends of the runs of letters and digits: left[i] starts the run that ends before i.
        self.left, self.right = [0] * (n + 1), [n] * (n + 1)
        for i in range(1, n + 1):
            self.left[i] = self.left[i - 1] if is_alnum(self.kinds[i - 1]) else i
        for i in range(n - 1, -1, -1):
            self.right[i] = self.right[i + 1] if is_alnum(self.kinds[i]) else i
        self.url = self._url()

    def _url(self):
        """[start, end) of SCHEME://… or www.…, less the marks at its end that are the sentence's."""
        at = self.text.find("://")
        if at > 0 and is_alnum(self.kinds[at - 1]):
            start, bare = self.left[at], at + 3
        else:
            start = self.folded.find("www.")
            bare = start + 4
            if start < 0 or self.left[start] < start:
                return (0, 0)
        end = len(self.text)
        while end > bare and (self.folded[end - 1] in ".,;:!?)]}>\"'" or self.kinds[end - 1] == "P"):
            end -= 1
        return (start, end)


def split_key(chunk, i):
    """Letters and apostrophes around a boundary between two letters: (before, after)."""
    def inside(j):
        return is_letter(chunk.kinds[j]) or chunk.folded[j] == "'"
    a = b = i
    while a > 0 and i - a < RUN and inside(a - 1):
        a -= 1
    while b < len(chunk.text) and b - i < RUN and inside(b):
        b += 1
    return chunk.folded[a:i], chunk.folded[i:b]


def is_candidate(chunk, i, splits):
    """Whether the boundary before character i is the classifier's to decide. An apostrophe between
    two letters stays in the word (O'Neill, d'Ivoire) unless a known clitic begins there, and a
    URL is one word."""
    if chunk.url[0] < i < chunk.url[1]:
        return False
    f, k = chunk.folded, chunk.kinds
    if not is_letter(k[i - 1]):
        return not (f[i - 1] == "'" and i > 1 and is_letter(k[i - 2]) and is_letter(k[i]))
    if is_letter(k[i]):
        before, after = split_key(chunk, i)
        return (after in splits["clitics"] if "'" in after
                else before + "|" + after in splits["words"])
    if f[i] == "'" and i + 1 < len(f) and is_letter(k[i + 1]):
        return split_key(chunk, i)[1] in splits["clitics"]
    return True


def is_behind_cut_hyphen(chunk, start, i):
    """"-right" of "far-right", where "far" was cut off: in UD's treebanks the hyphen stands alone."""
    return (0 < start == i - 1 and chunk.text[start] == "-"
            and all(unicodedata.category(chunk.text[at])[0] == "L" for at in (start - 1, i)))


def shape(kinds):
    """Kinds with repetitions left out, at most 6."""
    out = ""
    for k in kinds:
        if not out.endswith(k):
            out += k
    return out[:6]


def features(chunk, i, start, following, spaced):
    """Bucket numbers for the boundary before character i of a chunk; the token so far begins at
    `start`; `following` is the next chunk or None, `spaced` the block's flag."""
    f, k, n = chunk.folded, chunk.kinds, len(chunk.text)
    pf, pk = "^^^^" + f + "$$$$", "^^^^" + k + "$$$$"       # character i stands at i + 4
    l1, r1 = f[i - 1], f[i]
    kl, kr = k[i - 1], k[i]
    token = f[max(start, i - RUN):i]
    a = i if is_alnum(kl) else i - 1                          # words left and right, behind a mark
    wl = f[max(chunk.left[a], a - RUN):a]
    wlk = k[max(chunk.left[a], a - RUN):a]
    b = i if is_alnum(kr) else i + 1
    wr = f[b:min(chunk.right[b], b + RUN)]
    wrk = k[b:min(chunk.right[b], b + RUN)]
    rest = f[i:i + 8]
    if following is None:
        next_kind, next_word = "$", "$"
    else:
        next_kind = following.kinds[0]
        next_word = following.folded[:min(following.right[0], RUN)]
    last = "1" if i == n - 1 else "0"
    marks = "1" if not any(is_alnum(x) for x in k[i:i + RUN]) else "0"
    count = str(min(9, f[:RUN * 2].count(l1 if not is_alnum(kl) else r1)))
    address = "1" if chunk.address else "0"
    token_shape = shape(k[max(start, i - RUN):i])
    where = "1" if start == 0 else "0"
    values = [
        l1 + r1,
        pf[i + 2:i + 6],
        pk[i + 2:i + 6],
        pk[i + 1:i + 7],
        l1 + pf[i + 4:i + 7],
        pf[i + 1:i + 5],
        token + "\t" + r1,
        token + "\t" + pk[i + 4:i + 6],
        wl + "\t" + l1 + kr,
        wr + "\t" + kl + r1,
        wl + "\t" + wr + "\t" + l1 + r1,
        rest + "\t" + kl,
        rest + "\t" + token,
        l1 + r1 + marks + next_kind,
        token + "\t" + r1 + last + next_kind,
        next_word + "\t" + kl + r1 + last,
        address + kl + kr + last + marks,
        spaced + kl + kr,
        shape(wlk) + "\t" + l1 + r1 + shape(wrk),
        count + kl + kr + last,
        kr,
        token_shape + "\t" + r1 + last + next_kind,
        str(min(9, len(wl))) + str(min(9, len(wr))) + kl + kr,
        wl[-3:] + "\t" + l1 + r1 + wr[:3],
        where + token[-1:] + r1 + last + marks,
        str(min(9, i - start)) + kl + kr + next_kind,
        address + marks + kr,
        wlk[:1] + str(min(3, len(wl))) + l1 + r1 + wrk[:2],
    ]
    return [_hash(t, v) for t, v in enumerate(values)]


def is_spaced(chunks):
    """Whether a block looks as if its words were already set apart by blanks: marks stand alone,
    and no comma or semicolon clings to a word."""
    alone = any(c.text in (",", ".", ";", "?", "!", "``", "''", "n't", "'s") for c in chunks)
    clinging = any(len(c.text) > 1 and c.text[-1] in ",;" for c in chunks)
    return "1" if alone and not clinging else "0"


def cut(text):
    """Chunks of a block with their places: [(start, Chunk)]."""
    out, start = [], None
    for i, c in enumerate(text + " "):
        if is_blank(c):
            if start is not None:
                out.append((start, Chunk(text[start:i])))
                start = None
        elif start is None:
            start = i
    # A chunk of format characters alone is no word.
    return [(s, c) for s, c in out if set(c.kinds) != {"F"}]


# ---------------------------------------------------------------- model

class Model:
    def __init__(self, weights, splits):
        self.weights, self.splits = weights, splits        # weights: three lists of BUCKETS

    @staticmethod
    def load(path):
        with open(path, "rb") as source:
            blob = source.read()
        size = struct.unpack("<Q", blob[8:16])[0]
        header = json.loads(blob[16:16 + size])
        area = blob[16 + size:]
        values = struct.unpack(f"{3 * BUCKETS}b", area[:3 * BUCKETS])
        return Model([values[c * BUCKETS:(c + 1) * BUCKETS] for c in range(3)],
                     {k: set(v) for k, v in header["strings"].items()})

    def classify(self, found):
        sums = [sum(w[f] for f in found) for w in self.weights]
        return max(range(3), key=lambda c: (sums[c], -c))

    def breaks(self, text):
        """[(start, end, closes a token)] of the words of a block."""
        chunks = cut(text)
        spaced = is_spaced([c for _, c in chunks])
        words = []
        for at, (offset, chunk) in enumerate(chunks):
            following = chunks[at + 1][1] if at + 1 < len(chunks) else None
            start, n = 0, len(chunk.text)
            for i in range(1, n):
                if not is_candidate(chunk, i, self.splits):
                    continue
                label = self.classify(features(chunk, i, start, following, spaced))
                if label == JOIN and is_behind_cut_hyphen(chunk, start, i):
                    label = TOKEN
                if label != JOIN:
                    words.append((offset + start, offset + i, label == TOKEN))
                    start = i
            words.append((offset + start, offset + n, True))
        return words


def write_model(path, weights, splits):
    area = b"".join(struct.pack(f"{BUCKETS}b", *w) for w in weights)
    header = {"kind": "tokeniser", "id": "relata-tokeniser-1",
              "sha256": hashlib.sha256(area).hexdigest(), "config": {},
              "tensors": {"breaks": {"type": "s8", "shape": [3, BUCKETS], "offset": 0}},
              "strings": {k: sorted(v) for k, v in sorted(splits.items())}}
    text = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    text += b" " * (-(16 + len(text)) % 64)
    with open(path, "wb") as out:
        out.write(b"RELATA1\n" + struct.pack("<Q", len(text)) + text + area)


# ---------------------------------------------------------------- treebanks

def read_blocks(path):
    """Blocks of a treebank: lists of tokens (words, space after), a paragraph each."""
    blocks, covered, fresh = [], 0, True
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")):
                fresh = True
            elif not line:
                covered = 0
                if blocks and blocks[-1]:
                    words, _ = blocks[-1][-1]
                    blocks[-1][-1] = (words, True)          # sentences are joined by a blank
            elif not line.startswith("#"):
                column = line.split("\t")
                first, _, last = column[0].partition("-")
                if "." in first:
                    continue
                if fresh:
                    blocks.append([])
                    fresh = False
                space = "SpaceAfter=No" not in column[9].split("|")
                if last:
                    covered = int(last)
                    blocks[-1].append(([], space))
                elif int(first) <= covered:
                    blocks[-1][-1][0].append(column[1])
                else:
                    blocks[-1].append(([column[1]], space))
    return blocks


def spell(block):
    """Text of a block, and the places and kinds of its breaks."""
    text, breaks = "", {}
    for words, space in block:
        for word in words:
            text += word
            breaks[len(text)] = WORD
        breaks[len(text)] = TOKEN
        if space:
            text += " "
    return text.rstrip(), breaks


PENN = {"(": "-LRB-", ")": "-RRB-", "[": "-LSB-", "]": "-RSB-", "{": "-LCB-", "}": "-RCB-"}


def penn(block):
    """The block as the Penn treebank writes it: a blank between all words, its quotes, brackets."""
    out, inside = [], False
    for words, _ in block:
        for word in words:
            if word in ('"', "\u201c", "\u201d"):
                inside = not inside
                word = "``" if inside else "''"
            out.append(([PENN.get(word, word)], True))
    return out


def capitals(block):
    return [([w.upper() for w in words], space) for words, space in block]


def samples(blocks, splits):
    """(feature buckets, label) of every candidate, with the gold breaks before it."""
    for block in blocks:
        text, breaks = spell(block)
        chunks = cut(text)
        spaced = is_spaced([c for _, c in chunks])
        for at, (offset, chunk) in enumerate(chunks):
            following = chunks[at + 1][1] if at + 1 < len(chunks) else None
            start = 0
            for i in range(1, len(chunk.text)):
                label = breaks.get(offset + i, JOIN)
                if is_candidate(chunk, i, splits):
                    yield features(chunk, i, start, following, spaced), label
                if label != JOIN:
                    start = i


def find_splits(blocks):
    """Contractions: clitics with an apostrophe ('s, n't), and whole words without (can|not), these
    where they are split more often than not; what is rare is a slip of the pen."""
    clitics, words, joined = (collections.Counter() for _ in range(3))
    for block in blocks:
        text, breaks = spell(block)
        for offset, chunk in cut(text):
            for i in range(1, len(chunk.text)):
                if not is_letter(chunk.kinds[i - 1]):
                    continue
                before, after = split_key(chunk, i)
                if breaks.get(offset + i, JOIN) != WORD:
                    joined[before + "|" + after] += 1
                elif "'" in after:
                    clitics[after] += 1
                elif after:
                    words[before + "|" + after] += 1
    return {"clitics": {c for c, n in clitics.items() if n > 1},
            "words": {w for w, n in words.items() if n > 2 and n > joined[w]}}


def train(found, epochs):
    """Averaged perceptron with a margin; weights scaled into [-127, 127]."""
    rng = random.Random(SEED)
    weights = [[0] * BUCKETS for _ in range(3)]
    totals = [[0] * BUCKETS for _ in range(3)]
    since = [[0] * BUCKETS for _ in range(3)]
    step = 0

    def change(c, bucket, amount):
        totals[c][bucket] += (step - since[c][bucket]) * weights[c][bucket]
        since[c][bucket] = step
        weights[c][bucket] += amount

    for epoch in range(epochs):
        rng.shuffle(found)
        wrong = 0
        for buckets, label in found:
            step += 1
            w0, w1, w2 = weights
            sums = [0, 0, 0]
            for b in buckets:
                sums[0] += w0[b]
                sums[1] += w1[b]
                sums[2] += w2[b]
            rival = max((c for c in range(3) if c != label), key=lambda c: sums[c])
            if sums[label] - sums[rival] <= MARGIN:
                wrong += sums[label] <= sums[rival]
                for b in buckets:
                    change(label, b, 1)
                    change(rival, b, -1)
        print(f"epoch {epoch + 1}: {wrong} of {len(found)} wrong", flush=True)
    step += 1
    for c in range(3):
        for b in range(BUCKETS):
            change(c, b, 0)
    # A common scale: clipping the few largest costs less than rounding all.
    sizes = sorted(abs(t) for total in totals for t in total if t)
    scale = 127 / sizes[int(len(sizes) * 0.999)]
    return [[max(-127, min(127, round(t * scale))) for t in total] for total in totals]


# ---------------------------------------------------------------- commands

def run_train(options):
    rng = random.Random(SEED)
    blocks = [b for path in options.treebanks for b in read_blocks(path)]
    splits = find_splits(blocks)
    noisy = [penn(b) for b in blocks if rng.random() < 0.15]
    noisy += [capitals(b) for b in blocks if rng.random() < 0.05]
    found = list(samples(blocks + noisy, splits))
    print(f"{len(blocks)} blocks, {len(found)} boundaries, "
          f"{sum(map(len, splits.values()))} contractions", flush=True)
    write_model(options.model, train(found, options.epochs), splits)


def document_starts(path):
    """Number of the first block of each document → its id."""
    starts, block, name, open_block = {}, -1, None, False
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                name, open_block = line.split("=", 1)[1].strip(), False
            elif line.startswith("# newpar"):
                open_block = False
            elif line[:1].isdigit() and not open_block:
                block, open_block = block + 1, True
                if name is not None:
                    starts[block] = name
                    name = None
    return starts


def run_apply(options):
    model = Model.load(options.model)
    blocks = read_blocks(options.gold)
    starts = document_starts(options.gold)
    with open(options.out, "w", encoding="utf-8") as out:
        for at, block in enumerate(blocks):
            text, _ = spell(block)
            if at in starts:
                out.write(f"# newdoc id = {starts[at]}\n")
            out.write("# newpar\n")
            words = model.breaks(text)
            first = 0
            for i, (start, end, closes) in enumerate(words):
                if i == first and not closes:
                    last = next(j for j in range(i, len(words)) if words[j][2])
                    out.write(f"{i + 1}-{last + 1}\t{text[start:words[last][1]]}" + "\t_" * 8
                              + "\n")
                head, relation = (0, "root") if i == 0 else (1, "dep")
                out.write(f"{i + 1}\t{text[start:end]}\t_\tX\t_\t_\t{head}\t{relation}\t_\t_\n")
                if closes:
                    first = i + 1
            out.write("\n")


def run_fixture(options):
    model = Model.load(options.model)
    with open(options.texts, encoding="utf-8") as lines:
        texts = [line.rstrip("\n") for line in lines if line.strip()]
    found = [{"text": t, "words": [[s, e, int(c)] for s, e, c in model.breaks(t)]} for t in texts]
    with open(options.out, "w", encoding="utf-8") as out:
        json.dump(found, out, ensure_ascii=True, indent=0)
        out.write("\n")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = arguments.add_subparsers(required=True)
    sub = commands.add_parser("train")
    sub.add_argument("model")
    sub.add_argument("treebanks", nargs="+")
    sub.add_argument("--epochs", type=int, default=EPOCHS)
    sub.set_defaults(run=run_train)
    sub = commands.add_parser("apply")
    sub.add_argument("model")
    sub.add_argument("gold")
    sub.add_argument("out")
    sub.set_defaults(run=run_apply)
    sub = commands.add_parser("fixture")
    sub.add_argument("model")
    sub.add_argument("texts", help="one block a line")
    sub.add_argument("out")
    sub.set_defaults(run=run_fixture)
    options = arguments.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
