#include "relata/extract/extract.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "extract/triple_writer.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/core/error.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string trim(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Code points [start, end) of `text`.
std::string slice(const std::string& text, const TextRange& range) {
  std::size_t count = 0;
  std::string found;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    if (count > range.start && count <= range.end) found += c;
  }
  return found;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(trim(part));
  return parts;
}

/// A line of a case: "# + subject | relation | object | kind=folded type=DEMAND_RELEASE_OF …"
/// must be among the sentence's triples, "# - …" must not.
struct Expectation {
  bool present = true;
  std::string line;
  std::vector<std::string> slots;
  std::vector<std::pair<std::string, std::string>> attributes;
};

/// Expectations by sentence, from 1.
std::map<std::uint64_t, std::vector<Expectation>> read_expectations(const std::string& conllu) {
  std::map<std::uint64_t, std::vector<Expectation>> all;
  std::uint64_t sentence = 1;
  bool in_words = false;
  std::istringstream stream(conllu);
  for (std::string line; std::getline(stream, line);) {
    if (line.empty()) {
      if (in_words) ++sentence;
      in_words = false;
      continue;
    }
    if (line[0] != '#') {
      in_words = true;
      continue;
    }
    const bool wanted = line.starts_with("# + ");
    if (!wanted && !line.starts_with("# - ")) continue;
    Expectation expectation;
    expectation.present = wanted;
    expectation.line = line;
    expectation.slots = split(line.substr(4), '|');
    if (expectation.slots.size() == 4) {
      for (const std::string& pair : split(expectation.slots[3], ';')) {
        const std::size_t equals = pair.find('=');
        expectation.attributes.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
      }
    }
    all[sentence].push_back(expectation);
  }
  return all;
}

std::string attribute(const TripleRecord& triple, const std::string& name) {
  if (name == "kind") return std::string(to_string(triple.kind));
  if (name == "type") return triple.relation.type;
  if (name == "active") return triple.relation.active_text;
  if (name == "polarity") return std::string(to_string(triple.polarity));
  if (name == "modality") return std::string(to_string(triple.modality));
  if (name == "core") return triple.core ? "true" : "false";
  if (name == "holder") return triple.attribution ? triple.attribution->name : "none";
  if (name == "cue") return triple.attribution ? triple.attribution->cue : "none";
  if (name == "attribution") {
    return triple.attribution ? std::string(to_string(triple.attribution->kind)) : "none";
  }
  if (name == "within") {
    if (!triple.attribution || triple.attribution->within.empty()) return "none";
    return triple.attribution->within.front().name;
  }
  if (name == "subject") return triple.subject.name;
  if (name == "object") return triple.object ? triple.object->name : "none";
  if (name == "time") {
    for (const Qualifier& qualifier : triple.qualifiers) {
      if (qualifier.role == "time" && !qualifier.value.empty()) return qualifier.value;
    }
    return "none";
  }
  return "unknown attribute " + name;
}

bool fits(const TripleRecord& triple, const Expectation& expectation) {
  if (expectation.slots.size() < 3) return false;
  if (triple.subject.text != expectation.slots[0]) return false;
  if (triple.relation.text != expectation.slots[1]) return false;
  if ((triple.object ? triple.object->text : "-") != expectation.slots[2]) return false;
  return std::all_of(
      expectation.attributes.begin(), expectation.attributes.end(),
      [&](const auto& pair) { return attribute(triple, pair.first) == pair.second; });
}

std::string list(const std::vector<TripleRecord>& triples, std::uint64_t sentence) {
  std::string text;
  for (const TripleRecord& triple : triples) {
    if (triple.sentence.index != sentence) continue;
    text += "  " + triple.subject.text + " | " + triple.relation.text + " | " +
            (triple.object ? triple.object->text : "-") +
            " | kind=" + std::string(to_string(triple.kind)) + "; type=" + triple.relation.type +
            "; polarity=" + attribute(triple, "polarity") +
            "; modality=" + attribute(triple, "modality") +
            "; holder=" + attribute(triple, "holder") + "; time=" + attribute(triple, "time") +
            "; rule=" + triple.rule + "\n";
  }
  return text;
}

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(RELATA_SOURCE_DIR "/tests/extract/cases")) {
    if (entry.path().extension() == ".conllu") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(ExtractRecords, GivesTheTriplesOfItsCases) {
  std::size_t expected = 0;
  for (const auto& file : case_files()) {
    const std::string conllu = read_file(file);
    const auto documents = read_annotated_conllu(conllu);
    ASSERT_EQ(documents.size(), 1U) << file;
    const DocumentRecords records =
        extract_records(documents[0].first, documents[0].second, lexicon());
    for (const auto& [sentence, expectations] : read_expectations(conllu)) {
      const auto number = sentence;  // Clang 14 captures no structured binding
      for (const Expectation& expectation : expectations) {
        ++expected;
        const bool found = std::any_of(
            records.triples.begin(), records.triples.end(), [&](const TripleRecord& triple) {
              return triple.sentence.index == number && fits(triple, expectation);
            });
        EXPECT_EQ(found, expectation.present)
            << file.filename().string() << ", sentence " << sentence << "\n"
            << expectation.line << "\n"
            << list(records.triples, sentence);
      }
    }
  }
  EXPECT_GT(expected, 0U);
}

/// A document of nonsense: random words, tags, relations and heads.
std::pair<Document, Analysis> random_document(std::mt19937& random, std::size_t words) {
  static const std::vector<std::string> kRelations = {
      "nsubj",     "obj",           "obl",    "nmod",      "conj",       "cc",        "case",
      "mark",      "advcl",         "acl",    "acl:relcl", "ccomp",      "xcomp",     "appos",
      "nmod:poss", "cop",           "aux",    "aux:pass",  "det",        "amod",      "compound",
      "flat",      "parataxis",     "advmod", "punct",     "nsubj:pass", "obl:agent", "nmod:desc",
      "fixed",     "nmod:unmarked", "expl",   "iobj",      "root"};
  static const std::vector<std::string> kForms = {
      "said", "of",  "the",       "Anna",      "not",    "arrest", "which", "to",  "\"", "2020",
      "in",   "was", "including", "according", "August", "his",    "group", "und", "``", "that"};
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  Document document;
  document.id = "random";
  document.date = "2025-08-13";
  Analysis analysis;
  Sentence sentence;
  for (std::size_t i = 0; i < words; ++i) {
    Word word;
    word.form = kForms[pick(kForms.size())];
    word.lemma = word.form;
    word.upos = static_cast<Upos>(pick(17));
    word.feats = pick(2) == 0 ? "_" : "Number=Plur|VerbForm=Part";
    word.head = pick(words + 3);
    word.deprel = kRelations[pick(kRelations.size())];
    if (!document.text.empty()) document.text += ' ';
    word.span.start = document.text.size();
    document.text += word.form;
    word.span.end = document.text.size();
    sentence.words.push_back(word);
  }
  sentence.span = {0, document.text.size()};
  document.source = SourceMap::identity(document.text.size());
  analysis.sentences.push_back(sentence);
  const std::size_t mentions = words / 3;
  for (std::size_t i = 0; i < mentions; ++i) {
    Mention mention;
    mention.first = pick(words);
    mention.last = std::min(words - 1, mention.first + pick(4));
    mention.head = mention.first + pick(mention.last - mention.first + 1);
    mention.type = static_cast<MentionType>(pick(10));
    mention.form = static_cast<MentionForm>(pick(4));
    mention.cluster = pick(mentions);
    analysis.mentions.push_back(mention);
  }
  analysis.clusters = mentions;
  return {document, analysis};
}

/// What holds of the records of one document whatever its trees are.
void expect_laws(const Document& document, const DocumentRecords& records) {
  std::map<std::string, int> cores;
  std::map<std::uint64_t, std::size_t> triples_of;
  for (const TripleRecord& triple : records.triples) {
    cores[triple.statement] += triple.core ? 1 : 0;
    ++triples_of[triple.sentence.index];
    EXPECT_FALSE(triple.subject.text.empty());
    EXPECT_FALSE(triple.relation.text.empty());
    EXPECT_GE(triple.confidence, 0);
    EXPECT_LE(triple.confidence, 1);
    for (const auto* argument : {&triple.subject, triple.object ? &*triple.object : nullptr}) {
      if (argument == nullptr || !argument->range) continue;
      EXPECT_EQ(slice(document.text, *argument->range), argument->text);
    }
  }
  for (const auto& [statement, count] : cores) EXPECT_EQ(count, 1) << statement;
  for (const auto& [sentence, count] : triples_of) {
    EXPECT_LE(count, TripleWriter::kMaxTriples) << sentence;
  }
}

TEST(ExtractRecords, KeepsItsLawsOnAnyTree) {
  std::mt19937 random(20250813);
  for (int round = 0; round < 300; ++round) {
    const auto [document, analysis] = random_document(random, 1 + random() % 60);
    expect_laws(document, extract_records(document, analysis, lexicon()));
  }
}

TEST(ExtractRecords, GivesABoundedNumberForAVeryLongSentence) {
  std::mt19937 random(7);
  const auto [document, analysis] = random_document(random, 2000);
  const DocumentRecords records = extract_records(document, analysis, lexicon());
  EXPECT_LE(records.triples.size(), TripleWriter::kMaxTriples);
}

/// A word's line with one field from another line, or hanging on any word, or cut.
std::string mutated_line(const std::string& line, const std::vector<std::string>& lines,
                         std::mt19937& random) {
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  constexpr std::size_t kFields = 10;
  constexpr std::size_t kHead = 6;
  std::vector<std::string> fields = split(line, '\t');
  const std::vector<std::string> other = split(lines[pick(lines.size())], '\t');
  if (fields.size() != kFields || other.size() != kFields) return line;
  const std::size_t kind = pick(20);
  if (kind == 0) return line.substr(0, pick(line.size()));
  if (kind < 8) {
    fields[kHead] = std::to_string(pick(lines.size() + 2));
  } else {
    const std::size_t field = 1 + pick(kFields - 1);
    fields[field] = other[field];
  }
  std::string joined;
  for (const std::string& part : fields) joined += (joined.empty() ? "" : "\t") + part;
  return joined;
}

/// The lines of one sentence with some of them changed, lost, doubled or cut off.
std::string mutated_sentence(const std::vector<std::string>& sentence, std::mt19937& random) {
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<std::string> lines = sentence;
  const std::size_t changes = 1 + pick(8);
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t at = pick(lines.size());
    lines[at] = mutated_line(lines[at], lines, random);
  }
  if (pick(20) == 0) lines[pick(lines.size())].clear();
  if (pick(20) == 0) lines[pick(lines.size())] = lines[pick(lines.size())];
  std::string text = "# newdoc id = d\n";
  for (const std::string& line : lines) text += line + '\n';
  text += '\n';
  return pick(20) == 0 ? text.substr(0, pick(text.size())) : text;
}

TEST(ExtractRecords, KeepsItsLawsOnMutatedConllu) {
  std::mt19937 random(20251128);
  std::size_t read = 0;
  std::size_t refused = 0;
  std::size_t triples = 0;
  constexpr int kRounds = 40;
  for (const auto& file : case_files()) {
    std::istringstream stream(read_file(file));
    std::vector<std::string> sentence;
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty()) {
        // The text of "1-2" and of its words may differ once mutated: words alone.
        const bool range = line.find('-') < line.find('\t');
        if (line[0] != '#' && !range) sentence.push_back(line);
        continue;
      }
      for (int round = 0; round < kRounds && !sentence.empty(); ++round) {
        try {
          const auto documents = read_annotated_conllu(mutated_sentence(sentence, random));
          for (const auto& [document, analysis] : documents) {
            const DocumentRecords records = extract_records(document, analysis, lexicon());
            expect_laws(document, records);
            triples += records.triples.size();
            ++read;
          }
        } catch (const Error&) {
          ++refused;  // the reader says what is wrong with it
        }
      }
      sentence.clear();
    }
  }
  EXPECT_GT(read, 1000U);
  EXPECT_GT(refused, 100U);
  EXPECT_GT(triples, 2000U);
}

/// "Anna, Anna, … praised Anna, Anna, …": `conjuncts` names on either side of one verb.
std::string coordination(std::size_t conjuncts) {
  std::string text = "# newdoc id = d\n";
  const std::size_t verb = 2 * conjuncts;
  for (std::size_t id = 1; id <= 4 * conjuncts - 1; ++id) {
    const bool subject = id < verb;
    const std::size_t first = subject ? 1 : verb + 1;
    std::string line = std::to_string(id) + '\t';
    if (id == verb) {
      line += "praised\tpraise\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot";
    } else if ((id - first) % 2 == 1) {
      line += ",\t,\tPUNCT\t_\t_\t" + std::to_string(id + 1) + "\tpunct";
    } else {
      const std::string name = "Name" + std::to_string(id);
      line += name + '\t' + name + "\tPROPN\t_\tNumber=Sing\t";
      line += id == first ? std::to_string(verb) + (subject ? "\tnsubj" : "\tobj")
                          : std::to_string(first) + "\tconj";
    }
    text += line + "\t_\t_\n";
  }
  return text + '\n';
}

TEST(ExtractRecords, TellsAWholeListButStopsAndCountsWhereListsMultiply) {
  const auto records_for = [](std::size_t conjuncts) {
    const auto documents = read_annotated_conllu(coordination(conjuncts));
    return extract_records(documents.at(0).first, documents.at(0).second, lexicon());
  };
  const DocumentRecords few = records_for(15);
  EXPECT_EQ(few.triples.size(), 225U);
  EXPECT_EQ(few.document.limited_sentences, 0U);
  const DocumentRecords many = records_for(40);
  EXPECT_EQ(many.triples.size(), TripleWriter::kMaxTriples);
  EXPECT_EQ(many.document.limited_sentences, 1U);
}

TEST(ExtractRecords, GivesNothingForAnEmptyDocument) {
  const DocumentRecords records = extract_records(Document{}, Analysis{}, lexicon());
  EXPECT_TRUE(records.triples.empty());
  EXPECT_TRUE(records.entities.empty());
}

/// Triples of one sentence of CoNLL-U with its annotation.
DocumentRecords records_of(const std::string& conllu) {
  const auto documents = read_annotated_conllu(conllu);
  return extract_records(documents.at(0).first, documents.at(0).second, lexicon());
}

TEST(ExtractRecords, GivesANodeToPeopleThatNoMentionCovers) {
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tArmed\tarmed\tADJ\t_\tDegree=Pos\t2\tamod\t_\t_\n"
      "2\tguards\tguard\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\t_\n"
      "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
      "4\tCork\tCork\tPROPN\t_\tNumber=Sing\t3\tobj\t_\tNER=B-LOC\n\n"
      "1\tSleep\tsleep\tNOUN\t_\tNumber=Sing\t2\tnsubj\t_\t_\n"
      "2\thelped\thelp\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
      "3\tthe\tthe\tDET\t_\tDefinite=Def|PronType=Art\t5\tdet\t_\t_\n"
      "4\tarmed\tarmed\tADJ\t_\tDegree=Pos\t5\tamod\t_\t_\n"
      "5\tguards\tguard\tNOUN\t_\tNumber=Plur\t2\tobj\t_\t_\n\n");
  ASSERT_EQ(records.triples.size(), 2U);
  EXPECT_EQ(records.triples[0].subject.name, "Armed guards");
  EXPECT_EQ(records.triples[0].subject.type, EntityType::kGroup);
  EXPECT_FALSE(records.triples[0].subject.entity.empty());
  EXPECT_TRUE(records.triples[1].subject.entity.empty());  // a state, not somebody
  EXPECT_EQ(records.triples[1].object->name, "armed guards");
}

TEST(ExtractRecords, MakesNobodyOfATitleBeforeAName) {
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tDanish\tDanish\tADJ\t_\t_\t2\tamod\t_\tEntity=(1-person\n"
      "2\tminister\tminister\tNOUN\t_\tNumber=Sing\t3\tnmod:desc\t_\t_\n"
      "3\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\tEntity=1)\n"
      "4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  for (const EntityRecord& entity : records.entities) EXPECT_NE(entity.name, "Danish minister");
}

TEST(ExtractRecords, MakesNoManOfSomebodyByTheTitleOfTheFather) {
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tMr\tMr\tPROPN\t_\t_\t2\tcompound\t_\tEntity=(1-person(2-person\n"
      "2\tOrel\tOrel\tPROPN\t_\tNumber=Sing\t4\tnmod:poss\t_\t_\n"
      "3\t's\t's\tPART\t_\t_\t2\tcase\t_\tEntity=2)\n"
      "4\tdoctor\tdoctor\tNOUN\t_\tNumber=Sing\t5\tnsubj\t_\tEntity=1)\n"
      "5\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  ASSERT_EQ(records.entities.size(), 2U);
  for (const EntityRecord& entity : records.entities) {
    EXPECT_EQ(entity.gender, entity.named ? "masc" : "") << entity.name;
  }
}

TEST(ExtractRecords, TakesWhomTheTextBringsInWithAnArticleForSomebodyNew) {
  const std::string first =
      "# newdoc id = d\n"
      "1\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n"
      "2\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  const std::string diplomat =
      "\tDET\t_\tPronType=Art|Definite=DEF\t2\tdet\t_\tEntity=(1-person\n"
      "2\tdiplomat\tdiplomat\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\tEntity=1)\n"
      "3\twept\tweep\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  const auto second = [&](const std::string& article, const std::string& definite) {
    std::string text = "1\t" + article + "\t" + article + diplomat;
    return first + text.replace(text.find("DEF"), 3, definite);
  };
  EXPECT_EQ(records_of(second("the", "Def")).triples.at(1).subject.name, "Anna");
  EXPECT_EQ(records_of(second("a", "Ind")).triples.at(1).subject.name, "diplomat");
  const std::string later =
      "1\tA\ta\tDET\t_\tDefinite=Ind\t2\tdet\t_\tEntity=(1-person\n"
      "2\tdiplomat\tdiplomat\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\tEntity=1)\n"
      "3\twept\tweep\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n"
      "1\tGeneral\tGeneral\tPROPN\t_\tNumber=Sing\t2\tnmod:desc\t_\tEntity=(1-person\n"
      "2\tOrel\tOrel\tPROPN\t_\tNumber=Sing\t3\tnsubj\t_\tEntity=1)\n"
      "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  EXPECT_EQ(records_of("# newdoc id = d\n" + later).triples.at(0).subject.name, "diplomat");
}

TEST(ExtractRecords, TellsWorksFromMakes) {
  const auto type_of = [](const std::string& name, const std::string& type) {
    return records_of("# newdoc id = d\n1\t" + name + "\t" + name +
                      "\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-" + type +
                      ")\n2\tfell\tfall\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
        .entities.at(0)
        .type;
  };
  EXPECT_EQ(type_of("Rusalka", "abstract"), EntityType::kWork);
  EXPECT_EQ(type_of("Vega", "object"), EntityType::kObject);
  EXPECT_EQ(type_of("XT-60", "object"), EntityType::kObject);
  EXPECT_EQ(type_of("Resolution 12", "abstract"), EntityType::kWork);
}

TEST(ExtractRecords, TellsWhatIsNewFromWhatACountryHas) {
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tThey\tthey\tPRON\t_\tNumber=Plur\t2\tnsubj\t_\t_\n"
      "2\tbuild\tbuild\tVERB\t_\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
      "3\tan\ta\tDET\t_\tDefinite=Ind\t4\tdet\t_\tEntity=(1-organization\n"
      "4\tarmy\tarmy\tNOUN\t_\tNumber=Sing\t2\tobj\t_\t_\n"
      "5\tof\tof\tADP\t_\t_\t7\tcase\t_\t_\n"
      "6\ttheir\ttheir\tPRON\t_\tNumber=Plur\t7\tnmod:poss\t_\t_\n"
      "7\town\town\tADJ\t_\t_\t4\tnmod\t_\tEntity=1)\n\n"
      "1\tThe\tthe\tDET\t_\tDefinite=Def\t3\tdet\t_\tEntity=(1-organization\n"
      "2\tDanish\tDanish\tADJ\t_\t_\t3\tamod\t_\t_\n"
      "3\tarmy\tarmy\tNOUN\t_\tNumber=Sing\t4\tnsubj\t_\tEntity=1)\n"
      "4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  EXPECT_EQ(records.triples.front().object->name, "army of their own");
  EXPECT_EQ(records.triples.back().subject.name, "Danish army");
}

TEST(ExtractRecords, MakesNobodyOfARole) {
  const auto names_with = [](const std::string& noun) {
    std::vector<std::string> names;
    for (const EntityRecord& entity :
         records_of("# newdoc id = d\n"
                    "1\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n"
                    "2\tserved\tserve\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
                    "3\tas\tas\tADP\t_\t_\t4\tcase\t_\t_\n"
                    "4\t" +
                    noun + "\t2\tobl\t_\tEntity=(2-person)\n\n")
             .entities) {
      names.push_back(entity.name);
    }
    return names;
  };
  EXPECT_THAT(names_with("president\tpresident\tNOUN\t_\tNumber=Sing"), ElementsAre("Anna"));
  EXPECT_THAT(names_with("Moen\tMoen\tPROPN\t_\tNumber=Sing"), ElementsAre("Anna", "Moen"));
}

TEST(ExtractRecords, MakesNothingOfPartsOfAName) {
  const auto names_with = [](const std::string& inner, const std::string& type,
                             const std::string& last) {
    std::vector<std::string> names;
    for (const EntityRecord& entity :
         records_of("# newdoc id = d\n"
                    "1\t" +
                    inner + "\t" + inner +
                    "\tPROPN\t_\tNumber=Sing\t2\tcompound\t_\tEntity=(2-place(1-" + type +
                    ")|NER=B-LOC\n" + "2\t" + last + "\t" + last +
                    "\tPROPN\t_\tNumber=Sing\t3\tnsubj\t_\tEntity=2)|NER=I-LOC\n"
                    "3\tburned\tburn\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
             .entities) {
      names.push_back(entity.name);
    }
    return names;
  };
  EXPECT_THAT(names_with("Kadri", "place", "Crossing"), ElementsAre("Kadri Crossing"));
  // Countries and bodies at the front, and what stands before a common noun, are told of.
  EXPECT_EQ(names_with("Peru", "place", "Crossing").size(), 2U);
  EXPECT_EQ(names_with("Kadri", "organization", "Crossing").size(), 2U);
  EXPECT_EQ(names_with("Kadri", "place", "crossing").size(), 2U);
}

TEST(ExtractRecords, MakesNothingOfTheEndOfAName) {
  const auto names = [](const std::string& type, const std::string& link) {
    std::vector<std::string> found;
    for (const EntityRecord& entity :
         records_of(
             "# newdoc id = d\n"
             "1\tSanta\tSanta\tPROPN\t_\tNumber=Sing\t" +
             std::string("4\tnsubj\t_\tEntity=(1-place|NER=B-") + type + "\n2\t" + link + "\t" +
             link + "\tPROPN\t_\t_\t1\tflat\t_\tNER=I-" + type +
             "\n3\tOrela\tOrela\tPROPN\t_\tNumber=Sing\t1\tflat\t_\tEntity=(2-place)1)|NER=I-" +
             type + "\n4\tgrew\tgrow\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
             .entities) {
      found.push_back(entity.name);
    }
    return found;
  };
  EXPECT_THAT(names("LOC", "Maria"), ElementsAre("Santa Maria Orela"));
  EXPECT_THAT(names("ORG", "Maria"), UnorderedElementsAre("Santa Maria Orela", "Orela"));
  EXPECT_THAT(names("LOC", "–"), Contains("Orela"));
}

TEST(ExtractRecords, DescribesNobodyByHowManyOfThem) {
  const auto descriptions = [](const std::string& word, const std::string& upos) {
    return records_of(
               "# newdoc id = d\n"
               "1\tAll\tall\tDET\t_\t_\t4\tnsubj\t_\tEntity=(1-person\n"
               "2\tof\tof\tADP\t_\t_\t3\tcase\t_\t_\n3\t" +
               word + "\t" + word + "\t" + upos +
               "\t_\tNumber=Plur\t1\tnmod\t_\tEntity=1)\n"
               "4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
        .entities.at(0)
        .descriptions;
  };
  EXPECT_THAT(descriptions("them", "PRON"), ElementsAre());
  EXPECT_THAT(descriptions("officers", "NOUN"), ElementsAre("All of officers"));
}

TEST(ExtractRecords, MakesNothingOfHalfAnIdiom) {
  const auto entities_behind = [](const std::string& before) {
    return records_of(
               "# newdoc id = d\n"
               "1\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n"
               "2\tslept\tsleep\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
               "3\t" +
               before +
               "\t_\tADP\t_\t_\t4\tcase\t_\t_\n"
               "4\troute\troute\tNOUN\t_\tNumber=Sing\t2\tobl\t_\t_\n"
               "5\tto\tto\tADP\t_\t_\t6\tcase\t_\t_\n"
               "6\tCork\tCork\tPROPN\t_\tNumber=Sing\t4\tnmod\t_\tEntity=(2-place)\n\n")
        .entities.size();
  };
  EXPECT_EQ(entities_behind("on"), 3U);
  EXPECT_EQ(entities_behind("en"), 2U);
}

TEST(ExtractRecords, DescribesWithoutTheCommasBetweenAdjectives) {
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tA\ta\tDET\t_\tDefinite=Ind\t5\tdet\t_\tEntity=(1-object\n"
      "2\ttorn\ttorn\tADJ\t_\t_\t5\tamod\t_\tSpaceAfter=No\n"
      "3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
      "4\tyellow\tyellow\tADJ\t_\t_\t5\tamod\t_\t_\n"
      "5\tenvelope\tenvelope\tNOUN\t_\tNumber=Sing\t6\tnsubj\t_\tEntity=1)\n"
      "6\tburned\tburn\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  EXPECT_THAT(records.entities.front().descriptions, ElementsAre("torn yellow envelope"));
}

TEST(ExtractRecords, EndsAPlacesNameBeforeThePlaceAroundIt) {
  const auto names_with = [](const std::string& around) {
    std::vector<std::string> names;
    for (const EntityRecord& entity :
         records_of(
             "# newdoc id = d\n"
             "1\tKadri\tKadri\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\tEntity=(1-place|NER=B-LOC\n"
             "2\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\t_\n"
             "3\t" +
             around + "\t" + around +
             "\tPROPN\t_\tNumber=Sing\t1\tnmod:unmarked\t_\tEntity=1)|NER=B-LOC\n"
             "4\tburned\tburn\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
             .entities) {
      names.push_back(entity.name);
    }
    return names;
  };
  EXPECT_THAT(names_with("Sindhia"), ElementsAre("Kadri", "Sindhia"));
  EXPECT_EQ(names_with("D.C.").front(), "Kadri , D.C.");
}

TEST(ExtractRecords, EndsANameWhereTheTaggerEndsItBeforeSmallWords) {
  // "the Dock Union of military traffic", "a Union of Peru member"
  const DocumentRecords records = records_of(
      "# newdoc id = d\n"
      "1\tThe\tthe\tDET\t_\tDefinite=Def\t3\tdet\t_\tEntity=(1-organization\n"
      "2\tDock\tDock\tPROPN\t_\tNumber=Sing\t3\tcompound\t_\tNER=B-ORG\n"
      "3\tUnion\tUnion\tPROPN\t_\tNumber=Sing\t7\tnsubj\t_\tNER=I-ORG\n"
      "4\tof\tof\tADP\t_\t_\t6\tcase\t_\t_\n"
      "5\tmilitary\tmilitary\tADJ\t_\t_\t6\tamod\t_\t_\n"
      "6\ttraffic\ttraffic\tNOUN\t_\tNumber=Sing\t3\tnmod\t_\tEntity=1)\n"
      "7\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
      "8\ta\ta\tDET\t_\tDefinite=Ind\t12\tdet\t_\tEntity=(2-person\n"
      "9\tUnion\tUnion\tPROPN\t_\tNumber=Sing\t12\tcompound\t_\tNER=B-ORG\n"
      "10\tof\tof\tADP\t_\t_\t11\tcase\t_\tNER=I-ORG\n"
      "11\tPeru\tPeru\tPROPN\t_\tNumber=Sing\t12\tnmod\t_\tEntity=(3-place)|NER=I-ORG\n"
      "12\tmember\tmember\tNOUN\t_\tNumber=Sing\t7\tobj\t_\tEntity=2)\n\n");
  const auto has_name = [&](const char* name) {
    return std::any_of(records.entities.begin(), records.entities.end(),
                       [&](const EntityRecord& entity) { return entity.name == name; });
  };
  EXPECT_TRUE(has_name("Dock Union"));
  EXPECT_TRUE(has_name("Peru"));
}

TEST(ExtractRecords, TakesAPredicateForItsOwnSubjectOnly) {
  const auto object_of = [](const std::string& subject) {
    const DocumentRecords records = records_of(
        "# newdoc id = d\n"
        "1\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n"
        "2\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n"
        "1\t" +
        subject +
        "\n"
        "2\tbecame\tbecome\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\ta\ta\tDET\t_\tDefinite=Ind\t4\tdet\t_\tEntity=(1-person\n"
        "4\tjudge\tjudge\tNOUN\t_\tNumber=Sing\t2\txcomp\t_\tEntity=1)\n\n");
    return records.triples.at(1).object->name;
  };
  EXPECT_EQ(object_of("Guards\tguard\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\tEntity=(2-person)"), "");
  EXPECT_EQ(object_of("She\tshe\tPRON\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)"), "Anna");
}

TEST(FindEntityWords, PointsToANameWithoutItsCountryToo) {
  const auto words_of = [](const std::string& country) {
    const auto documents = read_annotated_conllu(
        "# newdoc id = d\n"
        "1\tHigh\tHigh\tPROPN\t_\tNumber=Sing\t2\tcompound\t_\tEntity=(1-organization\n"
        "2\tCourt\tCourt\tPROPN\t_\tNumber=Sing\t5\tnsubj\t_\t_\n"
        "3\tof\tof\tADP\t_\t_\t4\tcase\t_\t_\n"
        "4\t" +
        country + "\t" + country +
        "\tPROPN\t_\tNumber=Sing\t2\tnmod\t_\tEntity=1)\n"
        "5\tsat\tsit\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
    std::vector<std::pair<WordId, WordId>> found;
    for (const EntityWords& words :
         find_entity_words(documents[0].first, documents[0].second, lexicon())) {
      found.emplace_back(words.first, words.last);
    }
    return found;
  };
  EXPECT_THAT(words_of("Peru"), testing::Contains(std::pair<WordId, WordId>(0, 1)));
  EXPECT_THAT(words_of("Skien"), testing::Not(testing::Contains(std::pair<WordId, WordId>(0, 1))));
}

TEST(FindEntityWords, PointsToTheRecordOfItsClusterOrNamesAnotherOne) {
  std::mt19937 random(11);
  std::size_t mentions = 0;
  for (int round = 0; round < 50; ++round) {
    const auto [document, analysis] = random_document(random, 40);
    const DocumentRecords records = extract_records(document, analysis, lexicon());
    for (const EntityWords& words : find_entity_words(document, analysis, lexicon())) {
      ASSERT_LT(words.entity, records.entities.size());
      const EntityRecord& entity = records.entities[words.entity];
      const auto mention =
          std::find_if(analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& m) {
            return m.sentence == words.sentence && m.first == words.first && m.last == words.last &&
                   entity.entity == "random#e" + std::to_string(m.cluster);
          });
      if (mention != analysis.mentions.end()) {
        ++mentions;
      } else {
        EXPECT_TRUE(entity.named) << entity.name;
      }
    }
  }
  EXPECT_GT(mentions, 50U);
}

}  // namespace
}  // namespace relata
