// How many distinct sentences there are, when news agencies' copy comes many times.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace relata {

/// Sentences whose pairs of neighbouring words agree by four fifths (Jaccard) count once: the same
/// copy with an editor's touch. Compared in the order given, each with those that counted, up to
/// 64 of them; beyond, only equal ones are told.
std::uint64_t count_distinct_sentences(const std::vector<std::string>& sentences);

}  // namespace relata
