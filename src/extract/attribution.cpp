#include "extract/attribution.hpp"

#include <algorithm>

#include "extract/commitment.hpp"
#include "extract/english.hpp"

namespace relata {
namespace {

std::string cue_of(const SentenceScope& scope, WordId verb) { return scope.tree.word(verb).form; }

std::string lower_form(const Tree& tree, WordId id) { return lower_ascii(tree.word(id).form); }

bool is_passive(const Tree& tree, WordId verb) {
  return tree.has_child(verb, "nsubj:pass") || tree.has_child(verb, "csubj:pass") ||
         tree.has_child(verb, "aux:pass");
}

/// "The move shows that …": an event says nothing.
bool is_event(const SentenceScope& scope, WordId word) {
  return word != kNoWord && mention_type_at(scope, word) == MentionType::kEvent;
}

/// "according to X", "per X", "in the view of X", "in X's opinion".
std::optional<Attribution> source_phrase(const SentenceScope& scope, WordId phrase) {
  const Tree& tree = scope.tree;
  const Words link = prepositions(tree, phrase);
  if (link.empty()) return std::nullopt;
  const std::string first = lower_form(tree, link.front());
  if (first == "according") {
    return attribution_by(scope, phrase, "according to", AttributionKind::kReported);
  }
  const bool counted = tree.word(phrase).upos == Upos::kNum ||
                       (phrase > 0 && phrase == link.back() + 1 &&
                        tree.word(phrase).upos == Upos::kNoun);  // "per head", "per cent"
  if (first == "per" && link.size() == 1 && !counted) {
    return attribution_by(scope, phrase, tree.word(link[0]).form, AttributionKind::kReported);
  }
  const std::string& lemma = tree.word(phrase).lemma;
  const bool view = lemma == "view" || lemma == "opinion" || lemma == "word" ||
                    lemma == "estimation" || lemma == "judgment" || lemma == "judgement";
  if (first == "in" && view) {
    WordId holder = tree.child(phrase, "nmod:poss");
    if (holder == kNoWord) holder = tree.child(phrase, "nmod");
    if (holder != kNoWord) {
      return attribution_by(scope, holder, "in the " + lemma + " of", AttributionKind::kClaimed);
    }
  }
  return std::nullopt;
}

/// True if a whole clause, with its subject, stands in the quotation that ends right before `id`
/// or begins right behind it: then what is outside of it is the author's own.
bool touches_quoted_clause(const SentenceScope& scope, WordId id) {
  const Tree& tree = scope.tree;
  for (WordId word = 0; word < tree.size(); ++word) {
    if (word != id && is_quoted(scope, word) && is_predicate(tree, word)) return true;
  }
  return false;
}

/// "as the minister said", and "…, the minister said" behind or within the clause.
std::optional<Attribution> aside(const SentenceScope& scope, WordId child, WordId claim) {
  const Tree& tree = scope.tree;
  const bool beside = tree.relation(child) == "parataxis" || tree.relation(child) == "advcl";
  if (!beside || tree.word(child).upos != Upos::kVerb) return std::nullopt;
  const auto kind = reporting_kind(tree.word(child).lemma);
  if (!kind || tree.has_child(child, "ccomp")) return std::nullopt;
  const Words marks = markers(tree, child);
  const bool as_clause = marks.size() == 1 && lower_form(tree, marks[0]) == "as";
  const WordId speaker = tree.child(child, "nsubj");
  const bool plain = marks.empty() && tree.relation(child) == "parataxis" && speaker != kNoWord &&
                     !is_event(scope, speaker);
  if (!as_clause && !plain) return std::nullopt;
  if (plain && claim != kNoWord && !is_quoted(scope, claim) &&
      touches_quoted_clause(scope, child)) {
    return std::nullopt;
  }
  return attribution_by(scope, speaker_of(scope, child), cue_of(scope, child), *kind);
}

/// Two sentences read as one: what stands before a full stop is no part of the quotation behind it.
bool is_own_sentence(const SentenceScope& scope, WordId below, WordId verb) {
  const Tree& tree = scope.tree;
  if (is_quoted(scope, below)) return false;
  for (const WordId other : tree.children_with(verb, "ccomp")) {
    if (other <= below || !is_quoted(scope, other)) continue;
    for (WordId id = below; id < other; ++id) {
      if (tree.word(id).form == "." && !scope.in_quotes[id]) return true;
    }
  }
  return false;
}

/// A reporting verb over its complement clause.
std::optional<Attribution> claim_of_verb(const SentenceScope& scope, WordId verb) {
  const Tree& tree = scope.tree;
  const std::string& lemma = tree.word(verb).lemma;
  // "has learned that": whoever told them, they pass it on.
  const auto kind = is_hearing_verb(lemma) ? AttributionKind::kReported : reporting_kind(lemma);
  if (!kind) return std::nullopt;
  WordId speaker = speaker_of(scope, verb);
  if (is_event(scope, speaker)) return std::nullopt;
  // "The court heard that …": whoever said so there.
  if (lemma == "hear" && speaker != kNoWord && is_forum(tree.word(speaker).lemma)) {
    speaker = kNoWord;
  }
  return attribution_by(scope, speaker, cue_of(scope, verb), *kind);
}

/// A noun of saying over a clause: whose it is.
std::optional<Attribution> claim_of_noun(const SentenceScope& scope, WordId below, WordId noun) {
  const Tree& tree = scope.tree;
  const Words marks = markers(tree, below);
  if (marks.empty()) return std::nullopt;
  for (const WordId child : tree.children(noun)) {
    if (tree.relation(child) != "amod") continue;
    if (const auto kind = hearsay_adjective(lower_form(tree, child))) {
      return attribution_by(scope, kNoWord, tree.word(child).form, *kind);
    }
  }
  const WordId verb = tree.parent(noun);
  // "said in a statement that …": the clause is the verb's, wherever the parser hung it.
  const bool beside_verb = verb != kNoWord && (tree.is(noun, "obl") || tree.is(noun, "obj"));
  const bool that = lower_form(tree, marks.front()) == "that";
  if (beside_verb && that && is_reporting_verb(tree.word(verb).lemma) &&
      !tree.has_child(verb, "ccomp") && tree.is(noun, "obl")) {
    return claim_of_verb(scope, verb);
  }
  const auto kind = claim_noun(tree.word(noun).lemma);
  if (!kind) return std::nullopt;
  const WordId rejecting = rejecting_verb(tree, noun);
  if (rejecting != kNoWord) {
    return attribution_by(scope, speaker_of(scope, rejecting), cue_of(scope, rejecting),
                          AttributionKind::kDenied);
  }
  const WordId possessor = tree.child(noun, "nmod:poss");
  if (possessor == kNoWord && beside_verb && tree.is(noun, "obj")) {
    // "made the claim that …": who makes it; "faces claims that …" is about its subject.
    const std::string& lemma = tree.word(verb).lemma;
    const bool makes = is_light_verb(lemma) || is_reporting_verb(lemma) || lemma == "issue" ||
                       lemma == "voice" || lemma == "express" || lemma == "release";
    if (makes) {
      return attribution_by(scope, speaker_of(scope, verb), tree.word(noun).form, *kind);
    }
  }
  return attribution_by(scope, possessor, tree.word(noun).form, *kind);
}

/// "accused the firm of hiding losses", "was charged with theft": a gerund that an accusation is
/// about.
std::optional<Attribution> accusation(const SentenceScope& scope, WordId below, WordId above) {
  const Tree& tree = scope.tree;
  if (accused_noun(tree, below) != kNoWord) {
    const WordId verb = tree.parent(above);
    const bool agent = tree.is(above, "obl:agent");
    return attribution_by(scope, agent ? above : speaker_of(scope, verb), cue_of(scope, verb),
                          AttributionKind::kAccused);
  }
  if (!is_accusation(tree, below, above) || !is_accusing_verb(tree.word(above).lemma)) {
    return std::nullopt;
  }
  WordId speaker = speaker_of(scope, above);
  // A participle ("accused by her colleagues of …") has no subject that accuses.
  const std::string_view relation = tree.relation(above);
  if (relation == "acl" || (relation == "advcl" && !tree.has_child(above, "obj"))) {
    speaker = tree.child(above, "obl:agent");
  }
  return attribution_by(scope, speaker, cue_of(scope, above), AttributionKind::kAccused);
}

}  // namespace

WordId speaker_of(const SentenceScope& scope, WordId verb) {
  const Tree& tree = scope.tree;
  const WordId agent = tree.child(verb, "obl:agent");
  if (is_passive(tree, verb)) return agent;
  if (tree.has_child(verb, "expl") && !tree.has_child(verb, "nsubj")) return agent;
  const std::vector<Subject> subjects = subjects_of(tree, verb);
  return subjects.empty() ? agent : subjects.front().entity;
}

Attribution attribution_by(const SentenceScope& scope, WordId holder, std::string cue,
                           AttributionKind kind) {
  Attribution attribution;
  attribution.holder = "unnamed";
  attribution.cue = std::move(cue);
  attribution.kind = kind;
  if (holder == kNoWord) return attribution;
  const Phrase phrase = noun_phrase(scope.tree, holder, Extent::kCore, scope.lexicon);
  attribution.name = scope.text.text(phrase.words);
  if (const EntityRecord* entity = entity_at(scope, holder)) attribution.holder = entity->entity;
  return attribution;
}

std::optional<Attribution> source_beside(const SentenceScope& scope, WordId predicate, WordId from,
                                         WordId claim) {
  const Tree& tree = scope.tree;
  for (const WordId child : tree.children(predicate)) {
    if (child == from) continue;
    if (tree.relation(child) == "obl") {
      if (auto source = source_phrase(scope, child)) return source;
    }
    if (tree.relation(child) == "advmod") {
      // "reportedly fled, and the police closed the road": a new subject is a new claim.
      const bool new_clause = from != kNoWord && tree.is(from, "conj") &&
                              (tree.has_child(from, "nsubj") || tree.has_child(from, "csubj"));
      const auto kind = hearsay_adverb(lower_form(tree, child));
      if (kind && !new_clause) {
        return attribution_by(scope, kNoWord, tree.word(child).form, *kind);
      }
    }
    if (auto source = aside(scope, child, claim)) return source;
  }
  return std::nullopt;
}

std::optional<Attribution> claim_by_arc(const SentenceScope& scope, WordId below, WordId above) {
  const Tree& tree = scope.tree;
  const std::string_view relation = tree.relation(below);
  if (relation == "ccomp" || relation == "csubj") {
    if (tree.word(above).upos == Upos::kNoun) return claim_of_noun(scope, below, above);
    if (is_own_sentence(scope, below, above)) return std::nullopt;
    return claim_of_verb(scope, above);
  }
  if (relation == "xcomp") {
    // "believed him to be a spy"; "is said to own" is told by the chain.
    const auto kind = reporting_kind(tree.word(above).lemma);
    const bool to = tree.has_child(below, "mark");
    if (kind && to && tree.has_child(above, "obj") &&
        modality_of_complement(tree.word(above).lemma) != Modality::kAsked &&
        modality_of_complement(tree.word(above).lemma) != Modality::kPlanned) {
      return claim_of_verb(scope, above);
    }
    return std::nullopt;
  }
  if (relation == "parataxis") {
    // The bishop said: "The church owns the land."
    const bool content = below > above && is_reporting_verb(tree.word(above).lemma) &&
                         !tree.has_child(above, "ccomp") && !tree.has_child(above, "obj");
    if (content && (is_quoted(scope, below) || !markers(tree, above).empty())) {
      return claim_of_verb(scope, above);
    }
    return std::nullopt;
  }
  if (relation == "advcl" || relation == "acl") {
    if (auto accused = accusation(scope, below, above)) return accused;
    // "charges that he bribed her" is often taken for a relative clause.
    const bool that = tree.deprel(below) == "acl:relcl" && tree.has_child(below, "mark") &&
                      tree.has_child(below, "nsubj");
    if (tree.deprel(below) == "acl" || that) return claim_of_noun(scope, below, above);
  }
  return std::nullopt;
}

std::optional<Attribution> claim_in_chain(const SentenceScope& scope, const Clause& clause) {
  const Tree& tree = scope.tree;
  const std::vector<WordId> chain = clause.verb.chain();
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const WordId verb = chain[i];
    const std::string& lemma = tree.word(verb).lemma;
    const auto kind = reporting_kind(lemma);
    if (!kind) continue;
    if (is_passive(tree, verb)) {
      // "is expected to", "is proposed to" look ahead and say nothing of what is.
      // "was found to own", "was shown to own" are findings; "is supposed to own" is a duty.
      const bool found = lemma == "find" || lemma == "show" || lemma == "establish" ||
                         lemma == "suppose" || lemma == "demonstrate" || lemma == "determine";
      const bool ahead = found || lemma == "expect" || lemma == "hope" || lemma == "propose" ||
                         lemma == "agree" || lemma == "tell" || lemma == "urge" ||
                         lemma == "advise" || lemma == "promise" || lemma == "fear" ||
                         lemma == "remind" || lemma == "predict" || lemma == "forecast";
      if (ahead) continue;
      return attribution_by(scope, tree.child(verb, "obl:agent"), cue_of(scope, verb), *kind);
    }
    if (!is_claim_about_oneself(lemma)) continue;
    const WordId holder = clause.subjects.empty() ? kNoWord : clause.subjects.front().entity;
    return attribution_by(scope, holder, cue_of(scope, verb), *kind);
  }
  return std::nullopt;
}

bool is_quoted(const SentenceScope& scope, WordId predicate) {
  const std::vector<bool>& quoted = scope.in_quotes;
  if (predicate >= quoted.size() || !quoted[predicate]) return false;
  const WordId subject = scope.tree.child(predicate, "nsubj");
  if (subject == kNoWord) return true;
  for (WordId id = std::min(subject, predicate); id < std::max(subject, predicate); ++id) {
    if (!quoted[id] && scope.tree.word(id).upos != Upos::kPunct) return false;
  }
  return true;
}

std::optional<Attribution> sentence_speaker(const SentenceScope& scope) {
  const Tree& tree = scope.tree;
  for (WordId id = 0; id < tree.size(); ++id) {
    if (tree.parent(id) != kNoWord) continue;
    if (auto source = source_beside(scope, id, kNoWord, kNoWord)) return source;
    for (const WordId verb : conjuncts(tree, id)) {
      const bool speaks = tree.has_child(verb, "ccomp") || tree.has_child(verb, "parataxis");
      if (is_reporting_verb(tree.word(verb).lemma) && speaks) return claim_of_verb(scope, verb);
    }
  }
  return std::nullopt;
}

WordId rejecting_verb(const Tree& tree, WordId noun) {
  const WordId verb = tree.parent(noun);
  if (verb == kNoWord || !(tree.is(noun, "obj") || tree.is(noun, "nsubj:pass"))) return kNoWord;
  return is_denying_verb(tree.word(verb).lemma) ? verb : kNoWord;
}

}  // namespace relata
