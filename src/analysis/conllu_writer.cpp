#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/conllu_misc.hpp"
#include "relata/analysis/conllu.hpp"

namespace relata {
namespace {

/// The values of MISC of one word, before the white space is known.
struct Labels {
  std::string entity;
  std::string name;
};

/// Brackets and name tags of all words of all sentences.
std::vector<std::vector<Labels>> collect_labels(const Analysis& analysis) {
  std::vector<std::vector<Labels>> labels(analysis.sentences.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].resize(analysis.sentences[i].words.size());
  }
  // Mentions come outer first, so openings are in order; closings are added from the inside out.
  for (const Mention& mention : analysis.mentions) {
    std::string& entity = labels[mention.sentence][mention.first].entity;
    entity += '(' + std::to_string(mention.cluster + 1) + '-';
    entity += to_string(mention.type);
    if (mention.first == mention.last) entity += ')';
  }
  for (auto mention = analysis.mentions.rbegin(); mention != analysis.mentions.rend(); ++mention) {
    if (mention->first == mention->last) continue;
    labels[mention->sentence][mention->last].entity += std::to_string(mention->cluster + 1) + ')';
  }
  for (const Name& name : analysis.names) {
    for (std::size_t i = name.first; i <= name.last; ++i) {
      labels[name.sentence][i].name = i == name.first ? "B-" : "I-";
      labels[name.sentence][i].name += to_string(name.type);
    }
  }
  return labels;
}

class DocumentWriter {
 public:
  DocumentWriter(const Document& document, const Analysis& analysis, ByteSink& out)
      : text_(document.text), analysis_(analysis), labels_(collect_labels(analysis)), out_(out) {
    out_.write("# newdoc id = " + document.id + "\n# global.Entity = eid-etype\n");
    if (!document.title.empty()) out_.write("# meta::title = " + one_line(document.title) + '\n');
    if (!document.date.empty()) out_.write("# meta::dateCreated = " + document.date + '\n');
    if (!document.url.empty()) out_.write("# meta::sourceURL = " + one_line(document.url) + '\n');
    for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
      write_sentence(i, document.id);
    }
  }

 private:
  static std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
  }

  /// Where the surface token ends that begins with word `first`, and its last word.
  static std::size_t last_of_token(const Sentence& sentence, std::size_t first) {
    return std::max(sentence.words[first].token_end, first + 1) - 1;
  }

  void write_sentence(std::size_t index, const std::string& document_id) {
    const Sentence& sentence = analysis_.sentences[index];
    std::string rows;
    std::string spelled;
    for (std::size_t i = 0; i < sentence.words.size();) {
      const std::size_t last = last_of_token(sentence, i);
      const std::string spaces = space_labels(index, i, last);
      if (last > i || sentence.words[i].token_end != 0) {
        const Span token{sentence.words[i].span.start, sentence.words[last].span.end};
        const std::string_view form = std::string_view(text_).substr(token.start, token.size());
        spelled += form;
        rows += std::to_string(i + 1) + '-' + std::to_string(last + 1) + '\t';
        rows += form;
        rows += "\t_\t_\t_\t_\t_\t_\t_\t" + (spaces.empty() ? "_" : spaces) + '\n';
        for (; i <= last; ++i) append_word(index, i, "", rows);
      } else {
        spelled += sentence.words[i].form;
        append_word(index, i, spaces, rows);
        ++i;
      }
      if (i < sentence.words.size() && !spaces.starts_with("SpaceAfter=No")) spelled += ' ';
    }
    std::string head;
    if (sentence.paragraph_start) head += "# newpar\n";
    head +=
        "# sent_id = " + (sentence.sent_id.empty() ? document_id + '-' + std::to_string(index + 1)
                                                   : sentence.sent_id);
    out_.write(head + "\n# text = " + spelled + '\n' + rows + '\n');
  }

  void append_word(std::size_t sentence, std::size_t i, const std::string& spaces,
                   std::string& rows) const {
    const Word& word = analysis_.sentences[sentence].words[i];
    const Labels& labels = labels_[sentence][i];
    std::string misc;
    const auto add = [&misc](std::string_view key, const std::string& value) {
      if (value.empty()) return;
      if (!misc.empty()) misc += '|';
      misc += key;
      misc += value;
    };
    add("Entity=", labels.entity);
    add("NER=", labels.name);
    add("", spaces);
    const std::string_view upos = to_string(word.upos);
    const std::string number = std::to_string(i + 1);
    const std::string head = std::to_string(word.head);
    const std::array<std::string_view, 10> columns = {number,
                                                      word.form,
                                                      or_blank(word.lemma),
                                                      upos,
                                                      "_",
                                                      or_blank(word.feats),
                                                      head,
                                                      or_blank(word.deprel),
                                                      "_",
                                                      misc.empty() ? "_" : std::string_view(misc)};
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 0) rows += '\t';
      rows += columns[c];
    }
    rows += '\n';
  }

  static std::string_view or_blank(const std::string& value) {
    return value.empty() ? "_" : std::string_view(value);
  }

  /// SpaceAfter, SpacesAfter and SpacesBefore of the token of words [first, last]: nothing where
  /// the text goes on as a reader assumes (one blank; an empty line before a paragraph; nothing
  /// at the end).
  std::string space_labels(std::size_t sentence, std::size_t first, std::size_t last) const {
    const std::vector<Word>& words = analysis_.sentences[sentence].words;
    const std::size_t end = words[last].span.end;
    std::size_t next = text_.size();
    std::string_view expected;
    if (last + 1 < words.size()) {
      next = words[last + 1].span.start;
      expected = " ";
    } else if (sentence + 1 < analysis_.sentences.size()) {
      next = analysis_.sentences[sentence + 1].span.start;
      expected = analysis_.sentences[sentence + 1].paragraph_start ? "\n\n" : " ";
    }
    const std::string_view after = text_.substr(end, next - end);
    std::string labels;
    if (after != expected) {
      labels = after.empty() ? "SpaceAfter=No" : "SpacesAfter=" + escape_spaces(after);
    }
    if (sentence == 0 && first == 0 && words[0].span.start > 0) {
      if (!labels.empty()) labels += '|';
      labels += "SpacesBefore=" + escape_spaces(text_.substr(0, words[0].span.start));
    }
    return labels;
  }

  const std::string_view text_;
  const Analysis& analysis_;
  const std::vector<std::vector<Labels>> labels_;
  ByteSink& out_;
};

}  // namespace

void write_conllu(const Document& document, const Analysis& analysis, ByteSink& out) {
  DocumentWriter(document, analysis, out);
}

}  // namespace relata
