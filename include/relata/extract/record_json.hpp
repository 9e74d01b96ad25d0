// CONTRACT. Records as JSON Lines (schemas/record.schema.json), out and in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/byte_sink.hpp"
#include "relata/core/error.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// Brings the entities and triples of a document into the one order that the records of a run have,
/// whatever the order in which they were made or read: entities by id (numbers within by value),
/// triples by sentence, statement, core first, place of relation, subject and object, then by all
/// the rest. What says the same twice stays once.
void sort_records(DocumentRecords& records);

/// One line each: the document, its entities, its triples.
void write_records(const DocumentRecords& records, ByteSink& out);

/// The document to which triples of the short form go that name none.
inline constexpr std::string_view kMergeInput = "merge-input";

/// Gathers record lines of any number of files, in any order, into documents sorted by id.
/// Also takes the short form {"subject","relation","object"} that other tools write, with optional
/// "subject_type", "object_type", "doc", "sentence" and "confidence" (docs/formats.md).
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();

  /// `line` without its line break; `place` says where it stands, its offset being that of the
  /// line's first byte. A faulty line (syntax, schema) never throws: its document is skipped whole,
  /// its first fault is kept for `faults()`.
  void add_line(std::string_view line, const Place& place);

  /// All documents without a fault, sorted by id, each in the order of sort_records. What only the
  /// whole shows is a fault too: an entity that is named and not there, an id that stands for two.
  std::vector<DocumentRecords> take_documents();

  /// One error for each skipped document (or for each line that names none).
  const std::vector<Error>& faults() const noexcept { return faults_; }

 private:
  struct State;
  std::unique_ptr<State> state_;
  std::vector<Error> faults_;
};

}  // namespace relata
