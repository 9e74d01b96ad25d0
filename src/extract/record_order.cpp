#include <algorithm>
#include <compare>
#include <tuple>

#include "extract/record_line.hpp"
#include "relata/extract/record_json.hpp"

namespace relata {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// The digits at the start of `text` without leading zeros.
std::string_view take_number(std::string_view& text) {
  while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(number.size());
  return number;
}

/// A place sorts behind none.
std::tuple<bool, Span> place_key(const std::optional<TextRange>& range) {
  return {range.has_value(), range.value_or(TextRange{})};
}

std::strong_ordering compare_triples(const TripleRecord& left, const TripleRecord& right) {
  if (const auto order = left.sentence.index <=> right.sentence.index; order != 0) return order;
  if (const auto order = detail::compare_ids(left.statement, right.statement); order != 0) {
    return order;
  }
  const auto places = [](const TripleRecord& triple) {
    return std::tuple(!triple.core, triple.kind, place_key(triple.relation.range),
                      place_key(triple.subject.range), triple.object.has_value(),
                      triple.object ? place_key(triple.object->range) : place_key({}));
  };
  if (const auto order = places(left) <=> places(right); order != 0) return order;
  std::string left_line, right_line;
  detail::append_triple(left_line, left);
  detail::append_triple(right_line, right);
  return left_line <=> right_line;
}

std::strong_ordering compare_entities(const EntityRecord& left, const EntityRecord& right) {
  if (const auto order = detail::compare_ids(left.entity, right.entity); order != 0) return order;
  std::string left_line, right_line;
  detail::append_entity(left_line, left);
  detail::append_entity(right_line, right);
  return left_line <=> right_line;
}

template <typename Record, typename Compare>
void sort_once(std::vector<Record>& records, Compare compare) {
  std::stable_sort(records.begin(), records.end(),
                   [&](const Record& a, const Record& b) { return compare(a, b) < 0; });
  records.erase(std::unique(records.begin(), records.end()), records.end());
}

}  // namespace

namespace detail {

std::strong_ordering compare_ids(std::string_view left, std::string_view right) {
  const std::string_view whole_left = left;
  const std::string_view whole_right = right;
  while (!left.empty() && !right.empty()) {
    if (is_digit(left[0]) && is_digit(right[0])) {
      const std::string_view left_number = take_number(left);
      const std::string_view right_number = take_number(right);
      const auto order = std::tuple(left_number.size(), left_number) <=>
                         std::tuple(right_number.size(), right_number);
      if (order != 0) return order;
      continue;
    }
    const auto order = static_cast<unsigned char>(left[0]) <=> static_cast<unsigned char>(right[0]);
    if (order != 0) return order;
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  if (left.empty() != right.empty()) {
    return left.empty() ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return whole_left <=> whole_right;  // "e1" and "e01" are two
}

}  // namespace detail

void sort_records(DocumentRecords& records) {
  sort_once(records.entities, compare_entities);
  sort_once(records.triples, compare_triples);
}

}  // namespace relata
