#include "relata/extract/extract.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "extract/clause.hpp"
#include "extract/clause_statements.hpp"
#include "extract/entities.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/parted_clusters.hpp"
#include "extract/repair.hpp"
#include "extract/stance.hpp"
#include "extract/triple_writer.hpp"

namespace relata {
namespace {

bool opens_quote(const Word& word) { return word.form == "“" || word.form == "``"; }
bool closes_quote(const Word& word) { return word.form == "”" || word.form == "''"; }

/// True if every word that is no punctuation stands in quotation marks.
bool is_all_quoted(const Sentence& sentence, bool& inside) {
  bool all = true;
  bool any = false;
  for (const Word& word : sentence.words) {
    if (opens_quote(word)) {
      inside = true;
    } else if (closes_quote(word)) {
      inside = false;
    } else if (word.form == "\"") {
      inside = !inside;
    } else if (word.upos != Upos::kPunct) {
      any = true;
      all = all && inside;
    }
  }
  return any && all;
}

/// Which sentences stand wholly in quotation marks. A paragraph with an odd mark tells nothing.
std::vector<bool> quoted_sentences(const std::vector<Sentence>& sentences) {
  std::vector<bool> quoted(sentences.size(), false);
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t end = first + 1;
    while (end < sentences.size() && !sentences[end].paragraph_start) ++end;
    std::size_t opened = 0;
    std::size_t closed = 0;
    std::size_t straight = 0;
    for (std::size_t i = first; i < end; ++i) {
      for (const Word& word : sentences[i].words) {
        opened += opens_quote(word) ? 1 : 0;
        closed += closes_quote(word) ? 1 : 0;
        straight += word.form == "\"" ? 1 : 0;
      }
    }
    // A speech of several paragraphs opens each and closes only the last.
    const bool balanced = straight % 2 == 0 && (opened == closed || opened == closed + 1);
    bool inside = false;
    for (std::size_t i = first; i < end && balanced; ++i) {
      quoted[i] = is_all_quoted(sentences[i], inside);
    }
    first = end;
  }
  return quoted;
}

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

/// The speaker of each sentence that stands wholly in quotation marks: who is named by the
/// sentence of the same paragraph before it, else after it.
std::vector<std::optional<Attribution>> quoted_speakers(
    const std::vector<std::optional<Attribution>>& speakers, const std::vector<bool>& quoted,
    const std::vector<Sentence>& sentences) {
  std::vector<std::optional<Attribution>> result(sentences.size());
  constexpr std::size_t kReach = 4;  // sentences that one quotation runs on for
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!quoted[i] || speakers[i]) continue;
    for (std::size_t back = 1; back <= kReach && back <= i; ++back) {
      if (sentences[i - back + 1].paragraph_start && back > 1) break;
      if (speakers[i - back]) {
        result[i] = speakers[i - back];
        break;
      }
      if (!quoted[i - back]) break;
    }
    for (std::size_t ahead = 1; !result[i] && ahead <= kReach && i + ahead < sentences.size();
         ++ahead) {
      if (sentences[i + ahead].paragraph_start && ahead > 1) break;
      if (speakers[i + ahead]) result[i] = speakers[i + ahead];
      if (!quoted[i + ahead]) break;
    }
    if (!result[i]) result[i] = Attribution{"unnamed", "", "quoted"};
  }
  return result;
}

}  // namespace

DocumentRecords extract_records(const Document& document, const Analysis& given,
                                const Lexicon& lexicon, const ExtractOptions& options) {
  const Analysis analysis = part_clusters(repair(given, lexicon), lexicon);
  const CodePoints code_points(document.text);
  EntityIndex entities(document, analysis, code_points);
  entities.add_names(document, code_points);
  entities.add_demonyms(document, code_points, lexicon);
  entities.add_nouns(document, code_points, lexicon);
  DocumentRecords records;
  records.document = document_record(document, analysis);
  records.entities = entities.records();

  std::vector<Tree> trees;
  trees.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences) trees.emplace_back(sentence);

  std::vector<std::optional<Attribution>> speakers(trees.size());
  const std::vector<bool> quoted = quoted_sentences(analysis.sentences);
  const auto scope_of = [&](std::size_t i, const SentenceText& text) {
    const Sentence& sentence = analysis.sentences[i];
    return SentenceScope{trees[i],    text,
                         entities,    lexicon,
                         i,           sentence_record(document, sentence, i, text),
                         document.id, document.date,
                         nullptr};
  };
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const SentenceText text(document, analysis.sentences[i], code_points);
    speakers[i] = sentence_speaker(scope_of(i, text));
  }
  const auto holders = quoted_speakers(speakers, quoted, analysis.sentences);

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
    extract_nominalisations(scope, writer);
    extract_aliases(scope, writer);
    extract_members(scope, writer);
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
  const Analysis analysis = part_clusters(repair(given, lexicon), lexicon);
  const CodePoints code_points(document.text);
  EntityIndex entities(document, analysis, code_points);
  entities.add_names(document, code_points);
  entities.add_demonyms(document, code_points, lexicon);
  entities.add_nouns(document, code_points, lexicon);
  std::vector<EntityWords> found = entities.added_words();
  const std::vector<std::size_t>& of_mentions = entities.of_mentions();
  for (std::size_t i = 0; i < of_mentions.size(); ++i) {
    if (of_mentions[i] == kNoEntity) continue;
    const Mention& mention = analysis.mentions[i];
    found.push_back({mention.sentence, mention.first, mention.last, mention.head, mention.form,
                     of_mentions[i]});
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
