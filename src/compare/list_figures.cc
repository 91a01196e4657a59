#include "compare/list_figures.h"

#include <algorithm>

namespace crosscheck {

std::vector<const TextFigure*> FiguresInSentence(const std::vector<TextFigure>& figures, uint32_t sentence) {
  std::vector<const TextFigure*> own;
  for (const TextFigure& figure : figures) {
    if (figure.sentence == sentence && !figure.is_end) own.push_back(&figure);
  }
  return own;
}

bool IsWholeCount(const TextFigure& figure) {
  const Value& value = figure.value;
  return value.kind == ValueKind::kNumber && !value.is_fraction && value.modifier == Modifier::kExact && value.low &&
         value.low == value.high && value.low->is_integer() && *value.low > Exact();
}

bool IsPart(const TextFigure& figure) {
  const Value& value = figure.value;
  const bool kind = value.kind == ValueKind::kMoney || value.kind == ValueKind::kQuantity || IsWholeCount(figure);
  return kind && value.modifier == Modifier::kExact && value.low && value.low == value.high && value.per.empty();
}

bool HasWord(const Sentence& sentence, uint32_t first, uint32_t last, std::initializer_list<absl::string_view> words) {
  for (uint32_t i = first; i < last && i < sentence.words.size(); ++i) {
    if (std::find(words.begin(), words.end(), sentence.words[i].text) != words.end()) return true;
  }
  return false;
}

bool HasPhrase(const Sentence& sentence, LexiconId lexicon, uint32_t first, uint32_t last) {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == lexicon && hit.first >= first && hit.first < last;
  });
}

}  // namespace crosscheck
