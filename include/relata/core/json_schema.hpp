// JSON Schema, draft 4, as far as RapidJSON 1.1 validates it.
//
// It knows type, enum, required, properties, items, minimum, maximum, minLength, maxLength,
// pattern, anyOf, oneOf, $ref within the file and a few more, and passes over the rest without a
// word (const, format, if, $defs, \d in patterns). Schemas are to keep within that; a test of ours
// sees to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "relata/core/json.hpp"

namespace relata {

/// The first place where a value breaks its schema.
struct SchemaFault {
  std::string pointer;  ///< JSON pointer (RFC 6901) to the value; empty is the whole
  std::string keyword;  ///< of the schema: "required", "type", …
  std::string detail;   ///< what the keyword asks: "needs \"text\"", "must be string"

  friend bool operator==(const SchemaFault&, const SchemaFault&) = default;
};

/// A compiled schema: const and safe to share between threads.
class JsonSchema {
 public:
  /// `definition` picks one of the file's `definitions`; empty takes the whole file. Throws Error
  /// when `schema` is no JSON or has no such definition.
  explicit JsonSchema(std::string_view schema, std::string_view definition = {});
  ~JsonSchema();
  JsonSchema(JsonSchema&&) noexcept;
  JsonSchema& operator=(JsonSchema&&) noexcept;

  std::optional<SchemaFault> find_fault(const JsonValue& value) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace relata
