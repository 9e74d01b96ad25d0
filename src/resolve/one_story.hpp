// Whether two documents tell of the same things, by the names that they share and by their dates.
#pragma once

#include <chrono>
#include <cstddef>

#include "relata/resolve/profile.hpp"

namespace relata {

/// How much of their company two entities share before their documents tell one story: several
/// names, or one that is half of it. On the training part of ECB+.
inline constexpr std::size_t kStoryNames = 2;
inline constexpr double kStoryShare = 0.3;
inline constexpr double kStoryShareOfOne = 0.5;
inline constexpr std::chrono::days kStoryTime{3};

/// How long a story runs: arrests, charges, burials.
inline constexpr std::chrono::days kStoryRuns{31};

/// The dates of the documents; what has no date may be of any.
bool are_within(const EntityProfile& a, const EntityProfile& b, std::chrono::days time);

/// News of one thing come within some days.
bool are_near_in_time(const EntityProfile& a, const EntityProfile& b);

/// Two documents tell one story of what stands among the same names in both. Of two things in one
/// document it says nothing: they have their company in common whatever they are.
bool share_company(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts);

/// The same, or two documents tell nothing but one story: of all names in the one that has fewer,
/// the other has many. Digests of a day, which have hundreds, don't.
bool is_one_story(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts);

/// Bodies whose documents give them to one country, or speak mostly of one.
bool share_home(const EntityProfile& a, const EntityProfile& b);

/// Documents of one month that have a name in common, or of one country.
bool are_in_touch(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts);

}  // namespace relata
