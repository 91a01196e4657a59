#include "compare/clause.h"

#include <algorithm>

namespace crosscheck {

std::vector<WordId> ContentSenses(const Sentence& sentence, uint32_t first, uint32_t last) {
  std::vector<WordId> senses;
  for (uint32_t i = first; i < last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (!word.stop && !word.number) senses.push_back(word.sense);
  }
  std::sort(senses.begin(), senses.end());
  senses.erase(std::unique(senses.begin(), senses.end()), senses.end());
  return senses;
}

double SharedWeight(const Analysis& analysis, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  double weight = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      weight += analysis.Weight(a[i]);
      ++i, ++j;
    }
  }
  return weight;
}

double KinWeight(const Analysis& analysis, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  const auto rest = [&](const std::vector<WordId>& words, const std::vector<WordId>& others) {
    std::vector<WordId> left;
    for (WordId word : words) {
      if (!analysis.meanings[word].senses.empty() && !std::binary_search(others.begin(), others.end(), word))
        left.push_back(word);
    }
    return left;
  };
  const std::vector<WordId> left = rest(a, b);
  std::vector<WordId> right = rest(b, a);
  double sum = 0;
  for (WordId word : left) {
    double best = 0;
    size_t at = 0;
    for (size_t i = 0; i < right.size(); ++i) {
      const double kin = english::Kinship(analysis.meanings[word], analysis.meanings[right[i]]) *
                         std::min(analysis.Weight(word), analysis.Weight(right[i]));
      if (kin > best) at = i;
      best = std::max(best, kin);
    }
    sum += best;
    if (best > 0) right.erase(right.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return sum;
}

size_t SharedCount(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  std::vector<WordId> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

namespace {}  // namespace

TextSpan SpanOfWords(const Sentence& sentence, uint32_t first, uint32_t last, size_t most) {
  TextSpan span{sentence.words[first].span.begin, sentence.words[first].span.end};
  for (uint32_t i = first; i < last; ++i) {
    if (sentence.words[i].span.end - span.begin > most) break;
    span.end = sentence.words[i].span.end;
  }
  return span;
}

std::pair<uint32_t, uint32_t> ClauseAround(const Sentence& sentence, uint32_t word) {
  uint32_t first = word;
  uint32_t last = word + 1;
  while (first > 0 && sentence.clause[first - 1] == sentence.clause[word]) --first;
  while (last < sentence.words.size() && sentence.clause[last] == sentence.clause[word]) ++last;
  return {first, last};
}

bool IsHeadline(const Sentence& sentence) {
  return sentence.zone == Zone::kTitle || sentence.zone == Zone::kDek || sentence.zone == Zone::kCaption ||
         sentence.zone == Zone::kListItem;
}

}  // namespace crosscheck
