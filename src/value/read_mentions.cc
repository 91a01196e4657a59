#include <algorithm>
#include <utility>

#include "value/figure.h"
#include "value/finish_reading.h"
#include "value/mention.h"
#include "value/modifiers.h"
#include "value/non_value.h"
#include "value/number.h"
#include "value/number_words.h"
#include "value/readers.h"
#include "value/reading.h"
#include "value/rejoin.h"
#include "value/token.h"
#include "value/units.h"
#include "value/value_starts.h"
#include "value/word_filter.h"

namespace crosscheck {

namespace {

// Of two readings at one place the longer wins; of equals, the more specific kind.
int Rank(ValueKind kind) {
  switch (kind) {
    case ValueKind::kMoney:
    case ValueKind::kPercent:
    case ValueKind::kPoints:
      return 0;
    case ValueKind::kAge:
      return 1;
    case ValueKind::kTime:
      return 2;
    case ValueKind::kDate:
      return 3;
    case ValueKind::kDuration:
      return 4;
    case ValueKind::kQuantity:
      return 5;
    case ValueKind::kOrdinal:
      return 6;
    case ValueKind::kScore:
      return 7;
    case ValueKind::kNumber:
      return 8;
  }
  return 9;
}

void Better(std::optional<Reading> other, std::optional<Reading>& best) {
  if (!other) return;
  if (!best || other->last > best->last ||
      (other->last == best->last && Rank(other->value.kind) < Rank(best->value.kind))) {
    best = std::move(other);
  }
}

class MentionReader {
 public:
  MentionReader(absl::string_view text, const ReadOptions& options) : options_(options) {
    Tokenize(text, stream_);
    Rejoin(stream_);
    blocked_ = FindNonValues(text, stream_);
  }

  std::vector<Mention> Read();
  std::string Explain(size_t offset);

 private:
  const Token& At(size_t i) const { return TokenAt(stream_, i); }
  bool IsBlocked(size_t i) const { return i < blocked_.size() && blocked_[i] != NonValue::kNone; }
  bool DatesOnly(size_t i) const { return IsBlocked(i) && MayBeDate(blocked_[i]); }
  uint16_t StartsAt(size_t i) const;

  std::optional<Reading> ReadAt(size_t i);
  std::optional<Reading> ReadModified(size_t i);
  std::optional<Reading> ReadAny(size_t i, uint16_t starts, bool modified);
  void ReadNumbers(size_t i, uint16_t starts, NumberHere& number, std::optional<Reading>& best);
  std::optional<Reading> ReadBareHalf(size_t i) const;
  std::optional<Reading> ReadOneUnit(size_t i, bool modified) const;
  bool Overlaps(const Reading& reading) const;
  bool IsDuration(const Reading& duration) const;
  bool YieldsTo(const Reading& duration, const Reading& other) const;
  bool IsFraction(const Reading& number, const Reading& date) const;
  void TakeOtherBound(Reading& reading);
  Mention ToMention(Reading reading) const;

  const ReadOptions& options_;
  TokenStream stream_;
  std::vector<NonValue> blocked_;
};

uint16_t MentionReader::StartsAt(size_t i) const {
  const Token& token = stream_.tokens[i];
  switch (token.kind) {
    case Token::Kind::kNumber:
      return kStartsNumber | kStartsClock;
    case Token::Kind::kMark:
      return MarkMayStart(token, At(i + 1)) ? kStartsNumber | kStartsCurrency | kStartsModifier : 0;
    case Token::Kind::kWord:
      break;
  }
  return WordStarts(token.text);
}

// A reading must not take in a token that was found to be no value.
bool MentionReader::Overlaps(const Reading& reading) const {
  const bool date = reading.value.kind == ValueKind::kDate || reading.value.kind == ValueKind::kTime;
  for (size_t i = reading.first; i < reading.last; ++i) {
    if (IsBlocked(i) && !(date && MayBeDate(blocked_[i]))) return true;
  }
  return false;
}

void MentionReader::ReadNumbers(size_t i, uint16_t starts, NumberHere& number, std::optional<Reading>& best) {
  if (starts & (kStartsNumber | kStartsCurrency | kStartsRange)) {
    if (IsPronounOne(stream_, i)) {
      Better(ReadRatio(stream_, i, number), best);
      return;
    }
    Figure last_figure;
    std::optional<Reading> figure = ReadFigure(stream_, i, number, last_figure);
    if (figure && figure->value.kind == ValueKind::kScore) SetScore(stream_, *figure);
    Better(std::move(figure), best);
  }
  if (starts & kStartsNumber) {
    Better(ReadTally(stream_, i), best);
    Better(ReadRatio(stream_, i, number), best);
    Better(ReadOrdinal(stream_, i), best);
    if (At(i).kind == Token::Kind::kNumber) Better(ReadAppositiveAge(stream_, i), best);
  }
  if (starts & kStartsHalf) Better(ReadHalf(stream_, i), best);
  if (starts & kStartsVague) Better(ReadVague(stream_, i), best);
  if (starts & kStartsAge) Better(ReadCuedAge(stream_, i), best);
  if (starts & kStartsDecade) Better(ReadAgeDecade(stream_, i), best);
}

// "half" after "more than" or "about", where no noun follows.
std::optional<Reading> MentionReader::ReadBareHalf(size_t i) const {
  const Token& next = At(i + 1);
  if (IsWord(next) && next.text != "people" && next.space_before) return std::nullopt;
  Reading out;
  out.value.low = out.value.high = *Exact::Ratio(1, 2);
  out.value.is_fraction = true;
  out.first = out.phrase_first = i;
  out.last = out.phrase_last = i + 1;
  return out;
}

// "about a mile", "less than a kilogram of": one of a unit, and no rate ("$5 a kilo"), as the word before says; and
// alone in its cell.
std::optional<Reading> MentionReader::ReadOneUnit(size_t i, bool modified) const {
  if (At(i).text != "a" && At(i).text != "an") return std::nullopt;
  std::optional<UnitMatch> unit = FindUnit(stream_, i + 1);
  if (!unit || (!modified && unit->last < stream_.tokens.size())) return std::nullopt;
  if (modified && At(i + 1).text.size() <= 2) return std::nullopt;
  static const auto* const kAfter =
      new WordSet{"away", "off",   "long",  "wide",   "high",     "deep",  "tall",  "thick", "north", "east",
                  "west", "south", "apart", "inland", "offshore", "ahead", "above", "below", "more",  "further"};
  const Token& next = At(unit->last);  // "over a foot bridge" is none
  if (IsWord(next) && !EndsNounPhrase(next.text) && !kAfter->contains(next.text)) return std::nullopt;
  Reading out;
  out.value.kind = ValueKind::kQuantity;
  out.value.unit = unit->name;
  out.value.low = out.value.high = out.value.step = Exact(1);
  out.first = out.phrase_first = i;
  out.last = out.phrase_last = unit->last;
  return out;
}

std::optional<Reading> MentionReader::ReadAny(size_t i, uint16_t starts, bool modified) {
  std::optional<Reading> best;
  const bool article = At(i).text == "a" || At(i).text == "an";
  if (article && !MayFollowArticle(At(i + 1))) return best;
  if (!IsBlocked(i)) {
    NumberHere number(stream_, i);
    ReadNumbers(i, starts, number, best);
    if (modified && !best && At(i).text == "half") best = ReadBareHalf(i);
    if (!best && (modified || i == 0)) best = ReadOneUnit(i, modified);
    if ((starts & (kStartsNumber | kStartsVague | kStartsRange | kStartsHalf)) || StartsDuration(At(i).text)) {
      std::optional<Reading> duration = ReadDuration(stream_, i, number);
      if (duration && (!IsDuration(*duration) || (best && YieldsTo(*duration, *best)))) duration.reset();
      Better(std::move(duration), best);
    }
  }
  if (!IsBlocked(i) || DatesOnly(i)) {
    if (starts & kStartsClock) Better(ReadClockTime(stream_, i, options_), best);
    std::optional<Reading> date = ReadDate(stream_, i, options_);
    if (date && best && IsFraction(*best, *date)) date.reset();
    Better(std::move(date), best);
  }
  if (best && Overlaps(*best)) return std::nullopt;
  return best;
}

// "a second term": the rank of a term, and no second of time.
bool MentionReader::IsDuration(const Reading& duration) const {
  if (duration.last != duration.first + 2 || At(duration.first + 1).text != "second") return true;
  return At(duration.first).text != "a" || !ReadOrdinal(stream_, duration.first + 1);
}

// Whether a duration is better read as the other value that the same words make.
bool MentionReader::YieldsTo(const Reading& duration, const Reading& other) const {
  if (other.value.kind == ValueKind::kAge) return true;
  if (other.last < duration.last) return false;
  const absl::string_view before = duration.first > 0 ? At(duration.first - 1).text : "";
  if (other.value.is_fraction && duration.value.unit == "quarter") {
    // "three quarters" is a share, but for "in the past three quarters".
    static const auto* const kTimes =
        new WordSet{"for",   "past",   "last",  "next",  "first", "straight", "previous", "over",       "in",
                    "after", "within", "these", "those", "all",   "coming",   "final",    "consecutive"};
    return !kTimes->contains(before);
  }
  // "the forty-second president" against "a forty-second delay".
  return other.value.kind == ValueKind::kOrdinal &&
         (before == "the" || before == "his" || before == "her" || before == "their" || before == "its" ||
          At(duration.last).kind == Token::Kind::kMark);
}

// "1/2 of the people", "3/8 inch": a stroke without a year is a fraction where it is a usual one and nothing near
// speaks of days.
bool MentionReader::IsFraction(const Reading& number, const Reading& date) const {
  if (!number.value.is_fraction || number.last < date.last || date.last != date.first + 3 ||
      At(date.first + 1).text != "/") {
    return false;
  }
  if (date.value.parts.year != 0 || number.value.low >= Exact(1)) return false;
  static const auto* const kParts = new WordSet{"2", "3", "4", "5", "8", "10", "16", "20", "32", "100"};
  static const auto* const kDays = new WordSet{"on",    "by", "at",    "until",   "since", "from",   "before",
                                               "after", "to", "dated", "through", "till",  "between"};
  if (!kParts->contains(At(date.first + 2).text)) return false;
  const Token& before = date.first > 0 ? At(date.first - 1) : At(stream_.tokens.size());
  if (kDays->contains(before.text) || before.kind == Token::Kind::kMark) {
    if (!before.text.empty()) return false;
  }
  const absl::string_view after = At(date.last).text;
  return !options_.document_day || after == "of" || FindUnit(stream_, date.last).has_value();
}

bool TakesBounds(ValueKind kind) {
  return kind != ValueKind::kDate && kind != ValueKind::kTime && kind != ValueKind::kOrdinal;
}

// "about $5", "no more than 7 percent", "more than about 30": the outermost word counts.
std::optional<Reading> MentionReader::ReadModified(size_t i) {
  std::optional<ModifierMatch> first = FindModifierBefore(stream_, i);
  if (!first) return std::nullopt;
  size_t at = first->last;
  if (const std::optional<ModifierMatch> second = FindModifierBefore(stream_, at)) {
    if (second->modifier != Modifier::kBelow || At(at).text == "less") at = second->last;
    if (first->modifier == Modifier::kExact) first->modifier = second->modifier;
  }
  if (at >= stream_.tokens.size()) return std::nullopt;
  const uint16_t starts = StartsAt(at);
  std::optional<Reading> out = ReadAny(at, starts, true);
  if (!out) return std::nullopt;
  const absl::string_view word = At(i).text;
  const bool approx = first->modifier == Modifier::kApprox || first->modifier == Modifier::kApproxBelow;
  if (!TakesBounds(out->value.kind) && !approx) return std::nullopt;
  if (out->value.kind == ValueKind::kDuration && word == "over" && i > 0) {
    // "over three years" is mostly the time that something took, after a figure or a verb.
    const absl::string_view before = At(i - 1).text;
    if (before != "for" && before != "lasted" && before != "took" && before != "of" && before != "after" &&
        before != "well" && before != "just") {
      return std::nullopt;
    }
  }
  if (out->value.modifier == Modifier::kExact || out->value.modifier == Modifier::kVague) {
    if (out->value.modifier != Modifier::kVague) out->value.modifier = first->modifier;
  }
  out->phrase_first = i;
  TakeOtherBound(*out);
  return out;
}

// "more than 10 and less than 40", "at least 50 but fewer than 100": a lower and an upper bound make one range.
void MentionReader::TakeOtherBound(Reading& reading) {
  Value& value = reading.value;
  const bool lower = value.modifier == Modifier::kLower || value.modifier == Modifier::kAbove;
  if (!lower || value.kind == ValueKind::kDate || !value.low || value.low != value.high) return;
  const absl::string_view joint = At(reading.last).text;
  if (joint != "and" && joint != "but") return;
  const std::optional<ModifierMatch> second = FindModifierBefore(stream_, reading.last + 1);
  if (!second || (second->modifier != Modifier::kUpper && second->modifier != Modifier::kBelow)) return;
  if (second->last >= stream_.tokens.size()) return;
  const std::optional<Reading> high = ReadAny(second->last, StartsAt(second->last), true);
  if (!high || high->value.kind != value.kind || high->value.unit != value.unit || !high->value.high ||
      high->value.low != high->value.high || *high->value.high <= *value.low) {
    return;
  }
  value.high = high->value.high;
  value.step = std::max(value.step, high->value.step);
  value.modifier = Modifier::kExact;
  reading.last = reading.phrase_last = high->last;
}

Mention MentionReader::ToMention(Reading reading) const {
  Mention out;
  const auto& tokens = stream_.tokens;
  out.span = {tokens[reading.first].begin, tokens[reading.last - 1].end};
  out.phrase = {tokens[std::min(reading.phrase_first, reading.first)].begin,
                tokens[std::max(reading.phrase_last, reading.last) - 1].end};
  out.value = std::move(reading.value);
  return out;
}

std::optional<Reading> MentionReader::ReadAt(size_t i) {
  const uint16_t starts = StartsAt(i);
  // "-2020-07-01": a dash before a day, and no sign.
  if (At(i).text == "-" && At(i + 1).kind == Token::Kind::kNumber && IsGlued(At(i + 1)) && !IsGlued(At(i)) &&
      !IsBlocked(i + 1)) {
    std::optional<Reading> date = ReadDate(stream_, i + 1, options_);
    if (date && date->value.parts.day != 0 && date->value.parts.year != 0) return date;
  }
  if (starts == 0) {
    const Token& token = stream_.tokens[i];
    if (token.kind == Token::Kind::kMark && token.text != "'") return std::nullopt;
    if (IsBlocked(i) && !DatesOnly(i)) return std::nullopt;
    std::optional<Reading> date = ReadDate(stream_, i, options_);
    if (!date && StartsDuration(token.text)) {
      NumberHere number(stream_, i);
      date = ReadDuration(stream_, i, number);
    }
    if (date && Overlaps(*date)) return std::nullopt;
    return date;
  }
  std::optional<Reading> plain;
  if (starts & kStartsModifier) plain = ReadModified(i);
  if (plain) return plain;
  return ReadAny(i, starts, false);
}

std::vector<Mention> MentionReader::Read() {
  std::vector<Mention> out;
  if (std::optional<Reading> cell = ReadNegativeCell(stream_); cell && !Overlaps(*cell)) {
    out.push_back(ToMention(*std::move(cell)));
    return out;
  }
  for (size_t i = 0; i < stream_.tokens.size();) {
    if (!MayStart(stream_.tokens[i])) {
      ++i;
      continue;
    }
    std::optional<Reading> reading = ReadAt(i);
    if (!reading || reading->last <= i) {
      ++i;
      continue;
    }
    FinishReading(stream_, *reading);
    i = reading->last;
    out.push_back(ToMention(*std::move(reading)));
  }
  return out;
}

std::string MentionReader::Explain(size_t offset) {
  const auto& tokens = stream_.tokens;
  const auto found = std::upper_bound(tokens.begin(), tokens.end(), offset,
                                      [](size_t at, const Token& token) { return at < token.end; });
  if (found == tokens.end() || offset < found->begin) return "";
  const auto i = static_cast<size_t>(found - tokens.begin());
  const bool figure = found->kind == Token::Kind::kNumber || FindNumberWord(found->text) != nullptr;
  if (!figure) return "";
  for (const Mention& mention : Read()) {
    if (mention.phrase.begin <= offset && offset < mention.phrase.end) return "";
  }
  if (blocked_[i] != NonValue::kNone) {
    size_t first = i;
    size_t last = i + 1;
    while (first > 0 && IsGlued(tokens[first]) && tokens[first - 1].kind != Token::Kind::kMark) --first;
    while (last < tokens.size() && IsGlued(tokens[last]) && tokens[last].kind != Token::Kind::kMark) ++last;
    return std::string(NonValueReason(blocked_[i]));
  }
  if (IsPronounOne(stream_, i)) return std::string(NonValueReason(NonValue::kPronoun));
  return "no reader takes it";
}

}  // namespace

std::vector<Mention> ReadMentions(absl::string_view text, const ReadOptions& options) {
  return MentionReader(text, options).Read();
}

std::string ExplainNonValue(absl::string_view text, size_t offset, const ReadOptions& options) {
  return MentionReader(text, options).Explain(offset);
}

}  // namespace crosscheck
