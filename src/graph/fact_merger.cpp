#include "graph/fact_merger.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/source_host.hpp"
#include "graph/wire_copy.hpp"
#include "relata/core/number.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

Evidence make_evidence(const PlannedFact& fact, const MergeInput& input) {
  const TripleRecord& triple = *fact.triple;
  Evidence evidence;
  evidence.document = input.document_index[fact.document];
  evidence.sentence = triple.sentence;
  evidence.surface = triple.relation.text;
  evidence.subject_text = triple.subject.text;
  if (triple.object) evidence.object_text = triple.object->text;
  for (const Qualifier& qualifier : triple.qualifiers) {
    if (qualifier.role == "time" && !qualifier.value.empty()) {
      evidence.time = qualifier.value;
      break;
    }
  }
  evidence.rule = triple.rule;
  evidence.confidence = round_score(triple.confidence);
  evidence.modality = triple.modality;
  return evidence;
}

/// Best first: sure ones, then those of documents and sentences that come first.
bool is_better(const Evidence& a, const Evidence& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  const auto key = [](const Evidence& e) {
    return std::tie(e.document, e.sentence.index, e.sentence.range.start, e.surface, e.subject_text,
                    e.object_text, e.time, e.rule, e.modality, e.sentence.text);
  };
  return key(a) < key(b);
}

std::string holder_of(const Attribution& attribution, const MergeInput& input) {
  const auto found = input.cluster_of.find(attribution.holder);
  if (found != input.cluster_of.end() && !input.node_ids[found->second].empty()) {
    return input.node_ids[found->second];
  }
  std::string name = clean_label(attribution.name);
  return name.empty() || attribution.holder == "unnamed" ? "unnamed" : name;
}

}  // namespace

Status status_of(const TripleRecord& triple) {
  if (triple.attribution) return Status::kClaimed;
  return triple.modality == Modality::kAsserted ? Status::kAsserted : Status::kPossible;
}

std::string prefixed_type(const TripleRecord& triple, const std::string& type) {
  std::string prefixed;
  if (triple.attribution) prefixed += "CLAIMED_";
  if (triple.modality != Modality::kAsserted) prefixed += "POSSIBLY_";
  if (triple.polarity == Polarity::kNegative) prefixed += "NOT_";
  return prefixed + type;
}

MergedFact merge_facts(const std::vector<const PlannedFact*>& facts, const MergeInput& input) {
  struct Item {
    const PlannedFact* planned;
    Evidence evidence;
  };
  std::vector<Item> items;
  items.reserve(facts.size());
  for (const PlannedFact* fact : facts) items.push_back({fact, make_evidence(*fact, input)});
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    if (is_better(a.evidence, b.evidence)) return true;
    if (is_better(b.evidence, a.evidence)) return false;
    return std::tie(a.planned->label, a.planned->triple->statement) <
           std::tie(b.planned->label, b.planned->triple->statement);
  });
  const PlannedFact& best = *items.front().planned;
  const TripleRecord& triple = *best.triple;
  MergedFact result;
  Fact& merged = result.fact;
  merged.type = input.texts.share(best.type);
  merged.label = input.texts.share(best.label);
  merged.kind = triple.kind;
  merged.polarity = triple.polarity;
  merged.status = status_of(triple);
  merged.modality = triple.modality;
  std::set<std::string> holders, times, hosts;
  std::set<std::size_t> documents;
  std::vector<std::string> sentences;
  for (Item& item : items) {
    const TripleRecord& source = *item.planned->triple;
    if (source.attribution) holders.insert(holder_of(*source.attribution, input));
    if (!item.evidence.time.empty()) times.insert(item.evidence.time);
    documents.insert(item.evidence.document);
    std::string host = host_of(input.documents[item.planned->document].document.url);
    if (!host.empty()) hosts.insert(std::move(host));
    sentences.push_back(source.sentence.text);
    if (result.evidence.empty() || result.evidence.back() != item.evidence) {
      result.evidence.push_back(std::move(item.evidence));
      result.sentences.push_back(item.planned->sentence);
    }
  }
  merged.attributed_to = std::vector<std::string>(holders.begin(), holders.end());
  merged.time = std::vector<std::string>(times.begin(), times.end());
  merged.support = static_cast<std::uint32_t>(count_distinct_sentences(sentences));
  merged.documents = static_cast<std::uint32_t>(documents.size());
  merged.sources = static_cast<std::uint32_t>(hosts.size());
  merged.confidence = result.evidence.front().confidence;
  return result;
}

std::uint64_t limit_types(std::vector<PlannedFact>& facts, std::size_t max_types) {
  std::map<std::string, std::uint64_t> counts;
  for (const PlannedFact& fact : facts) ++counts[prefixed_type(*fact.triple, fact.type)];
  if (counts.size() <= max_types) return 0;
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const auto& [type, count] : counts) order.emplace_back(count, type);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  // Verbs need room too: a type is kept only while kept ones and verbs of the rest fit together.
  const auto verb_of = [](const PlannedFact& fact) {
    return fact.type.substr(0, fact.type.find('_'));
  };
  std::size_t kept_types = max_types;
  std::set<std::string> kept;
  while (true) {
    kept.clear();
    for (std::size_t i = 0; i < std::min(kept_types, order.size()); ++i) {
      kept.insert(order[i].second);
    }
    std::set<std::string> all = kept;
    for (const PlannedFact& fact : facts) {
      if (kept.count(prefixed_type(*fact.triple, fact.type)) == 0) {
        all.insert(prefixed_type(*fact.triple, verb_of(fact)));
      }
    }
    if (all.size() <= max_types || kept_types == 0) break;
    const std::size_t excess = all.size() - max_types;
    kept_types -= std::min(kept_types, std::max<std::size_t>(excess, 1));
  }
  std::set<std::string> folded;
  for (PlannedFact& fact : facts) {
    std::string prefixed = prefixed_type(*fact.triple, fact.type);
    if (kept.count(prefixed) > 0) continue;
    fact.type = verb_of(fact);
    folded.insert(std::move(prefixed));
  }
  return folded.size();
}

}  // namespace relata
