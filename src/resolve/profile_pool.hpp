// What many profiles say alike, held once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "relata/resolve/profile.hpp"

namespace relata {

/// The texts and lists of the profiles that were given to it. They live as long as any profile that
/// shares them.
class ProfilePool {
 public:
  /// Makes the profile share what others before it hold too. Its entity id and company are its own
  /// and only lose what memory they don't need.
  void share(EntityProfile& profile);

 private:
  struct ListHash {
    std::size_t operator()(const SharedList<ParsedName>& names) const;
    std::size_t operator()(const SharedList<std::string>& texts) const;
    std::size_t operator()(const SharedList<ParsedDescription>& descriptions) const;
  };
  template <class T>
  using Lists = std::unordered_set<SharedList<T>, ListHash>;

  void share(SharedString& text);
  template <class T>
  static void share(SharedList<T>& list, Lists<T>& known);

  std::unordered_map<std::string_view, SharedString> texts_;  ///< each under what it holds itself
  Lists<ParsedName> names_;
  Lists<std::string> full_names_;
  Lists<ParsedDescription> descriptions_;
};

}  // namespace relata
