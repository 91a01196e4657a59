#include "claim/toll_labels.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "base/any_of.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostWords = 5;  // of a label

// What a label may say beside what befell whom.
bool IsFiller(const Word& word) {
  return word.stop || IsAnyOf(word.text, {"confirmed", "count", "date", "far", "number", "overall", "so", "tally",
                                          "total", "totals"});
}

// A column of totals, or the only one: "Number", "Total to date".
bool IsOfTotals(absl::string_view head) {
  const std::string folded = absl::AsciiStrToLower(head);
  const std::vector<absl::string_view> words = absl::StrSplit(folded, absl::ByAnyChar(" .:()"), absl::SkipEmpty());
  return std::all_of(words.begin(), words.end(), [](absl::string_view word) {
    return IsAnyOf(word, {"count", "cumulative", "date", "figure", "number", "of", "people", "to", "total", "no"});
  });
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
      label = value.first == 0 && IsOfTotals(sentence.block->cell->column_head) ? OwnRowHead(s) : nullptr;
      words = label == nullptr ? 0 : static_cast<uint32_t>(label->words.size());
    }
    if (label == nullptr || words == 0 || words > kMostWords || !ReadLabel(*label, words, toll)) return std::nullopt;
    return toll;
  }

 private:
  // In the row itself: a head that spans several rows is of parts of a figure.
  const Sentence* OwnRowHead(uint32_t s) const {
    const Sentence* head = RowHeadOf(document_, s);
    return head != nullptr && head->block->cell->row == document_.sentences[s].block->cell->row ? head : nullptr;
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
