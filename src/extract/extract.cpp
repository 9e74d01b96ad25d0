#include "relata/extract/extract.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "extract/attribution.hpp"
#include "extract/bound_possessives.hpp"
#include "extract/carried_anaphors.hpp"
#include "extract/clause.hpp"
#include "extract/clause_statements.hpp"
#include "extract/compound_demonyms.hpp"
#include "extract/entities.hpp"
#include "extract/family_names.hpp"
#include "extract/first_conjuncts.hpp"
#include "extract/joined_appositions.hpp"
#include "extract/joined_names.hpp"
#include "extract/named_places.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/parted_clusters.hpp"
#include "extract/parts_of_places.hpp"
#include "extract/quotation.hpp"
#include "extract/repair.hpp"
#include "extract/speech_turns.hpp"
#include "extract/stance.hpp"
#include "extract/triple_writer.hpp"

namespace relata {
namespace {

DocumentRecord document_record(const Document& document, const Analysis& analysis) {
  DocumentRecord record;
  record.doc = document.id;
  record.title = document.title;
  record.date = document.date;
  record.url = document.url;
  record.language = document.language;
  record.sha256 = document.sha256;
  record.bytes = document.bytes;
  record.sentences = analysis.sentences.size();
  return record;
}

SentenceRecord sentence_record(const Document& document, const Sentence& sentence,
                               std::size_t index, const SentenceText& text) {
  SentenceRecord record;
  record.index = index + 1;
  record.range = text.code_point_range(sentence.span);
  record.text = document.text.substr(sentence.span.start, sentence.span.size());
  record.source = document.source.to_source(sentence.span);
  return record;
}

/// "Lee" of "Ann Lee", whose tree hangs all on the first word.
std::size_t last_of_flat(const Sentence& sentence, std::size_t head, std::size_t last) {
  std::size_t found = head;
  for (std::size_t id = head + 1; id <= last && id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    if (word.deprel.starts_with("flat") && word.head == head + 1) found = id;
  }
  return found;
}

/// The analysis as the rules see it: trees repaired, clusters parted and joined.
Analysis prepared(const Analysis& given, const Lexicon& lexicon) {
  Analysis bound = bind_possessives(join_compound_demonyms(repair(given, lexicon), lexicon));
  Analysis parts = mention_first_conjuncts(std::move(bound), lexicon);
  Analysis placed = part_places_by_direction(std::move(parts), lexicon);
  Analysis parted = part_clusters(std::move(placed), lexicon);
  Analysis named = join_named_places(join_stated_names(std::move(parted), lexicon), lexicon);
  Analysis joined = join_appositions(std::move(named), lexicon);
  return part_carried_anaphors(join_family_names(std::move(joined), lexicon));
}

/// All entities of a document, whatever found them. `analysis` must outlive the index.
EntityIndex index_entities(const Document& document, const Analysis& analysis,
                           const CodePoints& code_points, const Lexicon& lexicon) {
  EntityIndex entities(document, analysis, code_points, lexicon);
  entities.add_names(document, code_points, lexicon);
  entities.add_demonyms(document, code_points, lexicon);
  entities.add_peoples(document, code_points, lexicon);
  entities.add_nouns(document, code_points, lexicon);
  entities.settle_types(lexicon);
  return entities;
}

}  // namespace

DocumentRecords extract_records(const Document& document, const Analysis& given,
                                const Lexicon& lexicon, const ExtractOptions& options) {
  const Analysis analysis = prepared(given, lexicon);
  const CodePoints code_points(document.text);
  const EntityIndex entities = index_entities(document, analysis, code_points, lexicon);
  DocumentRecords records;
  records.document = document_record(document, analysis);
  records.entities = entities.records();

  std::vector<Tree> trees;
  trees.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences) trees.emplace_back(sentence);

  std::vector<std::optional<Attribution>> speakers(trees.size());
  const DocumentTimes times(analysis, document.date);
  const Quotations quotations = find_quotations(analysis.sentences);
  const auto scope_of = [&](std::size_t i, const SentenceText& text) {
    const Sentence& sentence = analysis.sentences[i];
    return SentenceScope{trees[i],    text,  entities,
                         lexicon,     i,     sentence_record(document, sentence, i, text),
                         document.id, times, quotations.inside[i],
                         nullptr};
  };
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const SentenceText text(document, analysis.sentences[i], code_points);
    speakers[i] = sentence_speaker(scope_of(i, text));
  }
  auto holders = quoted_speakers(speakers, quotations, analysis.sentences);
  const auto turns = find_turns(analysis, entities);
  for (std::size_t i = 0; i < trees.size(); ++i) {
    if (!holders[i]) holders[i] = turns[i];
  }

  for (std::size_t i = 0; i < trees.size(); ++i) {
    if (analysis.sentences[i].words.empty()) continue;
    const SentenceText text(document, analysis.sentences[i], code_points);
    SentenceScope scope = scope_of(i, text);
    if (holders[i]) scope.quoted = &*holders[i];
    TripleWriter writer(scope, records.triples);
    const std::vector<Clause> clauses = find_clauses(scope);
    for (const Clause& clause : clauses) extract_clause(scope, clause, clauses, writer);
    extract_appositions(scope, writer);
    extract_life_dates(scope, writer);
    extract_titles(scope, writer);
    extract_possessives(scope, writer);
    extract_parts_of_places(scope, writer);
    extract_nominalisations(scope, writer);
    extract_aliases(scope, writer);
    extract_members(scope, writer);
    extract_among(scope, writer);
    if (writer.is_full()) ++records.document.limited_sentences;
  }
  if (options.min_confidence > 0) {
    std::erase_if(records.triples, [&](const TripleRecord& triple) {
      return triple.confidence < options.min_confidence;
    });
  }
  return records;
}

std::vector<EntityWords> find_entity_words(const Document& document, const Analysis& given,
                                           const Lexicon& lexicon) {
  const Analysis analysis = prepared(given, lexicon);
  const CodePoints code_points(document.text);
  const EntityIndex entities = index_entities(document, analysis, code_points, lexicon);
  std::vector<EntityWords> found = entities.added_words();
  const std::vector<std::size_t>& of_mentions = entities.of_mentions();
  for (std::size_t i = 0; i < of_mentions.size(); ++i) {
    if (of_mentions[i] == kNoEntity) continue;
    const Mention& mention = analysis.mentions[i];
    found.push_back({mention.sentence, mention.first, mention.last, mention.head, mention.form,
                     of_mentions[i]});
  }
  for (EntityWords& words : found) {
    words.head = last_of_flat(analysis.sentences[words.sentence], words.head, words.last);
  }
  std::sort(found.begin(), found.end(), [](const EntityWords& a, const EntityWords& b) {
    return std::tie(a.sentence, a.first, b.last, a.entity, a.head, a.form) <
           std::tie(b.sentence, b.first, a.last, b.entity, b.head, b.form);
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const EntityWords& a, const EntityWords& b) {
                            return std::tie(a.sentence, a.first, a.last, a.entity) ==
                                   std::tie(b.sentence, b.first, b.last, b.entity);
                          }),
              found.end());
  return found;
}

}  // namespace relata
