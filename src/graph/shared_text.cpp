#include "relata/graph/shared_text.hpp"

#include <atomic>
#include <cstring>
#include <new>
#include <ostream>

namespace relata {
namespace detail {

struct SharedBytes::Block {
  std::atomic<std::uint32_t> uses;
  std::uint32_t size;

  char* bytes() noexcept { return reinterpret_cast<char*>(this + 1); }
};

SharedBytes::SharedBytes(std::string_view bytes) {
  if (bytes.empty()) return;
  block_ = static_cast<Block*>(::operator new(sizeof(Block) + bytes.size()));
  new (block_) Block{1, static_cast<std::uint32_t>(bytes.size())};
  std::memcpy(block_->bytes(), bytes.data(), bytes.size());
}

SharedBytes::SharedBytes(const SharedBytes& other) noexcept : block_(other.block_) {
  if (block_ != nullptr) block_->uses.fetch_add(1, std::memory_order_relaxed);
}

SharedBytes::~SharedBytes() {
  if (block_ == nullptr || block_->uses.fetch_sub(1, std::memory_order_acq_rel) > 1) return;
  block_->~Block();
  ::operator delete(block_);
}

std::string_view SharedBytes::view() const noexcept {
  return block_ == nullptr ? std::string_view() : std::string_view(block_->bytes(), block_->size);
}

}  // namespace detail

std::ostream& operator<<(std::ostream& out, const SharedText& text) { return out << text.view(); }

namespace {

using Place = std::uint32_t;

Place place_at(std::string_view bytes, std::size_t index) {
  Place place = 0;
  std::memcpy(&place, bytes.data() + index * sizeof(Place), sizeof(Place));
  return place;
}

template <class Texts>
detail::SharedBytes join(const Texts& texts) {
  if (texts.size() == 0) return {};
  std::string bytes;
  const auto add = [&](std::size_t number) {
    const auto place = static_cast<Place>(number);
    bytes.append(reinterpret_cast<const char*>(&place), sizeof(Place));
  };
  add(texts.size());
  std::size_t end = 0;
  for (const auto& text : texts) add(end += text.size());
  for (const auto& text : texts) bytes += text;
  return detail::SharedBytes(bytes);
}

}  // namespace

TextList::TextList(const std::vector<std::string>& texts) : bytes_(join(texts)) {}
TextList::TextList(std::initializer_list<std::string_view> texts) : bytes_(join(texts)) {}

std::size_t TextList::size() const noexcept {
  const std::string_view bytes = bytes_.view();
  return bytes.empty() ? 0 : place_at(bytes, 0);
}

std::string_view TextList::operator[](std::size_t place) const noexcept {
  const std::string_view bytes = bytes_.view();
  const std::string_view texts =
      bytes.substr((1 + std::size_t{place_at(bytes, 0)}) * sizeof(Place));
  const std::size_t start = place == 0 ? 0 : place_at(bytes, place);
  return texts.substr(start, place_at(bytes, place + 1) - start);
}

std::vector<std::string> TextList::strings() const { return {begin(), end()}; }

namespace {

constexpr std::size_t kPackedDigits = 12;
constexpr std::string_view kLetters = " efn";  // the place of a letter is its two bits
constexpr std::string_view kDigits = "234567abcdefghijklmnopqrstuvwxyz";

/// What ElementId holds, or 0 if the text is no such id.
std::uint64_t pack(std::string_view text) {
  if (text.size() != kPackedDigits + 1 || text[0] == ' ') return 0;
  std::uint64_t bits = kLetters.find(text[0]);
  if (bits == std::string_view::npos) return 0;
  for (const char digit : text.substr(1)) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return 0;
    bits = bits << 5 | value;
  }
  return bits << 1 | 1;
}

/// A text that is no such id, held as long as somebody uses it.
struct OddId {
  std::atomic<std::uint32_t> uses;
  std::string text;
};

OddId* odd_at(std::uint64_t bits) noexcept {
  return reinterpret_cast<OddId*>(bits);  // put there by ElementId; at an even place
}

}  // namespace

ElementId::ElementId(Parse, std::string_view text) {
  if (text.empty()) return;
  bits_ = pack(text);
  if (bits_ == 0) bits_ = reinterpret_cast<std::uint64_t>(new OddId{1, std::string(text)});
}

ElementId::ElementId(const ElementId& other) noexcept : bits_(other.bits_) {
  if (!empty() && !is_packed()) odd_at(bits_)->uses.fetch_add(1, std::memory_order_relaxed);
}

ElementId::~ElementId() {
  if (empty() || is_packed()) return;
  if (odd_at(bits_)->uses.fetch_sub(1, std::memory_order_acq_rel) == 1) delete odd_at(bits_);
}

std::string ElementId::str() const {
  if (empty()) return {};
  if (!is_packed()) return odd_at(bits_)->text;
  std::string text(kPackedDigits + 1, ' ');
  std::uint64_t bits = bits_ >> 1;
  for (std::size_t place = kPackedDigits; place > 0; --place, bits >>= 5) {
    text[place] = kDigits[bits & 31];
  }
  text[0] = kLetters[bits];
  return text;
}

std::strong_ordering operator<=>(const ElementId& left, const ElementId& right) {
  if (left.is_packed() && right.is_packed()) return left.bits_ <=> right.bits_;
  return left.str() <=> right.str();
}

std::ostream& operator<<(std::ostream& out, const ElementId& id) { return out << id.str(); }

}  // namespace relata
