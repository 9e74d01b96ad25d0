// Compiled with -mavx512f -mavx512bw; run only where the CPU has them.
#if defined(__x86_64__)
#include "analysis/kernel_bodies.hpp"

namespace relata {

const KernelSet kAvx512Kernels = KernelBodies<InstructionSet::kAvx512>::set("avx512bw");

}  // namespace relata
#endif
