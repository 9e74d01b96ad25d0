// "the Workers' Union, known as Sitra": two names that the text says to be one thing's.
#pragma once

#include <cstddef>
#include <functional>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which another name that the text states ("the Institute of Metals (IM)",
/// "the Workers' Union, known as Sitra", "the Civil Defence Institute, or Indeci") is in the
/// cluster of the name it is said of, wherever it stands, and with it what coreference gave it that
/// is of one kind with the name. What is of another kind (a mine, beside the union) stays behind.
/// Names in other languages, too ("Skien (Greek: Σκίεν)").
Analysis join_stated_names(Analysis analysis, const Lexicon& lexicon);

/// The head of the name that an acronym in brackets at `id` is of, where the tree hangs it on
/// `above`: of "Peru and the Union of Ports (UP)" the last of the two; not Orel, whose it is not,
/// in "Orel of the Union of Ports (UP)". `is_person` tells of the head of a name.
std::size_t name_before_bracket(const Sentence& sentence, std::size_t above, std::size_t id,
                                const std::function<bool(std::size_t)>& is_person);

/// Of the names that "and" joins to the one at `head`, the last before `other`; or `head`.
std::size_t last_conjunct(const Sentence& sentence, std::size_t head, std::size_t other);

/// The head of the name that ends with the word at `last`.
std::size_t head_of_name(const Sentence& sentence, std::size_t last);

/// The head of the name that "the Civil Defence Institute, or Indeci" gives another one, headed by
/// `other`: a name of several words before a comma and "or", with a single word behind. kNoName
/// where there is none. Words are counted from 0.
constexpr std::size_t kNoName = static_cast<std::size_t>(-1);
std::size_t name_before_or(const Sentence& sentence, std::size_t other);

/// "known (as Sitra)", "called (Sitra)": a participle about a noun that gives another name, or its
/// only one.
bool is_naming_participle(const Word& word);

/// True of the agency of a dateline, "LIMA (AFP) -": a name in brackets before a dash near the
/// beginning of a sentence. `head` is a word of the name. It is no other name of the place.
bool is_agency_of_dateline(const Sentence& sentence, std::size_t head);

}  // namespace relata
