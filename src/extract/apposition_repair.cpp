#include "extract/apposition_repair.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// The first of the words right before a word that hang on it, up to a mark.
std::size_t first_before(const Sentence& sentence, std::size_t id) {
  std::size_t first = id;
  while (first > 0 && sentence.words[first - 1].head == id + 1 &&
         sentence.words[first - 1].upos != Upos::kPunct) {
    --first;
  }
  return first;
}

/// A description behind a name and a comma is of that name, if what it hangs on lies far back.
void repair_apposition(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& word = sentence.words[id];
  if (word.deprel != "appos" || word.head == 0 || word.head > id) return;
  const bool person = lexicon.can_be_person(word.lemma) || word.lemma == "one";
  if (!person) return;
  std::size_t comma = id;
  while (comma > 0 && sentence.words[comma].form != ",") --comma;
  constexpr std::size_t kFar = 8;  // words
  if (comma < 2 || id - comma > kFar) return;
  const std::size_t name = flat_start(sentence, comma - 1);
  if (sentence.words[name].upos != Upos::kPropn || name + 1 == word.head ||
      name < word.head - 1 + kFar || !is_below(sentence, name, word.head - 1)) {
    return;
  }
  word.head = name + 1;
}

/// "the president of Sudal, a region of Orel": a thing is no description of a person, but of the
/// place or body whose name stands before its comma.
void repair_thing_behind_person(Sentence& sentence, std::size_t id, const Lexicon& lexicon,
                                const TaggedWords& tagged) {
  Word& word = sentence.words[id];
  if (word.deprel != "appos" || word.upos != Upos::kNoun || word.head == 0 || word.head > id ||
      !tagged.person[word.head - 1] || lexicon.can_be_person(lower_ascii(word.lemma))) {
    return;
  }
  const std::size_t first = first_before(sentence, id);
  if (first < 2 || first == id || sentence.words[first - 1].form != ",") return;
  if (!tagged.place_or_body[first - 2]) return;
  const std::size_t name = flat_start(sentence, first - 2);
  if (name + 1 > word.head && is_below(sentence, name, word.head - 1)) word.head = name + 1;
}

/// "Lund, head of the bank until 2019, joined": what stands behind a description and before its
/// comma dates the description, not what is told behind the comma.
void repair_enclosed_phrase(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (word.deprel != "obl" || word.head <= id + 1 || word.head > sentence.words.size()) return;
  if (id + 1 >= sentence.words.size() || sentence.words[id + 1].form != ",") return;
  std::size_t first = id;
  bool linked = false;
  while (first > 0 && sentence.words[first - 1].head == id + 1) {
    --first;
    linked = linked || sentence.words[first].deprel == "case";
  }
  if (!linked || first == 0) return;
  std::size_t above = first - 1;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const Word& part = sentence.words[above];
    if (part.upos == Upos::kPunct || part.head == 0 || part.head > id + 1) return;
    if (part.deprel == "appos" && part.head < above + 1) {
      word.head = above + 1;
      word.deprel = "nmod";
      return;
    }
    above = part.head - 1;
  }
}

/// "the president of Peru, Ana Orel", "a spokesman for the navy, Jan Novak": a person behind a
/// place or body is no other name of it, but of whom the noun before it is about.
void repair_person_behind_place(Sentence& sentence, std::size_t id, const Lexicon& lexicon,
                                const TaggedWords& tagged) {
  Word& word = sentence.words[id];
  if (word.deprel != "appos" || word.upos != Upos::kPropn || word.head == 0 || word.head > id) {
    return;
  }
  // A comma stands before it, and before its titles.
  const std::size_t first = first_before(sentence, id);
  if (first == 0 || sentence.words[first - 1].upos != Upos::kPunct) return;
  const Word& place = sentence.words[word.head - 1];
  if (place.deprel != "nmod" || place.head == 0 || place.head >= word.head) return;
  const Word& role = sentence.words[place.head - 1];
  const bool country = place.upos == Upos::kPropn && lexicon.is_country(place.form);
  const bool body = tagged.person[id] && !lexicon.can_be_person(lower_ascii(place.lemma));
  if (!country && !body) return;
  if (role.upos != Upos::kNoun || !lexicon.can_be_person(role.lemma)) return;
  word.head = place.head;
}

/// "four people, including Larnex chief Ana Orel", with Orel beside the people: no mark stands
/// before her, so that the preposition is hers, and the body's name is before her title.
void repair_person_behind_preposition(Sentence& sentence, std::size_t id,
                                      const TaggedWords& tagged) {
  Word& word = sentence.words[id];
  if (word.deprel != "appos" || word.upos != Upos::kPropn || word.head == 0 || word.head > id ||
      !tagged.person[id] || feature(sentence.words[word.head - 1], "Number") != "Plur") {
    return;  // "the head of the navy Ana Orel" is Orel
  }
  std::size_t first = id;
  while (first > 0 && is_below(sentence, first - 1, id) &&
         sentence.words[first - 1].upos != Upos::kPunct) {
    --first;
  }
  if (first == 0 || !tagged.place_or_body[first - 1]) return;
  const std::size_t before = flat_start(sentence, first - 1);
  Word& body = sentence.words[before];
  if (body.head != word.head || body.deprel != "nmod") return;
  const std::size_t title =
      first < id && sentence.words[id - 1].head == id + 1 ? id - 1 : id;  // "chief"
  for (Word& link : sentence.words) {
    if (link.head == before + 1 && link.deprel == "case") link.head = id + 1;
  }
  word.deprel = "nmod";
  body.head = title + 1;
  body.deprel = "compound";
}

/// "two executives of Larnex, Ana Orel and Ivo Lund", with Lund joined to Larnex: a person is
/// joined to the person before the "and".
void repair_joined_person(Sentence& sentence, std::size_t id, const TaggedWords& tagged) {
  Word& word = sentence.words[id];
  if (word.deprel != "conj" || word.upos != Upos::kPropn || word.head == 0 || id < 2 ||
      !tagged.person[id] || tagged.person[word.head - 1] || !tagged.person[id - 2] ||
      sentence.words[id - 1].upos != Upos::kCconj) {
    return;
  }
  const std::size_t first = flat_start(sentence, id - 2);
  if (first + 1 > word.head && sentence.words[first].head != id + 1) word.head = first + 1;
}

bool is_indefinite(const Sentence& sentence, std::size_t noun) {
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
    return word.head == noun + 1 && word.deprel == "det" && feature(word, "Definite") == "Ind";
  });
}

/// "the trust of Ana Orel, a former governor of the bank and a friend of the mayor", with the
/// friend joined to the trust: what somebody is, is joined to what she is before the "and".
void repair_joined_description(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& word = sentence.words[id];
  const auto calls_person = [&](const Word& noun) {
    return noun.upos == Upos::kNoun && lexicon.can_be_person(lower_ascii(noun.lemma));
  };
  if (word.deprel != "conj" || !calls_person(word) || !is_indefinite(sentence, id) ||
      word.head == 0 || word.head > id || calls_person(sentence.words[word.head - 1])) {
    return;
  }
  std::size_t joint = id;
  while (joint > word.head &&
         !(sentence.words[joint].deprel == "cc" && sentence.words[joint].head == id + 1)) {
    --joint;
  }
  if (joint <= word.head) return;
  std::size_t before = joint - 1;
  for (std::size_t step = 0; step < sentence.words.size() && before + 1 > word.head; ++step) {
    const Word& part = sentence.words[before];
    if (part.deprel == "appos" && calls_person(part) && is_indefinite(sentence, before)) {
      word.head = before + 1;
      return;
    }
    if (part.head == 0 || part.head > id) return;
    before = part.head - 1;
  }
}

/// "Peru, Chad and Niger signed", with Chad behind the comma as where Peru lies: a country lies in
/// none but the few that a country holds ("England").
void repair_listed_country(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& word = sentence.words[id];
  if ((word.deprel != "appos" && word.deprel != "nmod:unmarked") || word.upos != Upos::kPropn ||
      word.head == 0 || word.head > id) {
    return;
  }
  const std::size_t first = first_before(sentence, id);
  if (first == 0 || sentence.words[first - 1].form != ",") return;
  const std::string_view before = lexicon.canonical_country(name_around(sentence, word.head - 1));
  const std::string_view behind = lexicon.canonical_country(name_around(sentence, id));
  if (before.empty() || behind.empty() || before == behind) return;
  if (lexicon.country_around(before) == behind) return;
  word.deprel = "conj";
}

/// "the novel by the author Ana Orel", with Orel in apposition: what has a preposition is none.
void repair_prepositional(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (word.deprel != "appos" || word.head == 0 || word.head > id) return;
  for (std::size_t i = word.head; i < id; ++i) {
    const Word& link = sentence.words[i];
    // On the name, or on what stands before it: "by author Ana Orel".
    const bool linked =
        link.deprel == "case" && lower_ascii(link.form) == "by" && is_below(sentence, i, id);
    if (linked) word.deprel = "nmod";
  }
}

/// "met Orel, who heads the council, in Lima": the comma ends the clause about her, so that what
/// follows it tells where they met.
void repair_behind_clause(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (!word.deprel.starts_with("obl") && word.deprel != "nmod") return;
  const std::size_t first = first_before(sentence, id);
  if (first < 2 || first == id || sentence.words[first].deprel != "case" ||
      sentence.words[first - 1].form != "," || sentence.words[first - 2].upos == Upos::kNum) {
    return;
  }
  // "…, along with ten jets" goes on with what the clause tells.
  const std::string link = lower_ascii(sentence.words[first].form);
  if (link != "in" && link != "at" && link != "on" && link != "near" && link != "during") return;
  // "who lives in Lima, in Peru"
  const bool places = word.upos == Upos::kPropn && id >= 2 &&
                      std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& w) {
                        return w.head == first - 1 && w.deprel == "case";
                      });
  if (places) return;
  std::size_t clause = id;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const Word& part = sentence.words[clause];
    if (part.deprel == "acl:relcl" || part.head == 0 || part.head > sentence.words.size()) break;
    clause = part.head - 1;
  }
  const Word& relative = sentence.words[clause];
  if (relative.deprel != "acl:relcl" || relative.head == 0 || clause > id) return;
  const std::size_t about = relative.head - 1;
  const bool opened =
      std::any_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(about),
                  sentence.words.begin() + static_cast<std::ptrdiff_t>(clause), [&](const Word& w) {
                    const bool comma = w.form == ",";
                    return comma && is_relative_pronoun(*(&w + 1));
                  });
  if (!opened) return;
  const Word& noun = sentence.words[about];
  const bool argument = noun.deprel == "obj" || noun.deprel.starts_with("obl");
  if (!argument || noun.head == 0 || noun.head > about) return;
  word.head = noun.head;
  word.deprel = "obl";
}

}  // namespace

void repair_apposition_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon,
                          const TaggedWords& tagged) {
  repair_apposition(sentence, id, lexicon);
  repair_thing_behind_person(sentence, id, lexicon, tagged);
  repair_person_behind_place(sentence, id, lexicon, tagged);
  repair_person_behind_preposition(sentence, id, tagged);
  repair_enclosed_phrase(sentence, id);
  repair_joined_person(sentence, id, tagged);
  repair_joined_description(sentence, id, lexicon);
  repair_listed_country(sentence, id, lexicon);
  repair_prepositional(sentence, id);
  repair_behind_clause(sentence, id);
}

namespace {

/// "the mine operated by Larnex, a joint venture", with the venture as the mine: what describes a
/// body or person stands right behind one, if there is one.
void move_to_body_before(Analysis& analysis) {
  const auto is_somebody = [](const Mention& mention) {
    return mention.type == MentionType::kOrganization || mention.type == MentionType::kPerson;
  };
  for (Mention& description : analysis.mentions) {
    if (!is_valid(analysis, description) || !is_somebody(description) || description.first < 2 ||
        description.form != MentionForm::kNominal) {
      continue;
    }
    Sentence& sentence = analysis.sentences[description.sentence];
    Word& noun = sentence.words[description.head];
    if (noun.deprel != "appos" || noun.head == 0 ||
        sentence.words[description.first - 1].form != ",") {
      continue;
    }
    const Mention* name = nullptr;
    bool described = false;  // what it hangs on is of its type
    for (const Mention& other : analysis.mentions) {
      if (other.sentence != description.sentence || !is_valid(analysis, other)) continue;
      described = described || (other.head + 1 == noun.head && other.type == description.type);
      const bool before = other.last + 2 == description.first && other.type == description.type &&
                          other.form == MentionForm::kName && other.head + 1 != noun.head &&
                          !is_coordination(sentence, other);
      if (before) name = &other;
    }
    if (name == nullptr || described || is_below(sentence, name->head, description.head)) continue;
    noun.head = name->head + 1;
    description.cluster = name->cluster;
  }
}

}  // namespace

void repair_appositions_by_reference(Analysis& analysis) {
  std::map<std::pair<std::size_t, std::size_t>, const Mention*> by_head;
  std::multimap<std::pair<std::size_t, std::size_t>, const Mention*> by_last;
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention)) continue;
    by_head.emplace(std::pair(mention.sentence, mention.head), &mention);
    by_last.emplace(std::pair(mention.sentence, mention.last), &mention);
  }
  for (const auto& [place, mention] : by_head) {
    Sentence& sentence = analysis.sentences[place.first];
    Word& word = sentence.words[place.second];
    if (word.deprel != "appos" || mention->first < 2 ||
        sentence.words[mention->first - 1].form != ",") {
      continue;
    }
    const auto [begin, end] = by_last.equal_range({place.first, mention->first - 2});
    for (auto before = begin; before != end; ++before) {
      const Mention& name = *before->second;
      if (name.cluster != mention->cluster || name.head + 1 == word.head ||
          (name.type == MentionType::kPerson) != (mention->type == MentionType::kPerson) ||
          is_below(sentence, name.head, mention->head)) {
        continue;
      }
      word.head = name.head + 1;
      break;
    }
  }
  move_to_body_before(analysis);
}

}  // namespace relata
