#include "extract/name_repair.hpp"

#include <algorithm>
#include <vector>

#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

bool is_place_or_body(MentionType type) {
  return type == MentionType::kPlace || type == MentionType::kOrganization;
}

/// The word that a chain of flat parts begins with.
std::size_t name_start(const Sentence& sentence, std::size_t word) {
  for (std::size_t steps = 0; steps < sentence.words.size(); ++steps) {
    const Word& part = sentence.words[word];
    if (!part.deprel.starts_with("flat") || part.head == 0 || part.head > word) break;
    word = part.head - 1;
  }
  return word;
}

/// Two such words of one head are one name, not two.
bool is_role_of_one(std::string_view relation) {
  return relation.starts_with("nsubj") || relation == "obj" || relation == "obl" ||
         relation == "appos";
}

/// Two to six capitals ("UNHCR").
bool is_acronym(const Word& word) {
  return word.form.size() >= 2 && word.form.size() <= 6 &&
         std::all_of(word.form.begin(), word.form.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Clusters that "he" or "she" belongs to.
std::vector<bool> clusters_of_people(const Analysis& analysis) {
  std::vector<bool> people;
  for (const Mention& mention : analysis.mentions) {
    if (people.size() <= mention.cluster) people.resize(mention.cluster + 1, false);
    if (mention.form != MentionForm::kPronoun) continue;
    const std::string_view gender =
        feature(analysis.sentences[mention.sentence].words[mention.head], "Gender");
    if (gender == "Masc" || gender == "Fem") people[mention.cluster] = true;
  }
  return people;
}

/// Of 29 such names in GUM dev and MEANTIME the tagger is right about 23, the detector about 3;
/// about names tagged as people and abstract words it is not, nor between places and bodies.
MentionType repaired_type(const Mention& mention, NameType tag, const Word& head, bool person) {
  if (tag == NameType::kPerson || is_place_or_body(mention.type)) return mention.type;
  if (mention.type == MentionType::kTime || (mention.type == MentionType::kPerson && person)) {
    return mention.type;
  }
  const bool abstract = mention.type == MentionType::kAbstract;
  if (abstract && !(tag == NameType::kOrganization && is_acronym(head))) return mention.type;
  return tag == NameType::kLocation ? MentionType::kPlace : MentionType::kOrganization;
}

}  // namespace

void join_split_names(Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    for (std::size_t word = 1; word < sentence.words.size(); ++word) {
      Word& second = sentence.words[word];
      if (second.upos != Upos::kPropn || sentence.words[word - 1].upos != Upos::kPropn) continue;
      const std::size_t first = name_start(sentence, word - 1);
      const Word& start = sentence.words[first];
      if (start.head == 0 || start.head != second.head || start.deprel != second.deprel ||
          !is_role_of_one(second.deprel)) {
        continue;
      }
      second.head = first + 1;
      second.deprel = "flat";
      for (Mention& mention : analysis.mentions) {
        const bool whole = mention.sentence == i && mention.head == word && mention.first <= first;
        if (whole) mention.head = first;
      }
    }
  }
}

void repair_names(Analysis& analysis) {
  const auto is_sound = [&](const Mention& mention) { return is_valid(analysis, mention); };
  if (!std::all_of(analysis.mentions.begin(), analysis.mentions.end(), is_sound)) return;
  std::vector<std::vector<Name>> names(analysis.sentences.size());
  for (const Name& name : analysis.names) {
    if (is_valid(analysis, name)) names[name.sentence].push_back(name);
  }
  const std::vector<bool> people = clusters_of_people(analysis);
  std::erase_if(analysis.mentions, [&](Mention& mention) {
    const Sentence& sentence = analysis.sentences[mention.sentence];
    for (const Name& name : names[mention.sentence]) {
      if (mention.head < name.first || mention.head > name.last) continue;
      if (name_head(sentence, name.first, name.last) == mention.head) {
        if (mention.form != MentionForm::kName) return false;
        mention.type = repaired_type(mention, name.type, sentence.words[mention.head],
                                     people[mention.cluster]);
        return false;
      }
      const bool inside = mention.first >= name.first && mention.last <= name.last;
      return inside && name.type != NameType::kPerson && !is_place_or_body(mention.type) &&
             mention.form != MentionForm::kPronoun && mention.form != MentionForm::kAdjective;
    }
    return false;
  });
}

}  // namespace relata
