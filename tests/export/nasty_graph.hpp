// Graphs full of text that breaks writers: markup, controls, bidi marks, ill-formed UTF-8.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "export/example_graph.hpp"
#include "relata/core/unicode.hpp"

namespace relata {

inline std::string nasty_string(std::mt19937& random, std::size_t pieces) {
  constexpr const char* kPieces[] = {"\"",
                                     "'",
                                     "<",
                                     ">",
                                     "&",
                                     "&amp;",
                                     "]]>",
                                     "<![CDATA[",
                                     "<!--",
                                     "-->",
                                     "<?xml",
                                     "</data>",
                                     "<script>alert(1)</script>",
                                     "\\",
                                     "\\u0000",
                                     "|",
                                     " | ",
                                     "\t",
                                     "\n",
                                     "\r\n",
                                     "\x01",
                                     "\x0B",
                                     "\x1F",
                                     "\x7F",
                                     "\xC2\x85",
                                     "\xC2\x9F",
                                     "\xC2\xA0",
                                     "\xE2\x80\xA8",
                                     "\xE2\x80\xAE",
                                     "\xE2\x81\xA6",
                                     "\xEF\xBB\xBF",
                                     "\xEF\xBF\xBD",
                                     "\xEF\xBF\xBE",
                                     "\xEF\xBF\xBF",
                                     "\xED\xA0\x80",
                                     "\xC0\x80",
                                     "\xFF",
                                     "\xE2\x82",
                                     "\xF0\x9F\x98\x80",
                                     "\xF0\x9F\xBF\xBE",
                                     "e\xCC\x81",
                                     "ﬁ",
                                     "مالي",
                                     "要求",
                                     "a",
                                     "B",
                                     "null",
                                     "INF",
                                     "%",
                                     "%2",
                                     "%zz",
                                     "#",
                                     "?",
                                     "/",
                                     "//",
                                     ".",
                                     "..",
                                     ":",
                                     "doc:",
                                     "_:b",
                                     "@id",
                                     "=",
                                     ",",
                                     ";",
                                     "{",
                                     "}",
                                     "^",
                                     "`",
                                     " ",
                                     "  "};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

/// Text that keeps at least something after cleaning, and is unlike any other.
inline std::string nasty_label(std::mt19937& random) {
  static constexpr std::size_t kPieces = 6;
  return nasty_string(random, kPieces) + "x" + std::to_string(random());
}

/// 40 nodes, up to 120 edges, 20 literal facts; the same for the same seed.
inline EntityGraph make_nasty_graph(std::uint32_t seed) {
  std::mt19937 random(seed);
  GraphMaker graph;
  for (int i = 0; i < 10; ++i) {
    DocumentRecord document;
    document.doc = nasty_label(random);
    document.title = nasty_string(random, 5);
    document.url =
        random() % 2 ? "http://h.example/" + nasty_string(random, 5) : nasty_string(random, 5);
    document.date = random() % 2 ? "2024-05-1" + std::to_string(random() % 10) : "";
    document.language = "en";
    graph.documents.push_back(document);
  }
  constexpr std::size_t kNodes = 40;
  for (std::size_t i = 0; i < kNodes; ++i) {
    Node node = make_node("n" + std::to_string(100000000000 + i), nasty_label(random),
                          static_cast<NodeClass>(random() % 9), random() % 1000);
    for (auto* list : {&node.aliases, &node.facts, &node.claims}) {
      std::vector<std::string> texts;
      for (std::size_t n = random() % 3; n > 0; --n) texts.push_back(nasty_string(random, 4));
      *list = texts;
    }
    graph.add_node(node);
  }
  const auto evidence = [&] {
    const std::size_t start = random() % 500;
    Evidence one = make_evidence(random() % graph.documents.size(), 1 + random() % 50,
                                 {start, start + 1 + random() % 50}, "x" + nasty_string(random, 12),
                                 nasty_string(random, 3));
    if (random() % 5 == 0) one.sentence.range = one.sentence.source = {};
    return one;
  };
  const auto fact = [&](const std::string& id) {
    ToldFact made =
        make_fact(id, "TYPE_" + std::to_string(random() % 20), nasty_label(random), evidence());
    for (std::size_t n = random() % 3; n > 0; --n) made.told.push_back(evidence());
    std::vector<std::string> times;
    for (std::size_t n = random() % 3; n > 0; --n) times.push_back(nasty_string(random, 1));
    made.time = times;
    made.kind = static_cast<TripleKind>(random() % 9);
    if (random() % 3 == 0) {
      made.status = Status::kClaimed;
      made.attributed_to = {random() % 2 ? "n" + std::to_string(100000000000 + random() % kNodes)
                                         : nasty_string(random, 3)};
    }
    if (random() % 3 == 0) {
      made.modality = static_cast<Modality>(1 + random() % 5);
      if (made.status == Status::kAsserted) made.status = Status::kPossible;
    }
    if (random() % 3 == 0) made.polarity = Polarity::kNegative;
    made.confidence = static_cast<double>(random() % 1001) / 1000;
    return made;
  };
  std::size_t number = 100000000000;
  for (std::size_t i = 0; i < kNodes; ++i) {
    for (std::size_t n = 0; n < 3; ++n) {
      graph.add_edge(i, (i + n * n + 1) % kNodes, fact("e" + std::to_string(number++)));
    }
  }
  for (int i = 0; i < 20; ++i) {
    const ToldFact literal = fact("f" + std::to_string(number++));
    const std::size_t subject = random() % kNodes;
    graph.add_literal(subject, nasty_label(random), literal);
  }
  return graph.make();
}

}  // namespace relata
