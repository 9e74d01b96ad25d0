// One record as one JSON text, both ways. The text of two records is equal exactly when they are,
// and so it serves as the last tie-break of every order.
#pragma once

#include <string>
#include <string_view>

#include "relata/core/json.hpp"
#include "relata/extract/record.hpp"

namespace relata::detail {

void append_entity(std::string& out, const EntityRecord& entity);
void append_triple(std::string& out, const TripleRecord& triple);

// From values that fit the schema. Throw Error for what it cannot say: a range whose end lies
// before its start, a context that is no base 64.
DocumentRecord parse_document(const JsonValue& value);
EntityRecord parse_entity(const JsonValue& value);
TripleRecord parse_triple(const JsonValue& value);

/// A triple as other tools write it. Sorts by sentence first.
struct ShortTriple {
  std::string doc;
  std::string sentence;
  std::string subject, subject_type;
  std::string relation;
  std::string object, object_type;
  double confidence = 1;

  friend auto operator<=>(const ShortTriple&, const ShortTriple&) = default;
};

ShortTriple parse_short_triple(const JsonValue& value);

/// Makes full records of the short triples of one document, in any order, and adds them to
/// `records`. The same triples give the same records.
void add_short_triples(std::vector<ShortTriple> triples, DocumentRecords& records);

/// Order of ids with numbers in them: "d#e9" before "d#e10".
std::strong_ordering compare_ids(std::string_view left, std::string_view right);

}  // namespace relata::detail
