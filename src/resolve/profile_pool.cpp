#include "resolve/profile_pool.hpp"

#include <functional>

namespace relata {
namespace {

/// Of what tells most lists apart; lists of one hash are compared in full.
template <class List, class TextOf>
std::size_t hash_texts(const List& list, TextOf text_of) {
  std::size_t hash = list.size();
  for (const auto& element : list) {
    constexpr std::size_t kOddFactor = 0x100000001b3U;
    hash = hash * kOddFactor ^ std::hash<std::string_view>()(text_of(element));
  }
  return hash;
}

}  // namespace

std::size_t ProfilePool::ListHash::operator()(const SharedList<ParsedName>& names) const {
  return hash_texts(names, [](const ParsedName& name) -> std::string_view { return name.surface; });
}

std::size_t ProfilePool::ListHash::operator()(const SharedList<std::string>& texts) const {
  return hash_texts(texts, [](const std::string& text) -> std::string_view { return text; });
}

std::size_t ProfilePool::ListHash::operator()(
    const SharedList<ParsedDescription>& descriptions) const {
  return hash_texts(descriptions, [](const ParsedDescription& description) -> std::string_view {
    return description.head;
  });
}

void ProfilePool::share(SharedString& text) {
  if (text.empty()) return;
  const auto found = texts_.find(text);
  if (found != texts_.end()) {
    text = found->second;
  } else {
    texts_.emplace(text, text);
  }
}

template <class T>
void ProfilePool::share(SharedList<T>& list, Lists<T>& known) {
  if (list.empty()) return;
  const auto found = known.find(list);
  if (found != known.end()) {
    list = *found;
  } else {
    list.edit().shrink_to_fit();
    known.insert(list);
  }
}

void ProfilePool::share(EntityProfile& profile) {
  for (SharedString* text : {&profile.doc, &profile.text, &profile.country, &profile.of_country,
                             &profile.home, &profile.inside, &profile.region, &profile.main_country,
                             &profile.sentence_country, &profile.gender, &profile.date}) {
    share(*text);
  }
  share(profile.names, names_);
  share(profile.full_names, full_names_);
  share(profile.descriptions, descriptions_);
  share(profile.roles, descriptions_);
  profile.company.shrink_to_fit();
}

}  // namespace relata
