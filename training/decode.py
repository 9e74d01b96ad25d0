"""From scores to structures: trees, name spans, mention spans. src/analysis/ decides the same."""

import numpy

import spans


def decode_tree(scores):
    """Heads (0 the root) of the best tree with one root; scores[d][h], column 0 the root.

    A root arc costs a constant more than any tree can gain by it, so the best tree has one root
    arc, and is the best of the trees with one (Chu-Liu/Edmonds otherwise).
    """
    n = scores.shape[0]
    full = numpy.full((n + 1, n + 1), -numpy.inf)
    full[1:, :] = scores
    numpy.fill_diagonal(full, -numpy.inf)
    full[1:, 0] -= 2 * n * (numpy.abs(scores[numpy.isfinite(scores)]).max() + 1)
    heads = _edmonds(full)
    return heads[1:]


def _edmonds(scores):
    """Best head of each node but 0, as an arborescence from 0; entry 0 is -1."""
    n = scores.shape[0]
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = numpy.zeros(n, dtype=bool)
    inside[cycle] = True
    outer = [i for i in range(n) if not inside[i]]
    cycle = numpy.array(cycle)
    within = scores[cycle, heads[cycle]]
    m = len(outer)
    small = numpy.full((m + 1, m + 1), -numpy.inf)
    small[:m, :m] = scores[numpy.ix_(outer, outer)]
    leaving = scores[numpy.ix_(outer, cycle)]
    small[:m, m] = leaving.max(1)
    leave_to = cycle[leaving.argmax(1)]
    entering = scores[numpy.ix_(cycle, outer)] - within[:, None]
    small[m, :m] = entering.max(0)
    enter_at = cycle[entering.argmax(0)]
    solved = _edmonds(small)
    result = heads.copy()
    for k, i in enumerate(outer):
        if k:
            result[i] = leave_to[k] if solved[k] == m else outer[solved[k]]
    result[enter_at[solved[m]]] = outer[solved[m]]
    return result


def _cycle(heads):
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, i = [], start
        while i > 0 and colour[i] == 0:
            colour[i] = 1
            path.append(i)
            i = heads[i]
        if i > 0 and colour[i] == 1:
            return path[path.index(i):]
        for j in path:
            colour[j] = 2
    return None


def decode_names(logits):
    """Best valid BIO tags (0 O, odd B, the next even I of the same kind), by Viterbi."""
    n, tags = logits.shape
    score, back = logits[0].astype(float).copy(), []
    score[2::2] = -numpy.inf
    for row in logits[1:]:
        previous, choice = numpy.empty(tags), numpy.empty(tags, dtype=int)
        best = int(score.argmax())
        for t in range(tags):
            if t and t % 2 == 0:
                choice[t] = t - 1 if score[t - 1] >= score[t] else t
            else:
                choice[t] = best
            previous[t] = score[choice[t]]
        back.append(choice)
        score = previous + row
    path = [int(score.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def select_mentions(rows, scores, heads, deprels):
    """Rows of spans.candidates and their scores [rows, 10] to (start, end, head, type) chosen.

    By score: none that crosses a better one, and one a head word, unless one of two is a coordination and
    the other its first part. heads and deprels are the sentence's, heads counted from 1.
    """
    if not len(rows):
        return []
    best = scores.max(1)
    order = sorted(numpy.nonzero(best > 0)[0],
                   key=lambda k: (-best[k], rows[k][0], -rows[k][1]))
    chosen, of_head = [], {}
    for k in order:
        start, end, top = rows[k][:3]
        joined = sum(heads[i] == top + 1 and deprels[i].startswith("conj")
                     for i in range(start, end + 1))
        others = of_head.get(top, [])
        if len(others) >= 2 or joined in others:
            continue
        if any(a < start <= b < end or start < a <= end < b for a, b, _, _ in chosen):
            continue
        of_head[top] = others + [joined]
        chosen.append((start, end, top, int(scores[k].argmax())))
    return sorted(chosen, key=lambda c: (c[0], -c[1]))


def mention_rows(forms, upos, heads):
    return spans.candidates(forms, upos, heads)
