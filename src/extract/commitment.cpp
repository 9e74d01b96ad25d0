#include "extract/commitment.hpp"

#include <algorithm>
#include <initializer_list>

namespace relata {
namespace {

using Set = std::initializer_list<std::string_view>;

bool contains(Set set, std::string_view word) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

}  // namespace

std::optional<AttributionKind> reporting_kind(std::string_view lemma) {
  if (is_denying_verb(lemma)) return AttributionKind::kDenied;
  if (contains({"allege", "accuse"}, lemma)) {
    return lemma == "allege" ? AttributionKind::kAlleged : AttributionKind::kAccused;
  }
  if (contains({"report", "cite"}, lemma)) return AttributionKind::kReported;
  if (contains(
          {"claim",    "argue",    "assert",    "insist",   "maintain", "contend", "believe",
           "think",    "suspect",  "estimate",  "predict",  "expect",   "boast",   "speculate",
           "consider", "fear",     "hope",      "assume",   "guess",    "feel",    "forecast",
           "opine",    "profess",  "purport",   "theorize", "theorise", "imagine", "suppose",
           "presume",  "allude",   "posit",     "judge",    "reckon",   "deem",    "imply",
           "swear",    "conclude", "complain",  "propose",  "protest",  "suggest", "understand",
           "fancy",    "surmise",  "conjecture"},
          lemma)) {
    return AttributionKind::kClaimed;
  }
  if (contains({"say",       "tell",       "add",       "announce",    "state",     "declare",
                "warn",      "explain",    "note",      "observe",     "remark",    "comment",
                "write",     "admit",      "confirm",   "concede",     "reply",     "respond",
                "answer",    "stress",     "emphasize", "emphasise",   "reiterate", "repeat",
                "promise",   "pledge",     "vow",       "testify",     "indicate",  "hint",
                "rule",      "agree",      "recall",    "describe",    "quote",     "caution",
                "affirm",    "disclose",   "reveal",    "mention",     "joke",      "tweet",
                "urge",      "proclaim",   "reason",    "confess",     "inform",    "notify",
                "advise",    "assure",     "remind",    "acknowledge", "show",      "demonstrate",
                "find",      "establish",  "determine", "continue",    "post",      "signal",
                "underline", "underscore", "highlight", "lament",      "shout",     "cry",
                "whisper",   "exclaim",    "plead",     "read",        "recount",   "stipulate",
                "counter",   "clarify",    "elaborate", "interject",   "point",     "begin",
                "conceive",  "certify",    "attest",    "decree",      "brag",      "grumble",
                "quip",      "retort",     "mutter",    "publicize",   "publicise", "broadcast",
                "telegraph", "concur",     "chronicle"},
               lemma)) {
    return AttributionKind::kSaid;
  }
  return std::nullopt;
}

bool is_hearing_verb(std::string_view lemma) { return contains({"hear", "learn"}, lemma); }

bool is_forum(std::string_view lemma) {
  return contains({"court", "jury", "tribunal", "inquest", "inquiry", "hearing", "committee",
                   "panel", "trial", "commission"},
                  lemma);
}

bool is_claim_about_oneself(std::string_view lemma) {
  return contains({"claim", "deny", "admit", "acknowledge", "confess", "profess", "purport",
                   "allege", "report", "recall", "dispute", "boast", "describe", "mention"},
                  lemma);
}

bool is_denying_verb(std::string_view lemma) {
  return contains({"deny", "doubt", "dispute", "reject", "refute", "rebut", "dismiss", "disprove",
                   "contest", "disavow", "repudiate"},
                  lemma);
}

bool hands_on_negation(std::string_view lemma) {
  return contains({"think", "believe", "expect", "suppose", "imagine", "feel", "consider", "seem",
                   "appear", "want", "plan", "intend", "reckon"},
                  lemma);
}

bool is_factive(std::string_view lemma) {
  return contains({"know", "realize", "realise", "regret", "notice", "forget", "remember",
                   "discover", "reveal", "disclose", "mention", "care", "matter", "mind", "resent",
                   "recognize", "recognise", "acknowledge", "admit"},
                  lemma);
}

bool is_accusing_verb(std::string_view lemma) {
  return contains(
      {"accuse",    "suspect", "charge",  "blame",       "criticize", "criticise", "denounce",
       "condemn",   "indict",  "impeach", "fault",       "arraign",   "sue",       "prosecute",
       "implicate", "arrest",  "detain",  "investigate", "slam",      "lambast"},
      lemma);
}

bool is_clearing_verb(std::string_view lemma) {
  return contains({"acquit", "absolve", "clear", "exonerate"}, lemma);
}

bool is_preventing_verb(std::string_view lemma) {
  return contains({"prevent", "stop", "keep", "ban", "bar", "block", "prohibit", "deter",
                   "dissuade", "discourage", "restrain", "hinder", "forbid", "preclude", "suspend",
                   "disqualify", "exclude", "exempt", "restrict"},
                  lemma);
}

bool hands_on_to(std::string_view lemma, std::string_view preposition) {
  if (preposition == "on" || preposition == "upon") {
    return contains({"rely", "count", "depend", "bank"}, lemma);
  }
  return preposition == "for" && contains({"wait", "arrange"}, lemma);
}

bool is_getting_verb(std::string_view lemma) {
  return contains({"win", "receive", "get", "earn", "gain", "claim", "share", "collect", "take",
                   "accept", "face", "serve"},
                  lemma);
}

bool is_resulting_verb(std::string_view lemma) {
  return contains({"bring", "raise", "lift", "push", "mark", "make", "prompt", "spark", "trigger",
                   "cause", "force", "end", "fuel", "draw", "lead"},
                  lemma);
}

std::optional<AttributionKind> hearsay_adverb(std::string_view lower_form) {
  if (lower_form == "allegedly") return AttributionKind::kAlleged;
  if (lower_form == "reportedly") return AttributionKind::kReported;
  if (contains({"supposedly", "purportedly", "ostensibly", "reputedly"}, lower_form)) {
    return AttributionKind::kClaimed;
  }
  return std::nullopt;
}

std::optional<AttributionKind> hearsay_adjective(std::string_view lower_form) {
  if (contains({"alleged", "suspected"}, lower_form)) return AttributionKind::kAlleged;
  if (lower_form == "reported") return AttributionKind::kReported;
  if (contains({"supposed", "purported", "presumed", "putative", "reputed"}, lower_form)) {
    return AttributionKind::kClaimed;
  }
  return std::nullopt;
}

Modality modality_of_adjective(std::string_view lower_form) {
  if (contains({"planned", "proposed", "intended", "scheduled", "upcoming", "forthcoming",
                "prospective", "envisaged"},
               lower_form)) {
    return Modality::kPlanned;
  }
  if (contains({"possible", "potential", "hypothetical", "likely", "threatened", "feared"},
               lower_form)) {
    return Modality::kPossible;
  }
  return Modality::kAsserted;
}

bool is_doubting_adverb(std::string_view lower_form) {
  return contains({"perhaps", "maybe", "probably", "possibly", "likely", "presumably", "apparently",
                   "seemingly", "potentially", "conceivably", "arguably", "plausibly"},
                  lower_form);
}

std::optional<AttributionKind> claim_noun(std::string_view lemma) {
  if (contains({"allegation", "suspicion"}, lemma)) return AttributionKind::kAlleged;
  if (contains({"accusation", "charge"}, lemma)) return AttributionKind::kAccused;
  if (contains({"denial"}, lemma)) return AttributionKind::kDenied;
  if (contains({"report", "rumor", "rumour", "hearsay"}, lemma)) return AttributionKind::kReported;
  if (contains({"claim", "assertion", "insinuation", "belief", "view", "argument", "opinion",
                "suggestion", "contention", "theory", "speculation", "conclusion", "assumption",
                "notion"},
               lemma)) {
    return AttributionKind::kClaimed;
  }
  if (contains({"statement", "announcement", "remark", "comment", "admission", "assurance",
                "confirmation", "declaration", "warning", "testimony"},
               lemma)) {
    return AttributionKind::kSaid;
  }
  return std::nullopt;
}

bool is_accusing_noun(std::string_view lemma) {
  return contains({"allegation", "accusation", "charge", "claim", "suspicion"}, lemma);
}

Modality modality_of_noun(std::string_view lemma) {
  if (contains({"risk", "chance", "possibility", "likelihood", "probability", "danger", "hope",
                "fear", "threat", "prospect", "concern", "worry", "potential", "opportunity",
                "ability", "power", "right", "sign"},
               lemma)) {
    return Modality::kPossible;
  }
  if (contains({"need", "duty", "obligation", "requirement", "condition", "order", "necessity"},
               lemma)) {
    return Modality::kObliged;
  }
  if (contains({"demand", "request", "call", "appeal", "question"}, lemma)) return Modality::kAsked;
  return Modality::kAsserted;
}

bool is_negative_implicative(std::string_view lemma) {
  return contains({"fail", "refuse", "decline", "neglect", "forget", "omit", "avoid", "refrain",
                   "abstain", "unable", "unwilling", "impossible"},
                  lemma);
}

Modality modality_of_complement(std::string_view lemma) {
  if (contains({"plan",     "intend",   "hope",      "want",        "aim",      "seek",
                "try",      "attempt",  "promise",   "pledge",      "vow",      "threaten",
                "agree",    "offer",    "prepare",   "wish",        "decide",   "propose",
                "schedule", "strive",   "struggle",  "undertake",   "resolve",  "consider",
                "design",   "mean",     "swear",     "commit",      "conspire", "plot",
                "go",       "about",    "set",       "ready",       "due",      "poise",
                "slate",    "endeavor", "endeavour", "contemplate", "discuss",  "determined",
                "keen",     "eager",    "willing",   "volunteer",   "expect",   "anticipate"},
               lemma)) {
    return Modality::kPlanned;
  }
  if (contains(
          {"ask",    "demand",  "request",   "urge",     "order",   "call",      "beg",    "tell",
           "advise", "command", "recommend", "instruct", "invite",  "encourage", "appeal", "press",
           "direct", "implore", "beseech",   "insist",   "suggest", "plead",     "exhort", "pray"},
          lemma)) {
    return Modality::kAsked;
  }
  if (contains({"need", "have", "require", "oblige", "suppose", "got", "ought", "compel",
                "necessary", "essential", "vital", "imperative", "mandatory", "obligatory", "must"},
               lemma)) {
    return Modality::kObliged;
  }
  if (contains(
          {"seem",      "appear",  "tend",     "believe",  "think",    "allow",       "permit",
           "enable",    "likely",  "unlikely", "possible", "able",     "fear",        "risk",
           "doubt",     "presume", "guess",    "probable", "doubtful", "conceivable", "plausible",
           "uncertain", "unclear", "bound",    "sure",     "certain",  "liable",      "apt"},
          lemma)) {
    return Modality::kPossible;
  }
  return Modality::kAsserted;
}

Modality modality_of_object(std::string_view lemma) {
  if (contains({"demand", "request", "urge", "order", "recommend", "advocate", "require"}, lemma)) {
    return Modality::kAsked;
  }
  if (contains({"seek", "propose", "plan", "want", "threaten", "consider", "contemplate"}, lemma)) {
    return Modality::kPlanned;
  }
  if (contains({"block",   "oppose", "reject",   "prevent", "avert",    "avoid",    "cancel",
                "abandon", "scrap",  "veto",     "forbid",  "prohibit", "postpone", "thwart",
                "foil",    "resist", "preclude", "fear",    "expect",   "predict"},
               lemma)) {
    return Modality::kPossible;
  }
  return Modality::kAsserted;
}

Modality modality_of_auxiliary(std::string_view lemma) {
  if (contains({"will", "shall", "'ll", "wo", "’ll"}, lemma)) return Modality::kPlanned;
  if (contains({"can", "could", "may", "might", "ca"}, lemma)) return Modality::kPossible;
  if (contains({"must", "should", "ought"}, lemma)) return Modality::kObliged;
  if (contains({"would", "'d", "’d"}, lemma)) return Modality::kConditional;
  return Modality::kAsserted;
}

}  // namespace relata
