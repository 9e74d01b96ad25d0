#include "relata/resolve/resolution.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "relata/core/number.hpp"
#include "relata/resolve/cluster.hpp"
#include "relata/resolve/explanation.hpp"
#include "resolve/company.hpp"
#include "resolve/decided_classes.hpp"
#include "resolve/document_links.hpp"
#include "resolve/document_profiles.hpp"
#include "resolve/governing_bodies.hpp"

namespace relata {
namespace {

constexpr std::string_view kAliasReason = "stated alias";
constexpr std::string_view kDecisionReason = "decision";

/// What decisions ask of a clustering of profiles, by their indices. Nothing, where there are none.
struct DecidedLinks {
  std::function<bool(std::size_t, std::size_t)> may_join;
  std::vector<std::pair<std::size_t, std::size_t>> same;
};

/// Candidates, their components, and the clusters of each. Nothing looks outside a component.
Clustering cluster_profiles(std::span<const EntityProfile> profiles, Scope scope,
                            const DocumentLinks& links, const DecidedLinks& decided,
                            const Lexicon& lexicon, ResolutionTrace* trace) {
  const NameCounts counts = count_names(profiles, scope);
  std::vector<CandidatePair> pairs = find_candidates(profiles, counts, scope, lexicon);
  pairs.insert(pairs.end(), links.pairs.begin(), links.pairs.end());

  std::vector<std::size_t> component_of(profiles.size(), std::string::npos);
  auto components = find_components(profiles.size(), pairs);
  const bool oversized = std::any_of(components.begin(), components.end(), [](const auto& members) {
    return members.size() > kMaxComponent;
  });
  if (oversized) {
    for (std::size_t c = 0; c < components.size(); ++c) {
      for (const std::size_t i : components[c]) component_of[i] = c;
    }
    std::erase_if(pairs, [&](const CandidatePair& pair) {
      return components[component_of[pair.left]].size() > kMaxComponent &&
             pair.score.score < kSafeScore;
    });
    components = find_components(profiles.size(), pairs);
    std::fill(component_of.begin(), component_of.end(), std::string::npos);
  }
  if (!decided.same.empty()) {
    // What one decision ties together must not be dealt with apart.
    std::vector<CandidatePair> tied = pairs;
    for (const auto& [left, right] : decided.same) tied.push_back({left, right, {}});
    components = find_components(profiles.size(), tied);
  }
  std::vector<std::size_t> local(profiles.size(), 0);
  for (std::size_t c = 0; c < components.size(); ++c) {
    for (std::size_t n = 0; n < components[c].size(); ++n) {
      component_of[components[c][n]] = c;
      local[components[c][n]] = n;
    }
  }
  // Component by component; what a document says twice in one order always.
  std::sort(pairs.begin(), pairs.end(), [&](const CandidatePair& a, const CandidatePair& b) {
    return std::tie(component_of[a.left], a.left, a.right, a.score.reason, a.score.evidence) <
           std::tie(component_of[b.left], b.left, b.right, b.score.reason, b.score.evidence);
  });
  const auto evident = [&](std::size_t left, std::size_t right, PairScore score) {
    if (!score.evidence.empty()) return score;
    return score_pair(profiles[left], profiles[right], counts, scope, lexicon);
  };
  std::vector<CannotLinks> cannot_of(components.size());
  for (const auto& [a, b] : links.cannot_links) {
    if (component_of[a] == component_of[b] && component_of[a] != std::string::npos) {
      cannot_of[component_of[a]].emplace_back(local[a], local[b]);
    }
  }
  Clustering whole;
  whole.cluster_of.resize(profiles.size());
  std::iota(whole.cluster_of.begin(), whole.cluster_of.end(), std::size_t{0});
  auto next_pair = pairs.begin();
  for (std::size_t c = 0; c < components.size(); ++c) {
    const std::vector<std::size_t>& members = components[c];
    std::vector<CandidatePair> pairs_of_part;
    for (; next_pair != pairs.end() && component_of[next_pair->left] == c; ++next_pair) {
      pairs_of_part.push_back(
          {local[next_pair->left], local[next_pair->right], std::move(next_pair->score)});
    }
    std::vector<EntityProfile> part;
    part.reserve(members.size());
    for (const std::size_t i : members) part.push_back(profiles[i]);
    ClusterHooks hooks;
    if (decided.may_join) {
      hooks.may_join = [&](std::size_t a, std::size_t b) {
        return decided.may_join(members[a], members[b]);
      };
    }
    if (trace != nullptr) {
      hooks.refused = [&](const CandidatePair& pair, const Obstacle& obstacle) {
        trace->pairs.push_back({scope, part[pair.left].entity, part[pair.right].entity,
                                evident(members[pair.left], members[pair.right], pair.score), false,
                                obstacle.why, part[obstacle.left].entity,
                                part[obstacle.right].entity});
      };
    }
    Clustering clustering = cluster(part, std::move(pairs_of_part), cannot_of[c], hooks);
    for (std::size_t n = 0; n < members.size(); ++n) {
      whole.cluster_of[members[n]] = members[clustering.cluster_of[n]];
    }
    for (CandidatePair& merge : clustering.merges) {
      merge.score = evident(members[merge.left], members[merge.right], std::move(merge.score));
      if (trace != nullptr) {
        trace->pairs.push_back({scope,
                                part[merge.left].entity,
                                part[merge.right].entity,
                                merge.score,
                                true,
                                {},
                                {},
                                {}});
      }
      whole.merges.push_back({members[merge.left], members[merge.right], std::move(merge.score)});
    }
  }
  return whole;
}

/// One profile for each cluster of a document's entities.
struct Units {
  std::vector<EntityProfile> profiles;
  std::vector<std::size_t> unit_of;  ///< of each entity of the run
  std::vector<Merge> merges;
  CannotLinks cannot_links;
};

Merge make_merge(const EntityProfile& a, const EntityProfile& b, const PairScore& score) {
  Merge merge;
  merge.left = std::min(a.entity, b.entity);
  merge.right = std::max(a.entity, b.entity);
  merge.reason = score.reason;
  merge.score = round_score(score.score);
  merge.evidence = score.evidence;
  return merge;
}

/// `first_entity` is the number of the document's first entity in the run.
void add_document(const DocumentRecords& document, std::size_t first_entity, const Lexicon& lexicon,
                  DecidedClasses& classes, ResolutionTrace* trace, Units& units) {
  std::vector<EntityProfile> profiles = document_profiles(document, lexicon);
  const DocumentLinks links = link_document(document, profiles, lexicon);
  DecidedLinks decided;
  if (!classes.empty()) {
    decided.may_join = [&](std::size_t a, std::size_t b) {
      return classes.join(first_entity + a, first_entity + b);
    };
  }
  const Clustering clustering =
      cluster_profiles(profiles, Scope::kDocument, links, decided, lexicon, trace);
  for (const CandidatePair& merge : clustering.merges) {
    units.merges.push_back(make_merge(profiles[merge.left], profiles[merge.right], merge.score));
  }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    members[clustering.cluster_of[i]].push_back(i);
  }
  const std::size_t first_unit = units.profiles.size();
  std::vector<std::size_t> unit_of_first(profiles.size(), 0);
  for (auto& [first, list] : members) {
    std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(profiles[b].mentions, std::cref(profiles[a].entity).get()) <
             std::tuple(profiles[a].mentions, std::cref(profiles[b].entity).get());
    });
    EntityProfile unit = profiles[list.front()];
    for (std::size_t n = 1; n < list.size(); ++n) {
      const EntityProfile& other = profiles[list[n]];
      absorb(unit, other);
      // More than its own name: the text states them.
      if (other.full_names.size() > 1) {
        unit.full_names.insert(unit.full_names.end(), other.full_names.begin(),
                               other.full_names.end());
      }
    }
    share_anchors(unit, lexicon);
    unit.full_names.push_back(main_key(unit));
    for (const CandidatePair& merge : clustering.merges) {
      if (merge.score.reason != kAliasReason || clustering.cluster_of[merge.left] != first) {
        continue;
      }
      for (const std::size_t i : {merge.left, merge.right}) {
        unit.full_names.push_back(main_key(profiles[i]));
      }
    }
    std::sort(unit.full_names.begin(), unit.full_names.end());
    unit.full_names.erase(std::unique(unit.full_names.begin(), unit.full_names.end()),
                          unit.full_names.end());
    unit_of_first[first] = units.profiles.size();
    for (const std::size_t i : list) units.unit_of[first_entity + i] = units.profiles.size();
    units.profiles.push_back(std::move(unit));
  }
  set_company(document, {units.unit_of.data() + first_entity, profiles.size()}, first_unit,
              units.profiles);
  for (const auto& [a, b] : links.cannot_links) {
    const std::size_t left = unit_of_first[clustering.cluster_of[a]];
    const std::size_t right = unit_of_first[clustering.cluster_of[b]];
    if (left != right) units.cannot_links.emplace_back(left, right);
  }
}

/// Documents in the order of their ids, so that decisions meet evidence in one order always.
Units find_units(const std::vector<DocumentRecords>& documents, const Lexicon& lexicon,
                 DecidedClasses& classes, ResolutionTrace* trace) {
  std::vector<std::size_t> first_entity;
  std::vector<std::size_t> order;
  std::size_t entities = 0;
  for (const DocumentRecords& document : documents) {
    first_entity.push_back(entities);
    order.push_back(order.size());
    entities += document.entities.size();
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return documents[a].document.doc < documents[b].document.doc;
  });
  Units units;
  units.unit_of.resize(entities);
  for (const std::size_t i : order) {
    add_document(documents[i], first_entity[i], lexicon, classes, trace, units);
  }
  return units;
}

/// Joins the clusters that only a decision makes one, with a merge for each.
void add_decided_merges(const std::vector<DocumentRecords>& documents,
                        const std::vector<DecidedPair>& decisions, const DecidedClasses& classes,
                        Units& units, Clustering& clustering) {
  if (classes.links().empty()) return;
  std::vector<const EntityRecord*> records;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) records.push_back(&entity);
  }
  std::vector<std::size_t> joined(clustering.cluster_of.size());  // cluster → the one it is now
  std::iota(joined.begin(), joined.end(), std::size_t{0});
  const auto find = [&](std::size_t unit) {
    std::size_t cluster = clustering.cluster_of[unit];
    while (joined[cluster] != cluster) cluster = joined[cluster];
    return cluster;
  };
  for (const DecidedClasses::Link& link : classes.links()) {
    const std::size_t a = find(units.unit_of[link.left]);
    const std::size_t b = find(units.unit_of[link.right]);
    if (a == b) continue;
    joined[std::max(a, b)] = std::min(a, b);
    const DecidedPair& decision = decisions[link.decision];
    Merge merge;
    merge.left = std::min(records[link.left]->entity, records[link.right]->entity);
    merge.right = std::max(records[link.left]->entity, records[link.right]->entity);
    merge.reason = kDecisionReason;
    merge.score = 1;
    merge.evidence =
        describe(Error(decision.text, Place{decision.place.file, decision.place.line, {}}));
    units.merges.push_back(std::move(merge));
  }
  for (std::size_t unit = 0; unit < clustering.cluster_of.size(); ++unit) {
    clustering.cluster_of[unit] = find(unit);
  }
}

/// A name of one word that most documents take for a thing ("Houthis") is no person in the rest,
/// unless somebody is called he or she or has a title there.
void settle_kinds(std::vector<EntityProfile>& profiles) {
  const NameCounts counts = count_names(profiles, Scope::kCorpus);
  for (EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson || profile.names.size() != 1 ||
        !profile.gender.empty()) {
      continue;
    }
    const ParsedName& name = profile.names.front();
    if (name.words.size() > 1 || !name.titles.empty()) continue;
    // Letters that stand for a thing elsewhere.
    if (name.acronym && counts.full_of.contains(name.words.front())) {
      profile.type = EntityType::kOrganization;
      continue;
    }
    const auto kinds = counts.full_of.find(kind_key(name.words.front()));
    if (kinds == counts.full_of.end()) continue;
    const auto things = kinds->second.find("thing");
    const auto people = kinds->second.find("person");
    if (things != kinds->second.end() && people != kinds->second.end() &&
        things->second >= people->second) {
      profile.type = EntityType::kOrganization;
    }
  }
}

/// Where a cluster begins: (date, none last; document; offset; entity).
using Anchor = std::tuple<bool, std::string_view, std::string_view, std::size_t, std::string_view>;

Anchor anchor_of(const DocumentRecords& document, const EntityRecord& entity) {
  return {document.document.date.empty(), document.document.date, document.document.doc,
          entity.first.start, entity.entity};
}

}  // namespace

Resolution resolve_entities(const std::vector<DocumentRecords>& documents, const Lexicon& lexicon,
                            const ResolveOptions& options) {
  DecidedClasses classes(options.decisions, documents);
  Units units = find_units(documents, lexicon, classes, options.trace);

  settle_kinds(units.profiles);
  DocumentLinks links;
  links.cannot_links = std::move(units.cannot_links);
  std::vector<std::size_t> entity_of(units.profiles.size());  // one of each unit
  for (std::size_t i = 0; i < units.unit_of.size(); ++i) entity_of[units.unit_of[i]] = i;
  DecidedLinks decided;
  if (!classes.empty()) {
    decided.may_join = [&](std::size_t a, std::size_t b) {
      return classes.join(entity_of[a], entity_of[b]);
    };
    for (const DecidedClasses::Link& link : classes.links()) {
      decided.same.emplace_back(units.unit_of[link.left], units.unit_of[link.right]);
    }
  }
  Clustering clustering =
      cluster_profiles(units.profiles, Scope::kCorpus, links, decided, lexicon, options.trace);
  for (const CandidatePair& merge : clustering.merges) {
    units.merges.push_back(
        make_merge(units.profiles[merge.left], units.profiles[merge.right], merge.score));
  }
  add_decided_merges(documents, options.decisions, classes, units, clustering);

  if (options.trace != nullptr) {
    options.trace->units = units.profiles;
    options.trace->unit_of = units.unit_of;
    options.trace->counts = count_names(units.profiles, Scope::kCorpus);
  }

  // Clusters are numbered by their anchors.
  std::vector<std::pair<Anchor, std::size_t>> order;  // of entities
  std::size_t index = 0;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) {
      order.emplace_back(anchor_of(document, entity), index++);
    }
  }
  std::sort(order.begin(), order.end());
  Resolution resolution;
  resolution.cluster_of.resize(order.size());
  std::vector<std::size_t> number(units.profiles.size(), std::string::npos);
  for (const auto& [anchor, entity] : order) {
    std::size_t& cluster = number[clustering.cluster_of[units.unit_of[entity]]];
    if (cluster == std::string::npos) cluster = resolution.clusters++;
    resolution.cluster_of[entity] = cluster;
  }
  std::unordered_map<std::string_view, std::size_t> cluster_of_id;
  index = 0;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) {
      cluster_of_id.emplace(entity.entity, resolution.cluster_of[index++]);
    }
  }
  for (Merge& merge : units.merges) merge.cluster = cluster_of_id.at(merge.left);
  resolution.merges = std::move(units.merges);
  std::sort(resolution.merges.begin(), resolution.merges.end(), [](const Merge& a, const Merge& b) {
    return std::tie(a.cluster, a.left, a.right) < std::tie(b.cluster, b.left, b.right);
  });
  return resolution;
}

}  // namespace relata
