// Objects taken into the relation, and names that stand for an object or a subject.
#include <algorithm>

#include "extract/clause_reader.hpp"
#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/folding.hpp"
#include "extract/label_words.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_phrase.hpp"

namespace relata {

namespace {

/// Phrases that tell how, compare or set apart: no end of a relation.
bool tells_manner(std::string_view link) {
  return link == "as" || link == "like" || link == "unlike" || link == "than" ||
         link == "without" || link == "despite" || link == "except" || link == "besides";
}

/// What comes before or after: an event, not somebody.
bool tells_order(std::string_view link) {
  return link == "after" || link == "before" || link == "since" || link == "until" ||
         link == "during" || link == "amid" || link == "following" || link == "ahead of";
}

/// Where somebody or something goes: said without a pronoun, it is still the same ("sent her to").
bool is_direction(std::string_view link) {
  return link == "to" || link == "from" || link == "into" || link == "out of" || link == "onto" ||
         link == "toward" || link == "towards";
}

}  // namespace

void ClauseReader::read_goals(const Phrase& object, Doubt doubt) {
  ++doubt.depth;
  // "handed it to", "named Orel for": a pronoun or a short name goes into the label as it stands.
  const Upos upos = tree_.word(object.head).upos;
  Words thing;
  if (upos != Upos::kPron && core_.role != Role::kOblique) {
    thing = short_name(scope_, object);
    if (thing.empty()) return;
  }
  // "came to power in", but "sailed from Cork", "sailed in May" side by side.
  if (core_.role == Role::kOblique &&
      (is_foldable(scope_, object.head) || is_bare_noun(scope_, object.head))) {
    thing = core_.link;
    thing.push_back(object.head);
  }
  for (const Complement& complement : clause_.complements) {
    if (complement.role != Role::kOblique || complement.head <= object.head ||
        &complement == core_.complement || is_source(complement) ||
        is_time_phrase(scope_, complement.head)) {
      continue;
    }
    const std::string link = link_text(tree_, complement.link);
    if (needs_both(tree_, {complement.head, complement.link})) continue;
    if (tells_manner(link) || (tells_order(link) && !is_event(complement.head))) continue;
    if (upos == Upos::kPron && core_.role != Role::kOblique && !is_direction(link)) continue;
    const auto type = mention_type_at(scope_, complement.head);
    const bool somebody = type == MentionType::kPerson || type == MentionType::kOrganization;
    const bool recipient = somebody && (link == "to" || link == "from");
    for (const Phrase& other :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      TripleDraft draft;
      draft.kind = TripleKind::kFolded;
      draft.relation.words = verb_.words;
      draft.relation.words.insert(draft.relation.words.end(), thing.begin(), thing.end());
      draft.relation.words.insert(draft.relation.words.end(), complement.link.begin(),
                                  complement.link.end());
      draft.relation.lemmas = verb_.lemmas;
      if (core_.role == Role::kOblique && !thing.empty()) {
        draft.relation.lemmas.push_back(lower_ascii(tree_.word(object.head).lemma));
      }
      draft.relation.lemmas.push_back(link);
      finish(std::move(draft), make_argument(scope_, other), doubt,
             recipient ? "folded/recipient" : "folded/goal", recipient ? 0.85 : 0.75);
    }
  }
}

void ClauseReader::read_reciprocal() {
  constexpr std::size_t kMostParties = 4;
  const std::vector<Subject>& parties = clause_.subjects;
  if (parties.size() < 2 || parties.size() > kMostParties || clause_.verb.verbs.empty() ||
      clause_.verb.copular || clause_.verb.voice == Voice::kPassive) {
    return;
  }
  const WordId verb = clause_.verb.verbs.front();
  if (!is_reciprocal_verb(lower_ascii(tree_.word(verb).lemma))) return;
  const bool transitive = tree_.has_child(verb, "obj") || tree_.has_child(verb, "ccomp");
  const bool with = std::any_of(
      clause_.complements.begin(), clause_.complements.end(), [&](const Complement& complement) {
        return link_text(tree_, complement.link) == "with" && tree_.parent(complement.head) == verb;
      });
  if (transitive || with || std::string_view(parties.front().rule) == "controlled") return;
  TripleDraft draft;
  draft.kind = TripleKind::kFolded;
  draft.relation.lemmas = {lower_ascii(tree_.word(verb).lemma)};
  for (const WordId id : clause_.verb.words) {
    const bool particle = id == verb + 1 && tree_.deprel(id) == "compound:prt";
    if (id <= verb || particle) draft.relation.words.push_back(id);
    if (particle) draft.relation.lemmas.push_back(lower_ascii(tree_.word(id).lemma));
  }
  draft.relation.supplied = "with";
  draft.relation.lemmas.emplace_back("with");
  // "have agreed to share": the sharing is planned, they have agreed.
  const Stance whole = stance_;
  const bool modal =
      std::any_of(clause_.verb.auxiliaries.begin(), clause_.verb.auxiliaries.end(), [&](WordId id) {
        return id < verb &&
               modality_of_auxiliary(lower_ascii(tree_.word(id).lemma)) != Modality::kAsserted;
      });
  if (clause_.verb.verbs.size() > 1 && stance_.modality == Modality::kPlanned && !modal) {
    stance_.modality = Modality::kAsserted;
  }
  for (std::size_t i = 0; i < parties.size(); ++i) {
    for (std::size_t other = i + 1; other < parties.size(); ++other) {
      subject_ = subject_argument(parties[i]);
      subject_rule_ = parties[i].rule;
      const Argument object = subject_argument(parties[other]);
      if (subject_.entity.empty() || object.entity.empty() || subject_.entity == object.entity) {
        continue;
      }
      doubt_ = Doubt{};
      doubt_.conjuncts = 1;
      writer_.begin_statement();
      finish(draft, object, doubt_, "folded/reciprocal", 0.85);
    }
  }
  stance_ = whole;
}

bool ClauseReader::is_announced(WordId list) const {
  const WordId first = noun_phrase(tree_, list, Extent::kCore, scope_.lexicon).words.front();
  if (first == 0) return false;
  const std::string& before = tree_.word(first - 1).form;
  return before == ":" || before == "(" || before == "–" || before == "—" || before == "-" ||
         tree_.word(first - 1).upos == Upos::kNoun;
}

void ClauseReader::read_listed(const Phrase& object, Doubt doubt) {
  std::vector<WordId> lists = tree_.children_with(object.head, "appos");
  // No verb has two direct objects: the second names the first ("two men – Orel and Novak").
  for (const Complement& complement : clause_.complements) {
    if (complement.role == Role::kObject && &complement != core_.complement) {
      lists.push_back(complement.head);
    }
  }
  for (const WordId child : lists) {
    if (child < object.head || tree_.word(object.head).upos != Upos::kNoun) continue;
    if (feature(tree_.word(object.head), "Number") != "Plur") continue;
    const auto names = split_conjuncts(tree_, child, Extent::kCore, scope_.lexicon);
    if (names.size() < 2) continue;
    // "two books: an atlas and …", "brands Orel and Novak", but "supplies pumps, Orel ships and …"
    if (!tree_.is(child, "appos") && !is_announced(child)) continue;
    ++doubt.conjuncts;
    for (const Phrase& name : names) {
      writer_.begin_statement();
      add(verb_, make_argument(scope_, name), doubt, "clause/listed", 0.75);
    }
  }
}

void ClauseReader::read_inverted(const Subject& subject, const Phrase& object) {
  if (!clause_.verb.copular || !core_.link.empty() ||
      tree_.word(object.head).upos != Upos::kPropn) {
    return;
  }
  const Upos upos = tree_.word(subject.head).upos;
  if (upos != Upos::kNoun && upos != Upos::kAdj) return;
  const Argument name = make_argument(scope_, object);
  for (const NounLink& link : noun_links(scope_, subject.head, Label::kModified)) {
    if (!link.words.empty()) add_role(name, link, stance_, {}, doubt_, "folded/inverted");
  }
}

void ClauseReader::add_role(const Argument& somebody, const NounLink& link, const Stance& stance,
                            std::vector<Qualifier> qualifiers, const Doubt& doubt,
                            const char* rule) {
  Argument other = make_argument(scope_, with_antecedent(scope_, link.object));
  if (other.entity.empty() || other.entity == somebody.entity) return;
  TripleDraft draft;
  draft.kind = TripleKind::kFolded;
  draft.subject = somebody;
  draft.relation.words = link.words;
  draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
  draft.relation.supplied = link.supplied;
  draft.relation.lemmas = link.lemmas;
  draft.object = std::move(other);
  draft.qualifiers = std::move(qualifiers);
  draft.stance = stance;
  draft.rule = rule;
  draft.doubt = doubt;
  writer_.add(std::move(draft));
}

bool ClauseReader::is_event(WordId noun) const {
  const auto type = mention_type_at(scope_, noun);
  return type ? *type == MentionType::kEvent
              : scope_.lexicon.noun_class(tree_.word(noun).lemma) == NounClass::kEvent ||
                    scope_.lexicon.noun_class(tree_.word(noun).lemma) == NounClass::kAct;
}

bool ClauseReader::may_be_subject(WordId word) const {
  if (tree_.word(word).upos != Upos::kPron) return false;
  const EntityRecord* entity = entity_at(scope_, word);
  if (entity != nullptr && (entity->named || !entity->descriptions.empty())) return false;
  const bool person = subject_.type == EntityType::kPerson;
  const std::string form = lower_ascii(tree_.word(word).form);
  if (form == "his" || form == "her") return person;
  return form == "its" ? !person : form == "their";
}

bool ClauseReader::is_first_to(WordId noun) const {
  return picks_out_one(tree_, noun) && tree_.has_child(noun, "acl");
}

void ClauseReader::read_folded(const Phrase& object, Doubt doubt) {
  const bool predicate = core_.role == Role::kPredicate;
  // "entered into a treaty with", "suffered from a lack of": a deed behind a preposition.
  const bool oblique =
      core_.role == Role::kOblique && clause_.verb.voice == Voice::kActive && !clause_.verb.copular;
  if (core_.role != Role::kObject && !predicate && !oblique) return;
  if (std::string_view(subject_rule_) == "formal") return;
  if (!predicate && !is_foldable(scope_, object.head)) {
    read_goals(object, doubt);
    return;
  }
  if (predicate && (!core_.link.empty() || is_first_to(object.head))) return;
  ++doubt.depth;
  const WordId possessor = tree_.child(object.head, "nmod:poss");
  const bool owned = possessor != kNoWord && tree_.word(possessor).upos != Upos::kPron;
  const bool whole_label = predicate || is_share_of_body(scope_, object.head);
  for (const NounLink& link :
       noun_links(scope_, object.head, whole_label ? Label::kModified : Label::kNoun)) {
    if (link.words.empty() && !clause_.verb.copular) continue;
    // "restored Peru's share in the fund": not its own share, so that the label says whose.
    constexpr std::size_t kShortOwner = 3;  // words, "'s" among them
    Words whose;
    if (!predicate && owned && std::string_view(link.rule) != "possessive") {
      whose = tree_.subtree(possessor);
      if (whose.size() > kShortOwner) continue;
    }
    // "won its second title": its own, or nobody knows whose.
    if (std::string_view(link.rule) == "possessive" && may_be_subject(link.object.head)) continue;
    // "won the Novotny award": a name that tells a kind is not whose the thing is.
    if (!predicate && std::string_view(link.rule) == "compound") {
      const EntityRecord* owner = entity_at(scope_, link.object.head);
      const bool acts = owner != nullptr && (owner->type == EntityType::kOrganization ||
                                             owner->type == EntityType::kPlace);
      if (!acts || link.object.words.back() + 1 != object.head) continue;
    }
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.relation.words = verb_.words;
    if (oblique) {
      draft.relation.words.insert(draft.relation.words.end(), core_.link.begin(), core_.link.end());
    }
    draft.relation.words.insert(draft.relation.words.end(), whose.begin(), whose.end());
    draft.relation.words.insert(draft.relation.words.end(), link.words.begin(), link.words.end());
    draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
    draft.relation.supplied = link.supplied;
    // "is governor of" and "governor of" are one relation.
    if (!clause_.verb.copular) draft.relation.lemmas = verb_.lemmas;
    draft.relation.lemmas.insert(draft.relation.lemmas.end(), link.lemmas.begin(),
                                 link.lemmas.end());
    finish(std::move(draft), make_argument(scope_, link.object), doubt,
           std::string("folded/") + link.rule, 0.9);
  }
  if (oblique) read_goals(object, doubt);
  // "lies 50 km from": a sum says nothing without its number.
  const std::string unit = lower_ascii(tree_.word(object.head).lemma);
  const bool sum = scope_.lexicon.noun_class(unit) == NounClass::kQuantity &&
                   tree_.has_child(object.head, "nummod");
  if (predicate || oblique || sum) return;
  // "made arrests among | the guard": the noun goes with the verb's own phrases too.
  for (const Complement& complement : clause_.complements) {
    if (complement.role != Role::kOblique || complement.head < object.head ||
        is_source(complement) || is_time_phrase(scope_, complement.head)) {
      continue;
    }
    if (tells_order(link_text(tree_, complement.link)) && !is_event(complement.head)) continue;
    if (needs_both(tree_, {complement.head, complement.link})) continue;
    for (const Phrase& other :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      TripleDraft draft;
      draft.kind = TripleKind::kFolded;
      draft.relation.words = verb_.words;
      const Words noun = term_words(tree_, object.head);
      draft.relation.words.insert(draft.relation.words.end(), noun.begin(), noun.end());
      draft.relation.words.insert(draft.relation.words.end(), complement.link.begin(),
                                  complement.link.end());
      draft.relation.lemmas = verb_.lemmas;
      draft.relation.lemmas.push_back(lower_ascii(tree_.word(object.head).lemma));
      draft.relation.lemmas.push_back(link_text(tree_, complement.link));
      finish(std::move(draft), make_argument(scope_, other), doubt, "folded/adjunct", 0.85);
    }
  }
}

}  // namespace relata
