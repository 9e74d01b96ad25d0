"""Candidate spans for mentions, from a dependency tree (docs/analysis-model.md, "Mentions")."""

MAX_WIDTH = 40
_NO_HEADS = {"PUNCT", "CCONJ", "SCONJ", "ADP", "AUX", "PART", "INTJ"}
_EDGE_MARKS = {'"', "'", "(", ")", "[", "]", "{", "}"}
_WIDTH_BUCKETS = [0, 0, 1, 2, 3, 4, 4, 5, 5, 5] + [6] * 5 + [7] * 8 + [8] * (MAX_WIDTH - 22)


def width_bucket(width):
    return _WIDTH_BUCKETS[width]


def candidates(forms, upos, heads):
    """Rows (start, end inclusive, head, class, width bucket), words counted from 0.

    forms are model forms; heads count from 1 as in CoNLL-U. A candidate holds exactly one word
    whose head lies outside, of a UPOS that heads phrases, and has no PUNCT at its ends but quotes
    and brackets.
    """
    n = len(forms)
    head = [h - 1 for h in heads]
    children = [[] for _ in range(n)]
    for i, h in enumerate(head):
        if h >= 0:
            children[h].append(i)
    edge = [u != "PUNCT" or f in _EDGE_MARKS for f, u in zip(forms, upos)]
    subtree = [_subtree(i, children) for i in range(n)]
    contents = [[w for w in words if upos[w] != "PUNCT"] for words in subtree]
    rows = []
    for start in range(n):
        if not edge[start]:
            continue
        outside = set()
        for end in range(start, min(n, start + MAX_WIDTH)):
            for child in children[end]:
                outside.discard(child)
            if not start <= head[end] <= end:
                outside.add(end)
            if len(outside) != 1 or not edge[end]:
                continue
            (top,) = outside
            if upos[top] in _NO_HEADS:
                continue
            rows.append((start, end, top, _span_class(start, end, top, head, contents[top]),
                         width_bucket(end - start + 1)))
    return rows


def _subtree(top, children):
    found, stack = [], [top]
    while stack:
        i = stack.pop()
        found.append(i)
        stack += children[i]
        if len(found) > len(children):
            raise ValueError("the heads of a sentence form a cycle")
    return sorted(found)


def _span_class(start, end, top, head, content):
    missing = [w for w in content if w < start or w > end]
    if not missing:
        return 0
    one_side = missing[-1] < start or missing[0] > end
    if one_side and all(head[w] == top or not start <= head[w] <= end for w in missing):
        return 1
    return 2
