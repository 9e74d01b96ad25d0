#include "extract/nominal_support.hpp"

#include "extract/ended_role.hpp"
#include "extract/english.hpp"
#include "extract/stance.hpp"
#include "extract/time_phrase.hpp"

namespace relata {

bool is_noun(const Word& word) { return word.upos == Upos::kNoun || word.upos == Upos::kPropn; }

bool is_proper(const Tree& tree, WordId id) { return tree.word(id).upos == Upos::kPropn; }

namespace {

/// Prepositions of the time that a role lasted, not of when something was done in it.
bool tells_term(std::string_view preposition) {
  return preposition == "until" || preposition == "till" || preposition == "since" ||
         preposition == "from" || preposition == "between";
}

}  // namespace

std::vector<Qualifier> role_time(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  for (const WordId child : tree.children(noun)) {
    if (child < noun || (!tree.is(child, "nmod") && !tree.is(child, "obl"))) continue;
    const Words link = prepositions(tree, child);
    if (link.empty() || !tells_term(lower_ascii(tree.word(link.front()).form)) ||
        !is_time_phrase(scope, child)) {
      continue;
    }
    Words words = tree.subtree_if(child, [&](WordId id) { return tree.relation(id) != "punct"; });
    Qualifier time;
    time.role = "time";
    time.value = time_value(scope, child, words);
    if (time.value.find('/') == std::string::npos) continue;  // no term
    time.text = scope.text.text(words);
    time.range = scope.text.range(words);
    return {std::move(time)};
  }
  return {};
}

std::string supplied_verb(const SentenceScope& scope, WordId word, Supplied verb) {
  const Tree& tree = scope.tree;
  // "…, CEO until 2019, joins", "…, CEO since 2019, joined": whatever the tense of the story
  if (const std::vector<Qualifier> term = role_time(scope, word); !term.empty()) {
    const bool over = !term.front().value.ends_with("..");
    return verb == Supplied::kHas ? (over ? "had" : "has") : (over ? "was" : "is");
  }
  bool past = false;
  // The nearest finite verb above tells the time of the story.
  for (WordId id = word; id != kNoWord; id = tree.parent(id)) {
    const auto is_past = [&](WordId finite) {
      return feature(tree.word(finite), "VerbForm") == "Fin" &&
             feature(tree.word(finite), "Tense") == "Past";
    };
    const auto is_finite = [&](WordId finite) {
      return feature(tree.word(finite), "VerbForm") == "Fin";
    };
    bool found = is_finite(id);
    past = is_past(id);
    for (const WordId child : tree.children(id)) {
      if (tree.relation(child) != "aux" && tree.relation(child) != "cop") continue;
      found = found || is_finite(child);
      past = past || is_past(child);
    }
    if (found) break;
  }
  if (verb == Supplied::kHas) return past ? "had" : "has";
  return past ? "was" : "is";
}

RelationDraft origin_relation(const SentenceScope& scope, WordId noun) {
  const bool past = supplied_verb(scope, noun, Supplied::kIs) == "was";
  const bool plural = feature(scope.tree.word(noun), "Number") == "Plur";
  RelationDraft relation;
  relation.supplied =
      past ? (plural ? "were from" : "was from") : (plural ? "are from" : "is from");
  relation.lemmas = {"be", "from"};
  return relation;
}

RelationDraft role_relation(const SentenceScope& scope, WordId noun) {
  RelationDraft relation;
  relation.words = role_words(scope, noun);
  relation.supplied = "of";
  relation.lemmas = role_lemmas(scope, noun);
  relation.lemmas.emplace_back("of");
  return relation;
}

namespace {

bool is_within_quotes(const Tree& tree, WordId word) {
  bool open = false;
  for (WordId id = 0; id < word; ++id) {
    const std::string& form = tree.word(id).form;
    if (form == "\"") {
      open = !open;
    } else if (form == "“" || form == "``") {
      open = true;
    } else if (form == "”" || form == "''") {
      open = false;
    }
  }
  return open;
}

}  // namespace

void write_fact(const SentenceScope& scope, TripleWriter& writer, TripleKind kind,
                WordId stance_word, Argument subject, RelationDraft relation, Argument object,
                std::string rule, double prior, std::vector<Qualifier> qualifiers) {
  TripleDraft draft;
  draft.qualifiers = std::move(qualifiers);
  draft.kind = kind;
  draft.subject = std::move(subject);
  draft.relation = std::move(relation);
  draft.object = std::move(object);
  draft.stance = stance_at(scope, stance_word);
  // Whoever speaks, that Oslo is in Norway and who is its mayor is told by the writer in passing;
  // within quotation marks it is the speaker's word.
  const bool in_passing = kind == TripleKind::kApposition || kind == TripleKind::kTitle ||
                          kind == TripleKind::kCompound || kind == TripleKind::kPossessive ||
                          kind == TripleKind::kAlias || rule.starts_with("nominal/description");
  if (in_passing && scope.quoted == nullptr && !is_within_quotes(scope.tree, stance_word)) {
    draft.stance.attribution = hearsay_at(scope, stance_word);  // "the alleged leader"
  }
  draft.rule = std::move(rule);
  draft.doubt.prior = prior;
  writer.add(std::move(draft));
}

Phrase with_antecedent(const SentenceScope& scope, const Phrase& phrase) {
  const Tree& tree = scope.tree;
  if (!is_relative_pronoun(tree.word(phrase.head))) return phrase;
  WordId above = tree.parent(phrase.head);
  while (above != kNoWord && tree.deprel(above) != "acl:relcl") above = tree.parent(above);
  if (above == kNoWord || tree.parent(above) == kNoWord) return phrase;
  return noun_phrase(tree, tree.parent(above), Extent::kCore, scope.lexicon);
}

void write_links(const SentenceScope& scope, TripleWriter& writer, TripleKind kind,
                 WordId description, const Argument& subject, const std::string& rule) {
  const std::vector<Qualifier> time = role_time(scope, description);
  for (const NounLink& link : noun_links(scope, description, Label::kModified)) {
    const Argument object = make_argument(scope, with_antecedent(scope, link.object));
    if (object.entity.empty() || object.entity == subject.entity) continue;
    RelationDraft relation;
    if (link.words.empty()) {
      relation = origin_relation(scope, description);
    } else {
      relation.words = link.words;
      relation.words.insert(relation.words.end(), link.link.begin(), link.link.end());
      relation.supplied = link.supplied;
      relation.lemmas = link.lemmas;
    }
    write_fact(scope, writer, kind, description, subject, std::move(relation), object,
               rule + "/" + link.rule, 0.85, time);
  }
}

WordId described_noun(const SentenceScope& scope, WordId head) {
  if (!only_measures(scope.tree, head, scope.lexicon)) return head;
  for (const WordId child : scope.tree.children_with(head, "nmod")) {
    if (link_text(scope.tree, prepositions(scope.tree, child)) == "of") return child;
  }
  return head;
}

}  // namespace relata
