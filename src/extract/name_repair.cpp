#include "extract/name_repair.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

bool is_place_or_body(MentionType type) {
  return type == MentionType::kPlace || type == MentionType::kOrganization;
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
MentionType repaired_type(const Sentence& sentence, const Mention& mention, NameType tag,
                          bool person) {
  const Word& head = sentence.words[mention.head];
  if (tag == NameType::kPerson && mention.type == MentionType::kOrganization) {
    // "Peru's Ana Orel": what a country has under a person's name of two words is no body.
    bool owned = false;
    bool two = false;
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
      const Word& word = sentence.words[i];
      owned = owned || (word.head == mention.head + 1 && word.deprel == "nmod:poss");
      two = two || (word.head == mention.head + 1 && word.deprel == "flat");
    }
    if (owned && two) return MentionType::kPerson;
  }
  if (tag == NameType::kPerson || is_place_or_body(mention.type)) return mention.type;
  if (mention.type == MentionType::kTime || (mention.type == MentionType::kPerson && person)) {
    return mention.type;
  }
  const bool abstract = mention.type == MentionType::kAbstract;
  if (abstract && !(tag == NameType::kOrganization && is_acronym(head))) return mention.type;
  return tag == NameType::kLocation ? MentionType::kPlace : MentionType::kOrganization;
}

/// Enough words in small letters to tell a sentence from a headline.
bool is_running_text(const Sentence& sentence) {
  constexpr std::size_t kEnough = 3;
  const auto small =
      std::count_if(sentence.words.begin(), sentence.words.end(), [](const Word& word) {
        const bool content =
            word.upos == Upos::kNoun || word.upos == Upos::kVerb || word.upos == Upos::kAdj;
        return content && begins_lower(word);
      });
  return static_cast<std::size_t>(small) >= kEnough;
}

}  // namespace

void name_capital_nouns(Analysis& analysis, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    if (!is_running_text(sentence)) continue;
    for (std::size_t id = 1; id < sentence.words.size(); ++id) {
      Word& noun = sentence.words[id];
      const Word& before = sentence.words[id - 1];
      const bool capital = noun.form.front() >= 'A' && noun.form.front() <= 'Z';
      if (noun.upos != Upos::kNoun || !capital || before.upos != Upos::kPropn ||
          begins_lower(before) || before.head != id + 1) {
        continue;
      }
      const std::string lemma = lower_ascii(noun.lemma);
      if (lexicon.is_title(noun.form) || lexicon.can_be_person(lemma)) continue;
      noun.upos = Upos::kPropn;
      for (Mention& mention : analysis.mentions) {
        const bool headed = mention.sentence == i && mention.head == id;
        if (headed && mention.form == MentionForm::kNominal) mention.form = MentionForm::kName;
      }
    }
  }
}

void keep_names_in_s(Analysis& analysis) {
  for (const Name& name : analysis.names) {
    if (!is_valid(analysis, name) || name.type == NameType::kPerson || name.first == name.last) {
      continue;
    }
    std::vector<Word>& words = analysis.sentences[name.sentence].words;
    Word& ending = words[name.last];
    const Word& before = words[name.last - 1];
    const bool possessive = ending.form == "'s" || ending.form == "’s";
    if (!possessive || ending.upos != Upos::kPart || ending.head != name.last) continue;
    const std::string_view relation = before.deprel;
    const bool alone = relation.starts_with("nsubj") || relation.starts_with("obj") ||
                       relation.starts_with("obl") || relation == "nmod" || relation == "root";
    if (!alone) continue;
    ending.upos = Upos::kPropn;
    ending.deprel = "flat";
  }
}

void describe_counted_people(Analysis& analysis) {
  for (Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention)) continue;
    const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
    const Word& head = words[mention.head];
    const bool people = mention.form == MentionForm::kName &&
                        mention.type == MentionType::kPerson && feature(head, "Number") == "Plur";
    if (!people && mention.form != MentionForm::kAdjective) continue;
    if (is_counted(analysis.sentences[mention.sentence], mention)) {
      mention.form = MentionForm::kNominal;
    }
  }
}

void cover_described_names(Analysis& analysis) {
  std::vector<std::vector<std::size_t>> mentions(analysis.sentences.size());
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    if (is_valid(analysis, analysis.mentions[i])) {
      mentions[analysis.mentions[i].sentence].push_back(i);
    }
  }
  for (const Name& name : analysis.names) {
    if (name.type != NameType::kPerson || !is_valid(analysis, name)) continue;
    const Sentence& sentence = analysis.sentences[name.sentence];
    const WordId head = name_head(sentence, name.first, name.last);
    Mention* description = nullptr;
    bool covered = false;
    for (const std::size_t i : mentions[name.sentence]) {
      Mention& mention = analysis.mentions[i];
      const bool several = mention.head == head && is_coordination(sentence, mention);
      covered = covered || (mention.head == head && !several);
      const Word& noun = sentence.words[mention.head];
      const bool describes = mention.type == MentionType::kPerson && mention.last < name.first &&
                             mention.last + 1 == name.first && noun.head == head + 1 &&
                             noun.deprel == "nmod:desc";
      if (describes) description = &mention;
    }
    if (covered || description == nullptr) continue;
    description->head = head;
    description->last = name.last;
    description->form = MentionForm::kName;
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
        mention.type = repaired_type(sentence, mention, name.type, people[mention.cluster]);
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
