// Possessors, countries before nouns, places behind them, and descriptions of known entities.
#include <algorithm>

#include "extract/ended_role.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

Words without(const Words& words, const Words& dropped) {
  Words kept;
  for (const WordId id : words) {
    if (std::find(dropped.begin(), dropped.end(), id) == dropped.end()) kept.push_back(id);
  }
  return kept;
}

/// "the People's Liberation Army": a common word within a name owns nothing.
bool is_part_of_name(const SentenceScope& scope, WordId noun, WordId owner) {
  if (!is_proper(scope.tree, noun) || form_at(scope, noun) != MentionForm::kName) return false;
  const std::string& form = scope.tree.word(owner).form;
  const std::string lemma = lower_ascii(scope.tree.word(owner).lemma);  // "Farmers' League"
  const bool common = scope.lexicon.noun_class(lower_ascii(form)) != NounClass::kOther ||
                      scope.lexicon.noun_class(lemma) != NounClass::kOther;
  return common && !scope.lexicon.is_country(form);
}

/// "Peru's Ana Orel", "Larnex's Jan Novak": a country or body before a person's name says where she
/// comes from, or whom he is of; it has nobody.
bool belongs_by_name(const SentenceScope& scope, WordId noun, WordId owner) {
  const EntityRecord* person = entity_at(scope, noun);
  const EntityRecord* whence = entity_at(scope, owner);
  if (person == nullptr || whence == nullptr || person == whence) return false;
  if (person->type != EntityType::kPerson || !is_proper(scope.tree, noun) || !whence->named) {
    return false;
  }
  if (scope.lexicon.is_title(scope.tree.word(noun).form)) return false;
  return is_proper(scope.tree, owner) &&
         (whence->type == EntityType::kPlace || whence->type == EntityType::kOrganization);
}

/// "Peru's Larnex": a country before a body that has a name of its own, and not one that every
/// country's has ("Peru's Ministry of Health").
bool is_from_country(const SentenceScope& scope, WordId noun, WordId owner) {
  const EntityRecord* body = entity_at(scope, noun);
  const EntityRecord* whence = entity_at(scope, owner);
  if (body == nullptr || whence == nullptr || body == whence || !body->named) return false;
  if (body->type != EntityType::kOrganization || !is_proper(scope.tree, noun)) return false;
  const Words name = without(noun_phrase(scope.tree, noun, Extent::kCore, scope.lexicon).words,
                             scope.tree.subtree(owner));
  return scope.lexicon.is_country(whence->name) &&
         !scope.lexicon.is_word(lower_ascii(scope.tree.word(name.front()).form));
}

/// "Nepal's Dhading district": a place with a name lies in the place that has it.
bool lies_in(const SentenceScope& scope, WordId noun, WordId owner) {
  const EntityRecord* inner = entity_at(scope, noun);
  const EntityRecord* outer = entity_at(scope, owner);
  return inner != nullptr && outer != nullptr && inner != outer && inner->named && outer->named &&
         inner->type == EntityType::kPlace && outer->type == EntityType::kPlace &&
         is_proper(scope.tree, owner) && form_at(scope, noun) == MentionForm::kName;
}

void read_possessor(const SentenceScope& scope, TripleWriter& writer, WordId noun, WordId owner) {
  const Tree& tree = scope.tree;
  if (is_time_phrase(scope, owner) || is_time_phrase(scope, noun)) return;
  // "his arrest" has a doer or a done-to, no owner.
  const bool deed = scope.lexicon.noun_class(tree.word(noun).lemma) == NounClass::kAct ||
                    scope.lexicon.noun_class(tree.word(noun).lemma) == NounClass::kEvent;
  if (deed) return;
  if (is_part_of_name(scope, noun, owner)) return;
  const Phrase thing = noun_phrase(tree, noun, Extent::kCore, scope.lexicon);
  Argument object = make_argument(scope, {noun, without(thing.words, tree.subtree(owner))}, noun);
  const EntityRecord* owned = entity_at(scope, noun);
  // "Peru's former president": whom it has no more, was its. "His neighbour" is one of his, too.
  const bool people =
      owned != nullptr && owned->type == EntityType::kGroup &&
      scope.lexicon.noun_class(lower_ascii(tree.word(noun).lemma)) == NounClass::kPerson;
  const bool somebody = owned != nullptr && owned->type == EntityType::kPerson &&
                        feature(tree.word(noun), "Number") != "Plur";
  const bool relative = (people || somebody) && !is_proper(tree, noun);
  if ((relative || has_ended(scope, noun)) && owned != nullptr) {
    const Argument whole =
        make_argument(scope, noun_phrase(tree, noun, Extent::kCore, scope.lexicon));
    for (const Phrase& phrase : split_conjuncts(tree, owner, Extent::kCore, scope.lexicon)) {
      writer.begin_statement();
      write_fact(scope, writer, TripleKind::kCompound, noun, whole, role_relation(scope, noun),
                 make_argument(scope, with_antecedent(scope, phrase)),
                 relative ? "possessive/role" : "possessive/ended", relative ? 0.5 : 0.7);
    }
    return;
  }
  // "his hat": worth a fact only where the thing is known by name.
  if (tree.word(owner).upos == Upos::kPron && (owned == nullptr || !owned->named)) return;
  const auto write_whole = [&](TripleKind kind, RelationDraft relation, const char* rule) {
    writer.begin_statement();
    write_fact(scope, writer, kind, noun, object, std::move(relation),
               make_argument(scope, noun_phrase(tree, owner, Extent::kCore, scope.lexicon)), rule,
               0.65);
  };
  if (belongs_by_name(scope, noun, owner)) {
    RelationDraft relation = origin_relation(scope, noun);
    if (entity_at(scope, owner)->type == EntityType::kOrganization) {
      relation.supplied = supplied_verb(scope, noun, Supplied::kIs) + " of";
      relation.lemmas = {"be", "of"};
    }
    write_whole(TripleKind::kPossessive, std::move(relation), "possessive/affiliation");
    return;
  }
  if (is_from_country(scope, noun, owner)) {
    write_whole(TripleKind::kPossessive, origin_relation(scope, noun), "possessive/affiliation");
    return;
  }
  RelationDraft relation;
  if (lies_in(scope, noun, owner)) {
    relation.supplied = "is in";
    relation.lemmas = {"be", "in"};
    write_whole(TripleKind::kNominal, std::move(relation), "possessive/place");
    return;
  }
  relation.supplied = supplied_verb(scope, noun, Supplied::kHas);
  relation.lemmas = {"have"};
  for (const Phrase& phrase : split_conjuncts(tree, owner, Extent::kCore, scope.lexicon)) {
    writer.begin_statement();
    write_fact(scope, writer, TripleKind::kPossessive, noun,
               make_argument(scope, with_antecedent(scope, phrase)), relation, object, "possessive",
               0.5);
  }
}

/// "officers of" of "coast guard officers": without the words that name the other end.
RelationDraft role_beside(const SentenceScope& scope, WordId noun, WordId child) {
  RelationDraft relation = role_relation(scope, noun);
  relation.words = without(relation.words, scope.tree.subtree(child));
  return relation;
}

/// "the Czech army", "Environment Ministry spokesman": a country or body before what is its own.
void read_compound(const SentenceScope& scope, TripleWriter& writer, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  const bool demonym = is_demonym(scope, child);
  const EntityRecord* owner = entity_at(scope, child);
  const EntityRecord* owned = entity_at(scope, noun);
  if (owner == nullptr || owned == nullptr || owner == owned) return;
  if (!demonym && lower_ascii(tree.word(noun).lemma) == "family") return;  // "the Orel family"
  if (!demonym && !is_name(scope, child)) return;
  // "a Bergen factory" lies in Bergen; "the Bergen region" only bears the name.
  const WordId article = tree.child(noun, "det");
  const bool indefinite = article != kNoWord && feature(tree.word(article), "Definite") == "Ind";
  const bool inside = owner->type == EntityType::kPlace && owned->type == EntityType::kPlace &&
                      !owned->named && indefinite && form_at(scope, child).has_value();
  const bool body = owned->type == EntityType::kOrganization || owned->type == EntityType::kGroup ||
                    owned->type == EntityType::kPerson || inside;
  const bool people = owner->type == EntityType::kOrganization ||
                      owner->type == EntityType::kPlace || owner->type == EntityType::kGroup;
  if (!body || !people) return;
  // Within a name ("the Bank of England Museum") nothing is said of its parts.
  const bool country = scope.lexicon.is_country(owner->name);
  if ((is_proper(tree, noun) || (owned->named && !country)) && !demonym) return;
  RelationDraft relation;
  if ((demonym || is_country_of_one(scope, noun, child)) && only_comes_from(scope, noun)) {
    relation = origin_relation(scope, noun);
  } else if (!demonym && owner->type == EntityType::kPlace && owned->type == EntityType::kPlace) {
    // "a United States Navy facility" may lie anywhere.
    if (country || scope.lexicon.is_country(tree.word(child).form)) return;
    relation.supplied = "is in";
    relation.lemmas = {"be", "in"};
  } else {
    relation = role_beside(scope, noun, child);
  }
  const Phrase whole = noun_phrase(tree, noun, Extent::kCore, scope.lexicon);
  const Phrase part = noun_phrase(tree, child, Extent::kCore, scope.lexicon);
  writer.begin_statement();
  write_fact(scope, writer, TripleKind::kCompound, noun, make_argument(scope, whole),
             std::move(relation), make_argument(scope, part),
             demonym ? "compound/demonym" : "compound/name", 0.55);
}

/// "junta leader": a body before the noun of a person.
void read_role_compound(const SentenceScope& scope, TripleWriter& writer, WordId noun,
                        WordId child) {
  const Tree& tree = scope.tree;
  if (form_at(scope, child) != MentionForm::kNominal) return;
  if (!scope.lexicon.can_be_person(lower_ascii(tree.word(noun).lemma))) return;
  const EntityRecord* body = entity_at(scope, child);
  const EntityRecord* person = entity_at(scope, noun);
  if (body == nullptr || person == nullptr || body == person) return;
  const bool fits = body->type == EntityType::kOrganization || body->type == EntityType::kGroup;
  if (!fits || (person->type != EntityType::kPerson && person->type != EntityType::kGroup)) return;
  writer.begin_statement();
  write_fact(scope, writer, TripleKind::kCompound, noun,
             make_argument(scope, noun_phrase(tree, noun, Extent::kCore, scope.lexicon)),
             role_beside(scope, noun, child),
             make_argument(scope, noun_phrase(tree, child, Extent::kCore, scope.lexicon)),
             "compound/role", 0.55);
}

/// Verbs of two sides: "Acme-linked" is linked to Acme, which did nothing.
bool is_bond(std::string_view lemma) {
  return lemma == "link" || lemma == "align" || lemma == "affiliate" || lemma == "relate" ||
         lemma == "tie" || lemma == "associate";
}

/// "Oslo-based", "Oslo-listed", "Oslo-born": of what is or was done there, and not by the place.
bool is_spot_of(std::string_view lemma) {
  return lemma == "base" || lemma == "list" || lemma == "bear" || lemma == "headquarter" ||
         lemma == "register" || lemma == "educate";
}

/// "the Acme-owned paper", "Cork-based firms": who did it to the noun, or where it is.
void read_participle(const SentenceScope& scope, TripleWriter& writer, WordId noun,
                     WordId participle) {
  const Tree& tree = scope.tree;
  const Word& word = tree.word(participle);
  if (word.upos != Upos::kVerb || word.form.ends_with("ing") || participle < 2 ||
      tree.word(participle - 1).form != "-")
    return;
  // "the Oslo-based miner Orel": it is Orel that is based there.
  const WordId name = tree.deprel(noun) == "nmod:desc" ? tree.parent(noun) : kNoWord;
  if (name != kNoWord && is_proper(tree, name) && begins_lower(tree.word(noun))) noun = name;
  const WordId doer = participle - 2;
  if (tree.parent(doer) != participle) return;
  const Argument first =
      make_argument(scope, noun_phrase(tree, doer, Extent::kCore, scope.lexicon));
  const Argument second =
      make_argument(scope, noun_phrase(tree, noun, Extent::kCore, scope.lexicon));
  if (first.entity.empty() || second.entity.empty() || first.entity == second.entity) return;
  RelationDraft relation;
  writer.begin_statement();
  const bool based = is_spot_of(word.lemma);
  if (based && first.type != EntityType::kPlace) return;
  if (based || is_bond(word.lemma)) {
    relation.supplied = "is " + lower_ascii(word.form) + (based ? " in" : " to");
    relation.lemmas = {"be", word.lemma, based ? "in" : "to"};
    write_fact(scope, writer, TripleKind::kCompound, noun, second, std::move(relation), first,
               "compound/participle", 0.8);
    return;
  }
  // "a Danish-born singer", "a Liberia-flagged tanker"
  if (word.lemma == "bear" || word.lemma == "flag" || word.lemma == "register") {
    write_fact(scope, writer, TripleKind::kCompound, noun, second, origin_relation(scope, noun),
               first, "compound/participle", 0.8);
    return;
  }
  relation.words = {participle};
  relation.lemmas = {word.lemma};
  write_fact(scope, writer, TripleKind::kCompound, noun, first, std::move(relation), second,
             "compound/participle", 0.8);
}

/// "the embassy in Lima": where a body or a place is.
void read_location(const SentenceScope& scope, TripleWriter& writer, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  const Words link = prepositions(tree, child);
  if (link.size() != 1) return;
  const std::string preposition = lower_ascii(tree.word(link[0]).form);
  if (preposition != "in" && preposition != "near") return;
  if (mention_type_at(scope, child) != MentionType::kPlace) return;
  const auto type = mention_type_at(scope, noun);
  if (!type) return;
  if (*type != MentionType::kOrganization && *type != MentionType::kPlace &&
      *type != MentionType::kEvent) {
    return;
  }
  // "an attack by the Red Front in Cork": a body known by name is not where it acts.
  if (*type == MentionType::kOrganization && form_at(scope, noun) == MentionForm::kName) return;
  const Argument subject =
      make_argument(scope, noun_phrase(tree, noun, Extent::kCore, scope.lexicon));
  const std::string verb = supplied_verb(scope, noun, Supplied::kIs);
  for (const Phrase& place : split_conjuncts(tree, child, Extent::kCore, scope.lexicon)) {
    RelationDraft relation;
    relation.supplied =
        (*type == MentionType::kEvent ? verb : std::string("is")) + " " + preposition;
    relation.lemmas = {"be", preposition};
    writer.begin_statement();
    write_fact(scope, writer, TripleKind::kNominal, noun, subject, std::move(relation),
               make_argument(scope, place), "nominal/place", 0.65);
  }
}

/// "Chairman of the Board": the noun itself says what somebody is there.
bool says_role(const SentenceScope& scope, WordId noun) {
  const Word& word = scope.tree.word(noun);
  return scope.lexicon.can_be_person(lower_ascii(word.lemma)) || scope.lexicon.is_title(word.form);
}

/// "Ada Orel of the Harbour Institute", "Karl Stein from the ministry", "two nurses from Cork": to
/// what somebody belongs, and where they come from.
void read_affiliation(const SentenceScope& scope, TripleWriter& writer, WordId noun, WordId child) {
  const Tree& tree = scope.tree;
  const Words link = prepositions(tree, child);
  if (link.size() != 1) return;
  const std::string preposition = lower_ascii(tree.word(link[0]).form);
  if (preposition != "of" && preposition != "from" && preposition != "with") return;
  const EntityRecord* somebody = entity_at(scope, noun);
  const EntityRecord* whence = entity_at(scope, child);
  if (somebody == nullptr || whence == nullptr || !whence->named) return;
  if (somebody->type != EntityType::kPerson && somebody->type != EntityType::kGroup) return;
  const bool from = preposition == "from";
  const bool body = whence->type == EntityType::kOrganization &&
                    (from || (is_proper(tree, noun) && !says_role(scope, noun)));
  const bool origin = whence->type == EntityType::kPlace && from;
  if (!body && !origin) return;
  Phrase phrase = noun_phrase(tree, noun, Extent::kCore, scope.lexicon);
  std::erase_if(phrase.words, [&](WordId id) { return tree.is_under(id, child); });
  const Argument subject = make_argument(scope, phrase);
  for (const Phrase& other : split_conjuncts(tree, child, Extent::kCore, scope.lexicon)) {
    RelationDraft relation = origin_relation(scope, noun);
    if (!from) {
      relation.supplied = supplied_verb(scope, noun, Supplied::kIs) + ' ' + preposition;
      relation.lemmas = {"be", preposition};
    }
    writer.begin_statement();
    write_fact(scope, writer, TripleKind::kNominal, noun, subject, std::move(relation),
               make_argument(scope, other), "nominal/affiliation", 0.65);
  }
}

/// A nominal that refers to someone known by name: "the governor of Mopti said".
void read_description(const SentenceScope& scope, TripleWriter& writer, WordId noun) {
  const Tree& tree = scope.tree;
  if (tree.word(noun).upos != Upos::kNoun || tree.is(noun, "appos")) return;
  const EntityRecord* entity = entity_at(scope, noun);
  if (entity == nullptr || !entity->named || entity->type != EntityType::kPerson) return;
  if (!scope.lexicon.can_be_person(lower_ascii(tree.word(noun).lemma))) return;
  if (!tree.children_with(noun, "flat").empty() || tree.has_child(noun, "cop")) return;
  // "to appoint Orel as head of the bank" is told with the appointing.
  if (link_text(tree, prepositions(tree, noun)) == "as") return;
  writer.begin_statement();
  write_links(scope, writer, TripleKind::kNominal, noun,
              make_argument(scope, noun_phrase(tree, noun, Extent::kCore, scope.lexicon)),
              "nominal/description");
}

}  // namespace

void extract_possessives(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  for (WordId noun = 0; noun < tree.size(); ++noun) {
    if (!is_noun(tree.word(noun))) continue;
    for (const WordId child : tree.children(noun)) {
      if (tree.deprel(child) == "nmod:poss") {
        read_possessor(scope, writer, noun, child);
      } else if (child < noun && (tree.is(child, "compound") || tree.is(child, "amod") ||
                                  tree.deprel(child) == "nmod:desc")) {
        read_compound(scope, writer, noun, child);
        read_role_compound(scope, writer, noun, child);
        read_participle(scope, writer, noun, child);
      } else if (tree.is(child, "nmod") && child > noun) {
        read_location(scope, writer, noun, child);
        read_affiliation(scope, writer, noun, child);
      }
    }
    read_description(scope, writer, noun);
  }
}

}  // namespace relata
