// Compiled with -mavx2; run only where the CPU has it.
#if defined(__x86_64__)
#include "analysis/kernel_bodies.hpp"

namespace relata {

const KernelSet kAvx2Kernels = KernelBodies<InstructionSet::kAvx2>::set("avx2");

}  // namespace relata
#endif
