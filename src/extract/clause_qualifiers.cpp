// What a triple says beside its subject and object.
#include <algorithm>

#include "extract/clause_reader.hpp"
#include "extract/time_phrase.hpp"

namespace relata {

std::vector<Qualifier> ClauseReader::qualifiers(const std::optional<TextRange>& object) const {
  std::vector<std::pair<WordId, Qualifier>> found;
  const auto add_one = [&](const Complement& complement) {
    Qualifier qualifier;
    const bool clausal = complement.role >= Role::kClause;
    Phrase phrase = clausal ? clause_phrase(tree_, complement.head, Marker::kKeep)
                            : whole_phrase(complement.head);
    Words words = complement.link;
    if (!clausal) {
      words.insert(words.end(), phrase.words.begin(), phrase.words.end());
    } else {
      words = phrase.words;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    qualifier.text = scope_.text.text(words);
    qualifier.range = scope_.text.range(words);
    if (object && qualifier.range && object->contains(*qualifier.range)) return;
    if (object && qualifier.range && qualifier.range->contains(*object) &&
        &complement == core_.complement) {
      return;
    }
    if (clausal) {
      qualifier.role = "clause";
    } else if (is_time_phrase(scope_, complement.head)) {
      qualifier.role = "time";
      qualifier.value = time_value(scope_, complement.head, words, direction_);
    } else if (complement.role == Role::kIndirectObject || complement.role == Role::kObject) {
      qualifier.role = "object2";
    } else if (mention_type_at(scope_, complement.head) == MentionType::kPlace &&
               link_text(tree_, complement.link) != "of") {
      qualifier.role = "place";
    } else if (!complement.link.empty()) {
      qualifier.role = link_text(tree_, complement.link);
    } else {
      qualifier.role = complement.role == Role::kPredicate ? "predicate" : "manner";
    }
    if (!clausal) {
      if (const EntityRecord* entity = entity_at(scope_, complement.head)) {
        qualifier.entity = entity->entity;
      }
    }
    if (!qualifier.text.empty()) found.emplace_back(words.front(), std::move(qualifier));
  };
  for (const Complement& complement : clause_.complements) {
    if (&complement != core_.complement) add_one(complement);
  }
  // Phrases of the object itself, cut from it by the core.
  if (core_.head != kNoWord && core_.role != Role::kClause) {
    for (const WordId child : tree_.children(core_.head)) {
      const bool clause = tree_.deprel(child) == "acl" && child > core_.head;
      if (!tree_.is(child, "nmod") && !clause) continue;
      const Words link = prepositions(tree_, child);
      if (link.empty() && !clause) continue;
      // "condemned the attack of 2 November": no day of the condemning
      if (link_text(tree_, link) == "of" && is_time_phrase(scope_, child)) continue;
      const Phrase core = noun_phrase(tree_, core_.head, Extent::kCore, scope_.lexicon);
      if (std::find(core.words.begin(), core.words.end(), child) != core.words.end()) continue;
      add_one({clause ? Role::kClause : Role::kOblique, child, link});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Qualifier> list;
  for (auto& [word, qualifier] : found) list.push_back(std::move(qualifier));
  return list;
}

Phrase ClauseReader::whole_phrase(WordId head) const {
  Words words = tree_.subtree_if(head, [&](WordId id) {
    if (tree_.deprel(id) == "acl:relcl") return false;
    if (tree_.parent(id) != head) return true;
    const std::string_view relation = tree_.relation(id);
    return relation != "case" && relation != "parataxis" && relation != "cop" &&
           relation != "nsubj" && relation != "advcl";
  });
  while (!words.empty() && tree_.word(words.back()).upos == Upos::kPunct) words.pop_back();
  return {head, std::move(words)};
}

}  // namespace relata
