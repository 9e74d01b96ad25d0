#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/record_line.hpp"
#include "extract/record_schema.hpp"
#include "relata/core/json_schema.hpp"
#include "relata/extract/record_json.hpp"

namespace relata {
namespace {

enum class LineKind { kDocument, kEntity, kTriple, kShortTriple, kOther };

/// What a line claims to be; the schema of that kind then says whether it is.
LineKind kind_of(const JsonValue& line) {
  const JsonValue* record = find_member(line, "record");
  if (record && record->IsString()) {
    const std::string_view name(record->GetString(), record->GetStringLength());
    if (name == "document") return LineKind::kDocument;
    if (name == "entity") return LineKind::kEntity;
    if (name != "triple") return LineKind::kOther;
  }
  const JsonValue* subject = find_member(line, "subject");
  return subject && subject->IsString() ? LineKind::kShortTriple : LineKind::kTriple;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// How a fault ends: what it costs.
std::string cost_of(const std::string& doc) {
  return doc.empty() ? "; the line is skipped" : "; document " + quoted(doc) + " is skipped";
}

std::string describe_fault(const SchemaFault& fault) {
  std::string text = "record breaks " + quoted(fault.keyword) + " at ";
  text += fault.pointer.empty() ? "its top" : fault.pointer;
  if (!fault.detail.empty()) text += " (" + fault.detail + ")";
  return text;
}

/// One document as its lines come in.
struct Gathered {
  DocumentRecords records;
  std::vector<detail::ShortTriple> short_triples;
  Place first_place;  ///< of its first line, to say where it is from
  bool has_document_line = false;
  bool faulty = false;
};

/// What only the whole document shows, or empty.
std::string find_fault(const DocumentRecords& records) {
  std::set<std::string_view> entities;
  for (const EntityRecord& entity : records.entities) {
    if (!entities.insert(entity.entity).second) {
      return "two entities with the id " + quoted(entity.entity);
    }
  }
  const auto missing = [&](std::string_view id) { return !id.empty() && !entities.contains(id); };
  for (const TripleRecord& triple : records.triples) {
    std::string_view lost;
    if (missing(triple.subject.entity)) lost = triple.subject.entity;
    if (triple.object && missing(triple.object->entity)) lost = triple.object->entity;
    for (const Qualifier& qualifier : triple.qualifiers) {
      if (missing(qualifier.entity)) lost = qualifier.entity;
    }
    const auto check_holder = [&](const Attribution& source) {
      if (source.holder != "unnamed" && missing(source.holder)) lost = source.holder;
    };
    if (triple.attribution) {
      check_holder(*triple.attribution);
      for (const Attribution& outer : triple.attribution->within) check_holder(outer);
    }
    if (!lost.empty()) {
      return "statement " + quoted(triple.statement) + " names the entity " + quoted(lost) +
             ", which has no record";
    }
  }
  return {};
}

}  // namespace

struct RecordReader::State {
  JsonSchema document{detail::kRecordSchema, "document"};
  JsonSchema entity{detail::kRecordSchema, "entity"};
  JsonSchema triple{detail::kRecordSchema, "triple"};
  JsonSchema short_triple{detail::kRecordSchema, "short_triple"};
  std::map<std::string, Gathered> documents;

  const JsonSchema& schema_of(LineKind kind) const {
    switch (kind) {
      case LineKind::kDocument:
        return document;
      case LineKind::kEntity:
        return entity;
      case LineKind::kShortTriple:
        return short_triple;
      default:
        return triple;
    }
  }

  void take(const JsonValue& line, LineKind kind, const std::string& doc, const Place& place) {
    Gathered& gathered = documents[doc];
    if (gathered.first_place == Place{}) gathered.first_place = place;
    if (gathered.faulty) return;
    gathered.records.document.doc = doc;
    switch (kind) {
      case LineKind::kDocument: {
        DocumentRecord record = detail::parse_document(line);
        if (gathered.has_document_line && record != gathered.records.document) {
          throw Error("a second record of this document that differs from the first (" +
                      describe(Error("first seen", gathered.first_place)) + ")");
        }
        gathered.has_document_line = true;
        gathered.records.document = std::move(record);
        break;
      }
      case LineKind::kEntity:
        gathered.records.entities.push_back(detail::parse_entity(line));
        break;
      case LineKind::kShortTriple:
        gathered.short_triples.push_back(detail::parse_short_triple(line));
        break;
      default:
        gathered.records.triples.push_back(detail::parse_triple(line));
    }
  }

  /// Whether this is the document's first fault. What was kept of it is let go.
  bool mark_faulty(const std::string& doc) {
    if (doc.empty()) return true;
    Gathered& gathered = documents[doc];
    if (gathered.faulty) return false;
    gathered = Gathered{};
    gathered.faulty = true;
    return true;
  }
};

RecordReader::RecordReader() : state_(std::make_unique<State>()) {}
RecordReader::~RecordReader() = default;

void RecordReader::add_line(std::string_view line, const Place& place) {
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
  std::string doc;  // empty while it is not known
  const auto add_fault = [&](const std::string& message, Place where) {
    if (state_->mark_faulty(doc)) faults_.emplace_back(message + cost_of(doc), std::move(where));
  };
  try {
    const JsonDocument parsed = parse_json(line);
    const JsonValue& root = parsed.root();
    if (const JsonValue* id = find_member(root, "doc"); id && id->IsString()) {
      doc.assign(id->GetString(), id->GetStringLength());
    }
    const LineKind kind = kind_of(root);
    if (kind == LineKind::kOther) return;
    if (const auto fault = state_->schema_of(kind).find_fault(root)) {
      add_fault(describe_fault(*fault), Place{place.file, place.line, {}});
      return;
    }
    if (doc.empty()) doc = kMergeInput;  // only the short form may leave it out
    state_->take(root, kind, doc, place);
  } catch (const Error& error) {
    Place where{place.file, place.line, error.place().offset};
    if (where.offset) {  // in the line, from the parser
      *where.offset += place.offset.value_or(0);
      doc = salvage_string(line, "doc").value_or("");
    }
    add_fault(error.what(), std::move(where));
  }
}

std::vector<DocumentRecords> RecordReader::take_documents() {
  std::vector<DocumentRecords> documents;
  for (auto& [doc, gathered] : state_->documents) {
    if (gathered.faulty) continue;
    DocumentRecords& records = gathered.records;
    detail::add_short_triples(std::move(gathered.short_triples), records);
    sort_records(records);
    if (const std::string fault = find_fault(records); !fault.empty()) {
      faults_.emplace_back(fault + cost_of(doc), Place{gathered.first_place.file, {}, {}});
      continue;
    }
    documents.push_back(std::move(records));
  }
  state_->documents.clear();
  return documents;
}

}  // namespace relata
