#include "extract/named_places.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// What settlements, islands and parts of countries are: their "of" says what they are called.
/// Other places' says where they are ("the suburb of Lima", "the coast of Orel").
bool is_called_by_of(std::string_view noun) {
  constexpr std::array<std::string_view, 16> kNouns = {
      "city",   "town",   "village", "municipality", "province",    "state",
      "county", "region", "oblast",  "island",       "governorate", "prefecture",
      "hamlet", "canton", "commune", "emirate"};
  return std::find(kNouns.begin(), kNouns.end(), noun) != kNouns.end();
}

bool has_child(const Sentence& sentence, std::size_t head, std::string_view relation,
               std::string_view form) {
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
    return word.head == head + 1 && word.deprel == relation && lower_ascii(word.form) == form;
  });
}

/// The word that names the place headed by `head`; kNone if none does.
std::size_t naming_word(const Sentence& sentence, std::size_t head) {
  const Word& noun = sentence.words[head];
  if (noun.upos != Upos::kNoun || feature(noun, "Number") != "Sing" ||
      !is_called_by_of(noun.lemma) || !has_child(sentence, head, "det", "the")) {
    return kNone;
  }
  // Right behind it: "the city of Lima", not "the city with a port of Lima".
  const std::size_t name = head + 2;
  if (name >= sentence.words.size() || lower_ascii(sentence.words[head + 1].form) != "of") {
    return kNone;
  }
  for (std::size_t i = name; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const bool of_it = word.head == head + 1 && word.deprel == "nmod" &&
                       word.upos == Upos::kPropn && has_child(sentence, i, "case", "of");
    if (of_it) return sentence.words[head + 1].head == i + 1 ? i : kNone;
    if (word.upos != Upos::kPropn && word.upos != Upos::kPart && word.upos != Upos::kPunct) break;
  }
  return kNone;
}

/// The shortest place's name headed by the word; kNone if there is none.
std::size_t name_at(const Analysis& analysis, std::size_t in, std::size_t head) {
  std::size_t best = kNone;
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (mention.sentence != in || mention.head != head || !is_valid(analysis, mention) ||
        mention.form != MentionForm::kName || mention.type == MentionType::kPerson) {
      continue;
    }
    const auto length = [&](const Mention& m) { return m.last - m.first; };
    if (best == kNone || length(mention) < length(analysis.mentions[best])) best = i;
  }
  return best;
}

/// The mention of the tagged name that the word heads, put in its place among the others, in the
/// cluster given; kNone if no place's name is tagged there.
std::size_t add_tagged(Analysis& analysis, std::size_t in, std::size_t head, std::size_t cluster) {
  const Sentence& sentence = analysis.sentences[in];
  const auto tagged =
      std::find_if(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
        return name.sentence == in && name.type == NameType::kLocation &&
               is_valid(analysis, name) && name_head(sentence, name.first, name.last) == head;
      });
  if (tagged == analysis.names.end()) return kNone;
  Mention mention;
  mention.sentence = in;
  mention.first = tagged->first;
  mention.last = tagged->last;
  mention.head = head;
  mention.type = MentionType::kPlace;
  mention.form = MentionForm::kName;
  mention.cluster = cluster;
  const auto behind =
      std::find_if(analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& other) {
        return std::pair(other.sentence, other.first) > std::pair(mention.sentence, mention.first);
      });
  const auto added = analysis.mentions.insert(behind, mention);
  return static_cast<std::size_t>(added - analysis.mentions.begin());
}

}  // namespace

Analysis join_named_places(Analysis analysis, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention place = analysis.mentions[i];
    if (!is_valid(analysis, place) || place.form != MentionForm::kNominal) continue;
    const Sentence& sentence = analysis.sentences[place.sentence];
    const std::size_t word = naming_word(sentence, place.head);
    if (word == kNone) continue;
    std::size_t name = name_at(analysis, place.sentence, word);
    if (name == kNone) name = add_tagged(analysis, place.sentence, word, place.cluster);
    if (name == kNone) continue;
    const Mention& called = analysis.mentions[name];
    if (lexicon.is_country(text_of(sentence, {called.first, called.last}))) continue;
    const std::size_t from = place.cluster;
    const std::size_t to = analysis.mentions[name].cluster;
    if (from == to) continue;
    const bool nameless = std::none_of(
        analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& mention) {
          return mention.cluster == from && mention.form == MentionForm::kName;
        });
    if (!nameless) {
      analysis.mentions[i].cluster = to;
      continue;
    }
    for (Mention& mention : analysis.mentions) {
      if (mention.cluster == from) mention.cluster = to;
    }
  }
  return analysis;
}

}  // namespace relata
