#include "relata/analysis/conllu.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/conllu_misc.hpp"
#include "analysis/entity_brackets.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kGold =
    "# newdoc id = port\n"
    "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"
    "# meta::title = Harbour news\n"
    "# meta::dateCreated = 2024-03-01\n"
    "# newpar\n"
    "# sent_id = port-1\n"
    "1\tHer\ther\tPRON\tPRP$\tPoss=Yes\t3\tnmod:poss\t_\tEntity=(2-person-new-n-cf1-3-coref(1-"
    "person-"
    "giv:act-n-cf2-1-ana)\n"
    "2\tPeruvian\tPeruvian\tADJ\tJJ\t_\t3\tamod\t_\tEntity=(3-place-new-n-cf1-1-sgl-Peru)\n"
    "3\tpilot\tpilot\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\tEntity=2)\n"
    "4-5\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "4\tdid\tdo\tAUX\tVBD\t_\t6\taux\t_\t_\n"
    "5\tn’t\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_\n"
    "6\tdock\tdock\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "6.1\tship\tship\tNOUN\tNN\t_\t_\t_\t6:obj\t_\n"
    "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n"
    "\n"
    "# newpar id = port-p2\n"
    "# sent_id = port-2\n"
    "1-2\tGonna\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tGoing\tgo\tVERB\tVBG\t_\t0\troot\t_\t_\n"
    "2\tto\tto\tPART\tTO\t_\t1\txcomp\t_\t_\n"
    "3\tAna\tAna\tPROPN\tNNP\t_\t1\tobj\t_\tEntity=(1-person-giv:inact-n-cf1-1-coref|NER=B-PER\n"
    "4\tRuiz\tRuiz\tPROPN\tNNP\t_\t3\tflat\t_\tEntity=1)|NER=I-PER\n"
    "\n";

const Analysis& only_analysis(const std::vector<std::pair<Document, Analysis>>& read) {
  return read.at(0).second;
}

std::string slice(const Document& document, Span span) {
  return document.text.substr(span.start, span.size());
}

TEST(ReadAnnotatedConllu, RebuildsTextAndSpans) {
  const auto read = read_annotated_conllu(kGold);
  ASSERT_THAT(read, SizeIs(1));
  const auto& [document, analysis] = read[0];
  EXPECT_EQ(document.id, "port");
  EXPECT_EQ(document.title, "Harbour news");
  EXPECT_EQ(document.date, "2024-03-01");
  EXPECT_EQ(document.text, "Her Peruvian pilot didn’t dock.\n\nGonna Ana Ruiz");
  ASSERT_THAT(document.blocks, SizeIs(2));
  EXPECT_EQ(slice(document, document.blocks[0].span), "Her Peruvian pilot didn’t dock.");
  EXPECT_EQ(slice(document, document.blocks[1].span), "Gonna Ana Ruiz");
  ASSERT_THAT(analysis.sentences, SizeIs(2));
  EXPECT_TRUE(analysis.sentences[1].paragraph_start);
  for (const Word& word : analysis.sentences[0].words) {
    EXPECT_EQ(slice(document, word.span), word.form);
  }
  EXPECT_EQ(analysis.sentences[0].words[3].token_end, 5U);
  EXPECT_EQ(analysis.sentences[0].words[4].token_end, 0U);
}

TEST(ReadAnnotatedConllu, WordsThatDoNotSpellTheirTokenShareItsSpan) {
  const auto read = read_annotated_conllu(kGold);
  const auto& words = only_analysis(read).sentences[1].words;
  EXPECT_EQ(words[0].form, "Going");
  EXPECT_EQ(slice(read[0].first, words[0].span), "Gonna");
  EXPECT_EQ(words[0].span, words[1].span);
}

TEST(ReadAnnotatedConllu, ReadsMentionsWithHeadsFormsAndDenseClusters) {
  const auto read = read_annotated_conllu(kGold);
  const auto& mentions = only_analysis(read).mentions;
  ASSERT_THAT(mentions, SizeIs(4));
  EXPECT_EQ(mentions[0].head, 2U);
  EXPECT_EQ(mentions[0].form, MentionForm::kNominal);
  EXPECT_EQ(mentions[1].form, MentionForm::kPronoun);
  EXPECT_EQ(mentions[2].form, MentionForm::kAdjective);
  EXPECT_EQ(mentions[2].type, MentionType::kPlace);
  EXPECT_EQ(mentions[3].form, MentionForm::kName);
  EXPECT_EQ(mentions[3].last, 3U);
  EXPECT_THAT((std::array{mentions[0].cluster, mentions[1].cluster, mentions[2].cluster,
                          mentions[3].cluster}),
              ElementsAre(0, 1, 2, 1));
  EXPECT_EQ(only_analysis(read).clusters, 3U);
}

TEST(ReadAnnotatedConllu, ReadsNames) {
  const auto read = read_annotated_conllu(kGold);
  EXPECT_THAT(only_analysis(read).names, ElementsAre(Name{1, 2, 3, NameType::kPerson}));
}

TEST(ReadAnnotatedConllu, PassesOverDiscontinuousMentions) {
  const auto read = read_annotated_conllu(
      "1\tOne\tone\tNUM\tCD\t_\t0\troot\t_\tEntity=(4[1/2]-object)\n"
      "2\ttwo\ttwo\tNUM\tCD\t_\t1\tconj\t_\tEntity=(4[2/2]-object)(5-object)\n\n");
  ASSERT_THAT(only_analysis(read).mentions, SizeIs(1));
  EXPECT_EQ(only_analysis(read).mentions[0].first, 1U);
}

struct BadLine {
  const char* line;
  const char* message;
};

TEST(ReadAnnotatedConllu, NamesLineAndByteOfAFault) {
  const std::string good = "# sent_id = x\n1\tHello\thello\tINTJ\tUH\t_\t0\troot\t_\t_\n";
  for (const auto& [line, message] : {
           BadLine{"2\tyou\tyou\tPRON\n", "4 columns"},
           BadLine{"3\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\t_\n", "expected 2"},
           BadLine{"2\tyou\tyou\tPRONOUN\tPRP\t_\t1\tobj\t_\t_\n", "UPOS"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t7\tobj\t_\t_\n", "HEAD 7"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t_\tobj\t_\t_\n", "HEAD"},
           BadLine{"2-1\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\t_\n", "range"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\tEntity=(1-person\n", "not closed"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\tEntity=1)\n", "not opened"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\tEntity=(1-thing)\n", "unknown type"},
           BadLine{"2\tyou\tyou\tPRON\tPRP\t_\t1\tobj\t_\tNER=B-GPE\n", "NER"},
           BadLine{"2\ty\xFFu\tyou\tPRON\tPRP\t_\t1\tobj\t_\t_\n", "UTF-8"},
       }) {
    try {
      read_annotated_conllu(good + line + "\n");
      ADD_FAILURE() << line;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(message));
      EXPECT_EQ(error.place().line, 3U) << message;
      EXPECT_EQ(error.place().offset, good.size() + (std::string_view(message) == "UTF-8" ? 3 : 0));
    }
  }
}

TEST(ReadAnnotatedConllu, NothingGivesNoDocument) {
  EXPECT_THAT(read_annotated_conllu(""), IsEmpty());
  EXPECT_THAT(read_annotated_conllu("# a comment\n\n"), IsEmpty());
}

TEST(ParseEntityBrackets, ReadsAllOfAWord) {
  const auto brackets = parse_entity_brackets("1)(2-person(3-place)", {});
  ASSERT_TRUE(brackets.has_value());
  ASSERT_THAT(*brackets, SizeIs(3));
  EXPECT_TRUE(!(*brackets)[0].opens && (*brackets)[0].closes && (*brackets)[0].id == "1");
  EXPECT_TRUE((*brackets)[1].opens && !(*brackets)[1].closes && (*brackets)[1].type == "person");
  EXPECT_TRUE((*brackets)[2].opens && (*brackets)[2].closes && (*brackets)[2].type == "place");
  for (const char* bad : {"x", "()", "(", ")", "1)2", "(1-a))"}) {
    EXPECT_FALSE(parse_entity_brackets(bad, {}).has_value()) << bad;
  }
}

TEST(ParseEntityFields, KnowsGumsNames) {
  const EntityFields fields = parse_entity_fields("infstat-GRP-etype");
  EXPECT_EQ(fields.id, 1U);
  EXPECT_EQ(fields.type, 2U);
}

TEST(ReadAnnotatedConllu, SurvivesAnyDamage) {
  // Every prefix, and every byte replaced by one that means something: read or refused, no worse.
  const std::string whole(kGold);
  std::size_t refused = 0;
  const auto survives = [&refused](const std::string& bytes) {
    try {
      for (const auto& [document, analysis] : read_annotated_conllu(bytes)) {
        StringSink sink;
        write_conllu(document, analysis, sink);
        read_annotated_conllu(sink.text());
      }
    } catch (const Error&) {
      ++refused;
    }
  };
  for (std::size_t i = 0; i < whole.size(); ++i) {
    survives(whole.substr(0, i));
    for (const char c : {'\n', '\t', '(', ')', '-', '9', '\\'}) {
      std::string damaged = whole;
      damaged[i] = c;
      survives(damaged);
    }
  }
  EXPECT_GT(refused, 1000U);
}

TEST(EscapeSpaces, IsUndone) {
  const std::string spaces = " \t\r\n|\\\xC2\xA0";
  EXPECT_EQ(escape_spaces(spaces), "\\s\\t\\r\\n\\p\\\\\xC2\xA0");
  EXPECT_EQ(unescape_spaces(escape_spaces(spaces)), spaces);
  EXPECT_EQ(unescape_spaces("\\x"), std::nullopt);
  EXPECT_EQ(unescape_spaces("\\"), std::nullopt);
}

std::string written(const Document& document, const Analysis& analysis) {
  StringSink sink;
  write_conllu(document, analysis, sink);
  return sink.text();
}

TEST(WriteConllu, WritesWhatWasRead) {
  const auto read = read_annotated_conllu(kGold);
  const std::string out = written(read[0].first, read[0].second);
  EXPECT_THAT(out, HasSubstr("4-5\tdidn’t\t_\t_\t_\t_\t_\t_\t_\t_\n"));
  EXPECT_THAT(out, HasSubstr("# text = Her Peruvian pilot didn’t dock.\n"));
  EXPECT_THAT(out, HasSubstr("\tEntity=(1-person(2-person)\n"));
  const auto again = read_annotated_conllu(out);
  ASSERT_THAT(again, SizeIs(1));
  EXPECT_EQ(again[0].first.text, read[0].first.text);
  EXPECT_EQ(again[0].first.blocks, read[0].first.blocks);
  EXPECT_EQ(again[0].second, read[0].second);
  EXPECT_EQ(written(again[0].first, again[0].second), out);
}

TEST(WriteConllu, KeepsEveryCharacterOfTheText) {
  // White space of all kinds before, between and after the words.
  Document document;
  document.id = "spaces";
  document.text = "\n A\xC2\xA0 b|c.D \n\n\tE\r\n";
  Analysis analysis;
  const auto add = [&](std::initializer_list<std::string_view> forms, std::size_t from) {
    Sentence sentence;
    for (const std::string_view form : forms) {
      Word word;
      const std::size_t at = document.text.find(form, from);
      word.span = {at, at + form.size()};
      word.form = form;
      word.lemma = form;
      word.feats = "_";
      word.deprel = sentence.words.empty() ? "root" : "dep";
      word.head = sentence.words.empty() ? 0 : 1;
      from = word.span.end;
      sentence.words.push_back(word);
    }
    sentence.span = {sentence.words.front().span.start, from};
    sentence.sent_id = "s" + std::to_string(analysis.sentences.size());
    analysis.sentences.push_back(sentence);
    return from;
  };
  const std::size_t at = add({"A", "b|c", "."}, 0);
  add({"E"}, add({"D"}, at));
  analysis.sentences[0].paragraph_start = true;
  const auto read = read_annotated_conllu(written(document, analysis));
  ASSERT_THAT(read, SizeIs(1));
  EXPECT_EQ(read[0].first.text, document.text);
  EXPECT_EQ(read[0].second, analysis);
}

std::optional<std::filesystem::path> shared_folder() {
  const char* told = std::getenv("RELATA_SHARED");
  const std::filesystem::path path =
      told ? std::filesystem::path(told) : std::filesystem::path(RELATA_SOURCE_DIR) / "../shared";
  if (!std::filesystem::exists(path / "data/nlp/gum/dev.conllu")) return std::nullopt;
  return path;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Treebanks, SurviveReadingAndWriting) {
  const auto shared = shared_folder();
  if (!shared) GTEST_SKIP() << "no treebanks beside the project";
  for (const char* name : {"gum/dev", "ewt/dev"}) {
    const auto gold = *shared / "data/nlp" / (std::string(name) + ".conllu");
    const auto read = read_annotated_conllu(read_file(gold));
    StringSink sink;
    for (const auto& [document, analysis] : read) {
      const auto again = read_annotated_conllu(written(document, analysis));
      ASSERT_THAT(again, SizeIs(1));
      EXPECT_EQ(again[0].first.text, document.text);
      EXPECT_EQ(again[0].second, analysis);
      write_conllu(document, analysis, sink);
    }
    const auto out = std::filesystem::path(::testing::TempDir()) / "treebank.conllu";
    std::ofstream(out, std::ios::binary) << sink.text();
    const auto scorer = *shared / "eval/nlp_score.py";
    const auto score = [&](const char* command) {
      const auto table = std::filesystem::path(::testing::TempDir()) / "treebank.txt";
      const std::string call = "python3 '" + scorer.string() + "' " + command + " --json '" +
                               gold.string() + "' '" + out.string() + "' > '" + table.string() +
                               "'";
      EXPECT_EQ(std::system(call.c_str()), 0);
      return read_file(table);
    };
    EXPECT_THAT(score("parse"), HasSubstr("1.0"));
    if (std::string_view(name) == "gum/dev") {
      EXPECT_THAT(score("mentions"), HasSubstr("\"f1\": 1.0"));
    }
  }
}

}  // namespace
}  // namespace relata
