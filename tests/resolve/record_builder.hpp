// Small records made by hand, for the tests of resolve and graph.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "relata/extract/record.hpp"

namespace relata {

/// One document, its entities and triples. Every entity gets the next offset of the text; every
/// triple a statement and a sentence of its own.
class RecordBuilder {
 public:
  explicit RecordBuilder(std::string doc, std::string date = "2025-08-11") {
    records_.document.doc = std::move(doc);
    records_.document.date = std::move(date);
    records_.document.language = "en";
  }

  /// A named entity; the first name is the one to show. Returns its id.
  std::string name(EntityType type, std::vector<std::string> names) {
    EntityRecord& entity = add(type);
    entity.name = names.front();
    entity.names = std::move(names);
    entity.named = true;
    entity.specific = true;
    return entity.entity;
  }

  std::string person(std::vector<std::string> names) {
    return name(EntityType::kPerson, std::move(names));
  }

  /// A described entity: "Mali's ruling junta".
  std::string described(EntityType type, std::vector<std::string> descriptions) {
    EntityRecord& entity = add(type);
    entity.name = descriptions.front();
    entity.descriptions = std::move(descriptions);
    entity.specific = true;
    return entity.entity;
  }

  /// A country adjective.
  std::string adjective(std::string word) {
    const std::string id = name(EntityType::kPlace, {std::move(word)});
    records_.entities.back().adjective = true;
    return id;
  }

  EntityRecord& entity(const std::string& id) {
    for (EntityRecord& entity : records_.entities) {
      if (entity.entity == id) return entity;
    }
    return records_.entities.front();
  }

  /// A statement of one triple between two entities.
  TripleRecord& triple(const std::string& subject, const std::string& relation,
                       const std::string& object, TripleKind kind = TripleKind::kClause) {
    TripleRecord& triple = start(subject, relation, kind);
    triple.object = argument(object);
    triple.sentence.text = triple.subject.name + " " + relation + " " + triple.object->name + ".";
    return triple;
  }

  /// "Larnex, Peru": what the text says of where a place lies.
  void put_in(const std::string& place, const std::string& around) {
    triple(place, "is in", around, TripleKind::kApposition).rule = "apposition/place";
  }

  /// A statement whose object is no entity.
  TripleRecord& literal(const std::string& subject, const std::string& relation,
                        const std::string& text) {
    TripleRecord& triple = start(subject, relation, TripleKind::kClause);
    Argument object;
    object.text = text;
    object.form = "literal";
    triple.object = std::move(object);
    triple.sentence.text = triple.subject.name + " " + relation + " " + text + ".";
    return triple;
  }

  /// Puts the last triple into the statement and sentence of the one before it, as no core.
  TripleRecord& join_statement() {
    TripleRecord& last = records_.triples.back();
    const TripleRecord& before = records_.triples[records_.triples.size() - 2];
    last.statement = before.statement;
    last.sentence = before.sentence;
    last.core = false;
    return last;
  }

  const DocumentRecords& records() const { return records_; }

 private:
  EntityRecord& add(EntityType type) {
    EntityRecord entity;
    entity.doc = records_.document.doc;
    entity.entity = entity.doc + "#e" + std::to_string(records_.entities.size());
    entity.type = type;
    entity.mentions = 1;
    entity.first = {offset_, offset_ + 5};
    offset_ += 10;
    records_.entities.push_back(std::move(entity));
    return records_.entities.back();
  }

  Argument argument(const std::string& id) {
    const EntityRecord& of = entity(id);
    Argument argument;
    argument.text = of.name;
    argument.name = of.name;
    argument.entity = id;
    argument.type = of.type;
    argument.form = of.named ? "name" : "nominal";
    return argument;
  }

  TripleRecord& start(const std::string& subject, const std::string& relation, TripleKind kind) {
    const std::uint64_t number = records_.triples.size() + 1;
    TripleRecord triple;
    triple.doc = records_.document.doc;
    triple.statement = triple.doc + "#" + std::to_string(number) + ".1";
    triple.kind = kind;
    triple.sentence.index = number;
    triple.subject = argument(subject);
    triple.relation.text = relation;
    triple.relation.lemma = relation;
    for (const char c : relation) {
      triple.relation.type += c == ' ' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    }
    triple.rule = "test";
    triple.confidence = 0.9;
    records_.triples.push_back(std::move(triple));
    return records_.triples.back();
  }

  DocumentRecords records_;
  std::size_t offset_ = 0;
};

}  // namespace relata
