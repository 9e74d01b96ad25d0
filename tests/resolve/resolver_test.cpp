#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/resolution.hpp"
#include "relata/resolve/shared_value.hpp"
#include "resolve/profile_pool.hpp"
#include "resolve/record_builder.hpp"

namespace relata {
namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

std::vector<DocumentRecords> some_documents() {
  RecordBuilder a("a", "2025-01-03"), b("b", "2025-01-01"), c("c", "2025-01-02");
  a.person({"Gen. Zoë Nováková", "Nováková"});
  a.person({"Eva Cruz"});
  b.person({"Zoe Novakova"});
  c.person({"Novakova"});
  c.person({"Eva Maria Cruz"});
  c.person({"Jan Vos"});
  return {a.records(), b.records(), c.records()};
}

TEST(Resolver, DecidesAsOverAllDocumentsAtOnce) {
  const std::vector<DocumentRecords> documents = some_documents();
  Resolver resolver(lexicon());
  for (const DocumentRecords& document : documents) resolver.add(document);
  EXPECT_EQ(std::move(resolver).finish(), resolve_entities(documents, lexicon()));
}

TEST(Resolver, NeedsNoRecordsOnceTheyWereAdded) {
  std::vector<DocumentRecords> documents = some_documents();
  const Resolution expected = resolve_entities(documents, lexicon());
  Resolver resolver(lexicon());
  for (DocumentRecords& document : documents) {
    resolver.add(document);
    document = DocumentRecords();
  }
  EXPECT_EQ(std::move(resolver).finish(), expected);
}

TEST(Resolver, TakesDocumentsInAnyOrder) {
  const std::vector<DocumentRecords> documents = some_documents();
  const Resolution expected = resolve_entities(documents, lexicon());
  Resolver resolver(lexicon());
  std::vector<std::size_t> backwards;
  std::size_t last = expected.cluster_of.size();
  for (std::size_t d = documents.size(); d-- > 0;) {
    resolver.add(documents[d]);
    last -= documents[d].entities.size();
    for (std::size_t e = 0; e < documents[d].entities.size(); ++e) {
      backwards.push_back(expected.cluster_of[last + e]);
    }
  }
  const Resolution resolution = std::move(resolver).finish();
  EXPECT_EQ(resolution.cluster_of, backwards);
  EXPECT_EQ(resolution.merges, expected.merges);
}

TEST(Resolver, HasNoClustersOfNoDocuments) {
  EXPECT_EQ(Resolver(lexicon()).finish(), Resolution());
}

TEST(SharedString, KeepsWhatOthersHoldWhenItChanges) {
  SharedString text("Peru");
  const SharedString copy = text;
  text = "Chile";
  EXPECT_EQ(copy, "Peru");
  EXPECT_EQ(text, "Chile");
  text.clear();
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text, SharedString());
  EXPECT_NE(copy, text);
}

TEST(SharedList, KeepsWhatOthersHoldWhenItIsEdited) {
  SharedList<std::string> list;
  EXPECT_TRUE(list.empty());
  list.push_back("one");
  const SharedList<std::string> copy = list;
  EXPECT_EQ(&copy.front(), &list.front());
  list.push_back("two");
  EXPECT_EQ(copy.size(), 1U);
  EXPECT_EQ(list[1], "two");
}

TEST(ProfilePool, HoldsEqualNamesOnce) {
  const std::vector<DocumentRecords> documents = some_documents();
  EntityProfile first = profile_of(documents[0].entities[1], lexicon());
  EntityProfile same = profile_of(documents[0].entities[1], lexicon());
  EntityProfile other = profile_of(documents[1].entities[0], lexicon());
  const EntityProfile untouched = same;
  ASSERT_NE(&first.names.front(), &same.names.front());
  ProfilePool pool;
  for (EntityProfile* profile : {&first, &same, &other}) pool.share(*profile);
  EXPECT_EQ(&first.names.front(), &same.names.front());
  EXPECT_EQ(first.doc.data(), same.doc.data());
  EXPECT_NE(other.names, same.names);
  EXPECT_EQ(same, untouched);
}

}  // namespace
}  // namespace relata
