#include "analysis/word_features.hpp"

#include <algorithm>
#include <string>

#include "analysis/code_points.hpp"

namespace relata {
namespace {

constexpr std::size_t kAffix = 3;  // code points

std::uint8_t plain_shape(const std::u32string& form) {
  const auto count = [&](bool (*of_kind)(char32_t)) {
    return static_cast<std::size_t>(std::count_if(form.begin(), form.end(), of_kind));
  };
  const auto has = [&](char32_t c) { return form.find(c) != std::u32string::npos; };
  if (form.empty()) return 0;
  const std::size_t letters = count(is_letter);
  const std::size_t upper = count(is_upper);
  const std::size_t digits = count(is_digit);
  if (digits == form.size()) return 8;
  if (digits > 0 && is_digit(form.front()) && is_digit(form.back()) &&
      std::all_of(form.begin(), form.end(),
                  [](char32_t c) { return c == U'.' || c == U',' || is_digit(c); })) {
    return 9;
  }
  if (digits > 0 && letters > 0) return 10;
  if (count(is_punctuation) == form.size()) return form.size() == 1 ? 13 : 14;
  if (count(is_symbol) == form.size()) return 15;
  if (letters == 0) return 0;
  if (has(U'.')) return 12;
  if (has(U'-')) return 11;
  if (letters == 1 && upper == 1) return 6;
  if (upper == letters) return static_cast<std::uint8_t>(Shape::kUpper);
  const auto first = std::find_if(form.begin(), form.end(), is_letter);
  if (std::any_of(first + 1, form.end(), is_upper)) return 7;
  return upper > 0 ? static_cast<std::uint8_t>(Shape::kTitle) : 1;
}

std::uint32_t hash_of(std::u32string_view code_points) {
  std::string bytes;
  for (char32_t c : code_points) append_utf8(c, bytes);
  return fnv1a(bytes);
}

}  // namespace

std::uint32_t fnv1a(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

WordFeatures word_features(std::string_view model_form) {
  const std::u32string form = to_code_points(model_form);
  const std::u32string lower = lower_code_points(form);
  WordFeatures features;
  features.shape = plain_shape(form);
  const auto is_one_of = [&](std::string_view marks) {
    return model_form.size() == 1 && marks.find(model_form[0]) != std::string_view::npos;
  };
  features.opens_sentence = is_one_of(".!?\"(");
  features.may_edge_mention = is_one_of("\"'()[]{}");
  features.has_lower = std::any_of(form.begin(), form.end(), is_lower);
  const std::u32string_view all = lower;
  features.prefix_hash = hash_of(all.substr(0, kAffix));
  features.suffix_hash = hash_of(all.substr(all.size() - std::min(all.size(), kAffix)));
  return features;
}

std::uint8_t shape_in_context(const WordFeatures& word, bool after_opening, bool block_has_lower) {
  const auto shape = static_cast<Shape>(word.shape);
  if (shape == Shape::kTitle && after_opening) {
    return static_cast<std::uint8_t>(Shape::kTitleAtStart);
  }
  if (shape == Shape::kUpper && !block_has_lower) {
    return static_cast<std::uint8_t>(Shape::kUpperAmongUpper);
  }
  return word.shape;
}

}  // namespace relata
