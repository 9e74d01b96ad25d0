#include "analysis/kernel_bodies.hpp"

namespace relata {

const KernelSet kPlainKernels = KernelBodies<InstructionSet::kPlain>::set("plain");

}  // namespace relata
