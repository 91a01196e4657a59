#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "value/date_phrase.h"
#include "value/date_roles.h"
#include "value/holidays.h"
#include "value/number.h"
#include "value/reading.h"

namespace crosscheck {
namespace {

using Edge = DatePhrase::Edge;

struct Bound {
  absl::string_view words;
  Modifier modifier;
  bool low_only;  // the date is the beginning of what is meant
  bool excludes;  // the date itself is not part of it
  bool limit;     // it may be or not
};
constexpr std::array<Bound, 18> kBounds = {{{"since", Modifier::kLower, true, false, false},
                                            {"starting", Modifier::kLower, true, false, false},
                                            {"beginning", Modifier::kLower, true, false, false},
                                            {"as early as", Modifier::kLower, true, false, false},
                                            {"no earlier than", Modifier::kLower, true, false, false},
                                            {"not before", Modifier::kLower, true, false, false},
                                            {"on or after", Modifier::kLower, true, false, false},
                                            {"on or before", Modifier::kUpper, false, false, false},
                                            {"later than", Modifier::kAbove, true, true, false},
                                            {"after", Modifier::kAbove, true, true, false},
                                            {"before", Modifier::kBelow, false, true, false},
                                            {"prior to", Modifier::kBelow, false, true, false},
                                            {"by", Modifier::kUpper, false, false, false},
                                            {"no later than", Modifier::kUpper, false, false, false},
                                            {"as late as", Modifier::kUpper, false, false, false},
                                            {"until", Modifier::kUpper, false, false, true},
                                            {"till", Modifier::kUpper, false, false, true},
                                            {"through", Modifier::kUpper, false, false, false}}};

// The token after `words`; 0 where they do not stand at `at`.
size_t AfterWords(const TokenView& tokens, size_t at, absl::string_view words) {
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    if (!tokens.Is(at++, word)) return 0;
  }
  return at;
}

bool BeginsWithWord(absl::string_view words, absl::string_view word) {
  return absl::StartsWith(words, word) && (words.size() == word.size() || words[word.size()] == ' ');
}

Value ToValue(const Dated& dated) {
  Value value;
  value.kind = ValueKind::kDate;
  value.granularity =
      dated.range && dated.phrase.granularity != Granularity::kOther ? Granularity::kOther : dated.phrase.granularity;
  value.parts = dated.phrase.parts;
  if (dated.phrase.form == DatePhrase::Form::kPart) value.parts.part = static_cast<int8_t>(dated.phrase.part);
  if (dated.phrase.fiscal) value.unit = dated.phrase.school ? "school" : "fiscal";
  if (dated.phrase.vague) value.modifier = Modifier::kApprox;
  if (dated.phrase.form == DatePhrase::Form::kHoliday && !dated.days) {
    value.noun = std::string(HolidayName(dated.phrase.part));
  }
  if (dated.days) {
    value.low = Exact(dated.days->low);
    value.step = Exact(dated.range ? dated.open_end : dated.phrase.room);
    value.high = Exact(dated.days->high);
  }
  return value;
}

Reading ToReading(const Dated& dated) {
  Reading reading;
  reading.value = ToValue(dated);
  reading.first = reading.phrase_first = dated.first;
  reading.last = reading.phrase_last = dated.last;
  return reading;
}

void Bind(Value& value, const Bound& bound, const DatePhrase& phrase) {
  value.modifier = bound.modifier;
  if (!value.low || !value.high) return;
  if (bound.low_only) {
    if (bound.excludes && phrase.edge != Edge::kStart) value.low = value.high;
    value.high = std::nullopt;
  } else {
    const bool year = phrase.granularity == Granularity::kYear;
    if (bound.limit && !year) value.step = value.high->Minus(*value.low).value_or(Exact(0));
    // "before the end of December" is before it has ended.
    if ((bound.excludes && phrase.edge != Edge::kEnd) || (bound.limit && !year)) value.high = value.low;
    value.low = std::nullopt;
  }
}

// "since August", "before 2018", "by the end of the year": one end is open. The mention is the date alone.
std::optional<Reading> ReadBounded(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  for (const Bound& bound : kBounds) {
    if (!BeginsWithWord(bound.words, tokens.Text(at))) continue;
    size_t first = AfterWords(tokens, at, bound.words);
    if (first == 0) continue;
    if (bound.low_only && (tokens.Is(first, "on") || (tokens.Is(first, "in") && !tokens.Is(at, "since")))) ++first;
    if (tokens.Is(at, "since") && tokens.Is(first, "at") && tokens.Is(first + 1, "least")) first += 2;
    if (tokens.Is(first, "about") || tokens.Is(first, "around")) ++first;
    const bool the = tokens.Is(first, "the");
    if (the) ++first;
    DateContext bounded = context;
    bounded.unsaid = bound.low_only ? context.unsaid : Tense::kFuture;
    std::optional<Dated> dated = ReadDatedRange(bounded, first);
    if (!dated || dated->range) return std::nullopt;
    if (tokens.Is(first - 1, "in") && tokens.Is(at, "after")) return std::nullopt;
    // "after Monday's vote", "before the 2016 election": the date belongs to the event.
    if (tokens.Is(dated->last, "'")) return std::nullopt;
    const bool event = tokens.IsWord(dated->last) && !IsFunctionWord(tokens.Text(dated->last)) && the &&
                       dated->phrase.edge == Edge::kNone;
    if (event) return std::nullopt;
    Reading reading = ToReading(*dated);
    reading.phrase_first = at;
    Bind(reading.value, bound, dated->phrase);
    return reading;
  }
  return std::nullopt;
}

// "more than two weeks after today", "more than 2 days before yesterday"
std::optional<Reading> ReadMoreThan(const DateContext& context, size_t at) {
  const TokenView& tokens = context.tokens;
  if (!tokens.Is(at, "more") || !tokens.Is(at + 1, "than")) return std::nullopt;
  const std::optional<DatePhrase> phrase = ReadRelativeDate(context, at + 2);
  if (!phrase || phrase->granularity != Granularity::kDay || !phrase->fixed) return std::nullopt;
  bool before = false;
  bool after = false;
  for (size_t i = at + 2; i < phrase->last; ++i) {
    before = before || tokens.Is(i, "before");
    after = after || tokens.Is(i, "after") || tokens.Is(i, "from");
  }
  if (before == after) return std::nullopt;
  Reading reading = ToReading(Dated{*phrase, phrase->fixed, at + 2, phrase->last});
  reading.phrase_first = at;
  reading.value.modifier = before ? Modifier::kBelow : Modifier::kAbove;
  reading.value.high = before ? reading.value.low : std::nullopt;
  if (before) reading.value.low = std::nullopt;
  return reading;
}

// "2018 or later", "1/1/2016 and after", "from May 5 onwards"
void ReadAfterword(const TokenView& tokens, Reading& reading) {
  const size_t next = reading.last;
  const bool later = (tokens.Is(next, "or") && tokens.Is(next + 1, "later")) ||
                     (tokens.Is(next, "and") && (tokens.Is(next + 1, "after") || tokens.Is(next + 1, "later")) &&
                      tokens.EndsClause(next + 2));
  const bool onward = tokens.Is(next, "onwards") || tokens.Is(next, "onward");
  if ((!later && !onward) || !reading.value.low) return;
  reading.value.modifier = Modifier::kLower;
  reading.value.high = std::nullopt;
  reading.phrase_last = later ? next + 2 : next + 1;
}

// A figure before a word that no date goes on with: "15 people".
bool IsPlainCount(const TokenStream& stream, size_t at) {
  const Token& next = TokenAt(stream, at + 1);
  return IsWord(next) && next.space_before && !GoesOnAsDate(next.text);
}

}  // namespace

std::optional<Reading> ReadDate(const TokenStream& stream, size_t at, const ReadOptions& options) {
  const Token& token = stream.tokens[at];
  DateRoles roles = kNumberRoles;
  if (token.kind != Token::Kind::kNumber) {
    roles = FindDateRoles(token.text);
    if (roles == 0) return std::nullopt;
  } else if (token.text.size() > 8) {
    return std::nullopt;
  } else if (token.text.size() < 4 && IsPlainCount(stream, at)) {
    return std::nullopt;
  }
  const DateContext context{TokenView(stream), options.document_day};
  if (roles & kRoleBound) {
    if (std::optional<Reading> bounded = ReadBounded(context, at)) return bounded;
    roles &= ~kRoleBound;
  }
  if (roles & kRoleMore) return ReadMoreThan(context, at);
  if (roles == 0) return std::nullopt;
  std::optional<Dated> dated = ReadDatedRange(context, at);
  if (!dated) return std::nullopt;
  Reading reading = ToReading(*dated);
  ReadAfterword(context.tokens, reading);
  return reading;
}

}  // namespace crosscheck
