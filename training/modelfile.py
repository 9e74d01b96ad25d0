"""The two model files (docs/analysis-model.md, "Files"): writing and reading."""

import hashlib
import json
import struct

import numpy
import torch

import network
import samples

MAGIC = b"RELATA1\n"
ALIGNMENT = 64
_TYPES = {"f32": "<f4", "s8": "i1", "i32": "<i4", "u8": "u1"}


class Writer:
    """Collects tensors and strings, then writes one file."""

    def __init__(self, kind, model_id, config):
        self.kind, self.id, self.config = kind, model_id, config
        self.tensors, self.strings, self.area = {}, {}, bytearray()

    def add(self, name, values, kind="f32", **more):
        if torch.is_tensor(values):
            values = values.detach().cpu().numpy()
        array = numpy.ascontiguousarray(values, dtype=_TYPES[kind])
        self.area += b"\0" * (-len(self.area) % ALIGNMENT)
        self.tensors[name] = {"type": kind, "shape": list(array.shape),
                              "offset": len(self.area), **more}
        self.area += array.tobytes()

    def add_table(self, name, table):
        """A table of rows, each with its scale."""
        integers, scale = network.quantise_rows(table.detach(), 127)
        self.add(name, integers.numpy(), "s8")
        self.add(name + ".scale", scale)

    def add_norm(self, name, norm):
        self.add(name + ".gain", norm.weight)
        self.add(name + ".bias", norm.bias)

    def add_product(self, name, product):
        integers, scale = network.quantise_rows(product.weight.detach(), network.WEIGHT_LEVELS)
        input_scale, zero = product.input_scale()
        self.add(name, integers.numpy(), "s8", input_scale=input_scale, input_zero=zero)
        self.add(name + ".scale", scale)
        self.add(name + ".bias", product.bias)

    def write(self, path):
        """Returns the file's size in bytes."""
        header = {"kind": self.kind, "id": self.id,
                  "sha256": hashlib.sha256(self.area).hexdigest(), "config": self.config,
                  "tensors": self.tensors, "strings": self.strings}
        text = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        text += b" " * (-(len(MAGIC) + 8 + len(text)) % ALIGNMENT)
        blob = MAGIC + struct.pack("<Q", len(text)) + text + bytes(self.area)
        with open(path, "wb") as out:
            out.write(blob)
        return len(blob)


class Reader:
    """A file in memory: header fields, and tensors by name."""

    def __init__(self, path):
        with open(path, "rb") as source:
            blob = source.read()
        if blob[:8] != MAGIC:
            raise ValueError(f"{path}: not a model file")
        size = struct.unpack("<Q", blob[8:16])[0]
        self.header = json.loads(blob[16:16 + size])
        self.area = blob[16 + size:]
        if hashlib.sha256(self.area).hexdigest() != self.header["sha256"]:
            raise ValueError(f"{path}: damaged, the SHA-256 of the tensors differs")
        self.strings = self.header["strings"]

    def __contains__(self, name):
        return name in self.header["tensors"]

    def __getitem__(self, name):
        entry = self.header["tensors"][name]
        dtype = numpy.dtype(_TYPES[entry["type"]])
        count = int(numpy.prod(entry["shape"], dtype=numpy.int64))
        values = numpy.frombuffer(self.area, dtype, count, entry["offset"])
        return torch.from_numpy(values.reshape(entry["shape"]).copy())

    def table(self, name):
        return self[name].float() * self[name + ".scale"][:, None]


# File name → attribute of Analyser, for what needs no further thought.
PRODUCTS = {"syntax.logits": "syntax_logits", "arc.dependent": "arc_dependent",
            "arc.head": "arc_head", "label.dependent": "label_dependent",
            "label.head": "label_head", "entity.logits": "entity_logits",
            "arc.matrix": "arc_matrix", "label.out": "label_out",
            "mention.start": "mention_start", "mention.end": "mention_end"}
PLAIN = {"arc.root": "arc_root", "label.root": "label_root", "label.bias": "label_bias",
         "mention.shape": "mention_shape", "mention.width": "mention_width"}


def add_view(writer, name, view):
    writer.add(f"view.{name}.first", view.first.softmax(0))
    writer.add(f"view.{name}.last", view.last.softmax(0))
    writer.add_product(f"view.{name}.project", view.project)
    writer.add(f"view.{name}.shape", view.shape)
    writer.add_table(f"view.{name}.prefix", view.prefix)
    writer.add_table(f"view.{name}.suffix", view.suffix)
    writer.add_norm(f"view.{name}.norm", view.norm)


def write_wordpieces(path, table, vocabulary, model_id):
    writer = Writer("wordpieces", model_id, {"width": network.WIDTH})
    writer.add_table("wordpieces", table)
    writer.strings["vocabulary"] = vocabulary
    return writer.write(path)


def write_analysis(path, model, inventory, model_id, coreference=None):
    """coreference: None, or a coreference.Scorer, which adds its own tensors."""
    config = {"layers": network.LAYERS, "width": network.WIDTH, "heads": network.HEADS,
              "forward": network.FORWARD, "window": network.WINDOW,
              "overlap": 48, "coreference": coreference is not None}
    writer = Writer("analysis", model_id, config)
    encoder = model.encoder
    writer.add("positions", encoder.positions)
    writer.add_norm("embedding_norm", encoder.norm)
    for n, layer in enumerate(encoder.layers):
        for part in ("qkv", "out", "up", "down"):
            writer.add_product(f"layer.{n}.{part}", getattr(layer, part))
        writer.add(f"layer.{n}.attention.scale", layer.attention.scales())
        writer.add_norm(f"layer.{n}.norm1", layer.norm1)
        writer.add_norm(f"layer.{n}.norm2", layer.norm2)
    add_view(writer, "syntax", model.syntax)
    add_view(writer, "entity", model.entity)
    for name, attribute in PRODUCTS.items():
        writer.add_product(name, getattr(model, attribute))
    for name, attribute in PLAIN.items():
        writer.add(name, getattr(model, attribute))
    writer.strings.update(upos=inventory.upos, feats=inventory.feats,
                          lemma_scripts=inventory.lemmas, deprels=inventory.deprels,
                          name_tags=inventory.names, mention_types=inventory.types,
                          coreference_features=[])
    if coreference is not None:
        coreference.add_to(writer)
    return writer.write(path)


def read_product(reader, name, product):
    """The weights as rounded as they are there, and the range of the inputs."""
    entry = reader.header["tensors"][name]
    product.weight.copy_(reader.table(name))
    product.bias.copy_(reader[name + ".bias"])
    product.low.fill_(-entry["input_zero"] * entry["input_scale"])
    product.high.fill_((255 - entry["input_zero"]) * entry["input_scale"])


def _read_norm(reader, name, norm):
    norm.weight.copy_(reader[name + ".gain"])
    norm.bias.copy_(reader[name + ".bias"])


def read_view(reader, name, view):
    for mix in ("first", "last"):
        getattr(view, mix).copy_(reader[f"view.{name}.{mix}"].clamp_min(1e-9).log())
    read_product(reader, f"view.{name}.project", view.project)
    view.shape.copy_(reader[f"view.{name}.shape"])
    view.prefix.copy_(reader.table(f"view.{name}.prefix"))
    view.suffix.copy_(reader.table(f"view.{name}.suffix"))
    _read_norm(reader, f"view.{name}.norm", view.norm)


def read_inventory(reader):
    strings = reader.strings
    return samples.Inventory(strings["feats"], strings["lemma_scripts"], strings["deprels"])


def read_analysis(folder, model):
    """Gives an Analyser the weights of a folder's files."""
    reader = Reader(f"{folder}/analysis.bin")
    encoder = model.encoder
    with torch.no_grad():
        encoder.wordpieces.copy_(Reader(f"{folder}/wordpieces.bin").table("wordpieces"))
        encoder.positions.copy_(reader["positions"])
        _read_norm(reader, "embedding_norm", encoder.norm)
        for n, layer in enumerate(encoder.layers):
            for part in ("qkv", "out", "up", "down"):
                read_product(reader, f"layer.{n}.{part}", getattr(layer, part))
            if f"layer.{n}.attention.scale" in reader:  # files from before were not rounded there
                layer.attention.read_scales(reader[f"layer.{n}.attention.scale"])
            _read_norm(reader, f"layer.{n}.norm1", layer.norm1)
            _read_norm(reader, f"layer.{n}.norm2", layer.norm2)
        read_view(reader, "syntax", model.syntax)
        read_view(reader, "entity", model.entity)
        for name, attribute in PRODUCTS.items():
            read_product(reader, name, getattr(model, attribute))
        for name, attribute in PLAIN.items():
            getattr(model, attribute).copy_(reader[name])
