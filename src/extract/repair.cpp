#include "extract/repair.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/apposition_repair.hpp"
#include "extract/datelines.hpp"
#include "extract/english.hpp"
#include "extract/hyphenated_nouns.hpp"
#include "extract/inner_names.hpp"
#include "extract/mention_words.hpp"
#include "extract/name_borders.hpp"
#include "extract/name_repair.hpp"
#include "extract/noun_phrase_repair.hpp"
#include "extract/object_repair.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

bool has_auxiliary(const Sentence& sentence, std::size_t word) {
  for (const Word& other : sentence.words) {
    if (other.head == word + 1 && other.deprel.starts_with("aux")) return true;
  }
  return false;
}

void repair_coordination(Sentence& sentence) {
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    Word& word = sentence.words[id];
    if (word.deprel != "conj" || !word.form.ends_with("ing") || word.upos != Upos::kVerb) continue;
    if (word.head == 0 || word.head > id) continue;
    const std::size_t first = word.head - 1;
    const Word& upper = sentence.words[first];
    if (upper.upos != Upos::kVerb || upper.form.ends_with("ing")) continue;
    if (has_auxiliary(sentence, id)) continue;
    constexpr std::size_t kReach = 25;  // words back to the participle it is coordinated with
    for (std::size_t back = 1; back <= kReach && id - back > first; ++back) {
      const Word& like = sentence.words[id - back];
      if (like.upos == Upos::kVerb && like.form.ends_with("ing") &&
          is_below(sentence, id - back, first)) {
        word.head = id - back + 1;
        break;
      }
    }
  }
}

bool has_child(const Sentence& sentence, std::size_t word, std::string_view relation) {
  for (const Word& other : sentence.words) {
    if (other.head == word + 1 && other.deprel.starts_with(relation)) return true;
  }
  return false;
}

bool has_preposition(const Sentence& sentence, std::size_t word, std::string_view form) {
  for (const Word& other : sentence.words) {
    if (other.head == word + 1 && other.deprel == "case" && lower_ascii(other.form) == form) {
      return true;
    }
  }
  return false;
}

/// A finite verb has a subject. Where it has none, a bare noun in front of it that hangs on
/// something behind it crosses the verb for no reason of English: it is the subject.
void repair_subject(Sentence& sentence, std::size_t verb) {
  const Word& word = sentence.words[verb];
  if (word.upos != Upos::kVerb || feature(word, "VerbForm") != "Fin" ||
      feature(word, "Mood") == "Imp") {
    return;
  }
  if (word.deprel == "conj" || has_child(sentence, verb, "nsubj") ||
      has_child(sentence, verb, "csubj") || has_child(sentence, verb, "expl")) {
    return;
  }
  constexpr std::size_t kReach = 12;  // words between a subject's head and its verb
  for (std::size_t back = 1; back <= kReach && back <= verb; ++back) {
    Word& before = sentence.words[verb - back];
    const bool counted = before.upos == Upos::kNum && before.deprel == "nsubj";  // "One of them"
    if (!(is_noun_or_pronoun(before) || counted) || before.head == 0 ||
        has_child(sentence, verb - back, "case") || !is_below(sentence, verb - back, verb)) {
      continue;
    }
    // "“…,” the guard said", "…, hurting two, medics said": a subject behind its supposed
    // predicate, just before the verb
    const bool behind_predicate = before.deprel == "nsubj" && before.head < verb - back + 1 &&
                                  is_below(sentence, before.head - 1, verb);
    if (before.head <= verb + 1 && !behind_predicate) continue;
    before.head = verb + 1;
    before.deprel = has_child(sentence, verb, "aux:pass") ? "nsubj:pass" : "nsubj";
    return;
  }
}

/// "in Riverside, California": the second name tells where the first is, not whoever is there.
void repair_place(Sentence& sentence, std::size_t id, const std::vector<bool>& in_person) {
  Word& word = sentence.words[id];
  if (in_person[id]) return;  // "the mayor of Riverside, Ana Orel"
  const bool loose = word.deprel == "nmod:unmarked" || word.deprel == "appos";
  if (!loose || word.upos != Upos::kPropn || id < 2 || sentence.words[id - 1].form != ",") return;
  const std::size_t before = flat_start(sentence, id - 2);
  const Word& name = sentence.words[before];
  if (name.upos != Upos::kPropn || word.head == before + 1 || name.head != word.head ||
      !has_child(sentence, before, "case")) {
    return;
  }
  word.head = before + 1;
  word.deprel = "nmod:unmarked";
}

/// "then-Minister Lund": the adverb before the hyphen is of the title, not of what she did.
void repair_hyphened_adverb(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  const std::string form = lower_ascii(word.form);
  if ((form != "then" && form != "ex") || id + 2 >= sentence.words.size() ||
      sentence.words[id + 1].form != "-") {
    return;
  }
  std::size_t noun = id + 2;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const Word& part = sentence.words[noun];
    const bool modifier = part.deprel == "compound" || part.deprel == "amod";
    if (!modifier || part.head <= noun + 1 || part.head > sentence.words.size()) break;
    noun = part.head - 1;
  }
  if (!is_noun_or_pronoun(sentence.words[noun])) return;
  word.head = noun + 1;
  word.deprel = "amod";
  sentence.words[id + 1].head = id + 1;
}

/// "interviewee Jan Novak": what is written small and calls a person is no part of the name.
void repair_small_title(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& word = sentence.words[id];
  if (word.upos != Upos::kPropn || !begins_lower(word) || id + 1 >= sentence.words.size()) return;
  const Word& next = sentence.words[id + 1];
  const bool named = next.head == id + 1 && next.deprel == "flat" && !begins_lower(next);
  if (named && lexicon.can_be_person(word.form)) word.upos = Upos::kNoun;
}

/// "with the maker Orel": a preposition or determiner in front of a noun is that noun's, not that
/// of the name which hangs on the noun behind it: the arc would cross its head.
void repair_function_word(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if ((word.deprel != "case" && word.deprel != "det") || word.head <= id + 1 ||
      word.head > sentence.words.size()) {
    return;
  }
  const Word& host = sentence.words[word.head - 1];
  const bool names = host.deprel == "appos" || host.deprel.starts_with("flat");
  if (names && host.head > id + 1 && host.head < word.head) word.head = host.head;
}

/// "in Union Square", with "in" on "Union": what stands before a noun phrase and hangs on a word
/// within it is the whole phrase's. But "an in-house lawyer": there the phrase began before.
void repair_leading_word(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (word.deprel != "case" && word.deprel != "nmod:poss") return;
  for (int step = 0; step < 3; ++step) {
    if (word.head <= id + 1 || word.head > sentence.words.size()) return;
    const Word& host = sentence.words[word.head - 1];
    const bool part = host.deprel == "compound" || host.deprel == "amod" ||
                      (host.deprel == "nmod:desc" && word.deprel == "case");
    if (!part || host.head == 0 || host.head > sentence.words.size() || host.head <= id + 1) return;
    // "Virginia's Attorney General", with the possessor on the adjective behind its noun
    const bool behind = host.head < word.head;
    if (!behind && word.deprel != "case") return;
    if (!behind && is_below(sentence, id == 0 ? id : id - 1, host.head - 1)) return;
    if (word.deprel == "case" && word.upos != Upos::kAdp) return;
    word.head = host.head;
  }
}

/// "won 2-1 over Chile": what stands behind a score belongs to the verb, and the score is no end of
/// a relation.
void repair_score(Sentence& sentence, std::size_t id) {
  if (id == 0 || id + 2 >= sentence.words.size()) return;
  Word& first = sentence.words[id];
  const std::string& dash = sentence.words[id + 1].form;
  constexpr std::size_t kLongestScore = 3;  // digits: "2004–2008" is a time
  if (first.form.size() > kLongestScore) return;
  if (first.upos != Upos::kNum || sentence.words[id + 2].upos != Upos::kNum ||
      (dash != "-" && dash != "–") || first.head == 0 || first.head > id) {
    return;
  }
  if (sentence.words[first.head - 1].upos != Upos::kVerb || !first.deprel.starts_with("obl"))
    return;
  for (Word& other : sentence.words) {
    const bool of_score = other.head == id + 1 || other.head == id + 3;
    if (!of_score || other.deprel != "nmod" || other.upos == Upos::kNum) continue;
    other.head = first.head;
    other.deprel = "obl";
  }
  first.deprel = "dep";
}

/// "flag carrier Orelair has sold": a verb has one subject, so a name that stands right behind a
/// common noun, both of them subjects, names it.
void repair_double_subject(Sentence& sentence, std::size_t id) {
  if (id + 1 >= sentence.words.size()) return;
  const Word& noun = sentence.words[id];
  Word& name = sentence.words[id + 1];
  if (noun.deprel.starts_with("nsubj") && name.deprel.starts_with("nsubj") &&
      noun.head == name.head && noun.upos == Upos::kNoun && name.upos == Upos::kPropn) {
    name.head = id + 1;
    name.deprel = "appos";
  }
}

/// True if nothing of the clause stands before the phrase of a noun.
bool opens_sentence(const Sentence& sentence, std::size_t noun) {
  for (std::size_t i = 0; i < noun; ++i) {
    const Word& word = sentence.words[i];
    if (word.upos != Upos::kPunct && word.upos != Upos::kCconj && !is_below(sentence, i, noun)) {
      return false;
    }
  }
  return true;
}

/// "A student of law, she wrote", "A pianist and composer, Ada Orel toured": what opens a sentence
/// and ends with the comma before the subject describes it, and takes its place in no tree.
void repair_leading_description(Sentence& sentence, std::size_t id) {
  Word& subject = sentence.words[id];
  const bool name = subject.upos == Upos::kPropn;
  if (id < 2 || subject.head == 0 || subject.head > sentence.words.size()) return;
  if (!name && (subject.upos != Upos::kPron || sentence.words[id - 1].form != ",")) return;
  std::size_t noun = subject.head - 1;  // "student"
  if (subject.deprel.starts_with("nsubj")) {
    noun = 0;
    while (noun < id && (sentence.words[noun].head != subject.head ||
                         !sentence.words[noun].deprel.starts_with("nsubj"))) {
      ++noun;
    }
  } else if (subject.deprel != "appos" || noun > id) {
    return;
  }
  if (noun >= id || sentence.words[noun].upos != Upos::kNoun || !opens_sentence(sentence, noun)) {
    return;
  }
  Word& description = sentence.words[noun];
  const std::size_t verb = description.head;
  if (!description.deprel.starts_with("nsubj") || verb <= id + 1) return;
  std::size_t begin = id;
  while (begin > 0 && sentence.words[begin - 1].head == id + 1 &&
         sentence.words[begin - 1].upos != Upos::kPunct) {
    --begin;
  }
  std::size_t behind = flat_end(sentence, id) + 1;
  while (behind < sentence.words.size() && is_below(sentence, behind, id)) ++behind;
  if (begin == 0 || sentence.words[begin - 1].form != "," || behind >= sentence.words.size() ||
      sentence.words[behind].upos == Upos::kPunct) {
    return;
  }
  subject.deprel = description.deprel;
  subject.head = verb;
  description.head = id + 1;
  description.deprel = "appos";
}

/// "told lawmakers the army would leave": a verb has one subject, so of two bare ones side by side
/// the first, right behind the verb that the clause hangs on, is whom that verb tells it.
void repair_told(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (word.deprel != "nsubj" || word.head <= id + 1 || word.head > sentence.words.size()) return;
  const std::size_t clause = word.head - 1;
  const Word& verb = sentence.words[clause];
  if (verb.deprel != "ccomp" || verb.head == 0 || verb.head > id ||
      has_child(sentence, clause, "mark") || has_child(sentence, verb.head - 1, "obj")) {
    return;
  }
  for (std::size_t i = verb.head; i < id; ++i) {
    if (sentence.words[i].head != id + 1) return;
  }
  for (std::size_t other = id + 1; other < clause; ++other) {
    const Word& second = sentence.words[other];
    if (second.head != word.head || !second.deprel.starts_with("nsubj")) {
      if (is_below(sentence, other, id) || second.upos != Upos::kPunct) continue;
      return;
    }
    word.head = verb.head;
    word.deprel = "obj";
    return;
  }
}

/// "became the first governor to resign": a verb has one predicate, so an infinitive behind a
/// predicate noun is about the noun.
void repair_second_predicate(Sentence& sentence, std::size_t id) {
  Word& word = sentence.words[id];
  if (word.deprel != "xcomp" || word.upos != Upos::kVerb || !has_child(sentence, id, "mark"))
    return;
  for (std::size_t noun = 0; noun < id; ++noun) {
    const Word& other = sentence.words[noun];
    if (other.head != word.head || other.deprel != "xcomp" || other.head > noun) continue;
    if (other.upos != Upos::kNoun && other.upos != Upos::kPropn) continue;
    word.head = noun + 1;
    word.deprel = "acl";
    return;
  }
}

/// "the trust, which is owned by Orel", "the trust whose owner is Orel": a clause on a noun whose
/// subject is a relative pronoun, or has one.
void repair_relative(Sentence& sentence, std::size_t verb) {
  Word& word = sentence.words[verb];
  if (word.deprel != "acl" && word.deprel != "appos") return;
  const auto is_relative_subject = [&](std::size_t id) {
    const Word& other = sentence.words[id];
    if (other.head != verb + 1 || !other.deprel.starts_with("nsubj")) return false;
    const std::string form = lower_ascii(other.form);
    if (form == "which" || form == "who") return true;
    return id > 0 && sentence.words[id - 1].head == id + 1 &&
           lower_ascii(sentence.words[id - 1].form) == "whose";
  };
  for (std::size_t id = 0; id < verb; ++id) {
    if (is_relative_subject(id)) word.deprel = "acl:relcl";
  }
}

/// "Orel resigned and her lawyer said that …", with the resigning as what was said: nobody is
/// quoted with an "and" before who says it.
void repair_joined_report(Sentence& sentence, std::size_t id) {
  if (sentence.words[id].upos != Upos::kVerb) return;
  const auto is_mark = [](const Word& word) {
    return word.form == "\"" || word.form == "“" || word.form == "”" || word.form == "''";
  };
  const auto end = sentence.words.begin() + static_cast<std::ptrdiff_t>(id);
  for (std::size_t first = 0; first < id; ++first) {
    Word& before = sentence.words[first];
    if (before.deprel != "ccomp" || before.head != id + 1) continue;
    std::size_t joint = id;
    for (std::size_t at = first + 1; at < id; ++at) {
      // "…, medics and residents said": that "and" is of who says it.
      const Word& word = sentence.words[at];
      const std::string form = lower_ascii(word.form);
      const bool joins = word.deprel == "cc" && word.head > id && (form == "and" || form == "but");
      if (joins) joint = at;
    }
    if (joint == id || std::any_of(sentence.words.begin(), end, is_mark)) continue;
    before.head = sentence.words[id].head;
    before.deprel = sentence.words[id].deprel;
    sentence.words[id].head = first + 1;
    sentence.words[id].deprel = "conj";
    // The "and" and the subject are those of the saying, not of what is said behind it.
    for (std::size_t at = joint; at < id; ++at) {
      if (sentence.words[at].head > id + 1) sentence.words[at].head = id + 1;
    }
    return;
  }
}

/// Participles that have become prepositions or tell a means: they may follow any noun.
bool is_loose_participle(const Word& word) {
  return word.lemma == "use" || word.lemma == "follow" || word.lemma == "pend" ||
         word.lemma == "include" || word.lemma == "accord" || word.lemma == "regard" ||
         word.lemma == "concern" || word.lemma == "start" || word.lemma == "begin";
}

/// "signs a law banning it", "with the minister replacing her": without a comma, a participle right
/// behind a thing is about that thing, and one behind "with" about whoever is with it.
void repair_participle(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& word = sentence.words[id];
  if (word.deprel != "advcl" || word.upos != Upos::kVerb || !word.form.ends_with("ing") ||
      word.head == 0 || word.head > id || id == 0 || has_child(sentence, id, "mark") ||
      has_child(sentence, id, "case") || has_child(sentence, id, "nsubj") ||
      sentence.words[id - 1].upos == Upos::kPunct) {
    return;
  }
  std::size_t noun = id - 1;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const std::size_t head = sentence.words[noun].head;
    if (head == 0 || head > sentence.words.size() || head == word.head) break;
    noun = head - 1;
  }
  const Word& thing = sentence.words[noun];
  const bool argument = thing.deprel.starts_with("obj") || thing.deprel.starts_with("obl");
  if (thing.head != word.head || noun > id || !argument || !is_noun_or_pronoun(thing)) return;
  if (has_preposition(sentence, noun, "with")) {
    word.head = noun + 1;
    word.deprel = "acl";
    return;
  }
  const NounClass kind = lexicon.noun_class(thing.lemma);
  const bool thing_like = thing.upos == Upos::kNoun && !lexicon.can_be_person(thing.lemma) &&
                          kind != NounClass::kGroup && kind != NounClass::kTime &&
                          kind != NounClass::kQuantity && kind != NounClass::kPlace;
  if (!thing_like || has_child(sentence, noun, "case") || is_loose_participle(word) ||
      lexicon.is_stance_verb(word.lemma)) {
    return;
  }
  word.head = noun + 1;
  word.deprel = "acl";
}

/// "Anna, …, was the other": a bare noun in front of a copula without subject is its subject.
void repair_copular_subject(Sentence& sentence, std::size_t predicate) {
  if (!has_child(sentence, predicate, "cop") || has_child(sentence, predicate, "nsubj") ||
      has_child(sentence, predicate, "csubj") || has_child(sentence, predicate, "expl")) {
    return;
  }
  for (std::size_t id = 0; id < predicate; ++id) {
    Word& word = sentence.words[id];
    if (word.head != predicate + 1 || !is_noun_or_pronoun(word)) continue;
    const bool phrase = word.deprel == "obl" || word.deprel == "nmod" || word.deprel == "dep";
    if (!phrase || has_child(sentence, id, "case")) continue;
    word.deprel = "nsubj";
    return;
  }
}

/// "was found in an envelope by a walker": a by-phrase on a thing that nobody does is the agent of
/// the passive before it.
void repair_agent(Sentence& sentence, std::size_t noun, const Lexicon& lexicon) {
  Word& word = sentence.words[noun];
  if (word.deprel != "nmod" || word.head == 0 || word.head > noun ||
      !has_preposition(sentence, noun, "by")) {
    return;
  }
  std::size_t host = word.head - 1;
  const Word& thing = sentence.words[host];
  const NounClass kind = lexicon.noun_class(thing.lemma);
  const bool made = kind == NounClass::kAct || kind == NounClass::kEvent ||
                    kind == NounClass::kCommunication || kind == NounClass::kOther ||
                    thing.upos == Upos::kPropn;
  if (made && thing.upos != Upos::kPropn) return;
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const std::size_t head = sentence.words[host].head;
    if (head == 0 || head > sentence.words.size()) return;
    // Only phrases behind the verb: a subject's by-phrase is its own.
    if (head - 1 > host || sentence.words[host].deprel.starts_with("nsubj")) return;
    host = head - 1;
    if (sentence.words[host].upos == Upos::kVerb) break;
  }
  if (!has_child(sentence, host, "aux:pass") || has_child(sentence, host, "obl:agent")) return;
  word.head = host + 1;
  word.deprel = "obl:agent";
}

/// "A strong earthquake strikes near the coast", with a noun for a verb: no plural has "a", so what
/// ends in -s is the verb of the noun before it.
void repair_verb_behind_article(Analysis& analysis, std::size_t in, std::size_t id) {
  Sentence& sentence = analysis.sentences[in];
  Word& verb = sentence.words[id];
  if (id == 0 || verb.upos != Upos::kNoun || verb.head != 0 || !verb.form.ends_with("s") ||
      feature(verb, "Number") != "Plur" || has_child(sentence, id, "nsubj") ||
      has_child(sentence, id, "cop")) {
    return;
  }
  Word& noun = sentence.words[id - 1];
  if (noun.head != id + 1 || noun.deprel != "compound" || noun.upos != Upos::kNoun ||
      feature(noun, "Number") != "Sing") {
    return;
  }
  const bool article = std::any_of(
      sentence.words.begin(), sentence.words.begin() + static_cast<std::ptrdiff_t>(id),
      [&](const Word& word) {
        const std::string form = lower_ascii(word.form);
        return word.head == id + 1 && word.deprel == "det" && (form == "a" || form == "an");
      });
  if (!article) return;
  for (std::size_t other = 0; other < sentence.words.size(); ++other) {
    Word& word = sentence.words[other];
    if (word.head != id + 1 || other + 1 == id) continue;
    if (other < id) {
      word.head = id;  // the noun before the verb, from 1
    } else if (word.deprel == "nmod") {
      word.deprel = "obl";
    }
  }
  verb.upos = Upos::kVerb;
  verb.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
  noun.deprel = "nsubj";
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != in || mention.head != id || mention.first >= id) continue;
    mention.head = id - 1;
    mention.last = id - 1;
  }
}

/// "men such as Karl Stein, who introduced him": the clause is about the one just before it.
void repair_relative_of_member(Sentence& sentence, std::size_t verb) {
  Word& word = sentence.words[verb];
  if (word.deprel != "acl:relcl" || word.head == 0 || word.head > verb) return;
  const std::size_t whole = word.head - 1;
  std::size_t who = whole + 1;
  while (who < verb &&
         !(is_relative_pronoun(sentence.words[who]) && sentence.words[who].head == verb + 1)) {
    ++who;
  }
  if (who == verb || who < whole + 3 || sentence.words[who - 1].form != ",") return;
  for (std::size_t member = who - 2; member > whole; --member) {
    const Word& name = sentence.words[member];
    if (name.head != whole + 1 || name.deprel != "nmod") continue;
    const bool one = name.upos == Upos::kPropn && feature(name, "Number") != "Plur" &&
                     feature(sentence.words[whole], "Number") == "Plur" &&
                     is_below(sentence, who - 2, member);
    const bool told = has_preposition(sentence, member, "such") ||
                      has_preposition(sentence, member, "including") ||
                      has_preposition(sentence, member, "like");
    const bool listed = std::any_of(
        sentence.words.begin() + static_cast<std::ptrdiff_t>(member),
        sentence.words.begin() + static_cast<std::ptrdiff_t>(who),
        [&](const Word& other) { return other.head == member + 1 && other.deprel == "conj"; });
    if (one && told && !listed) word.head = member + 1;
    return;
  }
}

/// "lives in exile", with somebody who is an exile: a bare noun of one behind "in" tells a state.
void drop_states(Analysis& analysis) {
  std::erase_if(analysis.mentions, [&](const Mention& mention) {
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kNominal ||
        mention.type != MentionType::kPerson || mention.first != mention.last) {
      return false;
    }
    const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
    const bool one = feature(words[mention.head], "Number") == "Sing";
    return one && mention.first > 0 && lower_ascii(words[mention.first - 1].form) == "in";
  });
}

std::vector<TaggedWords> tagged_words(const Analysis& analysis) {
  std::vector<TaggedWords> found;
  for (const Sentence& sentence : analysis.sentences) {
    const std::vector<bool> none(sentence.words.size(), false);
    found.push_back({none, none});
  }
  for (const Name& name : analysis.names) {
    if (!is_valid(analysis, name)) continue;
    TaggedWords& words = found[name.sentence];
    std::vector<bool>& kind = name.type == NameType::kPerson ? words.person : words.place_or_body;
    for (std::size_t id = name.first; id <= name.last; ++id) kind[id] = true;
  }
  return found;
}

}  // namespace

Analysis repair(Analysis analysis, const Lexicon& lexicon) {
  repair_datelines(analysis);
  name_capital_nouns(analysis, lexicon);
  join_split_tags(analysis, lexicon);
  join_split_names(analysis);
  join_countries_of_two(analysis, lexicon);
  join_known_places(analysis, lexicon);
  join_ampersand_names(analysis);
  part_joined_names(analysis, lexicon);
  extend_names_before_nouns(analysis, lexicon);
  const std::vector<TaggedWords> tagged = tagged_words(analysis);
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    for (std::size_t word = 0; word < sentence.words.size(); ++word) {
      repair_verb_behind_article(analysis, i, word);
    }
    repair_coordination(sentence);
    for (std::size_t word = 0; word < sentence.words.size(); ++word) {
      join_hyphenated_noun_at(sentence, word, lexicon);
      repair_noun_phrase_at(sentence, word, lexicon);
      repair_function_word(sentence, word);
      repair_leading_word(sentence, word);
      repair_score(sentence, word);
      repair_objects_at(sentence, word, lexicon);
      repair_double_subject(sentence, word);
      repair_leading_description(sentence, word);
      repair_told(sentence, word);
      repair_subject(sentence, word);
      repair_copular_subject(sentence, word);
      repair_place(sentence, word, tagged[i].person);
      repair_apposition_at(sentence, word, lexicon, tagged[i]);
      repair_small_title(sentence, word, lexicon);
      repair_hyphened_adverb(sentence, word);
      repair_agent(sentence, word, lexicon);
      repair_participle(sentence, word, lexicon);
      repair_second_predicate(sentence, word);
      repair_joined_report(sentence, word);
      repair_relative(sentence, word);
      repair_relative_of_member(sentence, word);
    }
  }
  repair_appositions_by_reference(analysis);
  cover_described_names(analysis);
  describe_counted_people(analysis);
  keep_names_in_s(analysis);
  repair_names(analysis);
  drop_states(analysis);
  drop_inner_names(analysis, lexicon);
  return analysis;
}

}  // namespace relata
