#include "extract/bound_possessives.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// he, she, it, they, after the form of the possessive; empty for other words.
std::string_view subject_of_kind(std::string_view possessive) {
  if (possessive == "his") return "he";
  if (possessive == "her") return "she";
  if (possessive == "its") return "it";
  if (possessive == "their") return "they";
  return {};
}

/// Mentions by sentence and head.
using MentionsByHead = std::multimap<std::pair<std::size_t, std::size_t>, std::size_t>;

MentionsByHead mentions_by_head(const Analysis& analysis) {
  MentionsByHead by_head;
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (is_valid(analysis, mention)) {
      by_head.emplace(std::pair(mention.sentence, mention.head), i);
    }
  }
  return by_head;
}

/// The largest mention headed by the word that ends before the pronoun; null if there is none.
const Mention* mention_before(const Analysis& analysis, const MentionsByHead& by_head,
                              std::size_t head, const Mention& pronoun) {
  const Mention* best = nullptr;
  const auto [begin, end] = by_head.equal_range({pronoun.sentence, head});
  for (auto at = begin; at != end; ++at) {
    const Mention& mention = analysis.mentions[at->second];
    if (mention.last >= pronoun.first) continue;
    if (best == nullptr || best->first > mention.first) best = &mention;
  }
  return best;
}

/// By cluster: whether "he" or "she" stands for it.
struct Genders {
  std::vector<bool> masculine;
  std::vector<bool> feminine;
};

Genders genders_of(const Analysis& analysis, const std::vector<bool>& left_out) {
  const std::size_t clusters = count_clusters(analysis);
  Genders genders{std::vector<bool>(clusters, false), std::vector<bool>(clusters, false)};
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (!is_valid(analysis, mention) || left_out[i]) continue;
    const Word& word = analysis.sentences[mention.sentence].words[mention.head];
    if (mention.form != MentionForm::kPronoun) continue;
    const std::string_view gender = feature(word, "Gender");
    if (gender == "Masc") genders.masculine[mention.cluster] = true;
    if (gender == "Fem") genders.feminine[mention.cluster] = true;
  }
  return genders;
}

/// Whether a singular mention can be what the pronoun stands for.
bool agrees(const Sentence& sentence, const Mention& mention, std::string_view subject,
            const Genders& genders) {
  const Word& head = sentence.words[mention.head];
  const bool person = mention.type == MentionType::kPerson;
  const bool plural = feature(head, "Number") == "Plur" || is_coordination(sentence, mention);
  if (subject == "they") return plural;
  if (plural) return false;
  if (subject == "it") {
    // "Peru and its army", "the ferry and its crew"
    return mention.type == MentionType::kOrganization || mention.type == MentionType::kPlace ||
           mention.type == MentionType::kObject;
  }
  const bool other =
      subject == "he" ? genders.feminine[mention.cluster] : genders.masculine[mention.cluster];
  return person && !other;
}

/// "Orel and her sister", "Orel and her sister Ida": the phrase that the pronoun's noun is joined
/// to, if it is the first of two.
std::size_t joined_to(const Sentence& sentence, std::size_t noun) {
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const Word& part = sentence.words[noun];
    const bool before = part.head > noun + 1 && part.head <= sentence.words.size();
    if (part.deprel != "nmod:desc" || !before) break;
    noun = part.head - 1;
  }
  const Word& word = sentence.words[noun];
  if (word.deprel != "conj" || word.head == 0 || word.head > noun) return kNoWord;
  const std::size_t first = word.head - 1;
  // Of three or more it may be the one in the middle.
  const auto conjuncts = std::count_if(
      sentence.words.begin(), sentence.words.end(),
      [&](const Word& other) { return other.head == first + 1 && other.deprel == "conj"; });
  return conjuncts == 1 ? first : kNoWord;
}

/// The subject of the clause that the word stands in; of a clause without one, of that above.
std::size_t subject_above(const Sentence& sentence, std::size_t word) {
  std::size_t at = word;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const Word& here = sentence.words[at];
    if (here.deprel.starts_with("nsubj") || here.deprel.starts_with("csubj")) return kNoWord;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& child = sentence.words[i];
      if (child.head == at + 1 && child.deprel.starts_with("nsubj")) return i < word ? i : kNoWord;
    }
    if (here.head == 0 || here.head > sentence.words.size()) return kNoWord;
    at = here.head - 1;
  }
  return kNoWord;
}

}  // namespace

Analysis bind_possessives(Analysis analysis) {
  const MentionsByHead by_head = mentions_by_head(analysis);
  std::vector<bool> possessive(analysis.mentions.size(), false);
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (mention.form != MentionForm::kPronoun || !is_valid(analysis, mention)) continue;
    possessive[i] = analysis.sentences[mention.sentence].words[mention.head].deprel == "nmod:poss";
  }
  const Genders genders = genders_of(analysis, possessive);
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    if (!possessive[i]) continue;
    Mention& mention = analysis.mentions[i];
    const Sentence& sentence = analysis.sentences[mention.sentence];
    const Word& pronoun = sentence.words[mention.head];
    const std::string_view subject = subject_of_kind(lower_ascii(pronoun.form));
    if (subject.empty() || pronoun.head == 0 || pronoun.head > sentence.words.size()) continue;
    const std::size_t noun = pronoun.head - 1;
    const std::size_t first = joined_to(sentence, noun);
    const Mention* owner = nullptr;
    if (first != kNoWord) {
      owner = mention_before(analysis, by_head, first, mention);
      const bool bound = owner != nullptr && owner->form != MentionForm::kPronoun &&
                         agrees(sentence, *owner, subject, genders);
      if (!bound) continue;
    } else {
      const std::size_t above = subject_above(sentence, noun);
      if (above == kNoWord || lower_ascii(sentence.words[above].form) != subject) continue;
      owner = mention_before(analysis, by_head, above, mention);
    }
    if (owner != nullptr) mention.cluster = owner->cluster;
  }
  return analysis;
}

}  // namespace relata
