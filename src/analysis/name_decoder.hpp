// Flat names out of the scores of BIO tags.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace relata {

/// Tags of the best valid sequence (Viterbi): 0 is O, 1, 3, 5 begin a name and the next even one
/// goes on with it, after nothing but its own kind. `scores` [words, stride], of which the first 7
/// a row are read. Of equal ways the one with the smaller tags from the end backwards wins.
std::vector<std::size_t> decode_name_tags(std::span<const float> scores, std::size_t words,
                                          std::size_t stride);

}  // namespace relata
