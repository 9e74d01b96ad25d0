// Compiled with -mavx512f; run only where the CPU has it.
#if defined(__x86_64__)
#include "analysis/kernel_bodies.hpp"

namespace relata {

const KernelSet kAvx512Kernels = KernelBodies<InstructionSet::kAvx512>::set("avx512f");

}  // namespace relata
#endif
