// The files of weights: a JSON header and raw tensors (docs/analysis-model.md, "Files").
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/int8_product.hpp"

namespace relata {

/// One file of weights, mapped read-only and verified. Views into it last as long as it does.
class WeightFile {
 public:
  /// Throws Error that names the file: missing, truncated, not of this format or version, of
  /// another `kind`, or with tensors that do not give the SHA-256 of its header.
  WeightFile(const std::string& path, std::string_view kind);
  WeightFile(WeightFile&& other) noexcept;
  WeightFile& operator=(WeightFile&& other) noexcept;
  ~WeightFile();

  const std::string& path() const noexcept { return path_; }
  const std::string& id() const noexcept { return id_; }
  const std::string& sha256() const noexcept { return sha256_; }

  bool has(std::string_view tensor) const { return tensors_.contains(tensor); }

  /// Tensors by name. Throws Error if the tensor is missing or not of this type and shape; an
  /// extent of 0 stands for any.
  std::span<const float> floats(std::string_view name,
                                std::initializer_list<std::size_t> shape) const;
  std::span<const std::int8_t> bytes(std::string_view name,
                                     std::initializer_list<std::size_t> shape) const;
  /// NAME with NAME.scale and NAME.bias. Throws Error on a weight beyond ±64, too.
  Int8Weights product(std::string_view name, std::size_t outputs, std::size_t inputs) const;
  /// The same of max(0, x): rounding to levels cuts off what is below 0. Throws Error unless its
  /// zero point is 0.
  Int8Weights product_of_relu(std::string_view name, std::size_t outputs, std::size_t inputs) const;

  /// Extent of one dimension of a tensor that must be there.
  std::size_t extent(std::string_view name, std::size_t dimension) const;

  const std::vector<std::string>& strings(std::string_view name) const;
  const std::map<std::string, std::vector<std::string>, std::less<>>& all_strings() const noexcept {
    return strings_;
  }

  /// A number of the header's config, or `fallback` where the file has none of this name.
  double config(std::string_view name, double fallback) const;

 private:
  struct Tensor {
    std::string type;
    std::vector<std::size_t> shape;
    std::size_t offset = 0;
    std::size_t size_bytes = 0;
    float input_scale = 0;
    std::int32_t input_zero = 0;
  };

  const Tensor& tensor(std::string_view name, std::string_view type,
                       std::initializer_list<std::size_t> shape) const;
  void read_header(std::string_view json, std::string_view kind, std::size_t area_bytes);
  void unmap() noexcept;

  std::string path_;
  std::string id_;
  std::string sha256_;
  const char* mapped_ = nullptr;
  std::size_t mapped_bytes_ = 0;
  const char* area_ = nullptr;  ///< first byte of the tensors
  std::map<std::string, Tensor, std::less<>> tensors_;
  std::map<std::string, std::vector<std::string>, std::less<>> strings_;
  std::map<std::string, double, std::less<>> config_;
};

}  // namespace relata
