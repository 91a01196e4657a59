#include "document/story.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "document/html.h"
#include "document/plain_text.h"
#include "document/text_builder.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestId = 80;
constexpr const char* kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<absl::CivilDay> DayOf(int64_t year, int64_t month, int64_t day) {
  const absl::CivilDay made(year, month, day);
  if (year < 1000 || year > 9999 || made.month() != month || made.day() != day) return std::nullopt;
  return made;
}

std::optional<int64_t> Digits(absl::string_view text, size_t at, size_t count) {
  int64_t value = 0;
  if (at + count > text.size()) return std::nullopt;
  for (const char c : text.substr(at, count)) {
    if (!absl::ascii_isdigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<absl::CivilDay> IsoDay(absl::string_view text) {
  const size_t dash = text.size() > 4 && text[4] == '-' ? 1 : 0;
  const auto year = Digits(text, 0, 4);
  const auto month = Digits(text, 4 + dash, 2);
  const auto day = Digits(text, 6 + 2 * dash, 2);
  if (!year || !month || !day || (dash == 1 && text[7] != '-')) return std::nullopt;
  return DayOf(*year, *month, *day);
}

// "Tue, 15 Jul 2025 09:30:00 GMT", of RFC 822 and its successors.
std::optional<absl::CivilDay> MailDay(absl::string_view text) {
  const std::vector<absl::string_view> words = absl::StrSplit(text, absl::ByAnyChar(" ,\t"), absl::SkipEmpty());
  for (size_t i = 0; i + 2 < words.size(); ++i) {
    int64_t day = 0;
    int64_t year = 0;
    if (!absl::SimpleAtoi(words[i], &day) || !absl::SimpleAtoi(words[i + 2], &year)) continue;
    const std::string month = absl::AsciiStrToLower(words[i + 1].substr(0, 3));
    const auto* found = std::find(std::begin(kMonths), std::end(kMonths), month);
    if (found == std::end(kMonths)) continue;
    if (words[i + 2].size() == 2) year += year < 50 ? 2000 : 1900;
    return DayOf(year, found - std::begin(kMonths) + 1, day);
  }
  return std::nullopt;
}

// The last part of an address, or of a tag; what a person can type.
std::string ShortId(absl::string_view id) {
  while (!id.empty() && id.back() == '/') id.remove_suffix(1);
  const size_t slash = id.rfind('/');
  if (absl::StrContains(id, "://") && slash != absl::string_view::npos) id.remove_prefix(slash + 1);
  std::string out;
  for (const char c : id.substr(0, kLongestId)) {
    const bool plain = absl::ascii_isalnum(c) || absl::StrContains("-_.:=?&%", absl::string_view(&c, 1));
    out += plain ? c : '-';
  }
  return out;
}

}  // namespace

void Story::Add(Kind kind, absl::string_view where, Zone zone, absl::string_view text) {
  const absl::string_view stripped = absl::StripAsciiWhitespace(text);
  if (stripped.empty()) return;
  parts_.push_back({kind, std::string(where), zone,
                    absl::StrReplaceAll(stripped, {{"\r\n", "\n"}, {"\r", "\n"}, {absl::string_view("\0", 1), " "}})});
}

void Story::AddLine(absl::string_view where, Zone zone, absl::string_view text) { Add(Kind::kLine, where, zone, text); }
void Story::AddText(absl::string_view where, absl::string_view text, bool boilerplate) {
  Add(boilerplate ? Kind::kBoilerplate : Kind::kText, where, Zone::kParagraph, text);
}
void Story::AddHtml(absl::string_view where, absl::string_view html) {
  Add(Kind::kHtml, where, Zone::kParagraph, html);
}

absl::StatusOr<ExtractedText> Story::Extract() const {
  if (parts_.empty()) return absl::InvalidArgumentError("holds no text");
  ExtractedText out;
  std::vector<TextSpan> spans;
  for (const Part& part : parts_) {
    spans.push_back({out.text.size(), out.text.size() + part.text.size()});
    absl::StrAppend(&out.text, part.text, "\n\n");
  }
  for (size_t i = 0; i < parts_.size(); ++i) {
    const Part& part = parts_[i];
    const size_t first = out.blocks.size();
    out.places.push_back({spans[i].begin, part.where, part.kind == Kind::kLine});
    if (part.kind == Kind::kLine) {
      TextBuilder builder(out.text);
      builder.Copy(spans[i].begin, spans[i].end);
      out.blocks.push_back(builder.Take(part.zone));
      out.blocks.back().settled = true;
      continue;
    }
    if (part.kind == Kind::kHtml) {
      ParseHtml(out.text, spans[i], out.tables, out.blocks);
    } else {
      ParsePlainText(out.text, spans[i], out.tables, out.blocks);
    }
    // Characters are counted only where there is no markup between them.
    for (size_t b = first; b < out.blocks.size(); ++b) {
      ParsedBlock& block = out.blocks[b];
      if (part.kind == Kind::kBoilerplate) {
        block.block.zone = Zone::kBoilerplate;
        block.settled = true;
      }
      if (block.block.map.empty()) continue;
      const size_t begin = block.block.map.front().in_document;
      DocumentPlace place{begin, absl::StrCat(part.where, ", paragraph ", b - first + 1), part.kind != Kind::kHtml};
      if (begin > out.places.back().begin) {
        out.places.push_back(std::move(place));
      } else if (begin == out.places.back().begin) {
        out.places.back() = std::move(place);
      }
    }
  }
  out.notes = notes;
  out.stated = stated;
  out.id = id;
  return out;
}

absl::StatusOr<std::vector<ExtractedText>> ExtractStories(std::vector<Story> stories) {
  std::vector<ExtractedText> out;
  std::set<std::string> seen;
  size_t without_text = 0;
  for (size_t i = 0; i < stories.size(); ++i) {
    Story& story = stories[i];
    if (story.empty()) {
      ++without_text;
      continue;
    }
    const std::string id = story.id.empty() ? absl::StrCat(i + 1) : ShortId(story.id);
    story.id = id;
    for (int n = 2; !seen.insert(story.id).second; ++n) story.id = absl::StrCat(id, "-", n);
    absl::StatusOr<ExtractedText> text = story.Extract();
    if (!text.ok()) return text.status();
    out.push_back(*std::move(text));
  }
  if (out.empty()) return absl::InvalidArgumentError("holds no story with text");
  if (without_text > 0) {
    out.front().notes.push_back(
        absl::StrCat(without_text, without_text == 1 ? " item" : " items", " of the same file without text: left out"));
  }
  return out;
}

std::optional<absl::CivilDay> StatedDay(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  if (const auto day = IsoDay(text)) return day;
  return MailDay(text);
}

bool IsWithdrawnStatus(absl::string_view status) {
  const std::string word = absl::AsciiStrToLower(absl::StripAsciiWhitespace(status));
  for (const absl::string_view known :
       {"canceled", "cancelled", "withheld", "withdrawn", "killed", "retracted", "stat:canceled", "stat:withheld"}) {
    if (word == known) return true;
  }
  return false;
}

}  // namespace crosscheck
