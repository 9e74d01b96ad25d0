// The law of spans: the bytes that `source` names, put through the same reading, give the text.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "relata/text/document.hpp"

namespace relata::testing {

/// Reads a piece of a file as its whole was read, and gives its text.
using PieceReader = std::function<std::string(std::string_view)>;

/// What breaks the law among the blocks of `document` and some stretches of words inside them, in
/// words; empty when nothing does.
std::string find_breach(const Document& document, std::string_view bytes,
                        const PieceReader& read_piece, std::mt19937& random);

/// What is wrong with the shape: blocks out of order or overlapping, text outside them that is no
/// white space, ends that are no character boundaries, a source map with gaps.
std::string find_misshape(const Document& document);

/// The reader for plain text and sentence lines: decoding, as the whole of `bytes` was decoded.
PieceReader piece_decoder(std::string_view bytes);

/// The reader for pages: decoding and parsing.
PieceReader piece_parser(std::string_view bytes);

/// The reader for the raw string of a JSON line.
std::string read_json_piece(std::string_view raw);

}  // namespace relata::testing
