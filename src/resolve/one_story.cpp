#include "resolve/one_story.hpp"

#include <charconv>
#include <string>

#include "relata/resolve/score.hpp"

namespace relata {
namespace {

/// Days since some day, of YYYY-MM-DD.
std::chrono::sys_days day_of(const std::string& date) {
  const auto number = [&](std::size_t first, std::size_t size) {
    int value = 0;
    std::from_chars(date.data() + first, date.data() + first + size, value);
    return value;
  };
  return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

/// Two documents tell nothing but one story: of all names in the one that has fewer, the other has
/// many. Digests of a day, which have hundreds, don't.
bool tell_one_story(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts) {
  if (a.doc == b.doc || !are_within(a, b, kStoryRuns)) return false;
  return common_names(counts, a, b, kNamesOfStory).share >= kShareOfStory;
}

}  // namespace

bool are_within(const EntityProfile& a, const EntityProfile& b, std::chrono::days time) {
  constexpr std::size_t kDate = 10;  // YYYY-MM-DD
  if (a.date.size() != kDate || b.date.size() != kDate) return true;
  const auto apart = day_of(a.date) - day_of(b.date);
  return std::chrono::abs(apart) <= time;
}

bool are_near_in_time(const EntityProfile& a, const EntityProfile& b) {
  return are_within(a, b, kStoryTime);
}

bool share_company(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts) {
  if (a.doc == b.doc || !are_near_in_time(a, b)) return false;
  const CommonCompany common = common_company(counts, a, b);
  return common.share >= (common.names < kStoryNames ? kStoryShareOfOne : kStoryShare);
}

bool is_one_story(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts) {
  return share_company(a, b, counts) || tell_one_story(a, b, counts);
}

bool share_home(const EntityProfile& a, const EntityProfile& b) {
  const std::string x = likely_home_of(a);
  return !x.empty() && x == likely_home_of(b);
}

bool are_in_touch(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts) {
  if (a.doc == b.doc || !are_within(a, b, kStoryRuns)) return false;
  return common_names(counts, a, b, 1).names > 0 || share_home(a, b);
}

}  // namespace relata
