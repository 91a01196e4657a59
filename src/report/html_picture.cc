// Pictures of the page: of each finding its documents and positions with the days, and one table for all of them.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "graph/picture.h"
#include "report/escape.h"
#include "report/finding_view.h"
#include "report/html_page.h"
#include "report/picture_text.h"
#include "report/printable.h"
#include "report/summary.h"

namespace crosscheck {

namespace {

// In pixels; a character of the labels takes some 7.
constexpr int kBox = 225, kGap = 110, kArc = 85, kRow = 50, kBoxHeight = 38, kTop = 8, kDayRow = 24;
constexpr size_t kMostCharacters = 30;

std::string Cut(absl::string_view text) {
  const std::string plain = Printable(text);
  if (CountCodePoints(plain) <= kMostCharacters) return EscapedXml(plain);
  size_t at = 0;
  for (size_t i = 0; i + 1 < kMostCharacters; ++i) at += static_cast<size_t>(DecodeUtf8(plain, at).size);
  return EscapedXml(absl::StrCat(plain.substr(0, at), "…"));
}

class FindingPicture {
 public:
  FindingPicture(const HtmlPage& page, const Finding& finding) : page_(page), finding_(finding) {
    std::set<DocumentIndex> documents;
    for (const Position& position : finding.positions)
      documents.insert(position.documents.begin(), position.documents.end());
    documents_.assign(documents.begin(), documents.end());
    for (const DocumentIndex document : documents_) {
      for (const Derivation& one : Entry(document).derived_from) has_copies_ |= documents.count(one.document) > 0;
    }
    left_ = has_copies_ ? kArc : 4;
    right_ = left_ + kBox + kGap;
  }

  std::string Svg() {
    for (size_t i = 0; i < documents_.size(); ++i) DrawDocument(i);
    for (size_t i = 0; i < finding_.positions.size(); ++i) DrawPosition(i);
    DrawConflicts();
    const size_t rows = std::max(documents_.size(), finding_.positions.size());
    int height = kTop + static_cast<int>(rows) * kRow;
    DrawDays(height);
    const int width = right_ + kBox + kArc;
    return absl::StrCat("<svg role=\"img\" aria-label=\"", Words(), "\" width=\"", width, "\" height=\"", height,
                        "\" viewBox=\"0 0 ", width, " ", height, "\">\n", lines_, boxes_, "</svg>\n");
  }

 private:
  const DocumentEntry& Entry(DocumentIndex document) const { return page_.report().documents[document]; }
  int RowOf(size_t i) const { return kTop + static_cast<int>(i) * kRow; }
  static int Middle(int y) { return y + kBoxHeight / 2; }

  // Positions stand at the middle of the column of documents.
  int PositionY(size_t i) const {
    const size_t documents = documents_.size(), positions = finding_.positions.size();
    const int spare = documents > positions ? static_cast<int>(documents - positions) * kRow / 2 : 0;
    return RowOf(i) + spare;
  }

  void Box(int x, int y, int round, absl::string_view first, absl::string_view second) {
    absl::StrAppend(&boxes_, "<rect x=\"", x, "\" y=\"", y, "\" width=\"", kBox, "\" height=\"", kBoxHeight, "\" rx=\"",
                    round, "\"/><text x=\"", x + 9, "\" y=\"", y + 16, "\" class=\"strong\">", first,
                    "</text><text x=\"", x + 9, "\" y=\"", y + 31, "\">", second, "</text>\n");
  }

  static absl::string_view Stroke(PictureEdge::Kind kind) {
    const absl::string_view style = EdgeStyle(kind);
    if (style == "bold") return "class=\"bold\" ";
    return style == "solid" ? "" : "class=\"dots\" ";
  }

  void Curve(PictureEdge::Kind kind, int x1, int y1, int x2, int y2, int bend) {
    const int c1 = bend == 0 ? (x1 + x2) / 2 : x1 + bend, c2 = bend == 0 ? (x1 + x2) / 2 : x2 + bend;
    absl::StrAppend(&lines_, "<path ", Stroke(kind), "d=\"M", x1, " ", y1, " C", c1, " ", y1, " ", c2, " ", y2, " ", x2,
                    " ", y2, "\"/>\n");
  }

  void DrawDocument(size_t row) {
    const DocumentIndex document = documents_[row];
    const DocumentInfo& info = Entry(document).info;
    std::string about = info.role == Role::kDraft ? "draft" : Cut(info.publisher);
    if (info.published) absl::StrAppend(&about, about.empty() ? "" : " · ", absl::FormatCivilTime(*info.published));
    Box(left_, RowOf(row), 0, Cut(page_.PlainName(document)), about);
    for (size_t i = 0; i < finding_.positions.size(); ++i) {
      const Position& position = finding_.positions[i];
      if (!std::binary_search(position.documents.begin(), position.documents.end(), document)) continue;
      const bool bridges = std::any_of(position.bridging.begin(), position.bridging.end(), [&](ClaimIndex claim) {
        return page_.report().claims[claim].document == document;
      });
      Curve(bridges ? PictureEdge::Kind::kBridges : PictureEdge::Kind::kHolds, left_ + kBox, Middle(RowOf(row)), right_,
            Middle(PositionY(i)), 0);
    }
    for (const Derivation& one : Entry(document).derived_from) {
      const auto other = std::find(documents_.begin(), documents_.end(), one.document);
      if (other == documents_.end()) continue;
      const int y1 = Middle(RowOf(row)), y2 = Middle(RowOf(static_cast<size_t>(other - documents_.begin())));
      Curve(PictureEdge::Kind::kCopy, left_, y1, left_, y2, -45);
      absl::StrAppend(&boxes_, "<text x=\"", left_ - 38, "\" y=\"", (y1 + y2) / 2 + 4,
                      "\" class=\"end\">copied</text>\n");
    }
  }

  void DrawPosition(size_t i) {
    const Position& position = finding_.positions[i];
    Box(right_, PositionY(i), 10, absl::StrCat(PositionLetter(i), "  ", Cut(position.value.text)),
        absl::StrCat(CountWords(position.documents.size(), "document"), ", ",
                     CountWords(static_cast<size_t>(position.voices), "voice")));
  }

  bool Holds(size_t position, ClaimIndex claim) const {
    const std::vector<ClaimIndex>& claims = finding_.positions[position].claims;
    return std::binary_search(claims.begin(), claims.end(), claim);
  }

  void DrawConflicts() {
    const size_t count = finding_.positions.size();
    for (size_t i = 0; i < count; ++i) {
      for (size_t j = i + 1; j < count; ++j) {
        const bool against = std::any_of(finding_.conflicts.begin(), finding_.conflicts.end(), [&](const auto& pair) {
          return (Holds(i, pair.first) && Holds(j, pair.second)) || (Holds(j, pair.first) && Holds(i, pair.second));
        });
        if (!against && !(count == 2 && finding_.conflicts.empty())) continue;
        const int x = right_ + kBox, y1 = Middle(PositionY(i)), y2 = Middle(PositionY(j));
        Curve(PictureEdge::Kind::kConflict, x, y1, x, y2, 30 + 10 * static_cast<int>(j - i));
        if (j == i + 1)
          absl::StrAppend(&boxes_, "<text x=\"", x + 34, "\" y=\"", (y1 + y2) / 2 + 4, "\">against</text>\n");
      }
    }
  }

  // The values on a line of days, where the documents are not all of one day.
  void DrawDays(int& height) {
    const std::vector<TimelineEntry> days = TimelineOf(page_.report(), finding_);
    if (days.size() < 2 || days.front().day == days.back().day) return;
    const int64_t span = days.back().day - days.front().day;
    const int from = 100, width = 180;
    height += 14;
    for (const TimelineEntry& entry : days) {
      const int x = from + static_cast<int>((entry.day - days.front().day) * width / span), y = height + 12;
      absl::StrAppend(&lines_, "<path class=\"thin\" d=\"M", from, " ", y, " h", width, "\"/>\n");
      absl::StrAppend(&boxes_, "<text x=\"4\" y=\"", y + 4, "\">", absl::FormatCivilTime(entry.day),
                      "</text><circle cx=\"", x, "\" cy=\"", y, "\" r=\"5\"", entry.draft ? "" : " class=\"full\"",
                      "/><text x=\"", from + width + 14, "\" y=\"", y + 4, "\"><tspan class=\"strong\">",
                      std::string(1, entry.position), "  ", Cut(entry.value), "</tspan>  ",
                      entry.draft ? "draft" : Cut(page_.PlainName(entry.document)), "</text>\n");
      height += kDayRow;
    }
    height += 6;
  }

  // The picture in words, for who cannot see it.
  std::string Words() const {
    std::vector<std::string> parts;
    for (size_t i = 0; i < finding_.positions.size(); ++i) {
      const Position& position = finding_.positions[i];
      parts.push_back(
          absl::StrCat(PositionLetter(i), ", ", EscapedXml(position.value.text), ": ",
                       absl::StrJoin(position.documents, ", ", [this](std::string* out, DocumentIndex document) {
                         absl::StrAppend(out, page_.Name(document));
                         const auto& day = Entry(document).info.published;
                         if (day) absl::StrAppend(out, " of ", absl::FormatCivilTime(*day));
                       })));
    }
    return absl::StrJoin(parts, "; against ");
  }

  const HtmlPage& page_;
  const Finding& finding_;
  std::vector<DocumentIndex> documents_;  // by row
  bool has_copies_ = false;
  int left_ = 0, right_ = 0;
  std::string lines_, boxes_;
};

// Findings down, documents across, and in each cell the positions that the document holds.
void AppendTable(const HtmlPage& page, std::string& out) {
  std::set<DocumentIndex> documents;
  for (const size_t f : page.findings()) {
    for (const Position& position : page.report().findings[f].positions) {
      documents.insert(position.documents.begin(), position.documents.end());
    }
  }
  absl::StrAppend(&out,
                  "<div class=\"scroll\" role=\"region\" aria-label=\"Findings and documents\" tabindex=\"0\">\n<table "
                  "class=\"matrix\">\n<thead><tr><th scope=\"col\">Finding</th>");
  for (const DocumentIndex document : documents) {
    const DocumentInfo& info = page.report().documents[document].info;
    absl::StrAppend(&out, "<th scope=\"col\">", page.Name(document),
                    info.role == Role::kDraft ? " <span class=\"tag\">draft</span>" : "", "</th>");
  }
  absl::StrAppend(&out, "</tr></thead>\n<tbody>\n");
  for (size_t number = 1; number <= page.findings().size(); ++number) {
    const Finding& finding = page.finding(number);
    absl::StrAppend(&out, "<tr><th scope=\"row\"><a href=\"#f", number, "\">", number, ".</a> ", page.Against(finding),
                    "</th>");
    for (const DocumentIndex document : documents) {
      absl::StrAppend(&out, "<td>");
      bool any = false;
      for (size_t i = 0; i < finding.positions.size(); ++i) {
        const std::vector<DocumentIndex>& holders = finding.positions[i].documents;
        if (!std::binary_search(holders.begin(), holders.end(), document)) continue;
        absl::StrAppend(&out, any ? " " : "", "<span class=\"letter",
                        page.HoldsDraft(finding.positions[i]) ? " own" : "", "\">", PositionLetter(i), "</span>");
        any = true;
      }
      absl::StrAppend(&out, any ? "</td>" : "<span class=\"none\">·</span></td>");
    }
    absl::StrAppend(&out, "</tr>\n");
  }
  absl::StrAppend(&out, "</tbody>\n</table>\n</div>\n");
}

std::string Names(const HtmlPage& page, const std::vector<DocumentIndex>& documents) {
  return absl::StrJoin(documents, ", ", [&page](std::string* out, DocumentIndex document) {
    absl::StrAppend(out, "<b>", page.Name(document), "</b>");
  });
}

void AppendSides(const HtmlPage& page, std::string& out) {
  const Sides& sides = page.report().sides;
  for (const Camps& camps : sides.camps) {
    if (!camps.odd_cycle.empty()) continue;  // no camps: nothing to say that the table does not
    absl::StrAppend(&out, "<p>Two camps: ", Names(page, camps.first), " against ", Names(page, camps.second),
                    ".</p>\n");
  }
  for (const Loner& loner : sides.loners) {
    if (loner.times < 2) continue;
    absl::StrAppend(&out, "<p>", Names(page, {loner.document}), " stands alone ", loner.times,
                    " times against two voices or more that agree.</p>\n");
  }
}

}  // namespace

void AppendHtmlFindingPicture(const HtmlPage& page, size_t number, std::string& out) {
  absl::StrAppend(&out,
                  "<details class=\"drawing\"><summary>Picture: who says it, and when</summary>\n<div class=\"scroll\" "
                  "role=\"region\" aria-label=\"Picture of finding ",
                  number, "\" tabindex=\"0\">\n", FindingPicture(page, page.finding(number)).Svg(),
                  "</div></details>\n");
}

void AppendHtmlRepair(const HtmlPage& page, std::string& out) {
  const Repair& repair = page.report().repair;
  if (repair.items.empty() || !page.has_draft()) return;
  absl::StrAppend(&out,
                  "<section id=\"repair\" aria-labelledby=\"repair-title\">\n<h2 id=\"repair-title\">The least to "
                  "change</h2>\n<p>With ",
                  repair.items.size() == 1 ? "this place" : absl::StrCat("these ", repair.items.size(), " places"),
                  " of the draft settled, no source contradicts it any more",
                  repair.exact ? "." : absl::StrCat("; ", repair.at_least, " may do, the least was not found."));
  if (repair.left > 0) {
    absl::StrAppend(&out, " In ", CountWords(repair.left, "finding"),
                    " sources disagree with one another: no change of the draft ends that.");
  }
  absl::StrAppend(&out, "</p>\n<ol>\n");
  std::map<std::string, std::string> links;  // by fingerprint
  for (size_t number = 1; number <= page.findings().size(); ++number) {
    absl::StrAppend(&links[page.finding(number).fingerprint], " <a href=\"#f", number, "\">finding ", number, "</a>");
  }
  for (const RepairItem& item : repair.items) {
    const Claim& claim = page.report().claims[item.claims.front()];
    absl::StrAppend(&out, "<li><b>", EscapedXml(claim.value.text), "</b> <span class=\"where\">", page.Where(claim),
                    "</span>");
    for (const auto& [fingerprint, link] : links) {
      if (std::binary_search(item.findings.begin(), item.findings.end(), fingerprint)) absl::StrAppend(&out, link);
    }
    absl::StrAppend(&out, "</li>\n");
  }
  absl::StrAppend(&out, "</ol>\n</section>\n");
}

void AppendHtmlPicture(const HtmlPage& page, std::string& out) {
  if (page.findings().empty()) return;
  absl::StrAppend(
      &out,
      "<section id=\"picture\" aria-labelledby=\"picture-title\">\n<h2 id=\"picture-title\">Who stands with whom</h2>\n"
      "<p class=\"small\">A letter is a position: what can all be true together. Documents that copy one another are "
      "one voice.</p>\n");
  AppendTable(page, out);
  AppendSides(page, out);
  std::string words;
  WriteOutline(page.report(), page.options(), words);
  absl::StrAppend(&out,
                  "<details><summary>All of it in one picture, with the values by day</summary>\n<div class=\"scroll\" "
                  "role=\"region\" aria-label=\"The whole picture\" tabindex=\"0\">\n");
  WriteSvg(page.report(), page.options(), out);
  absl::StrAppend(&out, "</div></details>\n<details><summary>The same in words</summary>\n<pre>");
  for (const absl::string_view line : absl::StrSplit(words, '\n')) absl::StrAppend(&out, page.Words(line), "\n");
  absl::StrAppend(&out, "</pre></details>\n</section>\n");
}

}  // namespace crosscheck
