#include "extract/name_repair.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

bool is_place_or_body(MentionType type) {
  return type == MentionType::kPlace || type == MentionType::kOrganization;
}

/// Two such words of one head are one name, not two.
bool is_role_of_one(std::string_view relation) {
  return relation.starts_with("nsubj") || relation == "obj" || relation == "obl" ||
         relation == "appos";
}

bool is_one_tagged_name(const Analysis& analysis, std::size_t in, std::size_t first,
                        std::size_t last) {
  return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
    return name.sentence == in && name.first <= first && last <= name.last;
  });
}

/// The words from the first of the phrase headed by `first` to the last of that headed by `second`,
/// as far as compounds, flat parts and articles go.
WordRange words_of_two(const Sentence& sentence, std::size_t first, std::size_t second) {
  WordRange range{first, second};
  while (range.first > 0 && sentence.words[range.first - 1].head == first + 1 &&
         sentence.words[range.first - 1].deprel.starts_with("compound")) {
    --range.first;
  }
  while (range.second + 1 < sentence.words.size() &&
         sentence.words[range.second + 1].head == second + 1 &&
         sentence.words[range.second + 1].deprel.starts_with("flat")) {
    ++range.second;
  }
  return range;
}

/// Makes one name of the words of a range with the head `head`, to which all within hangs.
void make_one_name(Analysis& analysis, std::size_t in, const WordRange& range, std::size_t head) {
  Sentence& sentence = analysis.sentences[in];
  const auto inside = [&](std::size_t word) { return range.first <= word && word <= range.second; };
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    Word& word = sentence.words[i];
    if (i == head || word.head == 0) continue;
    if (inside(i)) {
      word.head = head + 1;
      if (i > head) word.deprel = "flat";
    } else if (inside(word.head - 1)) {
      word.head = head + 1;
    }
  }
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != in || mention.head != head) continue;
    mention.last = std::max(mention.last, range.second);
  }
  std::set<std::tuple<std::size_t, std::size_t>> seen;
  std::erase_if(analysis.mentions, [&](const Mention& mention) {
    if (mention.sentence != in || !inside(mention.head)) return false;
    return mention.head != head || !seen.emplace(mention.first, mention.last).second;
  });
  std::erase_if(analysis.names, [&](const Name& name) {
    return name.sentence == in && inside(name.first) && name.first != range.first;
  });
  for (Name& name : analysis.names) {
    if (name.sentence == in && name.first == range.first) {
      name.last = std::max(name.last, range.second);
    }
  }
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

void join_split_names(Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    for (std::size_t word = 1; word < sentence.words.size(); ++word) {
      Word& second = sentence.words[word];
      if (second.upos != Upos::kPropn || sentence.words[word - 1].upos != Upos::kPropn) continue;
      const std::size_t first = flat_start(sentence, word - 1);
      const Word& start = sentence.words[first];
      const bool one = is_role_of_one(second.deprel) ||
                       (second.deprel == "nmod" && is_one_tagged_name(analysis, i, first, word));
      if (start.head == 0 || start.head != second.head || start.deprel != second.deprel || !one) {
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

void join_countries_of_two(Analysis& analysis, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    for (std::size_t word = 2; word < analysis.sentences[i].words.size(); ++word) {
      const Sentence& sentence = analysis.sentences[i];
      const Word& second = sentence.words[word];
      if (second.deprel != "conj" || second.upos != Upos::kPropn || second.head == 0 ||
          second.head > word || sentence.words[second.head - 1].upos != Upos::kPropn) {
        continue;
      }
      const std::size_t head = second.head - 1;
      const WordRange range = words_of_two(sentence, head, word);
      if (!lexicon.is_country(text_of(sentence, range))) continue;
      const WordRange left{range.first, head};
      const WordRange right{word, range.second};
      const bool two = lexicon.is_country(text_of(sentence, left)) &&
                       lexicon.is_country(text_of(sentence, right));
      if (!two) make_one_name(analysis, i, range, head);
    }
  }
}

void describe_counted_people(Analysis& analysis) {
  for (Mention& mention : analysis.mentions) {
    if (mention.form != MentionForm::kAdjective || !is_valid(analysis, mention)) continue;
    const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
    for (std::size_t w = mention.first; w < mention.head; ++w) {
      if (words[w].head == mention.head + 1 && words[w].deprel.starts_with("nummod")) {
        mention.form = MentionForm::kNominal;
      }
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
