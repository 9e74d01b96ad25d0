// Clusters as they grow, and what excludes a mention from one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analysis/coreference_features.hpp"
#include "analysis/coreference_mentions.hpp"
#include "analysis/name_core.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

/// Clusters of the mentions so far. Mentions are placed in order, so clusters are numbered by
/// their first mention.
class ClusterBuilder {
 public:
  ClusterBuilder(const Analysis& analysis, std::span<const DescribedMention> mentions,
                 std::span<const NameCore> names)
      : analysis_(analysis), mentions_(mentions), names_(names) {
    read_next();
  }

  std::size_t size() const noexcept { return clusters_.size(); }
  std::size_t cluster_of(std::size_t mention) const { return placed_[mention]; }

  /// Puts the next mention into `cluster`, or a new one if that is size().
  void place(std::size_t cluster);

  /// Whether the next mention may join the cluster of `antecedent`: no two genders (of pronouns,
  /// honorifics and nouns such as "wife") or numerals, no
  /// noun of one for several, no singular pronoun for several people, no two names that exclude
  /// each other, no name of a person for a place; not the other end of one verb (also of a clause
  /// about it) unless reflexive, no conjunct, no deed by another noun than that of the verb that
  /// told it shortly before, no part of itself except an apposition or a relative pronoun, no
  /// predicate of one for another who has a name, and none who is only its owner ("Roux's sister").
  bool allows(std::size_t antecedent) const;

  /// The latest mention of the same type and name as the next one; mentions.size() if none is.
  std::size_t find_same_name() const;

  /// A mention with the longer name of the person that the next one calls by surname or given name
  /// alone; mentions.size() if there is none, or if two people have it.
  std::size_t find_fuller_name() const;

  /// A mention of the only person who bears the next one's title and family name ("Judge Roux" of
  /// "Judge Jean Roux", beside Ana Roux); mentions.size() if none does, or two do.
  std::size_t find_titled() const;

  /// The latest named mentions of clusters, latest first, at most `count`.
  std::vector<std::size_t> latest_names(std::size_t count) const;

 private:
  struct Cluster {
    std::vector<std::size_t> members;
    std::vector<std::size_t> distinct_names;  ///< members with a name that is new in the cluster
    std::size_t latest_name = 0;              ///< member; valid if has_name
    std::vector<std::vector<std::string>> owners;  ///< names that own the nouns of descriptions
    std::uint32_t numeral = 0;                     ///< of the first mention that has one
    bool has_name = false;
    bool he = false;
    bool she = false;
    bool it = false;
    bool several = false;      ///< a coordination or a plural common noun
    bool coordinated = false;  ///< a coordination
  };

  /// What its sentence tells of the next mention, once for all of its candidates.
  void read_next();

  /// The mention that the next one, a predicate noun, is said of ("Ana is the director");
  /// mentions.size() if there is none.
  std::size_t find_subject() const;

  /// Whether the next mention's name, or a person's pronoun, fits the names of the cluster.
  bool allows_name(const Cluster& cluster) const;
  /// "Another Roux" is none who was called Roux; nor is Ana Roux, who is called no judge, the Judge
  /// Roux who was brought in before her.
  bool is_told_apart(const Cluster& cluster) const;
  void add_titled(std::size_t mention);
  /// Adds the mention to those of people, of whom each cluster stands there once.
  void add_once(std::size_t mention, std::vector<std::size_t>& people) const;
  bool may_be_together(const DescribedMention& i, const DescribedMention& j) const;

  const Analysis& analysis_;
  std::span<const DescribedMention> mentions_;
  std::span<const NameCore> names_;
  std::vector<Cluster> clusters_;
  std::vector<std::size_t> placed_;      ///< mention → cluster
  std::size_t next_subject_ = 0;         ///< find_subject() of the next mention
  std::vector<std::string> next_owner_;  ///< the name that owns the next mention's noun
  std::set<std::size_t> latest_names_;   ///< the latest named mention of each cluster
  std::map<std::string, std::vector<std::size_t>> by_key_;  ///< latest mention of each type
  /// Surnames and given names of people with both → mentions, each cluster once.
  std::map<std::string, std::vector<std::size_t>> by_part_;
  /// Title and surname of people → mentions, each cluster once.
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_title_;
};

}  // namespace relata
