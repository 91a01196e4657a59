#include "compare/clause.h"

#include <algorithm>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"

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

namespace {

std::bitset<256> Bits(absl::Span<const uint32_t> meanings) {
  std::bitset<256> bits;
  for (uint32_t meaning : meanings) bits.set(meaning % bits.size());
  return bits;
}

// Those that only `words` has.
using SomeKinWords = absl::InlinedVector<const KinWord*, 32>;
SomeKinWords OwnWords(const KinWords& words, const KinWords& others) {
  SomeKinWords own;
  for (size_t i = 0, j = 0; i < words.size(); ++i) {
    while (j < others.size() && others[j].word < words[i].word) ++j;
    if (j == others.size() || others[j].word != words[i].word) own.push_back(&words[i]);
  }
  return own;
}

bool MayBeKin(const KinWord& a, const KinWord& b) {
  return ((a.senses & (b.senses | b.broader)) | (a.broader & b.senses)).any();
}

}  // namespace

KinWords KinWordsOf(const Analysis& analysis, const std::vector<WordId>& words) {
  KinWords out;
  for (WordId word : words) {
    const english::Meanings& meanings = analysis.meanings[word];
    if (!meanings.senses.empty()) out.push_back({word, Bits(meanings.senses), Bits(meanings.broader)});
  }
  return out;
}

double KinWeight(const Analysis& analysis, const KinWords& a, const KinWords& b) {
  const SomeKinWords left = OwnWords(a, b);
  SomeKinWords right = OwnWords(b, a);
  double sum = 0;
  for (const KinWord* word : left) {
    double best = 0;
    size_t at = 0;
    for (size_t i = 0; i < right.size(); ++i) {
      if (!MayBeKin(*word, *right[i])) continue;
      const double kin = english::Kinship(analysis.meanings[word->word], analysis.meanings[right[i]->word]) *
                         std::min(analysis.Weight(word->word), analysis.Weight(right[i]->word));
      if (kin > best) at = i;
      best = std::max(best, kin);
    }
    sum += best;
    if (best > 0) right.erase(right.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return sum;
}

double KinWeight(const Analysis& analysis, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  return KinWeight(analysis, KinWordsOf(analysis, a), KinWordsOf(analysis, b));
}

size_t SharedCount(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  size_t count = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return count;
}

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
