#include "relata/graph/entity_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "resolve/record_builder.hpp"

namespace relata {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

BuiltGraph build(const std::vector<DocumentRecords>& documents, const GraphOptions& options = {}) {
  return build_graph(documents, resolve_entities(documents, lexicon()), lexicon(), options);
}

std::vector<std::string> labels(const BuiltGraph& built) {
  std::vector<std::string> list;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(built.graph.graph))) {
    list.push_back(built.graph.graph[vertex].label.str());
  }
  return list;
}

const Node& node(const BuiltGraph& built, const std::string& label) {
  for (const auto vertex : boost::make_iterator_range(boost::vertices(built.graph.graph))) {
    if (built.graph.graph[vertex].label == label) return built.graph.graph[vertex];
  }
  throw std::runtime_error("no node " + label);
}

/// "Peru -[signed]-> treaty", in the order of the graph.
std::vector<std::string> edges(const BuiltGraph& built) {
  const BoostGraph& graph = built.graph.graph;
  std::vector<std::string> list;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    list.push_back(graph[boost::source(edge, graph)].label + " -[" + graph[edge].label + "]-> " +
                   graph[boost::target(edge, graph)].label);
  }
  return list;
}

const Fact& only_edge(const BuiltGraph& built) {
  const auto range = boost::edges(built.graph.graph);
  if (std::distance(range.first, range.second) != 1) throw std::runtime_error("not one edge");
  return built.graph.graph[*range.first];
}

TEST(BuildGraph, MergesWhatSeveralSentencesSay) {
  RecordBuilder a("a"), b("b");
  a.triple(a.person({"Zoe Novakova"}), "founded", a.name(EntityType::kOrganization, {"Acme"}));
  auto& later =
      b.triple(b.person({"Zoe Nováková"}), "founded", b.name(EntityType::kOrganization, {"Acme"}));
  later.sentence.text = "In a garage, long ago, Acme was begun by Nováková.";
  const BuiltGraph built = build({a.records(), b.records()});
  EXPECT_EQ(built.counts.nodes, 2U);
  const Fact& fact = only_edge(built);
  EXPECT_EQ(fact.support, 2U);
  EXPECT_EQ(fact.documents, 2U);
  EXPECT_EQ(prefixed_type(fact), "FOUNDED");
}

TEST(BuildGraph, CountsWireCopyOnce) {
  RecordBuilder a("a"), b("b");
  const std::string copy = "Zoe Novakova founded Acme in the spring of the year 1999 in Lima, Peru";
  for (RecordBuilder* builder : {&a, &b}) {
    auto& triple = builder->triple(builder->person({"Zoe Novakova"}), "founded",
                                   builder->name(EntityType::kOrganization, {"Acme"}));
    triple.sentence.text = builder == &a ? copy + "." : copy + ", agencies say.";
  }
  const BuiltGraph built = build({a.records(), b.records()});
  EXPECT_EQ(only_edge(built).support, 1U);
  EXPECT_EQ(only_edge(built).documents, 2U);
}

TEST(BuildGraph, CountsPublishersBesideDocuments) {
  std::vector<DocumentRecords> documents;
  for (const auto& [doc, url] : {std::pair("a", "https://www.example.org/zoe"),
                                 std::pair("b", "http://EXAMPLE.org/acme?p=2"),
                                 std::pair("c", "https://news.example.net/"), std::pair("d", "")}) {
    RecordBuilder builder(doc);
    builder.triple(builder.person({"Zoe Novakova"}), "founded",
                   builder.name(EntityType::kOrganization, {"Acme"}));
    documents.push_back(builder.records());
    documents.back().document.url = url;
  }
  const BuiltGraph built = build(documents);
  EXPECT_EQ(only_edge(built).support, 1U);
  EXPECT_EQ(only_edge(built).documents, 4U);
  EXPECT_EQ(only_edge(built).sources, 2U);
}

TEST(BuildGraph, KeepsClaimsPlansAndDenialsApartFromFacts) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto acme = a.name(EntityType::kOrganization, {"Acme"});
  const auto police = a.name(EntityType::kOrganization, {"Lima Police"});
  a.triple(zoe, "robbed", acme);
  a.triple(zoe, "robbed", acme).attribution = Attribution{police, "police", "said"};
  a.triple(zoe, "robbed", acme).modality = Modality::kPlanned;
  auto& denied = a.triple(zoe, "robbed", acme);
  denied.polarity = Polarity::kNegative;
  denied.attribution = Attribution{"unnamed", "", "reportedly"};
  const BuiltGraph built = build({a.records()});
  std::vector<std::string> types;
  for (const auto edge : boost::make_iterator_range(boost::edges(built.graph.graph))) {
    const Fact& fact = built.graph.graph[edge];
    types.push_back(prefixed_type(fact));
    EXPECT_EQ(fact.support, 1U);
    if (prefixed_type(fact) == "CLAIMED_ROBBED") {
      EXPECT_THAT(fact.attributed_to, ElementsAre(node(built, "Lima Police").id.str()));
    }
  }
  EXPECT_THAT(types,
              ElementsAre("CLAIMED_NOT_ROBBED", "CLAIMED_ROBBED", "POSSIBLY_ROBBED", "ROBBED"));
}

TEST(BuildGraph, TurnsAPassiveWithItsAgentRound) {
  RecordBuilder a("a");
  auto& triple = a.triple(a.name(EntityType::kOrganization, {"Acme"}), "was robbed by",
                          a.person({"Zoe Novakova"}));
  triple.relation.active_text = "robbed";
  triple.relation.type = "ROB_BY";
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("Zoe Novakova -[robbed]-> Acme"));
  EXPECT_EQ(only_edge(build({a.records()})).type, "ROB");
}

TEST(BuildGraph, PrefersTheFoldedTriple) {
  RecordBuilder a("a");
  const auto france = a.name(EntityType::kPlace, {"France"});
  const auto officer = a.described(EntityType::kPerson, {"intelligence officer"});
  const auto release = a.described(EntityType::kEvent, {"immediate release"});
  a.triple(france, "demanded", release);
  a.triple(france, "demanded release of", officer, TripleKind::kFolded);
  a.join_statement();
  EXPECT_THAT(edges(build({a.records()})),
              ElementsAre("France -[demanded release of]-> intelligence officer"));
}

TEST(BuildGraph, DropsLongerTriplesOfALinkedStatement) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto acme = a.name(EntityType::kOrganization, {"Acme"});
  const auto lima = a.name(EntityType::kPlace, {"Lima"});
  a.triple(zoe, "founded", acme);
  a.triple(zoe, "founded Acme in", lima);
  a.join_statement();
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("Zoe Novakova -[founded]-> Acme"));
}

TEST(BuildGraph, KeepsPhrasesOfAStatementWithoutObject) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  a.literal(zoe, "was arrested on", "Monday");
  a.triple(zoe, "was arrested in", a.name(EntityType::kPlace, {"Lima"}));
  a.join_statement();
  const BuiltGraph built = build({a.records()});
  EXPECT_THAT(edges(built), ElementsAre("Zoe Novakova -[was arrested in]-> Lima"));
  EXPECT_THAT(node(built, "Zoe Novakova").facts, ElementsAre("was arrested on: Monday"));
}

TEST(BuildGraph, PutsDescriptionsOnTheNode) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  a.literal(zoe, "was", "a Dutch painter").relation.lemma = "be";
  a.literal(zoe, "was", "corrupt").attribution = Attribution{"unnamed", "the opposition", "said"};
  const BuiltGraph built = build({a.records()});
  EXPECT_THAT(node(built, "Zoe Novakova").facts, ElementsAre("was: Dutch painter"));
  EXPECT_THAT(node(built, "Zoe Novakova").claims,
              ElementsAre("was: corrupt (according to unnamed sources)"));
  EXPECT_EQ(built.counts.literal_facts, 2U);
}

TEST(BuildGraph, LinksAGovernmentToItsCountry) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  const auto junta = a.described(EntityType::kOrganization, {"Peru's junta"});
  auto& triple = a.triple(peru, "has", junta, TripleKind::kPossessive);
  triple.object->text = "junta";
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("Peru's junta -[government of]-> Peru"));
}

TEST(BuildGraph, CallsAuthoritiesTheGovernmentButNotWhoLeadsThem) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  const auto authorities = a.described(EntityType::kOrganization, {"Peruvian authorities"});
  const auto zoe = a.person({"Zoe Novakova"});
  a.triple(authorities, "authorities of", peru, TripleKind::kCompound);
  a.triple(zoe, "junta leader of", peru, TripleKind::kCompound);
  EXPECT_THAT(edges(build({a.records()})),
              UnorderedElementsAre("Peruvian authorities -[government of]-> Peru",
                                   "Zoe Novakova -[junta leader of]-> Peru"));
}

TEST(BuildGraph, MakesNoNodeOfWhatIsNothing) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  a.entity(peru).mentions = 3;
  const auto move = a.described(EntityType::kEvent, {"move"});
  const auto somebody = a.described(EntityType::kPerson, {"man"});
  a.entity(somebody).specific = false;
  a.triple(peru, "announced", move);
  const auto other = a.described(EntityType::kPerson, {"woman"});
  a.entity(other).specific = false;
  a.triple(other, "met", somebody);
  EXPECT_THAT(labels(build({a.records()})), ElementsAre("Peru"));
  GraphOptions named;
  named.nodes = NodeSelection::kNamed;
  a.triple(peru, "expelled", a.described(EntityType::kGroup, {"eleven senior officers"}));
  EXPECT_THAT(labels(build({a.records()})), UnorderedElementsAre("Peru", "eleven senior officers"));
  EXPECT_THAT(labels(build({a.records()}, named)), ElementsAre("Peru"));
}

TEST(BuildGraph, KnowsWhatATextComesBackTo) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  const auto once = a.described(EntityType::kOther, {"mercury poisoning"});
  const auto again = a.described(EntityType::kOther, {"iodine deficiency"});
  a.entity(again).mentions = 2;
  const auto drone = a.described(EntityType::kObject, {"drone"});
  a.entity(drone).mentions = 3;
  const auto move = a.described(EntityType::kEvent, {"move"});
  a.entity(move).mentions = 3;
  for (const auto& other : {once, again, drone, move}) a.triple(peru, "told of", other);
  EXPECT_THAT(labels(build({a.records()})),
              UnorderedElementsAre("Peru", "iodine deficiency", "drone"));
}

TEST(BuildGraph, KnowsPeopleBesideANamedParty) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  const auto farmers = a.described(EntityType::kGroup, {"farmers"});
  a.entity(farmers).specific = false;
  a.triple(peru, "expelled", farmers);
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("Peru -[expelled]-> farmers"));
}

TEST(BuildGraph, KnowsBareBodiesByWhatTheyDoToANamedParty) {
  RecordBuilder a("a");
  const auto somebody = a.person({"Zoe Larnex"});
  const auto police = a.described(EntityType::kOrganization, {"police"});
  const auto hospital = a.described(EntityType::kOrganization, {"hospital"});
  for (const auto& body : {police, hospital}) a.entity(body).specific = false;
  a.triple(police, "arrested", somebody);
  a.triple(somebody, "was taken to", hospital);
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("police -[arrested]-> Zoe Larnex"));
}

TEST(BuildGraph, TellsWhosePeopleAreWhereTheyAct) {
  RecordBuilder a("a");
  const auto firm = a.name(EntityType::kOrganization, {"Larnex Holdings"});
  const auto clients = a.described(EntityType::kGroup, {"clients"});
  const auto guards = a.described(EntityType::kGroup, {"guards"});
  a.triple(clients, "clients of", firm).rule = "possessive/role";
  a.triple(guards, "guards of", firm).rule = "possessive/role";
  a.triple(guards, "arrested", a.person({"Zoe Novakova"}));
  EXPECT_THAT(edges(build({a.records()})),
              UnorderedElementsAre("guards -[guards of]-> Larnex Holdings",
                                   "guards -[arrested]-> Zoe Novakova"));
}

TEST(BuildGraph, ReadsALabelAwayFromItsSentence) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  a.triple(zoe, "were also arrested in", peru);
  a.triple(zoe, "is believed to have secretly sold two old pistols to", peru);
  EXPECT_THAT(edges(build({a.records()})),
              UnorderedElementsAre("Zoe Novakova -[was arrested in]-> Peru",
                                   "Zoe Novakova -[secretly sold two old pistols to]-> Peru"));
}

TEST(BuildGraph, LeavesOutToWhomInGeneralSomethingWasTold) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto reporters = a.described(EntityType::kGroup, {"reporters"});
  a.triple(zoe, "told", reporters).relation.lemma = "tell";
  a.literal(zoe, "told reporters", "that she had left").rule = "clause/complement";
  a.join_statement();
  EXPECT_TRUE(edges(build({a.records()})).empty());
}

TEST(BuildGraph, GivesUniqueReadableLabels) {
  RecordBuilder a("a"), b("b");
  a.person({"Sam Novak"});
  b.name(EntityType::kOrganization, {"Gen. Sam Novak Society"});
  const auto son = b.person({"Sam Novak Jr."});
  b.entity(son).descriptions = {"trade envoy"};
  const BuiltGraph built = build({a.records(), b.records()});
  const std::vector<std::string> all = labels(built);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
  EXPECT_THAT(all, Contains("Sam Novak"));
}

TEST(BuildGraph, TellsBodiesOfOneNameByTheirCountries) {
  const auto body_of = [](const char* doc, const std::string& country) {
    RecordBuilder records(doc);
    const auto body = records.name(EntityType::kOrganization, {"High Court"});
    const auto of = records.name(EntityType::kPlace, {country});
    records.triple(body, "of", of, TripleKind::kCompound).subject.text = "the High Court";
    return records.records();
  };
  EXPECT_THAT(labels(build({body_of("a", "Peru"), body_of("b", "Chile"), body_of("c", "Ghana")})),
              UnorderedElementsAre("High Court (Peru)", "High Court (Chile)", "High Court (Ghana)",
                                   "Peru", "Chile", "Ghana"));
  EXPECT_THAT(labels(build({body_of("a", "Peru")})), UnorderedElementsAre("High Court", "Peru"));
}

TEST(BuildGraph, TellsPlacesOfOneNameByWhereTheyLie) {
  const auto town_in = [](const char* doc, const std::string& around) {
    RecordBuilder records(doc);
    records.put_in(records.name(EntityType::kPlace, {"Larnex"}),
                   records.name(EntityType::kPlace, {around}));
    return records.records();
  };
  EXPECT_THAT(
      labels(build({town_in("a", "Peru"), town_in("b", "New Brunswick"), town_in("c", "Ontario")})),
      UnorderedElementsAre("Larnex (Peru)", "Larnex (New Brunswick)", "Larnex (Ontario)", "Peru",
                           "New Brunswick", "Ontario"));
  EXPECT_THAT(labels(build({town_in("a", "Ontario")})), UnorderedElementsAre("Larnex", "Ontario"));
}

TEST(BuildGraph, TakesNoLawForABody) {
  const auto class_of = [](const char* description) {
    RecordBuilder a("a");
    const auto peru = a.name(EntityType::kPlace, {"Peru"});
    a.triple(peru, "upheld", a.described(EntityType::kOther, {description}));
    return node(build({a.records()}), description).node_class;
  };
  EXPECT_EQ(class_of("strict law"), NodeClass::kOther);
  EXPECT_EQ(class_of("strong government"), NodeClass::kOrganization);
  EXPECT_EQ(class_of("new agency"), NodeClass::kOrganization);
}

TEST(BuildGraph, CutsLongLabelsBeforeWhatFollowsTheirNoun) {
  RecordBuilder a("a");
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  const auto trucks = a.described(EntityType::kObject,
                                  {"over 355,000 pickup trucks across the whole of the country"});
  a.triple(peru, "recalls", trucks);
  EXPECT_THAT(edges(build({a.records()})),
              ElementsAre("Peru -[recalls]-> over 355,000 pickup trucks"));
}

TEST(BuildGraph, TakesAnAdjectiveOfNoCountryForNobody) {
  const auto has_edge = [](const char* who) {
    RecordBuilder a("a");
    const auto somebody = a.person({who});
    a.entity(somebody).adjective = true;
    a.triple(somebody, "left", a.name(EntityType::kOrganization, {"Larnex Guard"}));
    return !edges(build({a.records()})).empty();
  };
  EXPECT_TRUE(has_edge("Portuguese"));
  EXPECT_FALSE(has_edge("Most"));
}

TEST(BuildGraph, CallsAThingWithoutItsOwner) {
  RecordBuilder a("a");
  const auto body = a.name(EntityType::kOrganization, {"Peru's Larnexo", "Larnexo"});
  a.triple(body, "closed", a.name(EntityType::kOrganization, {"Skien's High Court"}));
  EXPECT_THAT(edges(build({a.records()})), ElementsAre("Larnexo -[closed]-> Skien's High Court"));
}

TEST(BuildGraph, KeepsAPossessorThatIsPartOfTheName) {
  RecordBuilder a("a");
  const auto party = a.name(EntityType::kOrganization, {"Skien Workers' Party", "Party"});
  a.triple(party, "closed", a.name(EntityType::kOrganization, {"Women's Larnexo", "Larnexo"}));
  EXPECT_THAT(edges(build({a.records()})),
              ElementsAre("Skien Workers' Party -[closed]-> Women's Larnexo"));
}

TEST(BuildGraph, SaysWhereADescribedThingIs) {
  const auto label_of = [](const std::string& description, EntityType type = EntityType::kObject) {
    RecordBuilder a("a");
    const auto zoe = a.person({"Zoe Novakova"});
    a.triple(zoe, "saw", a.described(type, {description}));
    return edges(build({a.records()})).front();
  };
  EXPECT_EQ(label_of("building fire in Lima, Callao region, Peru"),
            "Zoe Novakova -[saw]-> building fire in Lima");
  EXPECT_EQ(label_of("harsh \"state"), "Zoe Novakova -[saw]-> harsh state");
  EXPECT_EQ(label_of("Larnex (LNX) drone strike", EntityType::kEvent),
            "Zoe Novakova -[saw]-> Larnex drone strike");
  EXPECT_EQ(label_of("old dam (1931)"), "Zoe Novakova -[saw]-> old dam");
  EXPECT_EQ(label_of("13\" screen"), "Zoe Novakova -[saw]-> 13\" screen");
  EXPECT_EQ(label_of("old dam responsible for the flood"), "Zoe Novakova -[saw]-> old dam");
  EXPECT_EQ(label_of("building fire in a back street"), "Zoe Novakova -[saw]-> building fire");
  EXPECT_EQ(label_of("building fire in Lima and across Peru"),
            "Zoe Novakova -[saw]-> building fire in Lima");
  EXPECT_EQ(label_of("building fire near the old Callao harbour gate of Lima"),
            "Zoe Novakova -[saw]-> building fire");
  EXPECT_EQ(label_of("Peruvian embassy in Lima"), "Zoe Novakova -[saw]-> Peruvian embassy in Lima");
  EXPECT_EQ(label_of("Peruvian strike on a school", EntityType::kEvent),
            "Zoe Novakova -[saw]-> Peruvian strike on a school");
  // A phrase is not cut in its middle, if nine words hold it.
  EXPECT_EQ(label_of("fire at an old Peruvian government data centre in Lima"),
            "Zoe Novakova -[saw]-> fire at an old Peruvian government data centre");
  EXPECT_EQ(label_of("portrait of one two three four five six seven eight"),
            "Zoe Novakova -[saw]-> portrait of one two three four");
  EXPECT_EQ(label_of("old portrait of one two three of four five six seven eight"),
            "Zoe Novakova -[saw]-> old portrait");
}

TEST(BuildGraph, CallsCountriesCountries) {
  RecordBuilder a("a");
  a.name(EntityType::kOrganization, {"Peru"});
  a.name(EntityType::kPlace, {"Lima"});
  const BuiltGraph built = build({a.records()});
  EXPECT_EQ(node(built, "Peru").node_class, NodeClass::kCountry);
  EXPECT_EQ(node(built, "Lima").node_class, NodeClass::kPlace);
}

TEST(BuildGraph, FoldsTheRarestTypesToTheirVerb) {
  RecordBuilder a("a");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto acme = a.name(EntityType::kOrganization, {"Acme"});
  const auto peru = a.name(EntityType::kPlace, {"Peru"});
  a.triple(zoe, "sued", acme);
  a.triple(zoe, "sued", peru);
  a.triple(zoe, "rely on", acme);
  a.triple(peru, "rely upon", acme);
  GraphOptions options;
  options.max_types = 2;
  const BuiltGraph built = build({a.records()}, options);
  std::set<std::string> types;
  for (const auto edge : boost::make_iterator_range(boost::edges(built.graph.graph))) {
    types.insert(prefixed_type(built.graph.graph[edge]));
  }
  EXPECT_THAT(types, UnorderedElementsAre("SUED", "RELY"));
  EXPECT_EQ(built.counts.types_folded, 2U);
}

/// A small world whose entities meet in many documents.
std::vector<DocumentRecords> small_world() {
  std::mt19937 random(11);
  const std::vector<std::string> people = {"Zoe Novakova", "Novakova", "Eva Cruz", "Sam Lee"};
  const std::vector<std::string> bodies = {"Acme", "Peru", "Lima Police", "France"};
  std::vector<DocumentRecords> documents;
  for (std::size_t d = 0; d < 10; ++d) {
    RecordBuilder builder("doc" + std::to_string(d), "2025-01-" + std::to_string(10 + d));
    const auto zoe = builder.person({people[random() % people.size()]});
    const auto body = builder.name(EntityType::kOrganization, {bodies[random() % bodies.size()]});
    const auto group = builder.described(EntityType::kGroup, {"several angry farmers"});
    builder.triple(zoe, "sued", body);
    builder.triple(group, "met", zoe);
    builder.literal(body, "was", "closed");
    documents.push_back(builder.records());
  }
  return documents;
}

std::vector<std::string> summary(const BuiltGraph& built) {
  std::vector<std::string> lines;
  const BoostGraph& graph = built.graph.graph;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    const Node& node = graph[vertex];
    std::string line = node.id.str() + ' ' + node.label;
    for (const auto& list : {node.aliases, node.formerly, node.facts, node.entities}) {
      for (const std::string_view text : list) (line += '|') += text;
    }
    lines.push_back(std::move(line));
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    const Fact& fact = graph[edge];
    lines.push_back(graph[boost::source(edge, graph)].id.str() +
                    graph[boost::target(edge, graph)].id.str() + fact.id.str() + fact.label +
                    std::to_string(fact.support) +
                    EvidenceReader(built.graph.evidence).best(fact.evidence).sentence.text);
  }
  return lines;
}

TEST(BuildGraph, IsTheSameForDocumentsInAnyOrder) {
  std::vector<DocumentRecords> documents = small_world();
  const std::vector<std::string> first = summary(build(documents));
  std::mt19937 random(3);
  for (int round = 0; round < 10; ++round) {
    std::shuffle(documents.begin(), documents.end(), random);
    ASSERT_EQ(summary(build(documents)), first);
  }
}

TEST(BuildGraph, KeepsIdsWhenLaterDocumentsCome) {
  std::vector<DocumentRecords> documents = small_world();
  const std::vector<DocumentRecords> before(documents.begin(), documents.begin() + 6);
  const BuiltGraph some = build(before);
  const BuiltGraph all = build(documents);
  std::set<std::string> ids;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(all.graph.graph))) {
    ids.insert(all.graph.graph[vertex].id.str());
    // What merged into it may be found by the id it had.
    const auto& formerly = all.graph.graph[vertex].formerly;
    ids.insert(formerly.begin(), formerly.end());
  }
  for (const auto vertex : boost::make_iterator_range(boost::vertices(some.graph.graph))) {
    EXPECT_THAT(ids, Contains(some.graph.graph[vertex].id.str()));
  }
}

TEST(BuildGraph, OrdersVerticesAndEdgesByIds) {
  const BuiltGraph built = build(small_world());
  const BoostGraph& graph = built.graph.graph;
  for (Vertex v = 0; v + 1 < boost::num_vertices(graph); ++v) {
    EXPECT_LT(graph[v].id, graph[v + 1].id);
    EXPECT_EQ(graph[v].id.str().size(), 13U);
    EXPECT_EQ(graph[v].id.str()[0], 'n');
  }
}

TEST(BuildGraph, OfNothingIsEmpty) {
  const BuiltGraph built = build({});
  EXPECT_EQ(built.counts.nodes, 0U);
  EXPECT_THAT(built.graph.literals, IsEmpty());
}

TEST(BuildGraph, CallsWhatHasNoNameByTheWordsThatMostDocumentsUse) {
  const auto label = [](std::size_t brief) {
    std::vector<DocumentRecords> documents;
    for (std::size_t i = 0; i <= brief; ++i) {
      RecordBuilder records("d" + std::to_string(i));
      const auto forces = records.described(
          EntityType::kOrganization, {i == 0 ? "Peruvian forces in Callao" : "Peruvian forces"});
      records.triple(forces, "left", records.name(EntityType::kPlace, {"Skien"}));
      documents.push_back(records.records());
    }
    return labels(build(documents));
  };
  EXPECT_THAT(label(1), UnorderedElementsAre("Skien", "Peruvian forces in Callao"));
  EXPECT_THAT(label(3), UnorderedElementsAre("Skien", "Peruvian forces"));
}

}  // namespace
}  // namespace relata
