#include "analysis/chunk.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>

namespace relata {
namespace {

/// Characters of a run that features see.
constexpr std::size_t kRun = 16;
constexpr char32_t kZeroWidthSpace = 0x200B;

struct Character {
  char32_t folded = 0;
  char kind = 0;  ///< 0: stands between chunks
};

/// Apostrophes, quotation marks and hyphens that features take for one another.
char32_t common_mark(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
      return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      return U'"';
    case 0x2010:
    case 0x2011:
      return U'-';
    default:
      return c;
  }
}

char kind_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const std::uint32_t category = U_GET_GC_MASK(code);
  if (category & (U_GC_LU_MASK | U_GC_LT_MASK)) return 'A';
  if (category & (U_GC_L_MASK | U_GC_M_MASK)) return 'a';
  if (category & U_GC_ND_MASK) return '9';
  if (c < 128) return static_cast<char>(c);
  if (category & U_GC_P_MASK) return 'P';
  if (category & U_GC_S_MASK) return 'S';
  return category & U_GC_CF_MASK ? 'F' : 'O';
}

Character classify(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c == kZeroWidthSpace || u_isUWhiteSpace(code) || u_charType(code) == U_CONTROL_CHAR) {
    return {};
  }
  const char32_t mark = common_mark(c);
  return {static_cast<char32_t>(u_tolower(static_cast<UChar32>(mark))), kind_of(mark)};
}

const std::array<Character, 128>& ascii_characters() {
  static const std::array<Character, 128> table = [] {
    std::array<Character, 128> made{};
    for (char32_t c = 0; c < made.size(); ++c) made[c] = classify(c);
    return made;
  }();
  return table;
}

bool is_letter_kind(char kind) { return kind == 'a' || kind == 'A'; }
bool is_alnum_kind(char kind) { return is_letter_kind(kind) || kind == '9'; }

void find_url(const BlockText& text, Chunk& chunk) {
  const std::u32string_view folded =
      std::u32string_view(text.folded).substr(chunk.start, chunk.end - chunk.start);
  std::size_t start = 0;
  std::size_t bare = 0;  // what is no mark at its end begins here
  const std::size_t at = folded.find(U"://");
  if (at != folded.npos && at > 0 && is_alnum_kind(text.kinds[chunk.start + at - 1])) {
    start = at;
    while (start > 0 && is_alnum_kind(text.kinds[chunk.start + start - 1])) --start;
    bare = at + 3;
  } else {
    start = folded.find(U"www.");
    if (start == folded.npos) return;
    if (start > 0 && is_alnum_kind(text.kinds[chunk.start + start - 1])) return;
    bare = start + 4;
  }
  std::size_t end = folded.size();
  constexpr std::u32string_view kMarks = U".,;:!?)]}>\"'";
  while (end > bare && (kMarks.find(folded[end - 1]) != kMarks.npos ||
                        text.kinds[chunk.start + end - 1] == 'P')) {
    --end;
  }
  chunk.url_start = chunk.start + start;
  chunk.url_end = chunk.start + end;
}

/// FNV-1a with a step for each code point.
class FeatureHash {
 public:
  explicit FeatureHash(std::uint32_t number) : hash_((2166136261U ^ number) * kPrime) {}

  FeatureHash& operator<<(char32_t c) {
    hash_ = (hash_ ^ static_cast<std::uint32_t>(c)) * kPrime;
    return *this;
  }
  FeatureHash& operator<<(char c) { return *this << static_cast<char32_t>(c); }
  FeatureHash& operator<<(std::u32string_view run) {
    for (const char32_t c : run) *this << c;
    return *this;
  }
  FeatureHash& operator<<(std::string_view run) {
    for (const char c : run) *this << c;
    return *this;
  }

  std::uint16_t bucket() const {
    return static_cast<std::uint16_t>((hash_ ^ (hash_ >> 15)) % TokeniserWeights::kBuckets);
  }

 private:
  static constexpr std::uint32_t kPrime = 16777619U;
  std::uint32_t hash_;
};

/// Kinds with repetitions left out, at most 6.
struct Shape {
  explicit Shape(std::string_view kinds) {
    for (const char kind : kinds) {
      if (size < value.size() && (size == 0 || value[size - 1] != kind)) value[size++] = kind;
    }
  }
  std::string_view view() const { return {value.data(), size}; }

  std::array<char, 6> value{};
  std::size_t size = 0;
};

char one_digit(std::size_t number) {
  return static_cast<char>('0' + std::min<std::size_t>(number, 9));
}

char flag(bool holds) { return holds ? '1' : '0'; }

}  // namespace

BlockText::BlockText(std::string_view text) {
  const auto* source = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto& ascii = ascii_characters();
  folded.reserve(text.size());
  kinds.reserve(text.size());
  bytes.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    bytes.push_back(static_cast<std::uint32_t>(i));
    Character character;
    if (source[i] < 128) {
      character = ascii[source[i++]];
    } else {
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(source, i, text.size(), c);
      character = classify(static_cast<char32_t>(c));
    }
    folded += character.folded;
    kinds += character.kind;
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
}

std::vector<Chunk> find_chunks(const BlockText& text) {
  std::vector<Chunk> chunks;
  const std::size_t size = text.kinds.size();
  for (std::size_t i = 0; i < size;) {
    if (text.kinds[i] == 0) {
      ++i;
      continue;
    }
    Chunk chunk{i, i, false, 0, 0};
    bool only_format = true;
    bool may_be_address = false;
    for (; i < size && text.kinds[i] != 0; ++i) {
      only_format = only_format && text.kinds[i] == 'F';
      may_be_address =
          may_be_address || text.kinds[i] == '@' || text.kinds[i] == ':' || text.folded[i] == 'w';
    }
    chunk.end = i;
    if (only_format) continue;
    if (may_be_address) {
      const std::u32string_view folded =
          std::u32string_view(text.folded).substr(chunk.start, chunk.end - chunk.start);
      chunk.address = folded.find(U'@') != folded.npos || folded.find(U"://") != folded.npos ||
                      folded.starts_with(U"www.");
      find_url(text, chunk);
    }
    chunks.push_back(chunk);
  }
  return chunks;
}

bool looks_spaced(const BlockText& text, const std::vector<Chunk>& chunks) {
  constexpr std::array<std::u32string_view, 6> kAlone = {U"?", U"!", U"``", U"''", U"n't", U"'s"};
  bool alone = false;
  for (const Chunk& chunk : chunks) {
    const std::u32string_view folded =
        std::u32string_view(text.folded).substr(chunk.start, chunk.end - chunk.start);
    const bool comma = folded.back() == U',' || folded.back() == U';';
    if (comma && folded.size() > 1) return false;
    alone = alone || comma || folded == U"." ||
            std::find(kAlone.begin(), kAlone.end(), folded) != kAlone.end();
  }
  return alone;
}

bool Candidates::in_run(std::size_t i) const {
  return is_letter_kind(text_.kinds[i]) || text_.folded[i] == U'\'';
}

void Candidates::enter_run(std::size_t i) {
  run_start_ = i;
  while (run_start_ > chunk_.start && in_run(run_start_ - 1)) --run_start_;
  run_end_ = i;
  bool apostrophe = false;
  while (run_end_ < chunk_.end && in_run(run_end_)) {
    apostrophe = apostrophe || text_.folded[run_end_] == U'\'';
    ++run_end_;
  }
  const std::size_t size = run_end_ - run_start_;
  run_may_divide_ = apostrophe || text_.folded[run_start_] == U'\'';
  if (!run_may_divide_ && size <= kRun) {
    key_.assign(text_.folded, run_start_, size);
    run_may_divide_ = weights_.contractions.contains(key_);
  }
}

std::u32string Candidates::before(std::size_t i) const {
  const std::size_t start = std::max(run_start_, i - std::min(i, kRun));
  return text_.folded.substr(start, i - start);
}

std::u32string Candidates::after(std::size_t i) const {
  return text_.folded.substr(i, std::min(run_end_, i + kRun) - i);
}

bool Candidates::contains(std::size_t i) {
  if (chunk_.url_start < i && i < chunk_.url_end) return false;
  const auto& kinds = text_.kinds;
  if (!is_letter_kind(kinds[i - 1])) {
    return !(text_.folded[i - 1] == U'\'' && i > chunk_.start + 1 && is_letter_kind(kinds[i - 2]) &&
             is_letter_kind(kinds[i]));
  }
  const bool inner_apostrophe =
      text_.folded[i] == U'\'' && i + 1 < chunk_.end && is_letter_kind(kinds[i + 1]);
  if (!is_letter_kind(kinds[i]) && !inner_apostrophe) return true;
  if (i >= run_end_) enter_run(i);
  if (!run_may_divide_) return false;
  const std::u32string right = after(i);
  if (right.find(U'\'') != right.npos) return weights_.clitics.contains(right);
  return weights_.splits.contains(before(i) + U'|' + right);
}

std::array<std::uint16_t, kBoundaryFeatures> boundary_features(const BlockText& text,
                                                               const Chunk& chunk,
                                                               const Chunk* next, std::size_t i,
                                                               std::size_t token_start,
                                                               bool spaced) {
  const std::u32string_view folded = text.folded;
  const std::string_view kinds = text.kinds;
  // Character j places right of the boundary (left if negative), with marks past the ends.
  const auto char_at = [&](int j) -> char32_t {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + j;
    if (at < static_cast<std::ptrdiff_t>(chunk.start)) return U'^';
    return at < static_cast<std::ptrdiff_t>(chunk.end) ? folded[static_cast<std::size_t>(at)]
                                                       : U'$';
  };
  const auto kind_at = [&](int j) -> char {
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + j;
    if (at < static_cast<std::ptrdiff_t>(chunk.start)) return '^';
    return at < static_cast<std::ptrdiff_t>(chunk.end) ? kinds[static_cast<std::size_t>(at)] : '$';
  };
  const char32_t l1 = folded[i - 1];
  const char32_t r1 = folded[i];
  const char kl = kinds[i - 1];
  const char kr = kinds[i];
  const std::size_t seen_from = std::max(token_start, i - std::min(i, kRun));
  const std::u32string_view token = folded.substr(seen_from, i - seen_from);
  // The words left and right, behind a mark if there is one.
  const std::size_t left_end = is_alnum_kind(kl) ? i : i - 1;
  std::size_t left_start = left_end;
  while (left_start > chunk.start && left_end - left_start < kRun &&
         is_alnum_kind(kinds[left_start - 1])) {
    --left_start;
  }
  const std::size_t right_start = is_alnum_kind(kr) ? i : i + 1;
  std::size_t right_end = right_start;
  while (right_end < chunk.end && right_end - right_start < kRun &&
         is_alnum_kind(kinds[right_end])) {
    ++right_end;
  }
  const std::u32string_view left = folded.substr(left_start, left_end - left_start);
  const std::string_view left_kinds = kinds.substr(left_start, left.size());
  const std::u32string_view right = folded.substr(right_start, right_end - right_start);
  const std::string_view right_kinds = kinds.substr(right_start, right.size());
  const std::u32string_view rest = folded.substr(i, std::min<std::size_t>(8, chunk.end - i));
  char next_kind = '$';
  std::u32string_view next_word = U"$";
  if (next != nullptr) {
    next_kind = kinds[next->start];
    std::size_t end = next->start;
    while (end < next->end && end - next->start < kRun && is_alnum_kind(kinds[end])) ++end;
    next_word = folded.substr(next->start, end - next->start);
  }
  const char last = flag(i + 1 == chunk.end);
  const std::string_view ahead = kinds.substr(i, std::min(kRun, chunk.end - i));
  const char marks = flag(std::none_of(ahead.begin(), ahead.end(), is_alnum_kind));
  const std::u32string_view beginning =
      folded.substr(chunk.start, std::min(2 * kRun, chunk.end - chunk.start));
  const char count = one_digit(static_cast<std::size_t>(
      std::count(beginning.begin(), beginning.end(), is_alnum_kind(kl) ? r1 : l1)));
  const char address = flag(chunk.address);
  const Shape token_shape(kinds.substr(seen_from, i - seen_from));
  const Shape left_shape(left_kinds);
  const Shape right_shape(right_kinds);
  const std::u32string_view left_tail =
      left.substr(left.size() - std::min<std::size_t>(3, left.size()));

  std::array<std::uint16_t, kBoundaryFeatures> buckets{};
  std::size_t number = 0;
  const auto add = [&](const auto&... parts) {
    FeatureHash hash(static_cast<std::uint32_t>(number));
    (hash << ... << parts);
    buckets[number++] = hash.bucket();
  };
  add(l1, r1);
  add(char_at(-2), l1, r1, char_at(1));
  add(kind_at(-2), kl, kr, kind_at(1));
  add(kind_at(-3), kind_at(-2), kl, kr, kind_at(1), kind_at(2));
  add(l1, r1, char_at(1), char_at(2));
  add(char_at(-3), char_at(-2), l1, r1);
  add(token, '\t', r1);
  add(token, '\t', kr, kind_at(1));
  add(left, '\t', l1, kr);
  add(right, '\t', kl, r1);
  add(left, '\t', right, '\t', l1, r1);
  add(rest, '\t', kl);
  add(rest, '\t', token);
  add(l1, r1, marks, next_kind);
  add(token, '\t', r1, last, next_kind);
  add(next_word, '\t', kl, r1, last);
  add(address, kl, kr, last, marks);
  add(flag(spaced), kl, kr);
  add(left_shape.view(), '\t', l1, r1, right_shape.view());
  add(count, kl, kr, last);
  add(kr);
  add(token_shape.view(), '\t', r1, last, next_kind);
  add(one_digit(left.size()), one_digit(right.size()), kl, kr);
  add(left_tail, '\t', l1, r1, right.substr(0, 3));
  add(flag(token_start == chunk.start), token.substr(token.size() - 1), r1, last, marks);
  add(one_digit(i - token_start), kl, kr, next_kind);
  add(address, marks, kr);
  add(left_kinds.substr(0, 1), one_digit(std::min<std::size_t>(3, left.size())), l1, r1,
      right_kinds.substr(0, 2));
  return buckets;
}

}  // namespace relata
