#include "relata/core/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "relata/core/error.hpp"

namespace relata {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

/// What is read at once where the next bytes are likely to be wanted, and where not.
constexpr std::size_t kReadAhead = std::size_t{1} << 18;
constexpr std::size_t kReadHere = std::size_t{1} << 12;

std::string folder_for_files(const SpoolRoom& room) {
  if (!room.folder().empty()) return room.folder();
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

[[noreturn]] void fail(const std::string& folder, const std::string& what, int error_number) {
  std::string message = what + ": " + std::generic_category().message(error_number);
  if (error_number == ENOSPC || error_number == EDQUOT) {
    message += "; free some space there, name another folder, or allow more memory";
  }
  throw Error(message, Place{folder, {}, {}});
}

int open_nameless(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  if (file >= 0) return file;
  // Not every file system makes files without a name.
  std::string path = folder + "/relata-XXXXXX";
  const int named = ::mkostemp(path.data(), O_CLOEXEC);
  if (named < 0) fail(folder, "cannot make a temporary file", errno);
  ::unlink(path.c_str());
  return named;
}

}  // namespace

bool SpoolRoom::take(std::uint64_t bytes) noexcept {
  if (bytes > free_bytes_) return false;
  free_bytes_ -= bytes;
  return true;
}

Spool::Spool(std::shared_ptr<SpoolRoom> room)
    : room_(room ? std::move(room) : std::make_shared<SpoolRoom>()) {}

Spool::~Spool() { release(); }

Spool::Spool(Spool&& other) noexcept
    : room_(other.room_),
      blocks_(std::exchange(other.blocks_, {})),
      flushed_(std::exchange(other.flushed_, 0)),
      size_(std::exchange(other.size_, 0)),
      file_(std::exchange(other.file_, -1)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  if (this == &other) return *this;
  release();
  room_ = other.room_;
  blocks_ = std::exchange(other.blocks_, {});
  flushed_ = std::exchange(other.flushed_, 0);
  size_ = std::exchange(other.size_, 0);
  file_ = std::exchange(other.file_, -1);
  return *this;
}

void Spool::release() noexcept {
  if (file_ >= 0) {
    ::close(file_);
  } else {
    room_->give_back(blocks_.size() * kBlockBytes);
  }
}

std::uint64_t Spool::append(std::string_view bytes) {
  const std::uint64_t offset = size_;
  while (!bytes.empty()) {
    if (blocks_.empty() || blocks_.back().size() == kBlockBytes) {
      if (is_in_file()) {
        flush();
      } else if (!room_->take(kBlockBytes)) {
        move_to_file();
      } else {
        blocks_.emplace_back();
      }
    }
    std::string& block = blocks_.back();
    const std::size_t count = std::min(bytes.size(), kBlockBytes - block.size());
    // Grown by doubling while it is the only one: most spools of a small graph stay small.
    if (blocks_.size() > 1 && block.capacity() < kBlockBytes) block.reserve(kBlockBytes);
    block += bytes.substr(0, count);
    bytes.remove_prefix(count);
    size_ += count;
  }
  return offset;
}

void Spool::move_to_file() {
  file_ = open_nameless(folder_for_files(*room_));
  room_->give_back(blocks_.size() * kBlockBytes);
  std::vector<std::string> full = std::exchange(blocks_, {});
  for (std::string& block : full) {
    blocks_.clear();
    blocks_.push_back(std::move(block));
    flush();
  }
  blocks_.resize(1);
  blocks_.front().reserve(kBlockBytes);
}

void Spool::flush() {
  std::string& block = blocks_.front();
  std::string_view left = block;
  while (!left.empty()) {
    const ssize_t written = ::write(file_, left.data(), left.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail(folder_for_files(*room_), "cannot write a temporary file", errno);
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  flushed_ += block.size();
  block.clear();
}

std::string_view Spool::in_memory(std::uint64_t offset) const noexcept {
  if (offset < flushed_) return {};
  const std::uint64_t place = offset - flushed_;
  return std::string_view(blocks_[place / kBlockBytes]).substr(place % kBlockBytes);
}

void Spool::read_file(std::uint64_t offset, char* into, std::size_t count) const {
  while (count > 0) {
    const ssize_t got = ::pread(file_, into, count, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      fail(folder_for_files(*room_), "cannot read a temporary file", got < 0 ? errno : EIO);
    }
    into += got;
    offset += static_cast<std::uint64_t>(got);
    count -= static_cast<std::size_t>(got);
  }
}

std::string_view SpoolReader::view(std::uint64_t offset, std::size_t count) {
  assert(offset + count <= spool_->size() && "reads what was appended");
  if (count == 0) return {};
  const std::uint64_t window_end = window_start_ + window_.size();
  if (offset >= window_start_ && offset + count <= window_end) {
    return std::string_view(window_).substr(offset - window_start_, count);
  }
  if (const std::string_view here = spool_->in_memory(offset); here.size() >= count) {
    return here.substr(0, count);
  }
  // In the file, or over the border of two blocks.
  const bool goes_on = offset >= window_start_ && offset <= window_end && !window_.empty();
  std::size_t wanted = std::max(count, goes_on ? kReadAhead : kReadHere);
  if (offset >= spool_->flushed_) wanted = count;
  wanted = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, spool_->size() - offset));
  window_.resize(wanted);
  window_start_ = offset;
  std::size_t filled = 0;
  if (offset < spool_->flushed_) {
    filled = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, spool_->flushed_ - offset));
    spool_->read_file(offset, window_.data(), filled);
  }
  while (filled < wanted) {
    const std::string_view here = spool_->in_memory(offset + filled);
    const std::size_t some = std::min(here.size(), wanted - filled);
    here.copy(window_.data() + filled, some);
    filled += some;
  }
  return std::string_view(window_).substr(0, count);
}

}  // namespace relata
