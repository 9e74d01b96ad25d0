#include "extract/first_conjuncts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/mention_words.hpp"

namespace relata {
namespace {

/// The tagged name of the sentence that the word heads, or null.
const Name* name_headed_by(const Sentence& sentence, const std::vector<const Name*>& names,
                           std::size_t head) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name* name) {
    return name_head(sentence, name->first, name->last) == head;
  });
  return found == names.end() ? nullptr : *found;
}

/// The tagged name of the head of a mention, where another name or something else that is mentioned
/// by itself ("Jan Orel and the coast guard") is joined to it within the mention.
const Name* first_of_two(const Analysis& analysis, const std::vector<const Name*>& names,
                         const Mention& mention) {
  const Sentence& sentence = analysis.sentences[mention.sentence];
  const Name* first = name_headed_by(sentence, names, mention.head);
  if (first == nullptr || first->first < mention.first) return nullptr;
  const auto is_mentioned = [&](std::size_t head) {
    return std::any_of(analysis.mentions.begin(), analysis.mentions.end(),
                       [&](const Mention& other) {
                         return other.sentence == mention.sentence && other.head == head &&
                                other.first > first->last && other.last <= mention.last;
                       });
  };
  // Also on another part of the name ("Deir-Larnex and Moen"), but not on what is behind a
  // preposition ("Ministry of Ports and Trade").
  const auto is_of_head = [&](std::size_t word) {
    if (word < first->first || word > first->last) return false;
    for (std::size_t id = first->first; id <= first->last; ++id) {
      if (word != mention.head && sentence.words[id].upos == Upos::kAdp) return false;
    }
    return true;
  };
  for (std::size_t id = first->last + 1; id <= mention.last; ++id) {
    const Word& word = sentence.words[id];
    if (word.deprel != "conj" || word.head == 0 || !is_of_head(word.head - 1)) continue;
    const Name* second = name_headed_by(sentence, names, id);
    if (second != nullptr ? second->first > first->last : is_mentioned(id)) return first;
  }
  return nullptr;
}

/// The cluster of a name of the document with these words.
std::optional<std::size_t> cluster_of_name(const Analysis& analysis, const std::string& text) {
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kName) continue;
    const Sentence& sentence = analysis.sentences[mention.sentence];
    if (text_of(sentence, {mention.first, mention.last}) == text) return mention.cluster;
  }
  return std::nullopt;
}

}  // namespace

Analysis mention_first_conjuncts(Analysis analysis, const Lexicon& lexicon) {
  std::size_t clusters = count_clusters(analysis);
  const std::vector<std::vector<const Name*>> names = names_of_sentences(analysis);
  std::vector<Mention> added;
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kName) continue;
    const Sentence& sentence = analysis.sentences[mention.sentence];
    if (lexicon.is_country(text_of(sentence, {mention.first, mention.last}))) continue;
    const Name* first = first_of_two(analysis, names[mention.sentence], mention);
    if (first == nullptr) continue;
    // "Jan and Ada Orel": the first is no whole name.
    if (first->type == NameType::kPerson && first->first == first->last) continue;
    const bool mentioned =
        std::any_of(analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& other) {
          return other.sentence == mention.sentence && other.head == mention.head &&
                 other.last < mention.last && other.last >= mention.head;
        });
    if (mentioned) continue;
    Mention& name = added.emplace_back(mention);
    name.first = first->first;
    name.last = first->last;
    const auto known = cluster_of_name(analysis, text_of(sentence, {name.first, name.last}));
    name.cluster = known ? *known : clusters++;
  }
  analysis.mentions.insert(analysis.mentions.end(), added.begin(), added.end());
  std::stable_sort(analysis.mentions.begin(), analysis.mentions.end(),
                   [](const Mention& a, const Mention& b) {
                     return std::pair(a.sentence, a.first) < std::pair(b.sentence, b.first);
                   });
  return analysis;
}

}  // namespace relata
