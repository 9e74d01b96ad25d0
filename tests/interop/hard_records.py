#!/usr/bin/env python3
"""Writes the records of graphs that are hard to load, one file a graph: nasty.jsonl, single.jsonl
(one node), edgeless.jsonl.

usage: hard_records.py FOLDER

Every name is one that broke a reader somewhere: markup, quotes, controls, line ends, bidi marks,
words that readers take for values (null, INF, true), 10,000 characters, names that collide.
"""
import json
import pathlib
import sys

NAMES = [
    'Ida Holm',
    'O\'Hara & "Sons" <Ltd>',
    '<script>alert("x")</script>',
    ']]> <![CDATA[ <!-- -->',
    '&amp; & &lt;',
    'Tab\there, line\nthere\r\nand  blanks',
    'Control\u0001\u000b\u001f\u007f\u0085\ufffeCharacters',
    'שלום עולם',
    'جمهورية مالي',
    'Right\u202eto\u202c left\u2066!\u2069',
    'Zero\u200bwidth\u200djoiner \ufeffmark',
    'INFLATION Report',
    'INF',
    'NaN',
    'null',
    'NULL Island',
    'true',
    '007',
    '1e5',
    'Back\\slash\\',
    'A | B | C',
    'A,B;C',
    '[list, "of"]',
    '{map: 1}',
    '=SUM(A1)',
    "it's",
    '"quoted"',
    '`backtick`',
    ':Label:Entity',
    '#hash',
    '%25 percent',
    'Ünïcödé ﬁ e\u0301',
    '漢字かな',
    '😀🏽 family 👩‍👩‍👧',
    '𐍈𐌰 beyond the first plane',
    'Long' + 'name' * 2499,
]

TYPES = ['person', 'group', 'organization', 'place', 'event', 'object', 'work', 'other']
KINDS = ['clause', 'folded', 'apposition', 'possessive', 'title', 'compound', 'nominal']
MODALITIES = ['asserted', 'planned', 'possible', 'obliged', 'conditional', 'asked']
TIMES = ['2025-03-10', '2025-03', '2024', '2024/..', '../2023-05', '2024-02/2024-03', '2025-02-28/2025-03-15']


def document(doc, title, date=None, url=None):
    record = {'record': 'document', 'doc': doc, 'title': title, 'language': 'en'}
    if date:
        record['date'] = date
    if url:
        record['url'] = url
    return record


def entity(doc, number, name, entity_type, mentions=1):
    return {'record': 'entity', 'doc': doc, 'entity': f'{doc}#e{number}', 'type': entity_type,
            'name': name, 'names': [name], 'mentions': mentions,
            'first': {'start': 20 * number, 'end': 20 * number + 9},
            'named': True, 'specific': True}


def argument(doc, number, name, entity_type):
    return {'text': name, 'type': entity_type, 'form': 'name', 'entity': f'{doc}#e{number}', 'name': name}


def nasty():
    docs = [('plain', 'A title', '2025-03-12', 'https://news.example/1?a=b&c=d'),
            ('sl/ash & "quote" #1', 'Title <b>bold</b>\nin two lines', None, 'not an address'),
            ('ملف', 'עיתון', '2025-03-13', 'https://news.example/مالي')]
    for doc, title, date, url in docs:
        yield document(doc, title, date, url)
    doc = docs[0][0]
    for number, name in enumerate(NAMES):
        yield entity(doc, number, name, TYPES[number % len(TYPES)], mentions=1 + number % 7)
    # One name, three things.
    for number, entity_type in enumerate(['place', 'person', 'organization']):
        yield entity(docs[1][0], number, 'Holmby', entity_type)
    yield entity(docs[2][0], 0, 'مالي', 'place')
    yield entity(docs[2][0], 1, 'Lone Node', 'person')

    statement = 0

    def triple(in_doc, subject, target, text, relation_type, **more):
        nonlocal statement
        statement += 1
        start = 100 * statement
        return {'record': 'triple', 'statement': f'{in_doc}#{statement}', 'doc': in_doc,
                'kind': KINDS[statement % len(KINDS)], 'core': True,
                'sentence': {'index': statement, 'start': start, 'end': start + len(text), 'text': text,
                             'source': {'start': start, 'end': start + len(text.encode())}},
                'subject': subject, 'object': target,
                'relation': {'text': f'words of {relation_type.lower()} & "more"', 'type': relation_type},
                'confidence': round(0.5 + statement % 50 / 100, 3), **more}

    def person(number):
        return argument(doc, number, NAMES[number], TYPES[number % len(TYPES)])

    count = len(NAMES)
    for number, name in enumerate(NAMES):
        for step in (1, 5, 11):
            more = {}
            chosen = number + step
            if chosen % 4 == 1:
                more['polarity'] = 'negative'
            if chosen % 3 == 1:
                more['modality'] = MODALITIES[chosen % len(MODALITIES)]
            if chosen % 5 == 2:
                more['attribution'] = {'holder': 'unnamed', 'name': 'sources', 'cue': 'said'}
            if chosen % 5 == 3:
                holder = (number + 2) % count
                more['attribution'] = {'holder': f'{doc}#e{holder}', 'name': NAMES[holder], 'cue': 'said'}
            if chosen % 2 == 0:
                time = TIMES[chosen // 2 % len(TIMES)]
                more['qualifiers'] = [{'role': 'time', 'text': 'then', 'value': time}]
            text = f'INFLATION: {name[:300]} said "null"\\n & <i>left</i>\nfor {step}.'
            yield triple(doc, person(number), person((number + step) % count), text,
                         f'RELATE_{step}', **more)
    # The same two nodes and relation: fact, claim, denial and possibility stand side by side.
    first, second = person(0), person(1)
    yield triple(doc, first, second, 'She met them.', 'MEET')
    yield triple(doc, first, second, 'She met them again.', 'MEET')
    yield triple(doc, first, second, 'She did not meet them.', 'MEET', polarity='negative')
    yield triple(doc, first, second, 'She met them, she said.', 'MEET',
                 attribution={'holder': f'{doc}#e0', 'name': 'she', 'cue': 'said'})
    yield triple(doc, first, second, 'She may meet them.', 'MEET', modality='possible')
    yield triple(doc, first, second, 'She may not meet them, they said.', 'MEET', modality='possible',
                 polarity='negative', attribution={'holder': f'{doc}#e1', 'name': 'they', 'cue': 'said'})
    yield triple(doc, first, first, 'She quoted herself.', 'QUOTE')
    # Values, asserted, denied and claimed.
    for value, more in [('1971', {}), ('3 < 4 & "five"', {}), ('null', {'polarity': 'negative'}),
                        ('a\nb | c', {'attribution': {'holder': 'unnamed'}})]:
        yield triple(doc, first, {'text': value, 'form': 'literal'}, f'She has {value}.', 'HAVE', **more)
    holmby = [argument(docs[1][0], number, 'Holmby', entity_type)
              for number, entity_type in enumerate(['place', 'person', 'organization'])]
    yield triple(docs[1][0], holmby[0], holmby[1], 'Holmby is home to Holmby.', 'HOUSE')
    yield triple(docs[1][0], holmby[1], holmby[2], 'Holmby leads Holmby.', 'LEAD')
    yield triple(docs[2][0], argument(docs[2][0], 0, 'مالي', 'place'),
                 argument(docs[2][0], 1, 'Lone Node', 'person'), 'قالت \u202eمالي\u202c ذلك.', 'SEND')


def single():
    yield document('one', 'One')
    yield entity('one', 0, 'Ida Holm', 'person')


def edgeless():
    yield document('few', 'Few')
    for number, name in enumerate(NAMES):
        yield entity('few', number, name, TYPES[number % len(TYPES)])


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in (('nasty', nasty), ('single', single), ('edgeless', edgeless)):
        lines = [json.dumps(record, ensure_ascii=False) + '\n' for record in records()]
        (folder / f'{name}.jsonl').write_text(''.join(lines), encoding='utf-8')


if __name__ == '__main__':
    main()
