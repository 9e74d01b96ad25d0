// Compiled with -mavx512f -mavx512bw -mavx512vnni; run only where the CPU has them.
#if defined(__x86_64__)
#include "analysis/kernel_bodies.hpp"

namespace relata {

const KernelSet kAvx512VnniKernels = KernelBodies<InstructionSet::kAvx512Vnni>::set("avx512vnni");

}  // namespace relata
#endif
