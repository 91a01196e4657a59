#include "claim/toll_labels.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostCells = 12;  // between a cell and the first of its row
constexpr uint32_t kMostWords = 5;   // of a label

template <size_t N>
bool IsOneOf(absl::string_view word, const absl::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// What a label may say beside what befell whom.
bool IsFiller(const Word& word) {
  static constexpr absl::string_view kWords[] = {"confirmed", "count", "date",  "far",   "number",
                                                 "overall",   "so",    "tally", "total", "totals"};
  return word.stop || IsOneOf(word.text, kWords);
}

// A column of totals, or the only one: "Number", "Total to date".
bool IsOfTotals(absl::string_view head) {
  static constexpr absl::string_view kWords[] = {"count", "cumulative", "date", "figure", "number",
                                                 "of",    "people",     "to",   "total",  "no"};
  const std::string folded = absl::AsciiStrToLower(head);
  for (absl::string_view word : absl::StrSplit(folded, absl::ByAnyChar(" .:()"), absl::SkipEmpty())) {
    if (!IsOneOf(word, kWords)) return false;
  }
  return true;
}

class LabelReader {
 public:
  LabelReader(const Analysis& analysis, const DocumentAnalysis& document)
      : document_(document),
        lexicons_(*analysis.lexicons),
        states_(lexicons_.Find("toll-states")),
        nouns_(lexicons_.Find("toll-nouns")),
        classes_(lexicons_.Find("toll-classes")) {}

  std::optional<Toll> Read(uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    if (sentence.values.size() != 1) return std::nullopt;
    const ValueMention& value = document_.values[sentence.values[0]];
    const Value& figure = value.mention.value;
    if (figure.kind != ValueKind::kNumber || !figure.low || !figure.low->is_integer() || figure.is_fraction ||
        !figure.unit.empty() || value.last != sentence.words.size())
      return std::nullopt;
    Toll toll;
    toll.sentence = s;
    toll.value = static_cast<int>(sentence.values[0]);
    toll.first = value.first;
    toll.last = value.last;
    toll.span = value.mention.span;
    toll.figure = figure;
    toll.lead = true;
    const Sentence* label = &sentence;
    uint32_t words = value.first;
    if (sentence.block->cell) {
      label = value.first == 0 && IsOfTotals(sentence.block->cell->column_head) ? RowHeadOf(s) : nullptr;
      words = label == nullptr ? 0 : static_cast<uint32_t>(label->words.size());
    }
    if (label == nullptr || words == 0 || words > kMostWords || !ReadLabel(*label, words, toll)) return std::nullopt;
    return toll;
  }

 private:
  const Sentence* RowHeadOf(uint32_t s) const {
    const CellInfo& cell = *document_.sentences[s].block->cell;
    if (cell.row_head.empty()) return nullptr;
    for (uint32_t back = 1; back <= kMostCells && back <= s; ++back) {
      const Sentence& head = document_.sentences[s - back];
      if (!head.block->cell || head.block->cell->row != cell.row) return nullptr;
      if (head.text == cell.row_head) return &head;
    }
    return nullptr;
  }

  // What befell whom, by the first `count` words of the sentence; false where they say anything else.
  bool ReadLabel(const Sentence& label, uint32_t count, Toll& toll) const {
    int outcome = -1;
    for (uint32_t w = 0; w < count;) {
      const LexiconHit* hit = Longest(label, w, count);
      if (hit == nullptr) {
        if (!IsFiller(label.words[w])) return false;
        ++w;
        continue;
      }
      if (hit->lexicon == classes_) {
        toll.people = hit->group;
        toll.head = label.words[hit->last - 1].lemma;
      } else {
        const int found = hit->lexicon == states_
                              ? hit->group
                              : lexicons_.FindGroup(states_, lexicons_.GroupName(nouns_, hit->group));
        if (found < 0 || (outcome >= 0 && outcome != found)) return false;
        outcome = found;
      }
      w = hit->last;
    }
    if (outcome < 0) return false;
    toll.outcome = static_cast<uint16_t>(outcome);
    return true;
  }

  const LexiconHit* Longest(const Sentence& label, uint32_t word, uint32_t end) const {
    const LexiconHit* longest = nullptr;
    for (const LexiconHit& hit : label.hits) {
      const bool wanted = hit.lexicon == states_ || hit.lexicon == nouns_ || hit.lexicon == classes_;
      if (wanted && hit.first == word && hit.last <= end && (longest == nullptr || hit.last > longest->last))
        longest = &hit;
    }
    return longest;
  }

  const DocumentAnalysis& document_;
  const LexiconIndex& lexicons_;
  LexiconId states_, nouns_, classes_;
};

}  // namespace

std::optional<Toll> ReadTollLabel(const Analysis& analysis, const DocumentAnalysis& document, uint32_t sentence) {
  return LabelReader(analysis, document).Read(sentence);
}

}  // namespace crosscheck
