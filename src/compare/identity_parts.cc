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

constexpr uint32_t kReach = 3;  // sentences between a total and its parts

class PartsChecker {
 public:
  PartsChecker(const CheckContext& context, const Figures& figures)
      : context_(context),
        figures_(figures),
        open_list_(context.analysis.lexicons->Find("open-list")),
        altogether_(context.analysis.lexicons->Find("altogether")),
        composed_(context.analysis.lexicons->Find("composed")),
        persons_(context.analysis.lexicons->Find("persons")),
        whole_(context.analysis.lexicons->Find("whole")) {}

  std::vector<Misfit> Run() {
    for (uint32_t s = 0; s < context_.document.sentences.size(); ++s) {
      const Sentence& sentence = context_.document.sentences[s];
      if (sentence.block->cell || sentence.zone == Zone::kByline) continue;
      if (HasPhrase(sentence, open_list_, 0, static_cast<uint32_t>(sentence.words.size()))) continue;
      own_ = FiguresInSentence(figures_, s);
      FromTotal(s, sentence);
      ToTotal(s, sentence);
      FromEarlier(s, sentence);
      ToNext(s, sentence);
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
      // Three amounts or more and "a total of" are a list whatever their words.
      const bool amounts = parts.size() > 2 && total->value.kind == ValueKind::kMoney;
      if (!fees && !(amounts ? InOneBreath(sentence, parts) : LikeEachOther(sentence, parts))) continue;
      if (fees && HasWord(sentence, parts[0].last, parts[1].first, {"from", "than", "but", "up", "down", "against"}))
        continue;
      Report(*total, std::move(parts), true);
      return;
    }
  }

  // "Seventeen people died. The dead were nine traders, five customers and two porters." "Three playgrounds will cost
  // 240,000 euros. The harbour takes 110,000, Main Street 70,000 and Ashgrove 50,000."
  void FromEarlier(uint32_t index, const Sentence& sentence) {
    for (uint32_t back = 1; back <= kReach && back <= index; ++back) {
      const Sentence& earlier = context_.document.sentences[index - back];
      if (earlier.block->cell || earlier.zone == Zone::kByline) return;
      const std::vector<const TextFigure*> before = FiguresInSentence(figures_, index - back);
      for (const TextFigure* total : before) {
        if (!IsPart(*total)) continue;
        std::vector<TextFigure> parts = Parts(index, sentence, 0, static_cast<uint32_t>(sentence.words.size()), *total);
        if (parts.size() < 2 || !Joined(sentence, parts)) continue;
        const bool told = IsToldOfWhole(sentence, parts.front());
        const bool counted =
            parts.size() >= 3 && total->value.kind == ValueKind::kMoney && Counts(before, parts.size());
        if ((!told || !LikeEachOther(sentence, parts)) && !counted) continue;
        Report(*total, std::move(parts), false);
        return;
      }
    }
  }

  // "Bequests were worth £230,000, investments earned £97,000 and collections raised £85,000. Together they gave
  // £412,000."
  void ToNext(uint32_t index, const Sentence& sentence) {
    if (index + 1 >= context_.document.sentences.size()) return;
    const Sentence& next = context_.document.sentences[index + 1];
    if (next.block->cell || next.zone == Zone::kByline) return;
    const auto lead = std::min(static_cast<uint32_t>(next.words.size()), 4U);
    if (!HasWord(next, 0, lead, {"together", "altogether", "combined"}) && !HasPhrase(next, altogether_, 0, lead))
      return;
    for (const TextFigure* total : FiguresInSentence(figures_, index + 1)) {
      if (!IsPart(*total) || total->value.kind != ValueKind::kMoney) continue;
      std::vector<TextFigure> parts = Parts(index, sentence, 0, static_cast<uint32_t>(sentence.words.size()), *total);
      if (parts.size() < 3 || !Joined(sentence, parts) || !InOneBreath(sentence, parts)) return;
      Report(*total, std::move(parts), false);
      return;
    }
  }

  // "The dead were …", "The haul comprised …"
  bool IsToldOfWhole(const Sentence& sentence, const TextFigure& first) const {
    return first.first >= 2 && first.first <= 5 && HasPhrase(sentence, whole_, 0, 2) &&
           HasWord(sentence, 1, first.first,
                   {"were", "was", "are", "is", "comprise", "comprised", "comprises", "consist", "consisted"});
  }

  // "three playgrounds" where the list has three amounts
  static bool Counts(const std::vector<const TextFigure*>& figures, size_t size) {
    return std::any_of(figures.begin(), figures.end(), [&](const TextFigure* figure) {
      return IsWholeCount(*figure) && *figure->value.low == Exact(static_cast<int64_t>(size));
    });
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

  // "The tugs account for $54m of the outlay, the dredging for $31m and the station for $8m": no figure is held against
  // another.
  static bool InOneBreath(const Sentence& sentence, const std::vector<TextFigure>& parts) {
    for (size_t i = 1; i < parts.size(); ++i) {
      if (parts[i].first - parts[i - 1].last > 9) return false;
      if (HasWord(sentence, parts[i - 1].last, parts[i].first,
                  {"from", "than", "but", "who", "which", "that", "while", "after", "before", "up", "down", "another",
                   "compared", "against"})) {
        return false;
      }
    }
    return true;
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
  const LexiconId open_list_, altogether_, composed_, persons_, whole_;
  bool composed_begin_ = false;
  std::vector<const TextFigure*> own_;
  std::vector<Misfit> misfits_;
};

}  // namespace

std::vector<Misfit> CheckParts(const CheckContext& context, const Figures& figures) {
  return PartsChecker(context, figures).Run();
}

}  // namespace crosscheck
