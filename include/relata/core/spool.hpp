// Bytes set aside until they are needed again: in memory while there is room, then in a file.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// How much memory all spools of a run have together, and where their files go. Not for use by
/// several threads at once.
class SpoolRoom {
 public:
  static constexpr std::uint64_t kAllMemory = std::numeric_limits<std::uint64_t>::max();

  /// An empty `folder` is the one for temporary files ($TMPDIR, else /tmp).
  explicit SpoolRoom(std::uint64_t memory_bytes = kAllMemory, std::string folder = {})
      : free_bytes_(memory_bytes), folder_(std::move(folder)) {}

  const std::string& folder() const noexcept { return folder_; }

  /// False when so much is not free any more.
  bool take(std::uint64_t bytes) noexcept;
  void give_back(std::uint64_t bytes) noexcept { free_bytes_ += bytes; }

 private:
  std::uint64_t free_bytes_;
  std::string folder_;
};

/// Bytes that are only added to. Once the room is full, all of them move into a file that has no
/// name from the start, so that nothing is left of it however the run ends. Reading is for any
/// number of threads while none appends.
class Spool {
 public:
  /// Without a room it has all the memory.
  explicit Spool(std::shared_ptr<SpoolRoom> room = nullptr);
  ~Spool();
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&& other) noexcept;

  /// Where the bytes are from now on. Throws Error when they can't be written: a full disk.
  std::uint64_t append(std::string_view bytes);

  std::uint64_t size() const noexcept { return size_; }
  bool is_in_file() const noexcept { return file_ >= 0; }

 private:
  friend class SpoolReader;

  void move_to_file();
  void flush();
  void release() noexcept;
  /// The bytes in memory from `offset` on, as far as they lie together; none if they are not there.
  std::string_view in_memory(std::uint64_t offset) const noexcept;
  void read_file(std::uint64_t offset, char* into, std::size_t count) const;

  std::shared_ptr<SpoolRoom> room_;
  std::vector<std::string> blocks_;  ///< of all that is in memory, each full but the last
  std::uint64_t flushed_ = 0;        ///< bytes in the file; those after them are in the one block
  std::uint64_t size_ = 0;
  int file_ = -1;
};

/// Reads a spool, fastest in the order of its bytes. One for each thread.
class SpoolReader {
 public:
  explicit SpoolReader(const Spool& spool) noexcept : spool_(&spool) {}

  /// `count` bytes that were appended at `offset` or after; valid until the next call and as long
  /// as nothing is appended. Throws Error when the file can't be read.
  std::string_view view(std::uint64_t offset, std::size_t count);

 private:
  const Spool* spool_;
  std::string window_;
  std::uint64_t window_start_ = 0;
};

}  // namespace relata
