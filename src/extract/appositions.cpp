// Appositions and titles: one thing under two descriptions.
#include <algorithm>

#include "extract/ended_role.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_phrase.hpp"
#include "extract/verb_group.hpp"

namespace relata {
namespace {

Phrase own_phrase(const SentenceScope& scope, WordId head) {
  return noun_phrase(scope.tree, head, Extent::kCore, scope.lexicon);
}

bool is_place(const SentenceScope& scope, WordId head) {
  if (const auto type = mention_type_at(scope, head)) return *type == MentionType::kPlace;
  const EntityRecord* entity = entity_at(scope, head);
  return entity != nullptr && entity->type == EntityType::kPlace;
}

bool is_country(const SentenceScope& scope, WordId head) {
  return scope.lexicon.is_country(scope.tree.word(head).form) ||
         scope.lexicon.is_country(scope.text.text(own_phrase(scope, head).words));
}

bool is_person(const SentenceScope& scope, WordId head) {
  return mention_type_at(scope, head) == MentionType::kPerson;
}

/// What a description says of somebody: "capital of the South Kivu province", not "capital".
Words description_of(const SentenceScope& scope, WordId head) {
  return noun_phrase(scope.tree, head, Extent::kLong, scope.lexicon).words;
}

/// "Nyland, Finland", "the Nyland region, Finland": of two places the second tells where the first
/// is. The finder may have missed one of them; two names that are no people are hardly one thing.
bool tells_where(const SentenceScope& scope, WordId head, WordId apposition) {
  const Tree& tree = scope.tree;
  if (!is_proper(tree, apposition)) return false;
  const bool outer = is_place(scope, apposition) || is_country(scope, apposition);
  if (is_person(scope, apposition)) return false;
  if (is_proper(tree, head)) return is_place(scope, head) || (outer && !is_person(scope, head));
  return is_place(scope, head) && is_country(scope, apposition);
}

/// "the record, 400 kilometres", "301 guests (12 km)": a figure beside a thing says nothing it is.
bool is_figure(const SentenceScope& scope, WordId apposition) {
  const Word& word = scope.tree.word(apposition);
  const bool digits =
      std::any_of(word.form.begin(), word.form.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (word.upos == Upos::kSym || (word.upos == Upos::kNum && digits)) return true;  // but "one of"
  const bool counted = scope.tree.has_child(apposition, "nummod");
  return counted && scope.lexicon.noun_class(word.lemma) == NounClass::kQuantity;
}

bool has_punctuation_between(const Tree& tree, WordId head, WordId apposition) {
  const auto [first, last] = std::minmax(head, apposition);
  for (WordId id = first + 1; id < last; ++id) {
    if (tree.word(id).upos == Upos::kPunct) return true;
  }
  return false;
}

/// "Five people, four of them from Oslo", "two crew members, one of whom": a part of them.
bool is_part_of_many(const SentenceScope& scope, WordId head, WordId apposition) {
  const Tree& tree = scope.tree;
  for (const WordId id : tree.subtree(apposition)) {
    if (is_relative_pronoun(tree.word(id)) && tree.parent(id) == apposition &&
        tree.relation(id) == "nmod") {
      return true;
    }
  }
  const bool several = feature(tree.word(head), "Number") == "Plur" && !is_proper(tree, head);
  if (!several || !has_punctuation_between(tree, head, apposition)) return false;
  // "three men, two guards and a driver"
  const bool listed =
      feature(tree.word(apposition), "Number") == "Sing" || tree.has_child(apposition, "conj");
  const bool body = scope.lexicon.noun_class(tree.word(apposition).lemma) == NounClass::kGroup;
  return tree.word(apposition).upos == Upos::kNum || (listed && !body);
}

/// Beside a name a description has a comma, a dash or brackets; without them it is the rest of the
/// name ("Antonov 225") or a wrong arc. "[fa]", "(75.4 °F)": marks of editors, and figures.
bool is_no_description(const SentenceScope& scope, WordId head, WordId apposition) {
  const Tree& tree = scope.tree;
  // "twelve survivors, among them three nurses": some of them.
  for (const WordId child : tree.children(apposition)) {
    const Words link = prepositions(tree, child);
    const bool among = link.size() == 1 && lower_ascii(tree.word(link[0]).form) == "among";
    if (child < apposition && among) return true;
  }
  if (tree.has_child(apposition, "case")) return true;
  if (is_part_of_many(scope, head, apposition)) return true;
  const bool loose = has_punctuation_between(tree, head, apposition);
  if (is_proper(tree, head) && !loose) return true;
  const WordId first = own_phrase(scope, apposition).words.front();
  if (first == 0) return false;
  const std::string& before = tree.word(first - 1).form;
  if (before == "[") return true;
  if (before != "(") return false;
  const std::string& form = tree.word(first).form;
  return !form.empty() && form.front() >= '0' && form.front() <= '9';
}

/// A name inside brackets or of capitals alone is another name, not a description.
bool is_alias_apposition(const SentenceScope& scope, WordId head, WordId apposition) {
  const Tree& tree = scope.tree;
  if (!is_proper(tree, head) || !is_proper(tree, apposition)) return false;
  const Phrase phrase = own_phrase(scope, apposition);
  const WordId first = phrase.words.front();
  return first > 0 && tree.word(first - 1).form == "(";
}

bool has_capital(const Word& word) { return !word.form.empty() && !begins_lower(word); }

/// A common noun with a name behind it: "team leader Jan Novak" parsed as flat. A noun with a
/// capital that calls nobody is a part of the name ("Blue Cross Helicopters H7"), and what begins
/// small or behind a hyphen is no name.
Words flat_name(const SentenceScope& scope, WordId head) {
  const Tree& tree = scope.tree;
  const Word& noun = tree.word(head);
  if (noun.upos != Upos::kNoun || noun.form.ends_with('-')) return {};
  const bool person =
      scope.lexicon.can_be_person(lower_ascii(noun.lemma)) || scope.lexicon.is_title(noun.form);
  if (has_capital(noun) && !person) return {};
  const WordId next = head + 1;
  if (next >= tree.size() || tree.word(next).form == "-" || !has_capital(tree.word(next))) {
    return {};
  }
  Words name;
  for (const WordId child : tree.children_with(head, "flat")) {
    if (child < head || !is_proper(tree, child)) return {};
    const Words below = tree.subtree(child);
    name.insert(name.end(), below.begin(), below.end());
  }
  return name;
}

/// The description before a name: the noun with what stands before it.
Words description_words(const SentenceScope& scope, WordId noun, const Words& name) {
  Words words = own_phrase(scope, noun).words;
  words.erase(std::remove_if(
                  words.begin(), words.end(),
                  [&](WordId id) { return std::find(name.begin(), name.end(), id) != name.end(); }),
              words.end());
  return words;
}

RelationDraft copula(const SentenceScope& scope, WordId word) {
  RelationDraft relation;
  relation.supplied = supplied_verb(scope, word, Supplied::kIs);
  relation.lemmas = {"be"};
  return relation;
}

void write_description(const SentenceScope& scope, TripleWriter& writer, TripleKind kind,
                       const Argument& subject, WordId description, const Words& words,
                       const std::string& rule) {
  writer.begin_statement();
  Argument object = make_argument(scope, {description, words}, kNoWord);
  if (object.entity.empty() && form_at(scope, description) == MentionForm::kNominal) {
    object.form = "nominal";
  }
  write_fact(scope, writer, kind, description, subject, copula(scope, description), object, rule,
             kind == TripleKind::kTitle ? 0.75 : 0.6, role_time(scope, description));
  write_links(scope, writer, kind, described_noun(scope, description), subject, rule);
}

/// The name itself, or "Orel" of "the firm Orel"; kNoWord if there is none.
WordId name_right_behind(const Tree& tree, WordId noun) {
  if (is_proper(tree, noun)) return noun;
  for (const WordId child : tree.children_with(noun, "appos")) {
    if (is_proper(tree, child) && tree.subtree(child).front() == noun + 1) return child;
  }
  return kNoWord;
}

void read_apposition(const SentenceScope& scope, TripleWriter& writer, WordId head,
                     WordId apposition) {
  const Tree& tree = scope.tree;
  if (!is_noun(tree.word(head)) && tree.word(head).upos != Upos::kPron) return;
  if (is_alias_apposition(scope, head, apposition)) return;  // extract_aliases
  if (is_predicate(tree, apposition) || is_denied_noun(tree, apposition)) return;
  if (is_time_phrase(scope, head) || is_time_phrase(scope, apposition)) return;
  const Phrase first = own_phrase(scope, head);
  const Phrase second = own_phrase(scope, apposition);
  if (is_figure(scope, apposition) || is_no_description(scope, head, apposition)) return;
  if (tells_where(scope, head, apposition)) {
    RelationDraft relation;
    relation.supplied = "is in";
    relation.lemmas = {"be", "in"};
    writer.begin_statement();
    write_fact(scope, writer, TripleKind::kApposition, head, make_argument(scope, first),
               std::move(relation), make_argument(scope, second), "apposition/place", 0.85);
    return;
  }
  // "his publisher, Novak", "the publisher, the firm Orel": the names are what the description is
  // about.
  const WordId named = name_right_behind(tree, apposition);
  if (!is_proper(tree, head) && named != kNoWord) {
    const std::vector<Phrase> names = split_conjuncts(tree, named, Extent::kCore, scope.lexicon);
    // "two officers, Orel and Novak": neither is two officers.
    const bool each = names.size() < 2 || !tree.has_child(head, "nummod");
    for (const Phrase& name : names) {
      if (!is_proper(tree, name.head)) continue;
      const Argument subject = make_argument(scope, name);
      if (each) {
        write_description(scope, writer, TripleKind::kApposition, subject, head,
                          description_of(scope, head), "apposition/name");
      } else {
        writer.begin_statement();
        write_links(scope, writer, TripleKind::kApposition, described_noun(scope, head), subject,
                    "apposition/name");
      }
    }
    return;
  }
  const Argument subject = make_argument(scope, first);
  for (const WordId conjunct : conjuncts(tree, apposition)) {
    if (!is_noun(tree.word(conjunct)) && tree.word(conjunct).upos != Upos::kNum) continue;
    write_description(scope, writer, TripleKind::kApposition, subject, conjunct,
                      description_of(scope, conjunct), "apposition");
  }
}

/// "Alexandria" of "Ajami, Alexandria, Egypt" for "Egypt", which the tree hangs on "Ajami", too.
WordId place_before(const SentenceScope& scope, WordId id) {
  const Tree& tree = scope.tree;
  const auto is_outer = [&](WordId place) {
    return (tree.is(place, "appos") || tree.deprel(place) == "nmod:unmarked") &&
           is_proper(tree, place) && is_place(scope, place);
  };
  if (!is_outer(id)) return kNoWord;
  WordId before = kNoWord;
  for (const WordId child : tree.children(tree.parent(id))) {
    if (child < id && child > tree.parent(id) && is_outer(child)) before = child;
  }
  if (before == kNoWord) return kNoWord;
  const WordId first = own_phrase(scope, id).words.front();
  for (const WordId word : tree.subtree(before)) {
    if (word >= first) return kNoWord;
  }
  // Nothing but the comma between the two.
  for (WordId word = tree.subtree(before).back() + 1; word < first; ++word) {
    if (tree.word(word).form != ",") return kNoWord;
  }
  return before;
}

/// Words before a person's name, from the first title on, up to the name.
Words words_before_name(const Tree& tree, WordId name) {
  WordId first = name;
  for (const WordId child : tree.children(name)) {
    const bool before =
        child < name && (tree.deprel(child) == "nmod:desc" || tree.relation(child) == "compound");
    if (!before) continue;
    for (const WordId word : tree.subtree(child)) first = std::min(first, word);
  }
  Words words;
  for (WordId id = first; id < name; ++id) words.push_back(id);
  return words;
}

/// "deputy" of "deputy chief minister", "student" of "student union president": a word for a person
/// that goes with a later word of the same title. "Defence Minister General Orel" has two.
bool leads_on(const SentenceScope& scope, WordId id, WordId end) {
  const Tree& tree = scope.tree;
  const WordId above = tree.parent(id);
  if (above == kNoWord || above <= id || above >= end) return false;
  if (!tree.is(id, "compound") && !tree.is(id, "amod")) return false;
  const Word& head = tree.word(above);
  const bool title = scope.lexicon.can_be_person(head.lemma) || scope.lexicon.is_title(head.form);
  return !title || tree.children(id).empty();
}

/// "Secretary" of "Secretary-General".
bool is_hyphenated(const Tree& tree, WordId id, WordId end) {
  return id + 2 < end && tree.word(id + 1).form == "-";
}

/// "of Foreign Affairs" right behind the noun of a title, before the name that begins at `end`.
Words field_of_title(const Tree& tree, WordId noun, WordId end) {
  constexpr std::size_t kLongest = 6;  // words
  Words words;
  if (noun + 2 >= end || lower_ascii(tree.word(noun + 1).form) != "of") return words;
  const WordId field = tree.parent(noun + 1);
  if (field == kNoWord || field <= noun || tree.parent(field) != noun) return words;
  const Words below = tree.subtree(field);
  const bool whole = below.front() == noun + 1 && below.back() < end && below.size() <= kLongest &&
                     below.back() - below.front() + 1 == below.size();
  return whole ? below : words;
}

/// "general" of "attorney general": an adjective behind the noun of a title.
bool ends_title(const Tree& tree, WordId id) {
  return id > 0 && tree.is(id, "amod") && tree.parent(id) + 1 == id;
}

/// The noun for a person that a title ends in, before "of Foreign Affairs".
WordId noun_of_title(const Tree& tree, const Words& title) {
  const auto of = std::find_if(title.begin() + 1, title.end(), [&](WordId id) {
    return tree.word(id).upos == Upos::kAdp && !tree.is(id, "fixed");
  });
  const WordId last = *std::prev(of);
  // "commander" of "commander-in-chief", "attorney" of "attorney general"
  return tree.is(last, "fixed") || ends_title(tree, last) ? tree.parent(last) : last;
}

/// Titles in what stands before a name: each ends at a word for a person ("US District Judge",
/// "Defence Minister") or at what that is of ("Minister of Foreign Affairs"), and ranks of one word
/// each are one ("Brigadier General").
std::vector<Words> split_titles(const SentenceScope& scope, const Words& words) {
  std::vector<Words> titles;
  Words current;
  const WordId end = words.empty() ? 0 : words.back() + 1;
  WordId next = 0;  // behind the field of the last title
  for (const WordId id : words) {
    if (id < next) continue;
    const Word& word = scope.tree.word(id);
    const bool behind =
        scope.tree.is(id, "fixed") && is_noun(scope.tree.word(scope.tree.parent(id)));
    if (behind && !current.empty()) {
      current.push_back(id);  // "-in-chief", "-elect"
      const WordId last = scope.tree.subtree(scope.tree.parent(id)).back();
      if (id != last) continue;
      titles.push_back(current);
      current.clear();
      continue;
    }
    // "Mr.", "Gen." say nothing more than the name; "head of staff and" is cut at its small words.
    const bool ends = is_ending_word(word);
    if (ends || (word.form == "-" && !current.empty())) {
      current.push_back(id);
      continue;
    }
    if (word.upos == Upos::kPunct || word.form.ends_with('.') || word.upos == Upos::kAdp ||
        word.upos == Upos::kCconj) {
      current.clear();
      continue;
    }
    current.push_back(id);
    if (!scope.lexicon.can_be_person(without_ending_prefix(word.lemma)) &&
        !scope.lexicon.is_title(word.form)) {
      continue;
    }
    if (scope.lexicon.is_title_modifier(word.form)) continue;
    if (leads_on(scope, id, end) || is_hyphenated(scope.tree, id, end)) continue;
    if (id + 1 < end && ends_title(scope.tree, id + 1)) continue;
    const bool ranks = current.size() == 1 && !titles.empty() && titles.back().size() == 1 &&
                       titles.back().back() + 1 == id;
    if (ranks) {
      titles.back().push_back(id);
    } else {
      titles.push_back(current);
      const Words field = field_of_title(scope.tree, id, end);
      titles.back().insert(titles.back().end(), field.begin(), field.end());
      if (!field.empty()) next = field.back() + 1;
    }
    current.clear();
  }
  return titles;
}

/// Takes the name out of the words of the role and adds what stands between the two; false if that
/// is part of a longer name ("Miami" of "Miami Heat player", "Texas" of "University of Texas
/// dean").
bool stands_before(const SentenceScope& scope, const Phrase& name, WordId noun, Words& role) {
  const auto in = [](const Words& words, WordId id) {
    return std::find(words.begin(), words.end(), id) != words.end();
  };
  for (WordId id = name.words.back() + 1; id < noun; ++id) {
    const Word& word = scope.tree.word(id);
    const bool title = scope.lexicon.is_title(word.form) ||
                       scope.lexicon.can_be_person(lower_ascii(word.lemma)) || word.form == "-";
    if (!title && !in(role, id)) return false;
    if (!in(role, id)) role.push_back(id);
  }
  std::erase_if(role, [&](WordId id) { return in(name.words, id); });
  std::sort(role.begin(), role.end());
  return in(role, noun);
}

/// Names in a title that the tree hangs elsewhere: "Environment Canada spokeswoman".
void write_title_names(const SentenceScope& scope, TripleWriter& writer, const Words& title,
                       const Argument& person) {
  const Tree& tree = scope.tree;
  const WordId noun = noun_of_title(tree, title);
  for (const WordId id : title) {
    if (id == noun || form_at(scope, id) != MentionForm::kName) continue;
    const Phrase phrase = noun_phrase(tree, id, Extent::kCore, scope.lexicon);
    // write_links has what hangs on the noun, but not "Peru" of "Peru Secretary-General"
    const bool hyphenated = is_hyphenated(tree, phrase.words.back() + 1, noun + 1);
    if (tree.parent(id) == noun && !hyphenated) continue;
    const Argument body = make_argument(scope, phrase);
    if (body.entity.empty() || body.entity == person.entity) continue;
    RelationDraft relation = role_relation(scope, noun);
    if (!stands_before(scope, phrase, noun, relation.words)) continue;
    write_fact(scope, writer, TripleKind::kTitle, noun, person, std::move(relation), body,
               "title/name", 0.75);
  }
}

/// "the Oslo-based miner Orel": what kind of body, place or thing the name is of.
void read_kind(const SentenceScope& scope, TripleWriter& writer, WordId name) {
  const Tree& tree = scope.tree;
  for (const WordId child : tree.children(name)) {
    const Word& noun = tree.word(child);
    if (child > name || tree.deprel(child) != "nmod:desc") continue;
    if (noun.upos != Upos::kNoun || !begins_lower(noun)) continue;
    Words bare{name};
    for (const WordId part : tree.children(name)) {
      const bool belongs =
          tree.is(part, "flat") || (part > child && part < name && tree.is(part, "compound"));
      if (belongs) bare.push_back(part);
    }
    std::sort(bare.begin(), bare.end());
    write_description(scope, writer, TripleKind::kTitle, make_argument(scope, {name, bare}), child,
                      own_phrase(scope, child).words, "title/kind");
  }
}

void read_titles(const SentenceScope& scope, TripleWriter& writer, WordId name) {
  const Tree& tree = scope.tree;
  const auto type = mention_type_at(scope, name);
  if (type && *type != MentionType::kPerson) return read_kind(scope, writer, name);
  Words bare{name};
  for (const WordId child : tree.children_with(name, "flat")) bare.push_back(child);
  const Argument person = make_argument(scope, {name, with_inner_punctuation(tree, bare)});
  for (const Words& title : split_titles(scope, words_before_name(tree, name))) {
    if (title.size() == 1 && is_form_of_address(tree.word(title.front()).form)) continue;
    write_description(scope, writer, TripleKind::kTitle, person, noun_of_title(tree, title), title,
                      "title");
    write_title_names(scope, writer, title, person);
  }
}

}  // namespace

void extract_appositions(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  for (WordId id = 0; id < tree.size(); ++id) {
    const WordId head = tree.parent(id);
    if (head == kNoWord) continue;
    if (const WordId inner = place_before(scope, id); inner != kNoWord) {
      read_apposition(scope, writer, inner, id);
    }
    if (tree.is(id, "appos")) {
      read_apposition(scope, writer, head, id);
    } else if (tree.deprel(id) == "nmod:unmarked" && id > head && is_proper(tree, id) &&
               is_place(scope, id) && is_place(scope, head)) {
      read_apposition(scope, writer, head, id);  // "Preston, Victoria"
    }
  }
}

void extract_titles(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  for (WordId id = 0; id < tree.size(); ++id) {
    const Words name = flat_name(scope, id);
    if (!name.empty()) {
      const Words words = description_words(scope, id, name);
      if (words.empty()) continue;
      write_description(scope, writer, TripleKind::kTitle, make_argument(scope, {id, name}), id,
                        words, "title/flat");
      continue;
    }
    if (is_proper(tree, id) && tree.has_child(id, "nmod:desc")) read_titles(scope, writer, id);
  }
}

}  // namespace relata
