#include "document/zones.h"

#include <algorithm>
#include <map>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "document/labels.h"
#include "document/line_shapes.h"
#include "document/phrases.h"
#include "english/english.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestTitle = 180;  // bytes
constexpr size_t kLongestDek = 240;
constexpr size_t kLongestHeading = 100;
constexpr size_t kLongestTailLine = 160;  // of what stands under "Related Articles"
constexpr size_t kLongestAppeal = 260;

bool StartsLikeHeading(absl::string_view text) {
  const CodePoint first = DecodeUtf8(text, 0);
  return !IsLetter(first.value) || IsUpper(first.value) ||
         (text.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(text[1])));
}

// "Sign in | E-edition | Obituaries"
bool IsMenu(absl::string_view text) {
  if (text.size() > 300 || text.find_first_of("|>") == absl::string_view::npos || EndsLikeSentence(text)) return false;
  const std::vector<absl::string_view> fields = absl::StrSplit(text, absl::ByAnyChar("|>"));
  if (fields.size() < 3) return false;
  return std::all_of(fields.begin(), fields.end(),
                     [](absl::string_view field) { return CountWords(absl::StripAsciiWhitespace(field)) <= 4; });
}

// Speaks to the reader and reports nothing: "It is worth your attention."
bool IsAppeal(absl::string_view text) {
  if (text.size() > kLongestAppeal || text.find_first_of("0123456789\"") != absl::string_view::npos ||
      absl::StrContains(text, "“"))
    return false;
  const std::string folded = Fold(text);
  for (absl::string_view word : absl::StrSplit(folded, absl::ByAnyChar(" ,.!?"), absl::SkipEmpty())) {
    if (word == "you" || word == "your") return true;
  }
  return false;
}

class ZoneAssigner {
 public:
  ZoneAssigner(Layout layout, std::vector<ParsedBlock>& blocks) : layout_(layout), blocks_(blocks) {}

  void Assign() {
    JudgeWords();
    FindOpening();
    FindHeadings();
    FindTail();
    FindAppeals();
    FindTableNotes();
    NumberTables();
  }

 private:
  absl::string_view Text(size_t i) const { return blocks_[i].block.text; }
  Zone& ZoneOf(size_t i) { return blocks_[i].block.zone; }
  bool IsOpen(size_t i) const { return !blocks_[i].settled && blocks_[i].block.zone == Zone::kParagraph; }
  bool IsAside(size_t i) const {
    const Zone zone = blocks_[i].block.zone;
    return zone == Zone::kByline || zone == Zone::kBoilerplate || zone == Zone::kCaption;
  }
  bool IsBody(size_t i) const {
    const Zone zone = blocks_[i].block.zone;
    return zone == Zone::kParagraph || zone == Zone::kListItem || zone == Zone::kTableCell || zone == Zone::kQuotation;
  }

  void JudgeWords();
  size_t FindTitle();
  bool IsTitleLike(size_t i) const;
  bool IsDekLike(size_t i, size_t title) const;
  void FindOpening();
  bool IsHeadingLike(size_t i) const;
  void FindHeadings();
  void FindTail();
  void FindAppeals();
  void FindTableNotes();
  void NumberTables();

  Layout layout_;
  std::vector<ParsedBlock>& blocks_;
};

void ZoneAssigner::JudgeWords() {
  for (size_t i = 0; i < blocks_.size(); ++i) {
    const bool item = blocks_[i].block.zone == Zone::kListItem;
    if (!IsOpen(i) && !item) continue;
    const absl::string_view text = Text(i);
    if (IsBoilerplateText(text) || (!item && IsMenu(text))) {
      ZoneOf(i) = Zone::kBoilerplate;
    } else if (item && IsDateLine(text)) {
      ZoneOf(i) = Zone::kByline;  // the sign-off of a post: "— Name (@name) March 18, 2015"
    } else if (item) {
      continue;
    } else if (IsBylineText(text) || IsDateLine(text)) {
      ZoneOf(i) = Zone::kByline;
    } else if (IsCaptionText(text)) {
      ZoneOf(i) = Zone::kCaption;
    }
  }
}

bool ZoneAssigner::IsTitleLike(size_t i) const {
  const absl::string_view text = Text(i);
  if (!IsOpen(i) || text.size() > kLongestTitle || CountWords(text) > 28) return false;
  if (layout_ == Layout::kMarkup && blocks_[i].emphasis != Emphasis::kBold) return false;
  const bool full_stop = EndsLikeSentence(text) && text.find_first_of("!?") == absl::string_view::npos &&
                         !absl::EndsWith(text, "...") && !absl::EndsWith(text, "…");
  return !full_stop && text.back() != ':' && text.back() != ',' && StartsLikeHeading(text);
}

// The index of the title's block, or the number of blocks where there is none.
size_t ZoneAssigner::FindTitle() {
  const size_t count = blocks_.size();
  for (size_t i = 0; i < count; ++i) {
    if (ZoneOf(i) == Zone::kTitle) return i;
  }
  // Markdown: the first heading, where it stands near the top.
  for (size_t i = 0; i < std::min<size_t>(count, 4); ++i) {
    if (ZoneOf(i) != Zone::kHeading) {
      if (Text(i).size() > kLongestTitle) break;
      continue;
    }
    for (size_t before = 0; before < i; ++before) {
      if (IsOpen(before)) ZoneOf(before) = Zone::kByline;
    }
    ZoneOf(i) = Zone::kTitle;
    return i;
  }
  for (size_t i = 0; i + 1 < count; ++i) {
    if (IsOpen(i) && IsSectionLabel(Text(i))) ZoneOf(i) = Zone::kByline;
    if (IsAside(i)) continue;
    if (!IsTitleLike(i)) return count;
    ZoneOf(i) = Zone::kTitle;
    return i;
  }
  return count;
}

bool ZoneAssigner::IsDekLike(size_t i, size_t title) const {
  const absl::string_view text = Text(i);
  const size_t words = CountWords(text);
  if (i + 1 >= blocks_.size() || text.size() > kLongestDek || text.back() == ':') return false;
  if (blocks_[i].block.zone == Zone::kHeading && i == title + 1) return words >= 5 && IsBody(i + 1);
  if (!IsOpen(i)) return false;
  if (layout_ == Layout::kMarkup) {
    return blocks_[i].emphasis == Emphasis::kItalic ? words >= 3 : blocks_[i].emphasis == Emphasis::kBold && words >= 5;
  }
  if (EndsLikeSentence(text) && text[0] != '(') return false;
  return blocks_[i].close || words >= 5;
}

void ZoneAssigner::FindOpening() {
  const size_t title = FindTitle();
  int deks = 0;
  for (size_t i = title + 1; i < blocks_.size() && i < title + 6 && deks < 2; ++i) {
    if (IsAside(i)) continue;
    if (!IsDekLike(i, title)) return;
    ZoneOf(i) = Zone::kDek;
    ++deks;
  }
}

bool ZoneAssigner::IsHeadingLike(size_t i) const {
  const absl::string_view text = Text(i);
  if (!IsOpen(i) || text.size() > kLongestHeading || CountWords(text) > 14) return false;
  if (layout_ == Layout::kMarkup && blocks_[i].emphasis != Emphasis::kBold && text.back() != ':') return false;
  if (text.back() == ':') return CountWords(text) <= 6;
  return !EndsLikeSentence(text) && text.back() != ',' && text.back() != ';' && StartsLikeHeading(text);
}

void ZoneAssigner::FindHeadings() {
  if (blocks_.size() < 2) return;
  size_t last_body = blocks_.size();
  while (last_body > 0 && (!IsBody(last_body - 1) || (layout_ == Layout::kLines && IsHeadingLike(last_body - 1))))
    --last_body;
  for (size_t i = 0; i < blocks_.size(); ++i) {
    if (!IsHeadingLike(i)) continue;
    // Below the last paragraph a short line is a signature: "Marisol Vance", "Chief Executive Officer".
    const bool signature = i >= last_body && CountWords(Text(i)) <= 5;
    ZoneOf(i) = signature ? Zone::kByline : Zone::kHeading;
  }
}

void ZoneAssigner::FindTail() {
  const size_t count = blocks_.size();
  // From here on all blocks are short, and few are sentences.
  size_t short_from = count;
  for (size_t sentences = 0; short_from > 0 && Text(short_from - 1).size() <= kLongestTailLine; --short_from) {
    sentences += EndsLikeSentence(Text(short_from - 1)) && ZoneOf(short_from - 1) != Zone::kBoilerplate ? 1 : 0;
    if (sentences > 2) break;
  }
  for (size_t i = 0; i < count; ++i) {
    if (ZoneOf(i) == Zone::kTableCell || ZoneOf(i) == Zone::kTitle || !IsAfterArticleHead(Text(i))) continue;
    ZoneOf(i) = Zone::kBoilerplate;
    for (size_t j = i + 1; j < count; ++j) {
      const Zone zone = ZoneOf(j);
      if (zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kTableCell) break;
      if (i < short_from && (Text(j).size() > kLongestTailLine || EndsLikeSentence(Text(j)))) break;
      ZoneOf(j) = Zone::kBoilerplate;
    }
  }
}

// Appeals to the reader at the end of the page, before prompts to subscribe.
void ZoneAssigner::FindAppeals() {
  bool after = false;
  for (size_t i = blocks_.size(); i > 0; --i) {
    if (ZoneOf(i - 1) == Zone::kBoilerplate) {
      after = true;
      continue;
    }
    if (!after || !IsOpen(i - 1) || !IsAppeal(Text(i - 1))) return;
    ZoneOf(i - 1) = Zone::kBoilerplate;
  }
}

// A line above or below a table, or its first cell, that says in what its figures are.
void ZoneAssigner::FindTableNotes() {
  for (size_t begin = 0; begin < blocks_.size();) {
    if (!blocks_[begin].block.cell.has_value()) {
      ++begin;
      continue;
    }
    const int table = blocks_[begin].block.cell->table;
    size_t end = begin;
    while (end < blocks_.size() && blocks_[end].block.cell.has_value() && blocks_[end].block.cell->table == table)
      ++end;
    std::string note;
    if (begin > 0 && IsTableNote(Text(begin - 1))) note = blocks_[begin - 1].block.text;
    // A line right above a table of plain text is its caption.
    const bool caption = begin > 0 && blocks_[begin].close && Text(begin - 1).size() <= kLongestHeading &&
                         !blocks_[begin - 1].block.cell.has_value();
    if (note.empty() && caption) note = blocks_[begin - 1].block.text;
    if (note.empty() && IsTableNote(Text(begin))) note = blocks_[begin].block.text;
    if (note.empty() && end < blocks_.size() && IsTableNote(Text(end))) note = blocks_[end].block.text;
    for (size_t i = begin; i < end; ++i) {
      if (blocks_[i].block.cell->note.empty()) blocks_[i].block.cell->note = note;
    }
    begin = end;
  }
}

// Tables of labelled lines were found after the others: count all in reading order.
void ZoneAssigner::NumberTables() {
  std::map<int, int> numbers;
  for (ParsedBlock& parsed : blocks_) {
    if (!parsed.block.cell.has_value()) continue;
    int& table = parsed.block.cell->table;
    table = numbers.emplace(table, static_cast<int>(numbers.size())).first->second;
  }
}

}  // namespace

void AssignZones(Layout layout, int tables, std::vector<ParsedBlock>& blocks) {
  SplitTimeStamps(blocks);
  SplitSpeeches(blocks);
  SplitLabelledValues(tables, blocks);
  ZoneAssigner(layout, blocks).Assign();
}

}  // namespace crosscheck
