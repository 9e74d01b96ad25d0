#include "cli/choices.hpp"
#include "cli/option_groups.hpp"
#include "relata/core/error.hpp"

namespace relata {

void add_document_inputs(CLI::App& app, Invocation& invocation) {
  app.add_option("INPUT", invocation.inputs,
                 "Files, folders (all files below them, sorted) or - for standard input; .gz and "
                 ".zst are unpacked")
      ->required()
      ->type_name("");
  add_choice(
      app, "--input-format", kFormats, invocation.reading.format,
      "What INPUT is (default auto: told by name and content). jsonl: {id, title, date, url, "
      "text} a line; lines: one sentence a line, each a document; conllu: words and "
      "sentences as given",
      kInputGroup);
  app.add_option("--field", invocation.field_names,
                 "JSON Lines: where a field goes by another name, as in text=body; may repeat")
      ->type_name("FIELD=NAME")
      ->allow_extra_args(false)
      ->group(kInputGroup);
  app.add_option("--date", invocation.reading.default_date,
                 "Date of publication, YYYY-MM-DD, for documents that tell none")
      ->type_name("DATE")
      ->group(kInputGroup);
  add_choice(app, "--language", kLanguages, invocation.reading.language,
             "What to do with documents in another language than English (default skip)",
             kInputGroup);
}

void add_confidence(CLI::App& app, Invocation& invocation) {
  app.add_option("--min-confidence", invocation.min_confidence,
                 "Leave out triples below this, 0 to 1 (default 0)")
      ->type_name("P")
      ->group(kGraphGroup);
}

void check_document_inputs(Invocation& invocation) {
  try {
    if (!invocation.reading.default_date.empty()) check_date(invocation.reading.default_date);
  } catch (const Error& error) {
    throw WrongUsage(std::string("--date: ") + error.what());
  }
  try {
    for (const std::string& assignment : invocation.field_names) {
      rename_json_field(invocation.reading.json_fields, assignment);
    }
  } catch (const Error& error) {
    throw WrongUsage(std::string("--field: ") + error.what());
  }
}

void check_confidence(const Invocation& invocation) {
  if (!(invocation.min_confidence >= 0 && invocation.min_confidence <= 1)) {
    throw WrongUsage("--min-confidence: expected a number from 0 to 1");
  }
}

}  // namespace relata
