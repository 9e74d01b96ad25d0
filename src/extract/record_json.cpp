#include "relata/extract/record_json.hpp"

#include "extract/record_line.hpp"
#include "relata/core/hash.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

void write_range(JsonWriter& json, const TextRange& range) {
  json.integer_field("start", range.start);
  json.integer_field("end", range.end);
}

void write_range(JsonWriter& json, const std::optional<TextRange>& range) {
  if (range) write_range(json, *range);
}

void write_range_object(JsonWriter& json, std::string_view name, const Span& range) {
  if (range == Span{}) return;
  json.key(name);
  json.begin_object();
  write_range(json, range);
  json.end_object();
}

void write_argument(JsonWriter& json, std::string_view name, const Argument& argument) {
  json.key(name);
  json.begin_object();
  json.string_field("text", argument.text);
  write_range(json, argument.range);
  if (argument.type) json.string_field("type", to_string(*argument.type));
  json.nonempty_field("form", argument.form);
  json.nonempty_field("entity", argument.entity);
  json.nonempty_field("name", argument.name);
  json.nonempty_field("value", argument.value);
  json.end_object();
}

void write_sentence(JsonWriter& json, const SentenceRecord& sentence) {
  json.key("sentence");
  json.begin_object();
  json.integer_field("index", sentence.index);
  if (sentence.range != TextRange{}) write_range(json, sentence.range);
  json.string_field("text", sentence.text);
  write_range_object(json, "source", sentence.source);
  json.end_object();
}

void write_relation(JsonWriter& json, const Relation& relation) {
  json.key("relation");
  json.begin_object();
  json.string_field("text", relation.text);
  json.nonempty_field("lemma", relation.lemma);
  json.string_field("type", relation.type);
  json.nonempty_field("active", relation.active_text);
  write_range(json, relation.range);
  json.end_object();
}

void write_qualifiers(JsonWriter& json, const std::vector<Qualifier>& qualifiers) {
  if (qualifiers.empty()) return;
  json.key("qualifiers");
  json.begin_array();
  for (const Qualifier& qualifier : qualifiers) {
    json.begin_object();
    json.string_field("role", qualifier.role);
    json.string_field("text", qualifier.text);
    json.nonempty_field("value", qualifier.value);
    write_range(json, qualifier.range);
    json.nonempty_field("entity", qualifier.entity);
    json.end_object();
  }
  json.end_array();
}

void write_attribution(JsonWriter& json, const Attribution& attribution) {
  json.begin_object();
  json.string_field("holder", attribution.holder);
  json.nonempty_field("name", attribution.name);
  json.nonempty_field("cue", attribution.cue);
  json.string_field("kind", to_string(attribution.kind));
  if (!attribution.within.empty()) {
    json.key("within");
    json.begin_array();
    for (const Attribution& outer : attribution.within) write_attribution(json, outer);
    json.end_array();
  }
  json.end_object();
}

void append_document(std::string& out, const DocumentRecord& document) {
  JsonWriter json(out);
  json.begin_object();
  json.string_field("record", "document");
  json.string_field("doc", document.doc);
  json.nonempty_field("title", document.title);
  json.nonempty_field("date", document.date);
  json.nonempty_field("url", document.url);
  json.nonempty_field("language", document.language);
  json.nonempty_field("sha256", document.sha256);
  json.integer_field("bytes", document.bytes);
  json.integer_field("sentences", document.sentences);
  if (document.limited_sentences > 0) {
    json.integer_field("limited_sentences", document.limited_sentences);
  }
  json.end_object();
}

}  // namespace

namespace detail {

void append_entity(std::string& out, const EntityRecord& entity) {
  JsonWriter json(out);
  json.begin_object();
  json.string_field("record", "entity");
  json.string_field("doc", entity.doc);
  json.string_field("entity", entity.entity);
  json.string_field("type", to_string(entity.type));
  json.nonempty_field("name", entity.name);
  json.nonempty_field("names", entity.names);
  json.nonempty_field("descriptions", entity.descriptions);
  json.integer_field("mentions", entity.mentions);
  write_range_object(json, "first", entity.first);
  if (entity.named) json.boolean_field("named", true);
  if (entity.specific) json.boolean_field("specific", true);
  if (entity.adjective) json.boolean_field("adjective", true);
  json.nonempty_field("number", entity.number);
  json.nonempty_field("gender", entity.gender);
  if (entity.age > 0) json.integer_field("age", entity.age);
  if (!entity.context.empty()) json.string_field("context", to_base64(entity.context));
  json.end_object();
}

void append_triple(std::string& out, const TripleRecord& triple) {
  JsonWriter json(out);
  json.begin_object();
  json.string_field("record", "triple");
  json.string_field("statement", triple.statement);
  json.string_field("doc", triple.doc);
  json.string_field("kind", to_string(triple.kind));
  json.boolean_field("core", triple.core);
  write_sentence(json, triple.sentence);
  write_argument(json, "subject", triple.subject);
  write_relation(json, triple.relation);
  if (triple.object) write_argument(json, "object", *triple.object);
  write_qualifiers(json, triple.qualifiers);
  json.string_field("polarity", to_string(triple.polarity));
  json.string_field("modality", to_string(triple.modality));
  if (triple.attribution) {
    json.key("attribution");
    write_attribution(json, *triple.attribution);
  }
  json.nonempty_field("rule", triple.rule);
  json.number_field("confidence", triple.confidence);
  json.end_object();
}

}  // namespace detail

void write_records(const DocumentRecords& records, ByteSink& out) {
  std::string line;
  append_document(line, records.document);
  line += '\n';
  out.write(line);
  for (const EntityRecord& entity : records.entities) {
    line.clear();
    detail::append_entity(line, entity);
    line += '\n';
    out.write(line);
  }
  for (const TripleRecord& triple : records.triples) {
    line.clear();
    detail::append_triple(line, triple);
    line += '\n';
    out.write(line);
  }
}

}  // namespace relata
