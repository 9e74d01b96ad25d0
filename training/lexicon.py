#!/usr/bin/env python3
"""Compiles models/lexicon.tsv, the facts about English words that relata looks up, from WordNet 3.0,
ICU, countries.tsv, aliases.tsv, people.tsv and, for what is a given name and no title, the news annotated in this folder.  Run by hand when the format changes:

    g++ -std=c++20 training/icu_names.cpp -licui18n -licuuc -o build/icu_names
    build/icu_names | python3 training/lexicon.py --icu - > models/lexicon.tsv

WordNet is Debian's wordnet-base (--wordnet names its folder).  Format: WNDB(5WN),
https://wordnet.princeton.edu/documentation/wndb5wn.  Standard library only.

The file: a header of lines that start with "#", then "kind TAB key TAB value", sorted:

    alias     name of a place or body   first name   one-sense names of one instance synset: "gaza", "Gaza Strip";
                                                     aliases.tsv; one that ends in a period is an
                                                     abbreviation and no word without it
    base      verb lemma                             the verbs that neither a noun below derives from nor a stance names
    body      noun or name          kind             who rules a country ("government"), who fights for it ("forces"); of
                                                     a name with the country: "government of United States"
    capital   city                  country          instances of "national capital" in a country
    country   name or variant       canonical name   instances of "country"; ICU's regions; countries.tsv
    demonym   adjective, inhabitant country          pertainyms and members of country nouns; countries.tsv
    noun      noun lemma            class            by the most frequent senses; "other" is left out
    given     form of a given name  the name        of another language: "ihor", "igor"; people.tsv
    kind      noun lemma            organization or  "Wagner group" is Wagner: what the noun is of stands whole before it
                                    place
    past      irregular verb form   verb lemma       "fled", "sank"; a form that is a lemma too ("found") is left out
    person    noun lemma                             has a sense under noun.person, however rare
    plural    irregular plural      noun lemma       "crises", "gunmen"; not what is a lemma too ("men" of chess)
    short     short given name      the name        "bill", "william"; several lines where it may stand for several; people.tsv
    stance    verb lemma                             mostly a verb of communication, cognition or social acts
    title     word or abbreviation  "", calling or   stands before names: ranks, offices, forms of address; callings
                                    modifier         ("lawyer") are of no country, so that its adjective tells where from
    region    state or province     country          of a country of today; several lines where several have one
    within    country               country          one that lies in another ("England")
    town      town or district      country          as region
    verb      noun lemma            verb lemma       the verb that an act, event, … is derived from
    word      noun or adjective                      in use, and none of the nouns and verbs above

Keys are in lower case but for their diacritics, which the reader folds.
"""
import argparse
import calendar
import collections
import glob
import os
import re
import sys
import unicodedata

HEADER = """\
# relata lexicon 1: kind TAB key TAB value. Made by training/lexicon.py; do not edit.
# From WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved, used under the WordNet
# License (https://wordnet.princeton.edu/license-and-commercial-use), and from the names of regions of
# ICU (Unicode License v3). See NOTICE.
"""

# Lexicographer files (lexnames(5WN)) by the class that extraction and resolution tell apart.
CLASSES = {4: "act", 6: "artifact", 10: "communication", 11: "event", 14: "group", 15: "place", 18: "person",
           23: "quantity", 28: "time"}
ARTIFACT, GROUP, LOCATION, OBJECT, PERSON = 6, 14, 15, 17, 18
# Senses whose nouns name what somebody does or what happens, so that the verb says the same.
VERBAL = {4, 7, 9, 10, 11, 12, 16, 19, 21, 22, 24, 26}
STANCES = {31, 32, 41}
# Roots, by lemma and lexicographer file, of what stands as a title before a person's name.
TITLE_ROOTS = [("title_of_respect", 10)] + [(x, 18) for x in """leader official serviceman military_officer clergyman
aristocrat female_aristocrat sovereign law_officer physician academician legislator diplomat spokesperson lawyer
administrator executive presiding_officer secretary knight head_of_state representative""".split()]
# Of these, what people are whom no country has: "a Danish lawyer" is only from there.
CALLINGS = {"clergyman", "physician", "academician", "lawyer", "administrator", "executive"}
# Of these, what stands before given names, too ("Sir Jan", "Duke Ellington" is one in a thousand dukes).
RANKS = {"title_of_respect", "aristocrat", "female_aristocrat", "sovereign", "clergyman", "military_officer",
         "head_of_state", "knight"}
# Synsets that say who rules or fights for a country: all their lemmas, or one of which the others say something wider.
BODIES = [("government", "government", True), ("junta", "government", True), ("administration", "government", False),
          ("executive branch", "government", False), ("military", "forces", True), ("army", "forces", False)]
# Roots of what a name may stand before as that of one of its kind: "news agency", "gang"; "town".
KINDS = [("organization", GROUP, ("company", "enterprise", "association", "political_party", "militia", "movement")),
         ("place", LOCATION, ("district", "municipality", "village", "county"))]

Synset = collections.namedtuple("Synset", "lexfile lemmas pointers")   # pointers: symbol, target, part, source, target word


def clean(lemma):
    return re.sub(r"\((?:a|p|ip)\)$", "", lemma).replace("_", " ")


# Letters that Unicode does not take apart, as fold_for_key of src/core/unicode.cpp writes them.
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ħ": "h", "ı": "i", "ł": "l",
                        "ŋ": "ng", "ŧ": "t", "ə": "a"})


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().translate(_PLAIN)


class WordNet:
    def __init__(self, folder):
        self.synsets, self.senses, self.counts = {}, collections.defaultdict(list), collections.Counter()
        for part, name in (("n", "noun"), ("v", "verb"), ("a", "adj")):
            with open("%s/data.%s" % (folder, name), encoding="latin-1") as lines:
                for line in lines:
                    if not line.startswith(" "):
                        self.add_synset(part, line)
            with open("%s/index.%s" % (folder, name), encoding="latin-1") as lines:
                for line in lines:
                    if not line.startswith(" "):
                        f = line.split()
                        self.senses[part, f[0].replace("_", " ")] = [int(x) for x in f[-int(f[2]):]]
        with open(folder + "/cntlist.rev", encoding="latin-1") as lines:
            for line in lines:      # sense key, sense number, number of times it is tagged
                key, number, count = line.split()
                lemma, kind = key.split("%")
                part = {"1": "n", "2": "v", "3": "a", "5": "a"}.get(kind[0])
                if part:
                    self.counts[part, lemma.replace("_", " "), int(number)] += int(count)

    def add_synset(self, part, line):
        f = line.split(" | ")[0].split()
        words = int(f[3], 16)
        lemmas = [clean(f[4 + 2 * i]) for i in range(words)]
        at = 4 + 2 * words
        pointers = []
        for i in range(int(f[at])):
            symbol, target, to, ends = f[at + 1 + 4 * i:at + 5 + 4 * i]
            pointers.append((symbol, int(target), to, int(ends[:2], 16), int(ends[2:], 16)))
        self.synsets[part, int(f[0])] = Synset(int(f[1]), lemmas, pointers)

    def targets(self, offset, symbols, part="n"):
        return [(t, to) for s, t, to, _, _ in self.synsets[part, offset].pointers if s in symbols]

    def below(self, lemma, lexfile):
        """the synsets under a lemma's first sense in a lexicographer file, this with them"""
        todo = [o for o in self.senses["n", lemma.replace("_", " ")] if self.synsets["n", o].lexfile == lexfile][:1]
        if not todo:
            sys.exit("lexicon: WordNet has no %s in file %d" % (lemma, lexfile))
        seen = set(todo)
        while todo:
            for t, _ in self.targets(todo.pop(), ("~", "~i")):
                if t not in seen:
                    seen.add(t)
                    todo.append(t)
        return seen

    def instances(self, lemma, lexfile):
        return {o for o in self.below(lemma, lexfile) if self.targets(o, ("@i",))}


def read_icu(stream):
    countries, abbreviations = [], []
    for line in stream:
        kind, *fields = line.rstrip("\n").split("\t")
        if kind == "country":
            names = []
            for name in fields[1:]:
                inner = re.fullmatch(r"(.+) \((.+)\)", name)       # "Myanmar (Burma)": both are names
                dashed = re.fullmatch(r"(.+) - (.+)", name)        # "Congo - Kinshasa": as people write it
                if inner and not inner.group(1) == "Congo":
                    names += [inner.group(1), inner.group(2)]
                elif dashed:
                    names.append("-".join(dashed.groups()))
                elif not inner:
                    names.append(re.sub(r" SAR China$", "", name))
            countries.append(names)
        elif kind == "abbreviation":
            abbreviations.append(fields[0])
    return countries, abbreviations


def spellings(name):
    """'&' and 'and', 'St.' and 'Saint'"""
    out = {name}
    if "&" in name:
        out.add(name.replace("&", "and"))
    if name.startswith("St. "):
        out.add("Saint " + name[4:])
    republic = re.fullmatch(r"Democratic Republic of (?:the )?(.+)", name)
    if republic:
        out.add("DR " + republic.group(1))
    return out


def by_capital(wn, synset, icu):
    """ICU's name of a country told from another by its capital ("Congo-Kinshasa"), or None"""
    parts = {x for t, _ in wn.targets(synset, ("%p",)) for x in wn.synsets["n", t].lemmas}
    for variants in icu:
        country, dash, capital = variants[0].rpartition("-")
        if dash and country == wn.synsets["n", synset].lemmas[0] and capital in parts:
            return variants[0]
    return None


def compile_countries(wn, icu):
    """(name → canonical name, synset → canonical name)"""
    names, of_synset = {}, {}
    for variants in icu:
        for v in variants:
            for s in spellings(v):
                names.setdefault(fold(s), variants[0])
    countries = sorted(wn.instances("country", LOCATION))
    first_named = {fold(wn.synsets["n", o].lemmas[0]): o for o in countries}
    for o in countries:
        lemmas = wn.synsets["n", o].lemmas
        # "Russia" is a second name of the Soviet Union there, and the first of another country.
        canonical = by_capital(wn, o, icu)
        if canonical is None:
            canonical = next((names[fold(x)] for x in lemmas if fold(x) in names and first_named.get(fold(x), o) == o), None)
        # What is no country of today is one of history, unless it lies within another ("England").
        if canonical is None:
            canonical = lemmas[0]
        of_synset[o] = canonical
        for x in lemmas:
            # "America" may be a continent first; only a first sense is safe for what is not in ICU.
            if wn.senses["n", x.lower()][0] == o:
                for spelling in spellings(x):
                    names.setdefault(fold(spelling), canonical)
    # "British" is of Great Britain, to WordNet an island; "Palestinian" of a region. A place with a name of a
    # country counts as it, unless the name is first that of something else (Georgia, the state).
    places = {}
    for (part, o), synset in wn.synsets.items():
        if part == "n" and synset.lexfile == LOCATION and o not in of_synset and wn.targets(o, ("@i",)):
            for x in synset.lemmas:
                senses = wn.senses["n", x.lower()]
                if fold(x) in names and (senses[0] in of_synset or not any(t in of_synset for t in senses)):
                    places.setdefault(o, names[fold(x)])
    of_synset.update(places)
    return names, of_synset


def namesakes(demonym, candidates, countries):
    """of several countries the one whose name begins most like the word, if by four letters or more; of two with one
    name the one that it means by itself ("Congo")"""
    def shared(country):
        return len(os.path.commonprefix((fold(demonym), fold(country))))
    longest = max(shared(c) for c in candidates)
    found = {c for c in candidates if shared(c) == longest >= 4}
    common = os.path.commonprefix([fold(c) for c in found]).rstrip("-")
    return found & {countries[common]} if len(found) > 1 and common in countries else found


def compile_demonyms(wn, of_synset, countries, icu):
    today = {fold(variants[0]) for variants in icu}
    demonyms = {}
    candidates = collections.defaultdict(set)
    for (part, _), synset in wn.synsets.items():
        if part == "a":
            for symbol, target, to, source, _ in synset.pointers:
                if symbol == "\\" and to == "n" and target in of_synset:
                    for x in synset.lemmas if source == 0 else [synset.lemmas[source - 1]]:
                        candidates[x].add(of_synset[target])
    for o, country in of_synset.items():
        for t, _ in wn.targets(o, ("%m",)):
            synset = wn.synsets["n", t]
            if synset.lexfile == PERSON:
                for x in synset.lemmas:
                    candidates[x].add(country)
    for x, found in candidates.items():
        # A word of two countries ("Congolese") says neither, unless it is made from the name of one ("Chinese", which
        # WordNet has of Taiwan too). Inhabitants are proper: "Boer" is no "farmer".
        # ("Russian" is of today's country, not of the Soviet Union too.)
        found = {c for c in found if fold(c) in today} if len(found) > 1 else found
        found = namesakes(x, found, countries) if len(found) > 1 else found
        if len(found) == 1 and x[:1].isupper() and fold(x) not in countries:
            demonyms[fold(x)] = next(iter(found))
    # "South Sudan" is younger than WordNet: what names its people is made from "Sudanese".
    by_country = collections.defaultdict(list)
    for x, c in demonyms.items():
        by_country[c].append(x)
    for name in sorted(set(countries.values())):
        head, _, rest = name.partition(" ")
        if head in ("North", "South", "East", "West") and rest in by_country:
            for x in by_country[rest]:
                demonyms.setdefault(fold(head + " " + x), name)
    return demonyms


def compile_capitals(wn, of_synset, countries):
    """the outermost country around a national capital: London is the United Kingdom's, not England's"""
    capitals = {}
    for o in sorted(wn.instances("national_capital", LOCATION)):
        inside, todo = [], [o]
        while todo:
            x = todo.pop()
            for t, _ in wn.targets(x, ("#p",)):
                if wn.synsets["n", t].lexfile == LOCATION:
                    todo.append(t)
                if t in of_synset:
                    inside.append(of_synset[t])
        if inside:
            for x in wn.synsets["n", o].lemmas:
                first = wn.senses["n", x.lower()][0]
                if first == o and "capital" not in x and fold(x) not in countries:
                    capitals.setdefault(fold(x), inside[-1])
    return capitals


def compile_regions(wn, of_synset, synsets):
    """[(name, country)] of places in today's countries, by all names; several where several have one"""
    regions = set()
    for o in synsets:
        country = country_around(wn, o, of_synset)
        if not country or o in of_synset:
            continue
        for x in wn.synsets["n", o].lemmas:
            if x[0].isupper() and not x.isupper():
                regions.add((fold(x), country))
    return regions


def compile_kinds(wn, lemmas, classes):
    kinds = {"group": "organization", "region": "place"}    # too wide to take what lies below them
    for kind, lexfile, roots in KINDS:
        below = set().union(*(wn.below(root, lexfile) for root in roots))
        for x in lemmas:
            senses = enumerate(wn.senses["n", x])
            untagged = not any(wn.counts["n", x, i + 1] for i in range(len(wn.senses["n", x])))
            if classes.get(x) != "person" and any(o in below and x in wn.synsets["n", o].lemmas and
                                                  (untagged or i == 0 or wn.counts["n", x, i + 1]) for i, o in senses):
                kinds.setdefault(x, kind)
    return kinds


def country_around(wn, offset, of_synset):
    """the outermost country that a place is part of"""
    inside, todo = None, [offset]
    while todo:
        for t, _ in wn.targets(todo.pop(), ("#p",)):
            if wn.synsets["n", t].lexfile in (LOCATION, ARTIFACT):
                todo.append(t)
            inside = of_synset.get(t, inside)
    return inside


def read_facts(name):
    """[(…, form)] of countries.tsv, aliases.tsv and people.tsv beside this file: what stands before the last tab, and each form behind it"""
    out = []
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                *before, forms = line.rstrip("\n").split("\t")
                out += [(*before, form) for form in forms.split(";")]
    return out


def add_countries(known, countries, tables):
    """adds what countries.tsv knows; what it calls otherwise than WordNet has one name in all tables"""
    demonyms = tables["demonym"]
    for country, kind, form in known:
        if kind == "name":
            countries[fold(form)] = country
        elif kind == "people":
            demonyms[fold(form)] = country
        elif kind == "capital":
            tables["capital"][fold(form)] = country
        else:
            tables["within"][fold(country)] = form
    for table in [countries, *tables.values()]:
        for key, country in table.items():
            table[key] = countries.get(fold(country), country)


def compile_within(wn, of_synset, icu):
    """of a country that is none of today's, the first of today's that it is a part of"""
    today = {fold(variants[0]) for variants in icu}
    within = {}
    for o, name in sorted(of_synset.items()):
        around = [of_synset[t] for t, _ in wn.targets(o, ("#p",)) if t in of_synset and fold(of_synset[t]) in today]
        if fold(name) not in today and around:
            within[fold(name)] = around[0]
    return within


def compile_bodies(wn, of_synset, capitals):
    bodies = {"rulers": "government"}      # several of the person who rules, "ruler"
    for lemma, kind, whole in BODIES:
        found = [o for o in wn.senses["n", lemma] if wn.synsets["n", o].lexfile == GROUP]
        for x in wn.synsets["n", found[0]].lemmas if whole else [lemma]:
            bodies[fold(x)] = kind
    # "White House" is a department, and a house in Washington, which is in the United States.
    for root in ("government", "executive_department"):
        for o in sorted(wn.below(root, GROUP)):
            for x in wn.synsets["n", o].lemmas:
                places = {country_around(wn, t, of_synset) for t in wn.senses["n", x.lower()]} - {None}
                if len(places) == 1 and x[0].isupper() and not x.isupper() and fold(x) not in capitals:
                    bodies[fold(x)] = "%s of %s" % ("government", places.pop())
    return bodies


def compile_aliases(wn, countries):
    """other name of a place, river or body → the first of its names, where each name has one sense"""
    table = {}
    for (part, o), synset in wn.synsets.items():
        if part != "n" or synset.lexfile not in (GROUP, OBJECT, LOCATION) or not wn.targets(o, ("@i",)):
            continue
        only = [x for x in synset.lemmas if len(wn.senses["n", x.lower()]) == 1 and x[0].isupper()]
        # letters alone stand for many things that WordNet does not know
        only = [x for x in only if not x.isupper() and fold(x) not in countries]
        table.update({fold(x): only[0] for x in only[1:] if fold(x) != fold(only[0])})
    return table


def noun_lemmas(wn):
    """lower-case single words; a noun that is only a proper name is left out"""
    common = set()
    for (part, _), synset in wn.synsets.items():
        if part == "n":
            common |= {x for x in synset.lemmas if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", x)}
    return sorted(common)


def compile_classes(wn, lemmas):
    classes, persons = {}, set()
    for x in lemmas:
        weight = collections.Counter()
        for i, o in enumerate(wn.senses["n", x]):
            lexfile = wn.synsets["n", o].lexfile
            # Tagged counts, and one more vote for the first sense where nothing is tagged.
            weight[CLASSES.get(lexfile, "other")] += wn.counts["n", x, i + 1] + (1 if i == 0 else 0)
            if lexfile == PERSON:
                persons.add(x)
        best = max(weight, key=lambda c: (weight[c], c))
        if best != "other":
            classes[x] = best
    return classes, persons


def shared_prefix(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def compile_verbs(wn, lemmas):
    """noun → the verb it is derived from: of the first sense that says what is done and has one"""
    frequency = collections.Counter()
    for (part, lemma, _), n in wn.counts.items():
        if part == "v":
            frequency[lemma] += n
    verbs = {}
    for x in lemmas:
        for o in wn.senses["n", x]:
            synset = wn.synsets["n", o]
            if synset.lexfile not in VERBAL:
                continue
            word = next((i + 1 for i, y in enumerate(synset.lemmas) if y.lower() == x), 0)
            found = {wn.synsets["v", t].lemmas[ends - 1] for s, t, to, source, ends in synset.pointers
                     if s == "+" and to == "v" and source == word}
            found = {v for v in found if re.fullmatch(r"[a-z-]+", v)}
            if found:
                verbs[x] = max(found, key=lambda v: (shared_prefix(x, v), frequency[v], v))
                break
    return verbs


def compile_stances(wn):
    """verbs that ask for somebody who acts or speaks, by their most frequent sense"""
    return {x for (part, x), senses in wn.senses.items()
            if part == "v" and wn.synsets["v", senses[0]].lexfile in STANCES and re.fullmatch(r"[a-z-]+", x)}


def compile_bases(wn, known):
    """single words; with a hyphen they are too rare to tell a lemma by"""
    return {x for part, x in wn.senses if part == "v" and re.fullmatch(r"[a-z]+", x)} - known


def compile_words(wn, known):
    """nouns and adjectives in small letters of the senses that WordNet's tagged texts use, under any spelling"""
    words = set()
    for (part, lemma), senses in wn.senses.items():
        if part in "na":
            for i, offset in enumerate(senses):
                if wn.counts[part, lemma, i + 1] > 0:
                    words |= {x for x in wn.synsets[part, offset].lemmas if re.fullmatch(r"[a-z]{3,}", x)}
    return words - known


def compile_exceptions(wn, folder, part, name):
    """irregular form → lemma, of single words, where there is one lemma and the form is none itself"""
    lemmas = {}
    with open("%s/%s.exc" % (folder, name), encoding="latin-1") as lines:
        for line in lines:
            form, *found = line.split()
            if len(found) == 1 and re.fullmatch("[a-z]+", form) and (part, form) not in wn.senses \
                    and (part, found[0]) in wn.senses:
                lemmas[form] = found[0]
    return lemmas


def compile_plurals(wn, folder, lemmas):
    """WordNet's exceptions leave out most that are made from "man"."""
    plurals = {x[:-2] + "en": x for x in lemmas if x.endswith("man") and ("n", x[:-2] + "en") not in wn.senses}
    return {**plurals, **compile_exceptions(wn, folder, "n", "noun")}


def is_abbreviation(short, word):
    """a beginning ("capt"), or consonants from the first letter to the last ("sgt")"""
    if len(short) + 1 >= len(word):
        return False
    rest = iter(word[1:])
    return word.startswith(short) and len(short) > 2 or (short[0] == word[0] and short[-1] == word[-1] and
                                                         not set(short) & set("aeiou") and all(c in rest for c in short[1:]))


def names_of_people(folder):
    """(the word before, if it is none of the name; its first word; how many words) of people in the news and pages
    annotated in the folder."""
    for path in sorted(glob.glob(f"{folder}/pages/train/*.txt")):
        with open(path, encoding="utf-8") as text:
            plain = re.sub(r"\{\d+(?::[a-z]+)? |\}|\[(?:LOC|ORG|OTHER) ", "", text.read())
        for m in re.finditer(r"(?:([\w.-]+) )?\[PER ([^\]]+)\]", plain):
            yield m.group(1), m.group(2).split()[0], len(m.group(2).split())
    for path in sorted(glob.glob(f"{folder}/news/train*.conllu")):
        rows = [("", "O")]
        with open(path, encoding="utf-8") as lines:
            for columns in (line.split("\t") for line in lines):
                if columns[0].isdigit():
                    tag = re.search(r"NER=([BI]-[A-Z]+)", columns[9])
                    rows.append((columns[1], tag.group(1) if tag else "O"))
        for i, (word, tag) in enumerate(rows):
            if tag == "B-PER":
                size = next((n for n in range(1, len(rows) - i) if rows[i + n][1] != "I-PER"), 1)
                yield rows[i - 1][0] if rows[i - 1][1] == "O" else None, word, size


def given_names(wn, annotated):
    """Words that begin names of several words more often than they stand before one in annotated news; and the
    common nouns that begin the full names of several people of WordNet beside a surname ("Bobby Orr", "Orr")."""
    begins, before = collections.Counter(), collections.Counter()
    for word, first, size in names_of_people(annotated):
        begins[first.lower()] += size > 1
        before[(word or "").lower().rstrip(".")] += 1
    found = {x for x, n in begins.items() if n > max(1, before[x])}
    ranks = {x.lower() for lemma, lexfile in TITLE_ROOTS if lemma in RANKS for o in wn.below(lemma, lexfile)
             for x in wn.synsets["n", o].lemmas}
    people = collections.Counter()
    for (part, _), synset in wn.synsets.items():
        if part != "n" or synset.lexfile != PERSON or not any(p[0] == "@i" for p in synset.pointers):
            continue
        for words in (x.split("_") if "_" in x else x.split() for x in synset.lemmas):
            people[words[0].lower()] += len(words) == 2 and words[1] in synset.lemmas
    return (found | {x for x, n in people.items() if n > 1}) - ranks


def compile_titles(wn, abbreviations, classes, annotated):
    """title → "", "calling", or "modifier" for the words before the last of longer ones ("prime", "vice", "attorney")"""
    titles, modifiers, offices = set(), set(), set()
    for lemma, lexfile in TITLE_ROOTS:
        for o in wn.below(lemma, lexfile):
            if wn.targets(o, ("@i",)):
                continue
            for x in wn.synsets["n", o].lemmas:
                count = wn.counts["n", x.lower(), wn.senses["n", x.lower()].index(o) + 1]
                # a rare sense would make a title of "Jack" and "Mark"; one written with a capital is one ("Dr.")
                if lemma not in CALLINGS:
                    offices.add(x.rstrip(".").lower())
                if re.fullmatch(r"[A-Za-z]+\.?(?:-[a-z]+)*", x):
                    if classes.get(x) == "person" or lexfile != PERSON or x[0].isupper() or count >= 2:
                        titles.add(x.rstrip(".").lower())
                elif re.fullmatch(r"(?:[a-z]+ )+[a-z]+", x):
                    modifiers |= set(x.split()[:-1])
    tagged = {w for (part, w, _), n in wn.counts.items() if part == "n" and n > 0}
    callings = titles - offices
    words = sorted(t for t in titles if len(t) > 4 and t in tagged)
    for a in abbreviations:
        short = a.rstrip(".").lower()
        if a[:1].isupper() and a[1:-1].islower() and len(short) >= 2 and any(is_abbreviation(short, w) for w in words):
            titles.add(short)
    dates = {x.lower() for names in (calendar.month_abbr, calendar.day_abbr) for x in names}
    titles -= given_names(wn, annotated) | dates
    closed = {"of", "the", "in", "and", "at", "to", "by", "on", "a"}
    return {**{x: "modifier" for x in modifiers - closed}, **{x: "calling" if x in callings else "" for x in titles}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", default="/usr/share/wordnet", help="folder of data.noun and the like")
    parser.add_argument("--icu", required=True, type=argparse.FileType(encoding="utf-8"), help="what icu_names prints")
    parser.add_argument("--annotated", default=os.path.dirname(os.path.abspath(__file__)),
                        help="folder of news/ and pages/, which tell given names from titles")
    options = parser.parse_args()
    wn = WordNet(options.wordnet)
    icu, abbreviations = read_icu(options.icu)

    countries, of_synset = compile_countries(wn, icu)
    demonyms = compile_demonyms(wn, of_synset, countries, icu)
    lemmas = noun_lemmas(wn)
    classes, persons = compile_classes(wn, lemmas)
    verbs, stances = compile_verbs(wn, lemmas), compile_stances(wn)
    capitals = compile_capitals(wn, of_synset, countries)
    within = compile_within(wn, of_synset, icu)
    aliases = compile_aliases(wn, countries)
    facts = read_facts("aliases.tsv")
    aliases.update({fold(form): name for name, form in facts})
    for name, _ in facts:  # the first name there is another's nowhere ("Kharkiv", WordNet's Kharkov)
        if fold(name) not in {fold(form) for _, form in facts}:
            aliases.pop(fold(name), None)
    add_countries(read_facts("countries.tsv"), countries, {"demonym": demonyms, "capital": capitals, "within": within})
    states = wn.instances("state", LOCATION)
    towns = wn.instances("district", LOCATION) - states
    lines = {"%s\t%s\t%s" % (kind, x, countries.get(fold(c), c)) for kind, synsets in (("region", states), ("town", towns))
             for x, c in compile_regions(wn, of_synset, synsets)}
    for kind, table in (("country", countries), ("demonym", demonyms), ("capital", capitals), ("noun", classes),
                        ("verb", verbs), ("alias", aliases),
                        ("body", compile_bodies(wn, of_synset, capitals)),
                        ("kind", compile_kinds(wn, lemmas, classes)),
                        ("within", within),
                        ("past", compile_exceptions(wn, options.wordnet, "v", "verb")),
                        ("plural", compile_plurals(wn, options.wordnet, lemmas))):
        lines |= {"%s\t%s\t%s" % (kind, k, v) for k, v in table.items()}
    lines |= {"person\t%s\t" % x for x in persons if classes.get(x) != "person"}
    people = read_facts("people.tsv")
    titles = compile_titles(wn, abbreviations, classes, options.annotated)
    titles.update({x[1]: "" for x in people if x[0] == "title"})
    for x in people:
        if x[0] == "name":
            titles.pop(x[1], None)
    lines |= {"title\t%s\t%s" % x for x in titles.items()}
    lines |= {"%s\t%s\t%s" % (x[0], x[2], x[1]) for x in people if x[0] in ("given", "short")}
    lines |= {"stance\t%s\t" % x for x in stances}
    bases = compile_bases(wn, stances | set(verbs.values()))
    lines |= {"base\t%s\t" % x for x in bases}
    lines |= {"word\t%s\t" % x for x in compile_words(wn, set(classes) | bases | stances | set(verbs.values()))}
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(HEADER + "".join(x + "\n" for x in sorted(lines, key=lambda x: x.encode())))


if __name__ == "__main__":
    main()
