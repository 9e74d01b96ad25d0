// Other names of a thing.
#include <algorithm>

#include "extract/english.hpp"
#include "extract/joined_names.hpp"
#include "extract/language_names.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/stated_names.hpp"

namespace relata {
namespace {

/// Without an adverb in front ("formerly Intertrade").
Phrase own_phrase(const SentenceScope& scope, WordId head) {
  Phrase phrase = noun_phrase(scope.tree, head, Extent::kCore, scope.lexicon);
  while (phrase.words.size() > 1 && phrase.words.front() != head &&
         scope.tree.word(phrase.words.front()).upos == Upos::kAdv) {
    phrase.words.erase(phrase.words.begin());
  }
  return phrase;
}

/// The largest name that ends where that of `head` does: "the League (of Cities)".
WordId whole_name(const SentenceScope& scope, WordId head) {
  const Tree& tree = scope.tree;
  for (WordId above = tree.parent(head);
       above != kNoWord && tree.relation(head) == "nmod" && is_proper(tree, above);
       above = tree.parent(head)) {
    const std::size_t mention = scope.entities.mention_at(scope.sentence, above, tree.size());
    if (mention == kNoEntity) break;
    const Mention& name = scope.entities.analysis().mentions[mention];
    if (name.form != MentionForm::kName || name.last < head) break;
    head = above;
  }
  return head;
}

void write_alias(const SentenceScope& scope, TripleWriter& writer, WordId head, const Phrase& other,
                 std::string relation_text, const char* rule) {
  RelationDraft relation;
  relation.supplied = std::move(relation_text);
  relation.lemmas = {"also", "known", "as"};
  Argument subject =
      make_argument(scope, noun_phrase(scope.tree, head, Extent::kLong, scope.lexicon));
  writer.begin_statement();
  write_fact(scope, writer, TripleKind::kAlias, head, std::move(subject), std::move(relation),
             make_argument(scope, other), rule, 0.85);
}

void write_alias(const SentenceScope& scope, TripleWriter& writer, WordId head, WordId other,
                 std::string relation_text, const char* rule) {
  write_alias(scope, writer, head, own_phrase(scope, other), std::move(relation_text), rule);
}

bool has_adverb(const Tree& tree, WordId head, std::string_view adverb) {
  for (const WordId child : tree.children(head)) {
    if (tree.relation(child) == "advmod" && lower_ascii(tree.word(child).form) == adverb) {
      return true;
    }
  }
  return false;
}

bool in_brackets(const SentenceScope& scope, WordId head) {
  const WordId first = own_phrase(scope, head).words.front();
  return first > 0 && scope.tree.word(first - 1).form == "(" &&
         !tells_seat(scope.entities.analysis().sentences[scope.sentence], first);
}

/// Capitals of the words that begin with one: "National Health Service" → "NHS".
std::string initials(const Tree& tree, const Words& words) {
  std::string letters;
  for (const WordId id : words) {
    const char first = tree.word(id).form.empty() ? ' ' : tree.word(id).form.front();
    if (first >= 'A' && first <= 'Z') letters += first;
  }
  return letters;
}

bool is_acronym_of(const SentenceScope& scope, WordId acronym, WordId head) {
  const std::string& form = scope.tree.word(acronym).form;
  std::string letters;
  for (const char c : form) {
    if (c >= 'A' && c <= 'Z') letters += c;
  }
  if (letters.size() < 2) return false;
  const Phrase whole = noun_phrase(scope.tree, head, Extent::kLong, scope.lexicon);
  return letters == initials(scope.tree, whole.words);
}

/// "Labour Party (UK)", "Ada Orel (R-AZ)": a place behind what is none tells where it belongs.
/// Initials are another name whatever the tagger makes of them.
bool tells_of_where(const SentenceScope& scope, WordId head, WordId id) {
  const auto type = mention_type_at(scope, head);
  const bool place = mention_type_at(scope, id) == MentionType::kPlace ||
                     scope.lexicon.is_country(scope.tree.word(id).form);
  return place && type != MentionType::kPlace && !is_acronym_of(scope, id, head);
}

/// "Peru, Chile and Orel (the Southern Union)": what a body is called is no name of a country.
bool is_more_than_country(const SentenceScope& scope, WordId head, WordId id) {
  const auto name = scope.entities.mention_at(scope.sentence, head, scope.tree.size());
  if (name == kNoEntity || mention_type_at(scope, id) != MentionType::kOrganization) return false;
  const Mention& mention = scope.entities.analysis().mentions[name];
  const Sentence& sentence = scope.entities.analysis().sentences[scope.sentence];
  return scope.lexicon.is_country(
      text_of(sentence, {mention.head, flat_end(sentence, mention.head)}));
}

/// Participles that name: "known as", "called", "dubbed".
bool is_naming_verb(std::string_view lemma) {
  return lemma == "know" || lemma == "call" || lemma == "dub" || lemma == "nickname" ||
         lemma == "name" || lemma == "abbreviate" || lemma == "title" || lemma == "entitle" ||
         lemma == "rename" || lemma == "bear";
}

/// Names that the words between them tell to be of one thing, where the tree does not.
void write_stated(const SentenceScope& scope, TripleWriter& writer,
                  const std::vector<WordId>& told) {
  const Sentence& sentence = scope.entities.analysis().sentences[scope.sentence];
  for (const StatedName& stated : find_stated_names(sentence)) {
    const bool known = std::any_of(told.begin(), told.end(), [&](WordId id) {
      return stated.first <= id && id <= stated.last;
    });
    if (known) continue;
    const WordId head = whole_name(scope, head_of_name(sentence, stated.name));
    const auto type = mention_type_at(scope, head);
    // "Lima, alias …" of a place is a slip of the words.
    if (!type || *type == MentionType::kTime ||
        scope.lexicon.is_country(sentence.words[head].form)) {
      continue;
    }
    Phrase other;
    other.head = name_head(sentence, stated.first, stated.last);
    for (WordId id = stated.first; id <= stated.last; ++id) other.words.push_back(id);
    write_alias(scope, writer, head, other, "also known as", "alias/words");
  }
}

}  // namespace

void extract_aliases(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  const Sentence& sentence = scope.entities.analysis().sentences[scope.sentence];
  const std::vector<LanguageName> of_languages = find_language_names(sentence, scope.lexicon);
  for (const LanguageName& stated : of_languages) {
    Phrase other;
    other.head = stated.first;
    for (WordId id = stated.first; id <= stated.last; ++id) other.words.push_back(id);
    write_alias(scope, writer, whole_name(scope, head_of_name(sentence, stated.name)), other,
                "also known as", "alias/language");
  }
  std::vector<WordId> told;  // heads of the names that the tree tells
  for (WordId id = 0; id < tree.size(); ++id) {
    const WordId head = tree.parent(id);
    if (head == kNoWord || !is_noun(tree.word(head))) continue;
    const auto is_told = [&](const LanguageName& stated) {
      return stated.first <= id && id <= stated.last;
    };
    if (std::any_of(of_languages.begin(), of_languages.end(), is_told)) continue;
    const bool names = is_proper(tree, head) && is_proper(tree, id);
    const std::string_view relation = tree.relation(id);
    const bool beside =
        relation == "appos" || relation == "parataxis" || relation == "dep" || relation == "nmod";
    const WordId nearest = names ? last_conjunct(sentence, head, id) : head;
    const auto is_person = [&](std::size_t word) {
      return mention_type_at(scope, word) == MentionType::kPerson;
    };
    if (names && beside && has_adverb(tree, id, "formerly")) {
      write_alias(scope, writer, whole_name(scope, nearest), id, "formerly known as",
                  "alias/formerly");
      told.push_back(id);
    } else if (names && relation == "appos" && in_brackets(scope, id) &&
               !tells_of_where(scope, nearest, id) && !is_more_than_country(scope, nearest, id) &&
               !is_agency_of_dateline(sentence, id)) {
      const WordId name = name_before_bracket(sentence, head, id, is_person);
      write_alias(scope, writer, whole_name(scope, name), id, "also known as", "alias/brackets");
      told.push_back(id);
    } else if (names && relation == "conj" && is_acronym_of(scope, id, head)) {
      const WordId cc = tree.child(id, "cc");
      if (cc != kNoWord && lower_ascii(tree.word(cc).form) == "or") {
        write_alias(scope, writer, head, id, "also known as", "alias/acronym");
        told.push_back(id);
      }
    } else if (const std::size_t name = name_before_or(sentence, id); names && name != kNoName) {
      write_alias(scope, writer, name, id, "also known as", "alias/acronym");
      told.push_back(id);
    } else if (tree.is(id, "acl") && is_naming_verb(tree.word(id).lemma) &&
               feature(tree.word(id), "VerbForm") == "Part") {
      for (const WordId child : tree.children(id)) {
        const bool object =
            tree.is(child, "obl") || tree.is(child, "xcomp") || tree.is(child, "obj");
        if (!object || child < id || !is_proper(tree, child)) continue;
        if (tree.word(id).lemma == "name" || tree.word(id).lemma == "bear") continue;
        for (const WordId other : conjuncts(tree, child)) {
          if (!is_proper(tree, other)) continue;
          write_alias(scope, writer, head, other,
                      has_adverb(tree, id, "formerly") ? "formerly known as" : "also known as",
                      "alias/participle");
          told.push_back(other);
        }
        break;
      }
    }
  }
  write_stated(scope, writer, told);
}

}  // namespace relata
