// Which profiles are worth a look at each other: those that share a rare enough key.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "relata/resolve/cluster.hpp"
#include "resolve/name_wording.hpp"
#include "resolve/short_names.hpp"
#include "resolve/spelling_slips.hpp"

namespace relata {
namespace {

/// Pairs that are gathered before they are scored, so that memory does not grow with all of them.
constexpr std::size_t kBatch = std::size_t{1} << 21;

/// What a key is, in the last bits of its hash: 0 for the rest.
constexpr std::uint64_t kSortOfKey = 3;
constexpr std::uint64_t kWholeName = 1;
constexpr std::uint64_t kWord = 2;

/// A profile under one of its keys. The key is kept as a hash: two keys with one hash share a block
/// and cost some comparisons, no more.
struct BlockEntry {
  std::uint64_t block = 0;  ///< hash of the key; its last two bits say what the key is
  std::uint32_t rank = 0;   ///< of the profile in the order of entity ids

  friend auto operator<=>(const BlockEntry&, const BlockEntry&) = default;
};

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv, the same on every machine.
std::uint64_t hash_of(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : key) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// Two people of whose fullest names neither is the other with words left out: at most their
/// spelling is alike, and for that there are keys of their own.
bool are_other_people(const EntityProfile& a, const EntityProfile& b) {
  const ParsedName& x = a.names.front();
  const ParsedName& y = b.names.front();
  return x.words.size() > 1 && y.words.size() > 1 && !abbreviates(x.words, y.words) &&
         !abbreviates(y.words, x.words) && !is_family_of(x, y) && !is_family_of(y, x) &&
         !may_be_misspelled(x.words, y.words);
}

bool by_name_alone(std::string_view key) { return key[0] == 'n' || key[0] == 'c' || key[0] == 'd'; }

/// Numbers profiles so that those alike in what blocks look at have one number.
class Kinds {
 public:
  explicit Kinds(const Lexicon& lexicon) : lexicon_(lexicon) {}

  std::uint32_t number(const EntityProfile& profile, const NameCounts& counts) {
    std::string key = main_key(profile);
    // Whom a text gives another full name may be found by that.
    if (profile.type == EntityType::kPerson && profile.full_names.size() > 1) {
      for (const std::string& name : profile.full_names) key += ';' + name;
    }
    key += '\n';
    if (!profile.names.empty()) key += profile.names.front().suffix;
    key += '\n';
    key += static_cast<char>('a' + static_cast<int>(profile.type));
    key += profile.gender.str();
    key += static_cast<char>(profile.age);
    key += '\n';
    key += profile.of_country.str();
    key += '\n';
    key += profile.inside.str();
    key += '\n';
    key += profile.region.str();
    // "National Assembly": that of each country is one of its own.
    if (profile.type != EntityType::kPerson && !profile.names.empty() &&
        has_several_homes(counts, profile.names.front()) &&
        !has_own_word(profile.names.front(), lexicon_)) {
      key += '\n';
      key += likely_home_of(profile);
    }
    return numbers_.emplace(std::move(key), static_cast<std::uint32_t>(numbers_.size()))
        .first->second;
  }
  std::size_t size() const noexcept { return numbers_.size(); }

 private:
  const Lexicon& lexicon_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// What one profile has to expect of those that are alike in what blocks look at.
enum class Outlook : unsigned char {
  kOpen,     ///< each may be the one
  kNone,     ///< none can be: their names say so
  kSettled,  ///< the first is, by its name, and with it all others
};

class CandidateFinder {
 public:
  CandidateFinder(std::span<const EntityProfile> profiles, const NameCounts& counts, Scope scope,
                  const Lexicon& lexicon)
      : profiles_(profiles), counts_(counts), scope_(scope), lexicon_(lexicon) {
    order_.resize(profiles.size());
    std::iota(order_.begin(), order_.end(), std::uint32_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return profiles[a].entity < profiles[b].entity;
    });
  }

  std::vector<ScoredPair> run() {
    std::vector<BlockEntry> entries;
    Kinds kinds(lexicon_);
    kind_of_.resize(profiles_.size());
    for (std::uint32_t rank = 0; rank < order_.size(); ++rank) {
      kind_of_[rank] = kinds.number(profile(rank), counts_);
      for (const std::string& key : block_keys(profile(rank), scope_)) {
        const std::uint64_t sort = by_name_alone(key) ? kWholeName : key[0] == 'w' ? kWord : 0;
        entries.push_back({(hash_of(key) & ~kSortOfKey) | sort, rank});
      }
    }
    first_of_kind_.assign(kinds.size(), 0);
    block_of_kind_.assign(kinds.size(), 0);
    round_of_kind_.assign(kinds.size(), 0);
    outlook_.assign(kinds.size(), Outlook::kOpen);
    std::sort(entries.begin(), entries.end());
    for (std::size_t begin = 0; begin < entries.size();) {
      std::size_t end = begin + 1;
      while (end < entries.size() && entries[end].block == entries[begin].block) ++end;
      if (end - begin > 1) {
        compare_block(std::span(entries).subspan(begin, end - begin),
                      entries[begin].block & kSortOfKey);
      }
      begin = end;
    }
    score_batch();
    std::sort(pairs_.begin(), pairs_.end(), [](const ScoredPair& a, const ScoredPair& b) {
      return std::tie(a.left, a.right) < std::tie(b.left, b.right);
    });
    // Two blocks in two batches may have had one pair.
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

 private:
  /// The first of each distinct name meets all; where the key is the name, the first that can be
  /// the same.
  void compare_block(std::span<const BlockEntry> members, std::uint64_t sort) {
    ++block_;
    std::vector<std::uint32_t> firsts;
    for (const BlockEntry& member : members) {
      const std::uint32_t kind = kind_of_[member.rank];
      if (block_of_kind_[kind] != block_) {
        block_of_kind_[kind] = block_;
        first_of_kind_[kind] = member.rank;
        firsts.push_back(member.rank);
      } else {
        compare(first_of_kind_[kind], member.rank);
      }
    }
    if (firsts.size() > kMaxNamesInBlock && sort != kWholeName) return;
    if (firsts.size() == 1) return;
    firsts.resize(std::min(firsts.size(), kMaxNamesInBlock));
    for (const std::uint32_t first : firsts) {
      ++round_;
      for (const BlockEntry& member : members) {
        const std::uint32_t kind = kind_of_[member.rank];
        if (kind == kind_of_[first]) continue;
        const Outlook outlook = outlook_of(first, kind, sort);
        const bool ask = outlook == Outlook::kOpen ||
                         (outlook == Outlook::kSettled && member.rank == first_of_kind_[kind]);
        if (ask) compare(first, member.rank);
      }
    }
  }

  /// What one profile has to expect of all of a kind: asked once in a round, of its first.
  Outlook outlook_of(std::uint32_t rank, std::uint32_t kind, std::uint64_t sort) {
    if (round_of_kind_[kind] != round_) {
      round_of_kind_[kind] = round_;
      outlook_[kind] = find_outlook(profile(rank), profile(first_of_kind_[kind]), sort);
    }
    return outlook_[kind];
  }

  Outlook find_outlook(const EntityProfile& a, const EntityProfile& first, std::uint64_t sort) {
    const bool people = a.type == EntityType::kPerson && first.type == EntityType::kPerson &&
                        !a.names.empty() && !first.names.empty();
    if (people && !go_by_one_name(a, first) &&
        (full_names_differ(a, first) || (sort == kWord && are_other_people(a, first)))) {
      return Outlook::kNone;
    }
    // All of one full name join its first, and so do all of one country.
    const bool joined = (people && first.names.front().words.size() > 1) || !first.country.empty();
    if (scope_ != Scope::kCorpus || !joined) return Outlook::kOpen;
    const PairScore score = score_pair(a, first, counts_, scope_, lexicon_);
    const bool by_names = score.reason.find("story") == std::string_view::npos;
    return score.score >= kMergeThreshold && by_names ? Outlook::kSettled : Outlook::kOpen;
  }

  const EntityProfile& profile(std::uint32_t rank) const { return profiles_[order_[rank]]; }

  void compare(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t left = std::min(order_[a], order_[b]);
    const std::uint32_t right = std::max(order_[a], order_[b]);
    batch_.push_back(std::uint64_t{left} << 32U | right);
    if (batch_.size() == kBatch) score_batch();
  }

  void score_batch() {
    std::sort(batch_.begin(), batch_.end());
    batch_.erase(std::unique(batch_.begin(), batch_.end()), batch_.end());
    for (const std::uint64_t pair : batch_) {
      const auto left = static_cast<std::uint32_t>(pair >> 32U);
      const auto right = static_cast<std::uint32_t>(pair);
      const double score =
          score_pair(profiles_[left], profiles_[right], counts_, scope_, lexicon_).score;
      if (score >= kMergeThreshold) pairs_.push_back({left, right, score});
    }
    batch_.clear();
  }

  std::span<const EntityProfile> profiles_;
  const NameCounts& counts_;
  const Scope scope_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> order_;    ///< profiles by entity id
  std::vector<std::uint32_t> kind_of_;  ///< of the profile of each rank
  std::uint32_t block_ = 0;
  std::vector<std::uint32_t> block_of_kind_, first_of_kind_;
  std::uint32_t round_ = 0;  ///< of one profile with all others of a block
  std::vector<std::uint32_t> round_of_kind_;
  std::vector<Outlook> outlook_;      ///< by kind, what the round has found
  std::vector<std::uint64_t> batch_;  ///< left and right in one
  std::vector<ScoredPair> pairs_;
};

}  // namespace

std::vector<ScoredPair> find_candidates(std::span<const EntityProfile> profiles,
                                        const NameCounts& counts, Scope scope,
                                        const Lexicon& lexicon) {
  return CandidateFinder(profiles, counts, scope, lexicon).run();
}

}  // namespace relata
