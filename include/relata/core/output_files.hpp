// Whole-or-nothing output: either all files of a run appear, complete, or none does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/byte_sink.hpp"

namespace relata {

/// What tells two names of one file apart from two files.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;

  friend auto operator<=>(const FileIdentity&, const FileIdentity&) = default;
};

/// Of the regular file that `path` names, through links; nothing if there is none.
std::optional<FileIdentity> file_identity(const std::string& path);

/// True if `path` is written straight: "-" (standard output), a pipe, a device or anything below
/// /dev or /proc. Renaming a finished file over /dev/stdout would replace it.
bool is_written_straight(const std::string& path);

/// A file below the folder `path` that is none of `files` (paths below it), if there is one: such a
/// folder is not ours to replace.
std::optional<std::string> foreign_file(const std::string& path,
                                        std::span<const std::string_view> files);

enum class OutputRole {
  kFile,
  kReport,  ///< renamed last, an old one removed first: its presence means that the set is whole
};

/// The output files of one run. Each is written under a temporary name beside its place; `commit`
/// flushes and syncs all of them, then renames them in the order in which they were opened, reports
/// last. Without a commit (an exception, an early return) the destructor removes the temporaries
/// and the places stay as they were. Not for use by several threads at once.
class OutputFiles {
 public:
  OutputFiles();
  ~OutputFiles();
  OutputFiles(const OutputFiles&) = delete;
  OutputFiles& operator=(const OutputFiles&) = delete;

  /// Opens `path` for writing. A link is followed; an existing file keeps its permissions. The sink
  /// lives as long as this object and writes through a buffer of 1 MiB. Throws Error when `path`
  /// is a folder, lies in none, may not be written, or was opened before.
  ByteSink& open(const std::string& path, OutputRole role = OutputRole::kFile);

  /// Opens `files` (paths below it) of the folder `path`, which is written as a new one and put in
  /// the place of an old one as a whole, after all files and before the reports. Throws Error when
  /// the old one holds anything else.
  std::vector<ByteSink*> open_folder(const std::string& path,
                                     std::span<const std::string_view> files);

  /// Makes everything visible. Throws Error (a full disk shows at the latest here) and then leaves
  /// no temporary behind. Nothing can be written afterwards.
  void commit();

 private:
  class File;
  class Folder;
  std::vector<std::unique_ptr<Folder>> folders_;  ///< outlive the files in them
  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace relata
