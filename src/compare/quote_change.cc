#include "compare/quote_change.h"

#include <algorithm>

#include "english/english.h"

namespace crosscheck {

namespace {

constexpr uint32_t kMostEdgeWords = 2;  // changed words at the very edge of a quotation that still count
constexpr size_t kMinSpellingLength = 5;

// Whether two words are one but for a letter: a slip of typing, a spelling of another country.
bool NearlySpelt(const std::string& a, const std::string& b) {
  if (std::min(a.size(), b.size()) < kMinSpellingLength ||
      std::max(a.size(), b.size()) > std::min(a.size(), b.size()) + 1)
    return false;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto rest_a = static_cast<size_t>(a.end() - differs.first);
  const auto rest_b = static_cast<size_t>(b.end() - differs.second);
  const size_t skip_a = rest_a >= rest_b ? 1 : 0;
  const size_t skip_b = rest_b >= rest_a ? 1 : 0;
  return rest_a >= skip_a && rest_b >= skip_b &&
         std::equal(differs.first + static_cast<ptrdiff_t>(skip_a), a.end(),
                    differs.second + static_cast<ptrdiff_t>(skip_b), b.end());
}

bool HasDigit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether the words of a run are left out or made up on purpose and marked so: an ellipsis, brackets, a seam.
bool IsExcused(const Passage& a, const Passage& b, const DiffRun& run) {
  const auto marked = [](const Passage& passage, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; ++i) {
      if (passage.diff[i].joint || passage.diff[i].loose) return true;
    }
    return last < passage.diff.size() && passage.diff[last].joint;
  };
  return marked(a, run.a_first, run.a_last) || marked(b, run.b_first, run.b_last);
}

}  // namespace

// A word of one side that the other has not, after words on both sides have cancelled out.
struct QuoteWeigher::Left {
  size_t run = 0;
  uint32_t at = 0;    // index into the passage's words
  std::string text;   // lemma
  std::string group;  // of the lexicon "quote-weight", else ""
  bool gone = false;  // found on the other side too
};

absl::flat_hash_map<std::string, std::string> WordGroups(const Analysis& analysis, absl::string_view lexicon) {
  absl::flat_hash_map<std::string, std::string> groups;
  const auto found = analysis.rules->lexicons.find(std::string(lexicon));
  if (found == analysis.rules->lexicons.end()) return groups;
  for (const LexiconGroup& group : found->second.groups) {
    for (const std::string& phrase : group.phrases) {
      groups.try_emplace(phrase, group.name);
      groups.try_emplace(english::Lemma(phrase), group.name);
    }
  }
  return groups;
}

Quotation PieceAround(const Speech& speech, uint32_t passage, uint32_t word) {
  const Passage& whole = speech.passages[passage];
  if (whole.kind == PassageKind::kQuoted) {
    auto at = std::partition_point(speech.quotations.begin(), speech.quotations.end(),
                                   [&](const Quotation& q) { return q.passage < passage; });
    for (; at != speech.quotations.end() && at->passage == passage; ++at) {
      if (at->first <= word && word < at->last) return *at;
    }
  }
  Quotation piece{passage, word, word + 1};
  while (piece.first > 0 && whole.words[piece.first - 1].sentence == whole.words[word].sentence) --piece.first;
  while (piece.last < whole.words.size() && whole.words[piece.last].sentence == whole.words[word].sentence)
    ++piece.last;
  return piece;
}

QuoteWeigher::QuoteWeigher(const Analysis& analysis, const Speech& speech)
    : speech_(speech), groups_(WordGroups(analysis, "quote-weight")), fillers_(WordGroups(analysis, "quote-filler")) {}

// The runs of the alignment, and words changed at both edges at once ("Nobody was hurt" / "Everybody was hurt").
std::vector<DiffRun> QuoteWeigher::AllRuns(const QuotePair& pair) const {
  const WordAlignment& alignment = pair.alignment;
  const Quotation& a = speech_.quotations[pair.quotation];
  std::vector<DiffRun> runs = alignment.runs;
  const auto edge = [&](const DiffRun& run) {
    const uint32_t left = run.a_last - run.a_first;
    const uint32_t right = run.b_last - run.b_first;
    return left + right > 0 && std::max(left, right) <= kMostEdgeWords && left > 0 && right > 0;
  };
  const Quotation head = PieceAround(speech_, pair.passage, alignment.b_first);
  const DiffRun before{a.first, alignment.a_first, std::min(head.first, alignment.b_first), alignment.b_first};
  if (edge(before)) runs.insert(runs.begin(), before);
  const Quotation tail = PieceAround(speech_, pair.passage, alignment.b_last - 1);
  const DiffRun after{alignment.a_last, a.last, alignment.b_last, std::max(tail.last, alignment.b_last)};
  if (edge(after)) runs.push_back(after);
  return runs;
}

void QuoteWeigher::Collect(const Passage& passage, uint32_t first, uint32_t last, size_t run,
                           std::vector<Left>& left) const {
  for (uint32_t i = first; i < last; ++i) {
    const std::string& text = speech_.texts[passage.diff[i].key];
    const auto group = groups_.find(text);
    if (fillers_.contains(text)) continue;
    if (group == groups_.end() && !passage.diff[i].content) continue;
    left.push_back({run, i, text, group == groups_.end() ? "" : group->second, false});
  }
}

bool QuoteWeigher::IsWeighty(const Passage& passage, const Left& word) const {
  return !word.group.empty() || passage.words[word.at].number || passage.words[word.at].name || HasDigit(word.text) ||
         english::IsWeekdayName(word.text) || english::IsMonthName(word.text);
}

ChangeWeight QuoteWeigher::WeighRun(const Passage& a, const Passage& b, const std::vector<Left>& left,
                                    const std::vector<Left>& right, size_t run) const {
  bool any_left = false;
  bool any_right = false;
  bool weighty = false;
  for (const Left& word : left) {
    if (word.run != run || word.gone) continue;
    any_left = true;
    weighty |= IsWeighty(a, word);
  }
  for (const Left& word : right) {
    if (word.run != run || word.gone) continue;
    any_right = true;
    weighty |= IsWeighty(b, word);
  }
  if (weighty) return ChangeWeight::kSense;
  if (any_left && any_right) return ChangeWeight::kReplaced;
  return any_left || any_right ? ChangeWeight::kDropped : ChangeWeight::kForm;
}

QuoteChange QuoteWeigher::Weigh(const QuotePair& pair) const {
  const Passage& a = speech_.passages[speech_.quotations[pair.quotation].passage];
  const Passage& b = speech_.passages[pair.passage];
  const std::vector<DiffRun> runs = AllRuns(pair);
  std::vector<Left> left;
  std::vector<Left> right;
  for (size_t r = 0; r < runs.size(); ++r) {
    if (IsExcused(a, b, runs[r])) continue;
    Collect(a, runs[r].a_first, runs[r].a_last, r, left);
    Collect(b, runs[r].b_first, runs[r].b_last, r, right);
  }
  // A word that only moved, another word of the same group, a spelling: no change.
  const auto cancel = [&](auto equal) {
    for (Left& x : left) {
      for (Left& y : right) {
        if (x.gone || y.gone || !equal(x, y)) continue;
        x.gone = y.gone = true;
      }
    }
  };
  cancel([](const Left& x, const Left& y) { return x.text == y.text; });
  cancel([](const Left& x, const Left& y) { return !x.group.empty() && x.group == y.group; });
  cancel([](const Left& x, const Left& y) {
    return x.run == y.run && !HasDigit(x.text) && !HasDigit(y.text) && NearlySpelt(x.text, y.text);
  });
  for (size_t r = 0; r < runs.size(); ++r) {  // "health care", "healthcare"
    std::string joined_left;
    std::string joined_right;
    for (uint32_t i = runs[r].a_first; i < runs[r].a_last; ++i) joined_left += speech_.texts[a.diff[i].key];
    for (uint32_t i = runs[r].b_first; i < runs[r].b_last; ++i) joined_right += speech_.texts[b.diff[i].key];
    if (joined_left.empty() || joined_left != joined_right) continue;
    for (Left& word : left) word.gone |= word.run == r;
    for (Left& word : right) word.gone |= word.run == r;
  }
  QuoteChange change;
  for (size_t r = 0; r < runs.size(); ++r) {
    const ChangeWeight weight = IsExcused(a, b, runs[r]) ? ChangeWeight::kNothing : WeighRun(a, b, left, right, r);
    change.weight = std::max(change.weight, weight);
    if (weight >= ChangeWeight::kDropped) change.runs.push_back(runs[r]);
  }
  return change;
}

}  // namespace crosscheck
