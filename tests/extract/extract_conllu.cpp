// Prints what the rules find in annotated CoNLL-U: records as JSON Lines, or with --table one
// readable line a triple. For work on rules; not installed.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "relata/analysis/conllu.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/core/byte_sink.hpp"
#include "relata/core/error.hpp"
#include "relata/extract/extract.hpp"
#include "relata/extract/record_json.hpp"

namespace relata {
namespace {

class StdoutSink : public ByteSink {
 public:
  void write(std::string_view bytes) override {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  }
};

void print_table(const DocumentRecords& records) {
  std::uint64_t sentence = 0;
  for (const EntityRecord& entity : records.entities) {
    std::cout << "ENTITY " << entity.entity << ' ' << to_string(entity.type) << " | " << entity.name
              << " |";
    for (const auto& name : entity.names) std::cout << " [" << name << ']';
    for (const auto& description : entity.descriptions) std::cout << " (" << description << ')';
    std::cout << (entity.specific ? " specific" : "") << (entity.adjective ? " adjective" : "")
              << ' ' << entity.number << ' ' << entity.gender << '\n';
  }
  for (const TripleRecord& triple : records.triples) {
    if (triple.sentence.index != sentence) {
      sentence = triple.sentence.index;
      std::cout << "\n# " << triple.sentence.text << '\n';
    }
    std::cout << (triple.core ? "* " : "  ") << to_string(triple.kind) << '\t'
              << triple.subject.text << " | " << triple.relation.text << " | "
              << (triple.object ? triple.object->text : "-") << '\t' << triple.relation.type;
    if (!triple.relation.active_text.empty())
      std::cout << " <" << triple.relation.active_text << '>';
    std::cout << " {" << triple.subject.name << " → " << (triple.object ? triple.object->name : "")
              << '}';
    if (triple.polarity == Polarity::kNegative) std::cout << " NOT";
    if (triple.modality != Modality::kAsserted) std::cout << ' ' << to_string(triple.modality);
    if (triple.attribution) {
      std::cout << " [" << triple.attribution->name << ": " << triple.attribution->cue << ']';
    }
    for (const Qualifier& qualifier : triple.qualifiers) {
      std::cout << " (" << qualifier.role << ": " << qualifier.text;
      if (!qualifier.value.empty()) std::cout << " = " << qualifier.value;
      std::cout << ')';
    }
    std::cout << ' ' << triple.rule << ' ' << triple.confidence << '\n';
  }
}

int run(int argc, char** argv) {
  bool table = false;
  std::string file;
  std::string date;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--table") {
      table = true;
    } else if (argument == "--date" && i + 1 < argc) {
      date = argv[++i];
    } else {
      file = argument;
    }
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw Error("cannot read " + file);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  const Lexicon lexicon = Lexicon::load(RELATA_SOURCE_DIR "/models/lexicon.tsv");
  StdoutSink sink;
  for (auto& [document, analysis] : read_annotated_conllu(bytes)) {
    if (document.date.empty()) document.date = date;
    const DocumentRecords records = extract_records(document, analysis, lexicon);
    if (table) {
      print_table(records);
    } else {
      write_records(records, sink);
    }
  }
  return 0;
}

}  // namespace
}  // namespace relata

int main(int argc, char** argv) {
  try {
    return relata::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "extract_conllu: " << error.what() << '\n';
    return 1;
  }
}
