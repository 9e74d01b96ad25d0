#include "analysis/weight_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "relata/core/error.hpp"
#include "relata/core/hash.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

constexpr std::string_view kMagic = "RELATA1\n";
constexpr std::string_view kMagicStem = "RELATA";
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kFixedBytes = 16;  // magic and the header's length
constexpr int kLargestWeight = 64;

std::uint64_t read_u64_little_endian(const char* bytes) {
  std::uint64_t value = 0;
  for (int i = 7; i >= 0; --i) {
    value = value << 8U | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

std::size_t element_bytes(std::string_view type) {
  if (type == "f32" || type == "i32") return 4;
  if (type == "s8" || type == "u8") return 1;
  return 0;
}

Place in_file(const std::string& path) {
  Place place;
  place.file = path;
  return place;
}

std::string shape_text(std::span<const std::size_t> shape) {
  std::string out = "[";
  for (std::size_t extent : shape) {
    if (out.size() > 1) out += ", ";
    out += std::to_string(extent);
  }
  return out + "]";
}

}  // namespace

WeightFile::WeightFile(const std::string& path, std::string_view kind) : path_(path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    throw Error(std::string("cannot read the model: ") + std::strerror(errno), in_file(path));
  }
  struct stat status = {};
  const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  mapped_bytes_ = regular ? static_cast<std::size_t>(status.st_size) : 0;
  if (mapped_bytes_ >= kFixedBytes) {
    void* mapped = ::mmap(nullptr, mapped_bytes_, PROT_READ, MAP_PRIVATE, file, 0);
    mapped_ = mapped == MAP_FAILED ? nullptr : static_cast<const char*>(mapped);
  }
  ::close(file);
  try {
    if (mapped_ == nullptr) throw Error("not a file of weights: it is too short");
    const std::string_view start(mapped_, kMagic.size());
    if (!start.starts_with(kMagicStem)) {
      throw Error("not a file of weights: it does not start with \"RELATA1\"");
    }
    if (start != kMagic) {
      throw Error("a file of weights of another version: \"" +
                  std::string(start.substr(0, start.size() - 1)) + "\", expected \"RELATA1\"");
    }
    const std::uint64_t header_bytes = read_u64_little_endian(mapped_ + kMagic.size());
    if (header_bytes > mapped_bytes_ - kFixedBytes) {
      throw Error("truncated: its header should be " + std::to_string(header_bytes) +
                  " bytes long, the file has " + std::to_string(mapped_bytes_));
    }
    if ((kFixedBytes + header_bytes) % kAlignment != 0) {
      throw Error("its tensors do not start at a multiple of 64 bytes");
    }
    area_ = mapped_ + kFixedBytes + header_bytes;
    const std::size_t area_bytes = mapped_bytes_ - kFixedBytes - header_bytes;
    read_header({mapped_ + kFixedBytes, header_bytes}, kind, area_bytes);
    const std::string found = to_hex(relata::sha256({area_, area_bytes}));
    if (found != sha256_) {
      throw Error("damaged: the SHA-256 of its weights is " + found + ", expected " + sha256_ +
                  "; fetch the file again");
    }
  } catch (const Error& error) {
    unmap();
    throw error.at(in_file(path));
  }
}

WeightFile::WeightFile(WeightFile&& other) noexcept { *this = std::move(other); }

WeightFile& WeightFile::operator=(WeightFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(id_, other.id_);
  std::swap(sha256_, other.sha256_);
  std::swap(mapped_, other.mapped_);
  std::swap(mapped_bytes_, other.mapped_bytes_);
  std::swap(area_, other.area_);
  std::swap(tensors_, other.tensors_);
  std::swap(strings_, other.strings_);
  std::swap(config_, other.config_);
  return *this;
}

WeightFile::~WeightFile() { unmap(); }

void WeightFile::unmap() noexcept {
  if (mapped_ != nullptr) ::munmap(const_cast<char*>(mapped_), mapped_bytes_);
  mapped_ = nullptr;
}

void WeightFile::read_header(std::string_view json, std::string_view kind, std::size_t area_bytes) {
  const JsonDocument document = parse_json(json);
  const JsonValue& root = document.root();
  const auto required = [&](const JsonValue& object, std::string_view name) {
    const auto value = string_member(object, name);
    if (!value) throw Error("its header has no \"" + std::string(name) + "\"");
    return std::string(*value);
  };
  const std::string found_kind = required(root, "kind");
  if (found_kind != kind) {
    throw Error("a file of kind \"" + found_kind + "\", expected \"" + std::string(kind) + "\"");
  }
  id_ = string_member(root, "id").value_or("");
  sha256_ = required(root, "sha256");

  const JsonValue* tensors = find_member(root, "tensors");
  if (tensors == nullptr || !tensors->IsObject()) throw Error("its header has no \"tensors\"");
  for (const auto& [key, entry] : tensors->GetObject()) {
    const std::string name(key.GetString(), key.GetStringLength());
    Tensor tensor;
    tensor.type = required(entry, "type");
    const JsonValue* shape = find_member(entry, "shape");
    if (shape == nullptr || !shape->IsArray()) throw Error("tensor \"" + name + "\" has no shape");
    std::size_t size = element_bytes(tensor.type);
    if (size == 0) throw Error("tensor \"" + name + "\" is of unknown type " + tensor.type);
    for (const JsonValue& extent : shape->GetArray()) {
      if (!extent.IsUint())
        throw Error("tensor \"" + name + "\" has a shape that is no list of sizes");
      tensor.shape.push_back(extent.GetUint());
      if (tensor.shape.back() != 0 && size > area_bytes / tensor.shape.back()) {
        throw Error("truncated: tensor \"" + name + "\" does not fit into the file");
      }
      size *= tensor.shape.back();
    }
    tensor.size_bytes = size;
    tensor.offset = unsigned_member(entry, "offset").value_or(0);
    if (tensor.offset % kAlignment != 0 || tensor.offset > area_bytes ||
        tensor.size_bytes > area_bytes - tensor.offset) {
      throw Error("truncated: tensor \"" + name + "\" ends at byte " +
                  std::to_string(tensor.offset + tensor.size_bytes) + " of " +
                  std::to_string(area_bytes));
    }
    tensor.input_scale = static_cast<float>(number_member(entry, "input_scale").value_or(0));
    tensor.input_zero = static_cast<std::int32_t>(number_member(entry, "input_zero").value_or(0));
    tensors_.emplace(name, std::move(tensor));
  }

  if (const JsonValue* strings = find_member(root, "strings");
      strings != nullptr && strings->IsObject()) {
    for (const auto& [key, list] : strings->GetObject()) {
      const std::string name(key.GetString(), key.GetStringLength());
      std::vector<std::string>& values = strings_[name];
      if (!list.IsArray()) throw Error("strings \"" + name + "\" are no list");
      values.reserve(list.Size());
      for (const JsonValue& value : list.GetArray()) {
        if (!value.IsString()) throw Error("strings \"" + name + "\" hold something else");
        values.emplace_back(value.GetString(), value.GetStringLength());
      }
    }
  }
  if (const JsonValue* config = find_member(root, "config");
      config != nullptr && config->IsObject()) {
    for (const auto& [key, value] : config->GetObject()) {
      if (value.IsNumber()) config_[{key.GetString(), key.GetStringLength()}] = value.GetDouble();
    }
  }
}

const WeightFile::Tensor& WeightFile::tensor(std::string_view name, std::string_view type,
                                             std::initializer_list<std::size_t> shape) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) {
    throw Error("has no tensor \"" + std::string(name) + "\"", in_file(path_));
  }
  const Tensor& tensor = found->second;
  const bool same_shape =
      std::equal(tensor.shape.begin(), tensor.shape.end(), shape.begin(), shape.end(),
                 [](std::size_t has, std::size_t wanted) { return wanted == 0 || has == wanted; });
  if (tensor.type != type || !same_shape) {
    throw Error("tensor \"" + std::string(name) + "\" is " + tensor.type + " " +
                    shape_text(tensor.shape) + ", expected " + std::string(type) + " " +
                    shape_text({shape.begin(), shape.size()}),
                in_file(path_));
  }
  return tensor;
}

std::span<const float> WeightFile::floats(std::string_view name,
                                          std::initializer_list<std::size_t> shape) const {
  const Tensor& found = tensor(name, "f32", shape);
  return {reinterpret_cast<const float*>(area_ + found.offset), found.size_bytes / sizeof(float)};
}

std::span<const std::int8_t> WeightFile::bytes(std::string_view name,
                                               std::initializer_list<std::size_t> shape) const {
  const Tensor& found = tensor(name, "s8", shape);
  return {reinterpret_cast<const std::int8_t*>(area_ + found.offset), found.size_bytes};
}

Int8Weights WeightFile::product(std::string_view name, std::size_t outputs,
                                std::size_t inputs) const {
  const Tensor& found = tensor(name, "s8", {outputs, inputs});
  const std::string stem(name);
  Int8Weights weights;
  weights.values = bytes(name, {outputs, inputs});
  weights.outputs = found.shape[0];
  weights.inputs = found.shape[1];
  weights.scale = floats(stem + ".scale", {weights.outputs});
  weights.bias = floats(stem + ".bias", {weights.outputs});
  weights.input_scale = found.input_scale;
  weights.input_zero = found.input_zero;
  if (!(found.input_scale > 0) || found.input_zero < 0 || found.input_zero > 255) {
    throw Error("product \"" + stem + "\" has no scale and zero point of its input",
                in_file(path_));
  }
  for (std::int8_t value : weights.values) {
    if (value > kLargestWeight || value < -kLargestWeight) {
      throw Error("product \"" + stem + "\" has the weight " + std::to_string(value) +
                      ", expected at most 64",
                  in_file(path_));
    }
  }
  return weights;
}

Int8Weights WeightFile::product_of_relu(std::string_view name, std::size_t outputs,
                                        std::size_t inputs) const {
  Int8Weights weights = product(name, outputs, inputs);
  if (weights.input_zero != 0) {
    throw Error("product \"" + std::string(name) + "\" has an input below 0", in_file(path_));
  }
  return weights;
}

std::size_t WeightFile::extent(std::string_view name, std::size_t dimension) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end() || dimension >= found->second.shape.size()) {
    throw Error("has no tensor \"" + std::string(name) + "\"", in_file(path_));
  }
  return found->second.shape[dimension];
}

const std::vector<std::string>& WeightFile::strings(std::string_view name) const {
  const auto found = strings_.find(name);
  if (found == strings_.end()) {
    throw Error("has no strings \"" + std::string(name) + "\"", in_file(path_));
  }
  return found->second;
}

double WeightFile::config(std::string_view name, double fallback) const {
  const auto found = config_.find(name);
  return found == config_.end() ? fallback : found->second;
}

}  // namespace relata
