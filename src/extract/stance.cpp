#include "extract/stance.hpp"

#include <algorithm>

#include "extract/english.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxClimb = 60;  // arcs up the tree; deeper trees are broken ones

/// The claim's holder: the subject's entity, or "unnamed" for sources without one.
Attribution attribution_by(const SentenceScope& scope, WordId holder, std::string cue) {
  Attribution attribution;
  attribution.holder = "unnamed";
  attribution.cue = std::move(cue);
  if (holder == kNoWord) return attribution;
  const Phrase phrase = noun_phrase(scope.tree, holder, Extent::kCore, scope.lexicon);
  attribution.name = scope.text.text(phrase.words);
  if (const EntityRecord* entity = entity_at(scope, holder)) attribution.holder = entity->entity;
  return attribution;
}

/// Who speaks in a clause of reporting: its subject, or the agent of its passive.
WordId speaker_of(const SentenceScope& scope, WordId verb) {
  const Tree& tree = scope.tree;
  const WordId agent = tree.child(verb, "obl:agent");
  if (tree.has_child(verb, "nsubj:pass") || tree.has_child(verb, "aux:pass")) return agent;
  const std::vector<Subject> subjects = subjects_of(tree, verb);
  return subjects.empty() ? agent : subjects.front().entity;
}

std::string cue_of(const SentenceScope& scope, WordId verb) { return scope.tree.word(verb).form; }

/// "according to X" on a clause, or a hearsay adverb.
/// `from` is the child that the question comes from: what is part of the source itself ("decrees
/// reviewed by …") is not said by it.
std::optional<Attribution> adverbial_source(const SentenceScope& scope, WordId predicate,
                                            WordId from) {
  const Tree& tree = scope.tree;
  for (const WordId child : tree.children(predicate)) {
    if (child == from) continue;
    if (tree.relation(child) == "obl") {
      const Words link = prepositions(tree, child);
      if (!link.empty() && lower_ascii(tree.word(link.front()).form) == "according") {
        return attribution_by(scope, child, "according to");
      }
    }
    if (tree.relation(child) == "advmod" && is_hearsay_adverb(lower_ascii(tree.word(child).form))) {
      return attribution_by(scope, kNoWord, tree.word(child).form);
    }
    // "as the minister said", and "…, the minister said" behind or within the clause
    const bool aside = tree.relation(child) == "parataxis" || tree.relation(child) == "advcl";
    if (!aside || tree.word(child).upos != Upos::kVerb) continue;
    const std::string& lemma = tree.word(child).lemma;
    if (!is_reporting_verb(lemma) || tree.has_child(child, "ccomp")) continue;
    const Words marks = markers(tree, child);
    const bool as_clause = marks.size() == 1 && lower_ascii(tree.word(marks[0]).form) == "as";
    const WordId speaker = tree.child(child, "nsubj");
    const bool plain = marks.empty() && tree.relation(child) == "parataxis" && speaker != kNoWord &&
                       mention_type_at(scope, speaker) != MentionType::kEvent;
    if (as_clause || plain) {
      return attribution_by(scope, speaker_of(scope, child), cue_of(scope, child));
    }
  }
  return std::nullopt;
}

bool claims_of_others(const Tree& tree, WordId verb) {
  return is_reporting_verb(tree.word(verb).lemma);
}

Modality stronger(Modality inner, Modality outer) {
  return inner == Modality::kAsserted ? outer : inner;
}

void flip(Polarity& polarity) {
  polarity = polarity == Polarity::kPositive ? Polarity::kNegative : Polarity::kPositive;
}

bool has_condition_marker(const Tree& tree, WordId clause) {
  for (const WordId id : markers(tree, clause)) {
    const std::string form = lower_ascii(tree.word(id).form);
    if (form == "if" || form == "unless" || form == "whether" || form == "lest") return true;
  }
  return false;
}

/// How far negation and modality above reach down to the clause: not into noun phrases ("refused
/// to say where the papers had been": they had been somewhere).
enum class Reach { kClause, kPresupposed };

bool is_clausal_arc(std::string_view relation) {
  return relation == "ccomp" || relation == "xcomp" || relation == "conj" || relation == "csubj" ||
         relation == "parataxis" || relation == "acl" || relation == "advcl";
}

/// What the arc from a clause to the word above it makes of the clause.
void apply_arc(const SentenceScope& scope, WordId below, WordId above, Reach reach,
               Stance& stance) {
  const Tree& tree = scope.tree;
  const std::string_view relation = tree.relation(below);
  const std::string& lemma = tree.word(above).lemma;
  if (relation == "ccomp" || relation == "xcomp" || relation == "csubj") {
    if (!stance.attribution && relation == "ccomp" && claims_of_others(tree, above)) {
      const WordId speaker = speaker_of(scope, above);
      // "The move shows that …": an event says nothing.
      if (speaker == kNoWord || mention_type_at(scope, speaker) != MentionType::kEvent) {
        stance.attribution = attribution_by(scope, speaker, cue_of(scope, above));
      }
    }
    const bool reaches = reach == Reach::kClause;
    if (reaches && (lemma == "deny" || lemma == "doubt")) flip(stance.polarity);
    if (reaches && relation == "xcomp" && is_negative_implicative(lemma)) flip(stance.polarity);
    // "said he would": reported speech does not weaken; "wants him to leave" does.
    const Modality outer = modality_of_complement(lemma);
    // "told them to go" asks, "told them that it was late" and "it means that" assert.
    const bool asserts = lemma == "tell" || lemma == "insist" || lemma == "suggest" ||
                         lemma == "mean" || lemma == "have" || lemma == "consider" ||
                         lemma == "swear" ||
                         (claims_of_others(tree, above) && outer != Modality::kAsked);
    const bool speech = relation == "ccomp" && asserts;
    if (reaches && !speech) stance.modality = stronger(stance.modality, outer);
    for (const WordId child : tree.children(above)) {
      if (reaches && relation == "xcomp" && tree.relation(child) == "advmod" &&
          is_negator(tree.word(child))) {
        flip(stance.polarity);
      }
    }
  }
  if (relation == "advcl" || relation == "acl") {
    if (reach == Reach::kClause && has_condition_marker(tree, below)) {
      stance.modality = stronger(stance.modality, Modality::kConditional);
    }
    if (is_accusing_verb(lemma) && !stance.attribution) {
      stance.attribution = attribution_by(scope, speaker_of(scope, above), cue_of(scope, above));
    }
    if (accused_noun(tree, below) != kNoWord && !stance.attribution) {
      const WordId verb = tree.parent(above);
      stance.attribution = attribution_by(scope, speaker_of(scope, verb), cue_of(scope, verb));
    }
    for (const WordId id : markers(tree, below)) {
      if (reach == Reach::kPresupposed) break;
      const std::string form = lower_ascii(tree.word(id).form);
      // A bare infinitive beside a clause or noun is a purpose: not yet done.
      if (form == "to" && feature(tree.word(below), "VerbForm") != "Fin" &&
          !(relation == "acl" && picks_out_one(tree, above))) {
        stance.modality = stronger(stance.modality, Modality::kPlanned);
      }
      if (form == "without" || form == "instead" || form == "rather") flip(stance.polarity);
    }
  }
  // "allegations of …", "an alleged plot to …"
  if (tree.deprel(below) == "acl" && !markers(tree, below).empty()) {
    for (const WordId child : tree.children(above)) {
      if (tree.relation(child) == "amod" && !stance.attribution &&
          is_hearsay_adjective(lower_ascii(tree.word(child).form))) {
        stance.attribution = attribution_by(scope, kNoWord, tree.word(child).form);
      }
    }
    if (!stance.attribution && tree.deprel(below) == "acl" && is_claim_noun(lemma)) {
      stance.attribution =
          attribution_by(scope, tree.child(above, "nmod:poss"), tree.word(above).form);
    }
  }
}

void climb(const SentenceScope& scope, WordId from, Stance& stance) {
  const Tree& tree = scope.tree;
  WordId below = from;
  WordId came_from = kNoWord;
  Reach reach = Reach::kClause;
  for (std::size_t step = 0; step < kMaxClimb; ++step) {
    if (!stance.attribution) stance.attribution = adverbial_source(scope, below, came_from);
    const WordId above = tree.parent(below);
    if (above == kNoWord) break;
    apply_arc(scope, below, above, reach, stance);
    // Adjuncts and noun phrases stand on their own, whatever becomes of the clause above.
    const std::string_view relation = tree.relation(below);
    if (!is_clausal_arc(relation) || relation == "acl" || relation == "advcl") {
      reach = Reach::kPresupposed;
    }
    came_from = below;
    below = above;
  }
  if (!stance.attribution && scope.quoted != nullptr) stance.attribution = *scope.quoted;
}

bool is_question(const Tree& tree) {
  for (WordId id = tree.size(); id > 0; --id) {
    const Word& word = tree.word(id - 1);
    if (word.upos != Upos::kPunct) break;
    if (word.form == "?") return true;
  }
  return false;
}

/// "not only … but also": both hold.
bool is_not_only(const Tree& tree, WordId negator) {
  if (negator + 1 >= tree.size()) return false;
  const std::string next = lower_ascii(tree.word(negator + 1).form);
  return next == "only" || next == "just" || next == "merely" || next == "simply";
}

}  // namespace

Stance stance_of(const SentenceScope& scope, const Clause& clause) {
  const Tree& tree = scope.tree;
  Stance stance;
  bool not_yet = false;
  for (const WordId id : clause.verb.words) {
    if (is_negator(tree.word(id)) && !is_not_only(tree, id)) flip(stance.polarity);
    if (lower_ascii(tree.word(id).form) == "yet") not_yet = true;
  }
  for (const WordId child : tree.children(clause.predicate)) {
    if (!tree.is(child, "cc")) continue;
    const std::string form = lower_ascii(tree.word(child).form);
    if (form == "neither" || form == "nor") flip(stance.polarity);
  }
  for (const WordId id : clause.verb.auxiliaries) {
    const Word& word = tree.word(id);
    const std::string lemma = lower_ascii(word.lemma.empty() ? word.form : word.lemma);
    stance.modality = stronger(stance.modality, modality_of_auxiliary(lemma));
  }
  // The verbs that the chain went through: "failed to comment", "plans to sell", "has yet to say".
  for (std::size_t i = 0; i + 1 < clause.verb.verbs.size(); ++i) {
    const std::string& lemma = tree.word(clause.verb.verbs[i]).lemma;
    if (is_negative_implicative(lemma)) flip(stance.polarity);
    if (lemma == "have" && not_yet) {
      flip(stance.polarity);
      continue;
    }
    stance.modality = stronger(stance.modality, modality_of_complement(lemma));
  }
  // "is to resign": a bare be over an infinitive is a plan.
  for (const Complement& complement : clause.complements) {
    if (complement.role != Role::kObject && complement.role != Role::kPredicate) continue;
    for (const WordId child : tree.children(complement.head)) {
      const bool quantifier = tree.relation(child) == "det" || tree.is(child, "cc");
      if (quantifier && is_negative_quantifier(tree.word(child))) {
        flip(stance.polarity);
      }
    }
    if (is_negative_quantifier(tree.word(complement.head))) flip(stance.polarity);
  }
  for (const Subject& subject : clause.subjects) {
    const WordId det = tree.child(subject.head, "det");
    const bool none = is_negative_quantifier(tree.word(subject.head)) ||
                      (det != kNoWord && is_negative_quantifier(tree.word(det)));
    if (none) {
      flip(stance.polarity);
      break;
    }
  }
  if (is_question(tree)) stance.modality = stronger(stance.modality, Modality::kAsked);
  for (const WordId child : tree.children(clause.predicate)) {
    if (tree.relation(child) == "advcl" && has_condition_marker(tree, child)) {
      stance.modality =
          stronger(stance.modality == Modality::kPlanned ? Modality::kAsserted : stance.modality,
                   Modality::kConditional);
    }
  }
  climb(scope, clause.predicate, stance);
  return stance;
}

Stance stance_at(const SentenceScope& scope, WordId word) {
  Stance stance;
  for (const WordId child : scope.tree.children(word)) {
    if (scope.tree.relation(child) == "amod" &&
        is_hearsay_adjective(lower_ascii(scope.tree.word(child).form))) {
      stance.attribution = attribution_by(scope, kNoWord, scope.tree.word(child).form);
    }
  }
  climb(scope, word, stance);
  // A fact presupposed by a noun phrase holds whatever becomes of the clause around it.
  stance.polarity = Polarity::kPositive;
  stance.modality = Modality::kAsserted;
  return stance;
}

std::optional<Attribution> sentence_speaker(const SentenceScope& scope) {
  const Tree& tree = scope.tree;
  for (WordId id = 0; id < tree.size(); ++id) {
    if (tree.parent(id) != kNoWord) continue;
    if (auto source = adverbial_source(scope, id, kNoWord)) return source;
    if (is_reporting_verb(tree.word(id).lemma) && tree.has_child(id, "ccomp")) {
      return attribution_by(scope, speaker_of(scope, id), cue_of(scope, id));
    }
  }
  return std::nullopt;
}

}  // namespace relata
