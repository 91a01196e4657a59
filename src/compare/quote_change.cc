#include "compare/quote_change.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "compare/value_text.h"
#include "english/english.h"
#include "value/compare_values.h"

namespace crosscheck {

namespace {

constexpr absl::string_view kPairPrefix = "pair/";
constexpr uint32_t kMostEdgeWords = 3;  // changed words at the very edge of a quotation that still count

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
    : analysis_(analysis),
      speech_(speech),
      groups_(WordGroups(analysis, "quote-weight")),
      fillers_(WordGroups(analysis, "quote-filler")) {}

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

// What is left of one side of a run.
struct QuoteWeigher::Rest {
  bool any = false;      // words that count by themselves
  bool pair = false;     // words that count where the other side has something in their place
  bool weighty = false;  // negations, numbers, names, days, quantities
  bool negation = false;
};

QuoteWeigher::Rest QuoteWeigher::RestOf(const Passage& passage, const std::vector<Left>& words, size_t run) const {
  Rest rest;
  for (const Left& word : words) {
    if (word.run != run || word.gone) continue;
    if (absl::StartsWith(word.group, kPairPrefix)) {
      rest.pair = true;
      continue;
    }
    rest.any = true;
    rest.weighty |= IsWeighty(passage, word);
    rest.negation |= word.group == "negation";
  }
  return rest;
}

void QuoteWeigher::WeighRun(const DiffRun& run, const Rest& left, const Rest& right, QuoteChange& change) {
  // "under pressure" against "be under pressure": one word stands where the other has another, be it a small one.
  const bool one_for_one = run.a_last - run.a_first == 1 && run.b_last - run.b_first == 1;
  const bool both = (left.any || left.pair) && (right.any || right.pair);
  ChangeWeight weight = ChangeWeight::kForm;
  if (left.weighty || right.weighty || (left.pair && right.pair)) {
    weight = ChangeWeight::kSense;
  } else if (both || (one_for_one && (left.any || right.any))) {
    weight = ChangeWeight::kReplaced;
  } else if (left.any || right.any) {
    weight = ChangeWeight::kDropped;
  }
  change.weight = std::max(change.weight, weight);
  change.in_place |= (weight >= ChangeWeight::kReplaced && both) || left.negation || right.negation;
  if (weight >= ChangeWeight::kDropped) change.runs.push_back(run);
}

// Whether the figures that two words are part of are one value: "6 p.m." and "6:00 p.m.", "half" and "50 percent".
bool QuoteWeigher::IsOneValue(const Passage& a, const Left& x, const Passage& b, const Left& y) const {
  const ValueMention* left = ValueAt(a, x.at);
  const ValueMention* right = ValueAt(b, y.at);
  if (left == nullptr || right == nullptr) return false;
  const Value& v = left->mention.value;
  const Value& w = right->mention.value;
  // "They've spent nine hundred thousand": a transcript has no sign of a currency.
  if (v.kind != w.kind) return (IsBareNumber(v) || IsBareNumber(w)) && v.low && v.low == w.low && v.high == w.high;
  return AgreementOf(v, w) == Agreement::kConsistent;
}

const ValueMention* QuoteWeigher::ValueAt(const Passage& passage, uint32_t at) const {
  const DocumentAnalysis& document = analysis_.documents[passage.document];
  const SpokenWord& word = passage.words[at];
  for (uint32_t v : document.sentences[word.sentence].values) {
    const ValueMention& value = document.values[v];
    if (value.first <= word.word && word.word < value.last) return &value;
  }
  return nullptr;
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
  cancel([&](const Left& x, const Left& y) { return x.run == y.run && IsOneValue(a, x, b, y); });
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
    if (!IsExcused(a, b, runs[r])) WeighRun(runs[r], RestOf(a, left, r), RestOf(b, right, r), change);
  }
  return change;
}

}  // namespace crosscheck
