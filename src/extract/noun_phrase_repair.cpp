#include "extract/noun_phrase_repair.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_number(const Word& word) { return word.upos == Upos::kNum || word.upos == Upos::kSym; }

void repair_amount(Sentence& sentence, std::size_t id) {
  Word& amount = sentence.words[id];
  if (amount.deprel != "obj" || !is_number(amount) || amount.head == 0 || amount.head > id) return;
  for (std::size_t noun = id + 1; noun < sentence.words.size(); ++noun) {
    const Word& word = sentence.words[noun];
    if (word.head == amount.head && word.deprel == "obj" && word.upos == Upos::kNoun) {
      // A possessor or article before the amount shows that the phrase began there.
      const bool began = std::any_of(
          sentence.words.begin(), sentence.words.begin() + static_cast<std::ptrdiff_t>(id),
          [&](const Word& before) {
            return before.head == noun + 1 &&
                   (before.deprel == "nmod:poss" || before.deprel == "det");
          });
      if (!began) return;
      amount.head = noun + 1;
      amount.deprel = "compound";
      return;
    }
    const bool within =
        word.head > id && word.head <= sentence.words.size() &&
        (is_below(sentence, noun, id) || word.deprel == "amod" || word.deprel == "compound");
    if (!within) return;
  }
}

/// "fined Larnex 2 million euros", with Larnex a part of the amount: no name is; it is whom the
/// verb is about.
void repair_name_before_amount(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& amount = sentence.words[id];
  if (amount.deprel != "obj" || amount.head == 0 || amount.head > id) return;
  const bool quantity = amount.upos == Upos::kSym ||
                        lexicon.noun_class(lower_ascii(amount.lemma)) == NounClass::kQuantity;
  const std::size_t verb = amount.head - 1;
  const std::size_t first = verb + 1;
  Word& name = sentence.words[first];
  const bool part = name.head == id + 1 && name.upos == Upos::kPropn &&
                    (name.deprel == "compound" || name.deprel == "nmod:desc");
  if (!quantity || !part || sentence.words[verb].upos != Upos::kVerb) return;
  // "AU$5", "US $5": the country of the dollar.
  const bool currency =
      amount.upos == Upos::kSym && first + 1 == id &&
      std::none_of(name.form.begin(), name.form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (currency) return;
  const bool counted =
      amount.upos == Upos::kSym ||
      std::any_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(first),
                  sentence.words.begin() + static_cast<std::ptrdiff_t>(id),
                  [&](const Word& word) { return word.head == id + 1 && word.deprel == "nummod"; });
  if (!counted) return;
  name.head = amount.head;
  name.deprel = "iobj";
}

bool is_adjective(const Word& word, const Lexicon& lexicon) {
  return word.upos == Upos::kAdj || !lexicon.country_of_demonym(word.form).empty();
}

/// The noun that adjectives joined to the one at `id` stand before; kNone if there is none.
std::size_t noun_of_adjectives(const Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  for (std::size_t i = id + 1; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.upos == Upos::kCconj || word.form == ",") continue;
    const bool joined = word.head == id + 1 && word.deprel == "conj";
    // "Emirati", that the tagger takes for a name, stands among them.
    if (is_adjective(word, lexicon) || (joined && word.upos == Upos::kPropn)) continue;
    return joined && word.upos == Upos::kNoun ? i : kNone;
  }
  return kNone;
}

void repair_joined_adjectives(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& first = sentence.words[id];
  const bool argument = first.deprel.starts_with("obj") || first.deprel.starts_with("obl") ||
                        first.deprel.starts_with("nsubj") || first.deprel == "nmod";
  if (!argument || first.upos != Upos::kAdj) return;
  const std::size_t noun = noun_of_adjectives(sentence, id, lexicon);
  if (noun == kNone) return;
  sentence.words[noun].head = first.head;
  sentence.words[noun].deprel = first.deprel;
  for (Word& word : sentence.words) {
    // Prepositions and articles were those of the whole.
    const bool of_whole = word.head == id + 1 && (word.deprel == "case" || word.deprel == "det");
    if (of_whole) word.head = noun + 1;
  }
  first.head = noun + 1;
  first.deprel = "amod";
}

/// "Orel & Lund": the name of one firm.
bool is_firm_of_several(const Sentence& sentence, std::size_t name) {
  return name + 1 < sentence.words.size() && sentence.words[name + 1].form == "&";
}

/// "Orel and his son Ivo", "the bank and law firm Larnex", with both in one role: a noun for a
/// person or body right before a name, with nothing between them, says who the name is.
void repair_noun_before_name(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  if (id + 1 >= sentence.words.size()) return;
  Word& noun = sentence.words[id];
  const Word& name = sentence.words[id + 1];
  const bool argument = noun.deprel == "conj" || noun.deprel == "obj" || noun.deprel == "nmod" ||
                        noun.deprel.starts_with("obl");
  if (!argument || name.deprel != noun.deprel || noun.head != name.head || noun.head > id + 1 ||
      noun.upos != Upos::kNoun || name.upos != Upos::kPropn ||
      (feature(noun, "Number") == "Plur" && !is_firm_of_several(sentence, id + 1)) ||
      !(lexicon.can_be_person(lower_ascii(noun.lemma)) ||
        lexicon.is_kind_of_organization(lower_ascii(noun.lemma)))) {
    return;
  }
  for (Word& word : sentence.words) {
    // The joining word and the preposition are those of the whole.
    const bool of_whole = word.deprel == "cc" || word.deprel == "case";
    if (word.head == id + 1 && of_whole) word.head = id + 2;
  }
  noun.head = id + 2;
  noun.deprel = "nmod:desc";
}

void repair_clause_behind_age(Sentence& sentence, std::size_t id) {
  Word& clause = sentence.words[id];
  const bool hangs = clause.deprel.starts_with("acl") || clause.deprel == "advcl";
  if (!hangs || clause.head == 0 || clause.head > id) return;
  const Word& age = sentence.words[clause.head - 1];
  if (age.upos != Upos::kNum || age.head == 0 || age.head >= clause.head) return;
  // "including five who fled": some of them.
  const bool counts =
      std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
        return word.head == clause.head && (word.deprel == "case" || word.deprel == "det");
      });
  if (counts) return;
  const Word& name = sentence.words[age.head - 1];
  if (name.upos != Upos::kPropn && name.upos != Upos::kNoun) return;
  const bool about =
      std::any_of(sentence.words.begin() + static_cast<std::ptrdiff_t>(clause.head),
                  sentence.words.begin() + static_cast<std::ptrdiff_t>(id), [&](const Word& word) {
                    return word.head == id + 1 && word.deprel.starts_with("nsubj") &&
                           lower_ascii(word.form) == "who";
                  });
  if (!about) return;
  clause.head = age.head;
  clause.deprel = "acl:relcl";
}

/// "which" or "who" that the clause headed by the word begins with, as far as it is part of it;
/// empty if neither.
std::string relative_of(const Sentence& sentence, std::size_t clause) {
  for (std::size_t id = sentence.words[clause].head; id < clause; ++id) {
    const Word& word = sentence.words[id];
    if (word.head != clause + 1 || feature(word, "PronType") != "Rel") continue;
    return word.deprel.starts_with("nsubj") || word.deprel == "obj" ? lower_ascii(word.form)
                                                                    : std::string();
  }
  return {};
}

/// "the leader of the party which owns it": nobody is "which"; "the owner of the house who sold
/// it": no house is "who". The clause is of the noun on the other side of the "of".
void repair_clause_behind_of(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& clause = sentence.words[id];
  if (clause.deprel != "acl:relcl" || clause.head == 0 || clause.head > id) return;
  const std::string relative = relative_of(sentence, id);
  if (relative != "which" && relative != "who") return;
  const std::size_t noun = clause.head - 1;
  const Word& modified = sentence.words[noun];
  if (modified.upos != Upos::kNoun) return;
  if (relative == "which") {
    if (lexicon.noun_class(lower_ascii(modified.lemma)) != NounClass::kPerson) return;
    // The last noun of its phrase before the clause, if that is no person.
    std::size_t inner = noun;
    for (std::size_t w = noun + 1; w < id; ++w) {
      const Word& word = sentence.words[w];
      if (word.head == inner + 1 && word.deprel == "nmod" && stands_behind_of(sentence, w))
        inner = w;
    }
    if (inner == noun || sentence.words[inner].upos == Upos::kPron ||
        lexicon.noun_class(lower_ascii(sentence.words[inner].lemma)) == NounClass::kPerson) {
      return;
    }
    clause.head = inner + 1;
    return;
  }
  if (modified.deprel != "nmod" || modified.head == 0 || modified.head > noun) return;
  const NounClass thing = lexicon.noun_class(lower_ascii(modified.lemma));
  const bool nobody = (thing == NounClass::kArtifact || thing == NounClass::kPlace ||
                       thing == NounClass::kEvent || thing == NounClass::kAct) &&
                      !lexicon.can_be_person(lower_ascii(modified.lemma));
  const Word& outer = sentence.words[modified.head - 1];
  if (nobody && outer.upos == Upos::kNoun &&
      lexicon.noun_class(lower_ascii(outer.lemma)) == NounClass::kPerson) {
    clause.head = modified.head;
  }
}

}  // namespace

void repair_noun_phrase_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  repair_amount(sentence, id);
  repair_name_before_amount(sentence, id, lexicon);
  repair_joined_adjectives(sentence, id, lexicon);
  repair_noun_before_name(sentence, id, lexicon);
  repair_clause_behind_age(sentence, id);
  repair_clause_behind_of(sentence, id, lexicon);
}

}  // namespace relata
