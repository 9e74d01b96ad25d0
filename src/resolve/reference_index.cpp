#include "resolve/reference_index.hpp"

#include <algorithm>
#include <map>

#include "relata/analysis/lexicon.hpp"
#include "relata/core/unicode.hpp"
#include "relata/resolve/name.hpp"
#include "relata/resolve/stable_id.hpp"

namespace relata {
namespace {

/// Nothing but punctuation stays what it is.
std::string folded_key(std::string_view text) {
  const std::string folded = join_words(fold_words(text));
  return folded.empty() ? "c:" + clean_label(text) : "f:" + folded;
}

/// Without what does not count in a name of that kind: titles of people, legal forms of companies.
std::string parsed_key(std::string_view text, EntityType type, const Lexicon& lexicon) {
  const ParsedName name = parse_name(text, type, lexicon);
  const bool person = type == EntityType::kPerson;
  if (join_words(name.words).empty()) return folded_key(text);
  return (person ? "p:" : "t:") + join_words(name.words) + '\n' + name.suffix;
}

}  // namespace

ReferenceIndex::ReferenceIndex(const std::vector<const EntityReference*>& references,
                               const Lexicon& lexicon)
    : references_(references), lexicon_(lexicon) {
  for (std::size_t i = 0; i < references_.size(); ++i) {
    const EntityReference& reference = *references_[i];
    any_id_ = any_id_ || !reference.id.empty();
    if (reference.name.empty()) {
      nameless_.push_back(i);
      continue;
    }
    by_name_[folded_key(reference.name)].push_back(i);
    for (const EntityType type : {EntityType::kPerson, EntityType::kOther}) {
      by_name_[parsed_key(reference.name, type, lexicon_)].push_back(i);
    }
  }
}

std::vector<std::size_t> ReferenceIndex::fitting(std::string_view form, EntityType type,
                                                 bool adjective) const {
  std::vector<std::string> keys = {folded_key(form), parsed_key(form, type, lexicon_)};
  // "Malian" is shown as Mali.
  const std::string_view country =
      adjective ? lexicon_.country_of_demonym(form) : std::string_view();
  if (!country.empty()) keys.push_back(folded_key(country));
  std::vector<std::size_t> found;
  for (const std::string& key : keys) {
    const auto references = by_name_.find(key);
    if (references == by_name_.end()) continue;
    found.insert(found.end(), references->second.begin(), references->second.end());
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool ReferenceIndex::fits_all_but_name(const EntityReference& reference, const EntityRecord& entity,
                                       const std::string& id) const {
  return (!reference.type || *reference.type == entity.type) &&
         (reference.doc.empty() || reference.doc == entity.doc) &&
         (reference.entity.empty() || reference.entity == entity.entity) &&
         // Of two ids that begin alike one is lengthened.
         (reference.id.empty() || reference.id.starts_with(id));
}

std::vector<std::vector<ReferenceMatch>> ReferenceIndex::find(
    const std::vector<DocumentRecords>& documents) const {
  std::vector<std::vector<ReferenceMatch>> matches(references_.size());
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (std::size_t e = 0; e < documents[d].entities.size(); ++e) {
      const EntityRecord& entity = documents[d].entities[e];
      std::map<std::size_t, std::vector<std::string>> forms;  // of each reference
      for (const std::size_t i : nameless_) forms[i];
      if (!by_name_.empty()) {
        for (const std::string& text : entity.names) {
          for (const std::size_t i : fitting(text, entity.type, entity.adjective)) {
            forms[i].push_back(text);
          }
        }
        for (const std::string& text : entity.descriptions) {
          const auto references = by_name_.find(folded_key(text));
          if (references == by_name_.end()) continue;
          for (const std::size_t i : references->second) {
            // "the general" of a document may be meant, but not all generals there are.
            const bool narrowed = !references_[i]->doc.empty() || !references_[i]->id.empty() ||
                                  !references_[i]->entity.empty();
            if (narrowed || entity.names.empty()) forms[i].push_back(text);
          }
        }
      }
      if (forms.empty()) continue;
      const std::string id = any_id_ ? anchor_id(entity) : std::string();
      for (auto& [i, texts] : forms) {
        if (!fits_all_but_name(*references_[i], entity, id)) continue;
        matches[i].push_back({{d, e}, std::move(texts)});
      }
    }
  }
  return matches;
}

std::vector<std::vector<std::size_t>> find_entities(const std::vector<EntityReference>& references,
                                                    const std::vector<DocumentRecords>& documents,
                                                    const Lexicon& lexicon) {
  std::vector<const EntityReference*> pointers;
  for (const EntityReference& reference : references) pointers.push_back(&reference);
  const auto matches = ReferenceIndex(pointers, lexicon).find(documents);
  std::vector<std::size_t> first_entity;
  std::size_t entities = 0;
  for (const DocumentRecords& document : documents) {
    first_entity.push_back(entities);
    entities += document.entities.size();
  }
  std::vector<std::vector<std::size_t>> found(references.size());
  for (std::size_t i = 0; i < references.size(); ++i) {
    for (const ReferenceMatch& match : matches[i]) {
      found[i].push_back(first_entity[match.place.document] + match.place.entity);
    }
  }
  return found;
}

}  // namespace relata
