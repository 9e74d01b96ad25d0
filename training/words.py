"""What the model sees of a word: model form, word pieces, shape class, hash buckets, lemma scripts.

The definitions stand in docs/analysis-model.md; src/analysis/ has the same ones in C++.
"""

import functools
import unicodedata

MAX_PIECES = 16
MAX_UNIT = 100
PAD, UNK, CLS, SEP, MASK = 0, 100, 101, 102, 103

_FORM_CHARACTERS = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2026": "...", "\u2013": "-", "\u2014": "-",
})
_FORM_WORDS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
               "-LCB-": "{", "-RCB-": "}"}
_SENTENCE_MARKS = {".", "!", "?", '"', "("}


@functools.lru_cache(maxsize=None)
def model_form(form):
    """The word as the model reads it; spans elsewhere keep the original text."""
    form = unicodedata.normalize("NFC", form)
    return _FORM_WORDS.get(form) or form.translate(_FORM_CHARACTERS)


def simple_lower(text):
    """Lower case by code point: where str.lower gives several, the first (as towlower does)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c.lower()[0] for c in text)


def simple_upper(text):
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def is_punctuation(c):
    """BERT's notion: ASCII symbols and the Unicode categories P*."""
    o = ord(c)
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126:
        return True
    return unicodedata.category(c).startswith("P")


def is_ideograph(c):
    o = ord(c)
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF
            or 0x2A700 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF
            or 0x2F800 <= o <= 0x2FA1F)


class Pieces:
    """Cuts words into the entries of a vocabulary file (one entry a line, the id its line)."""

    def __init__(self, vocabulary):
        self.ids = {entry: i for i, entry in enumerate(vocabulary)}
        self._cache = {}

    def __call__(self, form):
        """The piece ids of a word by its model form: at least one, at most MAX_PIECES."""
        found = self._cache.get(form)
        if found is None:
            found = self._cache[form] = self._cut_word(form)
        return found

    def _cut_word(self, form):
        text = unicodedata.normalize("NFD", simple_lower(form))
        units, unit = [], ""
        for c in text:
            if unicodedata.category(c) == "Mn":
                continue
            if is_punctuation(c) or is_ideograph(c):
                units += [unit, c]
                unit = ""
            elif c.isspace() or unicodedata.category(c) in ("Cc", "Cf"):
                units.append(unit)
                unit = ""
            else:
                unit += c
        units.append(unit)
        ids = []
        for unit in units:
            if unit:
                ids += self._cut_unit(unit)
        if not ids:
            return [UNK]
        return ids if len(ids) <= MAX_PIECES else ids[:MAX_PIECES - 1] + ids[-1:]

    def _cut_unit(self, unit):
        if len(unit) > MAX_UNIT:
            return [UNK]
        ids, start = [], 0
        while start < len(unit):
            end = len(unit)
            while end > start:
                piece = ("##" if start else "") + unit[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [UNK]
            ids.append(self.ids[piece])
            start = end
        return ids


@functools.lru_cache(maxsize=None)
def base_shape(form):
    """Shape class of a model form out of context: 3 stands for 2 or 3, 4 for 4 or 5."""
    categories = [unicodedata.category(c) for c in form]
    letters = [g for g in categories if g.startswith("L")]
    upper = [g for g in letters if g in ("Lu", "Lt")]
    digits = [g for g in categories if g == "Nd"]
    if digits and len(digits) == len(form):
        return 8
    if (digits and categories[0] == categories[-1] == "Nd"
            and all(g == "Nd" or c in ".," for c, g in zip(form, categories))):
        return 9
    if digits and letters:
        return 10
    if form and all(g.startswith("P") for g in categories):
        return 13 if len(form) == 1 else 14
    if form and all(g.startswith("S") for g in categories):
        return 15
    if letters and "." in form:
        return 12
    if letters and "-" in form:
        return 11
    if not letters:
        return 0
    if len(letters) == 1 and upper:
        return 6
    if len(upper) == len(letters):
        return 4
    if any(g in ("Lu", "Lt") for g in letters[1:]):
        return 7
    return 3 if upper else 1


def is_sentence_mark(form):
    return form in _SENTENCE_MARKS


def has_lower(form):
    return any(unicodedata.category(c) == "Ll" for c in form)


def shape_class(base, opens, block_has_lower):
    """Puts a base shape into its context; `opens`: first of window or block, or after a mark."""
    if base == 3 and opens:
        return 2
    if base == 4 and not block_has_lower:
        return 5
    return base


@functools.lru_cache(maxsize=None)
def affix_hashes(form):
    """FNV-1a of the first and the last three code points of the lower-cased model form."""
    lower = simple_lower(form)
    return fnv1a(lower[:3]), fnv1a(lower[-3:])


def fnv1a(text):
    h = 2166136261
    for b in text.encode("utf-8"):
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def _title(form):
    return simple_upper(form[:1]) + simple_lower(form[1:])


@functools.lru_cache(maxsize=None)
def lemma_script(form, lemma):
    """The script that makes `lemma` of a form (the original one, in NFC): "CASE;CUT;ADD" or "=LEMMA"."""
    lower = simple_lower(form)
    # Upper case in the lemma is copied from the form where the form has it, else made by T.
    if lemma == simple_lower(lemma):
        case, base = "L", lower
    else:
        kept = sum(a == b for a, b in zip(form, lemma))
        titled = sum(a == b for a, b in zip(_title(form), lemma))
        case, base = ("K", form) if kept >= titled else ("T", _title(form))
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0 or (common == 1 and len(base) > 2):
        return "=" + lemma
    return f"{case};{len(base) - common};{lemma[common:]}"


def apply_lemma_script(script, form):
    if script.startswith("="):
        return script[1:]
    case, cut, add = script.split(";", 2)
    base = {"L": simple_lower, "T": _title, "K": lambda f: f}[case](form)
    return (base[:len(base) - int(cut)] if int(cut) < len(base) else "") + add or form
