// Objects taken into the relation, and names that stand for an object or a subject.
#include <algorithm>

#include "extract/attribution.hpp"
#include "extract/clause_reader.hpp"
#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/folding.hpp"
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

/// Prepositions before a bare noun for what becomes of somebody: "to justice", "into custody",
/// "under arrest".
bool tells_state(std::string_view link) {
  return link == "to" || link == "into" || link == "in" || link == "on" || link == "under" ||
         link == "out of";
}

/// Verbs that make somebody what stands behind their object, with "as" or without.
bool gives_role(std::string_view lemma) {
  return takes_predicate(lemma) || lemma == "install" || lemma == "hire" || lemma == "pick" ||
         lemma == "select" || lemma == "recruit" || lemma == "employ" || lemma == "confirm" ||
         lemma == "swear" || lemma == "engage" || lemma == "retain";
}

/// Verbs whose infinitive behind an object tells what somebody wants, not what he makes it do.
bool wishes(std::string_view lemma) {
  return lemma == "want" || lemma == "expect" || lemma == "need" || lemma == "like" ||
         lemma == "prefer" || lemma == "wish" || lemma == "have" || lemma == "go";
}

/// Verbs that tell what somebody is, and do not make him it.
bool tells_what_one_is(std::string_view lemma) {
  return lemma == "name" || lemma == "identify" || lemma == "describe" || lemma == "list" ||
         lemma == "cite" || lemma == "regard" || lemma == "register" || lemma == "record";
}

/// A name of few words, without what stands before it: "Anna Orel" of "former mayor Anna Orel".
Words bare_name(const Tree& tree, WordId head) {
  constexpr std::size_t kLongest = 4;
  Words words{head};
  for (const WordId part : tree.children_with(head, "flat")) words.push_back(part);
  for (WordId id = head; id > 0; --id) {
    const bool part = tree.parent(id - 1) == head && tree.is(id - 1, "compound") &&
                      tree.word(id - 1).upos == Upos::kPropn;
    if (!part) break;
    words.push_back(id - 1);
  }
  std::sort(words.begin(), words.end());
  return words.size() > kLongest ? Words{} : words;
}

/// A thing as a label names it: "officers", "passport holders", "Danish passport holders". Empty
/// if there is no short way to say it: a sum, a measure, a long name.
Words short_name(const SentenceScope& scope, const Phrase& thing) {
  constexpr std::size_t kShort = 2;      // words
  constexpr std::size_t kWithWhose = 3;  // words, a name or demonym among them
  const Tree& tree = scope.tree;
  const Word& head = tree.word(thing.head);
  if (head.upos == Upos::kPropn) {
    return thing.words.size() <= kShort ? thing.words : bare_name(tree, thing.head);
  }
  const bool measure = scope.lexicon.noun_class(head.lemma) == NounClass::kQuantity &&
                       tree.has_child(thing.head, "nummod");
  if (head.upos != Upos::kNoun || measure || is_measure_word(head.lemma)) return {};
  Words words{thing.head};
  for (const WordId part : tree.children_with(thing.head, "compound")) {
    if (part < thing.head && tree.word(part).upos == Upos::kNoun) words.push_back(part);
  }
  if (words.size() > kShort) words.assign(1, thing.head);
  // "bans Danish passport holders from": of whom it is true, not just what they are like.
  Words whole = words;
  for (const WordId part : tree.children(thing.head)) {
    if (part < thing.head && tree.is(part, "amod") && is_demonym(scope, part)) {
      whole.push_back(part);
    }
  }
  if (whole.size() <= kWithWhose) words = std::move(whole);
  std::sort(words.begin(), words.end());
  return words;
}

/// "fell in love with", "held on charges of": a noun without article, of no thing in particular,
/// goes with the verb.
bool is_bare_noun(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  const Word& word = tree.word(noun);
  if (word.upos != Upos::kNoun || feature(word, "Number") != "Sing") return false;
  const auto type = mention_type_at(scope, noun);
  const bool thing = type && *type != MentionType::kAbstract && *type != MentionType::kEvent;
  return !thing && std::all_of(tree.children(noun).begin(), tree.children(noun).end(),
                               [&](WordId child) { return tree.is(child, "case"); });
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

Words ClauseReader::predicate_label(WordId noun) const {
  constexpr std::size_t kLongest = 3;  // words
  if (tree_.word(noun).upos != Upos::kNoun || tree_.has_child(noun, "cop") ||
      is_time_phrase(scope_, noun)) {
    return {};
  }
  // "as part (of a deal)", "as a result (of it)": what hangs behind says it.
  const std::string lemma = lower_ascii(tree_.word(noun).lemma);
  const bool somebody =
      scope_.lexicon.can_be_person(lemma) || scope_.lexicon.is_kind_of_organization(lemma);
  const bool open = tree_.has_child(noun, "nmod") || tree_.has_child(noun, "acl");
  if (!somebody && open) return {};
  Words what = noun_phrase(tree_, noun, Extent::kCore, scope_.lexicon).words;
  std::erase_if(what, [&](WordId id) {
    const bool hyphen = tree_.is(id, "punct") && id + 1 < tree_.size() && tree_.is(id + 1, "fixed");
    const bool behind = id > noun && !tree_.is(id, "flat") && !tree_.is(id, "fixed") && !hyphen;
    return behind || tree_.is(id, "det") || tree_.is(id, "nmod:poss") || tree_.is(id, "case") ||
           (tree_.is(id, "punct") && !hyphen);
  });
  // "first female prime minister": its end says it.
  constexpr std::ptrdiff_t kEnd = 2;
  if (what.size() > kLongest) what.erase(what.begin(), what.end() - kEnd);
  return what;
}

void ClauseReader::read_predicated(const Phrase& object, Doubt doubt) {
  const bool agent = core_.role == Role::kAgent;
  const bool active = core_.role == Role::kObject && clause_.verb.voice != Voice::kPassive;
  if (!agent && !active) return;
  ++doubt.depth;
  for (const Complement& complement : clause_.complements) {
    const std::string link = link_text(tree_, complement.link);
    const bool as = complement.role == Role::kOblique && link == "as";
    if (!as && !(complement.link.empty() && tree_.is(complement.head, "xcomp"))) continue;
    if (active && complement.head < object.head) continue;
    Words what = complement.link;
    const Words label = predicate_label(complement.head);
    if (label.empty()) {
      if (active) read_held_as(object, complement.head, doubt);
      continue;
    }
    what.insert(what.end(), label.begin(), label.end());
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.relation.words = verb_.words;
    draft.relation.words.insert(draft.relation.words.end(), what.begin(), what.end());
    draft.relation.lemmas = verb_.lemmas;
    if (as) draft.relation.lemmas.push_back(link);
    draft.relation.lemmas.push_back(lower_ascii(tree_.word(complement.head).lemma));
    if (agent) {
      draft.relation.supplied = "by";
      draft.relation.lemmas.emplace_back("by");
      draft.relation.active_text = active_form(what);
    }
    finish(std::move(draft), make_argument(scope_, object), doubt, "folded/predicated", 0.8);
    if (active) read_held_as(object, complement.head, doubt);
  }
}

Words ClauseReader::completion(WordId object) const {
  constexpr std::size_t kLongest = 4;  // words
  for (const Complement& complement : clause_.complements) {
    const WordId after = core_.role == Role::kAgent ? clause_.verb.head : object;
    if (complement.head < after || &complement == core_.complement) continue;
    Words words;
    if (complement.role == Role::kControlled) {
      if (wishes(tree_.word(clause_.verb.head).lemma)) continue;
      const auto below = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
        return clause.predicate == complement.head;
      });
      if (below == clauses_.end() || below->verb.copular) continue;
      words = infinitive_markers(tree_, complement.head);
      words.insert(words.end(), below->verb.words.begin(), below->verb.words.end());
      for (const Complement& inner : below->complements) {
        if (inner.role != Role::kObject || inner.head < complement.head) continue;
        const Words what =
            short_name(scope_, noun_phrase(tree_, inner.head, Extent::kCore, scope_.lexicon));
        words.insert(words.end(), what.begin(), what.end());
        break;
      }
    } else if (complement.role == Role::kPredicate && complement.link.empty() &&
               tree_.word(complement.head).upos == Upos::kAdj) {
      words = {complement.head};
    } else if (complement.role == Role::kOblique && is_bare_noun(scope_, complement.head) &&
               tells_state(link_text(tree_, complement.link)) &&
               !is_time_phrase(scope_, complement.head)) {
      words = complement.link;
      words.push_back(complement.head);
    }
    if (words.empty() || words.size() > kLongest) continue;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }
  return {};
}

void ClauseReader::read_completed(const Phrase& object, Doubt doubt) {
  const bool active = clause_.verb.voice != Voice::kPassive &&
                      (core_.role == Role::kObject || core_.role == Role::kIndirectObject);
  const bool upon = core_.role == Role::kOblique &&
                    std::any_of(clause_.complements.begin(), clause_.complements.end(),
                                [&](const Complement& complement) {
                                  return called_upon(tree_, complement.head) == object.head;
                                });
  if ((!active && !upon) || object.head < clause_.verb.head) return;
  const Words what = completion(object.head);
  if (what.empty()) return;
  ++doubt.depth;
  TripleDraft draft;
  draft.kind = TripleKind::kFolded;
  draft.relation.words = verb_.words;
  draft.relation.words.insert(draft.relation.words.end(), core_.link.begin(), core_.link.end());
  draft.relation.words.insert(draft.relation.words.end(), what.begin(), what.end());
  draft.relation.lemmas = verb_.lemmas;
  for (const WordId id : what) draft.relation.lemmas.push_back(lower_ascii(tree_.word(id).lemma));
  finish(std::move(draft), make_argument(scope_, object), doubt, "folded/completed", 0.85);
}

void ClauseReader::read_held_as(const Phrase& object, WordId role, Doubt doubt) {
  const std::string noun = lower_ascii(tree_.word(role).lemma);
  const std::string& verb = tree_.word(clause_.verb.head).lemma;
  if (!gives_role(verb) && !tells_what_one_is(verb)) return;
  if (!scope_.lexicon.can_be_person(noun) && !scope_.lexicon.is_kind_of_organization(noun)) return;
  const Argument somebody = make_argument(scope_, object);
  if (somebody.type != EntityType::kPerson && somebody.type != EntityType::kOrganization) return;
  for (const NounLink& link : noun_links(scope_, role, Label::kModified)) {
    if (link.words.empty() || std::string_view(link.rule) == "demonym") continue;
    const Argument other = make_argument(scope_, with_antecedent(scope_, link.object));
    if (other.entity.empty() || other.entity == somebody.entity) continue;
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.subject = somebody;
    draft.relation.words = link.words;
    draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
    draft.relation.supplied = link.supplied;
    draft.relation.lemmas = link.lemmas;
    draft.object = other;
    draft.stance = stance_;
    // Whom somebody names, identifies or describes as something is so by his word.
    if (tells_what_one_is(verb) && !draft.stance.attribution) {
      draft.stance.attribution =
          attribution_by(scope_, clause_.subjects.front().head, tree_.word(clause_.verb.head).form,
                         AttributionKind::kSaid);
    }
    draft.qualifiers = qualifiers(std::nullopt);
    draft.rule = "folded/held-as";
    doubt.prior = 0.75;
    draft.doubt = doubt;
    writer_.add(std::move(draft));
  }
}

void ClauseReader::read_given(const Phrase& recipient, Doubt doubt) {
  if (core_.role != Role::kIndirectObject || clause_.verb.voice == Voice::kPassive ||
      clause_.verb.verbs.empty() || !takes_recipient(tree_.word(clause_.verb.verbs.back()).lemma)) {
    return;
  }
  ++doubt.depth;
  for (const Complement& complement : clause_.complements) {
    if (complement.role != Role::kObject) continue;
    for (const Phrase& thing :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      TripleDraft given;
      given.kind = TripleKind::kFolded;
      given.relation.words = verb_.words;
      given.relation.lemmas = verb_.lemmas;
      finish(std::move(given), make_argument(scope_, thing), doubt, "folded/given", 0.85);
      const Words label = short_name(scope_, thing);
      if (label.empty()) continue;
      TripleDraft draft;
      draft.kind = TripleKind::kFolded;
      draft.relation.words = verb_.words;
      draft.relation.words.insert(draft.relation.words.end(), label.begin(), label.end());
      draft.relation.supplied = "to";
      draft.relation.lemmas = verb_.lemmas;
      draft.relation.lemmas.emplace_back("to");
      finish(std::move(draft), make_argument(scope_, recipient), doubt, "folded/recipient", 0.85);
    }
  }
}

void ClauseReader::read_passed_on(const Subject& subject) {
  if (core_.role != Role::kAgent || clause_.verb.verbs.empty() ||
      !takes_recipient(tree_.word(clause_.verb.verbs.back()).lemma)) {
    return;
  }
  const Argument thing = subject_;
  const Words label =
      short_name(scope_, noun_phrase(tree_, subject.head, Extent::kCore, scope_.lexicon));
  const bool somebody = thing.type == EntityType::kPerson || thing.type == EntityType::kGroup;
  if (label.empty() || somebody) return;
  for (const Complement& complement : clause_.complements) {
    const bool to = complement.role == Role::kOblique && link_text(tree_, complement.link) == "to";
    if (!to) continue;
    for (const Phrase& recipient :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      for (const Phrase& agent :
           split_conjuncts(tree_, core_.head, Extent::kCore, scope_.lexicon)) {
        TripleDraft draft;
        draft.kind = TripleKind::kFolded;
        draft.relation.words = verb_.words;
        draft.relation.words.insert(draft.relation.words.end(), label.begin(), label.end());
        draft.relation.words.insert(draft.relation.words.end(), core_.link.begin(),
                                    core_.link.end());
        draft.relation.lemmas = verb_.lemmas;
        draft.relation.lemmas.insert(draft.relation.lemmas.end(), {"to", "by"});
        Words given = label;
        given.insert(given.end(), complement.link.begin(), complement.link.end());
        draft.relation.active_text = active_form(given);
        subject_ = make_argument(scope_, recipient);
        finish(std::move(draft), make_argument(scope_, agent), doubt_, "folded/passed-on", 0.85);
      }
    }
  }
  subject_ = thing;
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
    if (link.words.empty()) continue;
    const Argument other = make_argument(scope_, with_antecedent(scope_, link.object));
    if (other.entity.empty() || other.entity == name.entity) continue;
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.subject = name;
    draft.relation.words = link.words;
    draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
    draft.relation.supplied = link.supplied;
    draft.relation.lemmas = link.lemmas;
    draft.object = other;
    draft.stance = stance_;
    draft.rule = "folded/inverted";
    draft.doubt = doubt_;
    writer_.add(std::move(draft));
  }
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
