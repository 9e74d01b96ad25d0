// What a verb makes of its object, or has it do: "declared Orel a traitor", "urged them to leave",
// "gave Orel a plaque".
#include <algorithm>

#include "extract/attribution.hpp"
#include "extract/clause_reader.hpp"
#include "extract/english.hpp"
#include "extract/folding.hpp"
#include "extract/label_words.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

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

}  // namespace

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
      draft.relation.active_text = active_form(what, object.head);
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
               tree_.word(complement.head).upos == Upos::kAdj &&
               begins_lower(tree_.word(complement.head))) {
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
  // Whom somebody names, identifies or describes as something is so by his word.
  Stance stance = stance_;
  if (tells_what_one_is(verb) && !stance.attribution) {
    stance.attribution = attribution_by(scope_, clause_.subjects.front().head,
                                        tree_.word(clause_.verb.head).form, AttributionKind::kSaid);
  }
  doubt.prior = 0.75;
  for (const NounLink& link : noun_links(scope_, role, Label::kModified)) {
    if (link.words.empty() || std::string_view(link.rule) == "demonym") continue;
    add_role(somebody, link, stance, qualifiers(std::nullopt), doubt, "folded/held-as");
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
      // "left her a house": left | a house would be another leaving.
      const bool left = tree_.word(clause_.verb.verbs.back()).lemma == "leave";
      if (!left)
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
        draft.relation.active_text = active_form(given, agent.head);
        subject_ = make_argument(scope_, recipient);
        finish(std::move(draft), make_argument(scope_, agent), doubt_, "folded/passed-on", 0.85);
      }
    }
  }
  subject_ = thing;
}

}  // namespace relata
