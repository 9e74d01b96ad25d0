#include "extract/parts_of_places.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// The word behind the direction that the name begins with, which may have a hyphen ("north-west
/// Peru"); the first word itself where there is none.
std::size_t behind_direction(const Sentence& sentence, const WordRange& name) {
  std::size_t at = name.first;
  while (at <= name.second) {
    const Word& word = sentence.words[at];
    if (!begins_lower(word) || !is_compass_direction(word.form)) break;
    ++at;
    if (at < name.second && sentence.words[at].form == "-") ++at;
  }
  return at;
}

bool is_whole_name(const Sentence& sentence, const WordRange& name, const Lexicon& lexicon) {
  const bool capitals = std::none_of(
      sentence.words.begin() + static_cast<std::ptrdiff_t>(name.first),
      sentence.words.begin() + static_cast<std::ptrdiff_t>(name.second) + 1, begins_lower);
  return capitals && !lexicon.is_kind_of_place(lower_ascii(sentence.words[name.second].form));
}

/// True if the second mention is the name of the whole within the first, which names a part of it.
bool are_part_and_whole(const Sentence& sentence, const Mention& part, const Mention& whole) {
  if (part.sentence != whole.sentence || part.head != whole.head || part.first >= whole.first ||
      part.form != MentionForm::kName || whole.form != MentionForm::kName) {
    return false;
  }
  const Word& before = sentence.words[whole.first - 1];
  return begins_lower(before) && is_compass_direction(before.form);
}

/// The name of a mention, from its first word to the last of its head, with its own entity.
Argument place_argument(const SentenceScope& scope, std::size_t index) {
  const Analysis& analysis = scope.entities.analysis();
  const Mention& mention = analysis.mentions[index];
  Phrase phrase;
  phrase.head = mention.head;
  const std::size_t end = flat_end(analysis.sentences[scope.sentence], mention.head);
  for (WordId id = mention.first; id <= end; ++id) {
    if (analysis.sentences[scope.sentence].words[id].upos != Upos::kDet) phrase.words.push_back(id);
  }
  Argument argument = make_argument(scope, phrase);
  const std::size_t entity = scope.entities.of_mentions()[index];
  if (entity == kNoEntity) return {};
  const EntityRecord& record = scope.entities.records()[entity];
  argument.entity = record.entity;
  argument.name = record.name;
  argument.type = record.type;
  return argument;
}

}  // namespace

bool is_compass_direction(std::string_view folded) {
  constexpr std::array<std::string_view, 17> kDirections = {
      "north",     "south",        "east",         "west",         "northern",    "southern",
      "eastern",   "western",      "central",      "northeast",    "northwest",   "southeast",
      "southwest", "northeastern", "northwestern", "southeastern", "southwestern"};
  return std::find(kDirections.begin(), kDirections.end(), folded) != kDirections.end();
}

Analysis part_places_by_direction(Analysis analysis, const Lexicon& lexicon) {
  std::map<std::string, std::size_t> cluster_of;  // of a part, by its name in small letters
  std::vector<Mention> mentions;
  std::size_t clusters = count_clusters(analysis);
  for (const Mention& mention : analysis.mentions) {
    mentions.push_back(mention);
    if (!is_valid(analysis, mention) || mention.type != MentionType::kPlace ||
        mention.form != MentionForm::kName) {
      continue;
    }
    Sentence& sentence = analysis.sentences[mention.sentence];
    const std::size_t end = std::min(flat_end(sentence, mention.head), mention.last);
    std::size_t first = mention.first;
    if (first < mention.head && sentence.words[first].upos == Upos::kDet) ++first;
    const std::size_t whole = behind_direction(sentence, {first, end});
    if (whole == first || whole > mention.head || !is_whole_name(sentence, {whole, end}, lexicon)) {
      continue;
    }
    for (std::size_t id = first; id < whole; ++id) sentence.words[id].upos = Upos::kPropn;
    const auto [part, fresh] =
        cluster_of.emplace(lower_ascii(text_of(sentence, {first, end})), clusters);
    if (fresh) ++clusters;
    mentions.back().cluster = part->second;
    Mention& inner = mentions.emplace_back(mention);
    inner.first = whole;
    inner.last = end;
  }
  analysis.mentions = std::move(mentions);
  return analysis;
}

void extract_parts_of_places(const SentenceScope& scope, TripleWriter& writer) {
  const Analysis& analysis = scope.entities.analysis();
  const std::vector<Mention>& mentions = analysis.mentions;
  const auto begin = std::lower_bound(
      mentions.begin(), mentions.end(), scope.sentence,
      [](const Mention& mention, std::size_t sentence) { return mention.sentence < sentence; });
  for (auto i = static_cast<std::size_t>(begin - mentions.begin());
       i + 1 < mentions.size() && mentions[i + 1].sentence == scope.sentence; ++i) {
    if (!is_valid(analysis, mentions[i + 1]) ||
        !are_part_and_whole(analysis.sentences[scope.sentence], mentions[i], mentions[i + 1])) {
      continue;
    }
    const Argument part = place_argument(scope, i);
    const Argument whole = place_argument(scope, i + 1);
    if (part.entity.empty() || whole.entity.empty() || part.entity == whole.entity) continue;
    RelationDraft relation;
    relation.supplied = "is in";
    relation.lemmas = {"be", "in"};
    writer.begin_statement();
    write_fact(scope, writer, TripleKind::kCompound, mentions[i].head, part, std::move(relation),
               whole, "compound/direction", 0.9);
  }
}

}  // namespace relata
