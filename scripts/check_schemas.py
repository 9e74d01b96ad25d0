#!/usr/bin/env python3
"""Check schemas/ with python3-jsonschema, an implementation that is not the one we ship.

    check_schemas.py [--records F] [--report F] [--mentions F] [--merges F]

Each schema must be valid draft 4 and use no keyword that RapidJSON 1.1 passes over in silence; the files
named must fit their schema (records, mentions and merges line by line). Every option may repeat.

Exit 0: all well, or skipped because python3-jsonschema is not there (which is said). Exit 1: a fault.
"""
import argparse
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / 'schemas'
# What RapidJSON 1.1 validates (rapidjson/schema.h), and what says nothing about a value.
KNOWN = set('''type enum allOf anyOf oneOf not required properties additionalProperties patternProperties dependencies
minProperties maxProperties items additionalItems minItems maxItems uniqueItems minLength maxLength pattern minimum
maximum exclusiveMinimum exclusiveMaximum multipleOf $ref definitions $schema title description'''.split())
NAMED = {'properties', 'definitions', 'patternProperties', 'dependencies'}


def unknown_keywords(schema, path=''):
    """Keywords of a schema and its subschemas that would not be checked, as JSON pointers."""
    for key, value in schema.items():
        here = f'{path}/{key}'
        if key not in KNOWN:
            yield here
        elif key in NAMED:
            for name, inner in value.items():
                yield from unknown_keywords(inner, f'{here}/{name}')
        elif isinstance(value, dict):
            yield from unknown_keywords(value, here)
        elif key in ('allOf', 'anyOf', 'oneOf'):
            for i, inner in enumerate(value):
                yield from unknown_keywords(inner, f'{here}/{i}')
        if key == 'pattern' and '\\' in value:
            yield f'{here} (a class such as \\d, which RapidJSON does not know)'


def instances(path, by_line):
    text = pathlib.Path(path).read_text(encoding='utf-8')
    if not by_line:
        return [(path, json.loads(text))]
    return [(f'{path}:{n}', json.loads(line)) for n, line in enumerate(text.split('\n'), 1) if line.strip()]


def definition_of(record):
    """The definition a record line falls under; the schema itself would try each, four times as slowly."""
    kind = record.get('record', 'triple') if isinstance(record, dict) else 'triple'
    if kind in ('document', 'entity'):
        return kind
    if kind != 'triple':
        return 'other'
    return 'short_triple' if isinstance(record, dict) and isinstance(record.get('subject'), str) else 'triple'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ('records', 'report', 'mentions', 'merges'):
        parser.add_argument('--' + option, action='append', default=[], metavar='F')
    args = parser.parse_args()
    if jsonschema is None:
        print('check_schemas: skipped, python3-jsonschema is not installed')
        return 0
    faults, checked, validators = [], 0, {}
    for path in sorted(SCHEMAS.glob('*.schema.json')):
        schema = json.loads(path.read_text(encoding='utf-8'))
        try:
            jsonschema.Draft4Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            faults.append(f'{path.name}: no draft 4 schema: {error.message}')
        faults += [f'{path.name}: {where} is not checked by RapidJSON 1.1' for where in unknown_keywords(schema)]
        validators[path.name.split('.')[0]] = jsonschema.Draft4Validator(schema)
        if path.name == 'record.schema.json':
            for kind, definition in schema['definitions'].items():
                part = {**definition, 'definitions': schema['definitions']}
                validators['record ' + kind] = jsonschema.Draft4Validator(part)
    for option, name in (('records', 'record'), ('report', 'report'), ('mentions', 'mentions'), ('merges', 'merges')):
        for file in getattr(args, option):
            for where, instance in instances(file, by_line=option != 'report'):
                checked += 1
                key = f'record {definition_of(instance)}' if name == 'record' else name
                error = next(iter(validators[key].iter_errors(instance)), None)
                if error is not None:
                    at = '/'.join(map(str, error.absolute_path))
                    faults.append(f'{where}: /{at}: {error.validator}: {error.message[:200]}')
    for fault in faults:
        print('check_schemas: ' + fault)
    print(f'check_schemas: {len(list(SCHEMAS.glob("*.schema.json")))} schemas, {checked} instances, {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
