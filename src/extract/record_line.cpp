#include "extract/record_line.hpp"

#include <algorithm>
#include <utility>

#include "relata/core/error.hpp"
#include "relata/core/number.hpp"
#include "relata/core/unicode.hpp"

namespace relata::detail {
namespace {

std::string text_of(const JsonValue& object, std::string_view name) {
  return std::string(string_member(object, name).value_or(std::string_view{}));
}

/// What is called by blanks or invisible characters can't be shown.
std::string name_of(const JsonValue& value, const char* member) {
  std::string text = text_of(value, member);
  if (!text.empty() && clean_label(text).empty()) {
    throw Error(std::string("\"") + member + "\" has nothing that can be seen");
  }
  return text;
}

std::vector<std::string> texts_of(const JsonValue& object, std::string_view name) {
  std::vector<std::string> texts;
  if (const JsonValue* values = find_member(object, name)) {
    for (const JsonValue& value : values->GetArray()) {
      texts.emplace_back(value.GetString(), value.GetStringLength());
    }
  }
  return texts;
}

/// Members start and end; absent unless both are there.
std::optional<TextRange> range_of(const JsonValue& object) {
  const auto start = unsigned_member(object, "start");
  const auto end = unsigned_member(object, "end");
  if (!start || !end) return std::nullopt;
  if (*end < *start) {
    throw Error("end " + std::to_string(*end) + " lies before start " + std::to_string(*start));
  }
  return TextRange{*start, *end};
}

Span range_of_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = find_member(object, name);
  return value ? range_of(*value).value_or(Span{}) : Span{};
}

double confidence_of(const JsonValue& object) {
  return round_score(number_member(object, "confidence").value_or(1.0));
}

std::vector<std::uint8_t> decode_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.size() % 4 != 0) throw Error("context is no base 64: its length is no multiple of 4");
  while (text.ends_with('=')) text.remove_suffix(1);
  std::vector<std::uint8_t> bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char character : text) {
    const std::size_t digit = kDigits.find(character);
    if (digit == std::string_view::npos) throw Error("context is no base 64");
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push_back(static_cast<std::uint8_t>(bits >> held));
    }
  }
  return bytes;
}

Argument parse_argument(const JsonValue& value) {
  Argument argument;
  argument.text = text_of(value, "text");
  argument.range = range_of(value);
  if (const auto type = string_member(value, "type")) argument.type = parse_entity_type(*type);
  argument.form = text_of(value, "form");
  argument.entity = text_of(value, "entity");
  argument.name = text_of(value, "name");
  argument.value = text_of(value, "value");
  return argument;
}

SentenceRecord parse_sentence(const JsonValue& value) {
  SentenceRecord sentence;
  sentence.index = unsigned_member(value, "index").value_or(0);
  sentence.range = range_of(value).value_or(TextRange{});
  sentence.text = text_of(value, "text");
  sentence.source = range_of_member(value, "source");
  return sentence;
}

Relation parse_relation(const JsonValue& value) {
  Relation relation;
  relation.text = text_of(value, "text");
  relation.lemma = text_of(value, "lemma");
  relation.type = text_of(value, "type");
  relation.active_text = text_of(value, "active");
  relation.range = range_of(value);
  return relation;
}

Qualifier parse_qualifier(const JsonValue& value) {
  Qualifier qualifier;
  qualifier.role = text_of(value, "role");
  qualifier.text = text_of(value, "text");
  qualifier.value = text_of(value, "value");
  qualifier.range = range_of(value);
  qualifier.entity = text_of(value, "entity");
  return qualifier;
}

Attribution parse_source(const JsonValue& value) {
  Attribution source;
  source.holder = text_of(value, "holder");
  source.name = text_of(value, "name");
  source.cue = text_of(value, "cue");
  source.kind = parse_attribution_kind(text_of(value, "kind")).value_or(AttributionKind::kSaid);
  return source;
}

Attribution parse_attribution(const JsonValue& value) {
  Attribution attribution = parse_source(value);
  if (const JsonValue* within = find_member(value, "within")) {
    for (const JsonValue& outer : within->GetArray()) {
      attribution.within.push_back(parse_source(outer));
    }
  }
  return attribution;
}

}  // namespace

DocumentRecord parse_document(const JsonValue& value) {
  DocumentRecord document;
  document.doc = text_of(value, "doc");
  document.title = text_of(value, "title");
  document.date = text_of(value, "date");
  document.url = text_of(value, "url");
  document.language = text_of(value, "language");
  document.sha256 = text_of(value, "sha256");
  document.bytes = unsigned_member(value, "bytes").value_or(0);
  document.sentences = unsigned_member(value, "sentences").value_or(0);
  document.limited_sentences = unsigned_member(value, "limited_sentences").value_or(0);
  return document;
}

EntityRecord parse_entity(const JsonValue& value) {
  EntityRecord entity;
  entity.doc = text_of(value, "doc");
  entity.entity = text_of(value, "entity");
  entity.type = parse_entity_type(text_of(value, "type")).value_or(EntityType::kOther);
  entity.name = name_of(value, "name");
  entity.names = texts_of(value, "names");
  entity.descriptions = texts_of(value, "descriptions");
  entity.mentions = unsigned_member(value, "mentions").value_or(0);
  entity.first = range_of_member(value, "first");
  entity.named = boolean_member(value, "named").value_or(false);
  entity.specific = boolean_member(value, "specific").value_or(false);
  entity.adjective = boolean_member(value, "adjective").value_or(false);
  entity.number = text_of(value, "number");
  entity.gender = text_of(value, "gender");
  entity.age = static_cast<unsigned>(unsigned_member(value, "age").value_or(0));
  entity.context = decode_base64(text_of(value, "context"));
  return entity;
}

TripleRecord parse_triple(const JsonValue& value) {
  TripleRecord triple;
  triple.statement = text_of(value, "statement");
  triple.doc = text_of(value, "doc");
  triple.kind = parse_triple_kind(text_of(value, "kind")).value_or(TripleKind::kClause);
  triple.core = boolean_member(value, "core").value_or(true);
  triple.sentence = parse_sentence(*find_member(value, "sentence"));
  triple.subject = parse_argument(*find_member(value, "subject"));
  triple.relation = parse_relation(*find_member(value, "relation"));
  if (const JsonValue* object = find_member(value, "object")) {
    triple.object = parse_argument(*object);
  }
  if (const JsonValue* qualifiers = find_member(value, "qualifiers")) {
    for (const JsonValue& qualifier : qualifiers->GetArray()) {
      triple.qualifiers.push_back(parse_qualifier(qualifier));
    }
  }
  triple.polarity = parse_polarity(text_of(value, "polarity")).value_or(Polarity::kPositive);
  triple.modality = parse_modality(text_of(value, "modality")).value_or(Modality::kAsserted);
  if (const JsonValue* attribution = find_member(value, "attribution")) {
    triple.attribution = parse_attribution(*attribution);
  }
  triple.rule = text_of(value, "rule");
  triple.confidence = confidence_of(value);
  return triple;
}

ShortTriple parse_short_triple(const JsonValue& value) {
  ShortTriple triple;
  triple.doc = text_of(value, "doc");
  triple.subject = name_of(value, "subject");
  triple.subject_type = text_of(value, "subject_type");
  triple.relation = text_of(value, "relation");
  triple.object = name_of(value, "object");
  triple.object_type = text_of(value, "object_type");
  triple.sentence = text_of(value, "sentence");
  triple.confidence = confidence_of(value);
  return triple;
}

}  // namespace relata::detail
