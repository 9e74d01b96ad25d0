#include "resolve/resolution_run.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>

#include "relata/core/number.hpp"
#include "resolve/company.hpp"
#include "resolve/document_links.hpp"
#include "resolve/document_profiles.hpp"
#include "resolve/governing_bodies.hpp"
#include "resolve/locations.hpp"
#include "resolve/profile_clusters.hpp"
#include "resolve/settled_kinds.hpp"

namespace relata {
namespace {

constexpr std::string_view kAliasReason = "stated alias";
constexpr std::string_view kDecisionReason = "decision";

/// The state or province that a place lies in ("New Brunswick"), or the country.
std::string place_around(const EntityProfile& place) {
  std::string region = place.region;
  bool begins = true;
  for (char& c : region) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ';
  }
  return region.empty() ? place.inside.str() : region;
}

/// "Callao" that is named only in "the Callao province" is that, and no town: the province gets its
/// whole name. True if it did.
bool name_division(const std::vector<EntityProfile>& profiles,
                   const std::vector<std::size_t>& members, EntityProfile& unit) {
  const std::string kind = division_of(unit);
  if (kind.empty()) return false;
  std::size_t mentions = 0;
  for (const std::size_t i : members) {
    if (!profiles[i].names.empty()) mentions += profiles[i].mentions;
  }
  if (mentions != 1) return false;
  ParsedName name = unit.names.front();
  name.surface += ' ' + kind;
  name.shown += name.shown.empty() ? "" : ' ' + kind;
  name.words.push_back(kind);
  if (!name.bare_words.empty()) name.bare_words.push_back(kind);
  name.known_as.clear();
  unit.names = {std::move(name)};
  return true;
}

/// One profile of several entities of a document that are one, `members` with the most mentioned
/// first; `aliases` are those whose names the text states to be names of one another.
EntityProfile join_profiles(const std::vector<EntityProfile>& profiles,
                            const std::vector<std::size_t>& members,
                            const std::vector<std::size_t>& aliases, const Lexicon& lexicon) {
  EntityProfile unit = profiles[members.front()];
  std::vector<std::string> full_names = unit.full_names;
  for (std::size_t n = 1; n < members.size(); ++n) {
    const EntityProfile& other = profiles[members[n]];
    absorb(unit, other);
    // More than its own name: the text states them.
    if (other.full_names.size() > 1) {
      full_names.insert(full_names.end(), other.full_names.begin(), other.full_names.end());
    }
  }
  share_anchors(unit, lexicon);
  if (name_division(profiles, members, unit)) full_names.clear();
  full_names.push_back(main_key(unit));
  for (const std::size_t i : aliases) full_names.push_back(main_key(profiles[i]));
  std::sort(full_names.begin(), full_names.end());
  full_names.erase(std::unique(full_names.begin(), full_names.end()), full_names.end());
  full_names.shrink_to_fit();
  unit.full_names = std::move(full_names);
  return unit;
}

}  // namespace

void ResolutionRun::add_merge(const EntityProfile& a, const EntityProfile& b,
                              const PairScore& score, std::size_t unit) {
  Merge& merge = merges_.emplace_back();
  merge.left = std::min(a.entity, b.entity);
  merge.right = std::max(a.entity, b.entity);
  merge.reason = score.reason;
  merge.score = round_score(score.score);
  merge.evidence = score.evidence;
  merge.cluster = unit;
}

void ResolutionRun::add(const DocumentRecords& document, std::size_t first_entity) {
  const std::vector<EntityProfile> profiles = document_profiles(document, lexicon_);
  const std::size_t last_entity = first_entity + profiles.size();
  if (unit_of_.size() < last_entity) {
    unit_of_.resize(last_entity);
    types_.resize(last_entity);
  }
  DecidedLinks decided;
  if (!classes_.empty()) {
    decided.may_join = [&](std::size_t a, std::size_t b) {
      return classes_.join(first_entity + a, first_entity + b);
    };
    if (entity_ids_.size() < last_entity) entity_ids_.resize(last_entity);
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      entity_ids_[first_entity + i] = profiles[i].entity;
    }
  }
  const DocumentLinks links = link_document(document, profiles, lexicon_);
  const std::size_t first_merge = merges_.size();
  std::vector<std::size_t> merged;   // one of each merge
  std::vector<std::size_t> aliases;  // both of each that is stated
  const std::vector<std::size_t> cluster_of = cluster_profiles(
      profiles, Scope::kDocument, links, decided, lexicon_,
      [&](std::size_t left, std::size_t right, const PairScore& score) {
        merged.push_back(left);
        add_merge(profiles[left], profiles[right], score, 0);
        if (score.reason == kAliasReason) aliases.insert(aliases.end(), {left, right});
      },
      trace_);
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < profiles.size(); ++i) members[cluster_of[i]].push_back(i);
  const std::size_t first_unit = units_.size();
  std::vector<std::size_t> unit_of_first(profiles.size(), 0);
  for (auto& [first, list] : members) {
    std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(profiles[b].mentions, profiles[a].entity) <
             std::tie(profiles[a].mentions, profiles[b].entity);
    });
    std::vector<std::size_t> stated;
    std::copy_if(aliases.begin(), aliases.end(), std::back_inserter(stated),
                 [&, cluster = first](std::size_t i) { return cluster_of[i] == cluster; });
    unit_of_first[first] = units_.size();
    Beginning beginning{document.entities[list.front()].first.start, profiles[list.front()].entity};
    for (const std::size_t i : list) {
      unit_of_[first_entity + i] = units_.size();
      types_[first_entity + i] = profiles[i].type;
      beginning =
          std::min(beginning, Beginning{document.entities[i].first.start, profiles[i].entity});
    }
    beginnings_.push_back(std::move(beginning));
    units_.push_back(join_profiles(profiles, list, stated, lexicon_));
  }
  for (std::size_t m = 0; m < merged.size(); ++m) {
    merges_[first_merge + m].cluster = unit_of_first[cluster_of[merged[m]]];
  }
  set_company(document, {unit_of_.data() + first_entity, profiles.size()}, first_unit, units_);
  for (std::size_t u = first_unit; u < units_.size(); ++u) pool_.share(units_[u]);
  for (const auto& [a, b] : links.cannot_links) {
    const std::size_t left = unit_of_first[cluster_of[a]];
    const std::size_t right = unit_of_first[cluster_of[b]];
    if (left != right) cannot_links_.emplace_back(left, right);
  }
}

void ResolutionRun::settle_units() {
  std::vector<EntityType> before;
  before.reserve(units_.size());
  for (const EntityProfile& unit : units_) before.push_back(unit.type);
  settle_kinds(units_, lexicon_);
  settle_locations(units_);
  settle_divisions(units_, lexicon_);
  for (std::size_t i = 0; i < types_.size(); ++i) {
    const std::size_t unit = unit_of_[i];
    if (units_[unit].type != before[unit]) types_[i] = units_[unit].type;
  }
}

std::vector<std::size_t> ResolutionRun::cluster_units() {
  settle_units();
  DocumentLinks links;
  links.cannot_links = std::move(cannot_links_);
  DecidedLinks decided;
  std::vector<std::size_t> entity_of;  // one of each unit
  if (!classes_.empty()) {
    entity_of.resize(units_.size());
    for (std::size_t i = 0; i < unit_of_.size(); ++i) entity_of[unit_of_[i]] = i;
    decided.may_join = [&](std::size_t a, std::size_t b) {
      return classes_.join(entity_of[a], entity_of[b]);
    };
    for (const DecidedClasses::Link& link : classes_.links()) {
      decided.same.emplace_back(unit_of_[link.left], unit_of_[link.right]);
    }
  }
  merges_.reserve(merges_.size() + units_.size());
  return cluster_profiles(
      units_, Scope::kCorpus, links, decided, lexicon_,
      [&](std::size_t left, std::size_t right, const PairScore& score) {
        add_merge(units_[left], units_[right], score, left);
      },
      trace_);
}

void ResolutionRun::add_decided_merges(std::vector<std::size_t>& cluster_of) {
  if (classes_.links().empty()) return;
  std::vector<std::size_t> joined(cluster_of.size());  // cluster → the one it is now
  std::iota(joined.begin(), joined.end(), std::size_t{0});
  const auto find = [&](std::size_t unit) {
    std::size_t cluster = cluster_of[unit];
    while (joined[cluster] != cluster) cluster = joined[cluster];
    return cluster;
  };
  for (const DecidedClasses::Link& link : classes_.links()) {
    const std::size_t a = find(unit_of_[link.left]);
    const std::size_t b = find(unit_of_[link.right]);
    if (a == b) continue;
    joined[std::max(a, b)] = std::min(a, b);
    const DecidedPair& decision = decisions_[link.decision];
    Merge& merge = merges_.emplace_back();
    merge.left = std::min(entity_ids_[link.left], entity_ids_[link.right]);
    merge.right = std::max(entity_ids_[link.left], entity_ids_[link.right]);
    merge.reason = kDecisionReason;
    merge.score = 1;
    merge.evidence =
        describe(Error(decision.text, Place{decision.place.file, decision.place.line, {}}));
    merge.cluster = unit_of_[link.left];
  }
  for (std::size_t unit = 0; unit < cluster_of.size(); ++unit) cluster_of[unit] = find(unit);
}

std::vector<std::string> ResolutionRun::homes_of_clusters(
    const std::vector<std::size_t>& cluster_of, const std::vector<std::size_t>& number,
    std::size_t clusters) const {
  std::vector<std::map<std::string, std::size_t>> told(clusters);
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    const EntityProfile& profile = units_[unit];
    const bool body = profile.type == EntityType::kOrganization;
    const bool place = profile.type == EntityType::kPlace && profile.country.empty();
    if ((!body && !place) || profile.names.empty()) continue;
    std::string home = body ? home_of(profile) : place_around(profile);
    if (body && home.empty()) home = profile.sentence_country;
    if (!home.empty()) ++told[number[cluster_of[unit]]][std::move(home)];
  }
  std::vector<std::string> homes(clusters);
  for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
    std::size_t all = 0;
    for (const auto& [home, documents] : told[cluster]) all += documents;
    for (const auto& [home, documents] : told[cluster]) {
      if (2 * documents > all) homes[cluster] = home;
    }
  }
  return homes;
}

Resolution ResolutionRun::finish() {
  std::vector<std::size_t> cluster_of = cluster_units();
  add_decided_merges(cluster_of);
  if (trace_ != nullptr) {
    trace_->units = units_;
    trace_->unit_of = unit_of_;
    trace_->counts = count_names(units_, Scope::kCorpus);
  }
  // Clusters are numbered by where they begin: (date, none last; document; offset; entity).
  std::vector<std::size_t> order(units_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto anchor = [&](std::size_t i) {
    return std::tuple(units_[i].date.empty(), std::string_view(units_[i].date),
                      std::string_view(units_[i].doc), std::cref(beginnings_[i]));
  };
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return anchor(a) < anchor(b); });
  Resolution resolution;
  std::vector<std::size_t> number(units_.size(), std::string::npos);  // of the clusters
  for (const std::size_t unit : order) {
    std::size_t& cluster = number[cluster_of[unit]];
    if (cluster == std::string::npos) cluster = resolution.clusters++;
  }
  resolution.cluster_of.reserve(unit_of_.size());
  for (const std::size_t unit : unit_of_) {
    resolution.cluster_of.push_back(number[cluster_of[unit]]);
  }
  resolution.types = std::move(types_);
  resolution.home_of = homes_of_clusters(cluster_of, number, resolution.clusters);
  for (Merge& merge : merges_) merge.cluster = number[cluster_of[merge.cluster]];
  resolution.merges = std::move(merges_);
  std::sort(resolution.merges.begin(), resolution.merges.end(), [](const Merge& a, const Merge& b) {
    return std::tie(a.cluster, a.left, a.right) < std::tie(b.cluster, b.left, b.right);
  });
  return resolution;
}

}  // namespace relata
