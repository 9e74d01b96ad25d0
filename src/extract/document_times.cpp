#include "extract/document_times.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/time_reader.hpp"
#include "extract/time_words.hpp"

namespace relata {
namespace {

/// A word as the grammar reads it: "mid-January" is three of them.
struct Token {
  std::string text;
  WordId word = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lengths of a dash or slash at this place of the word, or 0.
std::size_t joint_at(std::string_view form, std::size_t at) {
  for (const std::string_view joint : {"-", "–", "—", "/"}) {
    if (form.substr(at).starts_with(joint)) return joint.size();
  }
  return 0;
}

bool is_whole_date(std::string_view form) {
  const auto slashes = std::count(form.begin(), form.end(), '/');
  const auto dashes = std::count(form.begin(), form.end(), '-');
  return !form.empty() && is_digit(form.front()) && is_digit(form.back()) &&
         (slashes == 2 || dashes == 2);
}

bool is_part_of_time(std::string_view part) {
  return part == "mid" || part == "early" || part == "late" || month_of(part) > 0 ||
         weekday_of(part) >= 0 || number_of(part) || decade_of(part);
}

void add_tokens(const std::string& form, WordId word, std::vector<Token>& tokens) {
  std::vector<Token> parts;
  std::size_t start = 0;
  bool splits = form.size() > 1 && !is_whole_date(form);
  for (std::size_t at = 0; splits && at < form.size(); ++at) {
    const std::size_t joint = joint_at(form, at);
    if (joint == 0) continue;
    const std::string part = form.substr(start, at - start);
    splits = splits && is_part_of_time(part);
    parts.push_back({part, word});
    parts.push_back({form.substr(at, joint), word});
    start = at + joint;
    at += joint - 1;
  }
  splits = splits && !parts.empty() && start < form.size();
  if (!splits) {
    tokens.push_back({form, word});
    return;
  }
  parts.push_back({form.substr(start), word});
  tokens.insert(tokens.end(), parts.begin(), parts.end());
}

/// "2012 meals", "Room 1984": numbers that count or name something else than a year.
bool counts_a_thing(const Sentence& sentence, WordId id) {
  const Word& word = sentence.words[id];
  if (word.deprel != "nummod" || word.head == 0) return false;
  const Word& head = sentence.words[word.head - 1];
  const std::string lower = lower_ascii(head.form);
  return month_of(lower) == 0 && !unit_of(lower) && season_of(lower) == 0 && lower != "season" &&
         lower != "%" && !is_part_of_time(lower);
}

/// Words of names that are no times ("Theresa May", "the Sunday Herald").
std::vector<std::vector<bool>> named_words(const Analysis& analysis) {
  std::vector<std::vector<bool>> named;
  for (const Sentence& sentence : analysis.sentences) {
    named.emplace_back(sentence.words.size(), false);
  }
  for (const Mention& mention : analysis.mentions) {
    if (mention.form != MentionForm::kName || mention.type == MentionType::kTime) continue;
    if (mention.sentence >= named.size()) continue;
    const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
    if (mention.last >= words.size() || mention.first > mention.last) continue;
    bool other = mention.type == MentionType::kPerson;
    for (WordId id = mention.first; id <= mention.last; ++id) {
      const std::string lower = lower_ascii(words[id].form);
      const bool calendar = is_part_of_time(lower) || lower == "the" || lower == "of" ||
                            words[id].upos == Upos::kPunct;
      other = other || !calendar;
    }
    // Only the name itself: "the August 15 arrest" may be part of a longer mention.
    for (WordId id = mention.first; other && id <= mention.last; ++id) {
      if (words[id].upos == Upos::kPropn) named[mention.sentence][id] = true;
    }
  }
  return named;
}

std::vector<Token> read_tokens(const Sentence& sentence, const std::vector<bool>& named) {
  std::vector<Token> tokens;
  for (WordId id = 0; id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    const std::string lower = lower_ascii(word.form);
    const bool verb = word.upos == Upos::kAux || word.upos == Upos::kVerb;
    const bool no_time = named[id] || counts_a_thing(sentence, id) ||
                         (verb && (month_of(lower) > 0 || season_of(lower) > 0));
    if (no_time) {
      tokens.push_back({"", id});
    } else {
      add_tokens(lower, id, tokens);
    }
  }
  return tokens;
}

std::vector<TimeSpan> read_spans(const std::vector<Token>& tokens, TimeContext& context) {
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back(token.text);
  std::vector<TimeSpan> spans;
  for (std::size_t at = 0; at < words.size();) {
    const auto reading = read_time(words, at, context);
    if (!reading || reading->length == 0) {
      ++at;
      continue;
    }
    spans.push_back({tokens[at].word, tokens[at + reading->length - 1].word, reading->value});
    if (reading->point && !reading->value.empty()) context.anchor = reading->point;
    at += reading->length;
  }
  return spans;
}

}  // namespace

DocumentTimes::DocumentTimes(const Analysis& analysis, std::string_view date) {
  const std::vector<std::vector<bool>> named = named_words(analysis);
  TimeContext past;
  past.today = parse_iso(date);
  if (past.today && past.today->day == 0) past.today.reset();
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (sentence.paragraph_start) past.anchor.reset();
    const std::vector<Token> tokens = read_tokens(sentence, named[i]);
    TimeContext future = past;
    future.direction = Direction::kFuture;
    SentenceTimes times;
    times.past = read_spans(tokens, past);
    times.future = read_spans(tokens, future);
    sentences_.push_back(std::move(times));
  }
}

const TimeSpan* DocumentTimes::find(std::size_t sentence, WordId head, const Words& words,
                                    Direction direction) const {
  if (sentence >= sentences_.size()) return nullptr;
  const SentenceTimes& times = sentences_[sentence];
  const std::vector<TimeSpan>& spans = direction == Direction::kPast ? times.past : times.future;
  const auto covers = [](const TimeSpan& span, WordId word) {
    return span.first <= word && word <= span.last;
  };
  for (const TimeSpan& span : spans) {
    if (covers(span, head)) return &span;
  }
  for (const TimeSpan& span : spans) {
    const bool touches =
        std::any_of(words.begin(), words.end(), [&](WordId word) { return covers(span, word); });
    if (touches) return &span;
  }
  return nullptr;
}

}  // namespace relata
