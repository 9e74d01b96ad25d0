// Values that are held once for all who share them: an entity's names are those of a hundred
// others.
#pragma once

#include <atomic>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

/// A value of 8 bytes, and of none behind them where it is T(). Copies share it until one is
/// edited. Distinct copies may be used by distinct threads.
template <class T>
class SharedValue {
 public:
  SharedValue() noexcept = default;
  explicit SharedValue(T value) {
    if (value != T()) cell_ = new Cell(std::move(value));
  }
  SharedValue(const SharedValue& other) noexcept : cell_(other.cell_) {
    if (cell_ != nullptr) cell_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  SharedValue(SharedValue&& other) noexcept : cell_(std::exchange(other.cell_, nullptr)) {}
  SharedValue& operator=(SharedValue other) noexcept {
    std::swap(cell_, other.cell_);
    return *this;
  }
  ~SharedValue() {
    if (cell_ != nullptr && cell_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) {
      delete cell_;
    }
  }

  const T& get() const noexcept {
    if (cell_ != nullptr) return cell_->value;
    static const T kNone{};
    return kNone;
  }

  /// The value, made this copy's own first.
  T& edit() {
    if (cell_ == nullptr) {
      cell_ = new Cell(T());
    } else if (cell_->owners.load(std::memory_order_acquire) > 1) {
      *this = SharedValue(new Cell(cell_->value));
    }
    return cell_->value;
  }

  friend bool operator==(const SharedValue& a, const SharedValue& b) noexcept {
    return a.cell_ == b.cell_ || a.get() == b.get();
  }

 private:
  struct Cell {
    explicit Cell(T held) : value(std::move(held)) {}
    std::atomic<std::uint32_t> owners = 1;
    T value;
  };
  explicit SharedValue(Cell* cell) noexcept : cell_(cell) {}

  Cell* cell_ = nullptr;
};

/// Text that reads like a std::string.
class SharedString {
 public:
  SharedString() noexcept = default;
  explicit SharedString(std::string_view text) : value_(std::string(text)) {}
  SharedString& operator=(std::string_view text) {
    value_ = SharedValue<std::string>(std::string(text));
    return *this;
  }

  const std::string& str() const noexcept { return value_.get(); }
  operator const std::string&() const noexcept { return str(); }
  operator std::string_view() const noexcept { return str(); }

  bool empty() const noexcept { return str().empty(); }
  std::size_t size() const noexcept { return str().size(); }
  const char* data() const noexcept { return str().data(); }
  std::size_t find(std::string_view part) const noexcept { return str().find(part); }
  std::size_t find(char part) const noexcept { return str().find(part); }
  bool starts_with(std::string_view part) const noexcept { return str().starts_with(part); }
  void clear() { value_ = {}; }

  friend bool operator==(const SharedString& a, const SharedString& b) noexcept {
    return a.value_ == b.value_;
  }
  friend bool operator==(const SharedString& a, std::string_view b) noexcept {
    return a.str() == b;
  }
  friend auto operator<=>(const SharedString& a, const SharedString& b) noexcept {
    return a.str() <=> b.str();
  }
  friend std::string operator+(std::string_view a, const SharedString& b) {
    return std::string(a) += b.str();
  }
  friend std::string operator+(const SharedString& a, std::string_view b) {
    return std::string(a.str()) += b;
  }

 private:
  SharedValue<std::string> value_;
};

/// A list that reads like a std::vector.
template <class T>
class SharedList {
 public:
  SharedList() noexcept = default;
  SharedList& operator=(std::vector<T> list) {
    value_ = SharedValue<std::vector<T>>(std::move(list));
    return *this;
  }
  SharedList& operator=(std::initializer_list<T> list) {
    *this = std::vector<T>(list);
    return *this;
  }

  operator const std::vector<T>&() const noexcept { return value_.get(); }
  const std::vector<T>& get() const noexcept { return value_.get(); }
  std::vector<T>& edit() { return value_.edit(); }
  void push_back(T element) { edit().push_back(std::move(element)); }

  bool empty() const noexcept { return get().empty(); }
  std::size_t size() const noexcept { return get().size(); }
  auto begin() const noexcept { return get().begin(); }
  auto end() const noexcept { return get().end(); }
  const T& front() const noexcept { return get().front(); }
  const T& operator[](std::size_t i) const noexcept { return get()[i]; }

  friend bool operator==(const SharedList&, const SharedList&) = default;

 private:
  SharedValue<std::vector<T>> value_;
};

}  // namespace relata
