#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compare/identity_checks.h"
#include "compare/list_figures.h"

namespace crosscheck {

namespace {

using Figures = std::vector<TextFigure>;

class ItemsChecker {
 public:
  ItemsChecker(const CheckContext& context, const Figures& figures)
      : context_(context), figures_(figures), open_list_(context.analysis.lexicons->Find("open-list")) {}

  std::vector<Misfit> Run() {
    for (uint32_t s = 0; s < context_.document.sentences.size(); ++s) {
      const Sentence& sentence = context_.document.sentences[s];
      if (sentence.block->cell || sentence.words.size() < 4) continue;
      for (const TextFigure* figure : FiguresInSentence(figures_, s)) {
        if (!Announces(*figure)) continue;
        const uint32_t begin = AfterColon(sentence, figure->last);
        if (begin != 0) {
          InLine(s, sentence, *figure, begin);
        } else if (EndsInColon(sentence) && sentence.words.size() - figure->last <= 6) {
          InBullets(s, *figure);
        }
      }
    }
    return std::move(misfits_);
  }

 private:
  static bool Announces(const TextFigure& figure) {
    return IsWholeCount(figure) && *figure.value.low >= Exact(2) && *figure.value.low <= Exact(15);
  }

  static absl::string_view Between(const Sentence& sentence, uint32_t word) {
    const size_t from = word == 0 ? 0 : sentence.words[word - 1].span.end;
    return sentence.text.substr(from, sentence.words[word].span.begin - from);
  }

  // The first word after the colon (or spaced dash) that follows the counted noun; 0 where there is none.
  static uint32_t AfterColon(const Sentence& sentence, uint32_t from) {
    for (uint32_t i = from; i < sentence.words.size() && i <= from + 5; ++i) {
      const absl::string_view between = Between(sentence, i);
      if (i > from && (sentence.words[i - 1].text == "are" || sentence.words[i - 1].text == "were") &&
          OnlyNames(sentence, i)) {
        return i;
      }
      if (i > from &&
          (absl::StrContains(between, ": ") || absl::StrContains(between, " – ") || absl::StrContains(between, " - ") ||
           absl::StrContains(between, " — ") || absl::StrContains(between, "—"))) {
        return i;
      }
      if (sentence.words[i].comma_before || sentence.words[i].break_before) return 0;
    }
    return 0;
  }

  // "The four winners are Ida Brand, Tomas Lind and Vera Holt."
  static bool OnlyNames(const Sentence& sentence, uint32_t from) {
    int capitals = 0;
    for (uint32_t i = from; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      capitals += word.capital;
      if (!word.capital && word.text != "and" && word.text != "of" && word.text != "the") return false;
    }
    return capitals >= 3;
  }

  static bool EndsInColon(const Sentence& sentence) { return !sentence.text.empty() && sentence.text.back() == ':'; }

  void InLine(uint32_t index, const Sentence& sentence, const TextFigure& number, uint32_t begin) {
    const auto size = static_cast<uint32_t>(sentence.words.size());
    if (HasPhrase(sentence, open_list_, number.last, size)) return;
    uint32_t end = size;
    bool semicolons = false;
    for (uint32_t i = begin + 1; i < size; ++i) {
      const absl::string_view between = Between(sentence, i);
      if (absl::StrContains(between, ";")) semicolons = true;
      const bool dash =
          absl::StrContains(between, "—") || absl::StrContains(between, " – ") || absl::StrContains(between, " - ");
      if (dash && end == size) end = i;
      if (!dash && sentence.words[i].break_before && !absl::StrContains(between, ";") && i < end) return;
    }
    const std::optional<std::pair<int, int>> items =
        semicolons ? CountSemicolons(sentence, begin, end) : CountCommas(index, sentence, begin, end);
    if (items) Report(sentence, index, number, begin, end, *items);
  }

  static std::optional<std::pair<int, int>> CountSemicolons(const Sentence& sentence, uint32_t begin, uint32_t end) {
    int items = 1;
    for (uint32_t i = begin + 1; i < end; ++i) items += absl::StrContains(Between(sentence, i), ";");
    return std::make_pair(items, items);
  }

  // Short items without figures, clauses or appositions, the last of them joined by "and": only such a list can be
  // counted. "and" inside the last item leaves it open whether there is one more.
  std::optional<std::pair<int, int>> CountCommas(uint32_t index, const Sentence& sentence, uint32_t begin,
                                                 uint32_t end) const {
    int commas = 0;
    int ands = 0;        // after the last comma
    int inner_ands = 0;  // before it
    bool comma_and = false;
    uint32_t item = begin;
    for (uint32_t i = begin; i < end; ++i) {
      const Word& word = sentence.words[i];
      if (i > begin && word.comma_before) {
        ++commas;
        inner_ands += ands;
        ands = 0;
        item = i;
        comma_and = word.text == "and" || word.text == "or";
      }
      if (i - item > 6) return std::nullopt;
      if (i > begin && (word.text == "and" || word.text == "or" || word.text == "plus") && !word.comma_before) ++ands;
      static constexpr absl::string_view kClause[] = {"who", "which", "that", "whose", "where", "when", "because",
                                                      "but", "said",  "says", "was",   "were",  "is",   "are",
                                                      "has", "have",  "had",  "while", "after", "both"};
      if (std::find(std::begin(kClause), std::end(kClause), word.text) != std::end(kClause)) return std::nullopt;
    }
    for (const TextFigure& figure : figures_) {
      if (figure.sentence == index && figure.first >= begin && figure.first < end) return std::nullopt;
    }
    if (commas == 0) {
      if (ands != 1) return std::nullopt;
      return std::make_pair(2, 2);
    }
    // "a, b, and c": the comma before "and" counts for the joint.
    if (comma_and) return std::make_pair(commas + 1, commas + 1 + ands + inner_ands);
    if (ands == 0) return std::nullopt;
    return std::make_pair(commas + 2, commas + 1 + ands + inner_ands);
  }

  void InBullets(uint32_t index, const TextFigure& number) {
    const auto& sentences = context_.document.sentences;
    std::set<const Block*> items;
    const Sentence* first = nullptr;
    const Sentence* last = nullptr;
    uint32_t at = index + 1;
    for (; at < sentences.size() && sentences[at].zone == Zone::kListItem; ++at) {
      items.insert(sentences[at].block);
      if (first == nullptr) first = &sentences[at];
      last = &sentences[at];
    }
    const auto count = static_cast<int>(items.size());
    if (count < 2 || Exact(count) == *number.value.low) return;
    std::vector<TextFigure> ends;
    for (const Sentence* sentence : {first, last}) {
      TextFigure end;
      end.sentence = static_cast<uint32_t>(sentence - sentences.data());
      end.span = {0, std::min<size_t>(sentence->text.size(), 80)};
      ends.push_back(end);
    }
    misfits_.push_back({{number}, std::move(ends), absl::StrCat("the list has ", count, " items")});
  }

  void Report(const Sentence& sentence, uint32_t index, const TextFigure& number, uint32_t begin, uint32_t end,
              std::pair<int, int> items) {
    if (*number.value.low >= Exact(items.first) && *number.value.low <= Exact(items.second)) return;
    TextFigure list;
    list.sentence = index;
    list.span = {sentence.words[begin].span.begin, sentence.words[end - 1].span.end};
    const std::string count =
        items.first == items.second ? absl::StrCat(items.first) : absl::StrCat(items.first, " or ", items.second);
    misfits_.push_back({{number}, {list}, absl::StrCat("the list has ", count, " items")});
  }

  const CheckContext& context_;
  const Figures& figures_;
  const LexiconId open_list_;
  std::vector<Misfit> misfits_;
};

}  // namespace

std::vector<Misfit> CheckItems(const CheckContext& context, const Figures& figures) {
  return ItemsChecker(context, figures).Run();
}

// Shares of one whole in one sentence that make more than all of it.
std::vector<Misfit> CheckShares(const CheckContext& context, const Figures& figures) {
  std::vector<Misfit> misfits;
  const LexiconId exhaustive = context.analysis.lexicons->Find("exhaustive");
  for (uint32_t s = 0; s < context.document.sentences.size(); ++s) {
    const Sentence& sentence = context.document.sentences[s];
    if (sentence.block->cell) continue;
    if (!HasPhrase(sentence, exhaustive, 0, static_cast<uint32_t>(sentence.words.size()))) continue;
    std::vector<TextFigure> shares;
    Interval sum = Interval::Point(Exact());
    bool plain = true;
    for (const TextFigure* figure : FiguresInSentence(figures, s)) {
      if (figure->value.kind != ValueKind::kPercent) continue;
      plain &= figure->value.modifier == Modifier::kExact && figure->value.low == figure->value.high;
      sum = Plus(sum, IntervalOf(figure->value));
      shares.push_back(*figure);
    }
    const bool far = sum.low && *sum.low > Exact(101) && *sum.low < Exact(150);
    const bool moved = HasWord(sentence, 0, static_cast<uint32_t>(sentence.words.size()),
                               {"from", "up", "down", "rose", "fell", "compared", "turnout", "than", "previous"});
    if (!plain || !far || moved || shares.size() < 3) continue;
    Misfit misfit;
    misfit.derived = {shares.front()};
    misfit.given.assign(shares.begin() + 1, shares.end());
    misfit.reason = absl::StrCat("the shares make ", Written(sum), "%");
    misfits.push_back(std::move(misfit));
  }
  return misfits;
}

namespace {

// Straight sets all go to one side.
void StraightSets(uint32_t index, const Sentence& sentence, const std::vector<TextFigure>& scores,
                  std::vector<Misfit>& misfits) {
  for (uint32_t i = 1; i < sentence.words.size(); ++i) {
    if (sentence.words[i].text != "sets" || sentence.words[i - 1].text != "straight") continue;
    const auto side = [](const TextFigure& score) { return *score.value.low > *score.value.high; };
    const auto odd = std::find_if(scores.begin(), scores.end(),
                                  [&](const TextFigure& score) { return side(score) != side(scores.front()); });
    if (odd == scores.end()) return;
    TextFigure words;
    words.sentence = index;
    words.span = {sentence.words[i - 1].span.begin, sentence.words[i].span.end};
    misfits.push_back({{words}, {*odd}, "one set went the other way"});
    return;
  }
}

}  // namespace

// "won in three sets, 6-4, 6-3": as many scores as sets, those of tie-breaks left out.
std::vector<Misfit> CheckSets(const CheckContext& context, const Figures& figures) {
  std::vector<Misfit> misfits;
  for (uint32_t s = 0; s < context.document.sentences.size(); ++s) {
    const Sentence& sentence = context.document.sentences[s];
    const TextFigure* number = nullptr;
    std::vector<TextFigure> scores;
    for (const TextFigure* figure : FiguresInSentence(figures, s)) {
      const auto& words = sentence.words;
      const bool sets =
          figure->last < words.size() && (words[figure->last].text == "sets" || figure->value.noun == "sets");
      if (IsWholeCount(*figure) && sets) number = figure;
      if (figure->value.kind != ValueKind::kScore) continue;
      const size_t before = figure->span.begin;
      const bool tie_break = before > 0 && sentence.text[before - 1] == '(';
      if (!tie_break || scores.empty()) scores.push_back(*figure);
    }
    if (scores.size() < 2) continue;
    StraightSets(s, sentence, scores, misfits);
    if (number == nullptr) continue;
    const Exact count(static_cast<int64_t>(scores.size()));
    if (count == *number->value.low || *number->value.low > Exact(5)) continue;
    misfits.push_back({{*number}, scores, absl::StrCat(scores.size(), " sets are scored")});
  }
  return misfits;
}

}  // namespace crosscheck
