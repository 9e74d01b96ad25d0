#include "extract/folding.hpp"

#include <algorithm>
#include <span>

#include "extract/ended_role.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

bool is_proper_word(const Word& word) { return word.upos == Upos::kPropn; }

/// True if the name goes on ("Cork" of "Cork City goalkeeper"): the last of its words is its head.
bool goes_on(const SentenceScope& scope, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  const WordId next = child + 1;
  return next < noun && tree.parent(next) == noun && tree.is(next, "compound") &&
         is_proper_word(tree.word(next)) && is_proper_word(tree.word(child));
}

/// "the Paris Agreement": a noun with a capital behind a name ends a longer one, except where every
/// noun and verb has a capital (headlines) and after titles.
bool ends_name(const SentenceScope& scope, WordId noun) {
  const Word& word = scope.tree.word(noun);
  if (word.form.empty() || begins_lower(word) || scope.lexicon.is_title(word.form)) return false;
  const std::vector<Word>& words = scope.tree.sentence().words;
  return std::any_of(words.begin(), words.end(), [](const Word& other) {
    return (other.upos == Upos::kNoun || other.upos == Upos::kVerb) && begins_lower(other);
  });
}

/// The noun with the modifiers that belong to a label.
Words label_words(const SentenceScope& scope, WordId noun, Label label) {
  const Tree& tree = scope.tree;
  Words words = ending_words(scope, noun);
  words.push_back(noun);
  for (const WordId child : tree.children(noun)) {
    if (std::find(words.begin(), words.end(), child) != words.end()) continue;
    const std::string_view relation = tree.relation(child);
    const bool degree = relation == "advmod" && tree.word(noun).upos == Upos::kAdj;
    const bool modifier = child < noun && (degree || relation == "compound" || relation == "amod" ||
                                           (label == Label::kModified && relation == "nummod"));
    // A name behind a common noun ("spokeswoman Anna Orel") is not part of the role.
    const bool named = relation == "flat" && tree.word(noun).upos == Upos::kNoun &&
                       tree.word(child).upos == Upos::kPropn;
    const bool name_part =
        (relation == "flat" && !named) || relation == "goeswith" || relation == "fixed";
    // "attorney general", "secretary general": the adjective behind its noun
    const bool title = relation == "amod" && child == noun + 1 && tree.children(child).empty();
    if (!modifier && !name_part && !title) continue;
    if (child > 0 && goes_on(scope, noun, child - 1) && is_name(scope, child - 1)) {
      continue;  // the end of a name whose words all hang on the noun
    }
    if (label == Label::kNoun && relation != "compound" && !name_part) continue;
    // Names and demonyms before the noun are ends of relations, not words of labels.
    if (modifier && (is_name(scope, child) || is_demonym(scope, child))) continue;
    const Words below = tree.subtree_if(
        child, [&](WordId id) { return tree.relation(id) != "punct" || id + 1 < noun; });
    words.insert(words.end(), below.begin(), below.end());
  }
  return with_inner_punctuation(tree, std::move(words));
}

/// "the most successful of the operas": an adjective that stands for one of them.
bool is_superlative(const Tree& tree, WordId id) {
  if (tree.word(id).upos != Upos::kAdj || !tree.has_child(id, "det")) return false;
  if (feature(tree.word(id), "Degree") == "Sup") return true;
  for (const WordId child : tree.children_with(id, "advmod")) {
    const std::string form = lower_ascii(tree.word(child).form);
    if (form == "most" || form == "least") return true;
  }
  return false;
}

Phrase own_phrase(const SentenceScope& scope, WordId head) {
  return noun_phrase(scope.tree, head, Extent::kCore, scope.lexicon);
}

/// "secretary of state", "chief of staff": a bare noun that names nobody makes the role.
bool makes_the_role(const SentenceScope& scope, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  const Word& word = tree.word(child);
  if (child != noun + 2 || word.upos != Upos::kNoun || feature(word, "Number") != "Sing") {
    return false;
  }
  const bool role = scope.lexicon.can_be_person(lower_ascii(tree.word(noun).lemma)) ||
                    scope.lexicon.is_title(tree.word(noun).form);
  return role && lower_ascii(tree.word(noun + 1).form) == "of" &&
         tree.children(child).size() == 1 && entity_at(scope, child) == nullptr;
}

/// How much of a body somebody owns.
bool is_share(const Word& word) {
  const std::string lemma = lower_ascii(word.lemma);
  return lemma == "%" || lemma == "percent" || lemma == "cent" || lemma == "half" ||
         lemma == "third" || lemma == "quarter" || lemma == "majority" || lemma == "minority" ||
         lemma == "stake" || lemma == "holding" || lemma == "shareholding" || lemma == "interest";
}

/// A body known by name.
bool is_named_body(const SentenceScope& scope, WordId id) {
  const EntityRecord* body = entity_at(scope, id);
  return body != nullptr && body->named && body->type == EntityType::kOrganization;
}

/// What a body is divided into, for those who own it.
bool is_unit_of_ownership(const Word& word) {
  const std::string lemma = lower_ascii(word.lemma);
  return lemma == "share" || lemma == "stock" || lemma == "equity" || lemma == "capital" ||
         lemma == "vote" || lemma == "right";
}

/// "in Larnex Holdings" behind a noun, "Larnex's" before it.
bool is_of_named_body(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  const std::span<const WordId> children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](WordId child) {
    if (tree.deprel(child) == "nmod:poss") return is_named_body(scope, child);
    if (child < noun || !tree.is(child, "nmod")) return false;
    const std::string link = link_text(tree, prepositions(tree, child));
    return (link == "of" || link == "in") && is_named_body(scope, child);
  });
}

/// "shares" of "51 % of the shares in Larnex Holdings".
bool is_owned_unit(const SentenceScope& scope, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  if (child < noun || !tree.is(child, "nmod") || !is_unit_of_ownership(tree.word(child))) {
    return false;
  }
  return link_text(tree, prepositions(tree, child)) == "of" && is_share(tree.word(noun)) &&
         is_of_named_body(scope, child);
}

/// The words of a name before a noun, all of them, though each hangs on the noun.
Phrase name_before(const SentenceScope& scope, WordId noun, WordId last) {
  Phrase phrase = own_phrase(scope, last);
  while (phrase.words.front() > 0) {
    const WordId before = phrase.words.front() - 1;
    if (scope.tree.parent(before) != noun || !goes_on(scope, noun, before)) break;
    const Words more = own_phrase(scope, before).words;
    phrase.words.insert(phrase.words.begin(), more.begin(), more.end());
  }
  return phrase;
}

}  // namespace

Words role_words(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  Words words = ending_words(scope, noun);
  if (scope.lexicon.can_be_person(lower_ascii(tree.word(noun).lemma))) {
    const Words ends = words;
    words = label_words(scope, noun, Label::kModified);
    // "over 35 wounded fighters": a number tells how many there are, no role.
    std::erase_if(words, [&](WordId id) {
      if (id == noun || std::find(ends.begin(), ends.end(), id) != ends.end()) return false;
      const bool counted = std::any_of(
          tree.children(noun).begin(), tree.children(noun).end(),
          [&](WordId child) { return tree.is(child, "nummod") && tree.is_under(id, child); });
      return counted || tree.word(id).upos == Upos::kVerb || is_measure_word(tree.word(id).lemma);
    });
    for (const WordId child : tree.children_with(noun, "nmod")) {
      if (makes_the_role(scope, noun, child)) words.insert(words.end(), {child - 1, child});
    }
    return words;
  }
  words.push_back(noun);
  return words;
}

std::vector<NounLink> noun_links(const SentenceScope& scope, WordId noun, Label label) {
  const Tree& tree = scope.tree;
  Words words = label_words(scope, noun, label);
  const auto is_part = [&](WordId child) {
    return makes_the_role(scope, noun, child) || makes_a_term(tree, noun, child);
  };
  for (const WordId child : tree.children_with(noun, "nmod")) {
    if (is_part(child)) words.insert(words.end(), {child - 1, child});
  }
  std::vector<std::string> noun_lemma = role_lemmas(scope, noun);
  std::replace(noun_lemma.begin(), noun_lemma.end(), std::string("%"), std::string("percent"));
  std::vector<NounLink> links;
  for (const WordId child : tree.children(noun)) {
    const std::string_view deprel = tree.deprel(child);
    NounLink link;
    link.words = words;
    link.lemmas = noun_lemma;
    if (deprel == "nmod:poss") {
      if (is_time_phrase(scope, child)) continue;  // "Monday's attack"
      link.supplied = "of";
      link.lemmas.emplace_back("of");
      link.rule = "possessive";
      for (const Phrase& owner : split_conjuncts(tree, child, Extent::kCore, scope.lexicon)) {
        link.object = owner;
        links.push_back(link);
      }
    } else if (tree.relation(child) == "nmod" ||
               (tree.relation(child) == "obl" && child > noun && is_superlative(tree, noun))) {
      if (is_part(child)) continue;
      if (is_owned_unit(scope, noun, child)) {
        // "51 % of shares in | Larnex Holdings"
        Words before = words;
        const Words of = prepositions(tree, child);
        before.insert(before.end(), of.begin(), of.end());
        for (NounLink& inner : noun_links(scope, child, Label::kNoun)) {
          inner.words.insert(inner.words.begin(), before.begin(), before.end());
          inner.lemmas.insert(inner.lemmas.begin(), noun_lemma.begin(), noun_lemma.end());
          inner.rule = "phrase";
          links.push_back(std::move(inner));
        }
        continue;
      }
      const Attachment attached = attachment(tree, child);
      link.link = attached.link;
      if (link.link.empty() || is_time_phrase(scope, attached.head)) continue;
      const std::string first = lower_ascii(tree.word(link.link.front()).form);
      // Company and time tell nothing about the role itself.
      if (first == "including" || first == "such" || first == "like" || first == "than" ||
          first == "alongside" || first == "besides" || first == "during" || first == "until" ||
          first == "despite" || first == "according") {
        continue;
      }
      if (needs_both(tree, attached)) continue;
      link.lemmas.push_back(lower_ascii(tree.word(link.link.back()).form));
      link.rule = "phrase";
      for (const Phrase& other :
           split_conjuncts(tree, attached.head, Extent::kCore, scope.lexicon)) {
        link.object = other;
        links.push_back(link);
      }
    } else if (child < noun && (tree.is(child, "compound") || tree.is(child, "amod"))) {
      // A name inside a name ("Danube Shipping Group") is part of what it is called.
      const bool name = form_at(scope, child) == MentionForm::kName && tree.is(child, "compound") &&
                        tree.word(noun).upos != Upos::kPropn;
      const bool demonym = is_demonym(scope, child);
      if (!name && !demonym) continue;
      if (name && is_time_phrase(scope, child)) continue;
      // Within a name ("the Keller Prize") nothing is said of its parts; but "UK Prime Minister".
      const bool part = scope.tree.word(noun).upos == Upos::kPropn &&
                        !scope.lexicon.is_title(scope.tree.word(noun).form);
      if (name && (part || ends_name(scope, noun) || goes_on(scope, noun, child))) continue;
      const bool origin =
          (demonym || is_country_of_one(scope, noun, child)) && only_comes_from(scope, noun);
      if (origin) {
        link.words.clear();
        link.lemmas = {"be"};
      }
      link.supplied = origin ? "from" : "of";
      link.lemmas.push_back(link.supplied);
      link.rule = name ? "compound" : "demonym";
      link.object = name ? name_before(scope, noun, child) : own_phrase(scope, child);
      links.push_back(link);
    }
  }
  return links;
}

bool is_country_of_one(const SentenceScope& scope, WordId noun, WordId child) {
  const WordId article = scope.tree.child(noun, "det");
  const std::string lemma = lower_ascii(scope.tree.word(noun).lemma);
  const bool court = scope.lexicon.noun_class(lemma) == NounClass::kGroup &&
                     !scope.lexicon.is_kind_of_organization(lemma);  // the country's own
  return article != kNoWord && feature(scope.tree.word(article), "Definite") == "Ind" && !court &&
         scope.lexicon.is_country(scope.text.text(own_phrase(scope, child).words));
}

bool only_comes_from(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  const Word& word = tree.word(noun);
  // Any man is somebody's man to WordNet, and no officer; a lawyer is no country's.
  const bool office = scope.lexicon.is_title(word.lemma) && word.lemma != "man" &&
                      !scope.lexicon.is_calling(word.lemma) && !is_relative_noun(word.lemma);
  if (is_relative_noun(word.lemma)) return true;  // somebody's, and from there
  if (word.upos != Upos::kNoun || office) return false;
  const NounClass kind = scope.lexicon.noun_class(word.lemma);
  // "the Danish coast guard", "the Danish drugmaker Orel": of bodies the noun may call people, or
  // be a new one.
  const bool before_name = tree.deprel(noun) == "nmod:desc";
  const EntityRecord* entity = entity_at(scope, before_name ? tree.parent(noun) : noun);
  const bool body = entity != nullptr && entity->type == EntityType::kOrganization;
  if (kind == NounClass::kPerson && !body) return true;
  if (body && kind == NounClass::kOther && before_name) return true;
  // A country has one army, but many companies: "a Danish company", "Danish firms".
  const WordId article = tree.child(noun, "det");
  const bool indefinite = article != kNoWord && feature(tree.word(article), "Definite") == "Ind";
  const bool one_of_many = body && (indefinite || kind == NounClass::kPerson ||
                                    scope.lexicon.is_kind_of_organization(word.lemma));
  if (kind != NounClass::kGroup && !one_of_many) return false;
  const WordId name = tree.child(noun, "appos");
  // "the Danish airline Orel"
  const bool named =
      before_name || (name != kNoWord && name > noun && tree.word(name).upos == Upos::kPropn);
  // "police", "troops" are words of their own for one body.
  const std::string form = lower_ascii(word.form);
  const bool several = feature(word, "Number") == "Plur" && form != lower_ascii(word.lemma) &&
                       scope.lexicon.noun_class(form) == NounClass::kOther;
  return indefinite || named || several || one_of_many;
}

bool is_share_of_body(const SentenceScope& scope, WordId noun) {
  if (!is_share(scope.tree.word(noun))) return false;
  if (is_of_named_body(scope, noun)) return true;
  const std::span<const WordId> children = scope.tree.children(noun);
  return std::any_of(children.begin(), children.end(),
                     [&](WordId child) { return is_owned_unit(scope, noun, child); });
}

bool is_foldable(const SentenceScope& scope, WordId noun) {
  if (is_share_of_body(scope, noun)) return true;
  const Word& word = scope.tree.word(noun);
  if (word.upos != Upos::kNoun) return false;
  if (form_at(scope, noun) == MentionForm::kName) return false;
  // What the mention is taken for here says more than the noun's most frequent sense.
  if (const auto type = mention_type_at(scope, noun)) {
    return *type == MentionType::kAbstract || *type == MentionType::kEvent;
  }
  switch (scope.lexicon.noun_class(word.lemma)) {
    case NounClass::kEvent:
    case NounClass::kAct:
    case NounClass::kCommunication:
      return true;
    default:
      return !scope.lexicon.verb_of_noun(word.lemma).empty() &&
             !scope.lexicon.can_be_person(word.lemma);
  }
}

}  // namespace relata
