// What is wrong with a command line that CLI11 does not take, in words that name the way out.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// The one of `known` that `given` was most likely to be: with the fewest letters to change, or
/// that has all of it as a part. Empty if none is like it.
std::string nearest_of(std::string_view given, const std::vector<std::string>& known);

/// `arguments` are those of the run, without the program's name.
std::string describe_fault(const CLI::App& app, const CLI::ParseError& error,
                           const std::vector<std::string>& arguments);

}  // namespace relata
