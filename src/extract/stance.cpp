#include "extract/stance.hpp"

#include <algorithm>

#include "extract/attribution.hpp"
#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/mood.hpp"
#include "extract/negation.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxClimb = 60;   // arcs up the tree; deeper trees are broken ones
constexpr std::size_t kMaxSources = 4;  // who says that who says …

Modality stronger(Modality inner, Modality outer) {
  return inner == Modality::kAsserted ? outer : inner;
}

Modality modality_of(const Word& auxiliary) {
  return modality_of_auxiliary(
      lower_ascii(auxiliary.lemma.empty() ? auxiliary.form : auxiliary.lemma));
}

void flip(Polarity& polarity) {
  polarity = polarity == Polarity::kPositive ? Polarity::kNegative : Polarity::kPositive;
}

/// How far negation and modality above reach down to the clause: not into noun phrases and adjuncts
/// ("refused to say where the papers had been": they had been somewhere).
enum class Reach { kClause, kPresupposed };

bool is_clausal_arc(std::string_view relation) {
  return relation == "ccomp" || relation == "xcomp" || relation == "conj" || relation == "csubj" ||
         relation == "parataxis" || relation == "acl" || relation == "advcl";
}

/// Reads the stance of one clause from its predicate up to the root.
class Climber {
 public:
  Climber(const SentenceScope& scope, Stance& stance)
      : scope_(scope), tree_(scope.tree), stance_(stance) {}

  void climb(WordId claim) {
    WordId below = claim;
    WordId came_from = kNoWord;
    for (std::size_t step = 0; step < kMaxClimb; ++step) {
      add_source(source_beside(scope_, below, came_from, claim));
      read_adverbs(below, came_from);
      const WordId above = tree_.parent(below);
      if (above == kNoWord) break;
      read_arc(below, above);
      const std::string_view relation = tree_.relation(below);
      const bool adjunct = relation == "acl" || relation == "advcl";
      if (!is_clausal_arc(relation) || (adjunct && !is_about_object(tree_, below, above))) {
        reach_ = Reach::kPresupposed;
      }
      came_from = below;
      below = above;
    }
    if (scope_.quoted != nullptr) add_source(*scope_.quoted);
    if (!is_quoted(scope_, claim)) return;
    if (!stance_.attribution) {
      add_source(attribution_by(scope_, kNoWord, "quoted", AttributionKind::kQuoted));
    } else if (stance_.attribution->kind == AttributionKind::kSaid) {
      stance_.attribution->kind = AttributionKind::kQuoted;
    }
  }

 private:
  void add_source(std::optional<Attribution> source) {
    if (!source) return;
    if (!stance_.attribution) {
      stance_.attribution = std::move(source);
      return;
    }
    std::vector<Attribution>& outer = stance_.attribution->within;
    const auto same = [&](const Attribution& known) {
      return known.holder == source->holder && known.name == source->name;
    };
    if (same(*stance_.attribution) || std::any_of(outer.begin(), outer.end(), same)) return;
    if (outer.size() + 1 < kMaxSources) outer.push_back(std::move(*source));
  }

  /// "perhaps", "probably" beside the predicate.
  void read_adverbs(WordId predicate, WordId from) {
    if (reach_ == Reach::kPresupposed) return;
    if (from != kNoWord && tree_.relation(from) != "xcomp" && tree_.relation(from) != "conj")
      return;
    for (const WordId child : tree_.children(predicate)) {
      if (tree_.relation(child) == "advmod" &&
          is_doubting_adverb(lower_ascii(tree_.word(child).form))) {
        stance_.modality = stronger(stance_.modality, Modality::kPossible);
      }
    }
  }

  /// What the arc from a clause to the word above it makes of the clause.
  void read_arc(WordId below, WordId above) {
    const std::string_view relation = tree_.relation(below);
    const bool complement = relation == "ccomp" || relation == "xcomp" || relation == "csubj";
    const bool open = complement && reach_ == Reach::kClause && is_left_open(tree_, below, above);
    auto source = claim_by_arc(scope_, below, above);
    if (source && !open && source->kind == AttributionKind::kDenied && denies(below, above)) {
      if (reach_ == Reach::kClause) flip(stance_.polarity);
    }
    // "did not say that …" and "asked whether …" claim nothing.
    const bool claims = !open && !asks_whether(tree_, below);
    if (claims) add_source(std::move(source));
    if (reach_ == Reach::kPresupposed) return;
    if (complement) {
      read_complement(below, above, open);
    } else if (relation == "advcl" || relation == "acl") {
      read_adjunct(below, above);
    } else if (relation == "conj" && is_ruled_out_conjunct(tree_, below)) {
      flip(stance_.polarity);
    }
  }

  /// "could prevent it from selling", "may force them to go".
  void read_auxiliaries_of(WordId verb) {
    for (const WordId child : tree_.children(verb)) {
      if (tree_.relation(child) != "aux") continue;
      stance_.modality = stronger(stance_.modality, modality_of(tree_.word(child)));
    }
  }

  /// A complement of denying, or of a claim that is denied; "was denied by" as well.
  bool denies(WordId below, WordId above) const {
    if (is_denying_verb(tree_.word(above).lemma)) return true;
    return tree_.relation(below) == "acl" || tree_.relation(below) == "ccomp"
               ? rejecting_verb(tree_, above) != kNoWord
               : false;
  }

  void read_complement(WordId below, WordId above, bool open) {
    // "declined to say whether it would", "did not confirm that it would": open, whatever is
    // denied above.
    if (open || asks_whether(tree_, below)) {
      const Modality outer = open ? Modality::kPossible : Modality::kAsked;
      stance_.modality = stronger(stance_.modality, outer);
      reach_ = Reach::kPresupposed;
      return;
    }
    if (is_negated_by_embedding(tree_, below, above)) flip(stance_.polarity);
    const std::string& lemma = tree_.word(above).lemma;
    // "had him arrested": he was.
    const bool causes = lemma == "have" && feature(tree_.word(below), "VerbForm") == "Part" &&
                        (tree_.has_child(above, "obj") || tree_.has_child(below, "nsubj"));
    const Modality outer = causes ? Modality::kAsserted : modality_of_complement(lemma);
    // "told them to go" asks, "told them that it was late" and "it means that" assert; reported
    // speech does not weaken what is said.
    const bool finite = tree_.relation(below) != "xcomp";
    const bool asserts = lemma == "tell" || lemma == "insist" || lemma == "suggest" ||
                         lemma == "mean" || lemma == "have" || lemma == "consider" ||
                         lemma == "swear" || lemma == "go" || lemma == "seem" ||
                         (is_reporting_verb(lemma) && outer != Modality::kAsked);
    const bool should = finite && outer == Modality::kAsked && lemma != "tell";
    if (!finite || !asserts || (should && lemma != "insist" && lemma != "suggest")) {
      stance_.modality = stronger(stance_.modality, outer);
    }
    if (!finite) read_auxiliaries_of(above);
    // "said it would sell": the future as seen from then.
    if (stance_.modality == Modality::kConditional && tree_.relation(below) == "ccomp" &&
        is_reporting_verb(lemma) && !hangs_on_condition(tree_, below)) {
      stance_.modality = Modality::kPlanned;
    }
    if (tree_.word(above).upos == Upos::kNoun) {
      stance_.modality = stronger(stance_.modality, modality_of_noun(lemma));
    }
  }

  void read_adjunct(WordId below, WordId above) {
    if (is_condition(tree_, below)) {
      stance_.modality = Modality::kConditional;
      return;
    }
    if (is_negated_by_embedding(tree_, below, above)) flip(stance_.polarity);
    if (is_about_object(tree_, below, above)) read_auxiliaries_of(above);
    if (is_without_ground(tree_, below, above)) {
      stance_.modality = stronger(stance_.modality, Modality::kPossible);
    }
    const bool infinitive = !markers(tree_, below).empty() &&
                            lower_ascii(tree_.word(markers(tree_, below).back()).form) == "to" &&
                            feature(tree_.word(below), "VerbForm") != "Fin";
    if (tree_.deprel(below) == "acl") {
      stance_.modality = stronger(stance_.modality, modality_of_noun(tree_.word(above).lemma));
    }
    // "will be the first woman to lead it": she will.
    const bool picked = tree_.relation(below) == "acl" && picks_out_one(tree_, above);
    if (infinitive && picked) read_auxiliaries_of(above);
    // A bare infinitive beside a clause or noun is a purpose: not yet done.
    if (infinitive && !picked) {
      const Modality outer = modality_of_complement(tree_.word(above).lemma);
      stance_.modality = stronger(
          stance_.modality, outer == Modality::kAsked ? Modality::kAsked : Modality::kPlanned);
    }
  }

  const SentenceScope& scope_;
  const Tree& tree_;
  Stance& stance_;
  Reach reach_ = Reach::kClause;
};

/// The verbs that the clause's chain goes through: "failed to comment", "plans to sell".
void read_chain(const Tree& tree, const Clause& clause, Stance& stance) {
  const std::vector<WordId> chain = clause.verb.chain();
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const WordId verb = chain[i];
    const std::string& lemma = tree.word(verb).lemma;
    if (is_denied_complement(tree, verb, chain[i + 1])) {
      flip(stance.polarity);
      continue;
    }
    const bool passive = tree.has_child(verb, "aux:pass") || tree.has_child(verb, "nsubj:pass");
    // "is believed to own" is told as a claim; "set out to" is no plan, "is set to" is one.
    if (passive && reporting_kind(lemma) && modality_of_complement(lemma) != Modality::kAsked &&
        lemma != "expect" && lemma != "propose" && lemma != "fear" && lemma != "hope" &&
        lemma != "agree" && lemma != "suppose") {
      continue;
    }
    if (lemma == "set" && !passive) continue;
    // "was able to escape": it did.
    const WordId copula = tree.child(verb, "cop");
    if (lemma == "able" && copula != kNoWord && feature(tree.word(copula), "Tense") == "Past") {
      continue;
    }
    stance.modality = stronger(stance.modality, modality_of_complement(lemma));
  }
}

void read_auxiliaries(const Tree& tree, const Clause& clause, Stance& stance) {
  for (const WordId id : clause.verb.auxiliaries) {
    stance.modality = stronger(stance.modality, modality_of(tree.word(id)));
  }
  if (is_planned_by_infinitive(tree, clause.verb)) {
    stance.modality = stronger(stance.modality, Modality::kPlanned);
  }
}

}  // namespace

Stance stance_of(const SentenceScope& scope, const Clause& clause) {
  const Tree& tree = scope.tree;
  Stance stance;
  if (is_negated_clause(tree, clause)) flip(stance.polarity);
  read_auxiliaries(tree, clause, stance);
  read_chain(tree, clause, stance);
  stance.attribution = claim_in_chain(scope, clause);
  if (is_asked(scope, clause.predicate)) {
    stance.modality = stronger(stance.modality, Modality::kAsked);
  }
  if (hangs_on_condition(tree, clause.predicate) &&
      (stance.modality == Modality::kAsserted || stance.modality == Modality::kPlanned)) {
    stance.modality = Modality::kConditional;
  }
  Climber(scope, stance).climb(clause.predicate);
  return stance;
}

std::optional<Attribution> hearsay_at(const SentenceScope& scope, WordId noun) {
  for (const WordId child : scope.tree.children(noun)) {
    if (scope.tree.relation(child) != "amod") continue;
    const std::string& form = scope.tree.word(child).form;
    const auto kind = hearsay_adjective(lower_ascii(form));
    if (kind) return attribution_by(scope, kNoWord, form, *kind);
  }
  return std::nullopt;
}

Stance stance_at(const SentenceScope& scope, WordId word) {
  Stance stance;
  stance.attribution = hearsay_at(scope, word);
  Climber(scope, stance).climb(word);
  // A fact presupposed by a noun phrase holds whatever becomes of the clause around it.
  stance.polarity = Polarity::kPositive;
  stance.modality = Modality::kAsserted;
  return stance;
}

Stance stance_of_deed(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  Stance stance = stance_at(scope, noun);
  if (is_denied_phrase(tree, noun)) flip(stance.polarity);
  const WordId above = tree.parent(noun);
  if (above != kNoWord && tree.is(noun, "nmod") && is_denied_phrase(tree, above)) {
    stance.modality = Modality::kPossible;  // "no proof of a link"
  }
  if (above != kNoWord && (tree.is(noun, "obj") || tree.deprel(noun) == "nsubj:pass")) {
    stance.modality = stronger(stance.modality, modality_of_object(tree.word(above).lemma));
  }
  for (const WordId child : tree.children(noun)) {
    if (child > noun || tree.relation(child) != "amod") continue;
    stance.modality =
        stronger(stance.modality, modality_of_adjective(lower_ascii(tree.word(child).form)));
  }
  return stance;
}

}  // namespace relata
