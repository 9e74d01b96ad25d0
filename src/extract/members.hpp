// Members of a group or kind: what stands behind "including" and "such as".
#pragma once

#include <vector>

#include "extract/scope.hpp"

namespace relata {

/// The noun whose members `member`, behind "including" or "such as", tells: the one it hangs on, or
/// the argument before it; people are members of people, whatever the tree says ("Five people were
/// killed in a crash, including the mayor"). kNoWord if nothing fits.
WordId whole_of(const SentenceScope& scope, WordId member);

/// Names behind "including" or "such as" that are among the several of `whole`, at most eight.
std::vector<Phrase> named_members(const SentenceScope& scope, WordId whole);

/// These, and whom the sentence says to be of `whole`, named or not: "Orel and a driver" of "among
/// those held are Orel and a driver" and "those held include Orel and a driver".
std::vector<Phrase> told_members(const SentenceScope& scope, WordId whole);

}  // namespace relata
