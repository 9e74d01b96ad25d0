// Texts of a graph, of which there are millions and few are different: eight bytes each.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

namespace detail {

/// Bytes that never change, held as long as somebody uses them; null for none. Copies share them,
/// in any number of threads.
class SharedBytes {
 public:
  SharedBytes() noexcept = default;
  explicit SharedBytes(std::string_view bytes);
  SharedBytes(const SharedBytes& other) noexcept;
  SharedBytes(SharedBytes&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  SharedBytes& operator=(SharedBytes other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~SharedBytes();

  std::string_view view() const noexcept;

 private:
  struct Block;
  Block* block_ = nullptr;
};

}  // namespace detail

/// An immutable text. Copies share its bytes.
class SharedText {
 public:
  SharedText() noexcept = default;
  template <std::convertible_to<std::string_view> Text>
  requires(!std::same_as<std::remove_cvref_t<Text>, SharedText>) SharedText(const Text& text)
      : bytes_(std::string_view(text)) {}  // NOLINT: stands for a text

  std::string_view view() const noexcept { return bytes_.view(); }
  operator std::string_view() const noexcept { return view(); }  // NOLINT: stands for a text
  std::string str() const { return std::string(view()); }
  bool empty() const noexcept { return view().empty(); }
  std::size_t size() const noexcept { return view().size(); }

  template <std::convertible_to<std::string_view> Text>
  friend bool operator==(const SharedText& left, const Text& right) {
    return left.view() == std::string_view(right);
  }
  friend bool operator==(const SharedText& left, const SharedText& right) {
    return left.view() == right.view();
  }
  friend std::string operator+(std::string left, const SharedText& right) {
    return std::move(left) += right.view();
  }
  friend std::string operator+(const SharedText& left, std::string_view right) {
    return left.str() += right;
  }
  friend std::ostream& operator<<(std::ostream& out, const SharedText& text);

 private:
  detail::SharedBytes bytes_;
};

/// An immutable list of texts in one piece of memory, none for an empty one. Copies share it.
class TextList {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;

    Iterator() noexcept = default;
    Iterator(const TextList* list, std::size_t place) noexcept : list_(list), place_(place) {}
    std::string_view operator*() const noexcept { return (*list_)[place_]; }
    Iterator& operator++() noexcept {
      ++place_;
      return *this;
    }
    Iterator operator++(int) noexcept { return {list_, place_++}; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const TextList* list_ = nullptr;
    std::size_t place_ = 0;
  };
  using value_type = std::string_view;
  using const_iterator = Iterator;
  using iterator = Iterator;

  TextList() noexcept = default;
  TextList(const std::vector<std::string>& texts);  // NOLINT: stands for one
  TextList(std::initializer_list<std::string_view> texts);

  std::size_t size() const noexcept;
  bool empty() const noexcept { return size() == 0; }
  std::string_view operator[](std::size_t place) const noexcept;
  Iterator begin() const noexcept { return {this, 0}; }
  Iterator end() const noexcept { return {this, size()}; }
  std::vector<std::string> strings() const;

  friend bool operator==(const TextList& left, const TextList& right) {
    return left.bytes_.view() == right.bytes_.view();
  }

 private:
  detail::SharedBytes bytes_;  ///< count, the end of each text from the first one's start, texts
};

/// A letter and 12 base-32 digits in eight bytes; any other text at the cost of a SharedText.
class ElementId {
 public:
  ElementId() noexcept = default;
  template <std::convertible_to<std::string_view> Text>
  ElementId(const Text& text) : ElementId(Parse{}, std::string_view(text)) {}  // NOLINT: see above
  ElementId(const ElementId& other) noexcept;
  ElementId(ElementId&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
  ElementId& operator=(ElementId other) noexcept {
    std::swap(bits_, other.bits_);
    return *this;
  }
  ~ElementId();

  std::string str() const;
  bool empty() const noexcept { return bits_ == 0; }

  /// In the order of the texts.
  friend bool operator==(const ElementId& left, const ElementId& right) {
    return (left <=> right) == 0;
  }
  friend std::strong_ordering operator<=>(const ElementId& left, const ElementId& right);
  friend std::ostream& operator<<(std::ostream& out, const ElementId& id);

 private:
  struct Parse {};
  ElementId(Parse, std::string_view text);
  bool is_packed() const noexcept { return (bits_ & 1) != 0; }

  /// 0: empty; odd: 60 bits of digits, two of the letter and a one; else where a string is.
  std::uint64_t bits_ = 0;
};

}  // namespace relata
