#include <algorithm>
#include <iterator>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "value/figure.h"
#include "value/number.h"
#include "value/readers.h"
#include "value/reading.h"

namespace crosscheck {

namespace {

using Words = absl::Span<const absl::string_view>;

constexpr absl::string_view kYes[] = {"aye", "ayes", "for", "yea", "yeas", "yes"};
constexpr absl::string_view kNo[] = {"against", "nay", "nays", "no", "noes", "nos", "opposed"};
constexpr absl::string_view kVoters[] = {"councillors", "delegates", "deputies", "lawmakers", "members", "mps",
                                         "senators",    "trustees",  "voted",    "voting",    "votes"};

bool IsOneOf(const Token& token, Words words) {
  return std::find(words.begin(), words.end(), token.text) != words.end();
}

size_t SkipVoters(const TokenStream& stream, size_t at) {
  while (IsOneOf(TokenAt(stream, at), kVoters)) ++at;
  return at;
}

bool IsMark(const TokenStream& stream, size_t at, absl::string_view mark) { return TokenAt(stream, at).text == mark; }

// The token after "in favour", "for", "ayes"; 0 where none stands at `at`.
size_t AfterYes(const TokenStream& stream, size_t at) {
  if (IsMark(stream, at, "in") && (IsMark(stream, at + 1, "favour") || IsMark(stream, at + 1, "favor"))) return at + 2;
  return IsOneOf(TokenAt(stream, at), kYes) ? at + 1 : 0;
}

size_t SkipJoint(const TokenStream& stream, size_t at) {
  for (absl::string_view joint : {",", ";", "and", "to", "with"}) {
    if (IsMark(stream, at, joint)) ++at;
  }
  return at;
}

std::optional<Figure> CountAt(const TokenStream& stream, size_t at) {
  std::optional<Figure> figure = ScanFigure(stream, at);
  if (!figure || !figure->bare || figure->kind != ValueKind::kNumber || figure->fraction_only ||
      !figure->value.is_integer()) {
    return std::nullopt;
  }
  return figure;
}

// "182 in favour, 131 against", "12 votes for and 9 against".
std::optional<Figure> BehindYes(const TokenStream& stream, size_t at) {
  const size_t after = AfterYes(stream, SkipVoters(stream, at));
  if (after == 0) return std::nullopt;
  std::optional<Figure> no = CountAt(stream, SkipJoint(stream, after));
  if (!no || !IsOneOf(TokenAt(stream, SkipVoters(stream, no->last)), kNo)) return std::nullopt;
  return no;
}

// "Ayes 4, noes 1", "For: 182. Against: 131" has its words before the figures.
std::optional<Figure> BehindLabels(const TokenStream& stream, size_t first, size_t at) {
  size_t label = first;
  if (label > 0 && IsMark(stream, label - 1, ":")) --label;
  if (label == 0 || !IsOneOf(TokenAt(stream, label - 1), kYes)) return std::nullopt;
  size_t next = SkipJoint(stream, at);
  if (!IsOneOf(TokenAt(stream, next), kNo)) return std::nullopt;
  next += IsMark(stream, next + 1, ":") ? 2 : 1;
  return CountAt(stream, next);
}

// "61 votes to 44".
std::optional<Figure> BehindVotes(const TokenStream& stream, size_t at) {
  if (!IsMark(stream, at, "votes")) return std::nullopt;
  if (!IsMark(stream, at + 1, "to") && !IsMark(stream, at + 1, "against")) return std::nullopt;
  return CountAt(stream, at + 2);
}

}  // namespace

std::optional<Reading> ReadTally(const TokenStream& stream, size_t at) {
  const std::optional<Figure> yes = CountAt(stream, at);
  if (!yes) return std::nullopt;
  std::optional<Figure> no = BehindYes(stream, yes->last);
  if (!no) no = BehindLabels(stream, yes->first, yes->last);
  if (!no) no = BehindVotes(stream, yes->last);
  if (!no) return std::nullopt;
  Reading reading;
  reading.value.kind = ValueKind::kScore;
  reading.value.low = yes->value;
  reading.value.high = no->value;
  reading.value.step = Exact(1);
  reading.first = reading.phrase_first = at;
  reading.last = reading.phrase_last = no->last;
  return reading;
}

}  // namespace crosscheck
