#include "relata/core/json_schema.hpp"

#include <rapidjson/pointer.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <utility>

#include "relata/core/number.hpp"

namespace relata {
namespace {

/// The part of `file` that is to be compiled, with the file's definitions beside it, so that its
/// references resolve.
rapidjson::Document select_definition(std::string_view file, std::string_view definition) {
  const JsonDocument parsed = parse_json(file);
  rapidjson::Document selected;
  auto& allocator = selected.GetAllocator();
  if (definition.empty()) {
    selected.CopyFrom(parsed.root(), allocator);
    return selected;
  }
  const JsonValue* definitions = find_member(parsed.root(), "definitions");
  const JsonValue* wanted = definitions ? find_member(*definitions, definition) : nullptr;
  if (!wanted) throw Error("schema without the definition \"" + std::string(definition) + "\"");
  selected.CopyFrom(*wanted, allocator);
  selected.AddMember("definitions", JsonValue(*definitions, allocator), allocator);
  return selected;
}

template <typename Pointer>
std::string to_text(const Pointer& pointer) {
  rapidjson::StringBuffer buffer;
  pointer.Stringify(buffer);
  return std::string(buffer.GetString(), buffer.GetSize());
}

std::string list_of(const JsonValue& values) {
  std::string list;
  for (const JsonValue& value : values.GetArray()) {
    if (!value.IsString()) continue;
    if (!list.empty()) list += ", ";
    list += value.GetString();
  }
  return list;
}

/// What `keyword` of `schema` asks of `value`, in words; empty where the keyword says it all.
std::string explain(const JsonValue& schema, std::string_view keyword, const JsonValue* value) {
  const JsonValue* asked = find_member(schema, keyword);
  if (!asked) return {};
  if (keyword == "required" && asked->IsArray() && value) {
    for (const JsonValue& name : asked->GetArray()) {
      if (name.IsString() && value->IsObject() && !value->HasMember(name)) {
        return std::string("needs \"") + name.GetString() + "\"";
      }
    }
  }
  if (keyword == "type") {
    return "must be " + (asked->IsString() ? std::string(asked->GetString()) : list_of(*asked));
  }
  if (keyword == "enum" && asked->IsArray()) return "must be one of " + list_of(*asked);
  if (keyword == "pattern" && asked->IsString()) {
    return std::string("must match ") + asked->GetString();
  }
  if (keyword == "minLength") return "is too short";
  if (keyword == "maxLength") return "is too long";
  if (asked->IsNumber()) return "bound is " + format_double(asked->GetDouble());
  return {};
}

}  // namespace

struct JsonSchema::Compiled {
  explicit Compiled(rapidjson::Document text) : source(std::move(text)), schema(source) {}

  rapidjson::Document source;
  rapidjson::SchemaDocument schema;
};

JsonSchema::JsonSchema(std::string_view schema, std::string_view definition)
    : compiled_(std::make_unique<const Compiled>(select_definition(schema, definition))) {}
JsonSchema::~JsonSchema() = default;
JsonSchema::JsonSchema(JsonSchema&&) noexcept = default;
JsonSchema& JsonSchema::operator=(JsonSchema&&) noexcept = default;

std::optional<SchemaFault> JsonSchema::find_fault(const JsonValue& value) const {
  rapidjson::SchemaValidator validator(compiled_->schema);
  if (value.Accept(validator)) return std::nullopt;
  SchemaFault fault;
  const rapidjson::Pointer where(to_text(validator.GetInvalidDocumentPointer()).c_str());
  fault.pointer = to_text(where);
  if (const char* keyword = validator.GetInvalidSchemaKeyword()) fault.keyword = keyword;
  const rapidjson::Pointer rule(to_text(validator.GetInvalidSchemaPointer()).c_str());
  if (const JsonValue* schema = rule.Get(compiled_->source)) {
    fault.detail = explain(*schema, fault.keyword, where.Get(value));
  }
  return fault;
}

}  // namespace relata
