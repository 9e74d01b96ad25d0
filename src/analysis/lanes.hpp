// Vectors of 16 floats for the kernels, and the functions of one number on them.
//
// They are made of registers, one, two or four, in GCC's and Clang's vector types, which work on
// every CPU; each lane is computed alike. Only what kernel_bodies.hpp is made of includes this
// header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Becomes part of its callers, each of which is compiled for another CPU.
#define RELATA_INLINE [[gnu::always_inline]] inline
#define RELATA_INLINED __attribute__((always_inline))  // of a lambda

namespace relata::lanes {

inline constexpr std::size_t kCount = 16;

/// What a register of this set holds. Compilers keep longer vectors in memory and compare their
/// lanes one by one.
#if defined(__AVX512F__)
using Register = float __attribute__((vector_size(64)));
#elif defined(__AVX__)
using Register = float __attribute__((vector_size(32)));
#else
using Register = float __attribute__((vector_size(16)));
#endif
using Bytes = std::uint8_t __attribute__((vector_size(16)));
inline constexpr std::size_t kRegisterLanes = sizeof(Register) / sizeof(float);
inline constexpr std::size_t kParts = kCount / kRegisterLanes;

RELATA_INLINE Register load_register(const float* from) {
  Register out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
RELATA_INLINE void store_register(const Register& x, float* to) { std::memcpy(to, &x, sizeof(x)); }

/// A register of int32, or of four bytes a lane.
using IntRegister = std::int32_t __attribute__((vector_size(sizeof(Register))));

RELATA_INLINE IntRegister load_int_register(const void* from) {
  IntRegister out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
RELATA_INLINE void store_int_register(const IntRegister& x, void* to) {
  std::memcpy(to, &x, sizeof(x));
}

/// The same four bytes in every lane.
RELATA_INLINE IntRegister repeat(const std::uint8_t* four) {
  std::int32_t bytes;
  std::memcpy(&bytes, four, sizeof(bytes));
  return bytes - IntRegister{};
}

/// Each lane of `sum` plus the products of its four unsigned bytes with its four signed ones. Exact
/// for |signed| ≤ 64: sums of two products fit in 16 bits, where some CPUs keep them.
RELATA_INLINE IntRegister add_products(const IntRegister& sum, const IntRegister& unsigned_bytes,
                                       const IntRegister& signed_bytes) {
#if defined(__AVX512VNNI__)
  return __builtin_bit_cast(IntRegister,
                            _mm512_dpbusd_epi32(__builtin_bit_cast(__m512i, sum),
                                                __builtin_bit_cast(__m512i, unsigned_bytes),
                                                __builtin_bit_cast(__m512i, signed_bytes)));
#elif defined(__AVX512BW__)
  const __m512i pairs = _mm512_maddubs_epi16(__builtin_bit_cast(__m512i, unsigned_bytes),
                                             __builtin_bit_cast(__m512i, signed_bytes));
  return sum + __builtin_bit_cast(IntRegister, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
#elif defined(__AVX2__)
  const __m256i pairs = _mm256_maddubs_epi16(__builtin_bit_cast(__m256i, unsigned_bytes),
                                             __builtin_bit_cast(__m256i, signed_bytes));
  return sum + __builtin_bit_cast(IntRegister, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
#elif defined(__x86_64__)
  // Even and odd bytes as 16 bits each.
  const auto u = __builtin_bit_cast(__m128i, unsigned_bytes);
  const auto s = __builtin_bit_cast(__m128i, signed_bytes);
  const __m128i even = _mm_madd_epi16(_mm_and_si128(u, _mm_set1_epi16(255)),
                                      _mm_srai_epi16(_mm_slli_epi16(s, 8), 8));
  const __m128i odd = _mm_madd_epi16(_mm_srli_epi16(u, 8), _mm_srai_epi16(s, 8));
  return sum + __builtin_bit_cast(IntRegister, even) + __builtin_bit_cast(IntRegister, odd);
#else
  std::uint8_t u[sizeof(IntRegister)];
  std::int8_t s[sizeof(IntRegister)];
  std::memcpy(u, &unsigned_bytes, sizeof(u));
  std::memcpy(s, &signed_bytes, sizeof(s));
  IntRegister out = sum;
  for (std::size_t i = 0; i < sizeof(u); ++i) out[i / 4] += u[i] * s[i];
  return out;
#endif
}

/// 16 floats; 16 int32.
struct Floats {
  Register part[kParts];
};
struct Ints {
  IntRegister part[kParts];
};

RELATA_INLINE Floats load(const float* from) {
  Floats out;
  for (std::size_t i = 0; i < kParts; ++i) {
    out.part[i] = load_register(from + i * kRegisterLanes);
  }
  return out;
}
RELATA_INLINE Ints load(const std::int32_t* from) {
  Ints out;
  for (std::size_t i = 0; i < kParts; ++i) {
    out.part[i] = load_int_register(from + i * kRegisterLanes);
  }
  return out;
}
RELATA_INLINE void store(const Floats& x, float* to) {
  for (std::size_t i = 0; i < kParts; ++i) store_register(x.part[i], to + i * kRegisterLanes);
}

RELATA_INLINE Floats all(float x) {
  Floats out;
  for (Register& part : out.part) part = x - Register{};
  return out;
}
RELATA_INLINE Ints all(std::int32_t x) {
  Ints out;
  for (IntRegister& part : out.part) part = x - IntRegister{};
  return out;
}

/// `combine` of the parts of both.
template <class Vector, class Combine>
RELATA_INLINE Vector each(const Vector& a, const Vector& b, Combine combine) {
  Vector out;
  for (std::size_t i = 0; i < kParts; ++i) out.part[i] = combine(a.part[i], b.part[i]);
  return out;
}

RELATA_INLINE Floats operator+(const Floats& a, const Floats& b) {
  return each(a, b, [](const Register& x, const Register& y) RELATA_INLINED { return x + y; });
}
RELATA_INLINE Floats operator-(const Floats& a, const Floats& b) {
  return each(a, b, [](const Register& x, const Register& y) RELATA_INLINED { return x - y; });
}
RELATA_INLINE Floats operator*(const Floats& a, const Floats& b) {
  return each(a, b, [](const Register& x, const Register& y) RELATA_INLINED { return x * y; });
}
RELATA_INLINE Floats operator/(const Floats& a, const Floats& b) {
  return each(a, b, [](const Register& x, const Register& y) RELATA_INLINED { return x / y; });
}
RELATA_INLINE Floats operator+(const Floats& a, float b) { return a + all(b); }
RELATA_INLINE Floats operator+(float a, const Floats& b) { return all(a) + b; }
RELATA_INLINE Floats operator-(const Floats& a, float b) { return a - all(b); }
RELATA_INLINE Floats operator*(const Floats& a, float b) { return a * all(b); }
RELATA_INLINE Floats operator*(float a, const Floats& b) { return all(a) * b; }
RELATA_INLINE Floats& operator+=(Floats& a, const Floats& b) { return a = a + b; }

RELATA_INLINE Ints operator+(const Ints& a, const Ints& b) {
  return each(a, b,
              [](const IntRegister& x, const IntRegister& y) RELATA_INLINED { return x + y; });
}
RELATA_INLINE Ints operator-(const Ints& a, const Ints& b) {
  return each(a, b,
              [](const IntRegister& x, const IntRegister& y) RELATA_INLINED { return x - y; });
}
RELATA_INLINE Ints operator-(const Ints& a, std::int32_t b) { return a - all(b); }
RELATA_INLINE Ints operator<<(const Ints& a, int bits) {
  Ints out;
  for (std::size_t i = 0; i < kParts; ++i) out.part[i] = a.part[i] << bits;
  return out;
}

RELATA_INLINE Floats smaller(const Floats& a, const Floats& b) {
  return each(a, b,
              [](const Register& x, const Register& y) RELATA_INLINED { return x < y ? x : y; });
}
RELATA_INLINE Floats larger(const Floats& a, const Floats& b) {
  return each(a, b,
              [](const Register& x, const Register& y) RELATA_INLINED { return x > y ? x : y; });
}
/// `x`, but 0 in the lanes that are smaller than `least`.
RELATA_INLINE Floats zero_below(const Floats& lanes, float least, const Floats& x) {
  return each(lanes, x, [least](const Register& lane, const Register& value) RELATA_INLINED {
    return lane < least ? Register{} : value;
  });
}

RELATA_INLINE Floats to_floats(const Ints& x) {
  Floats out;
  for (std::size_t i = 0; i < kParts; ++i) {
    out.part[i] = __builtin_convertvector(x.part[i], Register);
  }
  return out;
}
RELATA_INLINE Floats load(const std::int8_t* from) {
  using SignedBytes = std::int8_t __attribute__((vector_size(kRegisterLanes)));
  Ints out;
  for (std::size_t i = 0; i < kParts; ++i) {
    SignedBytes bytes;
    std::memcpy(&bytes, from + i * kRegisterLanes, sizeof(bytes));
    out.part[i] = __builtin_convertvector(bytes, IntRegister);
  }
  return to_floats(out);
}

RELATA_INLINE Ints bits(const Floats& x) {
  Ints out;
  for (std::size_t i = 0; i < kParts; ++i) {
    out.part[i] = __builtin_bit_cast(IntRegister, x.part[i]);
  }
  return out;
}
RELATA_INLINE Floats from_bits(const Ints& x) {
  Floats out;
  for (std::size_t i = 0; i < kParts; ++i) {
    out.part[i] = __builtin_bit_cast(Register, x.part[i]);
  }
  return out;
}
inline constexpr std::int32_t kRounderBits = 0x4B400000;  // of kRounder

using Four = float __attribute__((vector_size(16)));

/// The sum of all lanes, in halves: 0 with 8, 1 with 9, …, then 0 with 4, …; the one order of all
/// sums.
RELATA_INLINE float fold(const Floats& x) {
  Four quarter[4];
  std::memcpy(quarter, &x, sizeof(quarter));
  const Four four = (quarter[0] + quarter[2]) + (quarter[1] + quarter[3]);
  return (four[0] + four[2]) + (four[1] + four[3]);
}

/// Bytes of numbers from 0 to 255.
RELATA_INLINE void store_bytes_of_register(const IntRegister& x, std::uint8_t* to) {
#if defined(__x86_64__) && defined(__AVX2__) && !defined(__AVX512F__)
  __m128i part[2];
  std::memcpy(part, &x, sizeof(part));
  const __m128i words = _mm_packs_epi32(part[0], part[1]);
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(words, words));
#elif defined(__x86_64__) && !defined(__AVX512F__)
  const auto numbers = __builtin_bit_cast(__m128i, x);
  const __m128i words = _mm_packs_epi32(numbers, numbers);
  const std::int32_t bytes = _mm_cvtsi128_si32(_mm_packus_epi16(words, words));
  std::memcpy(to, &bytes, sizeof(bytes));
#else
  using ByteRegister = std::uint8_t __attribute__((vector_size(kRegisterLanes)));
  const ByteRegister bytes = __builtin_convertvector(x, ByteRegister);
  std::memcpy(to, &bytes, sizeof(bytes));
#endif
}

/// Low bytes of 16 numbers.
RELATA_INLINE void store_bytes(const Ints& x, std::uint8_t* to) {
  for (std::size_t i = 0; i < kParts; ++i) {
    store_bytes_of_register(x.part[i] & 255, to + i * kRegisterLanes);
  }
}

RELATA_INLINE std::int32_t largest_of(const IntRegister& x) {
  std::int32_t most = x[0];
  for (std::size_t i = 1; i < kRegisterLanes; ++i) most = x[i] > most ? x[i] : most;
  return most;
}

RELATA_INLINE std::int32_t sum_of(const IntRegister& x) {
  std::int32_t total = 0;
  for (std::size_t i = 0; i < kRegisterLanes; ++i) total += x[i];
  return total;
}

/// The bytes of four vectors by turns: byte 0 of each, byte 1 of each, …; 64 bytes.
RELATA_INLINE void store_interleaved(const Bytes (&rows)[4], std::uint8_t* to) {
  using Sixteen = std::uint16_t __attribute__((vector_size(16)));
  const auto low = [](const Bytes& a, const Bytes& b) RELATA_INLINED {
    return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  };
  const auto high = [](const Bytes& a, const Bytes& b) RELATA_INLINED {
    return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15,
                                   31);
  };
  const Bytes pairs[4] = {low(rows[0], rows[1]), high(rows[0], rows[1]), low(rows[2], rows[3]),
                          high(rows[2], rows[3])};
  for (std::size_t half = 0; half < 2; ++half) {
    const auto a = __builtin_bit_cast(Sixteen, pairs[half]);
    const auto b = __builtin_bit_cast(Sixteen, pairs[half + 2]);
    const Sixteen first = __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
    const Sixteen second = __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
    std::memcpy(to + 32 * half, &first, sizeof(first));
    std::memcpy(to + 32 * half + 16, &second, sizeof(second));
  }
}

/// 1.5 · 2²³: added to |x| < 2²² it leaves x, rounded to even, in the low bits.
inline constexpr float kRounder = 12582912.0F;

/// clamp(rint(x · inverse_scale) + zero, 0, 255), 16 bytes to `to`.
RELATA_INLINE void store_levels(const Floats& x, float inverse_scale, std::int32_t zero,
                                std::uint8_t* to) {
  const auto lowest = static_cast<float>(-zero);
  const Floats scaled =
      smaller(larger(x * inverse_scale, all(lowest)), all(lowest + 255.0F)) + kRounder;
  store_bytes(bits(scaled) - (kRounderBits - zero), to);
}

/// clamp(rint(x), −64, 64) as signed bytes, 16 of them to `to`.
RELATA_INLINE void store_signed_levels(const Floats& x, std::uint8_t* to) {
  const Floats rounded = smaller(larger(x, all(-64.0F)), all(64.0F)) + kRounder;
  store_bytes(bits(rounded) - kRounderBits, to);
}

/// rint(255 · 2ˣ) for x ≤ 0, of which 2 to the broken part is a minimax cubic (relative error
/// 1e-4), 1 at 0.
RELATA_INLINE IntRegister soft_levels(const Register& x) {
  const Register bounded = x > -24.0F ? x : Register{} - 24.0F;
  const Register shifted = bounded + kRounder;
  const Register r = bounded - (shifted - kRounder);
  const Register unit = ((14.027285F * r + 61.763814F) * r + 176.78715F) * r + 255.0F;
  const auto exponent = (__builtin_bit_cast(IntRegister, shifted) - kRounderBits) << 23;
  const IntRegister scaled = __builtin_bit_cast(IntRegister, unit) + exponent;
  const Register rounded = __builtin_bit_cast(Register, scaled) + kRounder;
  return __builtin_bit_cast(IntRegister, rounded) - kRounderBits;
}

/// eˣ for x ≤ 88, 0 below −87: 2ⁿ · eʳ with |r| ≤ ln 2 / 2, and for eʳ − 1 − r a minimax polynomial
/// of degree 6 (relative error 3e-9 before rounding).
RELATA_INLINE Floats exp(const Floats& x) {
  constexpr float kLog2E = 1.44269504F;
  constexpr float kLn2High = 0.693359375F;  // 9 bits: n · kLn2High is exact
  constexpr float kLn2Low = -2.12194440e-4F;
  const Floats bounded = larger(x, all(-87.0F));
  const Floats shifted = bounded * kLog2E + kRounder;
  const Floats n = shifted - kRounder;
  const Floats r = (bounded - n * kLn2High) - n * kLn2Low;
  const Floats tail =
      (((0.0013814613F * r + 0.00836871F) * r + 0.04166839F) * r + 0.16666521F) * r + 0.49999994F;
  const Floats unit = (tail * r * r + r) + 1.0F;
  const Ints exponent = (bits(shifted) - kRounderBits) << 23;
  const Floats scaled = from_bits(bits(unit) + exponent);
  return zero_below(x, -87.0F, scaled);
}

/// erf x: x · P(x²) / Q(x²), fitted to least largest error on |x| ≤ 4 (3.3e-7 with rounding); ±1
/// to f32 beyond.
RELATA_INLINE Floats erf(const Floats& x) {
  const Floats bounded = smaller(larger(x, all(-4.0F)), all(4.0F));
  const Floats t = bounded * bounded;
  const Floats above =
      (((((1.9217378e-08F * t - 1.9903066e-06F) * t + 0.00015553189F) * t + 0.0042928425F) * t +
        0.052432805F) *
           t +
       0.21393967F) *
          t +
      1.1283786F;
  const Floats below =
      (((0.0010979874F * t + 0.015550666F) * t + 0.120797545F) * t + 0.52292675F) * t + 1.0F;
  return smaller(larger(bounded * above / below, all(-1.0F)), all(1.0F));
}

}  // namespace relata::lanes
