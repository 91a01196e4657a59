#include <array>

#include "absl/strings/numbers.h"
#include "value/date_phrase.h"

// Dates in digits: ISO 8601 (year first), month first as the press of the United States writes them, day first where
// the first figure can be no month.
namespace crosscheck {
namespace {

struct Figures {
  std::array<int, 3> value{};
  std::array<size_t, 3> digits{};
  int count = 0;
  char mark = 0;
  size_t last = 0;
};

// One to three figures joined by the same mark without spaces.
std::optional<Figures> ReadFigures(const TokenView& tokens, size_t at) {
  Figures figures;
  size_t next = at;
  while (figures.count < 3) {
    const absl::string_view text = tokens.Text(next);
    const auto i = static_cast<size_t>(figures.count);
    if (!tokens.IsNumber(next) || text.size() > 4) return std::nullopt;
    figures.value[i] = FromDigits(text);
    if (figures.count > 0 && !tokens.IsGlued(next)) return std::nullopt;
    figures.digits[i] = text.size();
    ++figures.count;
    figures.last = next + 1;
    const bool mark = tokens.Is(next + 1, "/") || tokens.Is(next + 1, "-") || tokens.Is(next + 1, ".");
    if (!mark || !tokens.IsGlued(next + 1) || !tokens.IsNumber(next + 2) || !tokens.IsGlued(next + 2)) break;
    const char found = tokens.Text(next + 1)[0];
    if (figures.mark != 0 && figures.mark != found) break;
    figures.mark = found;
    next += 2;
  }
  // A fourth figure makes it something else: a telephone number, a version, a code.
  const bool more = (tokens.Is(figures.last, "/") || tokens.Is(figures.last, "-") || tokens.Is(figures.last, ".")) &&
                    tokens.IsGlued(figures.last) && tokens.IsNumber(figures.last + 1) &&
                    tokens.IsGlued(figures.last + 1);
  if (more && figures.count == 3 && tokens.Text(figures.last + 1).size() <= 2 && !tokens.Is(figures.last, "-")) {
    return std::nullopt;
  }
  if (more && figures.count == 3 && tokens.Text(figures.last)[0] == figures.mark && figures.mark != '-')
    return std::nullopt;
  return figures;
}

// Nothing may be glued before the first figure that makes it the rest of something longer.
bool BeginsFreely(const TokenView& tokens, size_t at) {
  if (!tokens.IsGlued(at)) return tokens.Before(at) != "$";
  const absl::string_view before = tokens.Before(at);
  if (before == "(" || before == "[" || before == "'" || before == "\"" || before == "|" || before == ":") return true;
  // "report-2002-10-09", "-2020-07-01-", and the second end of a range.
  return before == "-" &&
         (at < 2 || !tokens.IsNumber(at - 2) || tokens.Text(at - 2).size() == 4 || tokens.Text(at - 2).size() <= 2);
}

std::optional<DatePhrase> Made(size_t at, size_t last, int year, int month, int day) {
  if (month < 1 || month > 12) return std::nullopt;
  if (day != 0 && !IsCalendarDay(year == 0 ? 2000 : year, month, day)) return std::nullopt;
  DatePhrase phrase;
  phrase.form = DatePhrase::Form::kCalendar;
  phrase.first = at;
  phrase.last = last;
  phrase.granularity = day != 0 ? Granularity::kDay : Granularity::kMonth;
  phrase.parts.year = static_cast<int16_t>(year);
  phrase.parts.month = static_cast<int8_t>(month);
  phrase.parts.day = static_cast<int8_t>(day);
  return phrase;
}

std::optional<DatePhrase> ThreeFigures(size_t at, const Figures& figures, bool cued) {
  const auto& [a, b, c] = figures.value;
  if (figures.digits[0] == 4) {
    if (figures.digits[1] > 2 || figures.digits[2] > 2) return std::nullopt;
    return b > 12 && c <= 12 ? Made(at, figures.last, a, c, b) : Made(at, figures.last, a, b, c);
  }
  if (figures.digits[0] > 2 || figures.digits[1] > 2) return std::nullopt;
  int year = c;
  if (figures.digits[2] == 2) {
    // "9-18-15" is a score or a record as often as a day, "1.10.30" a version.
    if (figures.mark == '.' || (figures.mark == '-' && !cued && c < 13)) return std::nullopt;
    year = YearOfTwoDigits(c);
  } else if (figures.digits[2] != 4) {
    return std::nullopt;
  }
  if (figures.mark == '.' || a > 12) {
    if (b <= 12) return Made(at, figures.last, year, b, a);  // day first
    if (a > 12) return std::nullopt;
  }
  return Made(at, figures.last, year, a, b);
}

std::optional<DatePhrase> TwoFigures(const TokenView& tokens, size_t at, const Figures& figures, bool cued) {
  const auto& [a, b, c] = figures.value;
  const bool year_first = figures.digits[0] == 4 && figures.digits[1] <= 2;
  const bool year_last = figures.digits[1] == 4 && figures.digits[0] <= 2 && b >= 1900 && b < 2100;
  if (year_first && a >= 1900 && a < 2100 && figures.mark != '.') {
    if (figures.mark == '-' && (figures.digits[1] != 2 || b == (a + 1) % 100))
      return std::nullopt;  // 2010-11: a season
    return Made(at, figures.last, a, b, 0);
  }
  if (year_last && figures.mark != '.') return Made(at, figures.last, b, a, 0);
  if (figures.mark != '/' || figures.digits[0] > 2 || figures.digits[1] > 2) return std::nullopt;
  if ((a == 9 && b == 11) || (a == 24 && b == 7)) return std::nullopt;  // names, not days
  const absl::string_view before = tokens.Before(at);
  // "10/1-11/2/2017": a range of days.
  const bool to_another =
      tokens.Is(figures.last, "-") && tokens.IsNumber(figures.last + 1) && tokens.Is(figures.last + 2, "/");
  // "11/20, 12 of Nov": a day in a list of days.
  bool listed = false;
  for (size_t ahead = 1; ahead <= 3 && tokens.Is(figures.last, ","); ++ahead) {
    listed = listed || FindMonthWord(tokens.Text(figures.last + ahead)) != nullptr;
  }
  const bool placed = cued || to_another || listed || before == "on" || before == "by" || before == "since" ||
                      before == "until" || before == "from" || before == "through" || before == "(" || before == "," ||
                      FindWeekdayWord(before) != nullptr;
  const bool unlike_a_fraction = (a > 12 || b > 12) && b != 16 && b != 32 && b != 64 && b != 20 && b != 24 && b != 25;
  if (!placed && !unlike_a_fraction && !(at == 0 && tokens.IsEnd(figures.last))) return std::nullopt;
  return a > 12 ? Made(at, figures.last, 0, b, a) : Made(at, figures.last, 0, a, b);
}

// "2016 / 11", "11 - 2016": with spaces about the mark, at the end of a clause.
std::optional<DatePhrase> SpacedYearAndMonth(const TokenView& tokens, size_t at) {
  const bool mark = tokens.Is(at + 1, "/") || tokens.Is(at + 1, "-");
  const bool spaced = !tokens.IsGlued(at + 1) || !tokens.IsGlued(at + 2);
  if (!mark || !spaced || !tokens.IsNumber(at + 2) || !tokens.EndsClause(at + 3)) return std::nullopt;
  const size_t year_at = tokens.Text(at).size() == 4 ? at : at + 2;
  const size_t month_at = year_at == at ? at + 2 : at;
  const std::optional<IntRead> year = ReadYearDigits(tokens, year_at);
  int month = 0;
  if (!year || year->value < 1900 || year->value >= 2100 || tokens.Text(month_at).size() != 2 ||
      !absl::SimpleAtoi(tokens.Text(month_at), &month)) {
    return std::nullopt;
  }
  return Made(at, at + 3, year->value, month, 0);
}

// 20250715: eight digits that make a day of the last or this century.
std::optional<DatePhrase> EightDigits(const TokenView& tokens, size_t at) {
  int value = 0;
  if (!absl::SimpleAtoi(tokens.Text(at), &value) || value < 19000101 || value >= 21000000) return std::nullopt;
  if (tokens.Is(at + 1, "-") && tokens.IsNumber(at + 2)) return std::nullopt;
  return Made(at, at + 1, value / 10000, value / 100 % 100, value % 100 == 0 ? 99 : value % 100);
}

}  // namespace

std::optional<DatePhrase> ReadNumericDate(const DateContext& context, size_t at, bool cued) {
  const TokenView& tokens = context.tokens;
  if (!tokens.IsNumber(at) || !BeginsFreely(tokens, at)) return std::nullopt;
  if (tokens.Text(at).size() == 8) return EightDigits(tokens, at);
  if (tokens.Text(at).size() > 4) return std::nullopt;
  if (std::optional<DatePhrase> spaced = SpacedYearAndMonth(tokens, at)) return spaced;
  const std::optional<Figures> figures = ReadFigures(tokens, at);
  if (!figures || figures->count < 2) return std::nullopt;
  if (figures->count == 3) {
    const bool placed =
        cued || tokens.Before(at) == "on" || tokens.Before(at) == "of" || FindWeekdayWord(tokens.Before(at));
    return ThreeFigures(at, *figures, placed);
  }
  std::optional<DatePhrase> phrase = TwoFigures(tokens, at, *figures, cued);
  if (phrase && phrase->parts.year == 0 && tokens.Is(phrase->last, ",")) {
    if (const auto year = ReadYearSuffix(context, phrase->last, false)) {
      phrase->parts.year = static_cast<int16_t>(year->year);
      phrase->last = year->last;
    }
  }
  return phrase;
}

}  // namespace crosscheck
