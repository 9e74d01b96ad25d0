#include "resolve/split_entity.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "resolve/reference_index.hpp"

namespace relata {
namespace {

bool holds(const std::vector<std::string>& forms, const std::string& text) {
  return std::find(forms.begin(), forms.end(), text) != forms.end();
}

std::vector<std::string> take(std::vector<std::string>& texts,
                              const std::vector<std::string>& forms) {
  std::vector<std::string> taken;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(taken),
               [&](const std::string& text) { return holds(forms, text); });
  std::erase_if(texts, [&](const std::string& text) { return holds(forms, text); });
  return taken;
}

std::string free_id(const DocumentRecords& document, const std::string& entity) {
  for (std::size_t part = 2;; ++part) {
    std::string id = entity + '~' + std::to_string(part);
    const bool taken = std::any_of(document.entities.begin(), document.entities.end(),
                                   [&](const EntityRecord& record) { return record.entity == id; });
    if (!taken) return id;
  }
}

/// Sends the arguments in the words of some forms to another entity.
class Mover {
 public:
  Mover(const EntityRecord& from, const EntityRecord& to, const std::vector<std::string>& forms,
        const Lexicon& lexicon)
      : from_(from), to_(to), references_(forms.size()), index_(refer_to(forms), lexicon) {}

  void move(TripleRecord& triple) {
    move(triple.subject);
    if (triple.object) move(*triple.object);
    for (Qualifier& qualifier : triple.qualifiers) {
      // With its preposition: "with Goita".
      const std::size_t blank = qualifier.text.find(' ');
      const bool fits = fits_form(qualifier.text) ||
                        (blank != std::string::npos && fits_form(qualifier.text.substr(blank + 1)));
      if (qualifier.entity != from_.entity || !fits) continue;
      qualifier.entity = to_.entity;
      count(qualifier.range);
    }
    if (triple.attribution && triple.attribution->holder == from_.entity &&
        fits_form(triple.attribution->name)) {
      triple.attribution->holder = to_.entity;
    }
  }

  const std::set<TextRange>& ranges() const noexcept { return ranges_; }

 private:
  std::vector<const EntityReference*> refer_to(const std::vector<std::string>& forms) {
    std::vector<const EntityReference*> pointers;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      references_[i].name = forms[i];
      pointers.push_back(&references_[i]);
    }
    return pointers;
  }

  bool fits_form(const std::string& text) const {
    return !text.empty() && !index_.fitting(text, from_.type, from_.adjective).empty();
  }

  void move(Argument& argument) {
    if (argument.entity != from_.entity || !fits_form(argument.text)) return;
    argument.entity = to_.entity;
    argument.name = to_.name;
    count(argument.range);
  }

  void count(const std::optional<TextRange>& range) {
    if (range) ranges_.insert(*range);
  }

  const EntityRecord& from_;
  const EntityRecord& to_;
  std::vector<EntityReference> references_;
  ReferenceIndex index_;
  std::set<TextRange> ranges_;
};

}  // namespace

SplitEntity split_entity(DocumentRecords& document, std::size_t entity,
                         const std::vector<std::string>& forms, const Lexicon& lexicon) {
  EntityRecord rest = document.entities[entity];
  EntityRecord part = rest;
  part.entity = free_id(document, rest.entity);
  part.names = take(rest.names, forms);
  part.descriptions = take(rest.descriptions, forms);
  part.named = !part.names.empty();
  rest.named = !rest.names.empty();
  part.name = part.named ? part.names.front() : part.descriptions.front();
  if (holds(forms, rest.name)) {
    if (!rest.names.empty()) rest.name = rest.names.front();
    if (rest.names.empty() && !rest.descriptions.empty()) rest.name = rest.descriptions.front();
  }
  Mover mover(rest, part, forms, lexicon);
  for (TripleRecord& triple : document.triples) mover.move(triple);
  const std::uint64_t moved = std::max<std::uint64_t>(mover.ranges().size(), 1);
  part.mentions = moved;
  rest.mentions = rest.mentions > moved ? rest.mentions - moved : 1;
  // Each part begins where its own words do, as far as the triples tell.
  if (!mover.ranges().empty()) part.first = *mover.ranges().begin();
  SplitEntity split{rest.entity, part.entity, forms};
  document.entities[entity] = std::move(rest);
  document.entities.push_back(std::move(part));
  return split;
}

}  // namespace relata
