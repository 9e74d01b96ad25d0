"""The shipped arithmetic itself, bit for bit, in NumPy (docs/analysis-model.md, "Arithmetic").

What src/analysis/kernel_bodies.hpp, lanes.hpp and attention_body.hpp compute, in the same order:
int32 sums, and f32 whose sums run in 16 lanes that are folded in halves, or one by one where C++
does so. NumPy's f32 multiplies and adds round as C++ does without fused ones, so all numbers are
equal, and with them every decision. Slow; parity.py is what it is for.
"""

import numpy
import torch
from numpy import float32 as f32

import coreference
import features
import modelfile
import network
import readers
import words

LANES = 16


def fold(lanes):
    """Sums of 16 lanes, the last axis: 0 + 8, 1 + 9, ..., then 0 + 4, ..."""
    half = LANES // 2
    while half:
        lanes = lanes[..., :half] + lanes[..., half:2 * half]
        half //= 2
    return lanes[..., 0]


def lane_sums(terms):
    """Sums over the last axis, its length any: lane i adds terms i, i + 16, ... in order."""
    rest = -terms.shape[-1] % LANES
    if rest:
        terms = numpy.concatenate([terms, numpy.zeros((*terms.shape[:-1], rest), f32)], -1)
    total = numpy.zeros((*terms.shape[:-1], LANES), f32)
    for at in range(0, terms.shape[-1], LANES):
        total = total + terms[..., at:at + LANES]
    return fold(total)


def dots(a, b):
    return lane_sums(a * b)


def multiply(a, b):
    """a [..., rows, depth] times b [..., depth, columns], each sum in the order of depth."""
    total = numpy.zeros((*a.shape[:-1], b.shape[-1]), f32)
    for k in range(a.shape[-1]):
        total += b[..., k, None, :] * a[..., :, k, None]
    return total


def exp(x):
    high, low, rounder = f32(0.693359375), f32(-2.12194440e-4), f32(12582912.0)
    bounded = numpy.maximum(x, f32(-87.0))
    shifted = bounded * f32(1.44269504) + rounder
    n = shifted - rounder
    r = (bounded - n * high) - n * low
    tail = f32(0.0013814613) * r + f32(0.00836871)
    for c in (0.04166839, 0.16666521, 0.49999994):
        tail = tail * r + f32(c)
    unit = (tail * r * r + r) + f32(1.0)
    exponent = (shifted.view(numpy.int32) - rounder.view(numpy.int32)) << 23
    scaled = (unit.view(numpy.int32) + exponent).view(f32)
    return numpy.where(x < f32(-87.0), f32(0), scaled)


def erf(x):
    bounded = numpy.minimum(numpy.maximum(x, f32(-4.0)), f32(4.0))
    t = bounded * bounded
    above = f32(1.9217378e-08) * t - f32(1.9903066e-06)
    for c in (0.00015553189, 0.0042928425, 0.052432805, 0.21393967, 1.1283786):
        above = above * t + f32(c)
    below = f32(0.0010979874) * t + f32(0.015550666)
    for c in (0.120797545, 0.52292675, 1.0):
        below = below * t + f32(c)
    return numpy.minimum(numpy.maximum(bounded * above / below, f32(-1.0)), f32(1.0))


def gelu(y):
    return y * f32(0.5) * (f32(1.0) + erf(y * f32(0.70710678)))


def normalise(x, gain, bias, epsilon):
    width = f32(x.shape[-1])
    centred = x - (lane_sums(x) / width)[..., None]
    variance = lane_sums(centred * centred) / width
    inverse = f32(1.0) / numpy.sqrt(variance + f32(epsilon))
    return centred * inverse[..., None] * gain + bias


def relu(x):
    return numpy.maximum(x, f32(0))


class Product:
    """One int8 product of a model file."""

    def __init__(self, reader, name):
        entry = reader.header["tensors"][name]
        self.q = reader[name].numpy().astype(numpy.float64).T  # f64 holds the sums exactly
        scale = f32(entry["input_scale"])
        self.zero = int(entry["input_zero"])
        self.inverse = f32(1.0) / scale
        self.scale = scale * reader[name + ".scale"].numpy()
        self.bias = reader[name + ".bias"].numpy()
        self.offset = self.zero * self.q.sum(0)

    def clamped(self, scaled):
        """Levels of x / scale."""
        low = f32(-self.zero)
        bounded = numpy.minimum(numpy.maximum(scaled, low), low + f32(255.0))
        return numpy.rint(bounded) + f32(self.zero)

    def exact(self, x):
        """The sums, freed of the zero point, as f32."""
        levels = self.clamped(x * self.inverse)
        return (levels.astype(numpy.float64) @ self.q - self.offset).astype(f32)

    def of_levels(self, levels):
        sums = levels.astype(numpy.float64) @ self.q - self.offset
        return sums.astype(f32) * self.scale + self.bias

    def __call__(self, x):
        return self.exact(x) * self.scale + self.bias


class Norm:
    def __init__(self, reader, name, epsilon):
        self.gain, self.bias = reader[name + ".gain"].numpy(), reader[name + ".bias"].numpy()
        self.epsilon = epsilon

    def __call__(self, x):
        return normalise(x, self.gain, self.bias, self.epsilon)


def soft_levels(x):
    """rint(255 * 2^x) for x <= 0."""
    rounder = f32(12582912.0)
    bounded = numpy.maximum(x, f32(-24.0))
    shifted = bounded + rounder
    r = bounded - (shifted - rounder)
    unit = ((f32(14.027285) * r + f32(61.763814)) * r + f32(176.78715)) * r + f32(255.0)
    exponent = (shifted.view(numpy.int32) - rounder.view(numpy.int32)) << 23
    return numpy.rint((unit.view(numpy.int32) + exponent).view(f32))


class Attention:
    """Queries, keys and values as levels, and the levels of their mixed values."""

    def __init__(self, reader, root, qkv, out):
        q, k, self.value_scale = reader[root + ".attention.scale"].numpy()
        constant = f32(1.44269504) * f32(0.17677669529)
        self.score_factor = q * k * constant
        of_output = numpy.repeat(reader[root + ".attention.scale"].numpy().reshape(-1),
                                 network.WIDTH // network.HEADS)
        self.qkv, self.next = qkv, out
        self.factor, self.shift = qkv.scale / of_output, qkv.bias / of_output

    def __call__(self, x):
        rows = len(x)
        levels = numpy.rint(self.qkv.exact(x) * self.factor + self.shift)
        levels = levels.reshape(rows, 3, network.HEADS, -1).transpose(1, 2, 0, 3)
        q = numpy.clip(levels[0], -128, 127).astype(numpy.float64)  # f64 holds all sums exactly
        k, v = numpy.clip(levels[1:], -64, 64).astype(numpy.float64)
        scores = q @ k.transpose(0, 2, 1)
        below = (scores - scores.max(-1, keepdims=True)).astype(f32)
        soft = soft_levels(below * self.score_factor[:, None, None]).astype(numpy.float64)
        ratio = (self.value_scale * self.next.inverse)[:, None, None] / soft.sum(
            -1, keepdims=True).astype(f32)
        mixed = (soft @ v).astype(f32) * ratio
        return self.next.clamped(mixed.transpose(1, 0, 2).reshape(rows, -1))


class Layer:
    def __init__(self, reader, root):
        self.qkv, self.out, self.up, self.down = (
            Product(reader, f"{root}.{part}") for part in ("qkv", "out", "up", "down"))
        self.attention = Attention(reader, root, self.qkv, self.out)
        self.norm1, self.norm2 = (Norm(reader, f"{root}.norm{n}", 1e-12) for n in (1, 2))

    def __call__(self, x):
        x = self.norm1(x + self.out.of_levels(self.attention(x)))
        return self.norm2(x + self.down(gelu(self.up(x))))


class View:
    """Word vectors of one view, as network.View."""

    def __init__(self, reader, name):
        root = f"view.{name}."
        self.first, self.last = reader[root + "first"].numpy(), reader[root + "last"].numpy()
        self.project = Product(reader, root + "project")
        self.shape = reader[root + "shape"].numpy()
        self.prefix, self.suffix = (reader.table(root + t).numpy() for t in ("prefix", "suffix"))
        self.norm = Norm(reader, root + "norm", 1e-5)

    def __call__(self, first, last, shape, prefix, suffix):
        """first, last: [7, n, 384], the states of the words' first and last pieces."""
        def mix(states, weights):
            total = numpy.zeros(states.shape[1:], f32)
            for state, weight in zip(states, weights):
                total = total + state * weight
            return total

        buckets = len(self.prefix)
        x = self.project(numpy.concatenate([mix(first, self.first), mix(last, self.last)], 1))
        x = x + self.shape[shape] + self.prefix[prefix % buckets] + self.suffix[suffix % buckets]
        return torch.from_numpy(self.norm(x))


class Analyser:
    """What predict.py asks of a network.Analyser, from the files. Vectors and scores are torch's."""

    def __init__(self, reader, pieces, classes):
        self.classes = classes
        self.pieces = pieces.table("wordpieces").numpy()
        self.positions = reader["positions"].numpy()
        self.norm = Norm(reader, "embedding_norm", 1e-12)
        self.layers = [Layer(reader, f"layer.{n}") for n in range(network.LAYERS)]
        for name in ("syntax", "entity", "coreference"):
            if f"view.{name}.first" in reader:
                setattr(self, name, View(reader, name))
        for name in modelfile.PRODUCTS:
            setattr(self, name.replace(".", "_") + "_product", Product(reader, name))
        for name in modelfile.PLAIN:
            setattr(self, name.replace(".", "_"), reader[name].numpy())

    split_logits = network.Analyser.split_logits

    def encode(self, ids):
        """x0 ... x6 of one window: ids [pieces]."""
        states = [self.norm(self.pieces[ids] + self.positions[:len(ids)])]
        for layer in self.layers:
            states.append(layer(states[-1]))
        return states

    def views(self, batch, names=("syntax", "entity")):
        """`states` is what Scorer.words_of takes: the coreference view itself."""
        ids = batch["ids"].numpy()
        rows, length = ids.shape
        states = numpy.zeros((network.LAYERS + 1, rows, length, network.WIDTH), f32)
        for row, window in enumerate(ids):
            size = int((window != 0).sum())
            states[:, row, :size] = self.encode(window[:size])
        states = states.reshape(network.LAYERS + 1, rows * length, network.WIDTH)
        words = [batch[k].numpy() for k in ("shape", "prefix", "suffix")]
        first, last = states[:, batch["first"].numpy()], states[:, batch["last"].numpy()]
        return [getattr(self, "coreference" if name == "states" else name)(first, last, *words)
                for name in names]

    def syntax_logits(self, w):
        return torch.from_numpy(self.syntax_logits_product(w.numpy()))

    def entity_logits(self, w):
        return torch.from_numpy(self.entity_logits_product(w.numpy()))

    def arcs(self, w, place, rows, width):
        """Of one sentence; as network.Analyser.arcs."""
        w = w.numpy()
        d, h = self.arc_matrix_product(self.arc_dependent_product(w)), relu(self.arc_head_product(w))
        heads = numpy.concatenate([self.arc_root[None], h]).T
        return torch.from_numpy(multiply(d, heads))[None]

    def labels(self, w, head):
        w, head = w.numpy(), head.numpy()
        p, q = self.label_dependent_product(w), self.label_head_product(w)
        q = numpy.concatenate([q, self.label_root[None]])[head]  # -1: the root
        return torch.from_numpy(self.label_out_product(p + q + self.label_bias))

    def mentions(self, w, head_logits, spans, upos):
        w, spans, upos = w.numpy(), spans.numpy(), upos.numpy()
        shape = (-1, network.MENTION_TYPES, network.MENTION_RANK)
        s = self.mention_start_product(w)[spans[:, 0]].reshape(shape)
        e = self.mention_end_product(w)[spans[:, 1]].reshape(shape)
        rest = (head_logits.numpy()[spans[:, 2]]
                + self.mention_shape[spans[:, 3], upos[spans[:, 2]]]
                + self.mention_width[spans[:, 4]])
        return torch.from_numpy(dots(s, e) + rest)


class Scorer:
    """What coreference.py asks of its Scorer, from the files."""

    def __init__(self, reader):
        for name in ("mention", "sides", "second"):
            setattr(self, name, Product(reader, "coreference." + name))
        for name in ("coarse_bias", "out"):
            setattr(self, name, reader["coreference." + name].numpy())
        self.tables = [reader["coreference.feature." + n].numpy() for n in features.SIZES]
        self.threshold = reader.header["config"]["coreference_threshold"]

    @staticmethod
    def words_of(states, _, taken):
        return states[taken]

    def vectors(self, w, items):
        return torch.from_numpy(relu(self.mention(w.numpy()[items.numpy()].reshape(len(items), -1))))

    def turned(self, e):
        return torch.from_numpy(self.sides(e.numpy())).split(coreference.SIDES, 1)

    def coarse_scores(self, e, turned):
        e = e.numpy()
        return torch.from_numpy(numpy.stack([dots(t, e) for t in turned[0].numpy()])
                                + dots(e, self.coarse_bias)[:, None])

    def pair_scores(self, turned, i, j, rows, coarse):
        z = turned[1].numpy()[i.numpy()] + turned[2].numpy()[j.numpy()]
        for table, row in zip(self.tables, rows.numpy().T):
            z = z + table[row]
        z = relu(self.second(z))
        return torch.from_numpy(coarse.numpy() + dots(z, self.out))


def read_model(folder):
    """(Analyser, Scorer, Inventory, Pieces, Reader of analysis.bin) of a folder of model files."""
    pieces = modelfile.Reader(f"{folder}/wordpieces.bin")
    reader = modelfile.Reader(f"{folder}/analysis.bin")
    strings = reader.strings
    inventory = modelfile.read_inventory(reader)
    assert strings["upos"] == inventory.upos and strings["name_tags"] == readers.NAME_TAGS
    scorer = Scorer(reader) if "coreference.mention" in reader else None
    return (Analyser(reader, pieces, inventory.sizes()), scorer, inventory,
            words.Pieces(pieces.strings["vocabulary"]), reader)
