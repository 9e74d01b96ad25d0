"""The encoder, the word views and the heads (docs/analysis-model.md), with simulated quantisation.

Every dense product that C++ runs in int8 is a `Product`. Its mode is one of
  float      plain arithmetic;
  observe    plain arithmetic, noting the range of the input;
  quantised  weights of |q| <= 64 per output channel and u8 inputs of a static range, gradients
             passed straight through.
So has `Attention`, whose queries, keys, values and weights are rounded likewise.
The shipped arithmetic itself is in arithmetic.py.
"""

import json
import struct

import numpy
import torch
from torch import nn
from torch.nn import functional

LAYERS, WIDTH, HEADS, FORWARD, WINDOW = 6, 384, 12, 1536, 192
SHAPES = 16
BUCKETS = {"syntax": 512, "entity": 256, "coreference": 256}
ARC, LABEL = 256, 256
MENTION_TYPES, MENTION_RANK = 10, 32
WEIGHT_LEVELS = 64
ATTENTION_LEVELS = (127, 64, 64)   # of queries, keys and values, on either side of 0
SOFT_LEVELS = 255                  # of the weights of attention, the largest of a row being 255

_POOL = {}


def drop_out(x, rate, training):
    """Dropout from a pool of masks: torch's own generator is one thread and costs a third."""
    if not training or rate <= 0:
        return x
    n = x.numel()
    pool = _POOL.get(rate)
    if pool is None or pool.numel() < n + 4099:
        size = max(1 << 22, 2 * n + 4099)
        pool = _POOL[rate] = ((torch.rand(size) >= rate).float() / (1 - rate)).to(torch.bfloat16)
    at = int(torch.randint(pool.numel() - n, ()))
    return x * pool[at:at + n].view(x.shape)


class _RoundWeights(torch.autograd.Function):
    @staticmethod
    def forward(context, weight):
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / WEIGHT_LEVELS
        return torch.round(weight / scale) * scale

    @staticmethod
    def backward(context, gradient):
        return gradient


class _RoundInputs(torch.autograd.Function):
    @staticmethod
    def forward(context, x, scale, zero):
        levels = torch.round(x.float() / scale) + zero
        context.save_for_backward((levels >= 0) & (levels <= 255))
        return ((levels.clamp(0, 255) - zero) * scale).to(x.dtype)

    @staticmethod
    def backward(context, gradient):
        (inside,) = context.saved_tensors
        return gradient * inside, None, None


class Product(nn.Module):
    """y = W x + b, run in int8 by C++."""

    def __init__(self, inputs, outputs, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs))
        nn.init.xavier_uniform_(self.weight)
        self.bias = nn.Parameter(torch.zeros(outputs)) if bias else None
        self.mode = "float"
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))

    def input_scale(self):
        """(s_x, z): the static range widened to hold 0, cut into 255 steps."""
        low, high = min(float(self.low), 0.0), max(float(self.high), 1e-6)
        scale = float(numpy.float32((high - low) / 255))
        return scale, int(round(-low / scale))

    def observe(self, x):
        """Running range: the 0.01 % and 99.99 % points of each batch, averaged."""
        flat = x.detach().float().flatten()
        if flat.numel() > 200000:
            flat = flat[torch.randint(flat.numel(), (200000,))]
        n = flat.numel()
        k = max(1, n // 10000)
        low = -torch.topk(-flat, k)[0][-1]
        high = torch.topk(flat, k)[0][-1]
        rate = 0.05 if float(self.high) != 0 or float(self.low) != 0 else 1.0
        self.low += rate * (low - self.low)
        self.high += rate * (high - self.high)

    def forward(self, x, dropout=0.0):
        weight = self.weight
        if self.mode == "observe":
            self.observe(x)
        elif self.mode == "quantised":
            x = _RoundInputs.apply(x, *self.input_scale())
            weight = _RoundWeights.apply(weight)
        return functional.linear(drop_out(x, dropout, self.training), weight, self.bias)


class _RoundBothSides(torch.autograd.Function):
    """To whole multiples of a scale, of which there are `levels` on either side of 0."""

    @staticmethod
    def forward(context, x, scale, levels):
        steps = torch.round(x.float() / scale)
        context.save_for_backward(steps.abs() <= levels)
        return (steps.clamp(-levels, levels) * scale).to(x.dtype)

    @staticmethod
    def backward(context, gradient):
        (inside,) = context.saved_tensors
        return gradient * inside, None, None


class Attention(nn.Module):
    """Multi-head attention, its two products run in int8 by C++: queries, keys and values of a static range for
    each head, weights relative to the largest of a row."""

    def __init__(self):
        super().__init__()
        self.mode = "float"
        self.register_buffer("reach", torch.zeros(3, HEADS))  # largest |q|, |k|, |v|

    def scales(self):
        levels = torch.tensor(ATTENTION_LEVELS, dtype=torch.float32)[:, None]
        return self.reach.clamp_min(1e-6) / levels

    def read_scales(self, scales):
        self.reach.copy_(scales * torch.tensor(ATTENTION_LEVELS)[:, None])

    def observe(self, qkv):
        """Running reach: the 99.99 % points of |x| in each batch, averaged. qkv: [3, batch, heads, length, 32]"""
        flat = qkv.detach().float().abs().transpose(1, 2).reshape(3, HEADS, -1)
        reach = torch.topk(flat, max(1, flat.shape[-1] // 10000))[0][..., -1]
        self.reach += (0.05 if float(self.reach.max()) > 0 else 1.0) * (reach - self.reach)

    def forward(self, qkv, bias, dropout):
        """qkv: [3, batch, heads, length, 32]; bias is added to the scores."""
        if self.mode == "observe":
            self.observe(qkv)
        q, k, v = qkv
        if self.mode == "quantised":
            q, k, v = (_RoundBothSides.apply(x, scale[:, None, None], levels)
                       for x, scale, levels in zip((q, k, v), self.scales(), ATTENTION_LEVELS))
        scores = torch.matmul(q, k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5 + bias
        weights = scores.float().softmax(-1)
        if self.mode == "quantised":
            with torch.no_grad():
                steps = torch.round(weights * (SOFT_LEVELS / weights.amax(-1, keepdim=True)))
                away = steps / steps.sum(-1, keepdim=True) - weights
            weights = weights + away
        return torch.matmul(drop_out(weights.to(v.dtype), dropout, self.training), v)


def set_mode(module, mode):
    for part in module.modules():
        if isinstance(part, (Product, Attention)):
            part.mode = mode


class Layer(nn.Module):
    """A post-LayerNorm transformer layer, as in BERT."""

    def __init__(self):
        super().__init__()
        self.qkv = Product(WIDTH, 3 * WIDTH)
        self.attention = Attention()
        self.out = Product(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Product(WIDTH, FORWARD)
        self.down = Product(FORWARD, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, bias, dropout):
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = self.attention(qkv, bias, dropout).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1((x + drop_out(self.out(mixed), dropout, self.training)).float())
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm2((x + drop_out(inner, dropout, self.training)).float())


class Encoder(nn.Module):
    """Ids [batch, length] to the list x0 … x6. The word-piece table is int8 and frozen."""

    def __init__(self):
        super().__init__()
        self.register_buffer("wordpieces", torch.zeros(30522, WIDTH))
        self.positions = nn.Parameter(torch.zeros(WINDOW, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, dropout=0.0):
        mask = ids == 0
        bias = (mask.float() * -30000.0)[:, None, None, :]
        x = self.norm(self.wordpieces[ids] + self.positions[:ids.shape[1]])
        x = drop_out(x, dropout, self.training)
        states = [x]
        for layer in self.layers:
            x = layer(x, bias, dropout)
            states.append(x)
        return states


def read_safetensors(path):
    """Name → tensor: u64 length, JSON header, raw little-endian data."""
    with open(path, "rb") as source:
        blob = source.read()
    size = struct.unpack("<Q", blob[:8])[0]
    header = json.loads(blob[8:8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            values = numpy.frombuffer(blob[8 + size + a:8 + size + b], dtype="<f4")
            tensors[name] = torch.from_numpy(values.copy()).view(entry["shape"])
    return tensors


def quantise_rows(table, levels):
    """(integers, scale a row); table ≈ integers * scale."""
    scale = table.abs().amax(1).clamp_min(1e-8) / levels
    return torch.round(table / scale[:, None]), scale


def load_base(encoder, path):
    """Starts an encoder from the base model's weights."""
    base = read_safetensors(path)
    integers, scale = quantise_rows(base["embeddings.word_embeddings.weight"], 127)
    with torch.no_grad():
        encoder.wordpieces.copy_(integers * scale[:, None])
        encoder.positions.copy_(base["embeddings.position_embeddings.weight"][:WINDOW]
                                + base["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(base["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(base["embeddings.LayerNorm.bias"])
        for n, layer in enumerate(encoder.layers):
            root = f"encoder.layer.{n}."
            for kind in ("weight", "bias"):
                attention = root + "attention.self."
                getattr(layer.qkv, kind).copy_(torch.cat(
                    [base[f"{attention}{part}.{kind}"] for part in ("query", "key", "value")]))
                getattr(layer.out, kind).copy_(base[f"{root}attention.output.dense.{kind}"])
                getattr(layer.up, kind).copy_(base[f"{root}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(base[f"{root}output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(base[f"{root}attention.output.LayerNorm.{kind}"])
                getattr(layer.norm2, kind).copy_(base[f"{root}output.LayerNorm.{kind}"])


class View(nn.Module):
    """Word vectors of one view: layer mixes of first and last piece, shape, prefix, suffix."""

    def __init__(self, buckets):
        super().__init__()
        self.first = nn.Parameter(torch.linspace(-1, 1, LAYERS + 1))
        self.last = nn.Parameter(torch.linspace(-1, 1, LAYERS + 1))
        self.project = Product(2 * WIDTH, WIDTH)
        self.shape = nn.Parameter(torch.randn(SHAPES, WIDTH) * 0.1)
        self.prefix = nn.Parameter(torch.randn(buckets, WIDTH) * 0.02)
        self.suffix = nn.Parameter(torch.randn(buckets, WIDTH) * 0.02)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, first, last, shape, prefix, suffix):
        """first, last: [7, n, 384], the states of the words' first and last pieces."""
        mixed = torch.cat([torch.einsum("l,lnd->nd", self.first.softmax(0), first),
                           torch.einsum("l,lnd->nd", self.last.softmax(0), last)], 1)
        buckets = self.prefix.shape[0]
        return self.norm((self.project(mixed) + self.shape[shape] + self.prefix[prefix % buckets]
                          + self.suffix[suffix % buckets]).float())


class Analyser(nn.Module):
    """Everything but coreference (coreference.py). Words of a batch are flattened to [n, …]."""

    def __init__(self, classes):
        """classes: sizes of upos, feats, lemmas, deprels."""
        super().__init__()
        self.classes = classes
        self.encoder = Encoder()
        self.syntax = View(BUCKETS["syntax"])
        self.entity = View(BUCKETS["entity"])
        self.syntax_logits = Product(WIDTH, 1 + classes["upos"] + classes["feats"]
                                     + classes["lemmas"])
        self.arc_dependent, self.arc_head = Product(WIDTH, ARC), Product(WIDTH, ARC)
        self.arc_matrix = Product(ARC, ARC)
        self.arc_root = nn.Parameter(torch.rand(ARC) * 0.1)
        self.label_dependent = Product(WIDTH, LABEL, bias=True)
        self.label_head = Product(WIDTH, LABEL, bias=True)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.1)
        self.label_bias = nn.Parameter(torch.zeros(LABEL))
        self.label_out = Product(LABEL, classes["deprels"])
        self.entity_logits = Product(WIDTH, 7 + MENTION_TYPES)
        self.mention_start = Product(WIDTH, MENTION_TYPES * MENTION_RANK)
        self.mention_end = Product(WIDTH, MENTION_TYPES * MENTION_RANK)
        self.mention_shape = nn.Parameter(torch.zeros(3, 17, MENTION_TYPES))
        self.mention_width = nn.Parameter(torch.full((9, MENTION_TYPES), -2.0))
        with torch.no_grad():
            for product in (self.mention_start, self.mention_end):
                product.weight.mul_(0.5)

    def gather(self, states, batch):
        """States of first and last pieces of the words: two of [7, n, 384]."""
        stacked = torch.stack([s.reshape(-1, WIDTH) for s in states])
        return stacked[:, batch["first"]], stacked[:, batch["last"]]

    def views(self, batch, dropout=0.0, names=("syntax", "entity")):
        pieces = self.gather(self.encoder(batch["ids"], dropout), batch)
        return [getattr(self, name)(*pieces, batch["shape"], batch["prefix"], batch["suffix"])
                for name in names]

    def split_logits(self, logits):
        """Sentence end [n], upos, feats, lemma scripts."""
        u, f, m = (self.classes[k] for k in ("upos", "feats", "lemmas"))
        return logits[:, 0], logits[:, 1:1 + u], logits[:, 1 + u:1 + u + f], logits[:, 1 + u + f:]

    def arcs(self, w, place, rows, width, dropout=0.0):
        """Scores [windows, width, width + 1]: row a dependent, column 0 the root, j + 1 word j.

        place: index of each word in the [rows * width] grid of windows.
        """
        d = self.arc_matrix(torch.relu(self.arc_dependent(w)).float(), dropout)
        h = drop_out(torch.relu(self.arc_head(w)).float(), dropout, self.training)
        grid_d = d.new_zeros(rows * width, ARC).index_copy(0, place, d).view(rows, width, ARC)
        grid_h = h.new_zeros(rows * width, ARC).index_copy(0, place, h).view(rows, width, ARC)
        grid_h = torch.cat([self.arc_root.expand(rows, 1, ARC), grid_h], 1)
        return torch.matmul(grid_d, grid_h.transpose(1, 2)).float()

    def labels(self, w, head, dropout=0.0):
        """Label logits [n, R]; head: index of each word's head among the n, -1 for the root."""
        p, q = self.label_dependent(w).float(), self.label_head(w).float()
        q = torch.cat([q, self.label_root[None]])[torch.where(head < 0, q.shape[0], head)]
        return self.label_out(torch.relu(p + q + self.label_bias), dropout)

    def mentions(self, w, head_logits, spans, upos):
        """Scores [spans, 10]. spans: [start, end, head, class, width bucket] a row (word indices)."""
        s = self.mention_start(w)[spans[:, 0]].view(-1, MENTION_TYPES, MENTION_RANK)
        e = self.mention_end(w)[spans[:, 1]].view(-1, MENTION_TYPES, MENTION_RANK)
        return ((s * e).float().sum(-1) + head_logits[spans[:, 2]].float()
                + self.mention_shape[spans[:, 3], upos[spans[:, 2]]]
                + self.mention_width[spans[:, 4]])
