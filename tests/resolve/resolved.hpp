// What resolution makes of some documents, asked by entity.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/resolution.hpp"

namespace relata {

inline const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

/// The clusters of a resolution, asked by entity id.
class ClustersById {
 public:
  ClustersById() = default;
  ClustersById(const std::vector<DocumentRecords>& documents, const Resolution& resolution) {
    std::size_t index = 0;
    for (const DocumentRecords& document : documents) {
      for (const EntityRecord& entity : document.entities) {
        cluster_[entity.entity] = resolution.cluster_of[index++];
      }
    }
  }

  bool same(const std::string& a, const std::string& b) const {
    return cluster_.at(a) == cluster_.at(b);
  }

  /// The clusters as sets of ids, whatever their numbers.
  std::set<std::set<std::string>> partition() const {
    std::map<std::size_t, std::set<std::string>> sets;
    for (const auto& [id, cluster] : cluster_) sets[cluster].insert(id);
    std::set<std::set<std::string>> all;
    for (const auto& [cluster, ids] : sets) all.insert(ids);
    return all;
  }

 private:
  std::map<std::string, std::size_t> cluster_;
};

/// What resolution makes of some documents.
class Resolved {
 public:
  explicit Resolved(const std::vector<DocumentRecords>& documents)
      : resolution_(resolve_entities(documents, lexicon())), clusters_(documents, resolution_) {}

  bool same(const std::string& a, const std::string& b) const { return clusters_.same(a, b); }
  std::set<std::set<std::string>> partition() const { return clusters_.partition(); }
  const std::vector<Merge>& merges() const { return resolution_.merges; }

 private:
  Resolution resolution_;
  ClustersById clusters_;
};

}  // namespace relata
