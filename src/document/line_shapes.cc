#include "document/line_shapes.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "document/phrases.h"
#include "document/quotes.h"
#include "english/abbreviations.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestLabel = 48;
constexpr size_t kLongestValue = 110;
constexpr size_t kLongestField = 64;

// Labels that name no speaker, folded.
constexpr absl::string_view kNoSpeakers[] = {
    "note",    "update",       "correction",  "photo",    "image",         "caption",   "source",     "sources",
    "related", "watch",        "listen",      "breaking", "read more",     "read also", "see also",   "editor's note",
    "credit",  "graphic",      "tickets",     "contact",  "media contact", "live",      "video",      "raw video",
    "photos",  "images",       "police",      "pictured", "exclusive",     "more",      "gallery",    "in",
    "out",     "replacements", "substitutes", "subs",     "warning",       "example",   "location",   "date",
    "time",    "where",        "when",        "who",      "what",          "why",       "background", "methods",
    "results", "conclusions"};

// What may follow the time of an entry, folded.
constexpr absl::string_view kClockWords[] = {"a.m.", "p.m.", "am",  "pm",   "gmt", "utc", "et",  "est",
                                             "edt",  "bst",  "cet", "cest", "pt",  "ct",  "pst", "pdt"};

// Small words of names.
constexpr absl::string_view kNameParticles[] = {"de", "van", "von", "der", "den", "da", "di", "du",  "la", "le",
                                                "of", "the", "and", "for", "bin", "al", "el", "dos", "ter"};

template <size_t n>
bool IsOneOf(absl::string_view word, const absl::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool IsDigitByte(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

size_t SkipSpaces(absl::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

bool HasDigit(absl::string_view text) { return std::any_of(text.begin(), text.end(), IsDigitByte); }

bool StartsUpper(absl::string_view text) { return !text.empty() && IsUpper(DecodeUtf8(text, 0).value); }

// Whether a value reads as a sentence: a verb cannot be told, a full stop can.
bool ReadsAsSentence(absl::string_view value) {
  if (absl::StrContains(value, ". ") && !HasDigit(value)) return true;
  if (!EndsLikeSentence(value)) return false;
  absl::string_view last = value.substr(value.rfind(' ') + 1);
  if (!last.empty() && last.back() == '.') last.remove_suffix(1);
  return english::KindOfAbbreviation(Fold(last)) == english::AbbreviationKind::kNone;
}

std::optional<LabelledValue> FindLeader(absl::string_view text) {
  const size_t dots = text.find("...");
  if (dots == absl::string_view::npos || dots == 0 || dots > 80) return std::nullopt;
  size_t end = dots;
  while (end < text.size() && text[end] == '.') ++end;
  const size_t value = SkipSpaces(text, end);
  if (end - dots < 4 || value >= text.size() || text.size() - value > 40) return std::nullopt;
  size_t label_end = dots;
  while (label_end > 0 && text[label_end - 1] == ' ') --label_end;
  if (label_end == 0) return std::nullopt;
  return LabelledValue{{0, label_end}, {value, text.size()}, true, HasDigit(text.substr(value))};
}

// A name: capitalised words, particles, and what stands in brackets.
bool IsNameLike(absl::string_view label) {
  size_t words = 0;
  bool bracket = false;
  for (absl::string_view word : absl::StrSplit(label, ' ', absl::SkipEmpty())) {
    if (word[0] == '(') bracket = true;
    const bool in_bracket = bracket;
    if (word.back() == ')') bracket = false;
    if (in_bracket) continue;
    if (++words > 8) return false;
    if (StartsUpper(word) || IsOneOf(word, kNameParticles)) continue;
    if (word == "&" || word == "/" || word == "|") continue;
    return false;
  }
  return words > 0;
}

// Where the field that begins at `begin` ends: at a '|', or at a tab or two spaces; the end of the line where there is
// no such gap, or some place that makes the field too long to be one.
size_t FindGap(absl::string_view line, size_t begin, bool pipes) {
  if (pipes) return std::min(line.find('|', begin), line.size());
  const auto is_space = [&](size_t at) { return at < line.size() && (line[at] == ' ' || line[at] == '\t'); };
  // A field that is longer than a field may be has no need of its end.
  const size_t last = std::min(line.size(), begin + kLongestField + 2);
  size_t at = begin;
  while (at < last && line[at] != '\t' && !(line[at] == ' ' && is_space(at + 1))) ++at;
  return at;
}

}  // namespace

size_t BulletSize(absl::string_view line) {
  if (!line.empty() && absl::ascii_isupper(static_cast<unsigned char>(line[0]))) return 0;  // most lines
  constexpr absl::string_view kMarks[] = {"•", "-", "–", "—", "*", "·", "‣", "◦", "▪", "●", "■", "►", "➤", "✓", "+"};
  size_t mark = 0;
  for (absl::string_view bullet : kMarks) {
    if (absl::StartsWith(line, bullet)) mark = bullet.size();
  }
  const bool round = absl::StartsWith(line, "•") || absl::StartsWith(line, "●") || absl::StartsWith(line, "▪");
  if (mark == 0) {
    size_t at = 0;
    while (at < line.size() && at < 2 && IsDigitByte(line[at])) ++at;
    if (at == 0 && line.size() > 1 && absl::ascii_islower(static_cast<unsigned char>(line[0])) && line[1] == ')')
      at = 1;
    if (at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')')) mark = at + 1;
  }
  if (mark == 0) return 0;
  size_t after = SkipSpaces(line, mark);
  if (absl::StartsWith(line.substr(after), "\u00a0")) after += 2;
  return after < line.size() && (after > mark || round) ? after : 0;
}

std::optional<LabelledValue> FindLabelledValue(absl::string_view text) {
  if (text.size() > kLongestLabel + kLongestValue + 100) return std::nullopt;
  if (auto leader = FindLeader(text)) return leader;
  const size_t colon = text.find(": ");
  if (colon == absl::string_view::npos || colon == 0 || colon > kLongestLabel) return std::nullopt;
  const absl::string_view label = text.substr(0, colon);
  if (!StartsUpper(label) || CountWords(label) > 6 || EndsLikeSentence(label)) return std::nullopt;
  if (absl::StrContains(label, ". ") || absl::StrContains(label, '"')) return std::nullopt;
  const size_t value_begin = SkipSpaces(text, colon + 1);
  const absl::string_view value = text.substr(value_begin);
  if (value.empty() || value.size() > kLongestValue || CountWords(value) > 14 || ReadsAsSentence(value)) {
    return std::nullopt;
  }
  if (OpensWithQuote(value) || absl::StartsWith(value, "http")) return std::nullopt;
  // "May 3, 2013 at 7: 31 AM": a clock time that was torn.
  if (IsDigitByte(label.back()) && IsDigitByte(value[0])) return std::nullopt;
  return LabelledValue{{0, colon}, {value_begin, text.size()}, false, HasDigit(value)};
}

std::optional<SpeechLabel> FindSpeechLabel(absl::string_view text) {
  if (text.size() > 3 && (text[0] == 'Q' || text[0] == 'A') && (text[1] == '.' || text[1] == ':') && text[2] == ' ') {
    return SpeechLabel{{0, 1}, {0, 1}, SkipSpaces(text, 2), true};
  }
  const size_t colon = text.substr(0, 80).find(": ");
  if (colon == absl::string_view::npos || colon == 0) return std::nullopt;
  const size_t begin = absl::StartsWith(text, ">>") ? SkipSpaces(text, 2) : 0;
  if (begin >= colon) return std::nullopt;
  const absl::string_view label = text.substr(begin, colon - begin);
  if (!StartsUpper(label) || !IsNameLike(label)) return std::nullopt;
  size_t end = std::min(label.find(", "), label.find(" ("));
  if (end == absl::string_view::npos) end = label.size();
  if (CountWords(label.substr(0, end)) > 5 || IsOneOf(Fold(label.substr(0, end)), kNoSpeakers)) return std::nullopt;
  return SpeechLabel{{begin, begin + end}, {begin, colon}, SkipSpaces(text, colon + 1), false};
}

std::optional<TimeStamp> FindTimeStamp(absl::string_view text) {
  size_t at = absl::StartsWith(text, "[") ? 1 : 0;
  const size_t begin = at;
  while (at < text.size() && at < begin + 2 && IsDigitByte(text[at])) ++at;
  if (at == begin || at + 2 >= text.size() || text[at] != ':' || !IsDigitByte(text[at + 1]) ||
      !IsDigitByte(text[at + 2]))
    return std::nullopt;
  at += 3;
  size_t end = at;
  // Half of the day and zone: "p.m.", "GMT".
  for (int i = 0; i < 2; ++i) {
    const size_t word = SkipSpaces(text, at);
    size_t word_end = word;
    while (word_end < text.size() && text[word_end] != ' ' && text[word_end] != ']') ++word_end;
    const std::string folded = Fold(text.substr(word, word_end - word));
    if (!IsOneOf(folded, kClockWords)) break;
    at = end = word_end;
  }
  if (begin == 1 && at < text.size() && text[at] == ']') ++at;
  if (at == text.size()) return TimeStamp{{begin, end}, at};
  size_t words = SkipSpaces(text, at);
  for (absl::string_view mark : {"—", "–", "-", "|", ":"}) {
    if (!absl::StartsWith(text.substr(words), mark)) continue;
    words = SkipSpaces(text, words + mark.size());
    if (words < text.size() && !IsDigitByte(text[words])) return TimeStamp{{begin, end}, words};
    return std::nullopt;
  }
  return begin == 1 && words > at ? std::optional<TimeStamp>(TimeStamp{{begin, end}, words}) : std::nullopt;
}

std::vector<TextSpan> SplitColumns(absl::string_view line) {
  std::vector<TextSpan> fields;
  const bool pipes = absl::StrContains(line, '|');
  size_t begin = SkipSpaces(line, 0);
  if (pipes && begin < line.size() && line[begin] == '|') begin = SkipSpaces(line, begin + 1);
  while (begin < line.size()) {
    const size_t gap = FindGap(line, begin, pipes);
    const size_t next = gap < line.size() ? SkipSpaces(line, pipes ? gap + 1 : gap) : gap;
    size_t end = gap;
    while (end > begin && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
    const absl::string_view field = line.substr(begin, end - begin);
    // Two spaces after a full stop are an old habit of typists, and no column.
    const bool sentence = !pipes && next < line.size() && EndsLikeSentence(field) && CountWords(field) > 2;
    if (field.size() > kLongestField || sentence) return {{0, line.size()}};
    if (pipes || !field.empty()) fields.push_back({begin, end});
    begin = next;
  }
  return fields;
}

}  // namespace crosscheck
