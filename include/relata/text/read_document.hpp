// Documents out of the bytes of a file: plain text, HTML, JSON Lines, one sentence a line, CoNLL-U.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/text/document.hpp"

namespace relata {

enum class InputFormat {
  kAuto,    ///< by the ending of the file's name, else by its first bytes; never kLines
  kText,    ///< one article, or several behind one another
  kHtml,    ///< one page, one article
  kJsonl,   ///< one JSON object a line, each a document
  kLines,   ///< one sentence a line, each a document that is never split
  kConllu,  ///< words and sentences as given; documents by `# newdoc`
};

/// What to do with a document that is not in English. One whose language nobody tells and that is
/// too short to tell counts as English.
enum class LanguagePolicy { kSkip, kKeep };

/// The members of a JSON line that are read; all but `text` may be absent, others are ignored.
struct JsonFields {
  std::string id = "id";
  std::string title = "title";
  std::string date = "date";
  std::string url = "url";
  std::string language = "language";
  std::string text = "text";
};

/// Takes "text=body": what is `text` here is called `body` in the input. Throws Error on anything
/// else.
void rename_json_field(JsonFields& fields, std::string_view assignment);

struct ReadOptions {
  InputFormat format = InputFormat::kAuto;
  /// For documents that tell none, YYYY-MM-DD or empty (`check_date` it first).
  std::string default_date;
  LanguagePolicy language = LanguagePolicy::kSkip;
  /// What is longer is no article; the longest novels have 5 MB.
  std::uint64_t max_document_bytes = std::uint64_t{16} << 20;
  JsonFields json_fields;
};

/// Bytes to read, and what to call them. A JSON Lines file may be cut at its line breaks into any
/// number of inputs, down to one line each; all other files are read whole.
struct Input {
  std::string_view bytes;
  std::string id;            ///< of the document; for JSON lines that have none, lines and CoNLL-U
                             ///< documents without a name, what stands before ":" and a number
  std::string file;          ///< for messages, and for its ending when the format is kAuto
  std::uint64_t line = 1;    ///< number in the file of the first line of `bytes`
  std::uint64_t offset = 0;  ///< of `bytes` in the file
};

/// A document that was not read, and why; the error's place is complete.
struct SkippedDocument {
  enum class Reason { kFault, kLanguage };
  std::string id;  ///< as far as it is known
  Reason reason = Reason::kFault;
  Error error;
};

struct Reading {
  std::vector<Document> documents;
  std::vector<SkippedDocument> skipped;  ///< in the order of the input, as are the documents
};

/// All documents of an input. Bad input throws nothing: whatever can't be read is in `skipped`, and
/// costs only itself (one JSON line, one CoNLL-U document, else the file).
///
/// Ids: `input.id` for a text or a page; of several articles in one text the first has it, the
/// others "ID~2", "ID~3"…; a JSON line's `id`, a CoNLL-U document's `newdoc id`; "ID:LINE", with
/// the number of the line in the file, for JSON lines without one and for every line of kLines;
/// "ID~2" and so on for CoNLL-U documents without a name behind the first.
/// Ids are in NFC; one that is empty, longer than 1,000 bytes or has control characters is a fault.
Reading read_documents(const Input& input, const ReadOptions& options);

/// What kAuto stands for. `beginning` is the start of the file, 4 KiB of it at best. Throws Error,
/// with what to make of it, for tables (.csv, .tsv) and JSON that is not JSON Lines.
InputFormat detect_format(std::string_view beginning, std::string_view file);

/// Throws Error unless `date` is a day of the calendar written YYYY-MM-DD.
void check_date(std::string_view date);

/// Keeps the ids of a whole run apart.
class DocumentIds {
 public:
  /// Throws Error, naming both places, when a document of the same id was here before.
  void add(const Document& document);

 private:
  std::map<std::string, Place, std::less<>> places_;
};

}  // namespace relata
