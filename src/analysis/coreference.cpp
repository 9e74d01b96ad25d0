#include "analysis/coreference.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/coreference_clusters.hpp"
#include "analysis/coreference_features.hpp"
#include "analysis/coreference_mentions.hpp"
#include "analysis/coreference_scorer.hpp"
#include "analysis/kernels.hpp"
#include "analysis/name_core.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

/// The latest mentions of named clusters that are candidates whatever their coarse score.
constexpr std::size_t kNamedCandidates = 16;

/// Of two spans that were found round one head, the one that stands alone goes to the other's
/// cluster, if that has more mentions: later stages take either for the thing. A coordination and
/// its first conjunct are two things. Then clusters are numbered anew by their first mention.
void join_twins(const std::vector<DescribedMention>& described, Analysis& analysis) {
  std::vector<Mention>& mentions = analysis.mentions;
  std::vector<std::size_t> sizes(analysis.clusters, 0);
  for (const Mention& mention : mentions) ++sizes[mention.cluster];
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> by_head;  // (sentence, head) → mention
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const auto [place, is_new] = by_head.try_emplace({mentions[i].sentence, mentions[i].head}, i);
    if (is_new) continue;
    const std::size_t j = place->second;
    if (described[i].coordinated != described[j].coordinated) continue;
    const bool i_alone = sizes[mentions[i].cluster] == 1;
    const bool j_alone = sizes[mentions[j].cluster] == 1;
    if (i_alone == j_alone) continue;
    Mention& alone = mentions[i_alone ? i : j];
    alone.cluster = mentions[i_alone ? j : i].cluster;
    ++sizes[alone.cluster];
  }
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> numbers(analysis.clusters, kNone);
  analysis.clusters = 0;
  for (Mention& mention : mentions) {
    std::size_t& number = numbers[mention.cluster];
    if (number == kNone) number = analysis.clusters++;
    mention.cluster = number;
  }
}

/// A pronoun that stands for nothing is rarer than a noun phrase that does, so its antecedent may
/// score less by this much. On GUM dev: pronouns P 90.0, R 85.1 → P 90.1, R 86.1; CoNLL 58.7
/// → 59.0.
constexpr float kPronounSlack = 1.0F;

float threshold_for(const DescribedMention& mention, const CoreferenceWeights& weights) {
  return mention.form == MentionForm::kPronoun ? weights.threshold - kPronounSlack
                                               : weights.threshold;
}

/// A cluster and how well a mention fits it.
struct Fit {
  std::size_t cluster = 0;
  float score = -std::numeric_limits<float>::infinity();
};

/// By the scores of its members, best first: their sum as training has it, log Σ exp, and a share
/// of what the best ones behind the first say, so that one good antecedent among members that speak
/// against it counts less than several. docs/quality-coreference.md, "Clusters by all their
/// members".
float fit_of(const std::vector<float>& scores) {
  constexpr float kShareOfOthers = 0.2F;
  constexpr std::size_t kOthers = 4;
  const float sum = kernels::log_sum_exp(scores.data(), scores.size());
  const std::size_t others = std::min(scores.size() - 1, kOthers);
  if (others == 0) return sum;
  float mean = 0;
  for (std::size_t i = 1; i <= others; ++i) mean += scores[i] / static_cast<float>(others);
  return sum + kShareOfOthers * mean;
}

/// Of the clusters of `candidates`, which are sorted; of equal fits that of the better candidate.
Fit find_best_fit(std::span<const Antecedent> candidates, const ClusterBuilder& clusters) {
  std::vector<std::pair<std::size_t, std::vector<float>>> scores;  // cluster → of its members
  for (const Antecedent& candidate : candidates) {
    const std::size_t cluster = clusters.cluster_of(candidate.mention);
    auto known = std::find_if(scores.begin(), scores.end(),
                              [cluster](const auto& entry) { return entry.first == cluster; });
    if (known == scores.end()) known = scores.insert(known, {cluster, {}});
    known->second.push_back(candidate.score);
  }
  Fit best;
  for (const auto& [cluster, of_members] : scores) {
    const float fit = fit_of(of_members);
    if (fit > best.score) best = {cluster, fit};
  }
  return best;
}

}  // namespace

void check_coreference_features(const CoreferenceWeights& weights) {
  bool right = weights.features.size() == kPairFeatures.size();
  for (std::size_t f = 0; right && f < kPairFeatures.size(); ++f) {
    right = weights.features[f].name == kPairFeatures[f].name &&
            weights.features[f].size == kPairFeatures[f].size;
  }
  if (!right) throw Error("coreference features of another version");
}

void resolve_coreference(Analysis& analysis, std::span<const float> word_vectors,
                         const CoreferenceWeights& weights) {
  const std::vector<DescribedMention> mentions = describe_mentions(analysis);
  const std::vector<NameCore> names = find_name_cores(analysis);
  ClusterBuilder clusters(analysis, mentions, names);
  std::optional<PairScorer> scorer;
  if (weights.present() && !mentions.empty()) {
    scorer.emplace(analysis, mentions, word_vectors, weights);
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const float threshold = threshold_for(mentions[i], weights);
    const auto find = [&]() -> std::size_t {
      // The same full name is the same entity, whatever the scores say.
      const std::size_t same = clusters.find_same_name();
      if (same < mentions.size() && clusters.allows(same)) return clusters.cluster_of(same);
      const std::size_t titled = clusters.find_titled();
      if (titled < mentions.size() && clusters.allows(titled)) return clusters.cluster_of(titled);
      if (scorer) {
        // The net is asked only about those that may be it.
        std::vector<Antecedent> candidates =
            scorer->candidates(i, clusters.latest_names(kNamedCandidates));
        std::erase_if(candidates, [&](const Antecedent& c) { return !clusters.allows(c.mention); });
        candidates = scorer->score(i, std::move(candidates));
        const Fit best = find_best_fit(candidates, clusters);
        if (best.score > threshold) return best.cluster;
      }
      const std::size_t fuller = clusters.find_fuller_name();
      if (fuller < mentions.size() && clusters.allows(fuller)) return clusters.cluster_of(fuller);
      return clusters.size();
    };
    clusters.place(find());
    analysis.mentions[i].cluster = clusters.cluster_of(i);
  }
  analysis.clusters = clusters.size();
  join_twins(mentions, analysis);
}

}  // namespace relata
