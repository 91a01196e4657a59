#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compare/identity_checks.h"

namespace crosscheck {

namespace {

using Figures = std::vector<TextFigure>;

// The figures of one sentence in order of place, ends of ranges left out.
std::vector<const TextFigure*> InSentence(const Figures& figures, uint32_t sentence) {
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

// A figure in a list of parts: a count or an amount without a hedge.
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

// Whether a phrase of a lexicon begins among the words [first, last).
bool HasPhrase(const Sentence& sentence, LexiconId lexicon, uint32_t first, uint32_t last) {
  return std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == lexicon && hit.first >= first && hit.first < last;
  });
}

// ---- Parts and their sum ----

// "a woman", "an adult": one, in a list of people. Gives the figure that the article stands for.
std::optional<TextFigure> ArticleAsOne(const Sentence& sentence, LexiconId persons, uint32_t index, uint32_t word,
                                       uint32_t until) {
  if (word + 1 >= until) return std::nullopt;
  const absl::string_view text = sentence.words[word].text;
  if ((text != "a" && text != "an") || sentence.words[word + 1].number) return std::nullopt;
  const bool person = std::any_of(sentence.hits.begin(), sentence.hits.end(), [&](const LexiconHit& hit) {
    return hit.lexicon == persons && hit.first > word && hit.first <= word + 2 && hit.first < until;
  });
  if (!person) return std::nullopt;
  TextFigure one;
  one.value.low = one.value.high = Exact(1);
  one.value.step = Exact(1);
  one.sentence = index;
  one.first = word;
  one.last = word + 2;
  one.span = {sentence.words[word].span.begin, sentence.words[word + 1].span.end};
  return one;
}

class PartsChecker {
 public:
  PartsChecker(const CheckContext& context, const Figures& figures)
      : context_(context),
        figures_(figures),
        open_list_(context.analysis.lexicons->Find("open-list")),
        altogether_(context.analysis.lexicons->Find("altogether")),
        composed_(context.analysis.lexicons->Find("composed")),
        persons_(context.analysis.lexicons->Find("persons")) {}

  std::vector<Misfit> Run() {
    for (uint32_t s = 0; s < context_.document.sentences.size(); ++s) {
      const Sentence& sentence = context_.document.sentences[s];
      if (sentence.block->cell || sentence.zone == Zone::kByline) continue;
      if (HasPhrase(sentence, open_list_, 0, static_cast<uint32_t>(sentence.words.size()))) continue;
      own_ = InSentence(figures_, s);
      FromTotal(s, sentence);
      ToTotal(s, sentence);
    }
    return std::move(misfits_);
  }

 private:
  // "45 were hurt: 21 in Leeds, 15 in Hull and 10 in York", and the same behind a comma.
  void FromTotal(uint32_t index, const Sentence& sentence) {
    for (size_t i = 0; i < own_.size(); ++i) {
      const TextFigure& total = *own_[i];
      if (!IsPart(total)) continue;
      const uint32_t begin = ListBegin(sentence, total);
      if (begin == 0) continue;
      const bool closed = sentence.words[begin].break_before || composed_begin_;
      const uint32_t end = ListEnd(sentence, begin);
      std::vector<TextFigure> parts = Parts(index, sentence, begin, end, total);
      if (parts.size() < 2 || !Joined(sentence, parts)) continue;
      if (!LikeEachOther(sentence, parts)) continue;
      // Two parts behind a comma need not be all, but cannot be more than all.
      const bool two = !closed && parts.size() == 2;
      if (two && FollowerOf(sentence, parts.front()).empty() && !ArePersons(sentence, parts)) continue;
      Report(total, std::move(parts), closed, two);
      return;
    }
  }

  // "21 in Leeds, 15 in Hull and 10 in York, a total of 45"
  void ToTotal(uint32_t index, const Sentence& sentence) {
    for (const TextFigure* total : own_) {
      if (!IsPart(*total) || total->first == 0) continue;
      const uint32_t near = total->first > 3 ? total->first - 3 : 0;
      const auto size = static_cast<uint32_t>(sentence.words.size());
      if (!HasPhrase(sentence, altogether_, near, std::min(total->last + 3, size))) continue;
      std::vector<TextFigure> parts = Parts(index, sentence, 0, near, *total);
      const bool fees = parts.size() == 2 && total->value.kind == ValueKind::kMoney;
      if (parts.size() < 2 || !Joined(sentence, parts)) continue;
      if (!fees && !LikeEachOther(sentence, parts)) continue;
      if (fees && HasWord(sentence, parts[0].last, parts[1].first, {"from", "than", "but", "up", "down", "against"}))
        continue;
      Report(*total, std::move(parts), true);
      return;
    }
  }

  // Where the list behind a total begins: after the first mark within its clause; 0 where there is none.
  uint32_t ListBegin(const Sentence& sentence, const TextFigure& total) {
    const uint32_t from = total.last;
    // "a class of 31, made up of 17 girls and 14 boys"
    composed_begin_ = false;
    for (const LexiconHit& hit : sentence.hits) {
      if (hit.lexicon != composed_ || hit.first < from || hit.first > from + 8 || hit.last >= sentence.words.size())
        continue;
      composed_begin_ = true;
      return hit.last;
    }
    for (uint32_t i = from; i < sentence.words.size() && i < from + 14; ++i) {
      if (i == from && sentence.words[i].hyphen_before) continue;
      if (sentence.words[i].break_before || sentence.words[i].comma_before) return i;
    }
    return 0;
  }

  // The list goes on to the sentence's end, or to a bracket or dash that closes it.
  static uint32_t ListEnd(const Sentence& sentence, uint32_t begin) {
    for (uint32_t i = begin + 1; i < sentence.words.size(); ++i) {
      if (sentence.words[i].break_before) return i;
    }
    return static_cast<uint32_t>(sentence.words.size());
  }

  std::vector<TextFigure> Parts(uint32_t index, const Sentence& sentence, uint32_t begin, uint32_t end,
                                const TextFigure& total) const {
    std::vector<TextFigure> parts;
    for (uint32_t word = begin; word < end; ++word) {
      const auto figure = std::find_if(own_.begin(), own_.end(), [&](const TextFigure* f) { return f->first == word; });
      if (figure != own_.end()) {
        const Value& value = (*figure)->value;
        const bool age_or_day = value.kind == ValueKind::kAge || value.kind == ValueKind::kDate;
        if (age_or_day) continue;
        if (!IsPart(**figure) || !SameMeasure(value, total.value) || *value.low >= *total.value.low) return {};
        parts.push_back(**figure);
        word = std::max(word, (*figure)->last - 1);
        continue;
      }
      const bool item = word == begin || sentence.words[word].comma_before || sentence.words[word - 1].text == "and";
      if (!item || !total.value.unit.empty()) continue;
      if (const auto one = ArticleAsOne(sentence, persons_, index, word, end)) parts.push_back(*one);
    }
    return parts;
  }

  // The last part is joined by "and", and each other one by a comma or "and".
  static bool Joined(const Sentence& sentence, const std::vector<TextFigure>& parts) {
    bool last_and = false;
    for (size_t i = 1; i < parts.size(); ++i) {
      const bool comma = HasMark(sentence, parts[i - 1].last, parts[i].first);
      const bool joint = HasWord(sentence, parts[i - 1].last, parts[i].first, {"and", "plus"});
      if (!comma && !joint) return false;
      last_and = joint;
    }
    return last_and;
  }

  static bool HasMark(const Sentence& sentence, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last && i < sentence.words.size(); ++i) {
      if (sentence.words[i].comma_before || sentence.words[i].break_before) return true;
    }
    return false;
  }

  // Items of one list are short and built alike: no clause of its own between two of them.
  static bool LikeEachOther(const Sentence& sentence, const std::vector<TextFigure>& parts) {
    for (size_t i = 1; i < parts.size(); ++i) {
      if (parts[i].first - parts[i - 1].last > 7) return false;
      if (HasWord(sentence, parts[i - 1].last, parts[i].first,
                  {"of", "from", "than", "but", "who", "which", "that", "while", "after", "before", "to", "up", "down",
                   "another", "compared", "against", "with"})) {
        return false;
      }
    }
    return SameFollower(sentence, parts);
  }

  static absl::string_view FollowerOf(const Sentence& sentence, const TextFigure& part) {
    static constexpr absl::string_view kPrepositions[] = {"at", "by", "during", "for", "from", "in", "on", "with"};
    const absl::string_view word = part.last < sentence.words.size() ? sentence.words[part.last].text : "";
    const bool is = std::find(std::begin(kPrepositions), std::end(kPrepositions), word) != std::end(kPrepositions);
    return is ? word : absl::string_view();
  }

  // "nine men and three women"
  bool ArePersons(const Sentence& sentence, const std::vector<TextFigure>& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](const TextFigure& part) {
      return HasPhrase(sentence, persons_, part.first, part.last + 2);
    });
  }

  // "21 in Leeds, 15 in Hull": one preposition behind all of them, or behind none.
  static bool SameFollower(const Sentence& sentence, const std::vector<TextFigure>& parts) {
    std::set<absl::string_view> followers;
    for (const TextFigure& part : parts) followers.insert(FollowerOf(sentence, part));
    return followers.size() == 1;
  }

  void Report(const TextFigure& total, std::vector<TextFigure> parts, bool closed, bool only_over = false) {
    Interval sum = Interval::Point(Exact());
    for (const TextFigure& part : parts) sum = Plus(sum, IntervalOf(part.value));
    const Interval stated = IntervalOf(total.value);
    if (!sum.bounded() || !stated.bounded() || Meet(sum, stated)) return;
    // Behind a comma a list may name the most of the whole; only a sum close to it was meant to be all.
    const Interval near = Widened(stated, Exact::Ratio(1, closed ? 2 : 5).value_or(Exact()));
    if (!Meet(sum, near) || (only_over && *sum.low < *stated.high)) return;
    misfits_.push_back({{total}, std::move(parts), absl::StrCat("the parts make ", Written(sum))});
  }

  const CheckContext& context_;
  const Figures& figures_;
  const LexiconId open_list_, altogether_, composed_, persons_;
  bool composed_begin_ = false;
  std::vector<const TextFigure*> own_;
  std::vector<Misfit> misfits_;
};

// ---- Items announced by number ----

class ItemsChecker {
 public:
  ItemsChecker(const CheckContext& context, const Figures& figures)
      : context_(context), figures_(figures), open_list_(context.analysis.lexicons->Find("open-list")) {}

  std::vector<Misfit> Run() {
    for (uint32_t s = 0; s < context_.document.sentences.size(); ++s) {
      const Sentence& sentence = context_.document.sentences[s];
      if (sentence.block->cell || sentence.words.size() < 4) continue;
      for (const TextFigure* figure : InSentence(figures_, s)) {
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

std::vector<Misfit> CheckParts(const CheckContext& context, const Figures& figures) {
  return PartsChecker(context, figures).Run();
}

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
    for (const TextFigure* figure : InSentence(figures, s)) {
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
    for (const TextFigure* figure : InSentence(figures, s)) {
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
