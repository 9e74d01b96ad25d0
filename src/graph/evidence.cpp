#include "relata/graph/evidence.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <tuple>

#include "relata/core/packing.hpp"

namespace relata {
namespace {

/// Before a packed sentence, and before the packed evidence of a fact: its length.
constexpr std::size_t kLengthBytes = 4;

std::uint64_t append(Spool& spool, std::string_view bytes) {
  std::array<char, kLengthBytes> length{};
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length[i] = static_cast<char>(bytes.size() >> (8 * i));
  }
  const std::uint64_t place = spool.append({length.data(), length.size()});
  spool.append(bytes);
  return place;
}

std::string_view bytes_at(SpoolReader& reader, std::uint64_t place) {
  const std::string_view length = reader.view(place, kLengthBytes);
  std::size_t count = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    count |= std::size_t{static_cast<unsigned char>(length[i])} << (8 * i);
  }
  return reader.view(place + kLengthBytes, count);
}

void unpack(Unpacker& from, std::size_t& document, SentenceRecord& sentence) {
  document = from.integer();
  sentence.index = from.integer();
  sentence.range.start = from.integer();
  sentence.range.end = from.integer();
  sentence.source.start = from.integer();
  sentence.source.end = from.integer();
  sentence.text = from.text();
}

auto key_of(std::size_t document, const SentenceRecord& sentence) {
  return std::tuple(document, sentence.range.start, sentence.range.end,
                    sentence.range.empty() ? sentence.index : 0, std::string_view(sentence.text),
                    sentence.index, sentence.source);
}

}  // namespace

bool sentence_precedes(std::size_t document_a, const SentenceRecord& a, std::size_t document_b,
                       const SentenceRecord& b) {
  return key_of(document_a, a) < key_of(document_b, b);
}

EvidenceStore::EvidenceStore(const std::shared_ptr<SpoolRoom>& room)
    : spools_(std::make_shared<Spools>(Spools{Spool(room), Spool(room)})) {}

SentencePlace EvidenceStore::add_sentence(std::size_t document, const SentenceRecord& sentence) {
  bytes_.clear();
  Packer packer(bytes_);
  packer.integer(document);
  packer.integer(sentence.index);
  packer.integer(sentence.range.start);
  packer.integer(sentence.range.end);
  packer.integer(sentence.source.start);
  packer.integer(sentence.source.end);
  packer.text(sentence.text);
  return SentencePlace{append(spools_->sentences, bytes_)};
}

EvidencePlace EvidenceStore::add(std::span<const Evidence> evidence,
                                 std::span<const SentencePlace> sentences) {
  assert(evidence.size() == sentences.size() && "a sentence for each");
  bytes_.clear();
  Packer packer(bytes_);
  packer.integer(evidence.size());
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const Evidence& one = evidence[i];
    packer.integer(static_cast<std::uint64_t>(sentences[i]));
    packer.text(one.surface);
    packer.text(one.subject_text);
    packer.text(one.object_text);
    packer.text(one.time);
    packer.text(one.rule);
    packer.real(one.confidence);
    packer.integer(static_cast<std::uint64_t>(one.modality));
  }
  return EvidencePlace{append(spools_->evidence, bytes_)};
}

EvidenceReader::EvidenceReader(const EvidenceStore& store)
    : spools_(store.spools_), sentences_(spools_->sentences), evidence_(spools_->evidence) {}

std::span<const Evidence> EvidenceReader::read(EvidencePlace place, std::size_t most) {
  places_.clear();
  if (place == EvidencePlace::kNone) return {};
  Unpacker packed(bytes_at(evidence_, static_cast<std::uint64_t>(place)));
  const std::size_t count = std::min<std::size_t>(packed.integer(), most);
  // Grown only: the strings of a longer list are of use again.
  if (list_.size() < count) list_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    Evidence& one = list_[i];
    places_.push_back(SentencePlace{packed.integer()});
    one.surface = packed.text();
    one.subject_text = packed.text();
    one.object_text = packed.text();
    one.time = packed.text();
    one.rule = packed.text();
    one.confidence = packed.real();
    one.modality = static_cast<Modality>(packed.integer());
    Unpacker bytes(bytes_at(sentences_, static_cast<std::uint64_t>(places_.back())));
    unpack(bytes, one.document, one.sentence);
  }
  return {list_.data(), count};
}

std::span<const Evidence> EvidenceReader::best_of_each_sentence(EvidencePlace place) {
  const std::size_t count = read(place).size();
  std::set<SentencePlace> seen;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (seen.insert(places_[i]).second) std::swap(list_[kept++], list_[i]);
  }
  return {list_.data(), kept};
}

std::span<const SentencePlace> EvidenceReader::sentences(EvidencePlace place) {
  read(place);
  return places_;
}

const Evidence& EvidenceReader::best(EvidencePlace place) {
  assert(place != EvidencePlace::kNone && "a fact has evidence");
  return read(place, 1).front();
}

SentenceReader::SentenceReader(const EvidenceStore& store)
    : spools_(store.spools_), sentences_(spools_->sentences) {}

const GraphSentence* SentenceReader::next() {
  if (next_ == spools_->sentences.size()) return nullptr;
  last_ = next_;
  const std::string_view bytes = bytes_at(sentences_, last_);
  next_ += kLengthBytes + bytes.size();
  Unpacker packed(bytes);
  unpack(packed, sentence_.document, sentence_.sentence);
  return &sentence_;
}

}  // namespace relata
