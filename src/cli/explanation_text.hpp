// An explanation for people, and for programs.
#pragma once

#include <string>

#include "relata/pipeline/explain.hpp"

namespace relata {

/// Plain text, lines of any length.
std::string explanation_text(const NodeExplanation& explanation);

/// One indented JSON object (schemas/explanation.schema.json).
std::string explanation_json(const NodeExplanation& explanation);

}  // namespace relata
