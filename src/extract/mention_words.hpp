// Which words of a mention are a name, and which a description.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/phrase.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// First and last word, from 0, inclusive.
using WordRange = std::pair<std::size_t, std::size_t>;

/// The forms of the words with blanks between them, as names are looked up.
std::string text_of(const Sentence& sentence, const WordRange& range);

/// True of a word written small: it begins with an ASCII small letter.
bool begins_lower(const Word& word);

/// True of a country's name, adjective or inhabitant: "Peru", "US", "Peruvian".
bool tells_country(const std::string& text, const Lexicon& lexicon);

/// True of a plural that means people: "officers", "people", "families".
bool is_several_people(const Word& noun, const Lexicon& lexicon);

/// True if a number of its own stands before the head: "two Peruvians", "at least 40 Peruvians".
bool is_counted(const Sentence& sentence, const Mention& mention);

/// True of what tells party and seat behind a name, if it begins at this word: "(R-AZ)", "(D.,
/// Ohio)".
bool tells_seat(const Sentence& sentence, std::size_t first);

/// True if "of" is the preposition of the word.
bool stands_behind_of(const Sentence& sentence, std::size_t word);

/// False of a name that lies outside of its sentence, as only faulty input has it.
bool is_valid(const Analysis& analysis, const Name& name);

/// False of a mention that lies outside of its sentence, or its head outside of it.
bool is_valid(const Analysis& analysis, const Mention& mention);

/// The valid names of each sentence, in their order. Pointers into the analysis.
std::vector<std::vector<const Name*>> names_of_sentences(const Analysis& analysis);

/// One more than the highest cluster: faulty input may tell of fewer than its mentions have.
std::size_t count_clusters(const Analysis& analysis);

/// The word of the name that hangs on something outside of it; the last of several, as all words of
/// "US Navy" do before a noun ("US Navy submarines").
WordId name_head(const Sentence& sentence, WordId first, WordId last);

/// The name without function words and punctuation at its ends, which no name has there, and
/// without common words before it ("eastern Peru") or behind it.
WordRange without_loose_ends(const Sentence& sentence, const Name& name);

/// Words of the mention with what is no part of a name or description cut from both ends.
WordRange trimmed(const Sentence& sentence, const Mention& mention);

/// A description stops before its clauses ("workers, most of whom live in the camp", "plan to
/// leave"), before brackets and before members ("cities such as Lima"). `last` is where the trimmed
/// mention ends.
std::size_t description_end(const Sentence& sentence, const Mention& mention, std::size_t last);

/// The end of a long description: before the first phrase that is no of-phrase.
std::size_t shorter_end(const Sentence& sentence, const Mention& mention);

/// The name within a mention: without common words in front ("native Bohemia"), and ending
/// before what only describes or places it (an apposition, a relative clause, "in Lima").
/// `nested` tells whether another mention begins at a word.
WordRange name_span(const Sentence& sentence, const Mention& mention, WordRange trimmed,
                    const std::function<bool(std::size_t)>& nested);

/// The end of a name of several words that the tagger ends earlier, if no capital follows ("Strait
/// of Callao maritime traffic"), or what follows places it ("Callao Air Base on Peru's coast").
std::size_t end_of_tagged(const Sentence& sentence, WordRange tagged, std::size_t end);

/// The word with the other parts of its name: "United States" of "States", "Sri Lanka" of "Sri".
std::string name_around(const Sentence& sentence, std::size_t word);

/// A person's name without titles: the head with its flat parts; of a common noun with a name
/// behind it ("team leader Jan Novak") the name. Empty if there is none.
Words plain_name(const Sentence& sentence, const Mention& mention);

/// By sentence: words that begin a mention of something that can be told, or are part of a tagged
/// name.
std::vector<std::set<std::size_t>> words_in_names(const Analysis& analysis);

/// "the tanker Larnex Star": the name in apposition right behind the noun of one thing, if its
/// words are part of no other name. Not a person's, whose name plain_name finds. `in_other_names`:
/// of the sentence, as words_in_names says.
std::optional<WordRange> name_behind_noun(const Sentence& sentence, const Mention& mention,
                                          const std::set<std::size_t>& in_other_names);

/// "the ORBIS database": a common noun with a name of its own, if the proper nouns before it name
/// nothing by themselves. `in_other_names`: of the sentence, as words_in_names says.
bool bears_a_name(const Sentence& sentence, const Mention& mention,
                  const std::set<std::size_t>& in_other_names);

/// "Brahms and the critic": several things, and no name for them together.
bool is_coordination(const Sentence& sentence, const Mention& mention);

/// The names in a coordination of names, each without titles; empty if a part is no name.
std::vector<Words> coordinated_names(const Sentence& sentence, const Mention& mention);

/// "Peru's Prime Minister", "the Attorney General": a person by office alone, though written with
/// capitals: a title with an owner, an article or more words of a title, and no name behind it.
bool is_office(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon);

/// "was sworn in as president of Chad", "became a judge", "is the mayor": what somebody is, not
/// somebody else.
bool tells_role(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon);

/// "Commerce" of "Secretary of Commerce", "Human Services" of "Secretary of Health and Human
/// Services": what an office is for, no thing of that name.
bool is_field_of_office(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon);

/// Headed by a verb: what was said or done, not a thing.
bool is_verbal(const Sentence& sentence, const Mention& mention);

}  // namespace relata
