#include "relata/core/input_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "relata/core/error.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunkBytes = std::size_t{256} << 10;

/// Ends in `ending`, in lower or upper case (ASCII).
bool has_ending(std::string_view path, std::string_view ending) {
  if (path.size() <= ending.size()) return false;
  path.remove_prefix(path.size() - ending.size());
  return std::equal(path.begin(), path.end(), ending.begin(),
                    [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a + 32 == b); });
}

/// "sub/a.txt.gz" → "sub/a". A name that is all ending (".profile") stays.
std::string id_of(const fs::path& relative) {
  std::string name = relative.generic_string();
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (has_ending(name, packed)) {
      name.resize(name.size() - packed.size());
      break;
    }
  }
  const fs::path unpacked = name;
  return (unpacked.parent_path() / unpacked.stem()).generic_string();
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// All files below `folder`, relative to it; not in order.
void walk(const fs::path& root, const fs::path& folder, std::vector<fs::path>& files) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    files.push_back(folder.lexically_relative(root));
    return;
  }
  for (const fs::directory_entry& entry : entries) {
    if (is_hidden(entry.path())) continue;
    std::error_code unknown;
    if (entry.is_directory(unknown)) {
      if (!entry.is_symlink(unknown)) walk(root, entry.path(), files);
    } else {
      files.push_back(entry.path().lexically_relative(root));
    }
  }
}

}  // namespace

std::vector<InputFile> expand_inputs(std::span<const std::string> inputs) {
  std::vector<InputFile> expanded;
  for (const std::string& input : inputs) {
    if (input == "-") {
      expanded.push_back({input, "stdin"});
      continue;
    }
    std::error_code error;
    if (!fs::is_directory(input, error)) {
      expanded.push_back({input, id_of(fs::path(input).filename())});
      continue;
    }
    std::vector<fs::path> files;
    walk(input, input, files);
    std::vector<InputFile> found;
    found.reserve(files.size());
    for (const fs::path& file : files) {
      found.push_back({(fs::path(input) / file).generic_string(), id_of(file)});
    }
    std::sort(found.begin(), found.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    expanded.insert(expanded.end(), found.begin(), found.end());
  }
  return expanded;
}

/// The packed bytes, through a buffer that the decoders look into.
class InputStream::Source {
 public:
  explicit Source(const std::string& path)
      : path_(path == "-" ? "stdin" : path), buffer_(kChunkBytes) {
    if (path == "-") {
      descriptor_ = ::dup(STDIN_FILENO);
    } else {
      descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (descriptor_ < 0) fail("cannot be opened", errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(descriptor_);
      throw Error("is a folder that cannot be walked", Place{path_, {}, {}});
    }
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  ~Source() { ::close(descriptor_); }

  /// What is read but not taken yet; after fill() empty only at the end of the file.
  std::string_view rest() const { return {buffer_.data() + begin_, end_ - begin_}; }

  void take(std::size_t bytes) {
    begin_ += bytes;
    offset_ += bytes;
  }

  /// Reads more if nothing is left; false at the end.
  bool fill() { return begin_ != end_ || read_more(); }

  /// Reads on until `bytes` are there or the file ends.
  void peek(std::size_t bytes) {
    while (end_ - begin_ < bytes && read_more()) {
    }
  }

  [[noreturn]] void fail(const std::string& what, int error_number) const {
    throw Error(what + ": " + std::generic_category().message(error_number), Place{path_, {}, {}});
  }

  [[noreturn]] void damaged(const std::string& what) const {
    throw Error(what, Place{path_, {}, offset_});
  }

  const std::string& path() const noexcept { return path_; }
  std::uint64_t offset() const noexcept { return offset_; }

 private:
  bool read_more() {
    if (begin_ == end_) {
      begin_ = end_ = 0;
    } else if (begin_ > 0) {
      std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
    }
    while (true) {
      const ssize_t count = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
      if (count < 0) {
        if (errno == EINTR) continue;
        fail("cannot be read", errno);
      }
      end_ += static_cast<std::size_t>(count);
      return count > 0;
    }
  }

  std::string path_;
  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
};

/// One way of unpacking. Plain bytes are the base case.
class InputStream::Decoder {
 public:
  virtual ~Decoder() = default;

  /// Some bytes into `buffer`; 0 only at the end.
  virtual std::size_t read(Source& source, std::span<char> buffer) {
    if (!source.fill()) return 0;
    const std::size_t size = std::min(buffer.size(), source.rest().size());
    std::memcpy(buffer.data(), source.rest().data(), size);
    source.take(size);
    return size;
  }

  static std::unique_ptr<Decoder> make(Source& source);

 private:
  class Gzip;
  class Zstandard;
};

/// Members one after the other count as one stream (RFC 1952, section 2.2).
class InputStream::Decoder::Gzip : public Decoder {
 public:
  Gzip() {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::size_t read(Source& source, std::span<char> buffer) override {
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(buffer.size());
    while (stream_.avail_out == buffer.size()) {
      if (!source.fill()) {
        if (in_member_) source.damaged("the gzip data break off; the file is incomplete");
        return 0;
      }
      if (!in_member_) {
        inflateReset(&stream_);
        in_member_ = true;
      }
      // zlib's input pointer is not const, though it only reads.
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(source.rest().data()));
      stream_.avail_in = static_cast<uInt>(source.rest().size());
      const std::size_t before = stream_.avail_in;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      source.take(before - stream_.avail_in);
      if (status == Z_STREAM_END) {
        in_member_ = false;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        source.damaged("damaged gzip data");
      }
    }
    return buffer.size() - stream_.avail_out;
  }

 private:
  z_stream stream_{};
  bool in_member_ = false;
};

class InputStream::Decoder::Zstandard : public Decoder {
 public:
  Zstandard() : stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }
  ~Zstandard() override { ZSTD_freeDStream(stream_); }
  Zstandard(const Zstandard&) = delete;
  Zstandard& operator=(const Zstandard&) = delete;

  std::size_t read(Source& source, std::span<char> buffer) override {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    while (out.pos == 0) {
      const bool more = source.fill();
      if (!more && !in_frame_) return 0;
      ZSTD_inBuffer in{source.rest().data(), source.rest().size(), 0};
      const std::size_t status = ZSTD_decompressStream(stream_, &out, &in);
      source.take(in.pos);
      if (ZSTD_isError(status)) source.damaged("damaged Zstandard data");
      in_frame_ = status != 0;
      // Without new input and output nothing can come any more.
      if (!more && out.pos == 0 && in_frame_) {
        source.damaged("the Zstandard data break off; the file is incomplete");
      }
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* stream_;
  bool in_frame_ = false;
};

std::unique_ptr<InputStream::Decoder> InputStream::Decoder::make(Source& source) {
  constexpr std::string_view kGzip = "\x1f\x8b";
  constexpr std::string_view kZstandard = "\x28\xb5\x2f\xfd";
  source.peek(kZstandard.size());
  if (source.rest().starts_with(kGzip)) return std::make_unique<Gzip>();
  if (source.rest().starts_with(kZstandard)) return std::make_unique<Zstandard>();
  if (has_ending(source.path(), ".gz")) source.damaged("expected gzip data, as its name says");
  if (has_ending(source.path(), ".zst"))
    source.damaged("expected Zstandard data, as its name says");
  return std::make_unique<Decoder>();
}

InputStream::InputStream(const std::string& path)
    : source_(std::make_unique<Source>(path)), decoder_(Decoder::make(*source_)) {}

InputStream::~InputStream() = default;

std::string_view InputStream::beginning() {
  constexpr std::size_t kBytes = 4096;
  if (beginning_.empty()) {
    std::string bytes(kBytes, '\0');
    bytes.resize(read(bytes));
    beginning_ = std::move(bytes);
    beginning_used_ = 0;
  }
  return beginning_;
}

const std::string& InputStream::path() const noexcept { return source_->path(); }

std::uint64_t InputStream::packed_bytes_used() const noexcept { return source_->offset(); }

std::size_t InputStream::read(std::span<char> buffer) {
  std::size_t filled = std::min(buffer.size(), beginning_.size() - beginning_used_);
  std::copy_n(beginning_.data() + beginning_used_, filled, buffer.data());
  beginning_used_ += filled;
  while (filled < buffer.size()) {
    const std::size_t count = decoder_->read(*source_, buffer.subspan(filled));
    if (count == 0) break;
    filled += count;
  }
  return filled;
}

std::string read_all(InputStream& input, std::uint64_t max_bytes) {
  std::string bytes;
  while (true) {
    const std::size_t old_size = bytes.size();
    bytes.resize(std::max(kChunkBytes, 2 * old_size));
    const std::size_t asked = bytes.size() - old_size;
    const std::size_t count = input.read({bytes.data() + old_size, asked});
    bytes.resize(old_size + count);
    if (bytes.size() > max_bytes) {
      throw Error("is larger than the limit of " + std::to_string(max_bytes) +
                      " bytes for one document; split it, or give its articles as JSON Lines",
                  Place{input.path(), {}, max_bytes});
    }
    if (count < asked) return bytes;
  }
}

std::string read_input(const std::string& path, std::uint64_t max_bytes) {
  InputStream input(path);
  return read_all(input, max_bytes);
}

LineReader::LineReader(InputStream& input, std::size_t max_line_bytes)
    : input_(input), max_line_bytes_(max_line_bytes), buffer_(kChunkBytes) {}

bool LineReader::fill() {
  if (begin_ < end_) return true;
  begin_ = 0;
  end_ = input_.read(buffer_);
  return end_ > 0;
}

std::optional<LineReader::Line> LineReader::next() {
  if (!fill()) return std::nullopt;
  line_.clear();
  Line line;
  line.number = ++number_;
  line.offset = offset_;
  bool ended = false;
  while (!ended && fill()) {
    std::string_view part(buffer_.data() + begin_, end_ - begin_);
    const std::size_t feed = part.find('\n');
    ended = feed != std::string_view::npos;
    if (ended) part = part.substr(0, feed + 1);
    line_ += part.substr(0, max_line_bytes_ - std::min(max_line_bytes_, line_.size()));
    line.bytes += part.size();
    begin_ += part.size();
  }
  offset_ += line.bytes;
  line.raw = line_;
  line.text = line_;
  if (line.text.ends_with('\n')) line.text.remove_suffix(1);
  if (line.text.size() < line.raw.size() && line.text.ends_with('\r')) line.text.remove_suffix(1);
  return line;
}

}  // namespace relata
