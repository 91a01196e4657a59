#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/time/civil_time.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "english/english.h"

// Weekdays that do not fit their dates, and days that no month has. Two repairs in the message and no verdict: either
// word may be the wrong one.
namespace crosscheck {

namespace {

constexpr int kFarthest = 200;  // days from the text's own day at which a date without a year is still of its time

constexpr std::array<absl::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};
constexpr std::array<absl::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

// Index of the name that begins like `word` in its first three letters.
template <size_t N>
int NameIndex(const std::array<absl::string_view, N>& names, absl::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    const std::string start = {static_cast<char>(names[i][0] - 'A' + 'a'), names[i][1], names[i][2]};
    if (word.substr(0, 3) == start) return static_cast<int>(i);
  }
  return -1;
}

int WeekdayIn(const Word& word) {
  return word.capital && !word.number && english::IsWeekdayName(word.text) ? NameIndex(kWeekdays, word.text) : -1;
}
int MonthIn(const Word& word) {
  return word.capital && !word.number && english::IsMonthName(word.text) ? NameIndex(kMonths, word.text) + 1 : 0;
}

// "15", "15th"; 0 for anything else.
int DayIn(const Word& word) {
  absl::string_view text = word.text;
  for (absl::string_view ending : {"st", "nd", "rd", "th"}) {
    if (text.size() > 2 && text.substr(text.size() - 2) == ending) {
      text.remove_suffix(2);
      break;
    }
  }
  int day = 0;
  if (text.size() > 2 || !absl::SimpleAtoi(text, &day)) return 0;
  return day >= 1 && day <= 31 ? day : 0;
}

int YearIn(const Word& word) {
  int year = 0;
  if (word.text.size() != 4 || !absl::SimpleAtoi(word.text, &year)) return 0;
  return year >= 1700 && year <= 2200 ? year : 0;
}

int Weekday(absl::CivilDay day) { return static_cast<int>(((day - absl::CivilDay(1970, 1, 5)) % 7 + 7) % 7); }

bool Exists(int year, int month, int day) {
  const absl::CivilDay built(year, month, day);
  return built.month() == month && built.day() == day;
}

// A day of a month in words: "15 July 2026", "July 11-13".
struct WrittenDate {
  uint32_t first = 0, last = 0;  // words, half-open
  int year = 0;                  // 0 = unsaid
  int month = 0;
  int day = 0;
  int end_day = 0;  // of a range; 0 = none
  bool month_first = false;
  uint32_t month_at = 0, day_at = 0;
};

std::optional<WrittenDate> DateAt(const std::vector<Word>& words, uint32_t at) {
  WrittenDate date;
  date.month = MonthIn(words[at]);
  date.month_at = at;
  if (date.month == 0) return std::nullopt;
  const auto joined = [&](uint32_t i) { return words[i].hyphen_before || words[i].break_before; };
  uint32_t before = at;
  if (before > 0 && words[before - 1].text == "of") --before;
  if (before > 0 && DayIn(words[before - 1]) != 0 && !words[at].comma_before && !words[at].break_before) {
    date.day = DayIn(words[before - 1]);
    date.first = date.day_at = before - 1;
    date.last = at + 1;
    if (before > 1 && joined(before - 1) && DayIn(words[before - 2]) != 0 && DayIn(words[before - 2]) < date.day) {
      date.end_day = date.day;
      date.day = DayIn(words[before - 2]);
      date.first = before - 2;
    }
  } else if (at + 1 < words.size() && DayIn(words[at + 1]) != 0 && !words[at + 1].comma_before &&
             !words[at + 1].break_before) {
    date.month_first = true;
    date.day = DayIn(words[at + 1]);
    date.day_at = at + 1;
    date.first = at;
    date.last = at + 2;
    if (at + 2 < words.size() && joined(at + 2) && DayIn(words[at + 2]) > date.day) {
      date.end_day = DayIn(words[at + 2]);
      date.last = at + 3;
    }
  } else {
    return std::nullopt;
  }
  if (date.last < words.size() && YearIn(words[date.last]) != 0 && !words[date.last].break_before) {
    date.year = YearIn(words[date.last++]);
  }
  return date;
}

// The weekday beside a date, and that of the other end of a range.
struct WrittenWeekday {
  uint32_t at = 0;
  int weekday = 0;
  int end_weekday = -1;
  uint32_t end_at = 0;
};

bool IsFiller(absl::string_view word) {
  return word == "the" || word == "on" || word == "night" || word == "morning" || word == "afternoon" ||
         word == "evening" || word == "of" || word == "lunchtime";
}

std::optional<WrittenWeekday> WeekdayBeside(const std::vector<Word>& words, const WrittenDate& date) {
  WrittenWeekday found;
  for (uint32_t i = date.first; i > 0 && i + 3 > date.first; --i) {
    const Word& word = words[i - 1];
    found.weekday = WeekdayIn(word);
    found.at = i - 1;
    if (found.weekday < 0) {
      if (!IsFiller(word.text)) break;
      continue;
    }
    if (word.possessive) return std::nullopt;
    // A newspaper of that name.
    if (word.text == "sun" && i >= 2 && words[i - 2].text == "the") return std::nullopt;
    // "Friday to Sunday, July 11-13"
    const bool range =
        i >= 3 && (words[i - 2].text == "to" || words[i - 2].text == "through") && WeekdayIn(words[i - 3]) >= 0;
    const bool dash = i >= 2 && (word.hyphen_before || word.break_before) && WeekdayIn(words[i - 2]) >= 0;
    if (range || dash) {
      found.end_weekday = found.weekday;
      found.end_at = found.at;
      found.at = range ? i - 3 : i - 2;
      found.weekday = WeekdayIn(words[found.at]);
    } else if (i >= 2 && words[i - 2].text == "and") {
      return std::nullopt;
    }
    return found;
  }
  uint32_t after = date.last;
  if (after >= words.size()) return std::nullopt;
  const bool article = words[after].text == "a" && (words[after].comma_before || words[after].break_before);
  if (article) ++after;
  if (after >= words.size() || WeekdayIn(words[after]) < 0 || words[after].possessive) return std::nullopt;
  if (!article && !words[after].comma_before && !words[after].break_before) return std::nullopt;
  const bool closed = after + 1 == words.size() || words[after + 1].comma_before || words[after + 1].break_before;
  if (!closed || (after + 1 < words.size() && (MonthIn(words[after + 1]) != 0 || DayIn(words[after + 1]) != 0))) {
    return std::nullopt;
  }
  found.at = after;
  found.weekday = WeekdayIn(words[after]);
  return found;
}

class WeekdayChecker {
 public:
  WeekdayChecker(const Analysis& analysis, const Rule& rule, RelationSink& sink)
      : analysis_(analysis), rule_(rule), sink_(sink) {}

  void Run() {
    for (document_ = 0; document_ < analysis_.documents.size(); ++document_) {
      const auto& sentences = analysis_.documents[document_].sentences;
      for (uint32_t s = 0; s < sentences.size(); ++s) {
        for (uint32_t w = 0; w < sentences[s].words.size(); ++w) {
          if (const auto date = DateAt(sentences[s].words, w)) CheckDate(s, *date);
        }
      }
    }
  }

 private:
  const DocumentAnalysis& Document() const { return analysis_.documents[document_]; }

  void CheckDate(uint32_t index, const WrittenDate& date) {
    const Sentence& sentence = Document().sentences[index];
    const int last_day = std::max(date.day, date.end_day);
    if (!Exists(date.year != 0 ? date.year : 2024, date.month, last_day)) {
      if (IsSurelyDate(sentence, date)) ReportImpossible(sentence, date, last_day);
      return;
    }
    const auto weekday = WeekdayBeside(sentence.words, date);
    if (!weekday) return;
    const std::optional<int> year = YearOf(index, date);
    if (!year || !Exists(*year, date.month, date.day)) return;
    const absl::CivilDay day(*year, date.month, date.day);
    if (Weekday(day) != weekday->weekday) {
      // "Friday to Sunday, 13 July": the one date may be that of either end.
      if (weekday->end_weekday >= 0 && date.end_day == 0 && Weekday(day) == weekday->end_weekday) return;
      ReportWeekday(sentence, date, day, weekday->weekday, weekday->at);
    } else if (weekday->end_weekday >= 0 && date.end_day != 0 && Exists(*year, date.month, date.end_day)) {
      const absl::CivilDay end(*year, date.month, date.end_day);
      if (Weekday(end) != weekday->end_weekday) {
        ReportWeekday(sentence, date, end, weekday->end_weekday, weekday->end_at);
      }
    }
  }

  // "in June 31 people": a number behind a month counts something unless a day is meant beyond doubt.
  static bool IsSurelyDate(const Sentence& sentence, const WrittenDate& date) {
    const auto& words = sentence.words;
    if (date.year != 0 || words[date.day_at].text.size() > 2) return true;
    if (!date.month_first) return true;
    if (date.last < words.size() && !words[date.last].comma_before && !words[date.last].break_before) return false;
    static constexpr absl::string_view kBefore[] = {"on",     "by",    "until",   "till", "from",  "to",   "since",
                                                    "before", "after", "through", "ends", "dated", "till", "of"};
    return date.first > 0 &&
           (WeekdayIn(words[date.first - 1]) >= 0 ||
            std::find(std::begin(kBefore), std::end(kBefore), words[date.first - 1].text) != std::end(kBefore));
  }

  // The year that is written, else that which brings the date nearest to the text's day. Other years in the text close
  // by leave it open.
  std::optional<int> YearOf(uint32_t index, const WrittenDate& date) const {
    if (date.year != 0) return date.year;
    const auto published = Document().document->info().published;
    if (!published) return std::nullopt;
    std::optional<absl::CivilDay> nearest;
    for (int offset : {0, -1, 1}) {
      const auto year = static_cast<int>(published->year()) + offset;
      if (!Exists(year, date.month, date.day)) continue;
      const absl::CivilDay day(year, date.month, date.day);
      if (!nearest || std::abs(day - *published) < std::abs(*nearest - *published)) nearest = day;
    }
    if (!nearest || std::abs(*nearest - *published) > kFarthest) return std::nullopt;
    for (uint32_t s = index >= 2 ? index - 2 : 0; s <= index; ++s) {
      for (const Word& word : Document().sentences[s].words) {
        if (YearIn(word) != 0 && YearIn(word) != nearest->year()) return std::nullopt;
        // "last year", "a decade ago"
        if (s == index && (word.text == "ago" || word.text == "year" || word.text == "years")) return std::nullopt;
      }
    }
    return static_cast<int>(nearest->year());
  }

  static TextSpan SpanOf(const Sentence& sentence, uint32_t first, uint32_t last) {
    return {sentence.words[first].span.begin, sentence.words[last - 1].span.end};
  }

  static std::string Shown(absl::CivilDay day) {
    return absl::StrCat(day.day(), " ", kMonths[static_cast<size_t>(day.month() - 1)], " ", day.year());
  }

  void ReportWeekday(const Sentence& sentence, const WrittenDate& date, absl::CivilDay day, int stated, uint32_t at) {
    int back = (Weekday(day) - stated + 7) % 7;
    if (back > 3) back -= 7;
    const std::string right(kWeekdays[static_cast<size_t>(Weekday(day))]);
    const std::string reason = absl::StrCat(Shown(day), " is a ", right, "; the nearest ",
                                            kWeekdays[static_cast<size_t>(stated)], " is ", Shown(day - back));
    Report(sentence, SpanOf(sentence, at, at + 1), SpanOf(sentence, date.first, date.last), reason);
  }

  void ReportImpossible(const Sentence& sentence, const WrittenDate& date, int day) {
    const absl::string_view month = kMonths[static_cast<size_t>(date.month - 1)];
    int last = 31;
    const int year = date.year != 0 ? date.year : 2024;
    while (!Exists(year, date.month, last)) --last;
    const std::string reason = absl::StrCat(month, date.year != 0 ? absl::StrCat(" ", date.year) : "", " has ", last,
                                            " days and no ", day, "th");
    // The year is in doubt as much as the day only for the 29th of February.
    TextSpan other = SpanOf(sentence, date.month_at, date.month_at + 1);
    if (date.year != 0 && day == 29) other = SpanOf(sentence, date.last - 1, date.last);
    Report(sentence, SpanOf(sentence, date.day_at, date.day_at + 1), other,
           absl::StrReplaceAll(reason, {{"31th", "31st"}}));
  }

  void Report(const Sentence& sentence, TextSpan left, TextSpan right, const std::string& reason) {
    const auto make = [&](TextSpan span, absl::string_view canonical) {
      Claim claim = ClaimAt(Document(), sentence, span);
      claim.rule = rule_.id;
      claim.attribute = "day";
      claim.value.kind = "date";
      claim.value.canonical = std::string(canonical);
      return claim;
    };
    const Claim a = make(left, "a");
    const Claim b = make(right, "b");
    Relation relation = MakeRelation(analysis_, rule_, {a, document_}, {b, document_}, reason);
    relation.question = absl::StrCat(document_, ":", a.span.begin);
    relation.kind = "calendar";
    sink_.Relate(std::move(relation), a, b);
  }

  const Analysis& analysis_;
  const Rule& rule_;
  RelationSink& sink_;
  uint32_t document_ = 0;
};

}  // namespace

void CompareWeekdays(const Analysis& analysis, const Rule& rule, RelationSink& sink) {
  WeekdayChecker(analysis, rule, sink).Run();
}

}  // namespace crosscheck
