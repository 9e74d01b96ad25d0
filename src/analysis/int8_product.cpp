// The one source file that names oneDNN (2.6; 3.x has another API).
#include "analysis/int8_product.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <dnnl.hpp>

#include "analysis/kernels.hpp"
#include "relata/core/error.hpp"

extern "C" {
void omp_set_num_threads(int threads);
int omp_get_max_threads(void);
}

namespace relata {
namespace {

/// Rows of one call. Products of 16 to 512 rows run at one speed on AVX-512, so blocks stay small
/// enough for sums and levels to rest in the cache.
constexpr std::array<std::size_t, 8> kRowCounts = {1, 4, 8, 16, 32, 64, 96, kInt8RowBlock};
constexpr std::size_t kKernelAlignment = 64;

const dnnl::engine& engine() {
  static const dnnl::engine kEngine(dnnl::engine::kind::cpu, 0);
  return kEngine;
}

dnnl::stream& stream() {
  static thread_local dnnl::stream current(engine());
  return current;
}

dnnl::memory::desc matrix(std::size_t rows, std::size_t columns, dnnl::memory::data_type type,
                          dnnl::memory::format_tag layout) {
  return {{static_cast<dnnl::memory::dim>(rows), static_cast<dnnl::memory::dim>(columns)},
          type,
          layout};
}

std::uint8_t* aligned(std::vector<std::uint8_t>& bytes, std::size_t size) {
  if (bytes.size() < size + kKernelAlignment) bytes.resize(size + kKernelAlignment);
  void* start = bytes.data();
  std::size_t space = bytes.size();
  return static_cast<std::uint8_t*>(std::align(kKernelAlignment, size, start, space));
}

std::size_t row_count_index(std::size_t rows) {
  const auto* const found = std::lower_bound(kRowCounts.begin(), kRowCounts.end(), rows);
  assert(found != kRowCounts.end() && "at most kInt8RowBlock rows a call");
  return static_cast<std::size_t>(found - kRowCounts.begin());
}

}  // namespace

SingleOpenMpThread::SingleOpenMpThread() : before_(omp_get_max_threads()) {
  omp_set_num_threads(1);
}

SingleOpenMpThread::~SingleOpenMpThread() { omp_set_num_threads(before_); }

struct Int8Product::Kernel {
  struct Shape {
    dnnl::matmul primitive;
    dnnl::memory::desc source;
    dnnl::memory::desc destination;
    dnnl::memory::desc scratch;
  };

  std::array<Shape, kRowCounts.size()> shapes;
  dnnl::memory weights;

  explicit Kernel(const Int8Weights& given) {
    using dnnl::memory;
    using Tag = dnnl::memory::format_tag;
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    // The layout that suits whole blocks serves the smaller row counts, too.
    memory::desc packed = matrix(given.inputs, given.outputs, memory::data_type::s8, Tag::any);
    for (std::size_t i = shapes.size(); i-- > 0;) {
      Shape& shape = shapes[i];
      shape.source = matrix(kRowCounts[i], given.inputs, memory::data_type::u8, Tag::ab);
      shape.destination = matrix(kRowCounts[i], given.outputs, memory::data_type::s32, Tag::ab);
      const dnnl::matmul::primitive_desc chosen(
          dnnl::matmul::desc(shape.source, packed, shape.destination), attributes, engine());
      packed = chosen.weights_desc();
      shape.scratch = chosen.scratchpad_desc();
      shape.primitive = dnnl::matmul(chosen);
    }
    // [outputs, inputs] row by row is [inputs, outputs] column by column.
    memory plain(matrix(given.inputs, given.outputs, memory::data_type::s8, Tag::ba), engine(),
                 const_cast<std::int8_t*>(given.values.data()));
    weights = memory(packed, engine());
    dnnl::reorder(plain, weights).execute(stream(), plain, weights);
    stream().wait();
  }
};

Int8Product::Int8Product() = default;
Int8Product::Int8Product(Int8Product&&) noexcept = default;
Int8Product& Int8Product::operator=(Int8Product&&) noexcept = default;
Int8Product::~Int8Product() = default;

Int8Product::Int8Product(const Int8Weights& weights)
    : inputs_(weights.inputs),
      outputs_(weights.outputs),
      input_scale_(weights.input_scale),
      input_zero_(weights.input_zero),
      scale_(weights.outputs),
      offset_(weights.outputs),
      bias_(weights.bias.begin(), weights.bias.end()) {
  assert(weights.values.size() == inputs_ * outputs_ && "weights are [outputs, inputs]");
  for (std::size_t c = 0; c < outputs_; ++c) {
    std::int32_t sum = 0;
    for (std::int8_t value : weights.values.subspan(c * inputs_, inputs_)) sum += value;
    offset_[c] = input_zero_ * sum;
    scale_[c] = input_scale_ * weights.scale[c];
  }
  const SingleOpenMpThread single;
  try {
    kernel_ = std::make_unique<Kernel>(weights);
  } catch (const dnnl::error& error) {
    throw Error(std::string("oneDNN cannot make an int8 product: ") + error.message);
  }
}

std::size_t Int8Product::padded_rows(std::size_t rows) {
  const std::size_t last = rows % kInt8RowBlock;
  return last == 0 ? rows : rows - last + kRowCounts[row_count_index(last)];
}

void Int8Product::make_room(std::size_t rows, Int8Scratch& scratch) const {
  const std::size_t padded = padded_rows(rows);
  if (scratch.levels.size() < padded * inputs_) scratch.levels.resize(padded * inputs_);
  if (scratch.sums.size() < padded * outputs_) scratch.sums.resize(padded * outputs_);
}

void Int8Product::accumulate(const std::uint8_t* levels, std::size_t rows, std::int32_t* sums,
                             Int8Scratch& scratch) const {
  for (std::size_t first = 0; first < rows; first += kInt8RowBlock) {
    const std::size_t block = std::min(rows - first, kInt8RowBlock);
    const Kernel::Shape& shape = kernel_->shapes[row_count_index(block)];
    const dnnl::memory source(shape.source, engine(),
                              const_cast<std::uint8_t*>(levels + first * inputs_));
    const dnnl::memory destination(shape.destination, engine(), sums + first * outputs_);
    const dnnl::memory work(shape.scratch, engine(),
                            aligned(scratch.kernel, shape.scratch.get_size()));
    const std::array<dnnl_exec_arg_t, 4> arguments = {{{DNNL_ARG_SRC, source.get()},
                                                       {DNNL_ARG_WEIGHTS, kernel_->weights.get()},
                                                       {DNNL_ARG_DST, destination.get()},
                                                       {DNNL_ARG_SCRATCHPAD, work.get()}}};
    const dnnl_status_t status =
        dnnl_primitive_execute(shape.primitive.get(), stream().get(),
                               static_cast<int>(arguments.size()), arguments.data());
    if (status != dnnl_success) {
      throw Error("oneDNN failed at an int8 product, status " + std::to_string(status));
    }
  }
}

void Int8Product::apply(std::span<const float> x, std::size_t rows, std::span<float> y,
                        Int8Scratch& scratch) const {
  assert(x.size() >= rows * inputs_ && y.size() >= rows * outputs_ && "whole rows");
  const Quantiser quantiser = Quantiser::of(*this);
  for (std::size_t first = 0; first < rows; first += kInt8RowBlock) {
    const std::size_t block = std::min(rows - first, kInt8RowBlock);
    make_room(block, scratch);
    kernels::quantise(x.data() + first * inputs_, block * inputs_, quantiser,
                      scratch.levels.data());
    accumulate(scratch.levels.data(), block, scratch.sums.data(), scratch);
    kernels::dequantise(scratch.sums.data(), block, *this, y.data() + first * outputs_, outputs_);
  }
}

}  // namespace relata
