#include "relata/core/output_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "relata/core/error.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

/// strerror for messages, and the way out where there is one.
std::string reason(int error_number) {
  std::string text = std::generic_category().message(error_number);
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return text + "; free some space or write to another place";
    case EFBIG:
      return text + "; the limit on file sizes (ulimit -f) is too low for this output";
    case EACCES:
    case EPERM:
    case EROFS:
      return text + "; choose a place that you may write to";
    case EPIPE:
      return "the reader of this pipe has gone";
    default:
      return text;
  }
}

[[noreturn]] void fail(const std::string& path, const std::string& what, int error_number) {
  throw Error(what + ": " + reason(error_number), Place{path, {}, {}});
}

/// Makes a rename in `folder` last. Some file systems refuse to sync a folder; the files
/// themselves are synced by then, so that is no failure of the run.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

/// Where a link leads, even to a file that is not there yet; else the path itself.
fs::path followed(const std::string& path) {
  fs::path place = path;
  constexpr int kLinks = 40;  // as many as Linux follows
  for (int i = 0; i < kLinks && fs::is_symlink(place); ++i) {
    const fs::path target = fs::read_symlink(place);
    place = target.is_absolute() ? target : place.parent_path() / target;
  }
  return place;
}

fs::path folder_of(const fs::path& place) {
  return place.has_parent_path() ? place.parent_path() : fs::path(".");
}

int open_straight(const std::string& path) {
  if (path == "-" || path == "/dev/stdout") return ::dup(STDOUT_FILENO);
  if (path == "/dev/stderr") return ::dup(STDERR_FILENO);
  return ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
}

}  // namespace

std::optional<FileIdentity> file_identity(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileIdentity{static_cast<std::uint64_t>(status.st_dev),
                      static_cast<std::uint64_t>(status.st_ino)};
}

bool is_written_straight(const std::string& path) {
  if (path == "-" || path.starts_with("/dev/") || path.starts_with("/proc/")) return true;
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

class OutputFiles::File : public ByteSink {
 public:
  /// A file of a folder that becomes visible as a whole: `hidden` is where it is written.
  File(const std::string& path, const fs::path& hidden) : path_(path), role_(OutputRole::kFile) {
    descriptor_ = ::open(hidden.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(path_, "cannot be written", errno);
    is_synced_ = true;
    buffer_.reserve(kBufferBytes);
  }

  File(const std::string& path, OutputRole role) : path_(path), role_(role) {
    if (is_written_straight(path)) {
      descriptor_ = open_straight(path);
      if (descriptor_ < 0) fail(path_, "cannot be written", errno);
    } else {
      open_temporary();
    }
    buffer_.reserve(kBufferBytes);
  }

  File(const File&) = delete;
  File& operator=(const File&) = delete;

  ~File() override {
    close();
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  void write(std::string_view bytes) override {
    assert(descriptor_ >= 0 && "written after the commit");
    if (buffer_.size() + bytes.size() > kBufferBytes) flush();
    if (bytes.size() >= kBufferBytes) {
      write_out(bytes);
    } else {
      buffer_ += bytes;
    }
  }

  /// Everything on the disk, under the temporary name.
  void finish() {
    flush();
    if (is_synced_ && ::fsync(descriptor_) != 0) fail(path_, "cannot be synced", errno);
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) fail(path_, "cannot be written", errno);
  }

  void move_into_place() {
    if (temporary_.empty()) return;
    if (::rename(temporary_.c_str(), place_.c_str()) != 0) {
      fail(path_, "cannot be put in its place", errno);
    }
    temporary_.clear();
    sync_folder(folder_of(place_));
  }

  void remove_old() const {
    if (!temporary_.empty()) ::unlink(place_.c_str());
  }

  /// Two outputs are one if they would be renamed to the same name, or go down the same pipe.
  bool same_place(const File& other) const {
    if (place_.empty() || other.place_.empty()) return path_ == other.path_;
    std::error_code no_such_place;
    const fs::path place = fs::weakly_canonical(fs::absolute(place_), no_such_place);
    const fs::path other_place = fs::weakly_canonical(fs::absolute(other.place_), no_such_place);
    return no_such_place ? place_ == other.place_ : place == other_place;
  }

  const std::string& path() const noexcept { return path_; }
  OutputRole role() const noexcept { return role_; }

 private:
  void open_temporary() {
    place_ = followed(path_);
    struct stat status {};
    const bool exists = ::stat(place_.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
      throw Error("is a folder; name a file", Place{path_, {}, {}});
    }
    // Renaming over a file needs no permission on it; a file that says "read only" means it.
    if (exists && ::access(place_.c_str(), W_OK) != 0) fail(path_, "cannot be written", errno);
    const fs::path folder = folder_of(place_);
    if (!fs::is_directory(folder)) {
      throw Error("the folder " + folder.string() + " is not there; make it first",
                  Place{path_, {}, {}});
    }
    for (int attempt = 0;; ++attempt) {
      const std::string name = "." + place_.filename().string() + "." + std::to_string(::getpid()) +
                               "-" + std::to_string(attempt) + ".part";
      const fs::path candidate = folder / name;
      descriptor_ = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor_ >= 0) {
        temporary_ = candidate.string();
        break;
      }
      if (errno != EEXIST) fail(path_, "cannot be written", errno);
    }
    is_synced_ = true;
    if (exists) ::fchmod(descriptor_, status.st_mode & 07777);
  }

  void flush() {
    write_out(buffer_);
    buffer_.clear();
  }

  void write_out(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0) {
        if (errno == EINTR) continue;
        fail(path_, "cannot be written", errno);
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void close() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

  std::string path_;  ///< as the user named it, for messages
  OutputRole role_;
  fs::path place_;         ///< where it ends up; empty when written straight
  std::string temporary_;  ///< where it is until then; empty when written straight or in place
  int descriptor_ = -1;
  bool is_synced_ = false;  ///< pipes and devices are not
  std::string buffer_;
};

/// A folder under a temporary name beside its place.
class OutputFiles::Folder {
 public:
  Folder(const std::string& path, std::span<const std::string_view> files) : path_(path) {
    place_ = fs::path(path).lexically_normal();
    if (!place_.has_filename()) place_ = place_.parent_path();  // "tables/"
    if (const auto foreign = foreign_file(path, files)) {
      throw Error("holds " + *foreign + ", which is not of this output; name a new folder",
                  Place{path_, {}, {}});
    }
    const fs::path parent = folder_of(place_);
    for (int attempt = 0; temporary_.empty(); ++attempt) {
      const fs::path candidate =
          parent / ("." + place_.filename().string() + "." + std::to_string(::getpid()) + "-" +
                    std::to_string(attempt) + ".part");
      if (::mkdir(candidate.c_str(), 0777) == 0) {
        temporary_ = candidate;
      } else if (errno != EEXIST) {
        fail(path_, "cannot be written", errno);
      }
    }
    for (const std::string_view file : files) {
      std::error_code error;
      fs::create_directories((temporary_ / file).parent_path(), error);
      if (error) {
        remove_temporary();
        fail(path_, "cannot be written", error.value());
      }
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { remove_temporary(); }

  const fs::path& temporary() const noexcept { return temporary_; }
  const fs::path& place() const noexcept { return place_; }

  void move_into_place() {
    for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
      if (entry.is_directory()) sync_folder(entry.path());
    }
    sync_folder(temporary_);
    // Exchanged in one step where there is an old one, which then has the temporary name.
    const bool exists = fs::exists(place_);
    const unsigned flags = exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, place_.c_str(), flags) != 0) {
      fail(path_, "cannot be put in its place", errno);
    }
    if (exists) {
      remove_temporary();
    } else {
      temporary_.clear();
    }
    sync_folder(folder_of(place_));
  }

 private:
  void remove_temporary() noexcept {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
    temporary_.clear();
  }

  std::string path_;  ///< as the user named it
  fs::path place_;
  fs::path temporary_;
};

std::optional<std::string> foreign_file(const std::string& path,
                                        std::span<const std::string_view> files) {
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  if (!fs::is_directory(path, error)) return "no folder";
  fs::recursive_directory_iterator entries(path, error);
  if (error) return "what cannot be read";
  std::vector<std::string> foreign;
  for (const fs::directory_entry& entry : entries) {
    const std::string below = entry.path().lexically_relative(path).generic_string();
    const auto is_it = [&](std::string_view file) {
      return entry.is_directory() ? file.starts_with(below + "/") : file == below;
    };
    if (std::none_of(files.begin(), files.end(), is_it)) foreign.push_back(below);
  }
  if (foreign.empty()) return std::nullopt;
  return *std::min_element(foreign.begin(), foreign.end());
}

OutputFiles::OutputFiles() = default;
OutputFiles::~OutputFiles() = default;

ByteSink& OutputFiles::open(const std::string& path, OutputRole role) {
  auto file = std::make_unique<File>(path, role);
  for (const auto& other : files_) {
    if (file->same_place(*other)) {
      throw Error("two outputs have this name", Place{path, {}, {}});
    }
  }
  files_.push_back(std::move(file));
  return *files_.back();
}

std::vector<ByteSink*> OutputFiles::open_folder(const std::string& path,
                                                std::span<const std::string_view> files) {
  auto folder = std::make_unique<Folder>(path, files);
  for (const auto& other : folders_) {
    if (fs::absolute(folder->place()).lexically_normal() ==
        fs::absolute(other->place()).lexically_normal()) {
      throw Error("two outputs have this name", Place{path, {}, {}});
    }
  }
  folders_.push_back(std::move(folder));
  std::vector<ByteSink*> sinks;
  for (const std::string_view file : files) {
    files_.push_back(std::make_unique<File>((folders_.back()->place() / file).string(),
                                            folders_.back()->temporary() / file));
    sinks.push_back(files_.back().get());
  }
  return sinks;
}

void OutputFiles::commit() {
  try {
    std::stable_sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) {
      return a->role() == OutputRole::kFile && b->role() == OutputRole::kReport;
    });
    for (const auto& file : files_) file->finish();
    for (const auto& file : files_) {
      if (file->role() == OutputRole::kReport) file->remove_old();
    }
    for (const auto& file : files_) {
      if (file->role() == OutputRole::kFile) file->move_into_place();
    }
    for (const auto& folder : folders_) folder->move_into_place();
    for (const auto& file : files_) {
      if (file->role() == OutputRole::kReport) file->move_into_place();
    }
  } catch (...) {
    files_.clear();
    folders_.clear();
    throw;
  }
  files_.clear();
  folders_.clear();
}

}  // namespace relata
