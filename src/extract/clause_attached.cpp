// What hangs on a clause's core: chained phrases, adjuncts, infinitives and gerunds.
#include <algorithm>

#include "extract/clause_reader.hpp"
#include "extract/english.hpp"
#include "extract/members.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

constexpr int kMaxChain = 3;      // prepositional phrases chained on one another
constexpr int kMaxEmbedding = 2;  // infinitives told with the clause above

}  // namespace

void ClauseReader::read_chain(const RelationPrefix& before, const Phrase& object, Doubt doubt) {
  if (++doubt.depth > kMaxChain || writer_.is_full()) return;
  // What hangs on the noun that a measure counts ("one of the albums of …") hangs on both.
  std::vector<WordId> hosts{object.head};
  const WordId described = described_noun(scope_, object.head);
  if (described != object.head) hosts.push_back(described);
  for (const WordId host : hosts) {
    for (const WordId child : tree_.children(host)) {
      if (child == described || child < host) {
        if (!(tree_.is(child, "obl") && clause_.verb.copular)) continue;
      }
      read_chained(before, object, child, doubt);
    }
  }
}

void ClauseReader::read_chained(const RelationPrefix& before, const Phrase& object, WordId child,
                                Doubt doubt) {
  const bool attached =
      tree_.is(child, "nmod") || (tree_.is(child, "obl") && object.head == clause_.verb.head);
  if (attached) {
    if (is_connective(tree_, child)) return;
    if (introduces_members(tree_, child) && whole_of(scope_, child) != object.head) return;
    const auto [head, link] = attachment(tree_, child);
    if (link.empty()) return;
    const bool inside =
        std::find(object.words.begin(), object.words.end(), head) != object.words.end();
    if (inside && tree_.word(head).upos == Upos::kNum) return;  // "the Act of 1916"
    // A phrase that belongs to a name ("the Bank of Ireland") is an end of its own as well.
    Words shorter;
    for (const WordId id : object.words) {
      if (!tree_.is_under(id, child)) shorter.push_back(id);
    }
    const RelationPrefix relation =
        before.with(shorter).with(link).with_link(link_text(tree_, link));
    const auto others = attached_phrases(tree_, {head, link}, scope_.lexicon);
    for (const Phrase& other : others) {
      Doubt deeper = doubt;
      deeper.conjuncts += others.size() > 1 ? 1 : 0;
      add(relation, object_argument(other), deeper, "clause/chain", 0.8);
      if (other.head == kNoWord) continue;
      read_chain(relation, other, deeper);
      add_members(relation, other, deeper);
    }
  } else if (tree_.deprel(child) == "acl" && !markers(tree_, child).empty()) {
    read_embedded(before.with(object.words), child, doubt);
  }
}

/// "friendships with men such as | Karl Stein": what is told with several is told with the names
/// among them.
void ClauseReader::add_members(const RelationPrefix& relation, const Phrase& several, Doubt doubt) {
  ++doubt.depth;
  for (const Phrase& member : named_members(scope_, several.head)) {
    add(relation, object_argument(member), doubt, "clause/member", 0.8);
  }
}

void ClauseReader::read_embedded(const RelationPrefix& before, WordId head, Doubt doubt) {
  if (embedding_ >= kMaxEmbedding) return;
  const auto below = std::find_if(clauses_.begin(), clauses_.end(),
                                  [&](const Clause& c) { return c.predicate == head; });
  if (below == clauses_.end()) return;
  // "found no evidence that the firm paid him": the clause has its own subject.
  if (tree_.relation(head) == "acl" && has_mark(tree_, head, "that") &&
      tree_.has_child(head, "nsubj")) {
    return;
  }
  ++embedding_;
  ++doubt.distance;
  RelationPrefix prefix = before.with(infinitive_markers(tree_, head)).with(below->verb.words);
  prefix.link.clear();
  const Stance outer = stance_;
  if (adopt_stance(*below)) prefix.lemmas.clear();
  prefix.lemmas.insert(prefix.lemmas.end(), below->verb.lemmas.begin(), below->verb.lemmas.end());
  if (below->verb.copular && tree_.word(below->verb.head).upos != Upos::kAdj) {
    const Phrase object = noun_phrase(tree_, below->verb.head, Extent::kCore, scope_.lexicon);
    add(prefix, object_argument(object), doubt, "clause/embedded", 0.7);
    --embedding_;
    stance_ = outer;
    return;
  }
  const Complement* primary = nullptr;
  for (const Complement& complement : below->complements) {
    if (is_nominal_role(complement.role) && complement.head > head) {
      primary = &complement;
      break;
    }
  }
  if (primary == nullptr) {
    for (const Complement& complement : below->complements) {
      if (complement.role == Role::kOblique && complement.head > head) {
        primary = &complement;
        break;
      }
    }
  }
  if (primary != nullptr) {
    RelationPrefix relation = prefix;
    if (!primary->link.empty()) {
      relation = prefix.with(primary->link).with_link(link_text(tree_, primary->link));
    }
    for (const Phrase& object :
         split_conjuncts(tree_, primary->head, Extent::kCore, scope_.lexicon)) {
      add(relation, object_argument(object), doubt, "clause/embedded", 0.7);
      const RelationPrefix base =
          is_nominal_role(primary->role) ? relation.with(object.words) : prefix;
      for (const Complement& other : below->complements) {
        if (&other == primary || other.role != Role::kOblique || other.head < head) continue;
        read_attached(base, other, doubt);
      }
      read_chain(relation, object, doubt);
    }
  }
  --embedding_;
  stance_ = outer;
}

/// "left without finding", "was accused of hiding": what the words of the relation tell did not
/// happen, or is somebody's claim, and so does the triple; its type is that of the clause below.
bool ClauseReader::adopt_stance(const Clause& below) {
  const Stance inner = stance_of(scope_, below);
  const bool denied = inner.polarity != stance_.polarity;
  const bool claimed = inner.attribution && !stance_.attribution;
  if (denied) stance_.polarity = inner.polarity;
  if (claimed) stance_.attribution = inner.attribution;
  return denied || claimed;
}

/// "resigned two days after the vote": the days alone tell nothing.
bool ClauseReader::measures_from(WordId head) const {
  const WordId next = tree_.subtree(head).back() + 1;
  if (next >= tree_.size()) return false;
  const std::string form = lower_ascii(tree_.word(next).form);
  return form == "after" || form == "before" || form == "later" || form == "earlier" ||
         form == "prior";
}

void ClauseReader::read_attached(const RelationPrefix& short_base, const Complement& complement,
                                 Doubt doubt) {
  // "two months later" is no end of a relation: its value dates the statement.
  const bool measured = complement.role == Role::kBare &&
                        tree_.word(complement.head).upos == Upos::kAdv &&
                        tree_.has_child(complement.head, "obl");
  if (measured && is_time_phrase(scope_, complement.head)) return;
  if (complement.role == Role::kBare && measures_from(complement.head)) return;
  // "were hit by two earthquakes within | ten years": what follows the agent keeps it.
  const bool behind =
      after_agent_ && core_.complement != nullptr && complement.head > core_.complement->head;
  // "turned to a neighbour for | help", but "was born in | 1900" whatever the place.
  const bool kept = after_phrase_ && !is_time_phrase(scope_, complement.head);
  const RelationPrefix& base = behind ? *after_agent_ : kept ? *after_phrase_ : short_base;
  const RelationPrefix relation =
      complement.link.empty()
          ? base
          : base.with(complement.link).with_link(link_text(tree_, complement.link));
  const auto phrases = attached_phrases(tree_, {complement.head, complement.link}, scope_.lexicon);
  const bool time = is_time_phrase(scope_, complement.head);
  for (const Phrase& phrase : phrases) {
    Doubt own = doubt;
    own.conjuncts += phrases.size() > 1 ? 1 : 0;
    if (complement.role == Role::kAgent) {
      // "was declared a traitor by": who declared says of whom what.
      const bool named = core_.role == Role::kPredicate && core_.complement != nullptr;
      active_text_ =
          active_form(named ? predicate_label(core_.complement->head) : Words{}, phrase.head);
    }
    const bool predicate = complement.role == Role::kPredicate;
    const char* rule = time ? "clause/time" : predicate ? "clause/predicate" : "clause/adjunct";
    add(relation, object_argument(phrase), own, rule, 0.8);
    active_text_.clear();
    if (time || phrase.head == kNoWord) continue;
    read_chain(relation, phrase, own);
    add_members(relation, phrase, own);
  }
}

void ClauseReader::read_others(const RelationPrefix& base, WordId core_head, const Doubt& doubt) {
  for (const Complement& complement : clause_.complements) {
    if (writer_.is_full()) return;
    if (&complement == core_.complement || complement.head == core_head) continue;
    if (is_source(complement)) continue;
    if (complement.role == Role::kObject && core_.role == Role::kObject) continue;
    switch (complement.role) {
      case Role::kObject:
      case Role::kIndirectObject:
      case Role::kPredicate:
      case Role::kOblique:
      case Role::kAgent:
      case Role::kBare:
        read_attached(base, complement, doubt);
        break;
      case Role::kClause:
        add(base,
            make_clause_argument(scope_, clause_phrase(tree_, complement.head, Marker::kKeep)),
            doubt, "clause/complement", 0.8);
        break;
      case Role::kAdverbial: {
        // "allowed | for her to go": its own subject stands within the marks of the clause.
        const bool own = infinitive_markers(tree_, complement.head) != complement.link;
        const Words link = own ? Words() : complement.link;
        const Marker marker = own ? Marker::kKeep : Marker::kDrop;
        add(base.with(link).with_link(link_text(tree_, link)),
            make_clause_argument(scope_, clause_phrase(tree_, complement.head, marker)), doubt,
            "clause/adverbial", 0.55);
        break;
      }
      case Role::kControlled:
      case Role::kInfinitive:
      case Role::kGerund:
        read_embedded(base, complement.head, doubt);
        break;
    }
  }
}

}  // namespace relata
